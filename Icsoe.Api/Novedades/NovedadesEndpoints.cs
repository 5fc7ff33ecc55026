using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;

namespace Icsoe.Api.Novedades;

/// <summary><c>/v1/novedades</c>: one entry a publication, for whoever subscribes.</summary>
public static class NovedadesEndpoints
{
    private const string Descripcion =
        "Una entrada por publicación, de la más reciente a la primera, con los listados que cambió. "
        + "Con `publicacion`, las que había hasta esa.";

    public static void MapNovedades(this IEndpointRouteBuilder rutas)
    {
        rutas.MapLectura(
            "/v1/novedades.atom",
            new("ConsultarNovedadesAtom", "Una entrada por publicación, en Atom.")
            {
                Seccion = Secciones.Publicaciones,
                Descripcion = $"Atom (RFC 4287). {Descripcion}",
                Respuesta = typeof(string),
                TipoDeContenido = "application/atom+xml",
                Ejemplo = Atom.Ejemplo,
                DeConsulta = [TablaDeParametros.Publicacion],
            },
            peticion => peticion.Documento(Atom.Escribir(Canal.De(peticion)), "application/atom+xml; charset=utf-8")
        );
        rutas.MapLectura(
            "/v1/novedades.json",
            new("ConsultarNovedadesJson", "Una entrada por publicación, en JSON Feed.")
            {
                Seccion = Secciones.Publicaciones,
                Descripcion = $"JSON Feed 1.1. {Descripcion}",
                Respuesta = typeof(NovedadesResponse),
                TipoDeContenido = "application/feed+json",
                DeConsulta = [TablaDeParametros.Publicacion],
            },
            peticion =>
                peticion.Documento(
                    IcsoeJson.Serializar(NovedadesResponse.From(Canal.De(peticion)), IcsoeJson.Actual.NovedadesResponse),
                    "application/feed+json"
                )
        );
    }
}
