using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Publicaciones;

/// <summary>
/// Business days of the federal calendar (CFF, article 12; domain, section 2), and what ICSOE hangs on them:
/// the deadline of a filing and the days in which IMSS publishes. All days are Mexico City's.
/// </summary>
public static class CalendarioHabil
{
    private const int DiasDePublicacion = 5;

    /// <summary>Whether a day is neither Saturday, Sunday nor a fixed federal holiday.</summary>
    public static bool EsHabil(DateOnly dia) => dia.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !EsFeriado(dia);

    /// <summary>
    /// Last day to file on time: the 17th of May, September or January, rolled to the next business day (Lineamientos, 5.5).
    /// Null for 2021-1, before the duty began, and for 9999-3, whose deadline no calendar can write.
    /// </summary>
    public static DateOnly? FechaLimite(Periodo periodo)
    {
        if (periodo == Periodo.De(2021, 1) || periodo.Fin == DateOnly.MaxValue)
            return null;
        var dia = periodo.Fin.AddDays(17);
        while (!EsHabil(dia))
            dia = dia.AddDays(1);
        return dia;
    }

    /// <summary>
    /// Whether a filing came after the deadline. Null where a list cannot tell: a corrección shows only its own date,
    /// and 2021-1 has no deadline.
    /// </summary>
    public static bool? Tardia(Periodo periodo, TipoInformativa? tipo, DateOnly? fechaPresentacion) =>
        tipo is TipoInformativa.Correccion or null || fechaPresentacion is null || FechaLimite(periodo) is not { } limite
            ? null
            : fechaPresentacion > limite;

    /// <summary>
    /// The days in which a periodo should first be published: the first five business days of the month after its deadline
    /// («durante los primeros 5 días hábiles de cada mes»). Null for 2021-1.
    /// </summary>
    public static (DateOnly Desde, DateOnly Hasta)? PublicacionPrevista(Periodo periodo)
    {
        if (FechaLimite(periodo) is not { } limite)
            return null;
        var dia = new DateOnly(limite.Year, limite.Month, 1).AddMonths(1);
        var habiles = new List<DateOnly>(DiasDePublicacion);
        for (; habiles.Count < DiasDePublicacion; dia = dia.AddDays(1))
        {
            if (EsHabil(dia))
                habiles.Add(dia);
        }
        return (habiles[0], habiles[^1]);
    }

    private static bool EsFeriado(DateOnly dia) =>
        (dia.Month, dia.Day) is (1, 1) or (5, 1) or (9, 16) or (12, 25)
        || EsLunesNumero(dia, mes: 2, numero: 1)
        || EsLunesNumero(dia, mes: 3, numero: 3)
        || EsLunesNumero(dia, mes: 11, numero: 3)
        || (dia.Day == 1 && EsCambioDePoder(dia));

    private static bool EsLunesNumero(DateOnly dia, int mes, int numero) =>
        dia.Month == mes && dia.DayOfWeek == DayOfWeek.Monday && (dia.Day - 1) / 7 == numero - 1;

    /// <summary>Every six years: 1 December until 2018, 1 October since 2024.</summary>
    private static bool EsCambioDePoder(DateOnly dia) =>
        dia.Year >= 2024 ? dia.Month == 10 && (dia.Year - 2024) % 6 == 0 : dia.Month == 12 && (dia.Year - 2018) % 6 == 0;
}
