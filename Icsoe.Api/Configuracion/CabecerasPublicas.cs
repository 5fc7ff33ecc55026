using Microsoft.Net.Http.Headers;

namespace Icsoe.Api.Configuracion;

/// <summary>What every answer carries, errors included: CORS open to anyone, and which publication it comes from.</summary>
public sealed class CabecerasPublicas(RequestDelegate siguiente, AlmacenServido almacen, ILogger<CabecerasPublicas> bitacora)
{
    public const string Publicacion = "Icsoe-Publicacion";
    public const string Filas = "Icsoe-Filas";
    public const string Ejemplo = "Icsoe-Ejemplo";

    private const string Expuestas =
        "ETag, Link, Icsoe-Publicacion, Icsoe-Ejemplo, Icsoe-Filas, Retry-After, Content-Disposition, Content-Range, Accept-Ranges, Repr-Digest";

    private static readonly Action<ILogger, Exception?> AlmacenIlegible = LoggerMessage.Define(
        LogLevel.Error,
        new EventId(1, nameof(AlmacenIlegible)),
        "The store cannot be read"
    );

    public Task InvokeAsync(HttpContext http)
    {
        // At the last moment, so that an exception handler that clears the headers does not clear these.
        http.Response.OnStarting(() =>
        {
            Poner(http);
            return Task.CompletedTask;
        });
        return EsPreguntaPrevia(http.Request) ? Permitir(http.Response) : siguiente(http);
    }

    private static bool EsPreguntaPrevia(HttpRequest solicitud) =>
        HttpMethods.IsOptions(solicitud.Method)
        && solicitud.Headers.ContainsKey(HeaderNames.Origin)
        && solicitud.Headers.ContainsKey(HeaderNames.AccessControlRequestMethod);

    private static Task Permitir(HttpResponse respuesta)
    {
        respuesta.StatusCode = StatusCodes.Status204NoContent;
        respuesta.Headers.AccessControlAllowMethods = "GET, HEAD, POST, OPTIONS";
        respuesta.Headers.AccessControlAllowHeaders =
            "Accept, Accept-Language, Authorization, Content-Type, If-Match, If-None-Match, If-Range, Range";
        respuesta.Headers.AccessControlMaxAge = "86400";
        return Task.CompletedTask;
    }

    private void Poner(HttpContext http)
    {
        var cabeceras = http.Response.Headers;
        cabeceras.AccessControlAllowOrigin = "*";
        cabeceras.AccessControlExposeHeaders = Expuestas;
        try
        {
            var servido = almacen.De(http);
            if (!cabeceras.ContainsKey(Publicacion) && servido.Vigente is { } vigente)
                cabeceras[Publicacion] = vigente.Id.ToString();
            if (servido.EsEjemplo)
                cabeceras[Ejemplo] = "si";
        }
        // Whatever is wrong with the store, the answer (an error, surely) must still go out.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            AlmacenIlegible(bitacora, error);
        }
    }
}
