using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Peticiones;

namespace Icsoe.Api.Publicaciones;

/// <summary><c>/v1/publicaciones/{id}/calidad</c>: what sealing counted.</summary>
public static class CalidadEndpoints
{
    public static void MapCalidad(this IEndpointRouteBuilder rutas) =>
        rutas.MapLectura(
            "/v1/publicaciones/{id}/calidad",
            new("ConsultarCalidad", "El informe de calidad de una publicación.")
            {
                Seccion = Secciones.Publicaciones,
                Descripcion =
                    "Se hace al sellar: cuánto cambió cada listado desde la publicación anterior, y cuántas cosas llaman la atención en sus "
                    + "renglones. Las listas se toman como vienen; el informe sólo lo cuenta. `ultima` es otro nombre de la vigente.",
                Respuesta = typeof(CalidadResponse),
                DeRuta = [RutaDePublicacion.Id],
                Problemas = RutaDePublicacion.Problemas,
            },
            peticion => RutaDePublicacion.Leer(peticion, out var fijada) is { } problema ? problema : Responder(fijada!)
        );

    private static RespuestaJson Responder(Peticion fijada)
    {
        var (almacen, publicacion) = (fijada.Almacen, fijada.Publicacion!);
        return fijada.Recurso(
            CalidadResponse.From(
                publicacion,
                publicacion.Anterior is { } anterior ? almacen.Buscar(anterior) : null,
                almacen.Listados(publicacion.Secuencia),
                almacen.Listados(publicacion.Secuencia - 1),
                almacen.Calidad(publicacion.Secuencia)
            ),
            IcsoeJson.Actual.CalidadResponse
        );
    }
}
