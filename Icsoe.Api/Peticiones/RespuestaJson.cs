using System.Security.Cryptography;
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

/// <summary>
/// A successful JSON answer: the only place where bodies get their ETag, coding and cache headers.
/// </summary>
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
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var solicitud = httpContext.Request;
        var respuesta = httpContext.Response;
        var codificacion = cuerpo.Length > Compresion.Umbral ? Negociacion.Codificacion(solicitud.Headers.AcceptEncoding) : null;
        var etag = Etag(codificacion);

        respuesta.Headers.CacheControl = vigencia;
        respuesta.Headers.ETag = etag.ToString();
        respuesta.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (Enlaces.Count > 0)
            respuesta.Headers.Append(HeaderNames.Link, Enlaces.ToArray());
        if (NoIndexar)
            respuesta.Headers["X-Robots-Tag"] = "noindex";

        if (LoTiene(solicitud, etag))
        {
            respuesta.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var enviado = codificacion is null ? cuerpo : Compresion.Comprimir(cuerpo.Span, codificacion);
        respuesta.ContentType = tipo;
        respuesta.ContentLength = enviado.Length;
        if (codificacion is not null)
            respuesta.Headers.ContentEncoding = codificacion;
        if (!HttpMethods.IsHead(solicitud.Method))
            await respuesta.Body.WriteAsync(enviado, httpContext.RequestAborted);
    }

    // Strong: one per sequence of bytes on the wire. The body holds publication and query (in «permanente»), so its digest covers both.
    private EntityTagHeaderValue Etag(string? codificacion)
    {
        Span<byte> resumen = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(cuerpo.Span, resumen);
        var valor = Convert.ToHexStringLower(resumen[..16]);
        return new EntityTagHeaderValue(codificacion is null ? $"\"{valor}\"" : $"\"{valor}-{codificacion}\"");
    }

    private static bool LoTiene(HttpRequest solicitud, EntityTagHeaderValue etag) =>
        EntityTagHeaderValue.TryParseList(solicitud.Headers.IfNoneMatch, out var conocidos)
        && conocidos.Any(conocido => conocido.Equals(EntityTagHeaderValue.Any) || conocido.Compare(etag, useStrongComparison: false));
}
