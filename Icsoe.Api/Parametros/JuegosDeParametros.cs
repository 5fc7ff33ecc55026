using static Icsoe.Api.Parametros.TablaDeParametros;

namespace Icsoe.Api.Parametros;

/// <summary>Which parameters go together, so that reads that ask alike take the same ones.</summary>
public static class JuegosDeParametros
{
    /// <summary>Filters that say which listado; bound, and so unknown, inside one.</summary>
    public static IReadOnlyList<Parametro> DeListado { get; } = [Lista, Periodo, Ejercicio, Cuatrimestre];

    /// <summary>Filters of contracts and lines, wherever they are.</summary>
    public static IReadOnlyList<Parametro> DeContratos { get; } =
    [
        FolioContrato,
        FolioInformativa,
        Q,
        Contratista,
        Contratante,
        Servicio,
        ContratistaClave,
        ContratanteClave,
        ParteClave,
        TipoPersonaContratista,
        TipoPersonaContratante,
        TipoInformativa,
        Inconsistencia,
        Observacion,
        FechaInicioDesde,
        FechaInicioHasta,
        FechaFinDesde,
        FechaFinHasta,
        FechaPresentacionDesde,
        FechaPresentacionHasta,
        VigenteEn,
        Sin,
        PersonasTrabajadorasMin,
        PersonasTrabajadorasMax,
        Aproximar,
        OrdenDeContratos,
    ];

    /// <summary>Filters of informativas: those that concern a filing.</summary>
    public static IReadOnlyList<Parametro> DeInformativas { get; } =
    [
        FolioContrato,
        FolioInformativa,
        Q,
        Contratista,
        ContratistaClave,
        ParteClave,
        TipoPersonaContratista,
        TipoInformativa,
        Inconsistencia,
        Observacion,
        FechaPresentacionDesde,
        FechaPresentacionHasta,
        ConContratos,
        Aproximar,
        OrdenDeInformativas,
    ];

    /// <summary>What the rows of one folio take.</summary>
    public static IReadOnlyList<Parametro> DePagina { get; } = [Publicacion, Limite, TablaDeParametros.Cursor];

    /// <summary>What every page of found rows takes.</summary>
    public static IReadOnlyList<Parametro> DeFilas { get; } = [Publicacion, Incluir, Limite, TablaDeParametros.Cursor];

    /// <summary>Texts of rows: what a correction of a spelling can be about.</summary>
    public static IReadOnlyList<Parametro<string>> Textos { get; } = [Q, Contratista, Contratante, Servicio];

    /// <summary>Whether a parameter is part of the question, or only of how its answer is handed out.</summary>
    public static bool EsDeLaConsulta(Parametro parametro) => parametro.Nombre is not ("publicacion" or "incluir" or "limite" or "cursor");
}
