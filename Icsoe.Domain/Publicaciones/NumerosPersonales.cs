namespace Icsoe.Domain.Publicaciones;

/// <summary>
/// Finds telephones and NSS in a text: digits in the groups in which people write them, or any digits after a cue.
/// A bare run of digits without a cue is an order, a contract, a part number: never masked.
/// </summary>
internal static class NumerosPersonales
{
    /// <summary>Groups of a number read from one place; enough for <c>+52 1 55 12 34 56 78</c>.</summary>
    private const int MaximoDeGrupos = 8;
    private const int MinimoConSena = 7;
    private const int MaximoConSena = 13;
    private const int DigitosDeTelefono = 10;
    private const int DigitosDeNss = 11;

    /// <summary>How people group the ten digits of a Mexican telephone.</summary>
    private static readonly string[] FormasDeTelefono = ["244", "334", "22222", "3322", "2422", "2224", "343", "3223", "2332", "2233"];

    /// <summary>How people group the eleven digits of an NSS, besides any grouping whose check digit is right.</summary>
    private static readonly string[] FormasDeNss = ["22241", "4241", "2225"];

    public static void Buscar(string texto, ref List<Enmascarado.Tramo>? tramos)
    {
        Span<Grupo> grupos = stackalloc Grupo[MaximoDeGrupos];
        var anterior = -1;
        for (var i = 0; i < texto.Length; i++)
        {
            if (!char.IsAsciiDigit(texto[i]))
                continue;
            var leidos = grupos[..Leer(texto, i, grupos)];
            if (Reconocer(texto, leidos, anterior) is { } tramo)
            {
                (tramos ??= []).Add(tramo);
                i = (anterior = tramo.Fin) - 1;
            }
            else
            {
                i = leidos[0].Fin - 1;
            }
        }
    }

    private static Enmascarado.Tramo? Reconocer(string texto, ReadOnlySpan<Grupo> grupos, int anterior)
    {
        var inicio = grupos[0].Inicio;
        var sena =
            Total(grupos) < MinimoConSena ? Sena.Ninguna
            : SigueA(texto, anterior, inicio) ? Sena.Telefono
            : Senas.Antes(texto, inicio);
        var conSena = sena switch
        {
            Sena.Telefono => HastaCompletar(texto, grupos, DigitosDeTelefono, MinimoConSena, MaximoConSena),
            Sena.Nss => HastaCompletar(texto, grupos, DigitosDeNss, DigitosDeNss - 1, DigitosDeNss),
            Sena.Imss => HastaCompletar(texto, grupos, DigitosDeNss, DigitosDeNss, DigitosDeNss),
            _ => 0,
        };
        if (conSena > 0)
            return Enmascarar(texto, grupos[..conSena], sena == Sena.Telefono ? "[TELÉFONO]" : "[NSS]");
        if (EsParteDeOtraCosa(texto, inicio))
            return null;
        for (var n = grupos.Length; n > 0; n--)
        {
            if (Total(grupos[..n]) is < DigitosDeTelefono or > MaximoConSena || !Acaba(texto, grupos[n - 1].Fin))
                continue;
            if (EsTelefono(texto, grupos[..n]))
                return Enmascarar(texto, grupos[..n], "[TELÉFONO]");
            if (EsNss(texto, grupos[..n]))
                return Enmascarar(texto, grupos[..n], "[NSS]");
        }
        return null;
    }

    /// <summary>The plus and the parenthesis before a telephone go with it.</summary>
    private static Enmascarado.Tramo Enmascarar(string texto, ReadOnlySpan<Grupo> grupos, string mascara)
    {
        var inicio = grupos[0].Inicio;
        while (inicio > 0 && texto[inicio - 1] is '+' or '(')
            inicio--;
        return new Enmascarado.Tramo(inicio, grupos[^1].Fin, mascara);
    }

    /// <summary>A second telephone after one that was masked: <c>TEL. 5512345678 / 5587654321</c>, <c>Y 55…</c>.</summary>
    private static bool SigueA(string texto, int anterior, int inicio) =>
        anterior >= 0
        && inicio - anterior is >= 1 and <= 5
        && texto.AsSpan(anterior, inicio - anterior).Trim()
            is [',' or '/' or ';' or 'Y' or 'y' or 'O' or 'o']
                or ['Y' or 'y', '/', 'O' or 'o'];

    /// <summary>How many groups make up a number after a cue; 0 when they do not.</summary>
    private static int HastaCompletar(string texto, ReadOnlySpan<Grupo> grupos, int completo, int minimo, int maximo)
    {
        var digitos = 0;
        var meta = completo + Prefijo(texto, grupos);
        for (var n = 0; n < grupos.Length; n++)
        {
            digitos += grupos[n].Largo;
            if (digitos > maximo)
                return 0;
            var entera = digitos >= meta || n + 1 == grupos.Length || digitos + grupos[n + 1].Largo > maximo;
            if (entera && !SigueLetra(texto, grupos[n].Fin))
                return digitos >= minimo ? n + 1 : 0;
        }
        return 0;
    }

    private static bool EsTelefono(string texto, ReadOnlySpan<Grupo> grupos)
    {
        if (texto.AsSpan(0, grupos[0].Inicio).EndsWith('+') && Total(grupos) is >= 11 and <= 13)
            return true;
        for (var prefijo = Prefijo(texto, grupos); prefijo > 0 && grupos.Length > 1; prefijo -= grupos[0].Largo, grupos = grupos[1..]) { }
        if (Total(grupos) != DigitosDeTelefono || texto[grupos[0].Inicio] is '0' or '1')
            return false;
        // (55) 12345678 and 222-1234567: two groups need a sign that the first is an area.
        if (grupos.Length == 2)
            return grupos[0].Largo is 2 or 3 && texto[grupos[0].Fin] is ')' or '-';
        return Array.IndexOf(FormasDeTelefono, Forma(grupos)) >= 0 && !SonFechas(texto, grupos);
    }

