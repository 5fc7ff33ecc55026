using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;

namespace Icsoe.Api.Contratos;

/// <summary><c>/v1/contratos</c>: contracts of both lists.</summary>
public static class ContratosEndpoints
{
    private static readonly Parametro<string> Folio = TablaDeParametros.FolioContrato.Como("folio", "Folio del contrato, exacto.");

    public static void MapContratos(this IEndpointRouteBuilder rutas)
    {
        rutas.MapLectura(
            "/v1/contratos",
            new("ConsultarContratos", "Contratos de ambas listas.")
            {
                Seccion = Secciones.Contratos,
                Descripcion =
                    "Los contratos que cumplen todos los filtros, por páginas y en el orden de los listados. Un filtro repetido equivale a «o».",
                Respuesta = typeof(Coleccion<ContratoResponse>),
                DeConsulta = [.. TablaDeParametros.DeListado, .. TablaDeParametros.DeFilas, .. TablaDeParametros.DePagina],
            },
            peticion => Listar(peticion, Filtros.De(peticion))
        );
        rutas.MapLectura(
            "/v1/contratos/{folio}",
            new("ConsultarContratosPorFolio", "Contratos de un folio.")
            {
                Seccion = Secciones.Contratos,
                Descripcion =
                    "Un folio puede aparecer más de una vez, así que responde una colección. Si el folio estuvo publicado y dejó de estarlo, "
                    + "responde 410 y dice en qué publicación se vio por última vez.",
                Respuesta = typeof(Coleccion<ContratoResponse>),
                DeRuta = [Folio],
                DeConsulta = TablaDeParametros.DePagina,
                Problemas = [CatalogoDeProblemas.ContratoInexistente, CatalogoDeProblemas.ContratoRetirado],
            },
            PorFolio
        );
    }

    /// <summary>A page of the contracts of a query.</summary>
    public static RespuestaJson Listar(Peticion peticion, Domain.Almacen.Publico.Consulta consulta)
    {
        var pagina = peticion.Almacen.Contratos(consulta);
        return peticion.Coleccion(
            [.. pagina.Filas.Select(ContratoResponse.From)],
            IcsoeJson.Actual.Contratos,
            peticion.CursorTras(pagina.Siguiente),
            Filtros.ListasDe(consulta),
            pagina.Filas.Any(fila => fila.Listado.Lista == Domain.Modelo.Lista.Inconsistente)
        );
    }

    private static IResult PorFolio(Peticion peticion)
    {
        var folio = Folios.DeRuta(peticion);
        var consulta = Filtros.De(peticion) with { FoliosContrato = [folio] };
        return peticion.Cursor is null && peticion.Almacen.Contratos(consulta with { Limite = 1 }).Filas.Count == 0
            ? Folios.NoEsta(
                peticion,
                folio,
                peticion.Almacen.UltimaConContrato(folio),
                CatalogoDeProblemas.ContratoInexistente,
                CatalogoDeProblemas.ContratoRetirado
            )
            : Listar(peticion, consulta);
    }
}
