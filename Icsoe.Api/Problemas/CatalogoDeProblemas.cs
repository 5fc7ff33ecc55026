namespace Icsoe.Api.Problemas;

/// <summary>Every problem this API answers with, once: it feeds the answers, <c>/v1/problemas</c> and the OpenAPI document.</summary>
public static class CatalogoDeProblemas
{
    // First of all: the entries below register themselves here, in order.
    private static readonly List<TipoDeProblema> Registrados = [];

    public static TipoDeProblema ParametroDesconocido { get; } =
        Nuevo(
            "PARAMETRO_DESCONOCIDO",
            400,
            new("La solicitud trae un parámetro que no existe.", "The request has a parameter that does not exist."),
            new(
                "Un parámetro mal escrito nunca se ignora, porque la respuesta sería otra que la esperada. «sugerencia» trae el más parecido y «validos», todos los que admite esa dirección.",
                "A misspelt parameter is never ignored, because the answer would not be the expected one. `sugerencia` holds the closest and `validos` all those this address takes."
            )
        );

    public static TipoDeProblema ParametroRepetido { get; } =
        Nuevo(
            "PARAMETRO_REPETIDO",
            400,
            new("Un parámetro de un solo valor viene más de una vez.", "A single-valued parameter is given more than once."),
            new(
                "Deja uno solo. Los parámetros que sí admiten varios valores lo dicen en su descripción: se repiten y equivalen a «o».",
                "Keep only one. Parameters that do take several values say so in their description: repeat them and they mean \"or\"."
            )
        );

    public static TipoDeProblema ParametroVacio { get; } =
        Nuevo(
            "PARAMETRO_VACIO",
            400,
            new("Un parámetro viene sin valor.", "A parameter has no value."),
            new(
                "Escribe su valor o quita el parámetro: uno vacío no filtra nada.",
                "Give it a value or drop it: an empty one filters nothing."
            )
        );

    public static TipoDeProblema ParametroDemasiadoLargo { get; } =
        Nuevo(
            "PARAMETRO_DEMASIADO_LARGO",
            400,
            new("El valor de un parámetro es demasiado largo.", "The value of a parameter is too long."),
            new("Ningún valor pasa de 512 caracteres.", "No value is longer than 512 characters.")
        );

    public static TipoDeProblema DemasiadosValores { get; } =
        Nuevo(
            "DEMASIADOS_VALORES",
            400,
            new("Un parámetro trae demasiados valores.", "A parameter has too many values."),
            new("Reparte los valores en varias solicitudes.", "Split the values over several requests.")
        );

    public static TipoDeProblema ValorInvalido { get; } =
        Nuevo(
            "VALOR_INVALIDO",
            400,
            new("El valor de un parámetro no es válido.", "The value of a parameter is not valid."),
            new(
                "El valor no tiene la forma que pide el parámetro o no es uno de los que existen. Mayúsculas y minúsculas importan.",
                "The value does not have the form the parameter asks for, or is none of those that exist. Case matters."
            )
        );

    public static TipoDeProblema ValorFueraDeRango { get; } =
        Nuevo(
            "VALOR_FUERA_DE_RANGO",
            400,
            new("El valor de un parámetro está fuera de rango.", "The value of a parameter is out of range."),
            new("El detalle dice entre qué límites se admite.", "The detail says between which limits it is taken.")
        );

    public static TipoDeProblema PublicacionConfundida { get; } =
        Nuevo(
            "PUBLICACION_CONFUNDIDA",
            400,
            new("El valor es un periodo, no una publicación.", "The value is a periodo, not a publication."),
            new(
                "Un periodo es el cuatrimestre al que corresponden los datos (2026-1). Una publicación es el mes en que salió la versión (2026-06).",
                "A periodo is the four-month term the data belong to (2026-1). A publication is the month in which the version came out (2026-06)."
            )
        );

    public static TipoDeProblema PeriodoConfundido { get; } =
        Nuevo(
            "PERIODO_CONFUNDIDO",
            400,
            new("El valor es una publicación, no un periodo.", "The value is a publication, not a periodo."),
            new(
                "Un periodo es el cuatrimestre al que corresponden los datos (2026-1). Una publicación es el mes en que salió la versión (2026-06).",
                "A periodo is the four-month term the data belong to (2026-1). A publication is the month in which the version came out (2026-06)."
            )
        );

