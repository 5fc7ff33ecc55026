using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>Which texts repeat, and how often: what somebody who writes one most likely means.</summary>
internal static class TextosFrecuentes
{
    /// <summary>Texts of a tramo that may be suggested.</summary>
    private const int Cuantos = 2048;

    /// <param name="textos">Words of the texts, one text after another.</param>
    /// <param name="desde">Where each text begins.</param>
    /// <param name="cuenta">Whether a text counts.</param>
    public static void Escribir(
        EscritorDeMapa salida,
        int[] textos,
        int[] desde,
        ReadOnlySpan<byte> letras,
        List<int> letrasDesde,
        Func<int, bool> cuenta
    )
    {
        var huellas = new ulong[letrasDesde.Count - 1];
        for (var palabra = 0; palabra < huellas.Length; palabra++)
            huellas[palabra] = XxHash3.HashToUInt64(letras[letrasDesde[palabra]..letrasDesde[palabra + 1]]);
        var deTexto = new ulong[desde.Length];
        for (var i = 0; i < desde.Length; i++)
        {
            var suyas = textos.AsSpan(desde[i]..(i + 1 < desde.Length ? desde[i + 1] : textos.Length));
            if (!suyas.IsEmpty && cuenta(i))
                deTexto[i] = Huella(suyas, huellas);
        }
        var orden = Radix.Ordenar(deTexto);
        var distintos = new List<ulong>();
        var veces = new List<int>();
        var filas = new List<int>();
        foreach (var fila in orden)
        {
            if (deTexto[fila] == 0)
                continue;
            if (distintos.Count == 0 || distintos[^1] != deTexto[fila])
            {
                distintos.Add(deTexto[fila]);
                veces.Add(0);
                filas.Add(fila);
            }
            veces[^1]++;
        }
        salida.Escribir<ulong>(Seccion.TextosDistintos, CollectionsMarshal.AsSpan(distintos));
        salida.Escribir<int>(Seccion.TextosVeces, CollectionsMarshal.AsSpan(veces));
        salida.Escribir<int>(Seccion.TextosFila, CollectionsMarshal.AsSpan(filas));
        var porVeces = Radix.Ordenar(CollectionsMarshal.AsSpan(veces));
        porVeces.AsSpan().Reverse();
        var frecuentes = porVeces.AsSpan(0, Math.Min(Cuantos, porVeces.Length));
        salida.Escribir<int>(Seccion.TextosFrecuentes, frecuentes);
        var palabras = new List<int>();
        var inicios = new List<int>();
        foreach (var lugar in frecuentes)
        {
            var fila = filas[lugar];
            inicios.Add(palabras.Count);
            palabras.AddRange(textos.AsSpan(desde[fila]..(fila + 1 < desde.Length ? desde[fila + 1] : textos.Length)));
        }
        inicios.Add(palabras.Count);
        salida.Escribir<int>(Seccion.FrecuentesPalabras, CollectionsMarshal.AsSpan(palabras));
        salida.Escribir<int>(Seccion.FrecuentesDesde, CollectionsMarshal.AsSpan(inicios));
    }

    private static ulong Huella(ReadOnlySpan<int> palabras, ulong[] huellas)
    {
        var suma = 0UL;
        foreach (var palabra in palabras)
            suma = ((suma ^ huellas[palabra]) * 0x9E3779B97F4A7C15) ^ (suma >> 29);
        return suma | 1;
    }
}
