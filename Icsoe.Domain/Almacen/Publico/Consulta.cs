using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>
/// A question about rows, parsed and checked once; pages, exports, counts and files ask the same one.
/// Values inside one filter are alternatives (OR); filters add up (AND); an empty filter asks nothing.
/// </summary>
public sealed record Consulta
{
    /// <summary>The publication it is read at: its <see cref="Publicaciones.Publicacion.Secuencia"/>.</summary>
    public required int Secuencia { get; init; }

    /// <summary>How many rows at most, ≥ 1.</summary>
    public required int Limite { get; init; }

    /// <summary>Only rows whose key is greater; null from the first. Rows come in key order.</summary>
    public long? DespuesDe { get; init; }

    public IReadOnlyList<Lista> Listas { get; init; } = [];

    public IReadOnlyList<Periodo> Periodos { get; init; } = [];

    public IReadOnlyList<int> Ejercicios { get; init; } = [];

    public IReadOnlyList<int> Cuatrimestres { get; init; } = [];

    public IReadOnlyList<string> FoliosContrato { get; init; } = [];

    public IReadOnlyList<string> FoliosInformativa { get; init; } = [];

    public IReadOnlyList<TipoInformativa> TiposInformativa { get; init; } = [];

    public IReadOnlyList<Codigo> Inconsistencias { get; init; } = [];

    public IReadOnlyList<Codigo> Observaciones { get; init; } = [];
}
