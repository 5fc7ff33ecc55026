namespace Icsoe.Domain.Publicaciones;

/// <summary>Finds e-mail addresses in a text.</summary>
internal static class Correos
{
    public static void Buscar(string texto, ref List<Enmascarado.Tramo>? tramos)
    {
        var libre = 0;
        for (var arroba = texto.IndexOf('@', StringComparison.Ordinal); arroba >= 0; arroba = Siguiente(texto, arroba))
        {
            // No step crosses the at sign before or after, so the whole is linear in the text.
            var inicio = Retroceder(texto, arroba, libre);
            var fin = FinDeDominio(texto, arroba);
            libre = arroba + 1;
            if (inicio < 0 || fin < 0)
                continue;
            (tramos ??= []).Add(new Enmascarado.Tramo(inicio, fin, "[CORREO]"));
            libre = fin;
        }
    }

    private static int Siguiente(string texto, int arroba) => texto.IndexOf('@', arroba + 1);

    /// <summary>Where the local part begins, a space before the at sign forgiven; -1 when there is none.</summary>
    private static int Retroceder(string texto, int arroba, int libre)
    {
        var fin = arroba > libre && texto[arroba - 1] == ' ' ? arroba - 1 : arroba;
        var inicio = fin;
        while (inicio > libre && (char.IsLetterOrDigit(texto[inicio - 1]) || texto[inicio - 1] is '.' or '_' or '%' or '+' or '-' or '\''))
            inicio--;
        return inicio < fin ? inicio : -1;
    }

    /// <summary>Where a domain after the at sign ends: labels with dots, the last of two letters or more; -1 when there is none.</summary>
    private static int FinDeDominio(string texto, int arroba)
    {
        var i = arroba + 1 < texto.Length && texto[arroba + 1] == ' ' ? arroba + 2 : arroba + 1;
        var fin = -1;
        for (var etiquetas = 0; i < texto.Length; i++)
        {
            var inicio = i;
            while (i < texto.Length && (char.IsLetterOrDigit(texto[i]) || texto[i] == '-'))
                i++;
            if (i == inicio)
                break;
            if (++etiquetas > 1 && texto.AsSpan(inicio, i - inicio) is { Length: >= 2 } ultima && SonLetras(ultima))
                fin = i;
            if (i == texto.Length || texto[i] != '.')
                break;
        }
        return fin;
    }

    private static bool SonLetras(ReadOnlySpan<char> texto)
    {
        foreach (var c in texto)
        {
            if (!char.IsLetter(c))
                return false;
        }
        return true;
    }
}
