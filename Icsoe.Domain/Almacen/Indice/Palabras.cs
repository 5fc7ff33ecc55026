namespace Icsoe.Domain.Almacen.Indice;

/// <summary>Words that follow one another in the order of an index: those that begin alike.</summary>
internal readonly record struct RangoDePalabras(int Desde, int Hasta)
{
    public bool EsVacio => Hasta <= Desde;

    public bool Contiene(int palabra) => palabra >= Desde && palabra < Hasta;
}

/// <summary>
/// The words of an index file, in the order of their folded letters and then of how they are written; which texts have each,
/// and the words of each text, in its order.
/// </summary>
internal sealed class Palabras(Mapa mapa)
{
    public int Cuantas => mapa.Leer<int>(Seccion.PalabrasDesde).Length - 1;

    /// <summary>How many texts there are.</summary>
    public int Documentos => TextosDesde.Length - 1;

    public ReadOnlySpan<int> Textos => mapa.Leer<int>(Seccion.Textos);

    public ReadOnlySpan<int> TextosDesde => mapa.Leer<int>(Seccion.TextosDesde);

    /// <summary>Folded letters of all the words, one after another.</summary>
    public ReadOnlySpan<byte> TodasLasLetras => mapa.Leer<byte>(Seccion.Palabras);

    /// <summary>Where the letters of each begin and, last, where they end.</summary>
    public ReadOnlySpan<int> LetrasDesde => mapa.Leer<int>(Seccion.PalabrasDesde);

    /// <summary>Folded, UTF-8.</summary>
    public ReadOnlySpan<byte> Letras(int palabra) => De(Seccion.Palabras, Seccion.PalabrasDesde, palabra);

    /// <summary>As it is written; empty when that is its folded letters.</summary>
    public ReadOnlySpan<byte> Escrita(int palabra) => De(Seccion.Escritas, Seccion.EscritasDesde, palabra);

    /// <summary>The words of a text.</summary>
    public ReadOnlySpan<int> DeTexto(int documento)
    {
        var desde = TextosDesde;
        return Textos[desde[documento]..desde[documento + 1]];
    }

    /// <summary>Every text that has some of those words: in order for one word, and once for each for several.</summary>
    public ReadOnlySpan<int> Apariciones(RangoDePalabras rango)
    {
        if (rango.EsVacio)
            return [];
        var desde = mapa.Leer<int>(Seccion.AparicionesDesde);
        return mapa.Leer<int>(Seccion.Apariciones)[desde[rango.Desde]..desde[rango.Hasta]];
    }

    /// <summary>The words that begin with some folded letters, or that are them.</summary>
    public RangoDePalabras Buscar(ReadOnlySpan<byte> letras, bool entera)
    {
        var desde = Primera(letras, 0, Cuantas, pasadas: false, entera);
        if (desde == Cuantas || !Vale(Letras(desde), letras, entera))
            return new(desde, desde);
        // Words that begin alike are mostly few: their end is looked for from near to far.
        var paso = 1;
        while (desde + paso < Cuantas && Vale(Letras(desde + paso), letras, entera))
            paso *= 2;
        return new(desde, Primera(letras, desde + (paso / 2), Math.Min(Cuantas, desde + paso), pasadas: true, entera));
    }

    /// <summary>Whether some word begins with some folded letters, or is them.</summary>
    public bool Tiene(ReadOnlySpan<byte> letras, bool entera)
    {
        var lugar = Primera(letras, 0, Cuantas, pasadas: false, entera);
        return lugar < Cuantas && Vale(Letras(lugar), letras, entera);
    }

    /// <summary>Of words that fold to what was asked, those not written so; null when all of them are, which is the rule.</summary>
    public HashSet<int>? DeOtraEscritura(RangoDePalabras rango, ReadOnlySpan<byte> letras, ReadOnlySpan<byte> escrita, bool entera)
    {
        HashSet<int>? fuera = null;
        var pideSuPlegado = letras.SequenceEqual(escrita);
        for (var palabra = rango.Desde; palabra < rango.Hasta; palabra++)
        {
            var suya = Escrita(palabra);
            var vale =
                suya.IsEmpty ? pideSuPlegado
                : entera ? suya.SequenceEqual(escrita)
                : suya.StartsWith(escrita);
            if (!vale)
                (fuera ??= []).Add(palabra);
        }
        return fuera;
    }

    private ReadOnlySpan<byte> De(Seccion letras, Seccion desde, int palabra)
    {
        var inicios = mapa.Leer<int>(desde);
        return mapa.Leer<byte>(letras)[inicios[palabra]..inicios[palabra + 1]];
    }

    /// <summary>The first word that is not before those letters; or, having passed those that match, the first after.</summary>
    private int Primera(ReadOnlySpan<byte> letras, int bajo, int alto, bool pasadas, bool entera)
    {
        while (bajo < alto)
        {
            var medio = (int)(((uint)bajo + (uint)alto) / 2);
            var suyas = Letras(medio);
            if (suyas.SequenceCompareTo(letras) < 0 || (pasadas && Vale(suyas, letras, entera)))
                bajo = medio + 1;
            else
                alto = medio;
        }
        return bajo;
    }

    private static bool Vale(ReadOnlySpan<byte> suyas, ReadOnlySpan<byte> letras, bool entera) =>
        entera ? suyas.SequenceEqual(letras) : suyas.StartsWith(letras);
}
