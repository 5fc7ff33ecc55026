using System.Threading.Channels;

namespace Icsoe.Domain.Sellado;

/// <summary>Lets one step of the way run ahead of the next on another core.</summary>
internal static class Adelanto
{
    private const int FilasPorTanda = 256;
    private const int TandasEnEspera = 8;

    /// <summary>
    /// The same elements in the same order, produced on another thread a bounded way ahead. What the source throws comes out here;
    /// leaving early stops the source before this returns.
    /// </summary>
    public static IEnumerable<T> Adelantado<T>(this IEnumerable<T> fuente, CancellationToken ct)
    {
        using var alto = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var canal = Channel.CreateBounded<List<T>>(new BoundedChannelOptions(TandasEnEspera) { SingleReader = true, SingleWriter = true });
        var productor = Task.Run(() => ProducirAsync(fuente, canal.Writer, alto.Token), CancellationToken.None);
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
    private static async Task ProducirAsync<T>(IEnumerable<T> fuente, ChannelWriter<List<T>> destino, CancellationToken ct)
    {
        Exception? fallo = null;
        try
        {
            var tanda = new List<T>(FilasPorTanda);
            foreach (var elemento in fuente)
            {
                ct.ThrowIfCancellationRequested();
                tanda.Add(elemento);
                if (tanda.Count < FilasPorTanda)
                    continue;
                await destino.WriteAsync(tanda, ct);
                tanda = new List<T>(FilasPorTanda);
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
