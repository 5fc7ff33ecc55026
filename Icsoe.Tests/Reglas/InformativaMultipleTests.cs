using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;
using Icsoe.Tests.Constructores;

namespace Icsoe.Tests.Reglas;

public class InformativaMultipleTests
{
    [TestCase(TipoInformativa.Normal, TipoInformativa.Correccion, CasoMultiple.NormalYCorreccion)]
    [TestCase(TipoInformativa.Correccion, TipoInformativa.Normal, CasoMultiple.NormalYCorreccion)]
    [TestCase(TipoInformativa.Normal, TipoInformativa.Normal, CasoMultiple.DosNormales)]
    [TestCase(TipoInformativa.SinInformacion, TipoInformativa.Normal, CasoMultiple.SinInformacionYNormal)]
    [TestCase(TipoInformativa.Normal, TipoInformativa.SinInformacion, CasoMultiple.SinInformacionYNormal)]
    [TestCase(TipoInformativa.SinInformacion, TipoInformativa.SinInformacion, CasoMultiple.DosSinInformacion)]
    [TestCase(TipoInformativa.Correccion, TipoInformativa.Correccion, CasoMultiple.Otro)]
    [TestCase(TipoInformativa.SinInformacion, TipoInformativa.Correccion, CasoMultiple.Otro)]
    [TestCase(null, TipoInformativa.Normal, CasoMultiple.Otro)]
    public void Dos_vivas_son_multiple_con_su_caso(TipoInformativa? uno, TipoInformativa? otro, CasoMultiple caso)
    {
        Informativa[] vivas = [UnaInformativa.Normal("F1") with { Tipo = uno }, UnaInformativa.Normal("F2") with { Tipo = otro }];
        var hallazgos = vivas.Select(viva => Multiple(viva, vivas)!).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(hallazgos.Select(hallazgo => hallazgo.Caso), Is.All.EqualTo(caso));
            Assert.That(hallazgos[0].Relacionadas, Is.EqualTo(new[] { "F2" }));
            Assert.That(hallazgos[1].Relacionadas, Is.EqualTo(new[] { "F1" }));
        });
    }

    [Test]
    public void Tres_vivas_son_otro_caso_y_nombran_a_las_otras_dos()
    {
        Informativa[] vivas = [UnaInformativa.Normal("F3"), UnaInformativa.Normal("F1"), UnaInformativa.Normal("F2")];
        var hallazgo = Multiple(vivas[2], vivas)!;
        Assert.Multiple(() =>
        {
            Assert.That(hallazgo.Caso, Is.EqualTo(CasoMultiple.Otro));
            Assert.That(hallazgo.Relacionadas, Is.EqualTo(new[] { "F1", "F3" }));
            Assert.That(hallazgo.ConfianzaBaja, Is.False);
        });
    }

    [TestCase(101, 100), TestCase(102, 100), TestCase(100, 99)]
    public void Se_nombran_cien_relacionadas_a_lo_mas(int vivas, int nombradas)
    {
        var expediente = new Expediente([.. Enumerable.Range(0, vivas).Select(i => UnaInformativa.Normal($"F{i:0000}"))]);

        var primera = new Juez().Juzgar(expediente)[0].Inconsistencias.Single(hallazgo => hallazgo.Codigo == Codigo.InformativaMultiple);

        Assert.That(primera.Relacionadas, Is.EqualTo(Enumerable.Range(1, nombradas).Select(i => $"F{i:0000}")));
    }

    [Test, CancelAfter(30_000)]
    public void Veinte_mil_vivas_no_cuestan_su_cuadrado()
    {
        var expediente = new Expediente([.. Enumerable.Range(0, 20_000).Select(i => UnaInformativa.Normal($"F{i:00000}"))]);

        var dictamenes = new Juez().Juzgar(expediente);

        Assert.That(dictamenes.Sum(dictamen => dictamen.Inconsistencias[0].Relacionadas.Count), Is.EqualTo(20_000 * 100));
    }

    [Test]
    public void Una_sola_no_es_multiple()
    {
        var sola = UnaInformativa.Normal();
        Assert.That(Multiple(sola, [sola]), Is.Null);
    }

    [Test]
    public void Si_solo_las_une_el_nombre_la_confianza_es_baja()
    {
        var sinRfc = UnaInformativa.Normal("F1") with { Contratista = new Parte("JUAN PÉREZ", TipoPersona.Fisica) };
        Assert.That(Multiple(sinRfc, [sinRfc, sinRfc with { Folio = "F2" }])!.ConfianzaBaja, Is.True);
    }

    private static Hallazgo? Multiple(Informativa viva, Informativa[] vivas) =>
        new Juez().Juzgar(viva, vivas).Inconsistencias.SingleOrDefault(hallazgo => hallazgo.Codigo == Codigo.InformativaMultiple);
}
