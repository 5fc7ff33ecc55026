using System.Buffers;
using System.Text.Unicode;

namespace Icsoe.Domain.Exportacion;

/// <summary>A text as the cell of a sheet must hold it, so that every reader gives the source back.</summary>
internal static class TextoDeCelda
{
    // What XML forbids or takes for markup, an underscore that may open an escape, and the byte that U+FFFE and U+FFFF begin with.
    private static readonly SearchValues<byte> Delicados = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Where(c => c is not ('\t' or '\n')).Select(c => (byte)c),
        .. "<>&_"u8,
        0xEF,
    ]);

    private static readonly SearchValues<byte> Hexadecimales = SearchValues.Create("0123456789ABCDEFabcdef"u8);

    private static ReadOnlySpan<byte> Sustituto => "\uFFFD"u8;

    /// <summary>The text in UTF-8, a lone surrogate as U+FFFD.</summary>
    /// <param name="bufer">Where it goes; grows to the longest text.</param>
    internal static ReadOnlySpan<byte> EnUtf8(string texto, ref byte[] bufer)
    {
        // No character of UTF-16 takes more.
        if (bufer.Length < texto.Length * 3)
            bufer = new byte[texto.Length * 3];
        Utf8.FromUtf16(texto, bufer, out _, out var escritos);
        return bufer.AsSpan(0, escritos);
    }

    /// <summary>Where the first byte is that may not go as it is; -1 when all may.</summary>
    internal static int PrimerDelicado(ReadOnlySpan<byte> texto) => texto.IndexOfAny(Delicados);

    /// <summary>
    /// What goes in the place of a text's start. CR is a character reference, since LibreOffice, openpyxl and MiniExcel all
    /// read that back while openpyxl shows <c>_x000D_</c> as written. An underscore that would open an escape is
    /// <c>_x005F_</c>: cell text is ST_Xstring (ECMA-376 part 1, 22.9.2.19), in which <c>_x0041_</c> means A, so a literal
    /// one is <c>_x005F_x0041_</c>. LibreOffice and MiniExcel read that back as the source, as Excel is bound to; openpyxl
    /// leaves that step to its caller (<c>openpyxl.utils.escape.unescape</c>). Characters that XML forbids become U+FFFD.
    /// </summary>
    /// <param name="resto">From a byte of <see cref="PrimerDelicado"/> to the end of the text.</param>
    /// <param name="leidos">Bytes of <paramref name="resto"/> whose place it takes.</param>
    internal static ReadOnlySpan<byte> Escape(ReadOnlySpan<byte> resto, out int leidos)
    {
        leidos = 1;
        switch (resto[0])
        {
            case (byte)'<':
                return "&lt;"u8;
            case (byte)'>':
                return "&gt;"u8;
            case (byte)'&':
                return "&amp;"u8;
            case (byte)'\r':
                return "&#13;"u8;
            case (byte)'_':
                return AbreEscape(resto) ? "_x005F_"u8 : "_"u8;
            case 0xEF:
                leidos = 3;
                return resto.StartsWith("\uFFFE"u8) || resto.StartsWith("\uFFFF"u8) ? Sustituto : resto[..3];
            default:
                return Sustituto;
        }
    }

    // Four digits by the standard; LibreOffice also takes fewer (it reads _x4_ as a control character).
    private static bool AbreEscape(ReadOnlySpan<byte> resto)
    {
        if (resto.Length < 4 || resto[1] != 'x')
            return false;
        var digitos = resto[2..].IndexOfAnyExcept(Hexadecimales);
        return digitos is >= 1 and <= 4 && resto[2 + digitos] == '_';
    }
}
