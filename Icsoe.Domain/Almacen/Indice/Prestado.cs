using System.Buffers;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// Room for as many numbers as a listado has rows, or the store parties, lent for one step: the next step has the same, and the memory
/// that writing takes is that of its largest step.
/// </summary>
internal readonly ref struct Prestado<T>
    where T : unmanaged
{
    private readonly T[] arreglo;

    /// <param name="cuantos">They come as zeros.</param>
    public Prestado(int cuantos)
    {
        arreglo = ArrayPool<T>.Shared.Rent(cuantos);
        Valores = arreglo.AsSpan(0, cuantos);
        Valores.Clear();
    }

    public Span<T> Valores { get; }

    public void Dispose() => ArrayPool<T>.Shared.Return(arreglo);
}
