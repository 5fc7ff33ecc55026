using System.Text.Json.Nodes;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Publicaciones;

namespace Icsoe.Api.Catalogo;

/// <summary>The data described for machines, by each standard.</summary>
public static class CatalogoEndpoints
{
    private const string JsonLd = "application/ld+json";

    private static readonly Parametro<Func<Peticion, JsonObject>> Vocabulario = TablaDeParametros.Enumerado<Func<Peticion, JsonObject>>(
        "vocabulario",
        "Con qué palabras se describe: `dcat` (DCAT 3, el de los catálogos de datos; sin el parámetro, éste) o `schema` (schema.org, el de los buscadores).",
        new Dictionary<string, Func<Peticion, JsonObject>> { ["dcat"] = Dcat.Describir, ["schema"] = SchemaOrg.Describir },
        multiple: false
    );

    public static void MapCatalogo(this IEndpointRouteBuilder rutas)
    {
        rutas.MapLectura(
            "/v1/catalogo",
            new("ConsultarCatalogo", "Todo lo que hay para descargar, descrito para catálogos de datos y buscadores.")
            {
                Seccion = Secciones.Archivos,
                Descripcion =
                    "JSON-LD: cada lista es una serie, cada listado un conjunto de datos y cada archivo una distribución con su SHA-256; también "
                    + "los archivos con todos los periodos. Con la licencia, cómo citarlos y el aviso bajo el que se publican. Las direcciones "
                    + "son absolutas si quien opera el servidor indicó la suya.",
                Respuesta = typeof(JsonObject),
                TipoDeContenido = JsonLd,
                Ejemplo = Dcat.Ejemplo,
                DeConsulta = [Vocabulario, TablaDeParametros.Publicacion],
            },
            peticion => peticion.Documento(Documentos.Escribir((peticion.Valores.Uno(Vocabulario) ?? Dcat.Describir)(peticion)), JsonLd)
        );
        rutas.MapLectura(
            "/v1/publicaciones/{id}/datapackage.json",
            new("DescargarPaqueteDeDatos", "Una publicación como Frictionless Data Package.")
            {
                Seccion = Secciones.Publicaciones,
                Descripcion =
                    "Cada archivo con su tamaño, su SHA-256 y, los que hace este programa, sus columnas: tipo, significado y valores. Con la "
                    + "fuente, el fundamento legal, la INFORMACIÓN IMPORTANTE, el aviso sobre homónimos, la licencia y cómo citarla. Data "
                    + "Package versión 1; las rutas son relativas a este documento.",
                Respuesta = typeof(JsonObject),
                TipoDeContenido = PaqueteDeDatos.Tipo,
                Ejemplo = PaqueteDeDatos.Ejemplo,
                DeRuta = [RutaDePublicacion.Id],
                Problemas = RutaDePublicacion.Problemas,
            },
            peticion =>
                RutaDePublicacion.Leer(peticion, out var fijada) is { } problema
                    ? problema
                    : fijada!.Documento(PaqueteDeDatos.Escribir(fijada), PaqueteDeDatos.Tipo)
        );
    }
}
