using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Cambios;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Tiempo;

namespace Icsoe.Api.Cambios;

/// <summary><c>/v1/contratos/{folio}/historia</c> and the same of informativas: what happened to it, publication by publication.</summary>
public static class HistoriaEndpoints
{
    private const string Descripcion =
        "En orden, periodo por periodo: cuándo se vio por primera vez, cada cambio, cada paso de una lista a la otra y si dejó de estar. "
        + "Responde también de lo que ya no está. Con `publicacion`, lo que se sabía en ella.";

    public static void MapHistoria(this IEndpointRouteBuilder rutas)
    {
        rutas.MapLectura(
            "/v1/contratos/{folio}/historia",
            new("ConsultarHistoriaDeUnContrato", "Lo que le pasó a un contrato, publicación por publicación.")
            {
                Seccion = Secciones.Contratos,
                Descripcion = Descripcion,
                Respuesta = typeof(Coleccion<HechoResponse>),
                DeRuta = [TablaDeParametros.FolioContrato.Como("folio", "Folio del contrato, exacto.")],
                DeConsulta = [TablaDeParametros.Publicacion],
                Problemas = [CatalogoDeProblemas.ContratoInexistente, CatalogoDeProblemas.InformacionRetirada],
            },
            peticion => Responder(peticion, Entidad.Contrato, CatalogoDeProblemas.ContratoInexistente)
        );
        rutas.MapLectura(
            "/v1/informativas/{folio}/historia",
            new("ConsultarHistoriaDeUnaInformativa", "Lo que le pasó a una informativa, publicación por publicación.")
            {
                Seccion = Secciones.Informativas,
                Descripcion = Descripcion,
                Respuesta = typeof(Coleccion<HechoResponse>),
                DeRuta = [TablaDeParametros.FolioInformativa.Como("folio", "Folio de la informativa, exacto.")],
                DeConsulta = [TablaDeParametros.Publicacion],
                Problemas = [CatalogoDeProblemas.InformativaInexistente, CatalogoDeProblemas.InformacionRetirada],
            },
            peticion => Responder(peticion, Entidad.Informativa, CatalogoDeProblemas.InformativaInexistente)
        );
    }

    private static IResult Responder(Peticion peticion, Entidad entidad, TipoDeProblema inexistente)
    {
        var folio = Folios.DeRuta(peticion);
        var hechos = peticion.Almacen.HistoriaDeFolio(entidad, folio, peticion.Secuencia, peticion.Aborto);
        if (hechos.Count == 0)
            return Folios.NoEsta(peticion, folio, ultima: null, inexistente, inexistente);
        var publicaciones = peticion.Almacen.Publicaciones(peticion.Secuencia).ToDictionary(publicacion => publicacion.Secuencia);
        return peticion.Coleccion(
            [.. Contar(hechos, publicaciones)],
            IcsoeJson.Actual.Hechos,
            listas: Enum.GetValues<Lista>(),
            noIndexar: hechos.Any(hecho => CambioResponse.TocaInconsistente(hecho.Cambio))
        );
    }

    private static IEnumerable<HechoResponse> Contar(IReadOnlyList<HechoEnHistoria> hechos, Dictionary<int, Publicacion> publicaciones)
    {
        // By row: when it came into the list where it is.
        var entradas = new Dictionary<long, DateOnly>();
        foreach (var (secuencia, cambio) in hechos)
        {
            var publicacion = publicaciones[secuencia];
            var dia = HoraDeMexico.Dia(publicacion.SelladaEn);
            var (antes, despues) = Claves(cambio);
            DateOnly? entro = antes is { } clave && entradas.Remove(clave, out var entrada) ? entrada : null;
            var sigue = cambio.Tipo == TipoDeCambio.Cambia ? entro ?? dia : dia;
            if (despues is { } nueva)
                entradas[nueva] = sigue;
            var seCorrigio = cambio.Tipo == TipoDeCambio.CambiaDeLista && cambio.Listado.Lista == Lista.Publico;
            yield return HechoResponse.From(cambio, publicacion, seCorrigio && entro is { } desde ? dia.DayNumber - desde.DayNumber : null);
        }
    }

    private static (long? Antes, long? Despues) Claves(Cambio cambio) =>
        cambio is CambioDeContrato contrato
            ? (contrato.Antes?.Clave, contrato.Despues?.Clave)
            : (((CambioDeInformativa)cambio).Antes?.Clave, ((CambioDeInformativa)cambio).Despues?.Clave);
}
