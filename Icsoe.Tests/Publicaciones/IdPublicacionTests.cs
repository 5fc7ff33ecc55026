using Icsoe.Domain.Publicaciones;

namespace Icsoe.Tests.Publicaciones;

public class IdPublicacionTests
{
    [TestCase("2026-06", 1)]
    [TestCase("2026-06.2", 2)]
    [TestCase("2026-12.9999", 9999)]
    public void Lee_y_escribe_lo_mismo(string texto, int numero)
    {
        Assert.That(IdPublicacion.TryParse(texto, out var id));
        Assert.That((id.ToString(), id.Numero), Is.EqualTo((texto, numero)));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("2026-6")]
    [TestCase("2026-00")]
    [TestCase("2026-13")]
    [TestCase("2020-12")]
    [TestCase("2026-06.")]
    [TestCase("2026-06.1")]
    [TestCase("2026-06.0")]
    [TestCase("2026-06.02")]
    [TestCase("2026-06.10000")]
    [TestCase("2026-06 ")]
    [TestCase("2026-06\n")]
    [TestCase("２026-06")]
    [TestCase("2026-1")]
    [TestCase("ultima")]
    public void Lo_demas_no_es_un_id(string? texto) => Assert.That(IdPublicacion.TryParse(texto, out _), Is.False);

    [Test]
    public void Se_ordenan_por_anio_mes_y_numero()
    {
        string[] enOrden = ["2025-12", "2026-06", "2026-06.2", "2026-06.10", "2026-07"];
        Assert.That(enOrden.Reverse().Select(IdPublicacion.Parse).Order().Select(id => id.ToString()), Is.EqualTo(enOrden));
    }

    [Test]
    public void El_siguiente_del_mes_lleva_numero() =>
        Assert.That(IdPublicacion.Parse("2026-06").Siguiente.ToString(), Is.EqualTo("2026-06.2"));
}
