namespace Icsoe.Domain.Lectura;

/// <summary>Which known name somebody most likely meant.</summary>
internal static class Parecido
{
    /// <summary>What is longer resembles nothing: comparing it would only cost time.</summary>
    private const int LargoMaximo = 64;

    /// <summary>The closest of the known names; the first of them when several are as close.</summary>
    public static string MasCercano(string nombre, IEnumerable<string> conocidos)
    {
        var corto = nombre.Length > LargoMaximo ? nombre[..LargoMaximo] : nombre;
        return conocidos.MinBy(conocido => Distancia(corto, conocido))!;
    }

    /// <summary>Levenshtein's distance.</summary>
    private static int Distancia(string a, string b)
    {
        var fila = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            fila[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = fila[0];
            fila[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cambio = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = fila[j];
                fila[j] = Math.Min(cambio, Math.Min(fila[j], fila[j - 1]) + 1);
            }
        }
        return fila[b.Length];
    }
}
