using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Cambios;

/// <summary>
/// A question about what changed from one publication to another, in either direction. Values inside one filter are alternatives (OR),
/// filters add up (AND), an empty filter asks nothing; either side of a change may meet them.
/// </summary>
public sealed record ConsultaDeCambios
{
    /// <summary>Number of the publication it goes to.</summary>
    public required int Secuencia { get; init; }

    /// <summary>Number of the publication it comes from; 0 for nothing at all, before the first.</summary>
    public required int Contra { get; init; }

    /// <summary>How many changes at most, ≥ 1.</summary>
    public required int Limite { get; init; }

    /// <summary>Only what comes after it; null from the first.</summary>
    public MarcaDeCambio? DespuesDe { get; init; }

    /// <summary><see cref="Entidad.Contrato"/> or <see cref="Entidad.Informativa"/>.</summary>
    public IReadOnlyList<Entidad> Entidades { get; init; } = [];

    public IReadOnlyList<TipoDeCambio> Tipos { get; init; } = [];

    public IReadOnlyList<Periodo> Periodos { get; init; } = [];

    public IReadOnlyList<Lista> Listas { get; init; } = [];

    public IReadOnlyList<string> ClavesDeContratista { get; init; } = [];

    /// <summary>An informativa has no contratante: with this filter only contracts change.</summary>
    public IReadOnlyList<string> ClavesDeContratante { get; init; } = [];
}

/// <summary>Where a page of changes ended.</summary>
/// <param name="Clave">Of <see cref="Cambio.Clave"/>.</param>
public sealed record MarcaDeCambio(long Clave, Entidad Entidad);

/// <summary>Changes in order, and where the next page starts; null when there is none.</summary>
public sealed record PaginaDeCambios(IReadOnlyList<Cambio> Cambios, MarcaDeCambio? Siguiente);

/// <summary>Something that happened to a row.</summary>
/// <param name="Secuencia">Number of the publication that brought it.</param>
public sealed record HechoEnHistoria(int Secuencia, Cambio Cambio);
