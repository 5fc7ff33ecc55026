using System.Threading.Channels;

namespace Icsoe.Domain.Sellado;

/// <summary>Lets one step of the way run ahead of the next on another core.</summary>
internal static class Adelanto
{
    private const int ElementosPorTanda = 256;
    private const int BytesPorTanda = 1 << 20;
    private const int TandasEnEspera = 8;

    /// <summary>
    /// The same elements in the same order, produced on another thread a bounded way ahead. What the source throws comes out here;
    /// leaving early stops the source before this returns.
    /// </summary>
    /// <param name="peso">About how many bytes an element holds: few elements wait where they are large.</param>
    public static IEnumerable<T> Adelantado<T>(this IEnumerable<T> fuente, Func<T, int> peso, CancellationToken ct)
    {
        using var alto = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var canal = Channel.CreateBounded<List<T>>(new BoundedChannelOptions(TandasEnEspera) { SingleReader = true, SingleWriter = true });
        var productor = Task.Run(() => ProducirAsync(fuente, peso, canal.Writer, alto.Token), CancellationToken.None);
        try
        {
            while (canal.Reader.WaitToReadAsync(ct).AsTask().GetAwaiter().GetResult())
            {
                while (canal.Reader.TryRead(out var tanda))
                {
                    foreach (var elemento in tanda)
                        yield return elemento;
                }
            }
        }
        finally
        {
            alto.Cancel();
            productor.GetAwaiter().GetResult();
        }
    }

    /// <summary>Never fails itself: whatever goes wrong travels through the channel.</summary>
    private static async Task ProducirAsync<T>(
        IEnumerable<T> fuente,
        Func<T, int> peso,
        ChannelWriter<List<T>> destino,
        CancellationToken ct
    )
    {
        Exception? fallo = null;
        try
        {
            var tanda = new List<T>(ElementosPorTanda);
            var bytes = 0;
            foreach (var elemento in fuente)
            {
                ct.ThrowIfCancellationRequested();
                tanda.Add(elemento);
                bytes += peso(elemento);
                if (tanda.Count < ElementosPorTanda && bytes < BytesPorTanda)
                    continue;
                bytes = 0;
                await destino.WriteAsync(tanda, ct);
                tanda = new List<T>(ElementosPorTanda);
            }
            await destino.WriteAsync(tanda, ct);
        }
        catch (Exception error)
        {
            fallo = error;
        }
        destino.Complete(fallo);
    }
}
