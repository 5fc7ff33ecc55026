using System.Collections.Concurrent;
using System.Security.Cryptography;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Descargas;

/// <summary>
/// Which stored files were found to be what was sealed. A file is hashed when first asked for, again when its time or its length on disk is
/// no longer what it was, and again when an hour has gone by, since a failing disk alters bytes and tells nobody. One entry a stored file.
/// </summary>
public sealed class ArchivosComprobados(TimeProvider reloj)
{
    private static readonly TimeSpan Validez = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Comprobacion> _comprobaciones = new(StringComparer.Ordinal);

    /// <summary>Whether a file on disk has the digest it was sealed with. Requests that come together share one reading of it.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public async Task<bool> EsElSelladoAsync(FileInfo enDisco, ArchivoPublicado archivo)
    {
        if (enDisco.Length != archivo.Bytes)
            return false;
        var (ruta, escrito, ahora) = (enDisco.FullName, enDisco.LastWriteTimeUtc, reloj.GetUtcNow());
        var comprobacion = _comprobaciones.AddOrUpdate(
            ruta,
            Nueva,
            (_, previa) => previa.Escrito == escrito && (ahora - previa.Cuando).Duration() < Validez ? previa : Nueva(ruta)
        );
        var bueno = false;
        try
        {
            bueno = await comprobacion.Sha256.Value == archivo.Sha256;
        }
        finally
        {
            // Only a good one is remembered: a file put back is served at once, whatever its time says.
            if (!bueno)
                _comprobaciones.TryRemove(new(ruta, comprobacion));
        }
        return bueno;

        Comprobacion Nueva(string _) => new(escrito, ahora, new(() => DigerirAsync(ruta)));
    }

    private static async Task<string> DigerirAsync(string ruta)
    {
        await using var flujo = new FileStream(
            ruta,
            new FileStreamOptions
            {
                Share = FileShare.ReadWrite | FileShare.Delete,
                BufferSize = 1 << 17,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            }
        );
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(flujo));
    }

    private sealed record Comprobacion(DateTime Escrito, DateTimeOffset Cuando, Lazy<Task<string>> Sha256);
}
