using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>Which texts repeat, and how often: what somebody who writes one most likely means.</summary>
internal static class TextosFrecuentes
{
    /// <summary>Texts of a tramo that may be suggested.</summary>
    private const int Cuantos = 2048;

    /// <param name="salida">Where the words and the texts are written already.</param>
    /// <param name="cuenta">Whether a text counts.</param>
    public static void Escribir(EscritorDeMapa salida, Func<int, bool> cuenta)
    {
        var textos = salida.Leer<int>(Seccion.Textos);
        var desde = salida.Leer<int>(Seccion.TextosDesde);
        var letras = salida.Leer<byte>(Seccion.Palabras);
        var letrasDesde = salida.Leer<int>(Seccion.PalabrasDesde);
        var huellas = new ulong[letrasDesde.Length - 1];
        for (var palabra = 0; palabra < huellas.Length; palabra++)
            huellas[palabra] = XxHash3.HashToUInt64(letras[letrasDesde[palabra]..letrasDesde[palabra + 1]]);
        using var prestado = new Prestado<ulong>(desde.Length - 1);
        var deTexto = prestado.Valores;
        for (var i = 0; i < deTexto.Length; i++)
        {
            var suyas = textos[desde[i]..desde[i + 1]];
            if (!suyas.IsEmpty && cuenta(i))
                deTexto[i] = Huella(suyas, huellas);
        }
        var orden = salida.Radix.Ordenar(deTexto);
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
        var porVeces = salida.Radix.Ordenar(CollectionsMarshal.AsSpan(veces));
        var frecuentes = porVeces[^Math.Min(Cuantos, porVeces.Length)..].ToArray();
        Array.Reverse(frecuentes);
        salida.Escribir<int>(Seccion.TextosFrecuentes, frecuentes);
        var palabras = new List<int>();
        var inicios = new List<int>();
        foreach (var lugar in frecuentes)
        {
            var fila = filas[lugar];
            inicios.Add(palabras.Count);
            palabras.AddRange(textos[desde[fila]..desde[fila + 1]]);
        }
        inicios.Add(palabras.Count);
        salida.Escribir<int>(Seccion.FrecuentesPalabras, CollectionsMarshal.AsSpan(palabras));
        salida.Escribir<int>(Seccion.FrecuentesDesde, CollectionsMarshal.AsSpan(inicios));
    }

    /// <summary>Digest of a text that is written already, the one it is known by in <see cref="Seccion.TextosDistintos"/>; 0 for an empty one.</summary>
    public static ulong Huella(Palabras palabras, int texto)
    {
        var suyas = palabras.DeTexto(texto);
        var suma = 0UL;
        foreach (var palabra in suyas)
            suma = Mezclar(suma, XxHash3.HashToUInt64(palabras.Letras(palabra)));
        return suyas.IsEmpty ? 0 : suma | 1;
    }

    private static ulong Huella(ReadOnlySpan<int> palabras, ulong[] huellas)
    {
        var suma = 0UL;
        foreach (var palabra in palabras)
            suma = Mezclar(suma, huellas[palabra]);
        return suma | 1;
    }

    private static ulong Mezclar(ulong suma, ulong palabra) => ((suma ^ palabra) * 0x9E3779B97F4A7C15) ^ (suma >> 29);
}
