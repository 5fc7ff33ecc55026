using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Publicaciones;

/// <summary>Finds RFC (valid date part) and CURP (check digit) in a text, in either case.</summary>
internal static class ClavesPersonales
{
    private const int LargoCurp = 18;
    private const int LargoRfcFisica = 13;
    private const int LargoRfcMoral = 12;
    private const int LugarDeDigito = 4;

    public static void Buscar(string texto, ref List<Enmascarado.Tramo>? tramos)
    {
        for (var i = 0; i < texto.Length; i++)
        {
            if (!EsDeClave(texto[i]))
                continue;
            var inicio = i;
            while (i < texto.Length && EsDeClave(texto[i]))
                i++;
            if (!BuscarEnPalabra(texto, inicio, i, ref tramos))
                BuscarSeparado(texto, inicio, i, ref tramos);
        }
    }

    /// <summary>The whole word, or what follows RFC or CURP glued to it, or its end after an ampersand that joins words.</summary>
    private static bool BuscarEnPalabra(string texto, int inicio, int fin, ref List<Enmascarado.Tramo>? tramos)
    {
        foreach (var largo in (ReadOnlySpan<int>)[LargoCurp, LargoRfcFisica, LargoRfcMoral])
        {
            var desde = fin - largo;
            // All three have a digit of the date there; few words do.
            if (desde < inicio || !char.IsAsciiDigit(texto[desde + LugarDeDigito]) || !EmpiezaClave(texto.AsSpan(inicio, desde - inicio)))
                continue;
            var clave = texto.Substring(desde, largo).ToUpperInvariant();
            if (largo == LargoCurp ? !Curp.EsValida(clave) : !Rfc.EsValido(clave))
                continue;
            (tramos ??= []).Add(new Enmascarado.Tramo(desde, fin, largo == LargoCurp ? "[CURP]" : "[RFC]"));
            return true;
        }
        return false;
    }

    private static bool EmpiezaClave(ReadOnlySpan<char> antes) =>
        antes.IsEmpty
        || antes.Equals("RFC", StringComparison.OrdinalIgnoreCase)
        || antes.Equals("CURP", StringComparison.OrdinalIgnoreCase)
        || antes[^1] == '&';

    /// <summary>
    /// <c>SEM-180312-AB1</c>, <c>SEM 180312 AB1</c>: orders and quotations look the same, so it takes the check digit
    /// or the word RFC before it.
    /// </summary>
    private static void BuscarSeparado(string texto, int inicio, int fin, ref List<Enmascarado.Tramo>? tramos)
    {
        if (
            fin - inicio is not (3 or 4)
            || fin + 11 > texto.Length
            || texto[fin] is not (' ' or '-' or '.')
            || texto[fin + 7] != texto[fin]
        )
            return;
        var final = fin + 11;
        if (final < texto.Length && EsDeClave(texto[final]))
            return;
        var clave = string.Concat(texto.AsSpan(inicio, fin - inicio), texto.AsSpan(fin + 1, 6), texto.AsSpan(fin + 8, 3))
            .ToUpperInvariant();
        if (Rfc.EsValido(clave) && (Rfc.DigitoCorrecto(clave) || Senas.Antes(texto, inicio) == Sena.Rfc))
            (tramos ??= []).Add(new Enmascarado.Tramo(inicio, final, "[RFC]"));
    }

    private static bool EsDeClave(char c) => char.IsAsciiLetterOrDigit(c) || c is 'Ñ' or 'ñ' or '&';
}
