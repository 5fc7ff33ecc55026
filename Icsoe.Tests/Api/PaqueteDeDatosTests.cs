using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Icsoe.Tests.Api;

public sealed class PaqueteDeDatosTests
{
    private const string Ruta = "/v1/publicaciones/2026-06/datapackage.json";

    private static HttpClient Cliente => Muestra.Cliente;

    [Test]
    public async Task Cada_recurso_esta_en_su_ruta_relativa_con_su_tamano_y_su_SHA256()
    {
        var anunciado = (string)(await Cliente.Json("/v1/publicaciones/2026-06"))["paquete_de_datos"]!;
        var recursos = (await Cliente.Json(anunciado))["resources"]!.AsArray();
        var sumas = await Cliente.GetStringAsync("/v1/publicaciones/2026-06/SHA256SUMS");
        Assert.That(recursos.Select(recurso => (string)recurso!["name"]!), Is.Unique);
        Assert.That(recursos, Has.Count.EqualTo(sumas.Count(letra => letra == '\n')), "Uno por archivo de la publicación.");
        Assert.That(
            recursos.Select(recurso => (string)recurso!["format"]!).Distinct(),
            Is.EquivalentTo(new[] { "xlsx", "csv", "ndjson", "parquet", "sqlite", "json" })
        );
        foreach (var recurso in recursos)
        {
            var ruta = (string)recurso!["path"]!;
            var respuesta = await Cliente.GetAsync($"/v1/publicaciones/2026-06/{ruta}");
            var bytes = await respuesta.Content.ReadAsByteArrayAsync();
            Assert.Multiple(() =>
            {
                Assert.That((long)recurso["bytes"]!, Is.EqualTo(bytes.Length), ruta);
                Assert.That((string?)recurso["hash"], Is.EqualTo($"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}"), ruta);
                Assert.That((string?)recurso["mediatype"], Is.EqualTo(respuesta.Content.Headers.ContentType!.MediaType), ruta);
            });
        }
    }

