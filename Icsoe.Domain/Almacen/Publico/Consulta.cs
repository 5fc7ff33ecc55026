using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>What a question asks for.</summary>
public enum Entidad
{
    /// <summary>Contracts: rows that have one.</summary>
    Contrato,

    /// <summary>Lines of the listados: contracts, and informativas without contracts.</summary>
    Renglon,

    /// <summary>Filings.</summary>
    Informativa,
}

/// <summary>
/// A question about rows, parsed and checked once; pages, exports, counts, facets and files ask the same one.
/// Values inside one filter are alternatives (OR); filters add up (AND); an empty filter asks nothing. Bounds are inclusive, and a
/// row without the value satisfies none. Filters of contracts ask nothing of informativas.
/// </summary>
public sealed record Consulta
{
    /// <summary>The publication it is read at: its <see cref="Publicaciones.Publicacion.Secuencia"/>.</summary>
    public required int Secuencia { get; init; }

    /// <summary>How many rows at most, ≥ 1.</summary>
    public required int Limite { get; init; }

    /// <summary>Only what comes after that row in the order asked for; null from the first.</summary>
    public Marca? DespuesDe { get; init; }

    public IReadOnlyList<Lista> Listas { get; init; } = [];

    public IReadOnlyList<Periodo> Periodos { get; init; } = [];

    public IReadOnlyList<int> Ejercicios { get; init; } = [];

    public IReadOnlyList<int> Cuatrimestres { get; init; } = [];

    public IReadOnlyList<string> FoliosContrato { get; init; } = [];

    public IReadOnlyList<string> FoliosInformativa { get; init; } = [];

    public IReadOnlyList<TipoInformativa> TiposInformativa { get; init; } = [];

    public IReadOnlyList<Codigo> Inconsistencias { get; init; } = [];

    public IReadOnlyList<Codigo> Observaciones { get; init; } = [];

    /// <summary>Texts of which each word is in contratista, contratante or servicio, or begins a folio.</summary>
    public IReadOnlyList<string> Q { get; init; } = [];

    public IReadOnlyList<string> Contratistas { get; init; } = [];

    public IReadOnlyList<string> Contratantes { get; init; } = [];

    public IReadOnlyList<string> Servicios { get; init; } = [];

    public IReadOnlyList<string> ClavesDeContratista { get; init; } = [];

    public IReadOnlyList<string> ClavesDeContratante { get; init; } = [];

    /// <summary>Claves of a party in either role.</summary>
    public IReadOnlyList<string> ClavesDeParte { get; init; } = [];

    public IReadOnlyList<TipoPersona> TiposDeContratista { get; init; } = [];

    public IReadOnlyList<TipoPersona> TiposDeContratante { get; init; } = [];

    public Intervalo<DateOnly> FechaInicio { get; init; }

    public Intervalo<DateOnly> FechaFin { get; init; }

    public Intervalo<DateOnly> FechaPresentacion { get; init; }

    public Intervalo<int> PersonasTrabajadoras { get; init; }

    /// <summary>Contracts that have begun by that day and have not ended before it.</summary>
    public DateOnly? VigenteEn { get; init; }

    /// <summary>Only contracts without an end.</summary>
    public bool SinFechaFin { get; init; }

    /// <summary>Only informativas with contracts, or without; null for both.</summary>
    public bool? ConContratos { get; init; }

    /// <summary>Null for the order of the listados; with texts, exact spellings come first in it.</summary>
    public Orden? Orden { get; init; }

    /// <summary>Whether words that nobody wrote stand for those that look like them.</summary>
    public bool Aproximar { get; init; }

    /// <summary>What a page says of all the rows there are, whichever of them are on it.</summary>
    public QueContar Contar { get; init; }

    /// <summary>
    /// Whether it asks for listados and nothing else of their rows: then sealing knows how many there are. An empty list that is not the
    /// one every filter starts with reads as a filter: then the rows are counted, which comes to the same.
    /// </summary>
    internal bool PideListadosEnteros =>
        this
        == new Consulta
        {
            Secuencia = Secuencia,
            Limite = Limite,
            DespuesDe = DespuesDe,
            Listas = Listas,
            Periodos = Periodos,
            Ejercicios = Ejercicios,
            Cuatrimestres = Cuatrimestres,
            Orden = Orden,
            Aproximar = Aproximar,
            Contar = Contar,
        };
}

/// <summary>Values from one to another, both included; null for no bound.</summary>
public readonly record struct Intervalo<T>(T? Desde, T? Hasta)
    where T : struct
{
    public bool Acota => Desde is not null || Hasta is not null;
}

/// <summary>What rows are put in order by; those without the value come last, and the row key ends every tie.</summary>
public enum Criterio
{
    Periodo,
    FechaInicio,
    FechaFin,
    FechaPresentacion,
    PersonasTrabajadoras,

    /// <summary>By folded name, then as it is written.</summary>
    Contratista,
    Contratante,

    /// <summary>Of informativas: how many contracts they have.</summary>
    Contratos,
}

/// <summary>An order of rows.</summary>
public sealed record Orden(Criterio Criterio, bool Descendente);

/// <summary>Where a page ended.</summary>
/// <param name="Clave">Key of its last row.</param>
/// <param name="Nivel">Of a text query: 0 while exact spellings come, 1 after them, <see cref="Aproximada"/> if none came.</param>
/// <param name="Valor">What the order saw in that row; 0 in key order.</param>
public sealed record Marca(long Clave, int Nivel = 0, long Valor = 0)
{
    /// <summary>Of a page of rows that only look like what was asked for.</summary>
    public const int Aproximada = 2;
}

/// <summary>What is counted beside a page: the rows are gone through once for both.</summary>
public enum QueContar
{
    Nada,

    /// <summary>How many rows there are.</summary>
    Total,

    /// <summary>And how many of each kind.</summary>
    Facetas,
}

/// <summary>Rows in order, and where the next page starts; null when there is none.</summary>
/// <param name="Recuento">Null unless <see cref="Consulta.Contar"/> asks for it.</param>
public sealed record Pagina<T>(IReadOnlyList<T> Filas, Marca? Siguiente, Recuento? Recuento = null);
