using System.Text.Json.Nodes;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Api.Publicaciones;

namespace Icsoe.Api.Catalogo;

/// <summary>The data described for machines, by each standard.</summary>
public static class CatalogoEndpoints
{
    public static void MapCatalogo(this IEndpointRouteBuilder rutas) =>
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
                Problemas =
                [
                    CatalogoDeProblemas.ValorInvalido,
                    CatalogoDeProblemas.PublicacionConfundida,
                    CatalogoDeProblemas.PublicacionInexistente,
                ],
            },
            peticion =>
                RutaDePublicacion.Leer(peticion, out var fijada) is { } problema
                    ? problema
                    : fijada!.Documento(PaqueteDeDatos.Escribir(fijada), PaqueteDeDatos.Tipo)
        );
}