    [TestCase("lpt2025.csv", 18)]
    [TestCase("liit2025.csv", 18)]
    public async Task Los_campos_de_un_CSV_son_los_de_su_encabezado(string nombre, int cuantos)
    {
        var recurso = await Recurso(Cliente, nombre);
        var csv = await Cliente.GetStringAsync($"/v1/publicaciones/2026-06/{recurso["path"]}");
        var campos = recurso["schema"]!["fields"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(campos, Has.Count.EqualTo(cuantos));
            Assert.That(string.Join(',', campos.Select(campo => (string?)campo!["name"])), Is.EqualTo(csv[..csv.IndexOf('\r')]));
            Assert.That((string?)recurso["profile"], Is.EqualTo("tabular-data-resource"));
            Assert.That((string?)recurso["encoding"], Is.EqualTo("utf-8"));
        });
    }

    [TestCase("lpt2025.xlsx", 14)]
    [TestCase("liit2025.xlsx", 15)]
    [TestCase("lpt2025.ndjson", 18)]
    [TestCase("lpt2025.parquet", 18)]
    [TestCase("icsoe-vigente.parquet", 18)]
    [TestCase("icsoe-historia.parquet", 20)]
    public async Task Cada_formato_dice_sus_columnas(string nombre, int cuantos) =>
        Assert.That((await Recurso(Cliente, nombre))["schema"]!["fields"]!.AsArray(), Has.Count.EqualTo(cuantos));

    [Test]
    public async Task De_un_original_del_IMSS_no_se_inventan_las_columnas()
    {
        var original = await Recurso(Cliente, "lpp2024.xlsx");
        Assert.That(original["schema"], Is.Null);
        Assert.That((string?)original["description"], Does.Contain("tal como lo publicó el IMSS"));
    }

    [Test]
    public async Task Un_campo_dice_su_tipo_sus_valores_y_si_puede_faltar()
    {
        var deCsv = (await Recurso(Cliente, "lpt2025.csv"))["schema"]!["fields"]!.AsArray().ToDictionary(campo => (string)campo!["name"]!);
        var deNdjson = (await Recurso(Cliente, "lpt2025.ndjson"))["schema"]!["fields"]!
            .AsArray()
            .ToDictionary(campo => (string)campo!["name"]!);
        var deLibro = (await Recurso(Cliente, "lpt2025.xlsx"))["schema"]!["fields"]!
            .AsArray()
            .ToDictionary(campo => (string)campo!["name"]!);
        Assert.Multiple(() =>
        {
            Assert.That((string?)deCsv["fecha_inicio"]!["type"], Is.EqualTo("date"));
            Assert.That((string?)deCsv["personas_trabajadoras"]!["type"], Is.EqualTo("integer"));
            Assert.That((string?)deCsv["inconsistencias"]!["type"], Is.EqualTo("string"));
            Assert.That(deCsv["inconsistencias"]!["constraints"], Is.Null);
            Assert.That((string?)deNdjson["inconsistencias"]!["type"], Is.EqualTo("array"));
            Assert.That(
                deCsv["lista"]!["constraints"]!.ToJsonString(),
                Is.EqualTo("""{"required":true,"enum":["publico","inconsistente"]}""")
            );
            Assert.That(deCsv["cuatrimestre"]!["constraints"]!.ToJsonString(), Is.EqualTo("""{"required":true,"enum":[1,2,3]}"""));
            Assert.That(
                deLibro["Tipo de persona del contratista"]!["constraints"]!["enum"]!.AsArray().Select(valor => (string?)valor),
                Is.EqualTo(new[] { "Física", "Moral" })
            );
            Assert.That((string?)deCsv["folio_contrato"]!["description"], Does.StartWith("Folio del contrato: es un identificador"));
            Assert.That((string?)deCsv["folio_contrato"]!["title"], Is.EqualTo("Folio del contrato"));
        });
    }

    [Test]
    public async Task Lleva_la_fuente_el_fundamento_los_avisos_la_licencia_y_la_cita()
    {
        var paquete = await Cliente.Json(Ruta);
        var publicacion = await Cliente.Json("/v1/publicaciones/2026-06");
        var procedencia = paquete["procedencia"]!;
        foreach (var lista in (string[])["publico", "inconsistente"])
        {
            var aviso = await Cliente.Json($"/v1/avisos/{lista}");
            Assert.That((string?)procedencia[$"informacion_importante_{lista}"], Is.EqualTo((string?)aviso["texto"]));
        }
        Assert.Multiple(() =>
        {
            Assert.That((string?)paquete["version"], Is.EqualTo("2026-06"));
            Assert.That((string?)paquete["created"], Is.EqualTo((string?)publicacion["sellada_en"]));
            Assert.That((string?)paquete["title"], Does.Contain("ejemplo ficticio"));
            Assert.That(
                (string?)paquete["description"],
                Does.Contain("Un nombre no identifica a nadie").And.Contain("no es un documento del IMSS")
            );
            Assert.That((string?)procedencia["fuente"], Does.Contain("Instituto Mexicano del Seguro Social"));
            Assert.That((string?)procedencia["fundamento"], Does.Contain("15 A"));
            Assert.That((string?)procedencia["homonimia"], Does.Contain("Un nombre no identifica a nadie"));
            Assert.That(paquete["cita"]!.ToJsonString(), Is.EqualTo(publicacion["cita"]!.ToJsonString()));
            Assert.That((string?)paquete["licencia"], Is.EqualTo("IMSS no declara licencia"));
            Assert.That(paquete["licenses"], Is.Null, "Nadie declaró ninguna.");
        });
    }

    [Test]
    public async Task Con_licencia_y_editor_configurados_los_dice_como_el_estandar()
    {
        await using var servidor = new ServidorDePrueba(
            Muestra.Datos,
            ("Icsoe:Licencia", "CC BY 4.0"),
            ("Icsoe:LicenciaUrl", "https://creativecommons.org/licenses/by/4.0/"),
            ("Icsoe:Editor:Nombre", "Editor de ejemplo"),
            ("Icsoe:Editor:Correo", "contacto@ejemplo.mx"),
            ("Icsoe:UrlPublica", "https://datos.ejemplo.mx/")
        );
        using var cliente = servidor.CreateClient();
        var paquete = await cliente.Json(Ruta);
        Assert.Multiple(() =>
        {
            Assert.That(
                paquete["licenses"]!.ToJsonString(),
                Is.EqualTo("""[{"path":"https://creativecommons.org/licenses/by/4.0/","title":"CC BY 4.0"}]""")
            );
            Assert.That(
                paquete["contributors"]![1]!.ToJsonString(),
                Is.EqualTo("""{"title":"Editor de ejemplo","role":"publisher","email":"contacto@ejemplo.mx"}""")
            );
            Assert.That((string?)paquete["id"], Is.EqualTo("tag:datos.ejemplo.mx,2021:/v1/publicaciones/2026-06"));
        });
    }

    [Test]
    public async Task Lo_que_no_se_entrega_no_es_un_recurso()
    {
        await using var servidor = new ServidorDePrueba(Muestra.Datos, ("Icsoe:Originales", "retener"));
        using var cliente = servidor.CreateClient();
        var nombres = (await cliente.Json(Ruta))["resources"]!.AsArray().Select(recurso => (string)recurso!["name"]!).ToList();
        Assert.That(nombres, Does.Not.Contain("lpp2024.xlsx").And.Contain("lpp2024.csv").And.Contain("lpt2025.xlsx"));
    }

    [Test]
    public async Task De_una_publicacion_es_siempre_el_mismo()
    {
        await using var servidor = new ServidorDePrueba(Muestra.Datos) { Instante = ServidorDePrueba.Ahora.AddYears(3) };
        using var cliente = servidor.CreateClient();
        var respuesta = await Cliente.Con(Ruta, "Host", "malo.ejemplo");
        Assert.That(await cliente.GetStringAsync(Ruta), Is.EqualTo(await respuesta.Content.ReadAsStringAsync()));
        Assert.That(respuesta.Cabecera("Cache-Control"), Is.EqualTo("public, max-age=86400, immutable"));
        Assert.That(respuesta.Cabecera("Content-Type"), Is.EqualTo("application/vnd.datapackage+json"));
    }

    [TestCase("/v1/publicaciones/2026-04/datapackage.json", HttpStatusCode.NotFound)]
    [TestCase("/v1/publicaciones/2026-1/datapackage.json", HttpStatusCode.BadRequest)]
    [TestCase("/v1/publicaciones/ultima/datapackage.json", HttpStatusCode.OK)]
    public async Task La_publicacion_es_la_de_la_ruta(string ruta, HttpStatusCode estado) =>
        Assert.That((await Cliente.Con(ruta, "Accept", "text/html")).StatusCode, Is.EqualTo(estado));

    private static async Task<JsonNode> Recurso(HttpClient cliente, string nombre) =>
        (await cliente.Json(Ruta))["resources"]!.AsArray().Single(recurso => (string?)recurso!["name"] == nombre)!;
}
