using System.Text.RegularExpressions;

namespace Icsoe.Domain.Modelo;

/// <summary>
/// Shape and check digit of an RFC: three letters (moral) or four (física), <c>aammdd</c>, three more.
/// RFCs are private: this type only judges text, nothing here is ever published.
/// </summary>
public static partial class Rfc
{
    private const int LargoDeMoral = 12;
    private const string Valores = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ";

    /// <summary>Generic RFCs of the SAT, exempt from the check digit.</summary>
    private static readonly string[] Genericos = ["XAXX010101000", "XEXX010101000"];

    [GeneratedRegex(@"^[A-ZÑ&]{3,4}[0-9]{6}[A-Z0-9]{2}[0-9A]\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Forma();

    /// <summary>Whether the text has the shape of an RFC with a date that exists, for that tipo de persona (12 moral, 13 física; null either).</summary>
    public static bool EsValido(string texto, TipoPersona? tipo = null) =>
        Forma().IsMatch(texto)
        && (tipo is null || EsGenerico(texto) || texto.Length == (tipo == TipoPersona.Moral ? LargoDeMoral : LargoDeMoral + 1))
        && FechaExiste(texto.AsSpan(texto.Length - 9, 6));

    /// <summary>Whether it is one of the SAT's generic RFCs (public at large, foreigners): it identifies nobody.</summary>
    public static bool EsGenerico(string rfc) => Array.IndexOf(Genericos, rfc) >= 0;

    /// <summary>Whether the last character is the check digit; true for generic RFCs. A failure only warns.</summary>
    public static bool DigitoCorrecto(string rfc)
    {
        if (EsGenerico(rfc))
            return true;
        // The eleven characters of a moral count as twelve that begin with a space.
        var suma = rfc.Length == LargoDeMoral ? Valores.AsSpan().IndexOf(' ') * 13 : 0;
        for (var i = 0; i < rfc.Length - 1; i++)
            suma += Valores.AsSpan().IndexOf(rfc[i]) * (rfc.Length - i);
        var esperado = (suma % 11) switch
        {
            0 => '0',
            1 => 'A',
            var resto => (char)('0' + 11 - resto),
        };
        return rfc[^1] == esperado;
    }

    /// <summary>Two-digit years repeat each century: a day that exists in either counts (29 February 2000).</summary>
    private static bool FechaExiste(ReadOnlySpan<char> aammdd)
    {
        var (anio, mes, dia) = (Par(aammdd), Par(aammdd[2..]), Par(aammdd[4..]));
        return mes is >= 1 and <= 12 && dia >= 1 && dia <= DateTime.DaysInMonth(2000 + anio, mes);

        static int Par(ReadOnlySpan<char> digitos) => ((digitos[0] - '0') * 10) + digitos[1] - '0';
    }
}
