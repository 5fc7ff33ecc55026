using System.Globalization;
using System.Text.RegularExpressions;

namespace Icsoe.Domain.Modelo;

/// <summary>
/// Shape and check digit of an RFC: three letters (moral) or four (física), <c>aammdd</c>, three more.
/// RFCs are private: this type only judges text, nothing here is ever published.
/// </summary>
public static partial class Rfc
{
    private const string Valores = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";

    /// <summary>Generic RFCs of the SAT, exempt from the check digit.</summary>
    private static readonly string[] Genericos = ["XAXX010101000", "XEXX010101000"];

    [GeneratedRegex(@"^[A-ZÑ&]{3,4}[0-9]{6}[A-Z0-9]{2}[0-9A]\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Forma();

    /// <summary>Whether the text has the shape of an RFC with a date that exists, for that tipo de persona (12 moral, 13 física; null either).</summary>
    public static bool EsValido(string texto, TipoPersona? tipo = null) =>
        Forma().IsMatch(texto)
        && (tipo is null || EsGenerico(texto) || texto.Length == (tipo == TipoPersona.Moral ? 12 : 13))
        && FechaExiste(texto.AsSpan(texto.Length - 9, 6));

    /// <summary>Whether it is one of the SAT's generic RFCs (public at large, foreigners): it identifies nobody.</summary>
    public static bool EsGenerico(string rfc) => Array.IndexOf(Genericos, rfc) >= 0;

    /// <summary>Whether the last character is the check digit; true for generic RFCs. A failure only warns.</summary>
    public static bool DigitoCorrecto(string rfc)
    {
        if (EsGenerico(rfc))
            return true;
        var doce = rfc[..^1].PadLeft(12);
        var suma = 0;
        for (var i = 0; i < 12; i++)
            suma += Valores.IndexOf(doce[i], StringComparison.Ordinal) * (13 - i);
        var esperado = (suma % 11) switch
        {
            0 => '0',
            1 => 'A',
            var resto => (char)('0' + 11 - resto),
        };
        return rfc[^1] == esperado;
    }

    /// <summary>Two-digit years repeat each century: a day that exists in either counts (29 February 2000).</summary>
    private static bool FechaExiste(ReadOnlySpan<char> aammdd) =>
        DateOnly.TryParseExact($"20{aammdd}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || DateOnly.TryParseExact($"19{aammdd}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}
