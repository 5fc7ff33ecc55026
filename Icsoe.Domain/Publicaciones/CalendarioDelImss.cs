using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Publicaciones;

/// <summary>The days in which one version of the listados should be published, both included.</summary>
/// <param name="Publicacion">First id of its month.</param>
public sealed record VentanaDePublicacion(IdPublicacion Publicacion, DateOnly Desde, DateOnly Hasta);

/// <summary>
/// When IMSS publishes: «durante los primeros 5 días hábiles de cada mes», by the federal calendar and the days that IMSS itself rests.
/// These move only publications: a deadline that was told (<see cref="CalendarioHabil.FechaLimite"/>) never depends on a setting.
/// </summary>
/// <param name="propios">IMSS's own days off.</param>
public sealed class CalendarioDelImss(IReadOnlyList<DiaInhabil> propios)
{
    private const int DiasDePublicacion = 5;

    private readonly HashSet<DateOnly> descansos = [.. propios.Select(propio => propio.Dia)];

    /// <summary>Days off of some years, federal and IMSS's own, in order.</summary>
    public IEnumerable<DiaInhabil> DiasInhabiles(int desde, int hasta) =>
        Enumerable
            .Range(desde, hasta - desde + 1)
            .SelectMany(CalendarioHabil.Federales)
            .Concat(propios.Where(propio => propio.Dia.Year >= desde && propio.Dia.Year <= hasta))
            .OrderBy(inhabil => inhabil.Dia)
            .ThenBy(inhabil => inhabil.DelImss);

    /// <summary>The first five business days of the month of a day.</summary>
    public VentanaDePublicacion Ventana(DateOnly delMes)
    {
        var dia = new DateOnly(delMes.Year, delMes.Month, 1);
        var habiles = new List<DateOnly>(DiasDePublicacion);
        for (; habiles.Count < DiasDePublicacion; dia = dia.AddDays(1))
        {
            if (CalendarioHabil.EsHabil(dia) && !descansos.Contains(dia))
                habiles.Add(dia);
        }
        return new(IdPublicacion.DelMes(delMes), habiles[0], habiles[^1]);
    }

    /// <summary>When a periodo should first be published: in the month after its deadline. Null for 2021-1.</summary>
    public VentanaDePublicacion? Prevista(Periodo periodo) =>
        CalendarioHabil.FechaLimite(periodo) is { } limite ? Ventana(limite.AddMonths(1)) : null;

    /// <summary>The next version: this month's while it has not come, else the one of the month after the last.</summary>
    /// <param name="ultima">The last one published; null while there is none.</param>
    public VentanaDePublicacion Proxima(IdPublicacion? ultima, DateOnly hoy) =>
        Ventana(ultima is { } id && id >= IdPublicacion.DelMes(hoy) ? id.PrimerDia.AddMonths(1) : hoy);

    /// <summary>Whether the last days in which a version should have come went by without it.</summary>
    public bool EstaRetrasada(IdPublicacion ultima, DateOnly hoy)
    {
        var debida = Ventana(hoy);
        if (debida.Hasta >= hoy)
            debida = Ventana(debida.Publicacion.PrimerDia.AddDays(-1));
        return ultima < debida.Publicacion;
    }

    /// <summary>Every periodo from the first to the one after that of a day.</summary>
    public static IEnumerable<Periodo> Periodos(DateOnly hoy)
    {
        var periodo = Periodo.De(Periodo.PrimerEjercicio, 1);
        for (; periodo.Fin < hoy; periodo = periodo.Siguiente())
            yield return periodo;
        yield return periodo;
        yield return periodo.Siguiente();
    }

    /// <summary>Every month's days of publication, from the first listado's to that of the last of <see cref="Periodos"/>.</summary>
    public IEnumerable<VentanaDePublicacion> Ventanas(DateOnly hoy)
    {
        var previstas = Periodos(hoy).Select(Prevista).OfType<VentanaDePublicacion>().ToList();
        for (var mes = previstas[0].Publicacion.PrimerDia; mes <= previstas[^1].Publicacion.PrimerDia; mes = mes.AddMonths(1))
            yield return Ventana(mes);
    }
}
