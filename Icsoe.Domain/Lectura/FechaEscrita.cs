using System.Globalization;
using Icsoe.Domain.Tiempo;

namespace Icsoe.Domain.Lectura;

/// <summary>Dates and instants as people and machines write them.</summary>
internal static class FechaEscrita
{
    private static readonly string[] HorasDeMaquina = ["HH:mm", "HH:mm:ss", "HH:mm:ss.FFFFFFF"];

    private static readonly string[] Horas = [.. HorasDeMaquina, "H:mm", "H:mm:ss", "h:mm tt", "h:mm:ss tt", "hh:mm tt", "hh:mm:ss tt"];

    /// <summary>A calendar day, <c>2026-01-15</c> and nothing else.</summary>
    public static bool TryIso(ReadOnlySpan<char> texto, out DateOnly dia)
    {
        dia = default;
        if (texto.Length != 10 || texto[4] != '-' || texto[7] != '-')
            return false;
        var (anio, mes, deMes) = (Digitos(texto[..4]), Digitos(texto[5..7]), Digitos(texto[8..]));
        if (anio < 1 || mes is < 1 or > 12 || deMes < 1 || deMes > DateTime.DaysInMonth(anio, mes))
            return false;
        dia = new DateOnly(anio, mes, deMes);
        return true;
    }

    /// <summary>
    /// An RFC 3339 instant. Without offset it is Mexico City time; a day alone is its first moment there.
    /// </summary>
    /// <param name="instante">In UTC.</param>
    public static bool TryInstante(string texto, out DateTimeOffset instante)
    {
        instante = default;
        if (texto.Length < 10 || !TryIso(texto.AsSpan(0, 10), out var dia))
            return false;
        if (texto.Length == 10)
            return TryDeMexico(dia.ToDateTime(TimeOnly.MinValue), out instante);
        if (texto[10] is not ('T' or 't' or ' '))
            return false;
        var resto = texto.AsSpan(11);
        if (!TryDesfase(ref resto, out var desfase) || !TryHora(resto, out var hora))
            return false;
        var local = dia.ToDateTime(hora);
        if (desfase is not { } minutos)
            return TryDeMexico(local, out instante);
        var ticks = local.Ticks - (minutos * TimeSpan.TicksPerMinute);
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
            return false;
        instante = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    /// <summary>
    /// A day as a workbook may hold it as text: <c>dd/mm/yyyy</c> (also with <c>-</c> or <c>.</c>) or ISO, each with an
    /// optional time. An ISO instant with offset is the Mexico City day of that instant.
    /// </summary>
    public static bool TryDeCelda(string texto, out DateOnly dia)
    {
        if (TryMomentoDeCelda(texto, out var momento))
        {
            dia = DateOnly.FromDateTime(momento);
            return true;
        }
        var leido = TryInstante(texto.Trim(), out var instante);
        dia = leido ? HoraDeMexico.Dia(instante) : default;
        return leido;
    }

    /// <summary>A day with an optional time, of no offset: what people write in a cell.</summary>
    /// <param name="momento">Mexico City time; the first moment of the day when no time was written.</param>
    public static bool TryMomentoDeCelda(string texto, out DateTime momento)
    {
        momento = default;
        var limpio = texto.AsSpan().Trim();
        if (limpio.Length is < 8 or > 40)
            return false;
        var corte = limpio.IndexOf(' ');
        if (!(limpio.Length >= 10 && TryIso(limpio[..10], out var dia)))
        {
            if (!TryDiaMesAno(corte < 0 ? limpio : limpio[..corte], out dia))
                return false;
        }
        else
            corte = limpio.Length == 10 ? -1 : 10;
        var hora = TimeOnly.MinValue;
        if (corte >= 0 && !TryHoraDeCelda(limpio[corte..], out hora))
            return false;
        momento = dia.ToDateTime(hora);
        return true;
    }

    /// <summary>The number that some ASCII digits write; -1 when there is anything else.</summary>
    private static int Digitos(ReadOnlySpan<char> texto)
    {
        var numero = 0;
        foreach (var c in texto)
        {
            if (!char.IsAsciiDigit(c))
                return -1;
            numero = (numero * 10) + c - '0';
        }
        return numero;
    }

    private static bool TryDiaMesAno(ReadOnlySpan<char> texto, out DateOnly dia)
    {
        foreach (var formato in (ReadOnlySpan<string>)["d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "yyyy/M/d"])
        {
            if (DateOnly.TryParseExact(texto, formato, CultureInfo.InvariantCulture, DateTimeStyles.None, out dia))
                return true;
        }
        dia = default;
        return false;
    }

    /// <summary>A time after a day, with Mexican or English marks of half day.</summary>
    private static bool TryHoraDeCelda(ReadOnlySpan<char> resto, out TimeOnly hora)
    {
        hora = default;
        if (resto[0] is not (' ' or 'T' or 't'))
            return false;
        var texto = resto[1..]
            .Trim()
            .ToString()
            .Replace('\u00A0', ' ')
            .Replace('\u202F', ' ')
            .Replace("a. m.", "AM", StringComparison.OrdinalIgnoreCase)
            .Replace("p. m.", "PM", StringComparison.OrdinalIgnoreCase)
            .Replace("a.m.", "AM", StringComparison.OrdinalIgnoreCase)
            .Replace("p.m.", "PM", StringComparison.OrdinalIgnoreCase);
        return TimeOnly.TryParseExact(texto, Horas, CultureInfo.InvariantCulture, DateTimeStyles.None, out hora);
    }

    /// <summary>Takes the offset off the end; null minutes when there is none.</summary>
    private static bool TryDesfase(ref ReadOnlySpan<char> texto, out int? minutos)
    {
        minutos = null;
        if (texto.Length > 0 && texto[^1] is 'Z' or 'z')
        {
            minutos = 0;
            texto = texto[..^1];
            return true;
        }
        var signo = texto.LastIndexOfAny('+', '-');
        if (signo < 0)
            return true;
        if (!TimeOnly.TryParseExact(texto[(signo + 1)..], "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var desfase))
            return false;
        minutos = ((desfase.Hour * 60) + desfase.Minute) * (texto[signo] == '-' ? -1 : 1);
        texto = texto[..signo];
        return true;
    }

    private static bool TryHora(ReadOnlySpan<char> texto, out TimeOnly hora)
    {
        // RFC 3339 sets no limit to the fraction; a tick is 100 ns, and what is finer tells us nothing.
        if (texto.Length > 16 && texto[8] == '.' && texto[16..].IndexOfAnyExceptInRange('0', '9') < 0)
            texto = texto[..16];
        if (texto.Length > 0 && !char.IsAsciiDigit(texto[^1]))
        {
            hora = default;
            return false;
        }
        return TimeOnly.TryParseExact(texto, HorasDeMaquina, CultureInfo.InvariantCulture, DateTimeStyles.None, out hora);
    }

    private static bool TryDeMexico(DateTime local, out DateTimeOffset instante)
    {
        // The last day of year 9999 has no UTC instant when the offset is negative.
        var cabe = local.Year is > 1 and < 9999 || (local.Year == 9999 && local.DayOfYear < 365);
        instante = cabe ? HoraDeMexico.Instante(local) : default;
        return cabe;
    }
}
