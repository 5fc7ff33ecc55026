using System.Buffers.Binary;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>Puts texts in the order of their bytes, eight at a time as one number: hardly any is compared byte by byte.</summary>
internal static class OrdenDeTextos
{
    private const int Paso = sizeof(ulong);

    /// <summary>Places from one on by their texts.</summary>
    /// <param name="letras">UTF-8, one text after another.</param>
    /// <param name="desde">Where each begins and, last, where they end.</param>
    /// <param name="primero">The first place that is put in order.</param>
    /// <param name="comparar">Compares two places whole: what tells apart those whose texts are the same.</param>
    public static int[] Ordenar(ReadOnlySpan<byte> letras, ReadOnlySpan<int> desde, int primero, Comparison<int> comparar)
    {
        var orden = new int[desde.Length - 1 - primero];
        for (var i = 0; i < orden.Length; i++)
            orden[i] = primero + i;
        using var numeros = new Prestado<ulong>(orden.Length);
        Ordenar(orden, numeros.Valores, letras, desde, 0, comparar);
        return orden;
    }

    private static void Ordenar(
        Span<int> cuales,
        Span<ulong> numeros,
        ReadOnlySpan<byte> letras,
        ReadOnlySpan<int> desde,
        int avance,
        Comparison<int> comparar
    )
    {
        for (var i = 0; i < cuales.Length; i++)
            numeros[i] = Numero(letras[desde[cuales[i]]..desde[cuales[i] + 1]], avance);
        numeros.Sort(cuales);
        for (int inicio = 0, fin; inicio < cuales.Length; inicio = fin)
        {
            fin = inicio + 1;
            while (fin < cuales.Length && numeros[fin] == numeros[inicio])
                fin++;
            if (fin - inicio == 1)
                continue;
            // 0 is past the end of all of them.
            if (numeros[inicio] == 0)
                cuales[inicio..fin].Sort(comparar);
            else
                Ordenar(cuales[inicio..fin], numeros[inicio..fin], letras, desde, avance + Paso, comparar);
        }
    }

    /// <summary>Eight bytes of a text as a number that keeps their order; zeros past its end.</summary>
    private static ulong Numero(ReadOnlySpan<byte> texto, int avance)
    {
        if (avance + Paso <= texto.Length)
            return BinaryPrimitives.ReadUInt64BigEndian(texto[avance..]);
        var numero = 0UL;
        for (var i = avance; i < avance + Paso; i++)
            numero = (numero << 8) | (i < texto.Length ? texto[i] : 0UL);
        return numero;
    }
}
