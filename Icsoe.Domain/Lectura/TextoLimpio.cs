namespace Icsoe.Domain.Lectura;

/// <summary>
/// Text that any of our formats can carry. What XML 1.0 forbids (NUL and the other C0 controls but tab, LF and CR,
/// lone surrogates, U+FFFE, U+FFFF) becomes U+FFFD; everything else stays as written.
/// </summary>
internal static class TextoLimpio
{
    private const char Sustituto = '\uFFFD';
    private const char PrimerSurrogado = '\uD800';

    /// <summary>The same instance when nothing was forbidden.</summary>
    /// <param name="sustituidos">How many characters became U+FFFD.</param>
    public static string Limpiar(string texto, out int sustituidos)
    {
        sustituidos = 0;
        var primero = PrimeroProhibido(texto, 0);
        if (primero < 0)
            return texto;
        var letras = texto.ToCharArray();
        for (var i = primero; i >= 0; i = PrimeroProhibido(texto, i + 1))
        {
            letras[i] = Sustituto;
            sustituidos++;
        }
        return new string(letras);
    }

    private static int PrimeroProhibido(string texto, int desde)
    {
        // Nearly every text is nothing but these, which are told apart many at a time.
        var distinto = texto.AsSpan(desde).IndexOfAnyExceptInRange(' ', (char)(PrimerSurrogado - 1));
        if (distinto < 0)
            return -1;
        for (var i = desde + distinto; i < texto.Length; i++)
        {
            var c = texto[i];
            if (c is >= ' ' and < PrimerSurrogado)
                continue;
            if (c < ' ')
            {
                if (c is not ('\t' or '\n' or '\r'))
                    return i;
            }
            else if (char.IsHighSurrogate(c) && i + 1 < texto.Length && char.IsLowSurrogate(texto[i + 1]))
                i++;
            else if (char.IsSurrogate(c) || c >= '\uFFFE')
                return i;
        }
        return -1;
    }
}
