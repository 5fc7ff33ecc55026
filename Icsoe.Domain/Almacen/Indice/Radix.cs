using System.Buffers;
using System.Runtime.CompilerServices;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// Puts rows in the order of a column. By digits of 16 bits, so that it takes the same time whatever the values are, and rows of
/// equal value stay as they were. What it returns is its own, good until it is asked again.
/// </summary>
internal sealed class Radix : IDisposable
{
    private const int Bits = 16;
    private const int Cubetas = 1 << Bits;

    private readonly int[] cuentas = new int[Cubetas];
    private int[] orden = [];
    private int[] otro = [];

    /// <summary>Places 0…n−1 by their values, that are not negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<int> Ordenar(ReadOnlySpan<int> valores)
    {
        Naturales(valores.Length);
        for (var desplazo = 0; desplazo < 32; desplazo += Bits)
        {
            Array.Clear(cuentas);
            foreach (var valor in valores)
                cuentas[(valor >> desplazo) & (Cubetas - 1)]++;
            if (!Acumular(valores.Length))
                continue;
            foreach (var i in orden.AsSpan(0, valores.Length))
                otro[cuentas[(valores[i] >> desplazo) & (Cubetas - 1)]++] = i;
            (orden, otro) = (otro, orden);
        }
        return orden.AsSpan(0, valores.Length);
    }

    /// <inheritdoc cref="Ordenar(ReadOnlySpan{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<int> Ordenar(ReadOnlySpan<ulong> valores)
    {
        Naturales(valores.Length);
        for (var desplazo = 0; desplazo < 64; desplazo += Bits)
        {
            Array.Clear(cuentas);
            foreach (var valor in valores)
                cuentas[(int)(valor >> desplazo) & (Cubetas - 1)]++;
            if (!Acumular(valores.Length))
                continue;
            foreach (var i in orden.AsSpan(0, valores.Length))
                otro[cuentas[(int)(valores[i] >> desplazo) & (Cubetas - 1)]++] = i;
            (orden, otro) = (otro, orden);
        }
        return orden.AsSpan(0, valores.Length);
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(orden);
        ArrayPool<int>.Shared.Return(otro);
        (orden, otro) = ([], []);
    }

    private void Naturales(int cuantos)
    {
        if (orden.Length < cuantos)
        {
            Dispose();
            orden = ArrayPool<int>.Shared.Rent(cuantos);
            otro = ArrayPool<int>.Shared.Rent(cuantos);
        }
        for (var i = 0; i < cuantos; i++)
            orden[i] = i;
    }

    /// <summary>From how many each digit has to where they begin; false when all have the same digit, which orders nothing.</summary>
    private bool Acumular(int total)
    {
        var suma = 0;
        for (var i = 0; i < Cubetas; i++)
        {
            var cuantos = cuentas[i];
            if (cuantos == total)
                return false;
            cuentas[i] = suma;
            suma += cuantos;
        }
        return true;
    }
}
