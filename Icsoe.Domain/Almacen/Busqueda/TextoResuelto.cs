using Icsoe.Domain.Almacen.Indice;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>A phrase as the words of one index: which numbers each of its words may have there.</summary>
internal sealed class FraseResuelta
{
    /// <summary>What looking at a text costs, in texts of a list.</summary>
    public const int CostoDeMirar = 8;

    private readonly RangoDePalabras[] rangos;
    private readonly HashSet<int>?[] deOtraEscritura;
    private readonly int[] parecidas = [];
    private readonly Palabras palabras;
    private readonly Trabajo trabajo;

    /// <param name="aproximar">Whether words that look like a lone one stand for it too.</param>
    public FraseResuelta(Palabras palabras, Frase frase, bool aproximar, Trabajo trabajo)
    {
        (this.palabras, this.trabajo) = (palabras, trabajo);
        rangos = new RangoDePalabras[frase.Palabras.Count];
        deOtraEscritura = new HashSet<int>?[rangos.Length];
        Apariciones = int.MaxValue;
        RangoDePalabras masRara = default;
        for (var i = 0; i < rangos.Length; i++)
        {
            var palabra = frase.Palabras[i];
            rangos[i] = palabras.Buscar(palabra.Letras, frase.Entera);
            deOtraEscritura[i] = palabras.DeOtraEscritura(rangos[i], palabra.Letras, palabra.Escritura, frase.Entera);
            var suyas = palabras.Apariciones(rangos[i]).Length;
            if (suyas < Apariciones)
                (Apariciones, masRara) = (suyas, rangos[i]);
        }
        Guias = [masRara];
        if (!aproximar || frase.Entera)
            return;
        trabajo.Gastar(palabras.Cuantas);
        parecidas = Parecido.Buscar(palabras, frase.Palabras[0].Letras, rangos[0]);
        Guias = [masRara, .. parecidas.Select(palabra => new RangoDePalabras(palabra, palabra + 1))];
        Apariciones += parecidas.Sum(palabra => palabras.Apariciones(new(palabra, palabra + 1)).Length);
    }

    /// <summary>How many texts may have it, at most.</summary>
    public int Apariciones { get; }

    /// <summary>The words of it that fewest texts have: every text that has it has one of them.</summary>
    public IReadOnlyList<RangoDePalabras> Guias { get; }

    /// <summary>Whether some text has it in another spelling.</summary>
    public bool HayOtraEscritura => deOtraEscritura.Any(otras => otras is not null);

    /// <summary>What <see cref="Documentos"/> costs, in texts of a list: of several words, each text is looked at.</summary>
    public long Costo => rangos.Length == 1 ? Apariciones : (long)Apariciones * CostoDeMirar;

    /// <summary>Every text that has it.</summary>
    public Conjunto Documentos(bool exacta)
    {
        trabajo.Gastar(Apariciones / 4);
        var conjunto = new Conjunto(palabras.Documentos);
        foreach (var rango in Guias)
        {
            if (rangos.Length == 1 && !(exacta && deOtraEscritura[0] is not null))
            {
                conjunto.Agregar(palabras.Apariciones(rango));
                continue;
            }
            if (rangos.Length == 1)
            {
                for (var palabra = rango.Desde; palabra < rango.Hasta; palabra++)
                {
                    if (!EsOtra(0, palabra))
                        conjunto.Agregar(palabras.Apariciones(new(palabra, palabra + 1)));
                }
                continue;
            }
            foreach (var documento in palabras.Apariciones(rango))
            {
                if (EstaEn(documento, exacta))
                    conjunto.Agregar(documento);
            }
        }
        return conjunto.Contar();
    }

    /// <param name="exacta">Whether only texts that write it so.</param>
    public bool EstaEn(int documento, bool exacta) => EstaEn(palabras.DeTexto(documento), exacta);

