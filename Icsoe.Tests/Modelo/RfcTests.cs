using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Tests.Constructores;

namespace Icsoe.Tests.Modelo;

public class RfcTests
{
    [TestCase("IMS421231I45", true)]
    [TestCase("CFE370814QI0", true)]
    [TestCase("SAT970701NN3", true)]
    [TestCase("IMS421231I44", false)]
    [TestCase("XAXX010101000", true)]
    [TestCase("XEXX010101000", true)]
    public void El_digito_verificador_se_calcula(string rfc, bool correcto) => Assert.That(Rfc.DigitoCorrecto(rfc), Is.EqualTo(correcto));

    [TestCase("SEM180312AB1", null, true)]
    [TestCase("SEM180312AB1", TipoPersona.Moral, true)]
    [TestCase("SEM180312AB1", TipoPersona.Fisica, false)]
    [TestCase("PEPJ800229AB1", TipoPersona.Fisica, true)]
    [TestCase("PEPJ810229AB1", TipoPersona.Fisica, false)]
    [TestCase("PEPJ000229AB1", TipoPersona.Fisica, true)]
    [TestCase("Ñ&O180312AB1", TipoPersona.Moral, true)]
    [TestCase("XAXX010101000", TipoPersona.Moral, true)]
    [TestCase("SEM181312AB1", null, false)]
    [TestCase("SEM180312ABB", null, false)]
    [TestCase("sem180312ab1", null, false)]
    [TestCase("SEM180312AB1\n", null, false)]
    [TestCase("", null, false)]
    public void La_forma_lleva_una_fecha_que_existe(string rfc, TipoPersona? tipo, bool vale) =>
        Assert.That(Rfc.EsValido(rfc, tipo), Is.EqualTo(vale));

    [TestCase("HEGG560427MVZRRL04", true)]
    [TestCase("BOXW310820HNERXN09", true)]
    [TestCase("BOXW310820HNERXN08", false)]
    [TestCase("BOXW310820ZNERXN09", false)]
    [TestCase("BOXW310820HNERXN0", false)]
    public void La_curp_lleva_digito_verificador(string curp, bool vale) => Assert.That(Curp.EsValida(curp), Is.EqualTo(vale));

    [Test]
    public void Un_rfc_generico_no_une_expedientes()
    {
        var parte = new Parte("JUAN PÉREZ", TipoPersona.Fisica, "XAXX010101000");
        var uno = UnaInformativa.Normal() with { Contratista = parte };
        var otro = UnaInformativa.Normal() with { Contratista = parte with { Nombre = "ANA LÓPEZ" } };
        Assert.Multiple(() =>
        {
            Assert.That(uno.ClaveDeExpediente, Is.EqualTo(parte.Clave));
            Assert.That(otro.ClaveDeExpediente, Is.Not.EqualTo(uno.ClaveDeExpediente));
            Assert.That(UnaInformativa.Normal().ClaveDeExpediente, Is.EqualTo("SEM180312AB1"));
        });
    }
}
