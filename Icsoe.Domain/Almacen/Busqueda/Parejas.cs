namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>
/// Which word of a published name each word of a written one stands for: first those that are equal, then those that look most alike,
/// each once.
/// </summary>
internal sealed class Parejas
{
    private const double PorAbreviatura = 0.85;
    private const double PorInicial = 0.5;

    private readonly NombreComparable escrito;
    private readonly NombreComparable publicado;

    /// <summary>By word written, the published one; -1 for none.</summary>
    private readonly int[] parejas;
    private readonly bool[] tomadas;

    public Parejas(NombreComparable escrito, NombreComparable publicado)
    {
        (this.escrito, this.publicado) = (escrito, publicado);
        parejas = new int[escrito.Palabras.Length];
        tomadas = new bool[publicado.Palabras.Length];
        (DeMas, DeMenos) = (escrito.Peso, publicado.Peso);
        for (var i = 0; i < parejas.Length; i++)
        {
            parejas[i] = Array.FindIndex(publicado.Palabras, otra => otra == escrito.Palabras[i]);
            while (parejas[i] >= 0 && tomadas[parejas[i]])
                parejas[i] = Array.FindIndex(publicado.Palabras, parejas[i] + 1, otra => otra == escrito.Palabras[i]);
            if (parejas[i] < 0)
                continue;
            Tomar(i, parejas[i], 1);
            Acentos |= escrito.Escritas[i] != publicado.Escritas[parejas[i]];
        }
        while (MejorPareja() is ({ } i, var j, var semejanza))
        {
            parejas[i] = j;
            Tomar(i, j, semejanza.Valor);
            Letras += semejanza.Letras;
            Abreviadas |= semejanza.Letras == 0;
        }
        EnOtroOrden = EstanEnOtroOrden();
    }

    /// <summary>Weight of the words of both that have a pair, each by how alike they are.</summary>
    public double Peso { get; private set; }

    /// <summary>Weight of the written words that have no pair.</summary>
    public int DeMas { get; private set; }

    /// <summary>Weight of the published words that have no pair.</summary>
    public int DeMenos { get; private set; }

    /// <summary>Letters that differ, in all the pairs that are no abbreviation.</summary>
    public int Letras { get; }

    public bool Abreviadas { get; }

    public bool EnOtroOrden { get; }

    /// <summary>Whether equal words are written with other marks.</summary>
    public bool Acentos { get; }

    private void Tomar(int i, int j, double semejanza)
    {
        tomadas[j] = true;
        Peso += semejanza * (escrito.Pesos[i] + publicado.Pesos[j]);
        DeMas -= escrito.Pesos[i];
        DeMenos -= publicado.Pesos[j];
    }

    private (int? I, int J, (double Valor, int Letras) Semejanza) MejorPareja()
    {
        (int? I, int J, (double Valor, int Letras) Semejanza) mejor = (null, 0, default);
        for (var i = 0; i < parejas.Length; i++)
        {
            for (var j = 0; j < tomadas.Length && parejas[i] < 0; j++)
            {
                if (!tomadas[j] && Semejanza(escrito.Palabras[i], publicado.Palabras[j]) is var suya && suya.Valor > mejor.Semejanza.Valor)
                    mejor = (i, j, suya);
            }
        }
        return mejor;
    }

    /// <summary>From 0 to 1, and how many letters differ; none when one abbreviates the other.</summary>
    private static (double Valor, int Letras) Semejanza(string una, string otra)
    {
        if (una.Any(char.IsDigit) || otra.Any(char.IsDigit) || NombreComparable.EsEnlace(una) || NombreComparable.EsEnlace(otra))
            return default;
        var (corta, larga) = una.Length < otra.Length ? (una, otra) : (otra, una);
        var tolerancia = Parecido.Tolerancia(larga.Length);
        var letras = tolerancia == 0 ? 1 : Parecido.Distancia<char>(corta, larga, tolerancia);
        if (letras <= tolerancia)
            return (1 - ((double)letras / larga.Length), letras);
        return !Abrevia(corta, larga) ? default
            : corta.Length == 1 ? (PorInicial, 0)
            : (PorAbreviatura, 0);
    }

    /// <summary>
    /// Whether a word is the beginning of another, or its first and last letters with some of those between: HDEZ, GPE, MTTO.
    /// </summary>
    private static bool Abrevia(string corta, string larga)
    {
        if (larga.StartsWith(corta, StringComparison.Ordinal))
            return true;
        if (corta.Length < 2 || corta[0] != larga[0] || corta[^1] != larga[^1])
            return false;
        var lugar = 0;
        foreach (var letra in larga)
            lugar += lugar < corta.Length && corta[lugar] == letra ? 1 : 0;
        return lugar == corta.Length;
    }

    private bool EstanEnOtroOrden()
    {
        var ultima = -1;
        for (var i = 0; i < parejas.Length; i++)
        {
            if (parejas[i] < 0 || NombreComparable.EsEnlace(escrito.Palabras[i]))
                continue;
            if (parejas[i] < ultima)
                return true;
            ultima = parejas[i];
        }
        return false;
    }
}
