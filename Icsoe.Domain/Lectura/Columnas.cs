namespace Icsoe.Domain.Lectura;

/// <summary>The columns of a mirrored workbook.</summary>
internal enum Columna
{
    Contratista,
    TipoContratista,
    Contratante,
    TipoContratante,
    FolioContrato,
    Servicio,
    FechaInicio,
    FechaFin,
    Personas,
    Cuatrimestre,
    Ejercicio,
    TipoInformativa,
    FolioInformativa,
    FechaPresentacion,
    Inconsistencia,
}

/// <summary>How a column may be called.</summary>
/// <param name="Columna">Which it is.</param>
/// <param name="Etiqueta">As our own files call it, and as people are told.</param>
/// <param name="Grupo">Word that tells whose it is, in the same cell or in the group header above; null when none is needed.</param>
/// <param name="Solas">Headers that need no group.</param>
/// <param name="EnGrupo">Headers that mean this column only together with the group.</param>
internal sealed record NombresDeColumna(Columna Columna, string Etiqueta, string[] Grupo, string[] Solas, string[] EnGrupo);

/// <summary>
/// The map of the columns, as data: IMSS's exact headers are not known (design, section 6). A header matches by its words,
/// in any order, without accents, endings, articles or marks; add a spelling here when a real file brings one.
/// </summary>
internal static class Columnas
{
    private static readonly string[] DelContratista = ["contratista", "prestador", "prestador de servicios"];
    private static readonly string[] DelContratante = ["contratante", "cliente", "beneficiario", "beneficiario del servicio"];
    private static readonly string[] DelContrato = ["contrato"];
    private static readonly string[] DeLaInformativa = ["informativa"];

    private static readonly string[] Nombres =
    [
        "nombre, denominación o razón social",
        "nombre o razón social",
        "nombre o denominación social",
        "nombre o denominación",
        "denominación o razón social",
        "razón social",
        "nombre",
        "nombre completo",
    ];

    private static readonly string[] TiposDePersona = ["tipo de persona", "tipo", "persona", "persona física o moral"];

    public static readonly NombresDeColumna[] Todas =
    [
        new(
            Columna.Contratista,
            "Nombre, denominación o razón social del contratista",
            DelContratista,
            ["contratista", "prestador de servicios"],
            Nombres
        ),
        new(Columna.TipoContratista, "Tipo de persona del contratista", DelContratista, [], TiposDePersona),
        new(
            Columna.Contratante,
            "Nombre, denominación o razón social del contratante",
            DelContratante,
            ["contratante", "cliente"],
            Nombres
        ),
        new(Columna.TipoContratante, "Tipo de persona del contratante", DelContratante, [], TiposDePersona),
        new(Columna.FolioContrato, "Folio del contrato", DelContrato, [], ["folio", "número", "no.", "núm.", "identificador", "id"]),
        new(
            Columna.Servicio,
            "Servicio u obra especializada contratada",
            DelContrato,
            [
                "servicio u obra especializada contratada",
                "servicio u obra especializada",
                "servicio u obra contratada",
                "servicio u obra",
                "servicio especializado contratado",
                "servicio especializado",
                "servicio contratado",
                "servicio",
                "servicios especializados u obras especializadas",
                "descripción del servicio",
                "descripción del servicio u obra",
                "descripción del servicio u obra especializada",
                "descripción del servicio u obra contratada",
                "descripción del servicio u obra especializada contratada",
            ],
            ["descripción"]
        ),
        new(
            Columna.FechaInicio,
            "Fecha inicio",
            DelContrato,
            ["fecha de inicio", "fecha inicial", "inicio de vigencia", "fecha de inicio de vigencia", "fecha de inicio del servicio"],
            ["inicio", "vigencia desde"]
        ),
        new(
            Columna.FechaFin,
            "Fecha fin",
            DelContrato,
            [
                "fecha fin",
                "fecha final",
                "fecha de término",
                "fecha de terminación",
                "fecha de conclusión",
                "fin de vigencia",
                "fecha fin de vigencia",
                "fecha fin del servicio",
                "fecha de término del servicio",
            ],
            ["fin", "término", "terminación", "conclusión", "vigencia hasta"]
        ),
        new(
            Columna.Personas,
            "Número de personas trabajadoras",
            DelContrato,
            [
                "número de personas trabajadoras",
                "no. de personas trabajadoras",
                "núm. de personas trabajadoras",
                "total de personas trabajadoras",
                "cantidad de personas trabajadoras",
                "personas trabajadoras",
                "número de trabajadores",
                "no. de trabajadores",
                "núm. de trabajadores",
                "total de trabajadores",
                "trabajadores",
            ],
            []
        ),
        new(
            Columna.Cuatrimestre,
            "Cuatrimestre",
            DeLaInformativa,
            ["cuatrimestre", "cuatrimestre reportado", "cuatrimestre que reporta"],
            ["periodo"]
        ),
        new(
            Columna.Ejercicio,
            "Año",
            DeLaInformativa,
            ["año", "ejercicio", "ejercicio fiscal", "año del cuatrimestre", "año reportado"],
            []
        ),
        new(Columna.TipoInformativa, "Tipo de informativa", DeLaInformativa, [], ["tipo", "tipo de informativa"]),
        new(
            Columna.FolioInformativa,
            "Folio de la informativa",
            DeLaInformativa,
            [],
            ["folio", "número", "no.", "núm.", "identificador", "id"]
        ),
        new(
            Columna.FechaPresentacion,
            "Fecha de presentación",
            DeLaInformativa,
            ["fecha de presentación", "fecha y hora de presentación", "presentación", "fecha de envío"],
            ["fecha"]
        ),
        new(
            Columna.Inconsistencia,
            "Inconsistencia",
            DeLaInformativa,
            [
                "inconsistencia",
                "tipo de inconsistencia",
                "inconsistencia detectada",
                "descripción de la inconsistencia",
                "motivo de inconsistencia",
                "motivo de la inconsistencia",
            ],
            []
        ),
    ];

    /// <summary>What people are told a column is called.</summary>
    public static string Etiqueta(this Columna columna) => Todas[(int)columna].Etiqueta;
}