    public static TipoDeProblema CursorInvalido { get; } =
        Nuevo(
            "CURSOR_INVALIDO",
            400,
            new("El cursor no sirve para esta consulta.", "The cursor does not serve this query."),
            new(
                "Un cursor se toma tal cual de «siguiente» y se envía con los mismos filtros; sólo «limite» puede cambiar. Para empezar de nuevo, quítalo.",
                "A cursor is taken as it is from `siguiente` and sent with the same filters; only `limite` may change. To start again, drop it."
            )
        );

    public static TipoDeProblema ParametrosInvalidos { get; } =
        Nuevo(
            "PARAMETROS_INVALIDOS",
            400,
            new("La solicitud tiene varios errores.", "The request has several errors."),
            new("«errores» los trae todos, cada uno con su código.", "`errores` holds them all, each with its code.")
        );

    public static TipoDeProblema SolicitudInvalida { get; } =
        Nuevo(
            "SOLICITUD_INVALIDA",
            400,
            new("La solicitud no se puede leer.", "The request cannot be read."),
            new("El servidor no entendió la solicitud HTTP.", "The server did not understand the HTTP request.")
        );

    public static TipoDeProblema ListaInexistente { get; } =
        Nuevo(
            "LISTA_INEXISTENTE",
            404,
            new("No existe esa lista.", "There is no such list."),
            new(
                "Hay dos: «publico» (Listado Público) e «inconsistente» (Listado con Información Inconsistente).",
                "There are two: `publico` (Listado Público) and `inconsistente` (Listado con Información Inconsistente)."
            )
        );

    public static TipoDeProblema EjercicioInexistente { get; } =
        Nuevo(
            "EJERCICIO_INEXISTENTE",
            404,
            new("No hay listados de ese ejercicio.", "There are no listings of that year."),
            new("Los listados van de 2021 al año en curso.", "Listings go from 2021 to the current year.")
        );

    public static TipoDeProblema CuatrimestreInexistente { get; } =
        Nuevo(
            "CUATRIMESTRE_INEXISTENTE",
            404,
            new("No existe ese cuatrimestre.", "There is no such cuatrimestre."),
            new(
                "1 es enero-abril, 2 es mayo-agosto y 3 es septiembre-diciembre.",
                "1 is January-April, 2 is May-August and 3 is September-December."
            )
        );

    public static TipoDeProblema PublicacionInexistente { get; } =
        Nuevo(
            "PUBLICACION_INEXISTENTE",
            404,
            new("No existe esa publicación.", "There is no such publication."),
            new("/v1/publicaciones las enumera todas.", "/v1/publicaciones lists them all.")
        );

    public static TipoDeProblema ContratoInexistente { get; } =
        Nuevo(
            "CONTRATO_INEXISTENTE",
            404,
            new("No hay ningún contrato con ese folio.", "There is no contract with that folio."),
            new(
                "Ningún listado de la publicación consultada trae un contrato con ese folio. Revisa mayúsculas y ceros.",
                "No listing of the publication asked for has a contract with that folio. Check case and zeros."
            )
        );

    public static TipoDeProblema ContratoRetirado { get; } =
        Nuevo(
            "CONTRATO_RETIRADO",
            410,
            new("El contrato ya no está en los listados.", "The contract is no longer in the listings."),
            new(
                "Estuvo publicado y dejó de estarlo. «ultima_publicacion» dice en cuál se vio por última vez; ahí se sigue consultando.",
                "It was published and no longer is. `ultima_publicacion` says where it was last seen; it can still be read there."
            )
        );

    public static TipoDeProblema InformativaInexistente { get; } =
        Nuevo(
            "INFORMATIVA_INEXISTENTE",
            404,
            new("No hay ninguna informativa con ese folio.", "There is no informativa with that folio."),
            new(
                "Ningún listado de la publicación consultada trae una informativa con ese folio. Revisa mayúsculas y ceros.",
                "No listing of the publication asked for has an informativa with that folio. Check case and zeros."
            )
        );

