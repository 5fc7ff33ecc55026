using Icsoe.Domain.Almacen.Indice;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>A phrase as the words of one index: which numbers each of its words may have there.</summary>
internal sealed class FraseResuelta
{
    private readonly RangoDePalabras[] rangos;
    private readonly HashSet<int>?[] deOtraEscritura;
    private readonly Palabras palabras;

    public FraseResuelta(Palabras palabras, Frase frase)
    {
        this.palabras = palabras;
        rangos = new RangoDePalabras[frase.Palabras.Count];
        deOtraEscritura = new HashSet<int>?[rangos.Length];
        Apariciones = int.MaxValue;
        for (var i = 0; i < rangos.Length; i++)
        {
            var palabra = frase.Palabras[i];
            rangos[i] = palabras.Buscar(palabra.Letras, frase.Entera);
            deOtraEscritura[i] = palabras.DeOtraEscritura(rangos[i], palabra.Letras, palabra.Escritura, frase.Entera);
            var suyas = palabras.Apariciones(rangos[i]).Length;
            if (suyas < Apariciones)
                (Apariciones, MasRara) = (suyas, rangos[i]);
        }
    }

    /// <summary>How many texts may have it, at most.</summary>
    public int Apariciones { get; }

    /// <summary>The word of it that fewest texts have.</summary>
    public RangoDePalabras MasRara { get; }

    /// <summary>Whether some text has it in another spelling.</summary>
    public bool HayOtraEscritura => deOtraEscritura.Any(otras => otras is not null);

    public bool EsUnaPalabra => rangos.Length == 1;

    /// <param name="exacta">Whether only texts that write it so.</param>
    public bool EstaEn(int documento, bool exacta)
    {
        var texto = palabras.DeTexto(documento);
        for (var inicio = 0; inicio + rangos.Length <= texto.Length; inicio++)
        {
            var i = 0;
            while (i < rangos.Length && rangos[i].Contiene(texto[inicio + i]) && !(exacta && EsOtra(i, texto[inicio + i])))
                i++;
            if (i == rangos.Length)
                return true;
        }
        return false;
    }

    private bool EsOtra(int i, int palabra) => deOtraEscritura[i] is { } otras && otras.Contains(palabra);
}

/// <summary>A text as the words of one index.</summary>
internal sealed class TextoResuelto(Palabras palabras, TextoBuscado texto)
{
    private readonly FraseResuelta[][] alternativas =
    [
        .. texto.Alternativas.Select(frases => frases.Select(frase => new FraseResuelta(palabras, frase)).ToArray()),
    ];

    public Palabras Palabras => palabras;

    public bool HayOtraEscritura => alternativas.Any(frases => frases.Any(frase => frase.HayOtraEscritura));

    /// <summary>How many texts may have it, at most.</summary>
    public long Apariciones => alternativas.Sum(frases => (long)frases.Min(frase => frase.Apariciones));

    /// <summary>The words of which every text that has it has some, one of each alternative.</summary>
    public IEnumerable<RangoDePalabras> MasRaras => alternativas.Select(frases => frases.MinBy(frase => frase.Apariciones)!.MasRara);

    public bool EstaEn(int documento, bool exacto)
    {
        foreach (var frases in alternativas)
        {
            if (Todas(frases, documento, exacto))
                return true;
        }
        return false;
    }

    /// <summary>Every text that has it.</summary>
    public Conjunto Documentos(int cuantos, bool exacto, Trabajo trabajo)
    {
        var conjunto = new Conjunto(cuantos);
        foreach (var frases in alternativas)
        {
            var guia = frases.MinBy(frase => frase.Apariciones)!;
            trabajo.Gastar(guia.Apariciones);
            var basta = frases.Length == 1 && guia.EsUnaPalabra && !(exacto && guia.HayOtraEscritura);
            foreach (var documento in palabras.Apariciones(guia.MasRara))
            {
                if (basta || Todas(frases, documento, exacto))
                    conjunto.Agregar(documento);
            }
        }
        return conjunto;
    }

    private static bool Todas(FraseResuelta[] frases, int documento, bool exacto)
    {
        foreach (var frase in frases)
        {
            if (!frase.EstaEn(documento, exacto))
                return false;
        }
        return true;
    }
}
