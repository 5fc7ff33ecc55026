using System.Collections.Concurrent;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// Reads a stream on a thread of its own, a few blocks ahead. What the stream throws comes out where it is read;
/// disposing stops the thread before it returns.
/// </summary>
internal sealed class FlujoAdelantado : FlujoDeLectura
{
    private const int BytesPorBloque = 128 << 10;
    private const int BloquesEnEspera = 4;

    private readonly Stream fuente;
    private readonly BlockingCollection<(byte[] Bytes, int Largo)> llenos = new(BloquesEnEspera);
    private readonly ConcurrentBag<byte[]> libres = [];
    private readonly CancellationTokenSource alto = new();
    private readonly Task lectura;
    private (byte[] Bytes, int Largo) bloque = ([], 0);
    private int posicion;

    public FlujoAdelantado(Stream fuente)
    {
        this.fuente = fuente;
        lectura = Task.Factory.StartNew(Leer, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public override int Read(Span<byte> buffer)
    {
        if (posicion == bloque.Largo)
        {
            if (bloque.Bytes.Length > 0)
                libres.Add(bloque.Bytes);
            (bloque, posicion) = (([], 0), 0);
            if (!llenos.TryTake(out var siguiente, Timeout.Infinite))
            {
                // Whatever stopped it is said now, after all the bytes before it.
                lectura.GetAwaiter().GetResult();
                return 0;
            }
            bloque = siguiente;
        }
        var cuantos = Math.Min(buffer.Length, bloque.Largo - posicion);
        bloque.Bytes.AsSpan(posicion, cuantos).CopyTo(buffer);
        posicion += cuantos;
        return cuantos;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !alto.IsCancellationRequested)
        {
            alto.Cancel();
            _ = Task.WhenAny(lectura).GetAwaiter().GetResult();
            llenos.Dispose();
            alto.Dispose();
            fuente.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Leer()
    {
        try
        {
            while (true)
            {
                var bytes = libres.TryTake(out var usado) ? usado : new byte[BytesPorBloque];
                var leidos = fuente.Read(bytes);
                if (leidos == 0)
                    return;
                llenos.Add((bytes, leidos), alto.Token);
            }
        }
        finally
        {
            llenos.CompleteAdding();
        }
    }
}
