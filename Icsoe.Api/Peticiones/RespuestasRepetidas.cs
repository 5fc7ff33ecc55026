using Icsoe.Api.Configuracion;
using Icsoe.Domain.Almacen;
using Icsoe.Domain.Tiempo;
using Microsoft.Data.Sqlite;

namespace Icsoe.Api.Peticiones;

/// <summary>
/// First in line: an answer that is kept goes out again as it first did, before anything else is done for its request. What the reads
/// hand on is kept here, with whatever headers it was sent with.
/// </summary>
public sealed class RespuestasRepetidas(
    RequestDelegate siguiente,
    AlmacenServido almacen,
    RespuestasGuardadas guardadas,
    TimeProvider reloj
)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (Clave(http) is not { } clave)
            return siguiente(http);
        return guardadas.Buscar(clave) is { } guardada && SeAcepta(http, guardada) ? guardada.EnviarAsync(http) : AtenderAsync(http, clave);
    }

    // What is not plain JSON is always handed out.
    private static bool SeAcepta(HttpContext http, RespuestaGuardada guardada) =>
        guardada.Tipo != Operacion.Json || Negociacion.Acepta(http.Request.Headers.Accept, guardada.Tipo);

    private async Task AtenderAsync(HttpContext http, string clave)
    {
        await siguiente(http);
        if (http.Response.StatusCode == StatusCodes.Status200OK && http.Features.Get<CuerpoListo>() is { } cuerpo)
            guardadas.Guardar(clave, cuerpo, http.Response.Headers);
    }

    /// <summary>What tells an answer from any other; null when this request's cannot be kept.</summary>
    private string? Clave(HttpContext http)
    {
        var solicitud = http.Request;
        // Over TLS of its own, a header says so to some hosts and not to others.
        if (!(HttpMethods.IsGet(solicitud.Method) || HttpMethods.IsHead(solicitud.Method)) || solicitud.IsHttps)
            return null;
        try
        {
            // Of what else may change an answer: the day, by the calendar, and the coding.
            return almacen.De(http) is { Vigente: { } vigente, EsEjemplo: var esEjemplo }
                ? $"{(esEjemplo ? 'e' : 'd')}{vigente.Secuencia}/{reloj.Hoy().DayNumber}/{Negociacion.Codificacion(solicitud.Headers.AcceptEncoding)}{solicitud.PathBase}{solicitud.Path}{solicitud.QueryString}"
                : null;
        }
        // Whoever answers will meet the same store, and say what is wrong with it.
        catch (Exception error) when (error is AlmacenException or SqliteException)
        {
            return null;
        }
    }
}
