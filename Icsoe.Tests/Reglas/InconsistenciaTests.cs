using Icsoe.Domain.Reglas;

namespace Icsoe.Tests.Reglas;

public class InconsistenciaTests
{
    [Test]
    public void El_catalogo_son_siete_en_el_orden_de_sus_codigos() =>
        Assert.That(
            Inconsistencia.Catalogo.Select(entrada => entrada.Codigo.Valor()),
            Is.EqualTo(
                new[]
                {
                    "SERVICIO_NULO",
                    "MISMO_CONTRATANTE",
                    "FECHA_INICIO",
                    "SIN_CONTRATOS",
                    "CONTEO_CONTRATOS",
                    "SIN_TRABAJADORES",
                    "INFORMATIVA_MULTIPLE",
                }
            )
        );

    [Test]
    public void Cada_entrada_dice_todo_lo_que_la_ayuda_muestra() =>
        Assert.Multiple(() =>
        {
            foreach (var entrada in Inconsistencia.Catalogo)
            {
                Assert.That(Inconsistencia.De(entrada.Codigo), Is.SameAs(entrada));
                Assert.That(entrada.Condicion, Is.Not.Empty);
                Assert.That(entrada.ComoSolventarContratante, Does.StartWith("Solicita la corrección al contratista. Una vez que la haya"));
                Assert.That(entrada.Guia, Does.StartWith("http://www.imss.gob.mx/").And.EndsWith("-de-Correccion.pdf"));
                Assert.That(entrada.GuiaReconstruida);
                foreach (var texto in new[] { entrada.Etiqueta, entrada.Texto, entrada.ComoSolventarContratista })
                    Assert.That(texto, Is.Not.Empty.And.Not.Contains("⟦").And.Not.Contains("⟧"));
            }
        });

    [Test]
    public void Solo_la_multiple_tiene_casos_y_solo_el_primero_esta_reconstruido()
    {
        var multiple = Inconsistencia.InformativaMultiple;
        Assert.Multiple(() =>
        {
            Assert.That(multiple.Casos.Select(caso => (int)caso.Caso), Is.EqualTo(new[] { 1, 2, 3, 4 }));
            Assert.That(multiple.Casos.Select(caso => caso.Reconstruido), Is.EqualTo(new[] { true, false, false, false }));
            Assert.That(multiple.ComoSolventarReconstruido);
            foreach (var caso in multiple.Casos)
                Assert.That(multiple.ComoSolventarContratista, Does.Contain(caso.Titulo).And.Contains(caso.Texto));
            Assert.That(Inconsistencia.Catalogo.Where(entrada => entrada.Casos.Count > 0), Is.EqualTo(new[] { multiple }));
            Assert.That(Inconsistencia.Catalogo.Where(entrada => entrada.ComoSolventarReconstruido), Is.EqualTo(new[] { multiple }));
        });
    }

    [TestCase(Codigo.Otra)]
    [TestCase(Codigo.CampoNulo)]
    public void Lo_que_no_esta_en_el_catalogo_no_tiene_entrada(Codigo codigo) =>
        Assert.That(() => Inconsistencia.De(codigo), Throws.InstanceOf<ArgumentOutOfRangeException>());
}
