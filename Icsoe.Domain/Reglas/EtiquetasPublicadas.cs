using System.Buffers;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Reglas;

/// <summary>
/// Reads the cell «Inconsistencia» of a published list. How IMSS lays out several in one cell is unknown: they may be joined by
/// semicolons or line breaks, or simply follow each other.
/// </summary>
public static class EtiquetasPublicadas
{
    private static readonly SearchValues<char> Separadores = SearchValues.Create(";\r\n\v\f\u0085\u2028\u2029");
    private static readonly SearchValues<char> Pausas = SearchValues.Create(".,|/•·–—-");

    /// <summary>Both wordings of each inconsistency as folded words, the longest first.</summary>
    private static readonly (string[] Palabras, Inconsistencia Inconsistencia)[] Conocidas =
    [
        .. Inconsistencia
            .Catalogo.SelectMany(entrada => new[] { entrada.Etiqueta, entrada.Texto }.Select(texto => (Palabra.De(texto), entrada)))
            .Select(par => (par.Item1.Select(palabra => palabra.Plegada).ToArray(), par.entrada))
            .OrderByDescending(par => par.Item1.Length),
    ];

    /// <summary>
    /// The findings of a cell, in catalogue order, each code once; labels of none of the seven come last, as OTRA, in their order.
    /// </summary>
    /// <param name="celda">As published; null, blank or a placeholder (<c>-</c>, <c>N/A</c>, <c>0</c>) gives no findings.</param>
    /// <param name="folioContrato">Contract of the row, null when it has none; kept where the inconsistency concerns a contract.</param>
    public static IReadOnlyList<Hallazgo> Leer(string? celda, string? folioContrato)
    {
        if (string.IsNullOrWhiteSpace(celda))
            return [];
        var hallazgos = new List<Hallazgo>();
        foreach (var rango in celda.AsSpan().SplitAny(Separadores))
            LeerTramo(celda[rango], folioContrato, hallazgos);
        return
        [
            .. hallazgos
                .DistinctBy(hallazgo => (hallazgo.Codigo, hallazgo.Codigo == Codigo.Otra ? Plegado.Plegar(hallazgo.Texto) : null))
                .OrderBy(hallazgo => hallazgo.Codigo),
        ];
    }

    private static void LeerTramo(string tramo, string? folioContrato, List<Hallazgo> hallazgos)
    {
        var palabras = Palabra.De(tramo);
        int i = 0,
            desde = 0;
        while (i < palabras.Count)
        {
            if (Conocida(tramo, palabras, i) is var (largo, inconsistencia) && largo > 0)
            {
                AgregarOtra(tramo, palabras, desde, i, hallazgos);
                var texto = Recortar(tramo, palabras, i, i + largo);
                hallazgos.Add(inconsistencia!.Hallar(folioContrato) with { Texto = texto });
                desde = i += largo;
            }
            else
            {
                // Inside a sentence of its own, the words of a label are not that label.
                do i++;
                while (i < palabras.Count && !HayPausa(tramo, palabras, i));
            }
        }
        AgregarOtra(tramo, palabras, desde, palabras.Count, hallazgos);
    }

    /// <summary>The label whose words stand at a place and end there: at a pause, at the end, or before another label. 0 when none.</summary>
    private static (int Largo, Inconsistencia? Inconsistencia) Conocida(string tramo, List<Palabra> palabras, int lugar)
    {
        foreach (var (etiqueta, inconsistencia) in Conocidas)
        {
            var fin = lugar + etiqueta.Length;
            if (Estan(etiqueta, palabras, lugar) && (fin == palabras.Count || HayPausa(tramo, palabras, fin) || HayEtiqueta(palabras, fin)))
                return (etiqueta.Length, inconsistencia);
        }
        return (0, null);
    }

    /// <summary>Whether a label follows, with or without its number (<c>2.</c>).</summary>
    private static bool HayEtiqueta(List<Palabra> palabras, int lugar)
    {
        var desde = palabras[lugar].EsNumero ? lugar + 1 : lugar;
        return Conocidas.Any(conocida => Estan(conocida.Palabras, palabras, desde));
    }

    private static bool Estan(string[] etiqueta, List<Palabra> palabras, int lugar)
    {
        if (lugar + etiqueta.Length > palabras.Count)
            return false;
        for (var i = 0; i < etiqueta.Length; i++)
        {
            if (etiqueta[i] != palabras[lugar + i].Plegada)
                return false;
        }
        return true;
    }

    private static bool HayPausa(string tramo, List<Palabra> palabras, int lugar) =>
        tramo.AsSpan(palabras[lugar - 1].Fin, palabras[lugar].Inicio - palabras[lugar - 1].Fin).ContainsAny(Pausas);

    private static void AgregarOtra(string tramo, List<Palabra> palabras, int desde, int hasta, List<Hallazgo> hallazgos)
    {
        // Numbering and placeholders say nothing.
        var dicen = palabras[desde..hasta].Where(palabra => !palabra.EsNumero).ToList();
        if (dicen is [] or [{ Plegada: "NA" }] or [{ Plegada: "N" }, { Plegada: "A" }])
            return;
        hallazgos.Add(new Hallazgo { Codigo = Codigo.Otra, Texto = Recortar(tramo, palabras, desde, hasta) });
    }

    /// <summary>The published wording of some words, with the punctuation that closes it.</summary>
    private static string Recortar(string tramo, List<Palabra> palabras, int desde, int hasta)
    {
        var inicio = desde == 0 ? 0 : palabras[desde].Inicio;
        var fin = hasta == palabras.Count ? tramo.Length : palabras[hasta].Inicio;
        return tramo[inicio..fin].Trim().TrimEnd('|', '/', '•', '·', ' ');
    }

    /// <summary>A word of a text: where it stands, and folded.</summary>
    private readonly record struct Palabra(int Inicio, int Fin, string Plegada)
    {
        public bool EsNumero => Plegada.All(char.IsAsciiDigit);

        public static List<Palabra> De(string texto)
        {
            var palabras = new List<Palabra>();
            for (var i = 0; i < texto.Length; i++)
            {
                var inicio = i;
                // A mark belongs to the letter before it: texts may come decomposed.
                while (i < texto.Length && (char.IsLetterOrDigit(texto[i]) || (i > inicio && EsMarca(texto[i]))))
                    i++;
                if (i > inicio && Plegado.Plegar(texto[inicio..i]) is { Length: > 0 } plegada)
                    palabras.Add(new Palabra(inicio, i, plegada));
            }
            return palabras;
        }

        private static bool EsMarca(char c) => char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;
    }
}
