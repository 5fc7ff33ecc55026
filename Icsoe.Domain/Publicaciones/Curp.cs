namespace Icsoe.Domain.Publicaciones;

/// <summary>Shape and check digit of a CURP (domain, section 4). Private: only judged so that it can be masked.</summary>
internal static class Curp
{
    private const string Alfabeto = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ";

    /// <summary>Eighteen characters in upper case, letters and digits in their places, and the last one the check digit.</summary>
    public static bool EsValida(ReadOnlySpan<char> texto)
    {
        if (texto.Length != 18 || texto[10] is not ('H' or 'M' or 'X'))
            return false;
        var suma = 0;
        for (var i = 0; i < 17; i++)
        {
            var valor = Alfabeto.IndexOf(texto[i], StringComparison.Ordinal);
            var esDigito = valor is >= 0 and < 10;
            if (valor < 0 || (i is < 4 or (> 9 and < 16) && esDigito) || (i is >= 4 and <= 9 && !esDigito))
                return false;
            suma += valor * (18 - i);
        }
        return texto[17] - '0' == (10 - (suma % 10)) % 10;
    }
}
