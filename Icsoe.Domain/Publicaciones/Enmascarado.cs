using System.Buffers;
using System.Text;

namespace Icsoe.Domain.Publicaciones;

/// <summary>
/// Masks personal data that people write inside a service text (design, section 3): RFC, CURP, NSS, telephone, e-mail.
/// Never a bare run of digits: <c>4500010070</c> is an SAP order. Hand-written and linear, since the text is anyone's.
/// </summary>
public static class Enmascarado
{
    /// <summary>A telephone written after a cue may have only seven digits; anything personal has at least six.</summary>
    private const int MinimoDeDigitos = 6;

    private static readonly SearchValues<char> Digitos = SearchValues.Create("0123456789");

    /// <summary>The text with <c>[RFC]</c>, <c>[CURP]</c>, <c>[NSS]</c>, <c>[TELÉFONO]</c> or <c>[CORREO]</c> where it held one.</summary>
    /// <param name="texto">As reported.</param>
    /// <param name="enmascarado">Whether anything was masked; if not, the same instance comes back.</param>
    public static string Enmascarar(string texto, out bool enmascarado)
    {
        enmascarado = false;
        var hayArroba = texto.Contains('@', StringComparison.Ordinal);
        var hayDigitos = TieneDigitos(texto);
        if (!hayArroba && !hayDigitos)
            return texto;

        List<Tramo>? tramos = null;
        if (hayArroba)
            Correos.Buscar(texto, ref tramos);
        if (hayDigitos)
        {
            ClavesPersonales.Buscar(texto, ref tramos);
            NumerosPersonales.Buscar(texto, ref tramos);
        }
        if (tramos is null)
            return texto;
        enmascarado = true;
        return Sustituir(texto, tramos);
    }

    private static bool TieneDigitos(string texto)
    {
        var resto = texto.AsSpan();
        for (var faltan = MinimoDeDigitos; faltan > 0; faltan--)
        {
            var lugar = resto.IndexOfAny(Digitos);
            if (lugar < 0)
                return false;
            resto = resto[(lugar + 1)..];
        }
        return true;
    }

    /// <summary>Where two overlap, the one that starts first stands, and the longer of two that start together.</summary>
    private static string Sustituir(string texto, List<Tramo> tramos)
    {
        var salida = new StringBuilder(texto.Length);
        var copiado = 0;
        foreach (var tramo in tramos.OrderBy(tramo => tramo.Inicio).ThenByDescending(tramo => tramo.Fin))
        {
            if (tramo.Fin <= copiado)
                continue;
            if (tramo.Inicio >= copiado)
                salida.Append(texto, copiado, tramo.Inicio - copiado).Append(tramo.Mascara);
            copiado = tramo.Fin;
        }
        return salida.Append(texto, copiado, texto.Length - copiado).ToString();
    }

    /// <summary>A piece of a text to mask.</summary>
    internal readonly record struct Tramo(int Inicio, int Fin, string Mascara);
}
