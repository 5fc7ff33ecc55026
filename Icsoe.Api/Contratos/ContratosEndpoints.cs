using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Informativas;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;

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
                    "Los contratos que cumplen todos los filtros, por páginas y en el orden de los listados o en el que pida `orden`. "
                    + "Un filtro repetido equivale a «o»; los intervalos incluyen sus extremos. Si no hay ninguno, dice qué texto parecido "
                    + "sí encuentra algo y cuántas informativas sin contratos nombran a quien se busca.",
                Respuesta = typeof(ColeccionDeFilas<ContratoResponse>),
                DeConsulta = [.. JuegosDeParametros.DeListado, .. JuegosDeParametros.DeContratos, .. JuegosDeParametros.DeFilas],
                Problemas = [CatalogoDeProblemas.ConsultaDemasiadoAmplia],
            },
            peticion => Listar(peticion, Filtros.De(peticion), InformativasEndpoints.Ruta)
        );
        rutas.MapLectura(
            "/v1/contratos/{folio}",
            new("ConsultarContratosPorFolio", "Contratos de un folio.")
            {
                Seccion = Secciones.Contratos,
                Descripcion =
                    "Un folio puede aparecer más de una vez, así que responde una colección. Si el folio estuvo publicado y dejó de estarlo, "
                    + "responde 410 y dice en qué publicación se vio por última vez.",
                Respuesta = typeof(ColeccionDeFilas<ContratoResponse>),
                DeRuta = [Folio],
                DeConsulta = JuegosDeParametros.DePagina,
                Problemas =
                [
                    CatalogoDeProblemas.ContratoInexistente,
                    CatalogoDeProblemas.ContratoRetirado,
                    CatalogoDeProblemas.InformacionRetirada,
                ],
            },
            PorFolio
        );
    }

    /// <summary>A page of the contracts of a query.</summary>
    /// <param name="informativas">Address of the filings of the same scope, for whoever finds no contracts.</param>
    /// <param name="siNoHay">Another answer for a query without contracts; it may still be null.</param>
    public static IResult Listar(Peticion peticion, Consulta consulta, string? informativas = null, Func<IResult?>? siNoHay = null)
    {
        using var escritor = new EscritorDeContratos();
        var pagina = peticion.Almacen.Contratos(consulta, escritor.Escribir, peticion.Aborto);
        if (pagina.Filas.Count == 0 && peticion.Cursor is null && siNoHay?.Invoke() is { } otra)
            return otra;
        return Filas.Responder(
            peticion,
            consulta,
            Entidad.Contrato,
            new Pagina<ValorEscrito>(escritor.Escritos(pagina.Filas), pagina.Siguiente, pagina.Recuento),
            escritor.HayInconsistentes,
            IcsoeJson.Actual.FilasEscritas,
            informativas
        );
    }

    private static IResult PorFolio(Peticion peticion)
    {
        var folio = Folios.DeRuta(peticion);
        return Listar(
            peticion,
            Filtros.De(peticion) with
            {
                FoliosContrato = [folio],
            },
            siNoHay: () =>
                Folios.NoEsta(
                    peticion,
                    folio,
                    peticion.Almacen.UltimaConContrato(folio),
                    CatalogoDeProblemas.ContratoInexistente,
                    CatalogoDeProblemas.ContratoRetirado
                )
        );
    }
}
