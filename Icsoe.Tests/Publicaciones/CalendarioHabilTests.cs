using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Tests.Publicaciones;

public class CalendarioHabilTests
{
    [TestCase(2022, 2, "2022-09-19")]
    [TestCase(2023, 2, "2023-09-18")]
    [TestCase(2024, 1, "2024-05-17")]
    [TestCase(2024, 2, "2024-09-17")]
    [TestCase(2024, 3, "2025-01-17")]
    [TestCase(2025, 1, "2025-05-19")]
    [TestCase(2025, 2, "2025-09-17")]
    [TestCase(2025, 3, "2026-01-19")]
    [TestCase(2026, 1, "2026-05-18")]
    [TestCase(2026, 2, "2026-09-17")]
    [TestCase(2026, 3, "2027-01-18")]
    [TestCase(2027, 1, "2027-05-17")]
    [TestCase(2021, 1, null)]
    [TestCase(9999, 3, null)]
    public void El_plazo_vence_el_17_o_el_siguiente_dia_habil(int ejercicio, int cuatrimestre, string? limite) =>
        Assert.That(CalendarioHabil.FechaLimite(Periodo.De(ejercicio, cuatrimestre))?.ToString("yyyy-MM-dd"), Is.EqualTo(limite));

    [TestCase("2026-01-08")]
    [TestCase("2026-02-09")]
    [TestCase("2026-03-06")]
    [TestCase("2026-04-07")]
    [TestCase("2026-05-08")]
    [TestCase("2026-06-05")]
    [TestCase("2026-09-07")]
    [TestCase("2026-10-07")]
    [TestCase("2026-11-06")]
    [TestCase("2026-12-07")]
    [TestCase("2027-01-08")]
    public void Es_el_quinto_dia_habil_de_su_mes(string texto)
    {
        var dia = DateOnly.Parse(texto);
        var habiles = Enumerable.Range(1, dia.Day).Count(numero => CalendarioHabil.EsHabil(new DateOnly(dia.Year, dia.Month, numero)));
        Assert.That((CalendarioHabil.EsHabil(dia), habiles), Is.EqualTo((true, 5)));
    }

    [TestCase("2024-10-01", false)]
    [TestCase("2025-10-01", true)]
    [TestCase("2030-10-01", false)]
    [TestCase("2018-12-01", false)]
    [TestCase("2026-02-02", false)]
    [TestCase("2026-03-16", false)]
    [TestCase("2026-09-16", false)]
    [TestCase("2026-11-16", false)]
    [TestCase("2026-12-25", false)]
    [TestCase("2026-12-24", true)]
    [TestCase("2026-06-06", false)]
    public void Los_feriados_federales_no_son_habiles(string dia, bool habil) =>
        Assert.That(CalendarioHabil.EsHabil(DateOnly.Parse(dia)), Is.EqualTo(habil));

    [TestCase(TipoInformativa.Normal, "2026-05-18", false)]
    [TestCase(TipoInformativa.Normal, "2026-05-19", true)]
    [TestCase(TipoInformativa.SinInformacion, "2026-05-19", true)]
    [TestCase(TipoInformativa.Correccion, "2026-05-19", null)]
    [TestCase(null, "2026-05-19", null)]
    [TestCase(TipoInformativa.Normal, null, null)]
    public void Es_tardia_la_posterior_al_plazo(TipoInformativa? tipo, string? dia, bool? tardia) =>
        Assert.That(CalendarioHabil.Tardia(Periodo.De(2026, 1), tipo, dia is null ? null : DateOnly.Parse(dia)), Is.EqualTo(tardia));
}
