using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Api.Informativas;

/// <summary><c>/v1/informativas</c>: filings of both lists, those without contracts included.</summary>
public static class InformativasEndpoints
{
    public const string Ruta = "/v1/informativas";

    private static readonly Parametro<string> Folio = TablaDeParametros.FolioInformativa.Como("folio", "Folio de la informativa, exacto.");

    public static void MapInformativas(this IEndpointRouteBuilder rutas)
    {
        rutas.MapLectura(
            Ruta,
            new("ConsultarInformativas", "Informativas de ambas listas.")
            {
                Seccion = Secciones.Informativas,
                Descripcion =
                    "Las informativas que cumplen todos los filtros, por páginas y en el orden de los listados o en el que pida `orden`, "
                    + "incluidas las que no traen contratos. Con `folio_contrato`, las que traen ese contrato.",
                Respuesta = typeof(ColeccionDeFilas<InformativaResponse>),
                DeConsulta = [.. JuegosDeParametros.DeListado, .. JuegosDeParametros.DeInformativas, .. JuegosDeParametros.DeFilas],
                Problemas = [CatalogoDeProblemas.ConsultaDemasiadoAmplia],
            },
            peticion => Listar(peticion, Filtros.De(peticion))
        );
        rutas.MapLectura(
            "/v1/informativas/{folio}",
            new("ConsultarInformativasPorFolio", "Informativas de un folio.")
            {
                Seccion = Secciones.Informativas,
                Descripcion =
                    "Un folio puede aparecer más de una vez, así que responde una colección. Si el folio estuvo publicado y dejó de estarlo, "
                    + "por ejemplo porque otra informativa lo sustituyó, responde 410 y dice en qué publicación se vio por última vez.",
                Respuesta = typeof(ColeccionDeFilas<InformativaResponse>),
                DeRuta = [Folio],
                DeConsulta = JuegosDeParametros.DePagina,
                Problemas =
                [
                    CatalogoDeProblemas.InformativaInexistente,
                    CatalogoDeProblemas.InformativaRetirada,
                    CatalogoDeProblemas.InformacionRetirada,
                ],
            },
            PorFolio
        );
    }

    /// <summary>A page of the informativas of a query.</summary>
    public static RespuestaJson Listar(Peticion peticion, Consulta consulta) =>
        Filas.Responder(
            peticion,
            consulta,
            Entidad.Informativa,
            peticion.Almacen.Informativas(consulta, peticion.Aborto),
            InformativaResponse.From,
            fila => fila.Listado.Lista,
            IcsoeJson.Actual.Informativas
        );

    private static IResult PorFolio(Peticion peticion)
    {
        var folio = Folios.DeRuta(peticion);
        var consulta = Filtros.De(peticion) with { FoliosInformativa = [folio] };
        return peticion.Cursor is null && peticion.Almacen.Informativas(consulta with { Limite = 1 }, peticion.Aborto).Filas.Count == 0
            ? Folios.NoEsta(
                peticion,
                folio,
                peticion.Almacen.UltimaConInformativa(folio),
                CatalogoDeProblemas.InformativaInexistente,
                CatalogoDeProblemas.InformativaRetirada
            )
            : Listar(peticion, consulta);
    }
}
