using System.IO.Hashing;
using Icsoe.Api.Configuracion;
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

    /// <summary>Whether it may be kept at all.</summary>
    public bool SePuedeGuardar => vigencia != Vigencia.Ninguna;

    /// <summary>The answer in a coding, with all its headers worked out: the only place where bodies get them.</summary>
    /// <param name="publicacion">Of <c>Icsoe-Publicacion</c>; empty for none.</param>
    public RespuestaLista Preparar(string? codificacion, StringValues publicacion)
    {
        if (cuerpo.Length <= Compresion.Umbral)
            codificacion = null;
        return new(codificacion is null ? cuerpo : Compresion.Comprimir(cuerpo.Span, codificacion), Etag(codificacion))
        {
            Vigencia = vigencia,
            Tipo = tipo,
            Codificacion = codificacion,
            Enlaces = Enlaces.ToArray(),
            NoIndexar = NoIndexar,
            Publicacion = publicacion,
        };
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) =>
        Preparar(
                Negociacion.Codificacion(httpContext.Request.Headers.AcceptEncoding),
                httpContext.Response.Headers[CabecerasPublicas.Publicacion]
            )
            .ExecuteAsync(httpContext);

    // Strong: one per sequence of bytes on the wire. The body holds publication and query (in «permanente»), so its digest covers both.
    private string Etag(string? codificacion)
    {
        Span<byte> resumen = stackalloc byte[16];
        XxHash128.Hash(cuerpo.Span, resumen);
        var valor = Convert.ToHexStringLower(resumen);
        return codificacion is null ? $"\"{valor}\"" : $"\"{valor}-{codificacion}\"";
    }
}

/// <summary>A successful JSON answer as it goes on the wire; it may be sent many times.</summary>
/// <param name="cuerpo">In its coding.</param>
/// <param name="etag">Strong, with its quotes.</param>
public sealed class RespuestaLista(ReadOnlyMemory<byte> cuerpo, string etag) : IResult
{
    private readonly EntityTagHeaderValue _etag = EntityTagHeaderValue.Parse(etag);

    public ReadOnlyMemory<byte> Cuerpo => cuerpo;

    public required string Vigencia { get; init; }

    public required string Tipo { get; init; }

    /// <summary>Null for none.</summary>
    public required string? Codificacion { get; init; }

    public required string[] Enlaces { get; init; }

    public required bool NoIndexar { get; init; }

    public required StringValues Publicacion { get; init; }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var solicitud = httpContext.Request;
        var respuesta = httpContext.Response;
        var cabeceras = respuesta.Headers;
        if (Publicacion.Count > 0)
            cabeceras[CabecerasPublicas.Publicacion] = Publicacion;
        cabeceras.CacheControl = Vigencia;
        cabeceras.ETag = etag;
        cabeceras.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        if (Enlaces.Length > 0)
            cabeceras.Append(HeaderNames.Link, Enlaces);
        if (NoIndexar)
            cabeceras["X-Robots-Tag"] = "noindex";

        if (LoTiene(solicitud))
        {
            respuesta.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        respuesta.ContentType = Tipo;
        respuesta.ContentLength = cuerpo.Length;
        if (Codificacion is not null)
            cabeceras.ContentEncoding = Codificacion;
        return HttpMethods.IsHead(solicitud.Method)
            ? Task.CompletedTask
            : respuesta.Body.WriteAsync(cuerpo, httpContext.RequestAborted).AsTask();
    }

    private bool LoTiene(HttpRequest solicitud) =>
        !StringValues.IsNullOrEmpty(solicitud.Headers.IfNoneMatch)
        && EntityTagHeaderValue.TryParseList(solicitud.Headers.IfNoneMatch, out var conocidos)
        && conocidos.Any(conocido => conocido.Equals(EntityTagHeaderValue.Any) || conocido.Compare(_etag, useStrongComparison: false));
}