    public static TipoDeProblema InformativaRetirada { get; } =
        Nuevo(
            "INFORMATIVA_RETIRADA",
            410,
            new("La informativa ya no está en los listados.", "The informativa is no longer in the listings."),
            new(
                "Estuvo publicada y dejó de estarlo, por ejemplo porque otra la sustituyó. «ultima_publicacion» dice en cuál se vio por última vez.",
                "It was published and no longer is, for instance because another replaced it. `ultima_publicacion` says where it was last seen."
            )
        );

    public static TipoDeProblema ArchivoInexistente { get; } =
        Nuevo(
            "ARCHIVO_INEXISTENTE",
            404,
            new("No existe ese archivo.", "There is no such file."),
            new(
                "Los nombres son los del IMSS y distinguen mayúsculas: LPP2026.xlsx. Cada listado publica los suyos en «archivos».",
                "Names are IMSS's and case-sensitive: LPP2026.xlsx. Each listing gives its own under `archivos`."
            )
        );

    public static TipoDeProblema ArchivoRetenido { get; } =
        Nuevo(
            "ARCHIVO_RETENIDO",
            404,
            new("Este servidor no entrega los originales del IMSS.", "This server does not hand out IMSS's originals."),
            new(
                "Quien opera este servidor decidió no redistribuir los archivos originales (Icsoe__Originales=retener). Su SHA-256 sigue publicado; descárgalos del IMSS y compáralo.",
                "Whoever runs this server chose not to redistribute the original files (Icsoe__Originales=retener). Their SHA-256 is still published; download them from IMSS and compare."
            )
        );

    public static TipoDeProblema InconsistenciaInexistente { get; } =
        Nuevo(
            "INCONSISTENCIA_INEXISTENTE",
            404,
            new("No existe esa inconsistencia.", "There is no such inconsistency."),
            new("/v1/inconsistencias las enumera todas.", "/v1/inconsistencias lists them all.")
        );

    public static TipoDeProblema ProblemaInexistente { get; } =
        Nuevo(
            "PROBLEMA_INEXISTENTE",
            404,
            new("No existe ese problema.", "There is no such problem."),
            new("/v1/problemas los enumera todos.", "/v1/problemas lists them all.")
        );

    public static TipoDeProblema RutaInexistente { get; } =
        Nuevo(
            "RUTA_INEXISTENTE",
            404,
            new("No hay nada en esa dirección.", "There is nothing at that address."),
            new("/v1 enlaza todos los recursos; /swagger los documenta.", "/v1 links to every resource; /swagger documents them.")
        );

    public static TipoDeProblema MetodoNoPermitido { get; } =
        Nuevo(
            "METODO_NO_PERMITIDO",
            405,
            new("Esa dirección no admite ese método.", "That address does not take that method."),
            new("La cabecera Allow dice cuáles admite.", "The Allow header says which ones it takes.")
        );

    public static TipoDeProblema FormatoNoDisponible { get; } =
        Nuevo(
            "FORMATO_NO_DISPONIBLE",
            406,
            new("No hay una representación de las que pide Accept.", "None of the representations Accept asks for exists."),
            new("Los recursos se entregan como application/json.", "Resources are served as application/json.")
        );

    public static TipoDeProblema PrecondicionFallida { get; } =
        Nuevo(
            "PRECONDICION_FALLIDA",
            412,
            new("El archivo ya no es el que la solicitud suponía.", "The file is no longer the one the request assumed."),
            new("If-Match nombra otra versión del archivo.", "If-Match names another version of the file.")
        );

    public static TipoDeProblema CuerpoDemasiadoGrande { get; } =
        Nuevo(
            "CUERPO_DEMASIADO_GRANDE",
            413,
            new("El cuerpo de la solicitud es demasiado grande.", "The body of the request is too large."),
            new("Envía menos datos por solicitud.", "Send less data per request.")
        );

    public static TipoDeProblema TipoDeCuerpoNoAdmitido { get; } =
        Nuevo(
            "TIPO_DE_CUERPO_NO_ADMITIDO",
            415,
            new("No se admite ese tipo de contenido.", "That content type is not taken."),
            new("Revisa la cabecera Content-Type de la solicitud.", "Check the Content-Type header of the request.")
        );