    /// <summary>Whether some words, in their order, have it.</summary>
    /// <inheritdoc cref="EstaEn(int, bool)"/>
    public bool EstaEn(ReadOnlySpan<int> texto, bool exacta)
    {
        if (rangos.Length == 1 && parecidas.Length == 0 && !(exacta && deOtraEscritura[0] is not null))
        {
            var (desde, ancho) = (rangos[0].Desde, (uint)(rangos[0].Hasta - rangos[0].Desde));
            foreach (var palabra in texto)
            {
                if ((uint)(palabra - desde) < ancho)
                    return true;
            }
            return false;
        }
        for (var inicio = 0; inicio + rangos.Length <= texto.Length; inicio++)
        {
            var i = 0;
            while (i < rangos.Length && rangos[i].Contiene(texto[inicio + i]) && !(exacta && EsOtra(i, texto[inicio + i])))
                i++;
            if (i == rangos.Length || (parecidas.Length > 0 && Array.BinarySearch(parecidas, texto[inicio]) >= 0))
                return true;
        }
        return false;
    }

    private bool EsOtra(int i, int palabra) => deOtraEscritura[i] is { } otras && otras.Contains(palabra);
}

/// <summary>A text as the words of one index.</summary>
internal sealed class TextoResuelto(Palabras palabras, TextoBuscado texto, bool aproximar, Trabajo trabajo)
{
    /// <summary>Texts that are better looked at one by one than told apart by the sets of all their words.</summary>
    private const int PocasApariciones = 4096;

    /// <summary>Of each alternative, its phrases from the one that fewest texts may have.</summary>
    private readonly FraseResuelta[][] alternativas =
    [
        .. texto.Alternativas.Select(frases =>
            frases.Select(frase => new FraseResuelta(palabras, frase, aproximar, trabajo)).OrderBy(frase => frase.Apariciones).ToArray()
        ),
    ];

    public Palabras Palabras => palabras;

    public bool HayOtraEscritura => alternativas.Any(frases => frases.Any(frase => frase.HayOtraEscritura));

    /// <summary>How many texts may have it, at most.</summary>
    public long Apariciones => alternativas.Sum(frases => (long)frases[0].Apariciones);

    /// <inheritdoc cref="FraseResuelta.Costo"/>
    public long Costo =>
        alternativas.Sum(frases =>
            SeMiran(frases) ? (long)frases[0].Apariciones * FraseResuelta.CostoDeMirar : frases.Sum(frase => frase.Costo)
        );

    /// <summary>The words of which every text that has it has some, one of each alternative.</summary>
    public IEnumerable<RangoDePalabras> Guias => alternativas.SelectMany(frases => frases[0].Guias);

    public bool EstaEn(int documento, bool exacto) => EstaEn(palabras.DeTexto(documento), exacto);

    /// <summary>Whether some words, in their order, have it.</summary>
    public bool EstaEn(ReadOnlySpan<int> suyas, bool exacto)
    {
        foreach (var frases in alternativas)
        {
            if (Todas(frases, suyas, exacto))
                return true;
        }
        return false;
    }

    /// <summary>Every text that has it.</summary>
    public Conjunto Documentos(bool exacto) =>
        Conjunto.Unir(alternativas.Select(frases => Documentos(frases, exacto)).DefaultIfEmpty(new(palabras.Documentos)));

    private Conjunto Documentos(FraseResuelta[] frases, bool exacto)
    {
        var rara = frases[0];
        if (!SeMiran(frases))
        {
            var todas = rara.Documentos(exacto);
            foreach (var frase in frases.AsSpan(1))
                todas.Cortar(frase.Documentos(exacto));
            return todas;
        }
        trabajo.Gastar(rara.Apariciones);
        var conjunto = new Conjunto(palabras.Documentos);
        foreach (var rango in rara.Guias)
        {
            foreach (var documento in palabras.Apariciones(rango))
            {
                if (Todas(frases, palabras.DeTexto(documento), exacto))
                    conjunto.Agregar(documento);
            }
        }
        return conjunto;
    }

    private static bool SeMiran(FraseResuelta[] frases) => frases.Length > 1 && frases[0].Apariciones <= PocasApariciones;

    private static bool Todas(FraseResuelta[] frases, ReadOnlySpan<int> suyas, bool exacto)
    {
        foreach (var frase in frases)
        {
            if (!frase.EstaEn(suyas, exacto))
                return false;
        }
        return true;
    }
}
