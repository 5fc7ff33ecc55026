using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;
using Icsoe.Tests.Constructores;

namespace Icsoe.Tests.Reglas;

public class FechaInicioTests
{
    [TestCase("2026-01-01", null, null)]
    [TestCase("2026-04-30", null, null)]
    [TestCase("2026-01-15", "2026-01-15", null)]
    [TestCase("2026-01-15", "2026-01-14", MotivoFechaInicio.PosteriorAlFin)]
    [TestCase(null, null, MotivoFechaInicio.Ausente)]
    [TestCase(null, "2026-01-14", MotivoFechaInicio.Ausente)]
    public void Ausente_o_posterior_al_fin_cambia_de_lista(string? inicio, string? fin, MotivoFechaInicio? motivo)
    {
        var dictamen = Juzgar(UnaInformativa.ConFechas(inicio, fin));
        Assert.Multiple(() =>
        {
            Assert.That(dictamen.Inconsistencias.SingleOrDefault()?.Motivo, Is.EqualTo(motivo));
            Assert.That(dictamen.Observaciones, Is.Empty);
        });
    }

    [Test]
    public void Ilegible_cambia_de_lista()
    {
        var contrato = UnaInformativa.UnContrato() with { FechaInicio = null, FechaInicioIlegible = "31/02/2026" };
        var hallazgo = Juzgar(UnaInformativa.Normal().ConContratos(contrato)).Inconsistencias.Single();
        Assert.That(
            (hallazgo.Motivo, hallazgo.Contrato, hallazgo.Texto),
            Is.EqualTo((MotivoFechaInicio.Ilegible, "A26P0000001", "Fecha de inicio de contrato incorrecta."))
        );
    }

    [TestCase("2025-12-31", 2026, 1, true)]
    [TestCase("2026-05-01", 2026, 1, true)]
    [TestCase("2026-04-30", 2026, 2, true)]
    [TestCase("2026-05-01", 2026, 2, false)]
    [TestCase("2026-08-31", 2026, 2, false)]
    [TestCase("2026-12-31", 2026, 3, false)]
    [TestCase("2015-03-01", 2021, 3, false)]
    [TestCase("2022-01-01", 2021, 3, true)]
    [TestCase("2021-12-31", 2022, 1, true)]
    public void Fuera_del_periodo_se_observa_y_con_la_otra_politica_mueve(string inicio, int ejercicio, int cuatrimestre, bool fuera)
    {
        var informativa = UnaInformativa.ConFechas(inicio, null, ejercicio, cuatrimestre);
        var observar = Juzgar(informativa);
        var mover = Juzgar(informativa, PoliticaFechaInicio.Mover);
        Assert.Multiple(() =>
        {
            Assert.That(observar.Inconsistencias, Is.Empty);
            Assert.That(observar.Observaciones.Any(hallazgo => hallazgo.Motivo == MotivoFechaInicio.FueraDelPeriodo), Is.EqualTo(fuera));
            Assert.That(mover.Observaciones, Is.Empty);
            Assert.That(mover.Inconsistencias, Is.EqualTo(observar.Observaciones));
        });
    }

    [Test]
    public void Cada_motivo_es_un_hallazgo()
    {
        var dictamen = Juzgar(UnaInformativa.ConFechas("2025-12-31", "2025-12-30"));
        Assert.Multiple(() =>
        {
            Assert.That(dictamen.Inconsistencias.Single().Motivo, Is.EqualTo(MotivoFechaInicio.PosteriorAlFin));
            Assert.That(dictamen.Observaciones.Single().Motivo, Is.EqualTo(MotivoFechaInicio.FueraDelPeriodo));
        });
    }

    private static Dictamen Juzgar(Informativa informativa, PoliticaFechaInicio politica = PoliticaFechaInicio.Observar) =>
        new Juez(politica).Juzgar(informativa, []);
}
