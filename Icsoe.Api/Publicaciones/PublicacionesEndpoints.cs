using Icsoe.Api.Catalogo;
using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;

namespace Icsoe.Api.Publicaciones;

/// <summary><c>/v1/publicaciones</c>: every version that was sealed.</summary>
public static class PublicacionesEndpoints
{
    public static void MapPublicaciones(this IEndpointRouteBuilder rutas)
    {
        rutas.MapLectura(
            "/v1/publicaciones",
            new("ConsultarPublicaciones", "Todas las publicaciones, de la más reciente a la primera.")
            {
                Seccion = Secciones.Publicaciones,
                Descripcion = "Con `publicacion`, las que había hasta esa.",
                Respuesta = typeof(Coleccion<PublicacionResponse>),
                DeConsulta = [TablaDeParametros.Publicacion],
            },
            Todas
        );
        rutas.MapLectura(
            "/v1/publicaciones/{id}",
            new("ConsultarPublicacion", "Una publicación.")
            {
                Seccion = Secciones.Publicaciones,
                Descripcion = "`ultima` es otro nombre de la vigente.",
                Respuesta = typeof(PublicacionResponse),
                DeRuta = [RutaDePublicacion.Id],
                Problemas = RutaDePublicacion.Problemas,
            },
            peticion =>
                RutaDePublicacion.Leer(peticion, out var fijada) is { } problema
                    ? problema
                    : fijada!.Recurso(
                        PublicacionResponse.From(fijada.Publicacion!, Edicion.De(fijada)),
                        IcsoeJson.Actual.PublicacionResponse
                    )
        );
    }

    private static RespuestaJson Todas(Peticion peticion)
    {
        var edicion = Edicion.De(peticion);
        return peticion.Coleccion(
            [.. peticion.Almacen.Publicaciones(peticion.Secuencia).Select(publicacion => PublicacionResponse.From(publicacion, edicion))],
            IcsoeJson.Actual.Publicaciones
        );
    }
}
