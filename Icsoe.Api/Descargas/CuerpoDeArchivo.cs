using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace Icsoe.Api.Descargas;

/// <summary>
/// The body of an answer that sends files in large pieces, read straight into what Kestrel sends from: its own way copies 16 KiB at a time
/// through a buffer of each client's. Pieces grow with what a client takes without making us wait, so that who reads slowly holds little.
/// </summary>
internal sealed class CuerpoDeArchivo(IHttpResponseBodyFeature de) : IHttpResponseBodyFeature
{
    /// <summary>Of Kestrel's own pool, whose pieces are used again: larger ones are thrown away.</summary>
    private const int PiezaMenor = 1 << 12;
    private const int PiezaMayor = 1 << 18;

    /// <summary>A piece is this part of what was sent without waiting: the system itself takes some megabytes for a client that reads nothing.</summary>
    private const int Parte = 1024;

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
            var pieza = (int)Math.Min(Math.Clamp(sinEspera / Parte, PiezaMenor, PiezaMayor), hasta - offset);
            var leidos = await RandomAccess.ReadAsync(archivo, de.Writer.GetMemory(pieza)[..pieza], offset, cancellationToken);
            if (leidos == 0)
                throw new EndOfStreamException($"{Path.GetFileName(path)} is shorter than it was.");
            offset += leidos;
            de.Writer.Advance(leidos);
            var entrega = TimeProvider.System.GetTimestamp();
            if ((await de.Writer.FlushAsync(cancellationToken)).IsCompleted)
                return;
            sinEspera = TimeProvider.System.GetElapsedTime(entrega) < Espera ? sinEspera + leidos : 0;
        }
    }
}
