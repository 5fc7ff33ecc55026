using Icsoe.Api.Configuracion;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Publicaciones;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Icsoe.Api.Descargas;

/// <summary>A published file, byte for byte: with its digest as ETag, ranges, and never when it is not what was sealed.</summary>
public sealed class ArchivoSellado(AlmacenPublico almacen, ArchivoPublicado archivo, string vigencia) : IResult
{
    /// <summary>
    /// Since when the address may have said something else; null for when the file was written, which is only right of one whose content never
    /// changes: a list that goes back to what it was would else look older than what it follows.
    /// </summary>
    public DateTimeOffset? Modificado { get; init; }

    /// <summary>Whether search engines must leave it out.</summary>
    public bool NoIndexar { get; init; }

    /// <summary>Values of <c>Link</c>.</summary>
    public IReadOnlyList<string> Enlaces { get; init; } = [];

    /// <summary>Media types, without parameters, of the formats other than XLSX.</summary>
    public static IReadOnlyList<string> OtrosTipos { get; } =
    [.. new[] { "csv", "ndjson", "parquet", "sqlite", "json" }.Select(formato => TipoDe(formato).Split(';')[0])];

    /// <summary>Media type of a format.</summary>
    public static string TipoDe(string formato) =>
        formato switch
        {
            "xlsx" => Medios.Xlsx,
            "csv" => "text/csv; charset=utf-8; header=present",
            "ndjson" => Medios.Ndjson,
            "json" => "application/json",
            "sqlite" => "application/vnd.sqlite3",
            "parquet" => "application/vnd.apache.parquet",
            _ => "application/octet-stream",
        };

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var opciones = httpContext.RequestServices.GetRequiredService<IOptions<IcsoeOptions>>().Value;
        if (archivo.Origen == "imss" && opciones.RetieneOriginales)
        {
            await Problema.De(CatalogoDeProblemas.ArchivoRetenido).ExecuteAsync(httpContext);
            return;
        }
        var ruta = Path.GetFullPath(almacen.Ruta(archivo));
        var enDisco = new FileInfo(ruta);
        if (await DanoAsync(enDisco, httpContext) is { } dano)
        {
            await new Problema(CatalogoDeProblemas.ArchivoDanado, dano).ExecuteAsync(httpContext);
            return;
        }

        // Ranges are for GET, and of bytes: any other is as none (RFC 9110, 14.2). The framework looks at neither.
        var rango = httpContext.Request.GetTypedHeaders().Range;
        if (!HttpMethods.IsGet(httpContext.Request.Method) || rango?.Unit.Equals("bytes", StringComparison.OrdinalIgnoreCase) == false)
            httpContext.Request.Headers.Remove(HeaderNames.Range);
        var cabeceras = httpContext.Response.Headers;
        cabeceras.CacheControl = vigencia;
        cabeceras["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(archivo.Sha256))}:";
        if (NoIndexar)
            cabeceras["X-Robots-Tag"] = "noindex";
        if (Enlaces.Count > 0)
            cabeceras.Append(HeaderNames.Link, Enlaces.ToArray());
        var descarga = TypedResults.PhysicalFile(
            ruta,
            TipoDe(archivo.Formato),
            archivo.Nombre,
            Modificado,
            entityTag: new EntityTagHeaderValue($"\"{archivo.Sha256}\""),
            enableRangeProcessing: true
        );
        httpContext.Features.Set<IHttpResponseBodyFeature>(
            new CuerpoDeArchivo(httpContext.Features.GetRequiredFeature<IHttpResponseBodyFeature>())
        );
        await descarga.ExecuteAsync(httpContext);
        await Explicar(httpContext);
    }

    // The framework answers a range or a precondition it cannot meet with a bare status.
    private static async Task Explicar(HttpContext http)
    {
        var respuesta = http.Response;
        if (
            respuesta.HasStarted
            || respuesta.StatusCode is not (StatusCodes.Status416RangeNotSatisfiable or StatusCodes.Status412PreconditionFailed)
        )
            return;
        foreach (var propia in (string[])["Repr-Digest", HeaderNames.ContentDisposition, HeaderNames.LastModified])
            respuesta.Headers.Remove(propia);
        await Problema.De(CatalogoDeProblemas.DeEstado(respuesta.StatusCode)).ExecuteAsync(http);
    }

    /// <summary>What is wrong with the file on disk; null when it is the one that was sealed.</summary>
    private async Task<Texto?> DanoAsync(FileInfo enDisco, HttpContext http)
    {
        if (!enDisco.Exists)
            return new($"{archivo.Nombre} no está en el disco.", $"{archivo.Nombre} is not on disk.");
        try
        {
            return await http.RequestServices.GetRequiredService<ArchivosComprobados>().EsElSelladoAsync(enDisco, archivo)
                ? null
                : new(
                    $"El SHA-256 de {archivo.Nombre} ya no es el que se selló.",
                    $"The SHA-256 of {archivo.Nombre} is no longer the sealed one."
                );
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new($"{archivo.Nombre} no se puede leer del disco.", $"{archivo.Nombre} cannot be read from disk.");
        }
    }
}
