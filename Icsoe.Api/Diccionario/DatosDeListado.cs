using Icsoe.Api.Documentacion;

namespace Icsoe.Api.Diccionario;

/// <summary>
/// What each datum of the lists means: the one table that dictionary, data package and catalogue read. The descriptions are the guide's own
/// words, as written, unless they say otherwise.
/// </summary>
public static class DatosDeListado
{
    private const string Nombre = "Nombre, denominación o razón social.";
    private const string TipoDePersona = "Tipo de persona (física o moral).";
    private const string Temporalidad =
        "Fecha inicio y fecha fin el contrato: donde se observa la temporalidad por la que son celebrados este tipo de acuerdos.";
    private const string AnioYCuatrimestre = "Año y cuatrimestre al que corresponden los datos manifestados.";
    private const string Clave =
        "Clave de búsqueda que comparten las formas de escribir un mismo nombre y tipo de persona. No es un identificador oficial.";
    private const string SinClave = "Falta el nombre o el tipo de persona.";
    private const string NoLoTrae = "El archivo publicado no lo trae.";
    private const string SinContrato = "Informativa sin contratos, o el archivo publicado no lo trae.";

    /// <summary>All of them, in the order of the columns; those that only the whole history has come last.</summary>
    public static IReadOnlyList<Dato> Todos { get; } =
    [
        new("contratista", ClaseDeDato.Texto, Nombre, "SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.")
        {
            Nota = "Del contratista: quien presta el servicio o ejecuta la obra. Un nombre no identifica a nadie: hay homónimos.",
            Nulo = NoLoTrae,
            EnContrato = "contratista.nombre",
            EnInformativa = "contratista.nombre",
        },
        new("tipo_persona_contratista", ClaseDeDato.Texto, TipoDePersona, "moral")
        {
            Nota = "Del contratista.",
            Nulo = NoLoTrae,
            Valores = Enumeraciones.TipoPersona,
            EnContrato = "contratista.tipo_persona",
            EnInformativa = "contratista.tipo_persona",
        },
        new("contratante", ClaseDeDato.Texto, Nombre, "COMERCIAL EJEMPLO")
        {
            Nota = "Del contratante: quien contrata el servicio o la obra. Un nombre no identifica a nadie: hay homónimos.",
            Nulo = SinContrato,
            EnContrato = "contratante.nombre",
        },
        new("tipo_persona_contratante", ClaseDeDato.Texto, TipoDePersona, "moral")
        {
            Nota = "Del contratante.",
            Nulo = SinContrato,
            Valores = Enumeraciones.TipoPersona,
            EnContrato = "contratante.tipo_persona",
        },
        new(
            "folio_contrato",
            ClaseDeDato.Texto,
            "Folio del contrato: es un identificador que se asigna por la herramienta ICSOE.",
            "A26P3662382"
        )
        {
            Nota = "Puede repetirse.",
            Nulo = SinContrato,
            EnContrato = "folio",
        },
        new(
            "servicio",
            ClaseDeDato.Texto,
            "Servicio u obra especializada contratada: donde se observan los conceptos por los que las personas obligadas celebran "
                + "transacciones de tal tipo.",
            "MTTO PREVENTIVO A ELEVADORES"
        )
        {
            Nulo = "No se reportó, o informativa sin contratos.",
            EnContrato = "servicio",
        },
        new("fecha_inicio", ClaseDeDato.Fecha, Temporalidad, "2026-01-15")
        {
            Nota = "El primer día.",
            Nulo = "No se reportó, es ilegible, o informativa sin contratos.",
            EnContrato = "fecha_inicio",
        },
        new("fecha_fin", ClaseDeDato.Fecha, Temporalidad, "2026-12-31")
        {
            Nota = "El último día.",
            Nulo = "No se reportó, o informativa sin contratos.",
            EnContrato = "fecha_fin",
        },
        new(
            "personas_trabajadoras",
            ClaseDeDato.Entero,
            "Número de personas trabajadoras: dato con el que se observa el personal experto para brindar el propósito del contrato.",
            "12"
        )
        {
            Nota = "Una misma persona puede contarse en varios contratos.",
            Nulo = "No se reportó, o informativa sin contratos.",
            EnContrato = "personas_trabajadoras",
        },
        new("cuatrimestre", ClaseDeDato.Entero, AnioYCuatrimestre, "1")
        {
            Nota = "El cuatrimestre.",
            Valores = Enumeraciones.Cuatrimestre,
            EnContrato = "cuatrimestre",
            EnInformativa = "cuatrimestre",
        },
        new("ejercicio", ClaseDeDato.Entero, AnioYCuatrimestre, "2026")
        {
            Nota = "El año.",
            EnContrato = "ejercicio",
            EnInformativa = "ejercicio",
        },
        new("tipo_informativa", ClaseDeDato.Texto, "Tipo de informativa: normal, sin información o corrección.", "normal")
        {
            Fuente = Dato.Nuestra,
            Nulo = "El archivo publicado trae otra cosa.",
            Valores = Enumeraciones.TipoInformativa,
            EnContrato = "informativa.tipo",
            EnInformativa = "tipo",
        },
        new(
            "folio_informativa",
            ClaseDeDato.Texto,
            "Folio de la informativa, el cual es un identificador que se asigna por la herramienta ICSOE.",
            "N262253432"
        )
        {
            Nota = "Se repite en cada uno de sus contratos.",
            Nulo = NoLoTrae,
            EnContrato = "informativa.folio",
            EnInformativa = "folio",
        },
        new(
            "fecha_presentacion",
            ClaseDeDato.Fecha,
            "Fecha de presentación, refleja el momento en que fue cumplida la obligación ante el Instituto.",
            "2026-05-12"
        )
        {
            Nota = "Día de la Ciudad de México.",
            Nulo = "El archivo publicado no la trae.",
            EnContrato = "informativa.fecha_presentacion",
            EnInformativa = "fecha_presentacion",
        },
        new(
            "inconsistencias",
            ClaseDeDato.Lista,
            "Inconsistencia: información relativa a los errores u omisiones en la información.",
            "SIN_TRABAJADORES"
        )
        {
            Nota =
                "Sólo las hay en el Listado con Información Inconsistente; en el público está vacío. Son códigos, en el orden del catálogo y "
                + "separados por `;` en CSV y SQLite; en XLSX, las etiquetas de la guía separadas por `; `.",
            Valores = Enumeraciones.Inconsistencia,
            EnContrato = "inconsistencias[].codigo",
            EnInformativa = "inconsistencias[].codigo",
        },
        new("lista", ClaseDeDato.Texto, "Lista en la que está.", "publico")
        {
            Fuente = Dato.Nuestra,
            Valores = Enumeraciones.Lista,
            EnContrato = "lista",
            EnInformativa = "lista",
        },
        new("contratista_clave", ClaseDeDato.Texto, Clave, "k3v7q2m5x4a6b")
        {
            Fuente = Dato.Nuestra,
            Nota = "Del contratista.",
            Nulo = SinClave,
            EnContrato = "contratista.clave",
            EnInformativa = "contratista.clave",
        },
        new("contratante_clave", ClaseDeDato.Texto, Clave, "w2n6p4r5s7t3y")
        {
            Fuente = Dato.Nuestra,
            Nota = "Del contratante.",
            Nulo = "Informativa sin contratos, o falta el nombre o el tipo de persona.",
            EnContrato = "contratante.clave",
        },
        new("publicacion_desde", ClaseDeDato.Texto, "Primera publicación en que el renglón estuvo así.", "2026-05")
        {
            Fuente = Dato.Nuestra,
            EnListado = false,
        },
        new("publicacion_hasta", ClaseDeDato.Texto, "Primera publicación en que el renglón ya no estuvo así.", "2026-06")
        {
            Fuente = Dato.Nuestra,
            Nulo = "Sigue en la publicación del archivo.",
            EnListado = false,
        },
    ];

    /// <summary>Those of a listado: the columns of its files.</summary>
    public static IReadOnlyList<Dato> DeListado { get; } = [.. Todos.Where(dato => dato.EnListado)];

    /// <summary>What a field of a resource of the API is; null when the lists do not publish it.</summary>
    public static Dato? En(string recurso, string campo) =>
        Todos.FirstOrDefault(dato =>
            recurso switch
            {
                "contrato" => dato.EnContrato == campo,
                "informativa" => dato.EnInformativa == campo,
                "renglon" => dato.EnListado && dato.Nombre == campo,
                _ => false,
            }
        );
}
