using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>How much there is of something. Those of several things that share nothing are their sum.</summary>
/// <param name="PersonasPorContratoSuma">
/// Sum of the workers of the contracts: whoever works under two of them is counted twice.
/// </param>
public readonly record struct Cuenta(long Contratos, long Informativas, long InformativasSinContratos, long PersonasPorContratoSuma)
{
    public static Cuenta operator +(Cuenta a, Cuenta b) =>
        new(
            a.Contratos + b.Contratos,
            a.Informativas + b.Informativas,
            a.InformativasSinContratos + b.InformativasSinContratos,
            a.PersonasPorContratoSuma + b.PersonasPorContratoSuma
        );
}

/// <summary>What a figure tells apart. The values may be stored: never renumber.</summary>
public enum Dimension
{
    /// <summary>Nothing: everything in the listado. Its only value is null.</summary>
    Total = 0,

    /// <summary>A <see cref="TipoPersona"/>; null where the list does not say.</summary>
    TipoPersonaContratista = 1,

    /// <summary>A <see cref="TipoPersona"/>; null where the list does not say. It counts contracts only.</summary>
    TipoPersonaContratante = 2,

    /// <summary>A <see cref="Modelo.TipoInformativa"/>; null for a label that is none of the guide's.</summary>
    TipoInformativa = 3,

    /// <summary>A <see cref="Codigo"/> of the list. One informativa may have several, so these do not add up to the total.</summary>
    Inconsistencia = 4,

    /// <summary>A <see cref="Publico.Tamano"/>; null where the number was not reported. It counts contracts only.</summary>
    Tamano = 5,

    /// <summary>A <see cref="Publico.Puntualidad"/>; null where the list cannot tell.</summary>
    Puntualidad = 6,
}

/// <summary>Size of a contract by its workers. The values may be stored: never renumber.</summary>
public enum Tamano
{
    Cero = 0,
    De1A10 = 1,
    De11A50 = 2,
    De51A250 = 3,
    De251OMas = 4,
}

/// <summary>Whether a filing came by its deadline. The values may be stored: never renumber.</summary>
public enum Puntualidad
{
    ATiempo = 0,
    Tardia = 1,
}

/// <summary>One figure: how much of one listado has one value of a dimension.</summary>
/// <param name="Valor">Number of the value in the dimension's enumeration; null for none.</param>
public readonly record struct Cifra(Dimension Dimension, int? Valor, Cuenta Cuenta);

/// <summary>The figures of one listado at a publication, only those that are not zero, by dimension and value.</summary>
public sealed record CifrasDeListado(Listado Listado, IReadOnlyList<Cifra> Cifras);

/// <summary>A name key among those with most contracts.</summary>
/// <param name="Nombre">Its commonest spelling.</param>
public sealed record ParteMayor(string Clave, string Nombre, TipoPersona TipoPersona, long Contratos, long PersonasPorContratoSuma);

/// <summary>What some listados hold, in figures that sealing left ready.</summary>
/// <param name="Listados">Their figures, in key order; whoever wants more than one adds them up.</param>
/// <param name="Contratistas">Those with most contracts over all of them, then by clave; names without a clave left out.</param>
/// <param name="Contratantes">The same for contratantes.</param>
public sealed record Estadisticas(
    IReadOnlyList<CifrasDeListado> Listados,
    IReadOnlyList<ParteMayor> Contratistas,
    IReadOnlyList<ParteMayor> Contratantes
)
{
    /// <summary>How many of the largest are named.</summary>
    public const int Mayores = 20;
}
