using System.Buffers;
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
    private static ReadOnlySpan<byte> Base32 => "abcdefghijklmnopqrstuvwxyz234567"u8;

    /// <summary>
    /// Below the first mark (U+0300) each character folds by itself, whatever stands beside it: a table says to what. Nearly every
    /// name and text of a list holds nothing else.
    /// </summary>
    private const int Simples = 0x300;

    /// <summary>In the tables: it leaves no trace.</summary>
    private const char Nada = '\0';

    /// <summary>Characters of a text that are folded without borrowing a buffer.</summary>
    private const int EnPila = 768;

    private static readonly char[] SinEnes = Tabla(conEne: false);
    private static readonly char[] Mayusculas = TablaDeMayusculas();
    private static readonly char[] ConEnes = Tabla(conEne: true);

    /// <summary>Folded text, for search: Ñ counts as N. Empty when nothing but punctuation was given.</summary>
    public static string Plegar(string texto) => Plegar(texto, conEne: false);

    /// <summary>
    /// Folded text, and beside it the same words as they were written: upper case with their marks, one for one. A company suffix
    /// is written in its own form in both.
    /// </summary>
    public static (string Plegado, string Escrito) PlegarConEscritura(string texto)
    {
        var plegado = Plegar(texto);
        return Ascii.IsValid(texto) ? (plegado, plegado) : (plegado, Escritura(texto, plegado));
    }

    /// <summary>
    /// Folded words with every company suffix among them in its own form, wherever it stands and even alone, and beside them how they
    /// are written; null when there is none.
    /// </summary>
    public static (string Plegado, string Escrito)? ReducirSufijos(string plegado, string escrito) =>
        Sufijos.ReducirTodos(plegado, escrito);

    /// <summary>Folded text whose suffixes stay as they were spelled.</summary>
    internal static string PlegarSinReducir(string texto) => Plegar(texto, conEne: false, reducir: false);

    /// <summary>A folded name without the company suffixes at its end, and those suffixes; empty when it has none.</summary>
    internal static (string Nucleo, string Sufijo) SepararSufijo(string plegado)
    {
        var largo = Sufijos.LargoSinSufijo(plegado);
        return largo == plegado.Length ? (plegado, "") : (plegado[..largo], plegado[(largo + 1)..]);
    }

    /// <summary>
    /// Where a text has words that begin as some folded ones do: first and one past the last of the letters that match, in UTF-16 units.
    /// </summary>
    public static IReadOnlyList<(int Inicio, int Fin)> Coincidencias(string texto, IReadOnlyList<string> plegadas)
    {
        var halladas = new List<(int, int)>();
        for (var lugar = 0; lugar < texto.Length; )
        {
            var inicio = lugar;
            // What of the word is folded by the end of each of its characters.
            var finales = new List<(int Letras, int Fin)>();
            var palabra = new StringBuilder();
            while (lugar < texto.Length)
            {
                _ = Rune.DecodeFromUtf16(texto.AsSpan(lugar), out var runa, out var ocupa);
                if (!Rune.IsLetterOrDigit(runa) && !EsInvisible(runa))
                    break;
                lugar += ocupa;
                palabra.Append(EsInvisible(runa) ? "" : Plegar(runa.ToString()));
                finales.Add((palabra.Length, lugar));
            }
            var plegada = palabra.ToString();
            var letras = plegadas
                .Where(otra => plegada.StartsWith(otra, StringComparison.Ordinal))
                .Select(otra => otra.Length)
                .DefaultIfEmpty(0)
                .Max();
            if (letras > 0)
            {
                var alcance = finales.First(final => final.Letras >= letras).Letras;
                halladas.Add((inicio, finales.Last(final => final.Letras <= alcance).Fin));
            }
            if (lugar == inicio)
                lugar += char.IsSurrogatePair(texto, lugar) ? 2 : 1;
        }
        return halladas;
    }

    /// <summary>
    /// The key of a name: the fold keeping Ñ, then <c>|</c> and the tipo de persona;
    /// the first 13 base32 characters, lower case, of its SHA-256. Homonyms share it.
    /// </summary>
    public static string Clave(string nombre, TipoPersona tipo)
    {
        var plegado = Plegar(nombre, conEne: true);
        var valor = tipo.Valor();
        var maximo = Encoding.UTF8.GetMaxByteCount(plegado.Length) + 1 + valor.Length;
        var bytes = maximo <= 2 * EnPila ? stackalloc byte[2 * EnPila] : new byte[maximo];
        var largo = Encoding.UTF8.GetBytes(plegado, bytes);
        bytes[largo++] = (byte)'|';
        largo += Encoding.UTF8.GetBytes(valor, bytes[largo..]);
        Span<byte> resumen = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes[..largo], resumen);
        return EnBase32(resumen, 13);
    }

    /// <summary>The first <paramref name="caracteres"/> characters of RFC 4648 base32, lower case.</summary>
    internal static string EnBase32(ReadOnlySpan<byte> bytes, int caracteres)
    {
        Span<byte> ascii = stackalloc byte[caracteres];
        EnBase32(bytes, ascii);
        return Encoding.ASCII.GetString(ascii);
    }

    /// <summary>As many characters of RFC 4648 base32, lower case, in ASCII, as there is room for.</summary>
    internal static void EnBase32(ReadOnlySpan<byte> bytes, Span<byte> salida)
    {
        int bufer = 0,
            bits = 0,
            siguiente = 0;
        for (var i = 0; i < salida.Length; i++)
        {
            if (bits < 5)
            {
                bufer = (bufer << 8) | bytes[siguiente++];
                bits += 8;
            }
            bits -= 5;
            salida[i] = Base32[(bufer >> bits) & 31];
            bufer &= (1 << bits) - 1;
        }
    }

    private static string Escritura(string texto, string plegado)
    {
        var escrito = new StringBuilder(texto.Length);
        foreach (var runa in Componer(texto).EnumerateRunes())
        {
            var anterior = escrito.Length > 0 ? escrito[^1] : ' ';
            if (runa.Value < Simples && runa.Value != '&')
            {
                if (Mayusculas[runa.Value] is not Nada and var c && (c != ' ' || anterior != ' '))
                    escrito.Append(c);
            }
            else if (runa.Value == '&')
                escrito.Append(anterior == ' ' ? "Y " : " Y ");
            else if (Rune.IsLetterOrDigit(runa))
                escrito.Append(Rune.ToUpperInvariant(runa));
            else if (EsMarca(runa))
                escrito.Append(anterior == ' ' ? "" : runa.ToString());
            else if (!EsInvisible(runa) && anterior != ' ')
                escrito.Append(' ');
        }
        var suyas = escrito.ToString().Trim(' ').Split(' ');
        var palabras = plegado.Split(' ');
        // Up to where the fold wrote what it read, and not the form of a suffix.
        var iguales = suyas.Zip(palabras).TakeWhile(par => Plegar(par.First, conEne: false) == par.Second).Count();
        return string.Join(' ', suyas.Take(iguales).Concat(palabras.Skip(iguales)));
    }

    private static string Plegar(string texto, bool conEne, bool reducir = true)
    {
        var descompuesto = EsSimple(texto) ? texto : Descomponer(texto);
        // An ampersand takes three characters.
        var maximo = descompuesto.Length * 3;
        char[]? prestado = null;
        var salida = maximo <= EnPila ? stackalloc char[EnPila] : prestado = ArrayPool<char>.Shared.Rent(maximo);
        var plegado = salida[..Escribir(descompuesto, conEne, salida)];
        var reducido = (reducir ? Sufijos.Reducir(plegado) : null) ?? (plegado.SequenceEqual(texto) ? texto : plegado.ToString());
        if (prestado is not null)
            ArrayPool<char>.Shared.Return(prestado);
        return reducido;
    }

    /// <summary>The words, with one space between them; returns how long they are.</summary>
    private static int Escribir(ReadOnlySpan<char> texto, bool conEne, Span<char> salida)
    {
        var tabla = conEne ? ConEnes : SinEnes;
        var largo = 0;
        while (!texto.IsEmpty)
        {
            var c = texto[0];
            if (c < Simples && c != '&')
            {
                texto = texto[1..];
                c = tabla[c];
                if (c != Nada && (c != ' ' || (largo > 0 && salida[largo - 1] != ' ')))
                    salida[largo++] = c;
                continue;
            }
            Rune.DecodeFromUtf16(texto, out var runa, out var ocupa);
            texto = texto[ocupa..];
            largo = Escribir(runa, conEne, salida, largo);
        }
        return largo > 0 && salida[largo - 1] == ' ' ? largo - 1 : largo;
    }

    private static int Escribir(Rune runa, bool conEne, Span<char> salida, int largo)
    {
        var anterior = largo > 0 ? salida[largo - 1] : ' ';
        if (conEne && runa.Value == MarcaDeTilde && anterior == 'N')
            salida[largo - 1] = 'Ñ';
        else if (runa.Value == '&')
        {
            if (anterior != ' ')
                salida[largo++] = ' ';
            salida[largo++] = 'Y';
            salida[largo++] = ' ';
        }
        else if (Rune.IsLetterOrDigit(runa))
            largo += Rune.ToUpperInvariant(runa).EncodeToUtf16(salida[largo..]);
        else if (!EsInvisible(runa) && anterior != ' ')
            salida[largo++] = ' ';
        return largo;
    }

    /// <summary>What each simple character alone becomes, after a letter; the ampersand has no place in it.</summary>
    private static char[] Tabla(bool conEne)
    {
        var tabla = new char[Simples];
        Span<char> salida = stackalloc char[8];
        for (var c = 0; c < Simples; c++)
        {
            salida[0] = '-';
            var largo = 1;
            foreach (var runa in ((char)c).ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
                largo = Escribir(runa, conEne, salida, largo);
            tabla[c] = largo == 1 ? Nada : salida[1];
        }
        return tabla;
    }

    /// <summary>The same characters with their marks on.</summary>
    private static char[] TablaDeMayusculas()
    {
        var tabla = new char[Simples];
        for (var c = 0; c < Simples; c++)
            tabla[c] = SinEnes[c] is ' ' or Nada ? SinEnes[c] : char.ToUpperInvariant((char)c);
        return tabla;
    }

    private static bool EsSimple(string texto) => texto.AsSpan().IndexOfAnyExceptInRange('\0', (char)(Simples - 1)) < 0;

    /// <summary>Marks and format characters (right-to-left marks, zero-width joiners) leave no trace, not even a space.</summary>
    private static bool EsInvisible(Rune runa) => EsMarca(runa) || Rune.GetUnicodeCategory(runa) == UnicodeCategory.Format;

    private static bool EsMarca(Rune runa) =>
        Rune.GetUnicodeCategory(runa)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    private static string Descomponer(string texto) => Normalizar(texto, NormalizationForm.FormD);

    private static string Componer(string texto) => Normalizar(texto, NormalizationForm.FormC);

    /// <summary>A lone surrogate, which Normalize refuses, first becomes U+FFFD.</summary>
    private static string Normalizar(string texto, NormalizationForm forma)
    {
        try
        {
            return texto.Normalize(forma);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(texto)).Normalize(forma);
        }
    }
}
