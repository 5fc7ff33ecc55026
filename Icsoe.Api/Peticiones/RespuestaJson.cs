using System.IO.Hashing;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Icsoe.Api.Peticiones;

/// <summary>How long an answer may be kept (design, section 7).</summary>
public static class Vigencia
{
    /// <summary>At a named publication: it never changes.</summary>
    public const string Fijada = "public, max-age=86400, immutable";

    /// <summary>At the current publication.</summary>
    public const string Actual = "public, max-age=300, stale-while-revalidate=600";

    /// <summary>A file by its digest.</summary>
    public const string PorDigest = "public, max-age=31536000, immutable";

    /// <summary>Health and errors.</summary>
    public const string Ninguna = "no-store";
}

/// <summary>A successful JSON answer, in whichever coding it may be wanted.</summary>
/// <param name="cuerpo">UTF-8 JSON.</param>
/// <param name="vigencia">One of <see cref="Vigencia"/>.</param>
/// <param name="tipo">Media type.</param>
public sealed class RespuestaJson(ReadOnlyMemory<byte> cuerpo, string vigencia, string tipo = "application/json") : IResult
{
    /// <summary>Values of <c>Link</c>.</summary>
    public IReadOnlyList<string> Enlaces { get; init; } = [];

    /// <summary>Whether search engines must leave it out: rows of the inconsistent list, and old states.</summary>
    public bool NoIndexar { get; init; }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var codificacion = cuerpo.Length <= Compresion.Umbral ? null : Negociacion.Codificacion(httpContext.Request.Headers.AcceptEncoding);
        var etag = Etag(codificacion);
        var cabeceras = httpContext.Response.Headers;
        cabeceras.CacheControl = vigencia;
        cabeceras.ETag = etag;
        cabeceras.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (Enlaces.Count > 0)
            cabeceras.Append(HeaderNames.Link, Enlaces.ToArray());
        if (NoIndexar)
            cabeceras["X-Robots-Tag"] = "noindex";
        var listo = new CuerpoListo(
            codificacion is null ? cuerpo : Compresion.Comprimir(cuerpo.Span, codificacion),
            etag,
            tipo,
            codificacion
        );
        if (vigencia != Vigencia.Ninguna)
            httpContext.Features.Set(listo);
        return listo.EnviarAsync(httpContext);
    }

    // Strong: one per sequence of bytes on the wire. The body holds publication and query (in «permanente»), so its digest covers both.
    private string Etag(string? codificacion)
    {
        Span<byte> resumen = stackalloc byte[16];
        XxHash128.Hash(cuerpo.Span, resumen);
        var valor = Convert.ToHexStringLower(resumen);
        return codificacion is null ? $"\"{valor}\"" : $"\"{valor}-{codificacion}\"";
    }
}

/// <summary>A body as it goes on the wire; it may be sent many times.</summary>
/// <param name="Cuerpo">In its coding. It may be lent: whoever keeps it beyond its request copies it.</param>
/// <param name="Etag">Strong, with its quotes.</param>
/// <param name="Tipo">Media type.</param>
/// <param name="Codificacion">Null for none.</param>
public sealed record CuerpoListo(ReadOnlyMemory<byte> Cuerpo, string Etag, string Tipo, string? Codificacion)
{
    /// <summary>Sends it, unless the client has it. Every other header must be in place.</summary>
    public Task EnviarAsync(HttpContext http)
    {
        var solicitud = http.Request;
        var respuesta = http.Response;
        if (LoTiene(solicitud))
        {
            respuesta.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        respuesta.ContentType = Tipo;
        respuesta.ContentLength = Cuerpo.Length;
        if (Codificacion is not null)
            respuesta.Headers.ContentEncoding = Codificacion;
        return HttpMethods.IsHead(solicitud.Method) ? Task.CompletedTask : respuesta.Body.WriteAsync(Cuerpo, http.RequestAborted).AsTask();
    }

    private bool LoTiene(HttpRequest solicitud)
    {
        if (
            !(HttpMethods.IsGet(solicitud.Method) || HttpMethods.IsHead(solicitud.Method))
            || StringValues.IsNullOrEmpty(solicitud.Headers.IfNoneMatch)
            || !EntityTagHeaderValue.TryParseList(solicitud.Headers.IfNoneMatch, out var conocidos)
        )
            return false;
        var etag = EntityTagHeaderValue.Parse(Etag);
        return conocidos.Any(conocido => conocido.Equals(EntityTagHeaderValue.Any) || conocido.Compare(etag, useStrongComparison: false));
    }
}
