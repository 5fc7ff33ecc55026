using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Tiempo;
using Microsoft.Extensions.Options;

namespace Icsoe.Api.Calendario;

/// <summary><c>/v1/calendario</c>: until when each periodo is filed, and when it is published.</summary>
public static class CalendarioEndpoints
{
    public static IServiceCollection AddCalendario(this IServiceCollection servicios) =>
        servicios.AddSingleton(servicio => new CalendarioDelImss([
            .. servicio.GetRequiredService<IOptions<IcsoeOptions>>().Value.DiasInhabiles.Select(inhabil => inhabil.Leer()!),
        ]));

    public static void MapCalendario(this IEndpointRouteBuilder rutas)
    {
        rutas.MapLectura(
            "/v1/calendario",
            new("ConsultarCalendario", "Plazos de presentación y días de publicación.")
            {
                Seccion = Secciones.Calendario,
                Descripcion =
                    "De 2021-1 al cuatrimestre que sigue al que corre: entre qué días se presenta la informativa y en cuáles debe publicarse "
                    + "(los primeros cinco hábiles de cada mes), con los días inhábiles que los mueven; y qué versión sigue y si se ha retrasado. "
                    + "Todos los días son de la Ciudad de México. Con `publicacion`, como estaba al terminar el mes de esa.",
                Respuesta = typeof(CalendarioResponse),
                DeConsulta = [TablaDeParametros.Publicacion],
            },
            peticion =>
                peticion.Recurso(
                    CalendarioResponse.From(CalendarioDe(peticion), peticion.Publicacion, Hoy(peticion)),
                    IcsoeJson.Actual.CalendarioResponse
                )
        );
        rutas.MapLectura(
            "/v1/calendario.ics",
            new("ConsultarCalendarioIcs", "El calendario, para suscribirse desde una agenda.")
            {
                Seccion = Secciones.Calendario,
                Descripcion =
                    "iCalendar (RFC 5545): los días para presentar cada cuatrimestre, el último de ellos y los días de publicación de cada mes. "
                    + "Cada evento conserva su UID.",
                Respuesta = typeof(string),
                TipoDeContenido = "text/calendar",
                Ejemplo = Agenda.Ejemplo,
                DeConsulta = [TablaDeParametros.Publicacion],
            },
            peticion =>
                peticion.Documento(
                    Agenda.Escribir(CalendarioDe(peticion), peticion.Publicacion, Hoy(peticion), peticion.Almacen.EsEjemplo),
                    "text/calendar; charset=utf-8"
                )
        );
    }

    private static CalendarioDelImss CalendarioDe(Peticion peticion) =>
        peticion.Http.RequestServices.GetRequiredService<CalendarioDelImss>();

    // At a named publication the answer must not change with the calendar: it is read on the day of its sealing, and one that
    // was sealed long after its month, on the last of that month.
    private static DateOnly Hoy(Peticion peticion)
    {
        if (!peticion.Fijada)
            return peticion.Hoy;
        var sellada = HoraDeMexico.Dia(peticion.Publicacion!.SelladaEn);
        var finDeMes = peticion.Publicacion.Id.PrimerDia.AddMonths(1).AddDays(-1);
        return sellada < finDeMes ? sellada : finDeMes;
    }
}
