using Icsoe.Domain.Clasificacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;
using Icsoe.Tests.Constructores;
using static Icsoe.Tests.Constructores.UnaInformativa;

namespace Icsoe.Tests.Clasificacion;

/// <summary>Who is left alive after correcciones and sin efectos, in order of reception.</summary>
public class CadenasTests
{
    private static readonly DateOnly Corte = new(2026, 5, 31);

    [Test]
    public void Nada_presentado_nada_listado() => Vivas([]);

    [Test]
    public void Una_correccion_sustituye_a_la_normal() => Vivas([Normal("N1"), Correccion("C1", "N1")], "C1");

    [Test]
    public void Una_correccion_de_correccion_sustituye_a_las_dos() =>
        Vivas([Normal("N1"), Correccion("C1", "N1"), Correccion("C2", "C1")], "C2");

    [Test]
    public void Dos_correcciones_de_la_misma_quedan_vivas() =>
        Vivas([Normal("N1"), Correccion("C1", "N1"), Correccion("C2", "N1")], "C1", "C2");

    [Test]
    public void Una_correccion_sin_referencia_deja_viva_a_la_normal() => Vivas([Normal("N1"), Correccion("C1", null)], "N1", "C1");

    [Test]
    public void Dejar_sin_efectos_la_unica_no_deja_nada() => Vivas([Normal("N1"), SinEfectos("E1", "N1")]);

    [Test]
    public void Anular_la_correccion_revive_a_la_normal() => Vivas([Normal("N1"), Correccion("C1", "N1"), SinEfectos("E1", "C1")], "N1");

    [Test]
    public void Un_eslabon_anulado_sigue_uniendo() =>
        Vivas([Normal("N1"), Correccion("C1", "N1"), Correccion("C2", "C1"), SinEfectos("E1", "C1")], "C2");

    [Test]
    public void Anular_la_ultima_correccion_revive_a_la_anterior() =>
        Vivas([Normal("N1"), Correccion("C1", "N1"), Correccion("C2", "C1"), SinEfectos("E1", "C2")], "C1");

    [Test]
    public void Anular_las_dos_correcciones_revive_a_la_normal() =>
        Vivas([Normal("N1"), Correccion("C1", "N1"), Correccion("C2", "C1"), SinEfectos("E1", "C2"), SinEfectos("E2", "C1")], "N1");

    [Test]
    public void Un_sin_efectos_no_se_puede_anular() => Vivas([Normal("N1"), SinEfectos("E1", "N1"), SinEfectos("E2", "E1")]);

    [Test]
    public void Corregir_una_anulada_deja_viva_a_la_correccion() =>
        Vivas([Normal("N1"), SinEfectos("E1", "N1"), Correccion("C1", "N1")], "C1");

    [Test]
    public void La_sin_informacion_anulada_deja_sitio_a_la_normal() =>
        Vivas([SinInformacion("S1"), Normal("N1"), SinEfectos("E1", "S1")], "N1");

    [Test]
    public void Una_actualizacion_sola_no_se_lista() => Vivas([Actualizacion("U1", "N9", UnContrato())]);

    [TestCase("C1", TestName = "A sí misma")]
    [TestCase("X9", TestName = "A un folio ajeno")]
    [TestCase("C2", TestName = "A una posterior")]
    public void Una_referencia_que_no_cuenta_es_como_nula(string referencia)
    {
        var clasificado = Clasificar([Normal("N1"), Correccion("C1", referencia), Correccion("C2", "C1")]);
        Assert.Multiple(() =>
        {
            Assert.That(Folios(clasificado), Is.EqualTo(new[] { "N1", "C2" }));
            Assert.That(clasificado.ReferenciasIgnoradas, Is.EqualTo(new[] { "C1" }));
        });
    }

    [Test]
    public void Un_ciclo_se_rompe_por_la_primera()
    {
        var clasificado = Clasificar([Correccion("C1", "C3"), Correccion("C2", "C1"), Correccion("C3", "C2")]);
        Assert.Multiple(() =>
        {
            Assert.That(Folios(clasificado), Is.EqualTo(new[] { "C3" }));
            Assert.That(clasificado.ReferenciasIgnoradas, Is.EqualTo(new[] { "C1" }));
        });
    }

