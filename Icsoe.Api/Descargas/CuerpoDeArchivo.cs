using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Icsoe.Api.Descargas;

/// <summary>
/// The body of an answer that sends files in large pieces, read straight into what Kestrel sends from: its own way copies 16 KiB at a time
/// through a buffer of each client's. Pieces grow with what a client takes without making us wait, so that who reads slowly holds little.
/// </summary>
internal sealed class CuerpoDeArchivo(IHttpResponseBodyFeature de) : IHttpResponseBodyFeature
{
    private const int PiezaMenor = 1 << 14;
    private const int PiezaMayor = 1 << 18;

    /// <summary>What a client must have taken without making us wait: the system itself takes some megabytes for one that reads nothing.</summary>
    private const int DeConfianza = 1 << 23;

    private static readonly TimeSpan Espera = TimeSpan.FromMilliseconds(20);

    public Stream Stream => de.Stream;

    public PipeWriter Writer => de.Writer;

    public void DisableBuffering() => de.DisableBuffering();

    public Task StartAsync(CancellationToken cancellationToken = default) => de.StartAsync(cancellationToken);

    public Task CompleteAsync() => de.CompleteAsync();

    public async Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        await de.StartAsync(cancellationToken);
        using var archivo = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        var hasta = offset + (count ?? RandomAccess.GetLength(archivo) - offset);
        long sinEspera = 0;
        while (offset < hasta)
        {
            var enviados = offset;
            var hastaAqui = Math.Min(offset + (sinEspera < DeConfianza ? PiezaMenor : PiezaMayor), hasta);
            while (offset < hastaAqui)
            {
                // Small pieces lie in Kestrel's own blocks, which are used again: larger ones are thrown away.
                var bloque = de.Writer.GetMemory(sinEspera < DeConfianza ? 0 : (int)(hastaAqui - offset));
                // What lies in memory is not worth another thread, and what does not would only make that one wait.
                var leidos = RandomAccess.Read(archivo, bloque.Span[..(int)Math.Min(bloque.Length, hastaAqui - offset)], offset);
                if (leidos == 0)
                    throw new EndOfStreamException($"{Path.GetFileName(path)} is shorter than it was.");
                offset += leidos;
                de.Writer.Advance(leidos);
            }
            var entrega = TimeProvider.System.GetTimestamp();
            if ((await de.Writer.FlushAsync(cancellationToken)).IsCompleted)
                return;
            sinEspera = TimeProvider.System.GetElapsedTime(entrega) < Espera ? sinEspera + offset - enviados : 0;
        }
    }
}
