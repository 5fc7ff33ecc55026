using Icsoe.Api.Problemas;
using Microsoft.Net.Http.Headers;

namespace Icsoe.Api.Peticiones;

/// <summary>The body that a question asked by POST takes.</summary>
/// <param name="Maximo">Bytes at most.</param>
/// <param name="Medios">Media types, the first the usual one.</param>
public sealed record CuerpoDeSolicitud(int Maximo, IReadOnlyList<string> Medios)
{
    /// <summary>Type that describes its JSON; null when it takes none.</summary>
    public required Type? Tipo { get; init; }

    /// <summary>One of the first media type that is answered with a 200.</summary>
    public required string Ejemplo { get; init; }
}

/// <summary>The body of a request.</summary>
/// <param name="Medio">Its media type, as <see cref="CuerpoDeSolicitud.Medios"/> writes it.</param>
/// <param name="Bytes">All of it, and only in memory.</param>
public sealed record Envio(string Medio, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// Maps the questions asked by POST. What is sent with them lives as long as its request: it is never stored, logged nor put on disk, and
/// no answer to it may be kept.
/// </summary>
public static class Envios
{
    private const int Trozo = 16 * 1024;

    /// <summary>Maps a POST. The handler gets a request already checked against <paramref name="operacion"/>, with its body.</summary>
    public static void MapEnvio(
        this IEndpointRouteBuilder rutas,
        string ruta,
        Operacion operacion,
        Func<Peticion, Envio, IResult> responder
    ) =>
        rutas
            // Not a RequestDelegate, which would drop the result.
            .MapPost(ruta, (Delegate)((HttpContext http) => AtenderAsync(http, operacion, responder)))
            .WithMetadata(operacion)
            .WithTags(operacion.Seccion);

    private static async Task<IResult> AtenderAsync(HttpContext http, Operacion operacion, Func<Peticion, Envio, IResult> responder)
    {
        var (envio, problema) = await RecibirAsync(http.Request, operacion.Cuerpo!);
        return problema is null ? Lecturas.Atender(http, operacion, peticion => responder(peticion, envio!)) : problema;
    }

    private static async Task<(Envio? Envio, Problema? Problema)> RecibirAsync(HttpRequest solicitud, CuerpoDeSolicitud cuerpo)
    {
        if (MedioDe(solicitud, cuerpo) is not { } medio)
            return (null, TipoNoAdmitido(solicitud, cuerpo));
        if (solicitud.ContentLength > cuerpo.Maximo)
            return (null, DemasiadoGrande(cuerpo));
        using var recibido = new MemoryStream();
        var trozo = new byte[Trozo];
        try
        {
            int leidos;
            while ((leidos = await solicitud.Body.ReadAsync(trozo, solicitud.HttpContext.RequestAborted)) > 0)
            {
                if (recibido.Length + leidos > cuerpo.Maximo)
                    return (null, DemasiadoGrande(cuerpo));
                recibido.Write(trozo, 0, leidos);
            }
        }
        // Too slow, or cut short: no fault of the program's, so it is not logged as one.
        catch (BadHttpRequestException error)
        {
            return (null, Problema.De(CatalogoDeProblemas.DeEstado(error.StatusCode)));
        }
        return (new(medio, recibido.ToArray()), null);
    }

    private static string? MedioDe(HttpRequest solicitud, CuerpoDeSolicitud cuerpo) =>
        MediaTypeHeaderValue.TryParse(solicitud.ContentType, out var tipo)
        && (!tipo.Charset.HasValue || tipo.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && solicitud.Headers.ContentEncoding.Count == 0
            ? cuerpo.Medios.FirstOrDefault(medio => tipo.MediaType.Equals(medio, StringComparison.OrdinalIgnoreCase))
            : null;

    private static Problema TipoNoAdmitido(HttpRequest solicitud, CuerpoDeSolicitud cuerpo)
    {
        var (tipo, medios) = (CatalogoDeProblemas.TipoDeCuerpoNoAdmitido, string.Join(", ", cuerpo.Medios));
        var detalle = new Texto(
            $"El cuerpo se envía como {medios}, en UTF-8 y sin comprimir; Content-Type lo dice.",
            $"The body is sent as {medios}, in UTF-8 and uncompressed; Content-Type says so."
        );
        return new(tipo, detalle)
        {
            Errores = [new(tipo, HeaderNames.ContentType, solicitud.ContentType, detalle, Validos: cuerpo.Medios)],
        };
    }

    private static Problema DemasiadoGrande(CuerpoDeSolicitud cuerpo) =>
        new(
            CatalogoDeProblemas.CuerpoDemasiadoGrande,
            new($"El cuerpo admite hasta {cuerpo.Maximo} bytes.", $"The body takes up to {cuerpo.Maximo} bytes.")
        );
}
