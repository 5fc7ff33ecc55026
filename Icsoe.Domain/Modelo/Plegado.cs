using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Icsoe.Domain.Modelo;

/// <summary>
/// The one fold of names and texts (design, section 5; spec 1, frozen: a better one is a new column).
/// NFD, marks dropped, upper case, <c>&amp;</c> as the word Y, everything that is no letter or digit is one space,
/// and each company suffix's spellings become that suffix's own form.
/// </summary>
public static class Plegado
{
    private const int MarcaDeTilde = 0x303;
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>Folded text, for search: Ñ counts as N. Empty when nothing but punctuation was given.</summary>
    public static string Plegar(string texto) => Plegar(texto, conEne: false);

    /// <summary>
    /// The key of a name: the fold keeping Ñ, then <c>|</c> and the tipo de persona;
    /// the first 13 base32 characters, lower case, of its SHA-256. Homonyms share it.
    /// </summary>
    public static string Clave(string nombre, TipoPersona tipo)
    {
        Span<byte> resumen = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Plegar(nombre, conEne: true)}|{tipo.Valor()}"), resumen);
        return EnBase32(resumen, 13);
    }

    /// <summary>The first <paramref name="caracteres"/> characters of RFC 4648 base32, lower case.</summary>
    internal static string EnBase32(ReadOnlySpan<byte> bytes, int caracteres)
    {
        var salida = new StringBuilder(caracteres);
        int bufer = 0,
            bits = 0,
            siguiente = 0;
        while (salida.Length < caracteres)
        {
            if (bits < 5)
            {
                bufer = (bufer << 8) | bytes[siguiente++];
                bits += 8;
            }
            bits -= 5;
            salida.Append(Base32[(bufer >> bits) & 31]);
            bufer &= (1 << bits) - 1;
        }
        return salida.ToString();
    }

    private static string Plegar(string texto, bool conEne)
    {
        var salida = new StringBuilder(texto.Length);
        foreach (var runa in Descomponer(texto).EnumerateRunes())
        {
            if (conEne && runa.Value == MarcaDeTilde && salida.Length > 0 && salida[^1] == 'N')
                salida[^1] = 'Ñ';
            else if (runa.Value == '&')
                salida.Append(" Y ");
            else if (Rune.IsLetterOrDigit(runa))
                salida.Append(Rune.ToUpperInvariant(runa));
            else if (!EsInvisible(runa))
                salida.Append(' ');
        }
        var palabras = salida.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', Sufijos.Reducir(palabras));
    }

    /// <summary>Marks and format characters (right-to-left marks, zero-width joiners) leave no trace, not even a space.</summary>
    private static bool EsInvisible(Rune runa) =>
        Rune.GetUnicodeCategory(runa)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format;

    /// <summary>NFD. A lone surrogate, which Normalize refuses, first becomes U+FFFD.</summary>
    private static string Descomponer(string texto)
    {
        if (Ascii.IsValid(texto))
            return texto;
        try
        {
            return texto.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(texto)).Normalize(NormalizationForm.FormD);
        }
    }
}
