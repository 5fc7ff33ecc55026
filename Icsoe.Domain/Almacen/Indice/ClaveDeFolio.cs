namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// A folio as a number that keeps the order of its text: twelve characters of an alphabet of forty. Those that ICSOE assigns have eleven
/// and fit whole; of others (longer, or with other signs) it is only the beginning, and whoever finds one looks at the text too.
/// </summary>
internal static class ClaveDeFolio
{
    /// <summary>Characters that the number holds.</summary>
    public const int Letras = 12;
    private const ulong Base = 40;
    private const int Otra = 39;

    /// <summary>The number; 0 for none. <paramref name="entera"/> says whether the text can be told from it.</summary>
    public static ulong De(ReadOnlySpan<char> folio, out bool entera)
    {
        ulong clave = 0;
        entera = folio.Length <= Letras;
        for (var i = 0; i < Letras; i++)
        {
            var digito = i < folio.Length ? Digito(folio[i], ref entera) : 0;
            clave = (clave * Base) + (ulong)digito;
        }
        return clave;
    }

    /// <summary>The first and one past the last number of the folios that begin so, capitals or not.</summary>
    public static (ulong Desde, ulong Hasta) QueEmpiezan(ReadOnlySpan<char> prefijo)
    {
        ulong paso = 1;
        for (var i = Math.Min(prefijo.Length, Letras); i < Letras; i++)
            paso *= Base;
        var clave = De(prefijo, out _);
        return (clave, clave + paso);
    }

    private static int Digito(char c, ref bool entera)
    {
        switch (c)
        {
            case >= '0' and <= '9':
                return 1 + (c - '0');
            case >= 'A' and <= 'Z':
                return 11 + (c - 'A');
            case >= 'a' and <= 'z':
                entera = false;
                return 11 + (c - 'a');
            default:
                entera = false;
                return Otra;
        }
    }
}
