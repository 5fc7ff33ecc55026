namespace Icsoe.Domain.Publicaciones;

/// <summary>Shape and check digit of a CURP (domain, section 4). Private: only judged, and never repeated.</summary>
internal static class Curp
{
    private const int Largo = 18;
    private const string Alfabeto = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

    /// <summary>Where somebody may have been born: the states, by the letters that RENAPO gives them, and abroad.</summary>
    private static readonly HashSet<string> Entidades =
    [
        .. "AS BC BS CC CL CM CS CH DF DG GT GR HG JC MC MN MS NT NL OC PL QT QR SP SL SR TC TS TL VZ YN ZS NE".Split(' '),
    ];

    /// <summary>Eighteen characters in upper case, letters and digits in their places, and the last one the check digit.</summary>
    public static bool EsValida(ReadOnlySpan<char> texto) => TieneForma(texto) && TieneDigito(texto);

    /// <summary>What is wrong with it, in Spanish and without repeating it: shape, day of birth, state or check digit; null when nothing is.</summary>
    public static string? Problema(string? texto)
    {
        if (texto is null)
            return "falta";
        if (texto.Length != Largo)
            return $"tiene {texto.Length} caracteres y son {Largo}";
        if (!TieneForma(texto) || texto.AsSpan(13, 3).ContainsAny("AEIOU"))
            return "no tiene la forma de una CURP: cuatro letras, fecha AAMMDD, sexo (H, M o X), entidad, tres consonantes y dos caracteres más, en mayúsculas";
        if (!ExisteElDia(texto))
            return "su fecha de nacimiento no existe";
        if (!Entidades.Contains(texto.Substring(11, 2)))
            return "su clave de entidad no existe";
        return TieneDigito(texto) ? null : "su dígito verificador no corresponde";
    }

    private static bool TieneForma(ReadOnlySpan<char> texto)
    {
        if (texto.Length != Largo || texto[10] is not ('H' or 'M' or 'X') || !char.IsAsciiDigit(texto[17]))
            return false;
        for (var i = 0; i < Largo - 1; i++)
        {
            var valor = Alfabeto.IndexOf(texto[i], StringComparison.Ordinal);
            var esDigito = valor is >= 0 and < 10;
            if (valor < 0 || (i is < 4 or (> 9 and < 16) && esDigito) || (i is >= 4 and <= 9 && !esDigito))
                return false;
        }
        return true;
    }

    private static bool TieneDigito(ReadOnlySpan<char> texto)
    {
        var suma = 0;
        for (var i = 0; i < Largo - 1; i++)
            suma += Alfabeto.IndexOf(texto[i], StringComparison.Ordinal) * (Largo - i);
        return texto[17] - '0' == (10 - (suma % 10)) % 10;
    }

    /// <summary>The seventeenth character tells the century: a digit until 1999, a letter since 2000.</summary>
    private static bool ExisteElDia(ReadOnlySpan<char> texto)
    {
        var anio = (char.IsAsciiDigit(texto[16]) ? 1900 : 2000) + int.Parse(texto.Slice(4, 2));
        var (mes, dia) = (int.Parse(texto.Slice(6, 2)), int.Parse(texto.Slice(8, 2)));
        return mes is >= 1 and <= 12 && dia >= 1 && dia <= DateTime.DaysInMonth(anio, mes);
    }
}
