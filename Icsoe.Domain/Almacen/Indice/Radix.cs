using System.Runtime.CompilerServices;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// Puts rows in the order of a column. By digits of 16 bits, so that it takes the same time whatever the values are, and rows of
/// equal value stay as they were.
/// </summary>
internal static class Radix
{
    private const int Bits = 16;
    private const int Cubetas = 1 << Bits;

    /// <summary>Places 0…n−1 by their values, that are not negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] Ordenar(ReadOnlySpan<int> valores)
    {
        var orden = Naturales(valores.Length);
        var otro = GC.AllocateUninitializedArray<int>(orden.Length);
        for (var desplazo = 0; desplazo < 32; desplazo += Bits)
        {
            var cuentas = new int[Cubetas];
            foreach (var valor in valores)
                cuentas[(valor >> desplazo) & (Cubetas - 1)]++;
            if (!Acumular(cuentas, orden.Length))
                continue;
            foreach (var i in orden)
                otro[cuentas[(valores[i] >> desplazo) & (Cubetas - 1)]++] = i;
            (orden, otro) = (otro, orden);
        }
        return orden;
    }

    /// <inheritdoc cref="Ordenar(ReadOnlySpan{int})"/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] Ordenar(ReadOnlySpan<ulong> valores)
    {
        var orden = Naturales(valores.Length);
        var otro = GC.AllocateUninitializedArray<int>(orden.Length);
        for (var desplazo = 0; desplazo < 64; desplazo += Bits)
        {
            var cuentas = new int[Cubetas];
            foreach (var valor in valores)
                cuentas[(int)(valor >> desplazo) & (Cubetas - 1)]++;
            if (!Acumular(cuentas, orden.Length))
                continue;
            foreach (var i in orden)
                otro[cuentas[(int)(valores[i] >> desplazo) & (Cubetas - 1)]++] = i;
            (orden, otro) = (otro, orden);
        }
        return orden;
    }

    private static int[] Naturales(int cuantos)
    {
        var orden = GC.AllocateUninitializedArray<int>(cuantos);
        for (var i = 0; i < cuantos; i++)
            orden[i] = i;
        return orden;
    }

    /// <summary>From how many each digit has to where they begin; false when all have the same digit, which orders nothing.</summary>
    private static bool Acumular(int[] cuentas, int total)
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
