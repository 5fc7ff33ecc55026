using System.Xml.Linq;

namespace Icsoe.Tests.Api;

public sealed class NovedadesTests
{
    private const string Publica = "https://datos.ejemplo.mx/icsoe/";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static HttpClient Cliente => Muestra.Cliente;

    [Test]
    public async Task Hay_una_entrada_por_publicacion_de_la_mas_reciente_a_la_primera()
    {
        var publicaciones = (await Cliente.Json("/v1/publicaciones"))["datos"]!.AsArray();
        var rutas = publicaciones.Select(publicacion => $"/v1/publicaciones/{publicacion!["id"]}").ToList();
        var selladas = publicaciones.Select(publicacion => (string?)publicacion!["sellada_en"]).ToList();
        var json = await Cliente.Json("/v1/novedades.json");
        var atom = await LeerAtom(Cliente, "/v1/novedades.atom");
        var entradas = atom.Elements(Atom + "entry").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(rutas, Has.Count.GreaterThan(2));
            Assert.That(json["items"]!.AsArray().Select(item => (string?)item!["url"]), Is.EqualTo(rutas));
            Assert.That(json["items"]!.AsArray().Select(item => (string?)item!["date_published"]), Is.EqualTo(selladas));
            Assert.That(entradas.Select(entrada => (string?)entrada.Element(Atom + "link")!.Attribute("href")), Is.EqualTo(rutas));
            Assert.That(entradas.Select(entrada => entrada.Element(Atom + "updated")!.Value), Is.EqualTo(selladas));
            Assert.That(
                entradas.Select(entrada => entrada.Element(Atom + "id")!.Value),
                Is.EqualTo(json["items"]!.AsArray().Select(item => (string?)item!["id"]))
            );
            Assert.That(atom.Element(Atom + "updated")!.Value, Is.EqualTo(selladas[0]));
        });
    }

    [Test]
    public async Task Con_publicacion_son_las_que_habia_hasta_esa()
    {
        var respuesta = await Cliente.GetAsync("/v1/novedades.json?publicacion=2026-05");
        Assert.Multiple(async () =>
        {
            Assert.That((string?)(await respuesta.Leer())["items"]![0]!["title"], Is.EqualTo("Publicación 2026-05"));
            Assert.That(respuesta.Cabecera("Icsoe-Publicacion"), Is.EqualTo("2026-05"));
            Assert.That(respuesta.Cabecera("Link"), Is.EqualTo("</v1/novedades.json>; rel=\"latest-version\""));
        });
    }

    [Test]
    public async Task Las_direcciones_son_absolutas_sólo_si_se_configura_la_publica_y_nunca_salen_de_Host()
    {
        await using var servidor = new ServidorDePrueba(Muestra.Datos, ("Icsoe:UrlPublica", Publica));
        using var cliente = servidor.CreateClient();
        foreach (
            var (quien, inicio, autoridad) in ((HttpClient, string, string)[])
                [(Cliente, "/v1/", "localhost"), (cliente, $"{Publica}v1/", "datos.ejemplo.mx")]
        )
        {
            var json = await (await quien.Con("/v1/novedades.json", "Host", "malo.ejemplo")).Leer();
            var texto = await (await quien.Con("/v1/novedades.atom", "Host", "malo.ejemplo")).Content.ReadAsStringAsync();
            var atom = XDocument.Parse(texto);
            Assert.Multiple(() =>
            {
                Assert.That(atom.Descendants(Atom + "link").Select(enlace => (string?)enlace.Attribute("href")), Is.All.StartsWith(inicio));
                Assert.That(
                    new[] { (string?)json["feed_url"], (string?)json["home_page_url"], (string?)json["items"]![0]!["url"] },
                    Is.All.StartsWith(inicio)
                );
                Assert.That(
                    atom.Descendants(Atom + "id").Select(id => id.Value),
                    Is.Unique.And.All.StartsWith($"tag:{autoridad},2021:/v1/")
                );
                Assert.That(texto + json.ToJsonString(), Does.Not.Contain("malo"));
            });
        }
    }

    [Test]
    public async Task Sin_publicaciones_el_canal_esta_vacio_y_es_valido()
    {
        await using var servidor = new ServidorDePrueba(Path.Combine(Path.GetTempPath(), $"icsoe-nada-{Guid.NewGuid():N}"));
        using var cliente = servidor.CreateClient();
        var atom = await LeerAtom(cliente, "/v1/novedades.atom");
        Assert.Multiple(async () =>
        {
            Assert.That(atom.Elements(Atom + "entry"), Is.Empty);
            Assert.That(atom.Element(Atom + "updated")!.Value, Is.EqualTo("1970-01-01T00:00:00Z"));
            Assert.That((await cliente.Json("/v1/novedades.json"))["items"]!.AsArray(), Is.Empty);
        });
    }

    [TestCase("/v1/calendario", "application/json")]
    [TestCase("/v1/calendario.ics", "text/calendar")]
    [TestCase("/v1/novedades.atom", "application/atom+xml")]
    [TestCase("/v1/novedades.json", "application/feed+json")]
    public async Task Se_leen_como_todo_lo_demas(string ruta, string tipo)
    {
        var respuesta = await Cliente.GetAsync(ruta);
        var etag = respuesta.Cabecera("ETag");
        var cabeza = await Cliente.SendAsync(new HttpRequestMessage(HttpMethod.Head, ruta));
        var igual = await Cliente.Con(ruta, "If-None-Match", etag);
        var desconocido = await Cliente.GetAsync($"{ruta}?publicasion=2026-06");
        Assert.Multiple(async () =>
        {
            Assert.That(respuesta.Content.Headers.ContentType!.MediaType, Is.EqualTo(tipo));
            Assert.That(respuesta.Cabecera("Icsoe-Publicacion"), Is.EqualTo("2026-06"));
            Assert.That(respuesta.Cabecera("Cache-Control"), Is.EqualTo("public, max-age=300, stale-while-revalidate=600"));
            Assert.That(respuesta.Cabecera("Access-Control-Allow-Origin"), Is.EqualTo("*"));
            Assert.That(((int)cabeza.StatusCode, cabeza.Cabecera("ETag")), Is.EqualTo((200, etag)));
            Assert.That((int)igual.StatusCode, Is.EqualTo(304));
            Assert.That((int)desconocido.StatusCode, Is.EqualTo(400));
            Assert.That((string?)(await desconocido.Leer())["errores"]![0]!["sugerencia"], Is.EqualTo("publicacion"));
        });
    }

    [TestCase("/v1/calendario.ics", 200)]
    [TestCase("/v1/novedades.atom", 200)]
    [TestCase("/v1/novedades.json", 200)]
    [TestCase("/v1/calendario", 406)]
    public async Task Lo_que_la_ruta_nombra_por_su_extension_se_entrega_siempre(string ruta, int estado) =>
        Assert.That((int)(await Cliente.Con(ruta, "Accept", "text/html")).StatusCode, Is.EqualTo(estado));

    private static async Task<XElement> LeerAtom(HttpClient cliente, string ruta) =>
        XDocument.Parse(await cliente.GetStringAsync(ruta)).Root!;
}
