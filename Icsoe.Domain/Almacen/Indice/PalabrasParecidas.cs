using System.Numerics;
using Icsoe.Domain.Almacen.Busqueda;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// The words of an index by how many letters they have, each with the letters it is made of as bits: looking for those that are like
/// another takes a look at each bit set, and at the letters of hardly any.
/// </summary>
internal sealed class PalabrasParecidas
{
    private const int LetrasMaximas = 64;

    private readonly Palabras palabras;

    /// <summary>Words in the order of their lengths.</summary>
    private readonly int[] porLargo;

    /// <summary>Letters of each of <see cref="porLargo"/>.</summary>
    private readonly ulong[] firmas;

    /// <summary>Where the words of each length begin in <see cref="porLargo"/> and, last, where they end.</summary>
    private readonly int[] desde = new int[LetrasMaximas + 2];

    public PalabrasParecidas(Palabras palabras)
    {
        this.palabras = palabras;
        var letras = palabras.LetrasDesde;
        for (var palabra = 0; palabra < palabras.Cuantas; palabra++)
        {
            if (letras[palabra + 1] - letras[palabra] is var largo and <= LetrasMaximas)
                desde[largo + 1]++;
        }
        for (var largo = 0; largo <= LetrasMaximas; largo++)
            desde[largo + 1] += desde[largo];
        (porLargo, firmas) = (new int[desde[^1]], new ulong[desde[^1]]);
        var libres = desde.ToArray();
        for (var palabra = 0; palabra < palabras.Cuantas; palabra++)
        {
            var suyas = palabras.Letras(palabra);
            if (suyas.Length > LetrasMaximas)
                continue;
            var lugar = libres[suyas.Length]++;
            (porLargo[lugar], firmas[lugar]) = (palabra, Firma(suyas));
        }
    }

    /// <summary>Adds the words that are like some folded letters, those of a range left out.</summary>
    public void Buscar(ReadOnlySpan<byte> letras, RangoDePalabras menos, List<int> halladas)
    {
        var tolerancia = Parecido.Tolerancia(letras.Length);
        if (tolerancia == 0)
            return;
        Span<ulong> lugares = stackalloc ulong[256];
        lugares.Clear();
        for (var i = 0; i < letras.Length; i++)
            lugares[letras[i]] |= 1UL << i;
        var firma = Firma(letras);
        var primera = desde[letras.Length - tolerancia];
        var suyas = firmas.AsSpan(primera, desde[letras.Length + tolerancia + 1] - primera);
        for (var i = 0; i < suyas.Length; i++)
        {
            var distintas = suyas[i] ^ firma;
            if (BitOperations.PopCount(distintas & firma) > tolerancia || BitOperations.PopCount(distintas & ~firma) > tolerancia)
                continue;
            var palabra = porLargo[primera + i];
            if (Distancia(lugares, letras.Length, palabras.Letras(palabra)) <= tolerancia && !menos.Contiene(palabra))
                halladas.Add(palabra);
        }
    }

    /// <summary>
    /// <see cref="Parecido.Distancia{T}"/> of 64 letters at most, a column of its table at a time, in the bits of a number (Hyyrö 2003).
    /// </summary>
    /// <param name="lugares">By letter, where one of the two has it.</param>
    /// <param name="largo">Letters of that one.</param>
    private static int Distancia(ReadOnlySpan<ulong> lugares, int largo, ReadOnlySpan<byte> otra)
    {
        var (suben, bajan, diagonal, anterior) = (ulong.MaxValue, 0UL, 0UL, 0UL);
        var ultima = 1UL << (largo - 1);
        var distancia = largo;
        foreach (var letra in otra)
        {
            var iguales = lugares[letra];
            var cruzadas = ((~diagonal & iguales) << 1) & anterior;
            diagonal = (((iguales & suben) + suben) ^ suben) | iguales | bajan | cruzadas;
            var derecha = bajan | ~(diagonal | suben);
            var izquierda = diagonal & suben;
            distancia += (derecha & ultima) != 0 ? 1 : 0;
            distancia -= (izquierda & ultima) != 0 ? 1 : 0;
            derecha = (derecha << 1) | 1;
            (suben, bajan) = ((izquierda << 1) | ~(diagonal | derecha), derecha & diagonal);
            anterior = iguales;
        }
        return distancia;
    }

    private static ulong Firma(ReadOnlySpan<byte> letras)
    {
        var firma = 0UL;
        foreach (var letra in letras)
            firma |= 1UL << (letra & 63);
        return firma;
    }
}
