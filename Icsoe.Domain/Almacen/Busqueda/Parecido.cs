using Icsoe.Domain.Almacen.Indice;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>Words that look like another: a letter more, less or changed, two in long ones, or two neighbours the wrong way round.</summary>
internal static class Parecido
{
    private const int LetrasMinimas = 3;
    private const int LetrasParaDos = 7;
    private const int LetrasMaximas = 60;

    /// <summary>Letters of the longest text that is compared.</summary>
    public const int LetrasComparables = 200;

    /// <summary>The words of an index that look like some folded letters, in order, those of a range left out.</summary>
    public static int[] Buscar(Palabras palabras, ReadOnlySpan<byte> letras, RangoDePalabras menos)
    {
        var tolerancia = Tolerancia(letras.Length);
        if (tolerancia == 0)
            return [];
        Span<bool> suyas = stackalloc bool[256];
        suyas.Clear();
        foreach (var letra in letras)
            suyas[letra] = true;
        var todas = palabras.TodasLasLetras;
        var desde = palabras.LetrasDesde;
        var halladas = new List<int>();
        for (var palabra = 0; palabra + 1 < desde.Length; palabra++)
        {
            var largo = desde[palabra + 1] - desde[palabra];
            if (Math.Abs(largo - letras.Length) > tolerancia)
                continue;
            // Nearly every word is told apart by letters that the other has not.
            var otra = todas.Slice(desde[palabra], largo);
            var ajenas = 0;
            foreach (var letra in otra)
                ajenas += suyas[letra] ? 0 : 1;
            if (ajenas <= tolerancia && !menos.Contiene(palabra) && Distancia(letras, otra, tolerancia) <= tolerancia)
                halladas.Add(palabra);
        }
        return [.. halladas];
    }

    /// <summary>How many changes a word of that length forgives.</summary>
    public static int Tolerancia(int letras) =>
        letras is < LetrasMinimas or > LetrasMaximas ? 0
        : letras < LetrasParaDos ? 1
        : 2;

    /// <summary>
    /// Changes from one to the other (optimal string alignment); more than <paramref name="tope"/> is only that. Of
    /// <see cref="LetrasComparables"/> letters at most.
    /// </summary>
    public static int Distancia<T>(ReadOnlySpan<T> a, ReadOnlySpan<T> b, int tope)
        where T : unmanaged, IEquatable<T>
    {
        if (Math.Abs(a.Length - b.Length) > tope)
            return tope + 1;
        Span<byte> anterior = stackalloc byte[b.Length + 1];
        Span<byte> fila = stackalloc byte[b.Length + 1];
        Span<byte> nueva = stackalloc byte[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            fila[j] = (byte)j;
        for (var i = 1; i <= a.Length; i++)
        {
            nueva[0] = (byte)i;
            var menor = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cambio = fila[j - 1] + (a[i - 1].Equals(b[j - 1]) ? 0 : 1);
                cambio = Math.Min(cambio, Math.Min(fila[j], nueva[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1].Equals(b[j - 2]) && a[i - 2].Equals(b[j - 1]))
                    cambio = Math.Min(cambio, anterior[j - 2] + 1);
                nueva[j] = (byte)cambio;
                menor = Math.Min(menor, cambio);
            }
            if (menor > tope)
                return tope + 1;
            var libre = anterior;
            anterior = fila;
            fila = nueva;
            nueva = libre;
        }
        return fila[b.Length];
    }
}
