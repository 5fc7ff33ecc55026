using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
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

/// <summary>What each row of a listado adds to its figures: the one place that says how they are counted.</summary>
public sealed class Contaduria
{
    // -1 stands for no value: a key of a dictionary cannot be null.
    private readonly SortedDictionary<(Dimension Dimension, int Valor), Cuenta> cuentas = [];

    /// <summary>Adds an informativa, with or without contracts; its contracts are added each as a row.</summary>
    public void Agregar(InformativaPublica informativa)
    {
        var cuenta = new Cuenta(0, 1, informativa.Contratos == 0 ? 1 : 0, 0);
        Sumar(Dimension.Total, null, cuenta);
        Sumar(Dimension.TipoPersonaContratista, (int?)informativa.Contratista.TipoPersona, cuenta);
        Sumar(Dimension.TipoInformativa, (int?)informativa.Tipo, cuenta);
        Sumar(
            Dimension.Puntualidad,
            (int?)PuntualidadDe(informativa.Listado.Periodo, informativa.Tipo, informativa.FechaPresentacion),
            cuenta
        );
        SumarInconsistencias(informativa.Inconsistencias, cuenta);
    }

    /// <summary>Adds a line of the listado; one without contract adds nothing, since its informativa is added by itself.</summary>
    public void Agregar(RenglonPublico renglon)
    {
        if (renglon.Contrato is not { } contrato)
            return;
        var cuenta = new Cuenta(1, 0, 0, contrato.PersonasTrabajadoras ?? 0);
        Sumar(Dimension.Total, null, cuenta);
        Sumar(Dimension.TipoPersonaContratista, (int?)renglon.Contratista.TipoPersona, cuenta);
        Sumar(Dimension.TipoPersonaContratante, (int?)contrato.Contratante.TipoPersona, cuenta);
        Sumar(Dimension.TipoInformativa, (int?)renglon.TipoInformativa, cuenta);
        Sumar(Dimension.Tamano, (int?)TamanoDe(contrato.PersonasTrabajadoras), cuenta);
        Sumar(
            Dimension.Puntualidad,
            (int?)PuntualidadDe(renglon.Listado.Periodo, renglon.TipoInformativa, renglon.FechaPresentacion),
            cuenta
        );
        SumarInconsistencias(renglon.Inconsistencias, cuenta);
    }

    /// <summary>What was added, by dimension and value, those without value first.</summary>
    public IReadOnlyList<Cifra> Cifras() =>
        [.. cuentas.Select(par => new Cifra(par.Key.Dimension, par.Key.Valor < 0 ? null : par.Key.Valor, par.Value))];

    /// <summary>The size of a contract; null when its workers were not reported.</summary>
    public static Tamano? TamanoDe(int? personas) =>
        personas switch
        {
            null => null,
            <= 0 => Tamano.Cero,
            <= 10 => Tamano.De1A10,
            <= 50 => Tamano.De11A50,
            <= 250 => Tamano.De51A250,
            _ => Tamano.De251OMas,
        };

    /// <summary>Whether a filing came by its deadline; null where a list cannot tell.</summary>
    public static Puntualidad? PuntualidadDe(Periodo periodo, TipoInformativa? tipo, DateOnly? fechaPresentacion) =>
        CalendarioHabil.Tardia(periodo, tipo, fechaPresentacion) switch
        {
            null => null,
            true => Puntualidad.Tardia,
            false => Puntualidad.ATiempo,
        };

    // Two findings of one code in one row are one row with that code.
    private void SumarInconsistencias(IReadOnlyList<Hallazgo> hallazgos, Cuenta cuenta)
    {
        foreach (var codigo in hallazgos.Select(hallazgo => hallazgo.Codigo).Distinct())
            Sumar(Dimension.Inconsistencia, (int)codigo, cuenta);
    }

    private void Sumar(Dimension dimension, int? valor, Cuenta cuenta)
    {
        var clave = (dimension, valor ?? -1);
        cuentas[clave] = cuentas.GetValueOrDefault(clave) + cuenta;
    }
}
