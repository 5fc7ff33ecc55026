using System.Collections.Frozen;

namespace Icsoe.Api.Diccionario;

/// <summary>The texts of the dictionary in English: each beside the Spanish one, in <c>ingles.tsv</c>.</summary>
public static class Ingles
{
    private static readonly FrozenDictionary<string, string> Textos = Leer();

    /// <summary>A text in English.</summary>
    /// <exception cref="KeyNotFoundException">It has none: add its line to <c>ingles.tsv</c>.</exception>
    public static string De(string texto) =>
        Textos.TryGetValue(texto, out var ingles)
            ? ingles
            : throw new KeyNotFoundException($"Icsoe.Api/Diccionario/ingles.tsv has no line for «{texto}».");

    /// <summary>A text in English; null for none.</summary>
    public static string? DeSiHay(string? texto) => texto is null ? null : De(texto);

    /// <summary>Every Spanish text that has its English.</summary>
    public static IEnumerable<string> Conocidos => Textos.Keys;

    private static FrozenDictionary<string, string> Leer()
    {
        using var flujo = typeof(Ingles).Assembly.GetManifestResourceStream("ingles.tsv")!;
        using var lector = new StreamReader(flujo);
        return lector
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(linea => linea.Split('\t'))
            .ToFrozenDictionary(partes => partes[0], partes => partes[1], StringComparer.Ordinal);
    }
}
