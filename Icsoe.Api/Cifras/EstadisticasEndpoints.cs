using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;

namespace Icsoe.Api.Cifras;

/// <summary><c>/v1/estadisticas</c>: what whole listados hold, in figures.</summary>
public static class EstadisticasEndpoints
{
    public static void MapEstadisticas(this IEndpointRouteBuilder rutas) =>
        rutas.MapLectura(
            "/v1/estadisticas",
            new("ConsultarEstadisticas", "Cifras de los listados.")
            {
                Seccion = Secciones.Estadisticas,
                Descripcion =
                    "De todos los listados de la publicación, o sólo de los que digan los filtros: cuántos contratos e informativas hay y de qué "
                    + "clase, cuántas se presentaron tarde, quién tiene más contratos y cómo cambia de un periodo a otro. Son exactas: se "
                    + "hacen al sellar. Un contrato que se reporta en varios periodos cuenta en cada uno.",
                Respuesta = typeof(EstadisticasResponse),
                DeConsulta = [.. JuegosDeParametros.DeListado, TablaDeParametros.Publicacion],
                Problemas = [CatalogoDeProblemas.ConsultaDemasiadoAmplia],
            },
            Responder
        );

    private static RespuestaJson Responder(Peticion peticion)
    {
        var consulta = Filtros.De(peticion);
        return peticion.Recurso(
            EstadisticasResponse.From(peticion.Almacen.Estadisticas(consulta, peticion.Aborto), peticion.Publicacion?.Id.ToString()),
            IcsoeJson.Actual.EstadisticasResponse,
            Filtros.ListasDe(consulta)
        );
    }
}
