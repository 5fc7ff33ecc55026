using System.IO.Hashing;
using System.Text;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// Gives one string for texts that come again and again: in a listado most are a tipo, a folio or a name that was just read.
/// Only the last of each hash is kept, so its memory does not grow.
/// </summary>
internal sealed class TextosRepetidos
{
    private const int Lugares = 1 << 12;
    private const int LargoMaximo = 160;

    private readonly string?[] textos = new string?[Lugares];

    /// <summary>The text that these bytes are; what is no UTF-8 becomes U+FFFD.</summary>
    public string De(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return "";
        if (utf8.Length > LargoMaximo)
            return Encoding.UTF8.GetString(utf8);
        ref var texto = ref textos[XxHash3.HashToUInt64(utf8) & (Lugares - 1)];
        return texto is not null && EsDe(texto, utf8) ? texto : texto = Encoding.UTF8.GetString(utf8);
    }

    private static bool EsDe(string texto, ReadOnlySpan<byte> utf8) =>
        texto.Length == utf8.Length ? Ascii.Equals(utf8, texto) : texto.Length < utf8.Length && EsDeOtroLargo(texto, utf8);

    /// <summary>Apart, because the buffer is cleared at each call, and few texts are not ASCII.</summary>
    private static bool EsDeOtroLargo(string texto, ReadOnlySpan<byte> utf8)
    {
        Span<char> letras = stackalloc char[LargoMaximo];
        return letras[..Encoding.UTF8.GetChars(utf8, letras)].SequenceEqual(texto);
    }
}
