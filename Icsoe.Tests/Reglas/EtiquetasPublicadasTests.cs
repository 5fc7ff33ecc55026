using System.Diagnostics;
using Icsoe.Domain.Reglas;

namespace Icsoe.Tests.Reglas;

public class EtiquetasPublicadasTests
{
    [Test]
    public void Lee_las_dos_redacciones_de_las_siete()
    {
        foreach (var entrada in Inconsistencia.Catalogo)
        {
            foreach (var texto in new[] { entrada.Etiqueta, entrada.Texto, entrada.Etiqueta.ToUpperInvariant().TrimEnd('.') })
            {
                var hallazgo = EtiquetasPublicadas.Leer(texto, "A1").Single();
                Assert.Multiple(() =>
                {
                    Assert.That(hallazgo.Codigo, Is.EqualTo(entrada.Codigo));
                    Assert.That(hallazgo.Texto, Is.EqualTo(texto));
                    Assert.That(hallazgo.Contrato, Is.EqualTo(entrada.Alcance == Alcance.Contrato ? "A1" : null));
                });
            }
        }
    }

    [TestCase("Sin trabajadores.; Contratista y contratante es el mismo.")]
    [TestCase("SIN TRABAJADORES\r\nCONTRATISTA Y CONTRATANTE SON EL MISMO")]
    [TestCase("Sin trabajadores. Contratista y contratante es el mismo.")]
    [TestCase("Sin trabajadores Contratista y contratante es el mismo Contratos sin personas trabajadoras")]
    [TestCase("1. Sin trabajadores 2. Contratista y contratante es el mismo")]
    [TestCase(";sin  trabajadores ;; contratista, y contratante es el mismo;")]
    public void Separa_varias_en_el_orden_del_catalogo(string celda) =>
        Assert.That(
            EtiquetasPublicadas.Leer(celda, null).Select(hallazgo => hallazgo.Codigo),
            Is.EqualTo(new[] { Codigo.MismoContratante, Codigo.SinTrabajadores })
        );

    [TestCase("Sin trabajadores en el periodo", "Sin trabajadores en el periodo")]
    [TestCase("Campos obligatorios nulos (Fecha fin).", "Campos obligatorios nulos (Fecha fin).")]
    [TestCase("  Nueva regla: contratista sin REPSE.  ", "Nueva regla: contratista sin REPSE.")]
    public void Lo_desconocido_es_otra_con_su_texto(string celda, string texto)
    {
        var hallazgo = EtiquetasPublicadas.Leer(celda, "A1").Single();
        Assert.That((hallazgo.Codigo, hallazgo.Texto, hallazgo.Contrato), Is.EqualTo((Codigo.Otra, texto, (string?)null)));
    }

    [Test]
    public void Conocidas_y_desconocidas_conviven() =>
        Assert.That(
            EtiquetasPublicadas
                .Leer("Sin REPSE. Sin trabajadores. Aviso vencido; SIN REPSE", "A1")
                .Select(hallazgo => (hallazgo.Codigo, hallazgo.Texto)),
            Is.EqualTo(new[] { (Codigo.SinTrabajadores, "Sin trabajadores."), (Codigo.Otra, "Sin REPSE."), (Codigo.Otra, "Aviso vencido") })
        );

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" \r\n ")]
    [TestCase("-")]
    [TestCase("N/A")]
    [TestCase("0")]
    public void Una_celda_vacia_no_dice_nada(string? celda) => Assert.That(EtiquetasPublicadas.Leer(celda, "A1"), Is.Empty);

    [TestCase("sin trabajadores ")]
    [TestCase("x ")]
    [TestCase(";")]
    [TestCase("contratista y contratante ")]
    public void Una_celda_hostil_no_cuesta(string trozo)
    {
        var celda = string.Concat(Enumerable.Repeat(trozo, 32_767 / trozo.Length));
        EtiquetasPublicadas.Leer(celda, null);
        var reloj = Stopwatch.StartNew();
        EtiquetasPublicadas.Leer(celda, null);
        Assert.That(reloj.ElapsedMilliseconds, Is.LessThan(500));
    }
}
