using Icsoe.Benchmarks.Escala;

namespace Icsoe.Tests.Benchmarks;

/// <summary>Each order writes its own section of the report.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class InformeTests
{
    private static readonly string[] Dos = ["# Informe", "", "## Una", "", "a", "", "## Otra", "", "b"];

    [TestCase("Una", new[] { "# Informe", "", "## Una", "", "c", "", "## Otra", "", "b" })]
    [TestCase("Otra", new[] { "# Informe", "", "## Una", "", "a", "", "## Otra", "", "c" })]
    [TestCase("Tercera", new[] { "# Informe", "", "## Una", "", "a", "", "## Otra", "", "b", "", "## Tercera", "", "c" })]
    public void Una_seccion_se_escribe_sin_tocar_las_otras(string titulo, string[] esperado) =>
        Assert.That(Informe.Poner(Dos, titulo, ["c", ""]), Is.EqualTo(esperado));

    [TestCase(1.0, false, true)]
    [TestCase(1.1, false, false)]
    [TestCase(1.0, true, true)]
    [TestCase(0.9, true, false)]
    [TestCase(null, false, false)]
    [TestCase(null, true, false)]
    public void Una_barra_se_respeta_o_se_alcanza(double? medido, bool alMenos, bool cumple) =>
        Assert.That(new Renglon("", "", "", medido, 1.0, null, "×", alMenos).Cumple, Is.EqualTo(cumple));
}
