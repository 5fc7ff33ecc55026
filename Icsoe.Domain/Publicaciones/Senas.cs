using System.Collections.Frozen;
using System.Text;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Publicaciones;

/// <summary>What the words before a number say it is.</summary>
internal enum Sena
{
    Ninguna,
    Telefono,

    /// <summary>The number is an NSS.</summary>
    Nss,

    /// <summary>IMSS is as often a client as a cue: only eleven digits count.</summary>
    Imss,
    Rfc,
}

/// <summary>Reads the cue before a place of a text: <c>TEL. NO. 5512345678</c>.</summary>
internal static class Senas
{
    /// <summary>How far back a cue may stand: keeps the search linear.</summary>
    private const int Alcance = 48;

    private static readonly FrozenDictionary<string, Sena> Palabras = new Dictionary<string, Sena>
    {
        ["TEL"] = Sena.Telefono,
        ["TELS"] = Sena.Telefono,
        ["TELEF"] = Sena.Telefono,
        ["TELEFONO"] = Sena.Telefono,
        ["TELEFONOS"] = Sena.Telefono,
        ["TFNO"] = Sena.Telefono,
        ["TLF"] = Sena.Telefono,
        ["CEL"] = Sena.Telefono,
        ["CELL"] = Sena.Telefono,
        ["CELS"] = Sena.Telefono,
        ["CELULAR"] = Sena.Telefono,
        ["CELULARES"] = Sena.Telefono,
        ["MOVIL"] = Sena.Telefono,
        ["MOVILES"] = Sena.Telefono,
        ["WHATSAPP"] = Sena.Telefono,
        ["WHATS"] = Sena.Telefono,
        ["WSP"] = Sena.Telefono,
        ["FAX"] = Sena.Telefono,
        ["NSS"] = Sena.Nss,
        ["AFILIACION"] = Sena.Nss,
        ["IMSS"] = Sena.Imss,
        ["RFC"] = Sena.Rfc,
    }.ToFrozenDictionary();

    /// <summary>Words that may stand between a cue and its number; any other (PEDIDO, ORDEN) says it is something else.</summary>
    private static readonly FrozenSet<string> Enlaces = new[]
    {
        "NO",
        "NUM",
        "NUMERO",
        "N",
        "DE",
        "DEL",
        "LA",
        "EL",
        "AL",
        "A",
        "ES",
        "CON",
        "CONTACTO",
        "OFICINA",
        "PERSONAL",
        "TRABAJADOR",
        "TRABAJADORA",
        "RESPONSABLE",
        "LADA",
        "MX",
        "SEGURO",
        "SOCIAL",
    }.ToFrozenSet();

    private static readonly FrozenDictionary<string, Sena>.AlternateLookup<ReadOnlySpan<char>> PorLetras = Palabras.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> EnlacesPorLetras = Enlaces.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>The cue that governs what stands at a place.</summary>
    public static Sena Antes(ReadOnlySpan<char> texto, int lugar)
    {
        var limite = Math.Max(0, lugar - Alcance);
        var fin = lugar;
        Span<char> letras = stackalloc char[Alcance];
        while (fin > limite)
        {
            while (fin > limite && EsRelleno(texto[fin - 1]))
                fin--;
            var inicio = InicioDePalabra(texto, fin, limite);
            if (inicio == fin || (inicio == limite && limite > 0))
                return Sena.Ninguna;
            var palabra = Letras(texto[inicio..fin], letras);
            if (PorLetras.TryGetValue(palabra, out var sena))
                return sena;
            if (!EnlacesPorLetras.Contains(palabra))
                return Sena.Ninguna;
            fin = inicio;
        }
        return Sena.Ninguna;
    }

    /// <summary>A word folded and without its dots.</summary>
    private static ReadOnlySpan<char> Letras(ReadOnlySpan<char> palabra, Span<char> letras)
    {
        if (!Ascii.IsValid(palabra))
            return Plegado.Plegar(palabra.ToString()).Replace(" ", "", StringComparison.Ordinal);
        var largo = 0;
        foreach (var c in palabra)
        {
            if (c != '.')
                letras[largo++] = char.ToUpperInvariant(c);
        }
        return letras[..largo];
    }

    /// <summary>Back over letters; a dot between single letters is part of the word: <c>N.S.S.</c></summary>
    private static int InicioDePalabra(ReadOnlySpan<char> texto, int fin, int limite)
    {
        var inicio = fin;
        while (inicio > limite && EsLetra(texto[inicio - 1]))
            inicio--;
        while (fin - inicio > 0 && EsSuelta(texto, inicio, limite))
            inicio -= 2;
        return inicio;
    }

    private static bool EsSuelta(ReadOnlySpan<char> texto, int inicio, int limite) =>
        inicio - 2 >= limite
        && texto[inicio - 1] == '.'
        && EsLetra(texto[inicio - 2])
        && (inicio - 3 < 0 || !EsLetra(texto[inicio - 3]))
        && (inicio + 1 == texto.Length || !EsLetra(texto[inicio + 1]));

    private static bool EsLetra(char c) =>
        char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool EsRelleno(char c) =>
        char.IsWhiteSpace(c) || c is '.' or ':' or ',' or '#' or '(' or ')' or '-' or '–' or '=' or '*' or '+' or '"' or '°' or 'º';
}
