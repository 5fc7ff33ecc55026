using System.Globalization;
using System.Text;

namespace Icsoe.Api.Parametros;

/// <summary>Finds what a person probably meant to write.</summary>
public static class Distancia
{
    private const int LongitudComparada = 64;

    /// <summary>
    /// The candidate with the fewest edits away, accents and case aside; null when even the nearest shares nothing worth naming.
    /// </summary>
    /// <param name="siempre">Names the nearest however far it is.</param>
    public static string? MasParecido(string escrito, IEnumerable<string> candidatos, bool siempre = false)
    {
        var buscado = Plegar(escrito);
        string? mejor = null;
        var menor = int.MaxValue;
        foreach (var candidato in candidatos)
        {
            var comparado = Plegar(candidato);
            var distancia = Edicion(buscado, comparado);
            if (distancia < menor && (siempre || distancia < Math.Max(buscado.Length, comparado.Length)))
                (mejor, menor) = (candidato, distancia);
        }
        return mejor;
    }

    /// <summary>Levenshtein's distance: insertions, deletions and substitutions.</summary>
    public static int Edicion(string a, string b)
    {
        var fila = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            fila[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = fila[0];
            fila[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var sustituir = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = fila[j];
                fila[j] = Math.Min(sustituir, Math.Min(fila[j], fila[j - 1]) + 1);
            }
        }
        return fila[^1];
    }

    private static string Plegar(string texto)
    {
        var plegado = new StringBuilder();
        // A lone surrogate and U+FFFE are no text that NFD could take apart.
        var recortado = texto.Length > LongitudComparada ? texto[..LongitudComparada] : texto;
        var limpio = recortado.Any(SinForma) ? new string([.. recortado.Where(c => !SinForma(c))]) : recortado;
        foreach (var c in limpio.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plegado.Append(char.ToLowerInvariant(c is '-' or ' ' ? '_' : c));
        }
        return plegado.ToString();
    }

    private static bool SinForma(char c) => char.IsSurrogate(c) || c == '\ufffe';
}
