using System.Buffers;
using System.Globalization;
using System.Text;

namespace Icsoe.Domain.Exportacion;

/// <summary>
/// Carries a text unharmed through MiniExcel's writer. MiniExcel turns every surrogate into <c>_xD83D_</c> (LibreOffice and
/// openpyxl show it so), leaves a raw CR that every XML parser reads as LF, and escapes <c>_x005F_x0041_</c> ambiguously.
/// So each character it would harm travels as a <see cref="Marca"/> and six hexadecimal digits, which the repacker
/// (<see cref="ReescritorDeHoja"/>) turns into what the file must hold.
/// </summary>
internal static class TextoDeCelda
{
    /// <summary>Private-use character that opens a mark; one in the source travels as a mark of itself.</summary>
    internal const char Marca = '\uE000';

    /// <summary>Hexadecimal digits after <see cref="Marca"/>: the code point.</summary>
    internal const int Digitos = 6;

    private const char Sustituto = '\uFFFD';

    // Everything this class may have to touch; the search is vectorised, and almost every text has none of them.
    private static readonly SearchValues<char> Delicados = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(c => (char)c).Where(c => c is not ('\t' or '\n')),
        .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c),
        '_',
        Marca,
        '\uFFFE',
        '\uFFFF',
    ]);

    private static readonly SearchValues<char> Hexadecimales = SearchValues.Create("0123456789ABCDEFabcdef");

    /// <summary>The text to hand to MiniExcel. Characters that XML forbids become U+FFFD.</summary>
    internal static string Preparar(string texto)
    {
        var primero = texto.AsSpan().IndexOfAny(Delicados);
        return primero < 0 ? texto : Preparar(texto, primero);
    }

    private static string Preparar(string texto, int primero)
    {
        var preparado = new StringBuilder(texto.Length + 32).Append(texto, 0, primero);
        for (var i = primero; i < texto.Length; i++)
        {
            var c = texto[i];
            if (!Delicados.Contains(c) || (c == '_' && !AbreEscape(texto.AsSpan(i))))
                preparado.Append(c);
            else if (c is '_' or '\r' or Marca)
                Marcar(preparado, c);
            else if (i + 1 < texto.Length && char.IsSurrogatePair(c, texto[i + 1]))
                Marcar(preparado, char.ConvertToUtf32(c, texto[++i]));
            else
                preparado.Append(Sustituto);
        }
        return preparado.ToString();
    }

    /// <summary>
    /// Writes what the sheet must hold for a mark: the character itself, save for two. CR as a character reference, since
    /// LibreOffice, openpyxl and MiniExcel all read that back while openpyxl shows <c>_x000D_</c> as written. And an
    /// underscore that would open an escape as <c>_x005F_</c>: cell text is ST_Xstring (ECMA-376 part 1, 22.9.2.19), in
    /// which <c>_x0041_</c> means A, so a literal one is <c>_x005F_x0041_</c>. LibreOffice and MiniExcel read that back
    /// as the source, as Excel is bound to; openpyxl leaves that step to its caller (<c>openpyxl.utils.escape.unescape</c>).
    /// </summary>
    /// <returns>Bytes written, at most 7.</returns>
    /// <exception cref="InvalidDataException">The digits are no code point.</exception>
    internal static int Restituir(ReadOnlySpan<byte> digitos, Span<byte> destino)
    {
        if (
            !int.TryParse(digitos, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var codigo)
            || !Rune.TryCreate(codigo, out var caracter)
        )
            throw new InvalidDataException("Broken mark in MiniExcel's sheet.");
        var fijo = codigo switch
        {
            '_' => "_x005F_"u8,
            '\r' => "&#13;"u8,
            _ => default,
        };
        if (fijo.IsEmpty)
            return caracter.EncodeToUtf8(destino);
        fijo.CopyTo(destino);
        return fijo.Length;
    }

    private static void Marcar(StringBuilder preparado, int codigo) => preparado.Append(Marca).Append(codigo.ToString("X6"));

    // Four digits by the standard; LibreOffice also takes fewer (it reads _x4_ as a control character).
    private static bool AbreEscape(ReadOnlySpan<char> resto)
    {
        if (resto.Length < 4 || resto[1] != 'x')
            return false;
        var digitos = resto[2..].IndexOfAnyExcept(Hexadecimales);
        return digitos is >= 1 and <= 4 && resto[2 + digitos] == '_';
    }
}
