namespace Icsoe.Api.Problemas;

// Problems of HTTP itself, most of which the framework finds.
public static partial class CatalogoDeProblemas
{
    public static TipoDeProblema SolicitudInvalida { get; } =
        new(
            "SOLICITUD_INVALIDA",
            400,
            new("La solicitud no se puede leer.", "The request cannot be read."),
            new("El servidor no entendió la solicitud HTTP.", "The server did not understand the HTTP request.")
        );

    public static TipoDeProblema JsonInvalido { get; } =
        new(
            "JSON_INVALIDO",
            400,
            new("El cuerpo de la solicitud no es JSON.", "The body of the request is no JSON."),
            new(
                "No se puede leer como JSON en UTF-8, o anida demasiado. El detalle dice dónde.",
                "It cannot be read as JSON in UTF-8, or nests too deep. The detail says where."
            )
        );

    public static TipoDeProblema RutaInexistente { get; } =
        new(
            "RUTA_INEXISTENTE",
            404,
            new("No hay nada en esa dirección.", "There is nothing at that address."),
            new("/v1 enlaza todos los recursos; /swagger los documenta.", "/v1 links to every resource; /swagger documents them.")
        );

    public static TipoDeProblema MetodoNoPermitido { get; } =
        new(
            "METODO_NO_PERMITIDO",
            405,
            new("Esa dirección no admite ese método.", "That address does not take that method."),
            new("La cabecera Allow dice cuáles admite.", "The Allow header says which ones it takes.")
        );

    public static TipoDeProblema FormatoNoDisponible { get; } =
        new(
            "FORMATO_NO_DISPONIBLE",
            406,
            new("No hay una representación de las que pide Accept.", "None of the representations Accept asks for exists."),
            new("Los recursos se entregan como application/json.", "Resources are served as application/json.")
        );

    public static TipoDeProblema PrecondicionFallida { get; } =
        new(
            "PRECONDICION_FALLIDA",
            412,
            new("El archivo ya no es el que la solicitud suponía.", "The file is no longer the one the request assumed."),
            new("If-Match nombra otra versión del archivo.", "If-Match names another version of the file.")
        );

    public static TipoDeProblema CuerpoDemasiadoGrande { get; } =
        new(
            "CUERPO_DEMASIADO_GRANDE",
            413,
            new("El cuerpo de la solicitud es demasiado grande.", "The body of the request is too large."),
            new("Envía menos datos por solicitud.", "Send less data per request.")
        );

    public static TipoDeProblema CuerpoDemasiadoLento { get; } =
        new(
            "CUERPO_DEMASIADO_LENTO",
            408,
            new("El cuerpo de la solicitud tardó demasiado en llegar.", "The body of the request took too long to arrive."),
            new(
                "Un cuerpo de más de 64 KiB debe llegar entero en 30 segundos. Envíalo en partes más pequeñas.",
                "A body over 64 KiB must arrive whole within 30 seconds. Send it in smaller parts."
            )
        );

    public static TipoDeProblema FormularioInvalido { get; } =
        new(
            "FORMULARIO_INVALIDO",
            400,
            new("El formulario no se puede leer.", "The form cannot be read."),
            new(
                "Un archivo se envía en multipart/form-data con un solo campo, «archivo»; también se puede enviar solo, como cuerpo.",
                "A file is sent in multipart/form-data with one field only, `archivo`; it can also be sent alone, as the body."
            )
        );

    public static TipoDeProblema TipoDeCuerpoNoAdmitido { get; } =
        new(
            "TIPO_DE_CUERPO_NO_ADMITIDO",
            415,
            new("No se admite ese tipo de contenido.", "That content type is not taken."),
            new("Revisa la cabecera Content-Type de la solicitud.", "Check the Content-Type header of the request.")
        );

    public static TipoDeProblema RangoNoSatisfacible { get; } =
        new(
            "RANGO_NO_SATISFACIBLE",
            416,
            new("El rango pedido está fuera del archivo.", "The requested range is outside the file."),
            new("Content-Range dice cuánto mide el archivo.", "Content-Range says how long the file is.")
        );

    public static TipoDeProblema ContenidoInvalido { get; } =
        new(
            "CONTENIDO_INVALIDO",
            422,
            new("El contenido enviado no es válido.", "The content sent is not valid."),
            new("Se pudo leer, pero no cumple lo que se pide.", "It could be read, but does not meet what is asked.")
        );

    public static TipoDeProblema DemasiadasSolicitudes { get; } =
        new(
            "DEMASIADAS_SOLICITUDES",
            429,
            new("Demasiadas solicitudes en poco tiempo.", "Too many requests in a short time."),
            new("Espera lo que indica la cabecera Retry-After.", "Wait as long as the Retry-After header says.")
        );

    public static TipoDeProblema ErrorInterno { get; } =
        new(
            "ERROR_INTERNO",
            500,
            new("Algo falló en el servidor.", "Something failed in the server."),
            new("No es culpa de la solicitud. Inténtalo más tarde.", "It is not the request's fault. Try again later.")
        );
}
