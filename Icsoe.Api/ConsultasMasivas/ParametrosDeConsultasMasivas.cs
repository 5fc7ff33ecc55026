using Icsoe.Api.Parametros;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.ConsultasMasivas;

/// <summary>What a file cannot say of itself, and what holds for every line that does not say it.</summary>
public static class ParametrosDeConsultasMasivas
{
    /// <summary>Where it is asked; all of the publication without it.</summary>
    public static Parametro<Periodo> Periodo { get; } =
        TablaDeParametros.Periodo.Uno() with
        {
            Descripcion =
                "Año y cuatrimestre por el que se pregunta. Sin él, todos los de la publicación. Si el JSON trae `periodo`, cuenta ése.",
        };

    /// <summary>The publication that it is compared with.</summary>
    public static Parametro<SeleccionDePublicacion> Contra { get; } =
        ParametrosDeCambios.Contra with
        {
            Descripcion =
                "Publicación con la que se compara, de antes o de después: año y mes (`2026-05`), la segunda del mes (`2026-05.2`) o `ultima`. "
                + "Si el JSON trae `contra`, cuenta ésa.",
        };

    /// <summary>Of the lines that do not say it.</summary>
    public static Parametro<Rol> Rol { get; } =
        ParametrosDePartes.Rol.Uno() with
        {
            Descripcion =
                "Qué es en los contratos, para las líneas que no lo dicen: `contratista`, quien presta el servicio, o `contratante`, quien lo contrata.",
        };

    /// <summary>Of the lines that do not say it.</summary>
    public static Parametro<TipoPersona> TipoPersona { get; } =
        ParametrosDePartes.TipoPersona.Uno() with
        {
            Descripcion = "Tipo de persona, para las líneas que no lo dicen: `fisica` o `moral`.",
        };

    /// <summary>The client, of the lines that do not say it.</summary>
    public static Parametro<string> Contratante { get; } =
        Nombre(
            "contratante",
            "Nombre del cliente cuyos contratos se buscan, para las líneas que no lo dicen: responde `con_contratante`.",
            "COMERCIAL EJEMPLO, S.A. DE C.V."
        ) with
        {
            Lector = Pedido.Nombre,
        };

    /// <summary>What the column of a file has.</summary>
    public static Parametro<Pregunta> Por { get; } =
        TablaDeParametros.Enumerado(
            "por",
            "Qué trae la columna de un archivo: `nombre` (si falta), `folio` de contrato o de informativa, o `clave`.",
            new Dictionary<string, Pregunta>
            {
                ["nombre"] = Pregunta.Nombre,
                ["folio"] = Pregunta.Folio,
                ["clave"] = Pregunta.Clave,
            },
            multiple: false
        );

    /// <summary>Header of the column that is asked by.</summary>
    public static Parametro<string> Columna { get; } =
        Nombre(
            "columna",
            "De un archivo, encabezado de la columna por la que se pregunta. Sin él, la que se llame «nombre», «proveedor», «contratista» o "
                + "«razón social» (o «folio», o «clave», según `por`).",
            "Proveedor"
        );

    /// <summary>Header of the column with the client.</summary>
    public static Parametro<string> ColumnaContratante { get; } =
        Nombre(
            "columna_contratante",
            "De un archivo, encabezado de la columna con el cliente de cada línea. Sin él, la que se llame «contratante» o «cliente», si la hay.",
            "Cliente"
        );

    /// <summary>Header of the column with the reference.</summary>
    public static Parametro<string> ColumnaRef { get; } =
        Nombre(
            "columna_ref",
            "De un archivo, encabezado de la columna con la referencia de cada línea. Sin él, la que se llame «ref» o «referencia», si la hay.",
            "Número de proveedor"
        );

    /// <summary>How it is answered.</summary>
    public static Parametro<string> Formato { get; } =
        TablaDeParametros.Enumerado(
            "formato",
            "Cómo se responde: `json`, `csv` o `xlsx`. Sin él, lo que diga Accept; si no dice, `json`.",
            FormatoDeRespuesta.Todos.ToDictionary(formato => formato.Nombre, formato => formato.Nombre),
            multiple: false
        );

    /// <summary>All of them, in the order of the document.</summary>
    public static IReadOnlyList<Parametro> Todos { get; } =
    [Periodo, TablaDeParametros.Publicacion, Contra, Rol, TipoPersona, Contratante, Por, Columna, ColumnaContratante, ColumnaRef, Formato];

    private static Parametro<string> Nombre(string nombre, string descripcion, string ejemplo) =>
        new()
        {
            Nombre = nombre,
            Descripcion = descripcion,
            Ejemplo = ejemplo,
            Lector = LectoresDeBusqueda.Texto,
        };
}

/// <summary>By what a line asks.</summary>
public enum Pregunta
{
    /// <summary>In the query <c>nombre</c>.</summary>
    Nombre,

    /// <summary>In the query <c>folio</c>: of a contract or of an informativa.</summary>
    Folio,

    /// <summary>In the query <c>clave</c>.</summary>
    Clave,
}
