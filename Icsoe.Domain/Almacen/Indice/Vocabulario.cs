using System.IO.Hashing;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>Words, each once, by numbers that they take as they come: a few bytes more than their letters.</summary>
internal sealed class Vocabulario
{
    private const int Minimo = 1 << 10;

    /// <summary>No one outside may choose words that all fall on one place.</summary>
    private readonly long semilla = Random.Shared.NextInt64();

    /// <summary>By place, the number of a word and one more; 0 where there is none.</summary>
    private int[] lugares = new int[Minimo];
    private byte[] letras = new byte[Minimo];
    private int[] desde = new int[Minimo];

    public int Cuantas { get; private set; }

    /// <summary>UTF-8, one word after another.</summary>
    public ReadOnlySpan<byte> Letras => letras.AsSpan(0, desde[Cuantas]);

    /// <summary>Where each begins and, last, where they end.</summary>
    public ReadOnlySpan<int> Desde => desde.AsSpan(0, Cuantas + 1);

    public ReadOnlySpan<byte> this[int numero] => letras.AsSpan(desde[numero]..desde[numero + 1]);

    /// <summary>The number of a word, new or not.</summary>
    public int Numero(ReadOnlySpan<byte> palabra)
    {
        var lugar = Buscar(palabra);
        if (lugares[lugar] != 0)
            return lugares[lugar] - 1;
        var numero = Cuantas++;
        var fin = desde[numero] + palabra.Length;
        if (fin > letras.Length)
            Array.Resize(ref letras, Math.Max(fin, letras.Length * 2));
        if (Cuantas == desde.Length)
            Array.Resize(ref desde, desde.Length * 2);
        palabra.CopyTo(letras.AsSpan(desde[numero]));
        desde[Cuantas] = fin;
        lugares[lugar] = Cuantas;
        if (Cuantas > lugares.Length / 2)
            Crecer();
        return numero;
    }

    /// <summary>Where a word is, or would be.</summary>
    private int Buscar(ReadOnlySpan<byte> palabra)
    {
        var lugar = (int)XxHash3.HashToUInt64(palabra, semilla) & (lugares.Length - 1);
        while (lugares[lugar] != 0 && !this[lugares[lugar] - 1].SequenceEqual(palabra))
            lugar = (lugar + 1) & (lugares.Length - 1);
        return lugar;
    }

    private void Crecer()
    {
        lugares = new int[lugares.Length * 2];
        for (var numero = 0; numero < Cuantas; numero++)
            lugares[Buscar(this[numero])] = numero + 1;
    }
}
