using System.Text;

namespace Icsoe.Benchmarks.Generador;

/// <summary>The damage that texts suffer between a person and a list (domain, section 5).</summary>
internal static class Ortografia
{
    /// <summary>A name as written this time.</summary>
    /// <param name="dano">How often it is not written as registered.</param>
    public static string Nombre(ref Azar azar, string nombre, double dano)
    {
        if (!azar.Suerte(dano))
            return nombre;
        if (azar.Suerte(0.6))
            nombre = Sufijo(ref azar, nombre);
        if (azar.Suerte(0.5))
            nombre = SinAcentos(nombre, tambienEnes: azar.Suerte(0.5));
        if (azar.Suerte(0.15))
            nombre = Espaciar(ref azar, nombre);
        return azar.Suerte(0.05) ? Titulo(nombre) : nombre;
    }

    /// <summary>Accents away, and the tilde of Ñ if asked.</summary>
    public static string SinAcentos(string texto, bool tambienEnes)
    {
        var salida = new StringBuilder(texto.Length);
        foreach (var letra in texto)
        {
            var lugar = "ÁÉÍÓÚÜáéíóúü".IndexOf(letra, StringComparison.Ordinal);
            salida.Append(
                lugar >= 0 ? "AEIOUUaeiouu"[lugar]
                : tambienEnes && letra == 'Ñ' ? 'N'
                : tambienEnes && letra == 'ñ' ? 'n'
                : letra
            );
        }
        return salida.ToString();
    }

    /// <summary>A double space inside, or some at an edge.</summary>
    public static string Espaciar(ref Azar azar, string texto)
    {
        var corte = texto.IndexOf(' ', StringComparison.Ordinal);
        return azar.Entero(3) switch
        {
            0 when corte > 0 => texto.Insert(corte, " "),
            1 => texto + " ",
            _ => " " + texto,
        };
    }

    /// <summary>Two letters swapped, one lost or one twice.</summary>
    public static string Errata(ref Azar azar, string texto)
    {
        if (texto.Length < 6)
            return texto;
        var lugar = 1 + azar.Entero(texto.Length - 3);
        // Half of a surrogate pair is no letter.
        if (char.IsSurrogate(texto[lugar]) || char.IsSurrogate(texto[lugar + 1]) || char.IsSurrogate(texto[lugar - 1]))
            return texto;
        return azar.Entero(3) switch
        {
            0 => texto.Remove(lugar, 1),
            1 => texto.Insert(lugar, texto[lugar].ToString()),
            _ => string.Concat(texto.AsSpan(0, lugar), $"{texto[lugar + 1]}{texto[lugar]}", texto.AsSpan(lugar + 2)),
        };
    }

    /// <summary>Capitals only at the beginning of words.</summary>
    public static string Titulo(string texto)
    {
        var letras = texto.ToLowerInvariant().ToCharArray();
        for (var i = 0; i < letras.Length; i++)
        {
            if (i == 0 || letras[i - 1] == ' ')
                letras[i] = char.ToUpperInvariant(letras[i]);
        }
        return new string(letras);
    }

    /// <summary>The ways in which people write what a company is.</summary>
    private static string Sufijo(ref Azar azar, string nombre)
    {
        foreach (var sufijo in Palabras.Sufijos)
        {
            if (!nombre.EndsWith(" " + sufijo, StringComparison.Ordinal))
                continue;
            var sinSufijo = nombre[..^(sufijo.Length + 1)].TrimEnd(',');
            return azar.Entero(7) switch
            {
                0 => $"{sinSufijo} {sufijo.Replace(".", "", StringComparison.Ordinal)}",
                1 =>
                    $"{sinSufijo} {sufijo.Replace(".", " ", StringComparison.Ordinal).Replace("  ", " ", StringComparison.Ordinal).TrimEnd()}",
                2 => $"{sinSufijo}, {sufijo.TrimEnd('.')}",
                3 => $"{sinSufijo} {sufijo.Replace("A. DE", "A DE", StringComparison.Ordinal)}",
                4 => sinSufijo,
                5 when sufijo == "S.A. DE C.V." => $"{sinSufijo}, SOCIEDAD ANONIMA DE CAPITAL VARIABLE",
                _ => $"{sinSufijo}, {sufijo}",
            };
        }
        return nombre;
    }
}
