using Icsoe.Api.Paginas;

namespace Icsoe.Tests.Paginas;

[TestFixture, Parallelizable]
internal sealed class HtmlTests
{
    [Test]
    public void Un_texto_entra_como_texto()
    {
        const string Malo = """<img src=x onerror="alert('1')"> & ñ é""";
        Assert.That(
            Html.De($"""<p title="{Malo}">{Malo}</p>""").ToString(),
            Is.EqualTo(
                """<p title="&lt;img src=x onerror=&quot;alert(&#x27;1&#x27;)&quot;&gt; &amp; ñ é">&lt;img src=x onerror=&quot;alert(&#x27;1&#x27;)&quot;&gt; &amp; ñ é</p>"""
            )
        );
    }

    [Test]
    public void Lo_que_ya_es_HTML_entra_una_sola_vez()
    {
        var punto = Html.De($"<li>{"a < b"}</li>");
        Assert.That(Html.De($"<ul>{punto}{Html.Nada}{(string?)null}</ul>").ToString(), Is.EqualTo("<ul><li>a &lt; b</li></ul>"));
        Assert.That(Html.Cada([1, 2], numero => Html.De($"<b>{numero}</b>")).ToString(), Is.EqualTo("<b>1</b><b>2</b>"));
    }

    [TestCase(999, "999 B")]
    [TestCase(1000, "1 kB")]
    [TestCase(8118, "8.1 kB")]
    [TestCase(26_214_400, "26.2 MB")]
    [TestCase(2_500_000_000, "2.5 GB")]
    public void Los_tamanos_se_leen(long bytes, string esperado) => Assert.That(EnPalabras.Tamano(bytes), Is.EqualTo(esperado));

    [TestCase("2026-06", "junio de 2026")]
    [TestCase("2026-05.2", "mayo de 2026 (2.ª)")]
    public void Las_publicaciones_se_leen(string id, string esperado) =>
        Assert.That(EnPalabras.Publicacion(Domain.Publicaciones.IdPublicacion.Parse(id)), Is.EqualTo(esperado));
}