    /// <summary>Digits of the groups that only say how to dial: +52, 52 1, 01, 044, 045.</summary>
    private static int Prefijo(string texto, ReadOnlySpan<Grupo> grupos)
    {
        if (grupos.Length < 2)
            return 0;
        return texto.AsSpan(grupos[0].Inicio, grupos[0].Largo) switch
        {
            "52" when grupos.Length > 2 && grupos[1].Largo == 1 => 3,
            "52" or "01" => Total(grupos) >= 12 ? 2 : 0,
            "044" or "045" or "521" => 3,
            _ => 0,
        };
    }

    private static bool EsNss(string texto, ReadOnlySpan<Grupo> grupos)
    {
        if (Total(grupos) != DigitosDeNss || grupos.Length < 3 || HayLargo(grupos))
            return false;
        return Array.IndexOf(FormasDeNss, Forma(grupos)) >= 0 || TieneDigitoVerificador(texto, grupos);
    }

    /// <summary>A group so long that it is a number of its own.</summary>
    private static bool HayLargo(ReadOnlySpan<Grupo> grupos)
    {
        foreach (var grupo in grupos)
        {
            if (grupo.Largo > 5)
                return true;
        }
        return false;
    }

    /// <summary>Luhn.</summary>
    private static bool TieneDigitoVerificador(string texto, ReadOnlySpan<Grupo> grupos)
    {
        int suma = 0,
            lugar = 0;
        foreach (var grupo in grupos)
        {
            foreach (var digito in texto.AsSpan(grupo.Inicio, grupo.Largo))
            {
                var valor = (digito - '0') * (lugar++ % 2 == 0 ? 1 : 2);
                suma += (valor / 10) + (valor % 10);
            }
        }
        return suma % 10 == 0;
    }

    /// <summary><c>12 2025-2026</c>, <c>25 2026-01-15</c>: years and days in the shape of a telephone.</summary>
    private static bool SonFechas(string texto, ReadOnlySpan<Grupo> grupos)
    {
        var anios = 0;
        var cuatros = 0;
        foreach (var grupo in grupos)
        {
            if (grupo.Largo != 4)
                continue;
            cuatros++;
            if (int.Parse(texto.AsSpan(grupo.Inicio, 4)) is >= 1990 and <= 2060)
                anios++;
        }
        return cuatros > 0 && anios == cuatros && (cuatros == 2 || grupos.Length == 4);
    }

    /// <summary>Glued to letters, or a later piece of a code: <c>AR163168</c>, <c>LO-55-1234-5678</c>, <c>$1,234</c>.</summary>
    private static bool EsParteDeOtraCosa(string texto, int inicio) =>
        inicio > 0
        && (
            char.IsLetterOrDigit(texto[inicio - 1])
            || texto[inicio - 1] is '_' or '$'
            || (inicio > 1 && texto[inicio - 1] is '-' or '/' && char.IsLetterOrDigit(texto[inicio - 2]))
            || (inicio > 1 && texto[inicio - 1] is '.' or ',' && char.IsAsciiDigit(texto[inicio - 2]))
        );

    /// <summary>Nothing that would make it a piece of something longer follows.</summary>
    private static bool Acaba(string texto, int fin) =>
        !SigueLetra(texto, fin) && !(fin + 1 < texto.Length && texto[fin] is '-' or '/' or '.' or ',' && char.IsAsciiDigit(texto[fin + 1]));

    private static bool SigueLetra(string texto, int fin) => fin < texto.Length && (char.IsLetterOrDigit(texto[fin]) || texto[fin] == '_');

    private static int Total(ReadOnlySpan<Grupo> grupos)
    {
        var total = 0;
        foreach (var grupo in grupos)
            total += grupo.Largo;
        return total;
    }

    private static string Forma(ReadOnlySpan<Grupo> grupos)
    {
        Span<char> forma = stackalloc char[MaximoDeGrupos];
        for (var i = 0; i < grupos.Length; i++)
            forma[i] = (char)('0' + Math.Min(grupos[i].Largo, 9));
        return forma[..grupos.Length].ToString();
    }

    /// <summary>Runs of digits from a place on, with at most a parenthesis and one sign or space between them; at least one.</summary>
    private static int Leer(string texto, int inicio, Span<Grupo> grupos)
    {
        var n = 0;
        while (n < grupos.Length && inicio < texto.Length && char.IsAsciiDigit(texto[inicio]))
        {
            var resto = texto.AsSpan(inicio).IndexOfAnyExceptInRange('0', '9');
            var fin = resto < 0 ? texto.Length : inicio + resto;
            grupos[n++] = new Grupo(inicio, fin);
            inicio = Saltar(texto, fin);
        }
        return n;
    }

    private static int Saltar(string texto, int fin)
    {
        var i = fin;
        while (i < texto.Length && i - fin < 3 && texto[i] is ' ' or '\u00a0' or '-' or '.' or '(' or ')' or '–')
            i++;
        return i;
    }

    private readonly record struct Grupo(int Inicio, int Fin)
    {
        public int Largo => Fin - Inicio;
    }
}
