namespace Icsoe.Domain.Almacen.Indice;

/// <summary>Work that is done on another core, in its order, a bounded way behind whoever orders it.</summary>
/// <param name="hacer">What is done with each element; only one at a time.</param>
internal sealed class Aparte<T>(Action<T> hacer)
{
    private const int PorTanda = 128;
    private const int EnEspera = 4;

    /// <summary>The last batches, each after the one before.</summary>
    private readonly Queue<Task> tandas = new();
    private Task ultima = Task.CompletedTask;
    private List<T> tanda = new(PorTanda);

    /// <exception cref="Exception">What an earlier element threw.</exception>
    public void Agregar(T elemento)
    {
        tanda.Add(elemento);
        if (tanda.Count == PorTanda)
            Enviar();
    }

    /// <summary>Returns when all is done.</summary>
    /// <exception cref="Exception">What some element threw.</exception>
    public void Esperar()
    {
        Enviar();
        ultima.GetAwaiter().GetResult();
    }

    /// <summary>Returns when nothing is being done any more, whatever became of it.</summary>
    public void Abandonar() => ultima.ContinueWith(_ => { }, TaskScheduler.Default).Wait();

    private void Enviar()
    {
        if (tandas.Count == EnEspera)
            tandas.Dequeue().GetAwaiter().GetResult();
        tandas.Enqueue(ultima = HacerAsync(ultima, tanda));
        tanda = new(PorTanda);
    }

    private async Task HacerAsync(Task anterior, List<T> elementos)
    {
        await anterior.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        foreach (var elemento in elementos)
            hacer(elemento);
    }
}
