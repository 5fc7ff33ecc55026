using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;

namespace Icsoe.Tests.Api;

public sealed class UnidadesTests
{
    [TestCase("", "", 0)]
    [TestCase("lista", "listas", 1)]
    [TestCase("limte", "limite", 1)]
    [TestCase("kitten", "sitting", 3)]
    public void La_distancia_cuenta_ediciones(string a, string b, int distancia) =>
        Assert.That((Distancia.Edicion(a, b), Distancia.Edicion(b, a)), Is.EqualTo((distancia, distancia)));

    [TestCase("LÍMITE", "limite")]
    [TestCase("folio contrato", "folio_contrato")]
    [TestCase("q", null)]
    [TestCase("\ud800", null)]
    [TestCase("\ufffe", null)]
    public void Lo_parecido_no_mira_acentos_ni_mayusculas_y_lo_ajeno_no_se_sugiere(string escrito, string? parecido) =>
        Assert.That(Distancia.MasParecido(escrito, ["limite", "folio_contrato"]), Is.EqualTo(parecido));

    [TestCase("br, gzip", "br")]
    [TestCase("gzip", "gzip")]
    [TestCase("gzip;q=1.0, br;q=0.5", "gzip")]
    [TestCase("*", "br")]
    [TestCase("br;q=0, *", "gzip")]
    [TestCase("identity", null)]
    [TestCase("identity;q=1, gzip;q=0.5", null)]
    [TestCase("gzip;q=0", null)]
    [TestCase("deflate", null)]
    [TestCase("", null)]
    public void La_codificacion_sigue_los_pesos(string aceptadas, string? codificacion) =>
        Assert.That(Negociacion.Codificacion(aceptadas), Is.EqualTo(codificacion));
}
