using System.Globalization;
using System.Text;
using Icsoe.Api.Problemas;

namespace Icsoe.Api.Parametros;

/// <summary>How the values of a search are read: texts, claves and days.</summary>
public static class LectoresDeBusqueda
{
    /// <summary>How many characters a clave has.</summary>
    public const int LargoDeClave = 13;

    /// <summary>Of a clave.</summary>
    public const string PatronDeClave = "^[a-z2-7]{13}$";

    private static readonly string[] FormasDeDia = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy/M/d", "yyyy-M-d", "yyyy.M.d", "yyyyMMdd"];

    /// <summary>A text people search for: whatever it holds, it is text.</summary>
    public static string? Texto(string texto, DateOnly hoy, out Fallo? fallo)
    {
        fallo = null;
        return texto;
    }

    /// <summary>
    /// The composed form (NFC) of a text: both Unicode normal forms are one question, with one cursor and one answer.
    /// U+FFFE and lone surrogates, which no form knows, become U+FFFD: a character that is no letter either.
    /// </summary>
    public static string EnNfc(string texto)
    {
        try
        {
            return texto.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            var limpio = new StringBuilder(texto.Length);
            foreach (var runa in texto.EnumerateRunes())
                limpio.Append(runa.Value == 0xFFFE ? Rune.ReplacementChar : runa);
            return limpio.ToString().Normalize(NormalizationForm.FormC);
        }
    }

    /// <summary>Whether a text has the form of a clave; whether somebody has it is another question.</summary>
    public static bool EsClave(string texto) =>
        texto.Length == LargoDeClave && texto.All(letra => letra is (>= 'a' and <= 'z') or (>= '2' and <= '7'));

    /// <summary>The clave of a party.</summary>
    public static string? Clave(string texto, DateOnly hoy, out Fallo? fallo)
    {
        fallo = EsClave(texto)
            ? null
            : new(
                CatalogoDeProblemas.ValorInvalido,
                new(
                    "Una clave son 13 letras minúsculas o cifras del 2 al 7, como las que trae «clave».",
                    "A clave is 13 lower-case letters or digits from 2 to 7, as `clave` gives them."
                ),
                EsClave(texto.Trim().ToLowerInvariant()) ? texto.Trim().ToLowerInvariant() : null
            );
        return texto;
    }

    /// <summary>A day, <c>yyyy-MM-dd</c> and no other way; one that no calendar has is said so.</summary>
    public static DateOnly Dia(string texto, DateOnly hoy, out Fallo? fallo)
    {
        fallo = null;
        if (!TieneFormaDeDia(texto))
        {
            fallo = new(
                CatalogoDeProblemas.ValorInvalido,
                new("Una fecha se escribe año, mes y día, como 2026-05-12.", "A date is written year, month and day, like 2026-05-12."),
                DiaEscritoDeOtraForma(texto)
            );
            return default;
        }
        if (DateOnly.TryParseExact(texto, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dia))
            return dia;
        fallo = new(
            CatalogoDeProblemas.ValorInvalido,
            new($"La fecha {texto} no existe en el calendario.", $"The date {texto} is not in the calendar."),
            UltimoDiaDelMes(texto)
        );
        return default;
    }

    private static bool TieneFormaDeDia(string texto) =>
        texto is { Length: 10 } && texto[4] == '-' && texto[7] == '-' && texto.Remove(7, 1).Remove(4, 1).All(char.IsAsciiDigit);

    private static string? UltimoDiaDelMes(string texto)
    {
        var (anio, mes) = (int.Parse(texto.AsSpan(0, 4)), int.Parse(texto.AsSpan(5, 2)));
        return anio >= 1 && mes is >= 1 and <= 12 && texto[8..] is not "00" ? $"{texto[..8]}{DateTime.DaysInMonth(anio, mes):D2}" : null;
    }

    private static string? DiaEscritoDeOtraForma(string texto) =>
        DateOnly.TryParseExact(texto.Trim(), FormasDeDia, CultureInfo.InvariantCulture, DateTimeStyles.None, out var dia)
            ? dia.ToString("yyyy-MM-dd")
            : null;
}
