using Icsoe.Api.Descargas;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Api.Exportaciones;

/// <summary><c>/v1/exportaciones</c>: all the rows of any query, in the formats that tools read.</summary>
public static class ExportacionesEndpoints
{
    private const string Comun =
        "Toda la consulta, sin tope: los mismos filtros que la consulta por páginas. Sin `orden`, listado por listado y en el orden de los "
        + "archivos: folio de la informativa, folio del contrato. `Icsoe-Filas` dice cuántas filas son: en la cabecera o, por "
        + "HTTP/2 y si contarlas costaría mucho, al final (trailer). Si algo falla a la mitad la conexión se corta: un archivo incompleto no pasa por completo.";

    private static readonly Formato[] Formatos =
    [
        new("csv", "CSV", Medios.Csv, "UTF-8, RFC 4180, fechas ISO; vacío es nulo."),
        new("ndjson", "NDJSON", Medios.Ndjson, "Un objeto JSON por línea, siempre con todos sus campos."),
        new(
            "xlsx",
            "XLSX",
            ArchivoSellado.TipoDe("xlsx"),
            "Los datos en la primera hoja, con los encabezados y las etiquetas de los libros que hace este programa; en la segunda, "
                + "*Metadatos*: la consulta, la publicación, sus SHA-256, qué es cada columna y los avisos. Una hoja de cálculo tiene lugar para "
                + "1,048,575 filas: si son más, la respuesta es un 422 que da la misma consulta en CSV y NDJSON."
        ),
    ];

    private static readonly string[] Nombres = ["contratos", "informativas", "renglones"];

    public static void MapExportaciones(this IEndpointRouteBuilder rutas)
    {
        Map(
            "contratos",
            "contratos, con las columnas de los archivos",
            [.. JuegosDeParametros.DeListado, .. JuegosDeParametros.DeContratos, ParametrosDeExportacion.CamposDeRenglones],
            (peticion, extension) => DeRenglones(peticion, Entidad.Contrato, "contratos", extension)
        );
        Map(
            "informativas",
            "informativas",
            [.. JuegosDeParametros.DeListado, .. JuegosDeParametros.DeInformativas, ParametrosDeExportacion.CamposDeInformativas],
            DeInformativas
        );
        Map(
            "renglones",
            "renglones: contratos, e informativas sin contratos, como en los archivos",
            [.. JuegosDeParametros.DeListado, .. JuegosDeParametros.DeContratos, ParametrosDeExportacion.CamposDeRenglones],
            (peticion, extension) => DeRenglones(peticion, Entidad.Renglon, "renglones", extension)
        );

        var validos = Nombres.SelectMany(que => Formatos.Select(formato => $"{que}.{formato.Extension}")).ToList();
        rutas
            .MapMethods("/v1/exportaciones/{archivo}", ["GET", "HEAD"], (string archivo) => NoExiste(archivo, validos))
            .ExcludeFromDescription();

        void Map(string que, string descripcion, IReadOnlyList<Parametro> parametros, Func<Peticion, string, IResult> exportar)
        {
            foreach (var (extension, titulo, medio, detalle) in Formatos)
            {
                rutas.MapLectura(
                    $"/v1/exportaciones/{que}.{extension}",
                    new(
                        $"Exportar{char.ToUpperInvariant(que[0])}{que[1..]}En{titulo[0]}{titulo[1..].ToLowerInvariant()}",
                        $"Exporta {descripcion}, en {titulo}."
                    )
                    {
                        Seccion = Secciones.Archivos,
                        Descripcion = $"{Comun} {detalle}",
                        Respuesta = extension == "xlsx" ? null : typeof(string),
                        EsExportacion = true,
                        TipoDeContenido = medio,
                        DeConsulta =
                        [
                            .. parametros,
                            .. extension == "csv" ? [ParametrosDeExportacion.Para] : (Parametro[])[],
                            TablaDeParametros.Publicacion,
                        ],
                        Problemas =
                        [
                            CatalogoDeProblemas.DemasiadasSolicitudes,
                            .. extension == "xlsx" ? [CatalogoDeProblemas.DemasiadasFilasParaXlsx] : (TipoDeProblema[])[],
                        ],
                    },
                    peticion => exportar(peticion, extension)
                );
            }
        }
    }

    private static IResult DeRenglones(Peticion peticion, Entidad entidad, string nombre, string extension)
    {
        var consulta = Filtros.De(peticion);
        return extension == "xlsx"
            ? ExportacionEnLibro.DeRenglones(peticion, consulta, entidad, nombre)
            : new ExportacionDeRenglones(peticion, consulta, entidad, nombre, extension);
    }

    private static IResult DeInformativas(Peticion peticion, string extension)
    {
        var consulta = Filtros.De(peticion);
        return extension == "xlsx"
            ? ExportacionEnLibro.DeInformativas(peticion, consulta)
            : new ExportacionDeInformativas(peticion, consulta, extension);
    }

    private static Problema NoExiste(string archivo, IReadOnlyList<string> validos)
    {
        var visible = Problema.Visible(archivo);
        var detalle = new Texto($"No existe la exportación «{visible}».", $"There is no export `{visible}`.");
        var tipo = CatalogoDeProblemas.ExportacionInexistente;
        return new(tipo, detalle) { Errores = [new(tipo, "archivo", archivo, detalle, Distancia.MasParecido(archivo, validos), validos)] };
    }

    private sealed record Formato(string Extension, string Titulo, string Medio, string Detalle);
}
