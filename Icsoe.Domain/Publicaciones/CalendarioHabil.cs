using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Publicaciones;

/// <summary>
/// Business days of the federal calendar (CFF, article 12; domain, section 2), and what ICSOE hangs on them: the deadline of a filing.
/// All days are Mexico City's.
/// </summary>
public static class CalendarioHabil
{
    private const string Codigo = "Código Fiscal de la Federación, artículo 12";
    private const string Ley = "Ley Federal del Trabajo, artículo 74";

    private static readonly Feriado[] Feriados =
    [
        new("Año Nuevo", 1, Dia: 1),
        new("Aniversario de la Constitución", 2, Lunes: 1),
        new("Natalicio de Benito Juárez", 3, Lunes: 3),
        new("Día del Trabajo", 5, Dia: 1),
        new("Aniversario de la Independencia", 9, Dia: 16),
        // Every six years: 1 December until 2018, 1 October since 2024. No periodo reaches the former.
        new("Transmisión del Poder Ejecutivo Federal", 10, Dia: 1, CadaSeisDesde: 2024, Fuente: Ley),
        new("Aniversario de la Revolución", 11, Lunes: 3),
        new("Navidad", 12, Dia: 25),
    ];

    /// <summary>Whether a day, from 2021 on, is neither Saturday, Sunday nor a federal holiday.</summary>
    public static bool EsHabil(DateOnly dia)
    {
        if (dia.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            return false;
        foreach (var feriado in Feriados)
        {
            if (feriado.Cae(dia))
                return false;
        }
        return true;
    }

    /// <summary>The federal holidays of a year, 2021..9999, in order, those that fall on a weekend included.</summary>
    public static IEnumerable<DiaInhabil> Federales(int anio) =>
        from feriado in Feriados
        where feriado.Toca(anio)
        select new DiaInhabil(feriado.En(anio), feriado.Nombre, feriado.Fuente, DelImss: false);

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

    /// <summary>First and last day to file on time; null where <see cref="FechaLimite"/> is.</summary>
    public static (DateOnly Desde, DateOnly Hasta)? Plazo(Periodo periodo) =>
        FechaLimite(periodo) is { } limite ? (periodo.Fin.AddDays(1), limite) : null;

    /// <summary>
    /// Whether a filing came after the deadline. Null where a list cannot tell: a corrección shows only its own date,
    /// and 2021-1 has no deadline.
    /// </summary>
    public static bool? Tardia(Periodo periodo, TipoInformativa? tipo, DateOnly? fechaPresentacion) =>
        tipo is TipoInformativa.Correccion or null || fechaPresentacion is null || FechaLimite(periodo) is not { } limite
            ? null
            : fechaPresentacion > limite;

    /// <param name="Dia">Day of the month; 0 where <paramref name="Lunes"/> says it.</param>
    /// <param name="Lunes">Which Monday of the month; 0 for none.</param>
    /// <param name="CadaSeisDesde">First of the years, six apart, that have it; 0 for every year.</param>
    private sealed record Feriado(string Nombre, int Mes, int Dia = 0, int Lunes = 0, int CadaSeisDesde = 0, string Fuente = Codigo)
    {
        public bool Toca(int anio) => CadaSeisDesde == 0 || (anio >= CadaSeisDesde && (anio - CadaSeisDesde) % 6 == 0);

        public DateOnly En(int anio)
        {
            if (Lunes == 0)
                return new(anio, Mes, Dia);
            var primero = new DateOnly(anio, Mes, 1);
            return primero.AddDays((((int)DayOfWeek.Monday - (int)primero.DayOfWeek + 7) % 7) + (7 * (Lunes - 1)));
        }

        // Asked for every row of a list: the month answers most.
        public bool Cae(DateOnly dia) => dia.Month == Mes && Toca(dia.Year) && En(dia.Year) == dia;
    }
}
