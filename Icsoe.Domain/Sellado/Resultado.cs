using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>What an order did: the summary line of the command line (design, section 6).</summary>
public sealed record Resultado
{
    /// <summary>Name of the order: <c>importar</c>, <c>publicar</c>…</summary>
    public required string Orden { get; init; }

    /// <summary>Whether it is an order that seals.</summary>
    public bool Sella => Orden is "importar" or "publicar" or "retirar";

    /// <summary>What was sealed; of an order that seals nothing, the current one. Null when there is none.</summary>
    public Publicacion? Publicacion { get; init; }

    /// <summary>The listados that changed, or that were validated or verified.</summary>
    public IReadOnlyList<Listado> Listados { get; init; } = [];

    /// <summary>Lines of those listados.</summary>
    public int Renglones { get; init; }

    /// <summary>Informativas taken in for the first time.</summary>
    public int Recibidas { get; init; }

    /// <summary>Lines rejected; each was reported with its place.</summary>
    public int Rechazados { get; init; }

    /// <summary>Path of the report of rejected lines; null when there is none.</summary>
    public string? Informe { get; init; }

    /// <summary>The state was already this one: nothing was sealed.</summary>
    public bool SinCambios { get; init; }
}