    public static TipoDeProblema RangoNoSatisfacible { get; } =
        Nuevo(
            "RANGO_NO_SATISFACIBLE",
            416,
            new("El rango pedido está fuera del archivo.", "The requested range is outside the file."),
            new("Content-Range dice cuánto mide el archivo.", "Content-Range says how long the file is.")
        );

    public static TipoDeProblema ContenidoInvalido { get; } =
        Nuevo(
            "CONTENIDO_INVALIDO",
            422,
            new("El contenido enviado no es válido.", "The content sent is not valid."),
            new("Se pudo leer, pero no cumple lo que se pide.", "It could be read, but does not meet what is asked.")
        );

    public static TipoDeProblema DemasiadasSolicitudes { get; } =
        Nuevo(
            "DEMASIADAS_SOLICITUDES",
            429,
            new("Demasiadas solicitudes en poco tiempo.", "Too many requests in a short time."),
            new("Espera lo que indica la cabecera Retry-After.", "Wait as long as the Retry-After header says.")
        );

    public static TipoDeProblema ErrorInterno { get; } =
        Nuevo(
            "ERROR_INTERNO",
            500,
            new("Algo falló en el servidor.", "Something failed in the server."),
            new("No es culpa de la solicitud. Inténtalo más tarde.", "It is not the request's fault. Try again later.")
        );

    public static TipoDeProblema ArchivoDanado { get; } =
        Nuevo(
            "ARCHIVO_DANADO",
            500,
            new("El archivo guardado no es el que se selló.", "The stored file is not the one that was sealed."),
            new(
                "Falta o cambió de tamaño en el disco, y no se entrega nada que no sea el original. Quien opera el servidor puede restaurarlo de un respaldo; «verificar» dice cuáles.",
                "It is missing or changed size on disk, and nothing but the original is handed out. Whoever runs the server can restore it from a backup; `verificar` says which."
            )
        );

    public static TipoDeProblema SinPublicaciones { get; } =
        Nuevo(
            "SIN_PUBLICACIONES",
            503,
            new("Todavía no hay ninguna publicación.", "There is no publication yet."),
            new(
                "El almacén está vacío. Importa un listado: dotnet run --project Icsoe.Api -- importar LPP2026.xlsx",
                "The store is empty. Import a listing: dotnet run --project Icsoe.Api -- importar LPP2026.xlsx"
            )
        );

    public static TipoDeProblema AlmacenIlegible { get; } =
        Nuevo(
            "ALMACEN_ILEGIBLE",
            503,
            new("El almacén no se puede leer.", "The store cannot be read."),
            new(
                "El servidor está en pie, pero no pudo abrir su base de datos. Revísala con: dotnet run --project Icsoe.Api -- verificar",
                "The server is up but could not open its database. Check it with: dotnet run --project Icsoe.Api -- verificar"
            )
        );

    /// <summary>Every problem, by status and then by code.</summary>
    public static IReadOnlyList<TipoDeProblema> Todos { get; } =
    [.. Registrados.OrderBy(tipo => tipo.Estado).ThenBy(tipo => tipo.Codigo, StringComparer.Ordinal)];

    /// <summary>The problem of a code exactly as written; null when there is none.</summary>
    public static TipoDeProblema? Buscar(string codigo) => Todos.FirstOrDefault(tipo => tipo.Codigo == codigo);

    /// <summary>What a bare status means: for paths without a route and for what the server itself refuses.</summary>
    public static TipoDeProblema DeEstado(int estado) =>
        estado switch
        {
            404 => RutaInexistente,
            405 => MetodoNoPermitido,
            406 => FormatoNoDisponible,
            412 => PrecondicionFallida,
            413 => CuerpoDemasiadoGrande,
            415 => TipoDeCuerpoNoAdmitido,
            416 => RangoNoSatisfacible,
            422 => ContenidoInvalido,
            429 => DemasiadasSolicitudes,
            >= 500 => ErrorInterno,
            _ => SolicitudInvalida,
        };

    private static TipoDeProblema Nuevo(string codigo, int estado, Texto titulo, Texto explicacion)
    {
        var tipo = new TipoDeProblema(codigo, estado, titulo, explicacion);
        Registrados.Add(tipo);
        return tipo;
    }
}
