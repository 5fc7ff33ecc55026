using System.IO.Compression;

namespace Icsoe.Api.Peticiones;

/// <summary>Content codings of the JSON answers.</summary>
public static class Compresion
{
    /// <summary>A body no longer than this goes plain: a coding would cost more than it saves.</summary>
    public const int Umbral = 1024;

    // A middle way: half the time of the default for a few per cent more bytes.
    private const int CalidadBrotli = 4;
    private const int VentanaBrotli = 20;

    /// <summary>The body in a coding of <see cref="Negociacion.Codificacion"/>.</summary>
    public static ReadOnlyMemory<byte> Comprimir(ReadOnlySpan<byte> cuerpo, string codificacion)
    {
        if (codificacion == "br")
        {
            var destino = new byte[BrotliEncoder.GetMaxCompressedLength(cuerpo.Length)];
            if (!BrotliEncoder.TryCompress(cuerpo, destino, out var escritos, CalidadBrotli, VentanaBrotli))
                throw new InvalidOperationException("Brotli did not fit in its own bound.");
            return destino.AsMemory(0, escritos);
        }
        using var salida = new MemoryStream(cuerpo.Length / 4);
        using (var gzip = new GZipStream(salida, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(cuerpo);
        return salida.ToArray();
    }
}