    [TestCase("X9")]
    [TestCase("E1")]
    public void Un_sin_efectos_con_referencia_que_no_cuenta_no_anula(string referencia)
    {
        var clasificado = Clasificar([Normal("N1"), SinEfectos("E1", referencia)]);
        Assert.Multiple(() =>
        {
            Assert.That(Folios(clasificado), Is.EqualTo(new[] { "N1" }));
            Assert.That(clasificado.ReferenciasIgnoradas, Is.EqualTo(new[] { "E1" }));
        });
    }

    [Test]
    public void Manda_el_instante_y_no_el_orden_de_recepcion()
    {
        var ocho = new DateTimeOffset(2026, 5, 12, 14, 0, 0, TimeSpan.Zero);
        Informativa[] presentadas = [Correccion("C1", "N1").Presentada(ocho.AddTicks(1)), Normal("N1").Presentada(ocho)];
        Assert.Multiple(() =>
        {
            Vivas(presentadas, "C1");
            Vivas([presentadas[0].Presentada(ocho), presentadas[1]], "C1", "N1");
            Vivas([presentadas[1], presentadas[0].Presentada(ocho)], "C1");
        });
    }

    [Test]
    public void Lo_posterior_al_corte_no_existe()
    {
        // The 31st ends at 06:00 UTC of the 1st: Mexico City has been UTC-6 all year since 2022.
        var finDelCorte = new DateTimeOffset(2026, 6, 1, 6, 0, 0, TimeSpan.Zero);
        Assert.Multiple(() =>
        {
            Vivas([Normal("N1"), SinEfectos("E1", "N1").Presentada(finDelCorte)], "N1");
            Vivas([Normal("N1"), SinEfectos("E1", "N1").Presentada(finDelCorte.AddTicks(-1))]);
            Vivas([Normal("N1"), Correccion("C1", "N1").Presentada(finDelCorte)], "N1");
        });
    }

    [TestCase(4, false)]
    [TestCase(5, true)]
    public void Una_quinta_complementaria_se_informa_y_no_se_rechaza(int complementarias, bool excede)
    {
        var presentadas = new List<Informativa> { Normal("F0") };
        for (var i = 1; i <= complementarias; i++)
            presentadas.Add(Correccion($"F{i}", $"F{i - 1}"));
        presentadas.Add(Actualizacion("U1", "F0", UnContrato()));
        var clasificado = Clasificar(presentadas);
        Assert.Multiple(() =>
        {
            Assert.That(clasificado.Complementarias, Is.EqualTo(complementarias));
            Assert.That(clasificado.ExcedeComplementarias, Is.EqualTo(excede));
            Assert.That(Folios(clasificado), Is.EqualTo(new[] { $"F{complementarias}" }));
        });
    }

    [Test]
    public void La_segunda_viva_mueve_a_las_dos_al_listado_inconsistente()
    {
        var veredictos = Clasificar([SinInformacion("S1"), Normal("N1")]).Veredictos;
        Assert.Multiple(() =>
        {
            Assert.That(veredictos.Select(veredicto => veredicto.Lista), Is.All.EqualTo(Lista.Inconsistente));
            Assert.That(
                veredictos.Select(veredicto => veredicto.Inconsistencias.Single().Caso),
                Is.All.EqualTo(CasoMultiple.SinInformacionYNormal)
            );
            Assert.That(veredictos[0].Inconsistencias[0].Relacionadas, Is.EqualTo(new[] { "N1" }));
        });
    }

    [Test]
    public void Una_observacion_no_cambia_de_lista()
    {
        var veredicto = Clasificar([ConFechas("2025-12-31", null)]).Veredictos.Single();
        Assert.Multiple(() =>
        {
            Assert.That(veredicto.Lista, Is.EqualTo(Lista.Publico));
            Assert.That(veredicto.Observaciones, Has.Count.EqualTo(1));
        });
    }

    internal static Clasificado Clasificar(IReadOnlyList<Informativa> presentadas) =>
        new Clasificador(new Juez()).Clasificar(presentadas, Corte);

    internal static IEnumerable<string?> Folios(Clasificado clasificado) =>
        clasificado.Veredictos.Select(veredicto => veredicto.Informativa.Folio);

    private static void Vivas(IReadOnlyList<Informativa> presentadas, params string[] folios) =>
        Assert.That(Folios(Clasificar(presentadas)), Is.EquivalentTo(folios));
}
