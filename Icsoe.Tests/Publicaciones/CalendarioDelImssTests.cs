using FsCheck.Fluent;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Tests.Publicaciones;

public class CalendarioDelImssTests
{
    private static readonly CalendarioDelImss Federal = new([]);

    [FsCheck.NUnit.Property]
    public FsCheck.Property Se_publica_en_los_cinco_primeros_dias_habiles_de_cualquier_mes() =>
        Prop.ForAll(
            Gen.Choose(0, 12 * 200).ToArbitrary(),
            meses =>
            {
                var primero = new DateOnly(2021, 1, 1).AddMonths(meses);
                var ventana = Federal.Ventana(primero.AddDays(27));
                var habiles = Enumerable.Range(0, 28).Select(primero.AddDays).Where(CalendarioHabil.EsHabil).Take(5).ToList();
                return ventana == new VentanaDePublicacion(IdPublicacion.DelMes(primero), habiles[0], habiles[4]);
            }
        );

    [TestCase("2026-06-03", "2026-06-01", "2026-06-08")]
    [TestCase("2026-06-01", "2026-06-02", "2026-06-08")]
    [TestCase("2026-06-05", "2026-06-01", "2026-06-08")]
    [TestCase("2026-06-06", "2026-06-01", "2026-06-05")] // a Saturday already
    [TestCase("2026-06-08", "2026-06-01", "2026-06-05")]
    public void Un_dia_que_solo_descansa_el_IMSS_mueve_la_publicacion(string propio, string desde, string hasta)
    {
        var calendario = ConDescanso(propio);
        Assert.That(
            calendario.Ventana(Dia("2026-06-30")),
            Is.EqualTo(new VentanaDePublicacion(IdPublicacion.Parse("2026-06"), Dia(desde), Dia(hasta)))
        );
    }

    [Test]
    public void Un_dia_que_solo_descansa_el_IMSS_no_mueve_un_plazo() =>
        Assert.Multiple(() =>
        {
            Assert.That(CalendarioHabil.Plazo(Periodo.De(2026, 1)), Is.EqualTo((Dia("2026-05-01"), Dia("2026-05-18"))));
            Assert.That(
                ConDescanso("2026-05-18").DiasInhabiles(2026, 2026).Single(inhabil => inhabil.DelImss).Dia,
                Is.EqualTo(Dia("2026-05-18"))
            );
        });

    [TestCase(2022, 3, "2023-01-01", "2023-01-17")]
    [TestCase(2021, 2, "2021-09-01", "2021-09-17")]
    [TestCase(2026, 1, "2026-05-01", "2026-05-18")]
    [TestCase(2021, 1, null, null)]
    public void Se_presenta_desde_el_dia_1_hasta_el_limite(int ejercicio, int cuatrimestre, string? desde, string? hasta) =>
        Assert.That(
            CalendarioHabil.Plazo(Periodo.De(ejercicio, cuatrimestre)),
            Is.EqualTo(desde is null ? default((DateOnly, DateOnly)?) : (Dia(desde), Dia(hasta!)))
        );

    [TestCase(2026, 1, "2026-06-01", "2026-06-05")]
    [TestCase(2026, 3, "2027-02-02", "2027-02-08")]
    [TestCase(2021, 1, null, null)]
    public void Un_cuatrimestre_se_publica_el_mes_siguiente_al_de_su_plazo(int ejercicio, int cuatrimestre, string? desde, string? hasta)
    {
        var prevista = Federal.Prevista(Periodo.De(ejercicio, cuatrimestre));
        Assert.That((Texto(prevista?.Desde), Texto(prevista?.Hasta)), Is.EqualTo((desde, hasta)));
    }

    // June's days are 1 to 5; July's, 1 to 7.
    [TestCase("2026-05", "2026-06-05", false, "2026-06")]
    [TestCase("2026-05", "2026-06-06", true, "2026-06")]
    [TestCase("2026-05.3", "2026-06-06", true, "2026-06")]
    [TestCase("2026-06", "2026-06-06", false, "2026-07")]
    [TestCase("2026-06.2", "2026-06-30", false, "2026-07")]
    [TestCase("2026-06", "2026-07-07", false, "2026-07")]
    [TestCase("2026-06", "2026-07-08", true, "2026-07")]
    [TestCase("2026-04", "2026-06-01", true, "2026-06")]
    [TestCase("2026-12", "2026-12-31", false, "2027-01")]
    [TestCase("2026-07", "2026-06-10", false, "2026-08")] // the clock was set back
    public void La_version_que_sigue_y_si_se_retraso(string ultima, string hoy, bool retrasada, string proxima) =>
        Assert.That(
            (
                Federal.EstaRetrasada(IdPublicacion.Parse(ultima), Dia(hoy)),
                Federal.Proxima(IdPublicacion.Parse(ultima), Dia(hoy)).Publicacion.ToString()
            ),
            Is.EqualTo((retrasada, proxima))
        );

    [Test]
    public void Sin_ninguna_publicacion_sigue_la_del_mes() =>
        Assert.That(Federal.Proxima(null, Dia("2026-06-30")).Publicacion.ToString(), Is.EqualTo("2026-06"));

    [TestCase("2026-08-31", "2026-3")]
    [TestCase("2026-09-01", "2027-1")]
    [TestCase("2026-12-31", "2027-1")]
    [TestCase("2027-01-01", "2027-2")]
    public void Los_periodos_van_de_2021_1_al_que_sigue_al_que_corre(string hoy, string ultimo)
    {
        var periodos = CalendarioDelImss.Periodos(Dia(hoy)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That((periodos[0].ToString(), periodos[^1].ToString()), Is.EqualTo(("2021-1", ultimo)));
            Assert.That(periodos.Zip(periodos.Skip(1)).All(par => par.First.Fin.AddDays(1) == par.Second.Inicio), Is.True);
        });
    }

    [Test]
    public void Las_ventanas_van_mes_por_mes_de_la_primera_prevista_a_la_ultima()
    {
        var ventanas = Federal.Ventanas(Dia("2026-07-15")).Select(ventana => ventana.Publicacion.ToString()).ToList();
        Assert.That((ventanas[0], ventanas[^1], ventanas.Count), Is.EqualTo(("2021-10", "2027-02", 65)));
    }

    [TestCase(2024, "01-01 02-05 03-18 05-01 09-16 10-01 11-18 12-25")]
    [TestCase(2026, "01-01 02-02 03-16 05-01 09-16 11-16 12-25")]
    public void Los_feriados_federales_de_un_anio(int anio, string dias) =>
        Assert.That(string.Join(' ', CalendarioHabil.Federales(anio).Select(feriado => $"{feriado.Dia:MM-dd}")), Is.EqualTo(dias));

    private static CalendarioDelImss ConDescanso(string dia) => new([new DiaInhabil(Dia(dia), "Descanso", null, DelImss: true)]);

    private static DateOnly Dia(string texto) => DateOnly.Parse(texto);

    private static string? Texto(DateOnly? dia) => dia?.ToString("yyyy-MM-dd");
}
