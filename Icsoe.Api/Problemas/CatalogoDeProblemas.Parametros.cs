namespace Icsoe.Api.Problemas;

// Problems of the parameters of a request.
public static partial class CatalogoDeProblemas
{
    public static TipoDeProblema ParametroDesconocido { get; } =
        new(
            "PARAMETRO_DESCONOCIDO",
            400,
            new("La solicitud trae un parámetro que no existe.", "The request has a parameter that does not exist."),
            new(
                "Un parámetro mal escrito nunca se ignora, porque la respuesta sería otra que la esperada. «sugerencia» trae el más parecido y «validos», todos los que admite esa dirección.",
                "A misspelt parameter is never ignored, because the answer would not be the expected one. `sugerencia` holds the closest and `validos` all those this address takes."
            )
        );

    public static TipoDeProblema ParametroRepetido { get; } =
        new(
            "PARAMETRO_REPETIDO",
            400,
            new("Un parámetro de un solo valor viene más de una vez.", "A single-valued parameter is given more than once."),
            new(
                "Deja uno solo. Los parámetros que sí admiten varios valores lo dicen en su descripción: se repiten y equivalen a «o».",
                "Keep only one. Parameters that do take several values say so in their description: repeat them and they mean \"or\"."
            )
        );

    public static TipoDeProblema ParametroFaltante { get; } =
        new(
            "PARAMETRO_FALTANTE",
            400,
            new("Falta un parámetro que es necesario.", "A parameter that is needed is missing."),
            new(
                "Sin él la pregunta no tiene respuesta. El error lo nombra y da un ejemplo.",
                "Without it the question has no answer. The error names it and gives an example."
            )
        );

    public static TipoDeProblema ParametrosExcluyentes { get; } =
        new(
            "PARAMETROS_EXCLUYENTES",
            400,
            new("Dos parámetros no van juntos.", "Two parameters do not go together."),
            new("Cada uno hace otra pregunta: deja sólo uno.", "Each asks another question: keep only one.")
        );

    public static TipoDeProblema ParametroVacio { get; } =
        new(
            "PARAMETRO_VACIO",
            400,
            new("Un parámetro viene sin valor.", "A parameter has no value."),
            new(
                "Escribe su valor o quita el parámetro: uno vacío no filtra nada.",
                "Give it a value or drop it: an empty one filters nothing."
            )
        );

    public static TipoDeProblema ParametroDemasiadoLargo { get; } =
        new(
            "PARAMETRO_DEMASIADO_LARGO",
            400,
            new("El valor de un parámetro es demasiado largo.", "The value of a parameter is too long."),
            new("Ningún valor pasa de 512 caracteres.", "No value is longer than 512 characters.")
        );

    public static TipoDeProblema DemasiadosValores { get; } =
        new(
            "DEMASIADOS_VALORES",
            400,
            new("Un parámetro trae demasiados valores.", "A parameter has too many values."),
            new("Reparte los valores en varias solicitudes.", "Split the values over several requests.")
        );

    public static TipoDeProblema ValorInvalido { get; } =
        new(
            "VALOR_INVALIDO",
            400,
            new("El valor de un parámetro no es válido.", "The value of a parameter is not valid."),
            new(
                "El valor no tiene la forma que pide el parámetro o no es uno de los que existen. Mayúsculas y minúsculas importan.",
                "The value does not have the form the parameter asks for, or is none of those that exist. Case matters."
            )
        );

    public static TipoDeProblema ValorFueraDeRango { get; } =
        new(
            "VALOR_FUERA_DE_RANGO",
            400,
            new("El valor de un parámetro está fuera de rango.", "The value of a parameter is out of range."),
            new("El detalle dice entre qué límites se admite.", "The detail says between which limits it is taken.")
        );

    public static TipoDeProblema PublicacionConfundida { get; } =
        new(
            "PUBLICACION_CONFUNDIDA",
            400,
            new("El valor es un periodo, no una publicación.", "The value is a periodo, not a publication."),
            new(
                "Un periodo es el cuatrimestre al que corresponden los datos (2026-1). Una publicación es el mes en que salió la versión (2026-06).",
                "A periodo is the four-month term the data belong to (2026-1). A publication is the month in which the version came out (2026-06)."
            )
        );

    public static TipoDeProblema PeriodoConfundido { get; } =
        new(
            "PERIODO_CONFUNDIDO",
            400,
            new("El valor es una publicación, no un periodo.", "The value is a publication, not a periodo."),
            new(
                "Un periodo es el cuatrimestre al que corresponden los datos (2026-1). Una publicación es el mes en que salió la versión (2026-06).",
                "A periodo is the four-month term the data belong to (2026-1). A publication is the month in which the version came out (2026-06)."
            )
        );

    public static TipoDeProblema CursorInvalido { get; } =
        new(
            "CURSOR_INVALIDO",
            400,
            new("El cursor no sirve para esta consulta.", "The cursor does not serve this query."),
            new(
                "Un cursor se toma tal cual de «siguiente» y se envía con los mismos filtros y el mismo «orden»; sólo «limite» e «incluir» pueden cambiar. Para empezar de nuevo, quítalo.",
                "A cursor is taken as it is from `siguiente` and sent with the same filters and `orden`; only `limite` and `incluir` may change. To start again, drop it."
            )
        );

    public static TipoDeProblema ParametrosInvalidos { get; } =
        new(
            "PARAMETROS_INVALIDOS",
            400,
            new("La solicitud tiene varios errores.", "The request has several errors."),
            new("«errores» los trae todos, cada uno con su código.", "`errores` holds them all, each with its code.")
        );

    public static TipoDeProblema DemasiadasFilasParaXlsx { get; } =
        new(
            "DEMASIADAS_FILAS_PARA_XLSX",
            422,
            new("Las filas no caben en una hoja de XLSX.", "The rows do not fit in a sheet of XLSX."),
            new(
                "Una hoja de cálculo tiene lugar para 1,048,575 filas además del encabezado, y un archivo nunca se entrega cortado. «validos» trae la misma consulta en CSV y en NDJSON, que no tienen tope; o acótala, por ejemplo a un periodo.",
                "A sheet has room for 1,048,575 rows besides its header, and a file is never handed out cut short. `validos` holds the same query as CSV and as NDJSON, which have no cap; or narrow it, to one periodo for instance."
            )
        );

    public static TipoDeProblema ConsultaDemasiadoAmplia { get; } =
        new(
            "CONSULTA_DEMASIADO_AMPLIA",
            422,
            new("La consulta es demasiado amplia.", "The query is too broad."),
            new(
                "Responderla costaría más trabajo del que admite una solicitud. Agrega alguno de los filtros de «acotar», el más útil primero, y vuelve a enviarla.",
                "Answering it would take more work than one request may cost. Add some of the filters in `acotar`, the most useful first, and send it again."
            )
        );
}
