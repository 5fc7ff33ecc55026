using System.Net;
using Icsoe.Tests.Comandos;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Api;

/// <summary>What was taken out, seen from the web: a server that runs all the while tells that it was, and never hands it out.</summary>
[TestFixture, Parallelizable]
public sealed class RetiroTests
{
    private const string Folio = "A26P0000002";
    private const string Motivo = "Orden judicial 123/2026.";

    private Operador _operador = null!;
    private ServidorDePrueba _servidor = null!;
    private HttpClient _cliente = null!;
    private string _sha256 = null!;

    [OneTimeSetUp]
    public async Task Levantar()
    {
        _operador = new Operador();
        await _operador.LograrAsync("importar", _operador.Libro(Publico, Publico.Serie(4)), "--publicacion", "2026-05");
        await _operador.LograrAsync("importar", _operador.Libro(Publico, Publico.Serie(5)));
        _servidor = new ServidorDePrueba(_operador.Datos);
        _cliente = _servidor.CreateClient();
        _sha256 = (string)(await _cliente.Json("/v1/listados/publico/2026/1?publicacion=2026-05"))["archivos"]![0]!["sha256"]!;
        // Three times, so that they are kept.
        foreach (var vez in Enumerable.Range(0, 3))
        {
            foreach (var ruta in Rutas.Concat(Conservadas))
                Assert.That((await _cliente.GetAsync(Con(ruta))).StatusCode, Is.EqualTo(HttpStatusCode.OK), $"{vez}: {ruta}");
        }

        await _operador.LograrAsync("retirar", "--folio", Folio, "--motivo", Motivo);
    }

    [OneTimeTearDown]
    public async Task Bajar()
    {
        _cliente.Dispose();
        await _servidor.DisposeAsync();
        _operador.Dispose();
    }

    private static readonly string[] Rutas =
    [
        $"/v1/contratos/{Folio}",
        $"/v1/contratos/{Folio}?publicacion=2026-05",
        $"/v1/contratos/{Folio}/historia",
        "/v1/informativas/N060000002",
        "/v1/informativas/N060000002/historia?publicacion=2026-06",
        "/v1/archivos/sha256/{sha256}",
        "/v1/publicaciones/2026-05/archivos/LPP2026.xlsx",
        "/v1/publicaciones/2026-06/archivos/LPP2026.xlsx",
    ];

    private static readonly string[] Conservadas =
    [
        "/v1/contratos?publicacion=2026-05",
        "/v1/listados/publico/2026/1?publicacion=2026-05",
        "/v1/publicaciones/2026-06/cambios",
        "/v1/partes?q=ejemplo&publicacion=2026-05",
        "/v1/estadisticas?publicacion=2026-05",
        "/v1/publicaciones/2026-05/SHA256SUMS",
        "/v1/publicaciones/2026-05/datapackage.json",
        "/v1/catalogo?publicacion=2026-05",
    ];

    [TestCaseSource(nameof(Rutas))]
    public async Task Una_direccion_de_lo_retirado_responde_410_con_motivo_y_fecha(string ruta)
    {
        var respuesta = await _cliente.GetAsync(Con(ruta));

        Assert.That(respuesta.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        var problema = await respuesta.Leer();
        Assert.That((string?)problema["codigo"], Is.EqualTo("INFORMACION_RETIRADA"));
        Assert.That((string?)problema["detail"], Does.Contain("2026-06-10").And.Contain(Motivo));
        Assert.That(
            problema["retiro"]!.ToJsonString(),
            Is.EqualTo($$"""{"publicacion":"2026-06.2","fecha":"2026-06-10T18:00:00+00:00","motivo":"{{Motivo}}"}""")
                .Or.EqualTo($$"""{"publicacion":"2026-06.2","fecha":"2026-06-10T18:00:00Z","motivo":"{{Motivo}}"}""")
        );
        Assert.That(problema["ultima_publicacion"], Is.Null);
        Assert.That(respuesta.Headers.CacheControl!.NoStore);
    }

    [TestCaseSource(nameof(Conservadas))]
    public async Task Lo_que_la_memoria_guardaba_ya_no_lo_dice(string ruta)
    {
        var respuesta = await _cliente.GetAsync(Con(ruta));

        Assert.That(respuesta.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            await respuesta.Content.ReadAsStringAsync(),
            Does.Not.Contain(Folio).And.Not.Contain("N060000002").And.Not.Contain("EJEMPLO Publico 2,")
        );
    }

    [Test]
    public async Task La_publicacion_que_retira_lo_dice_y_no_cambia_nada_mas()
    {
        var publicacion = await _cliente.Json("/v1/publicaciones/2026-06.2");
        Assert.That((string?)publicacion["retiro"]!["motivo"], Is.EqualTo(Motivo));
        Assert.That(publicacion.ToJsonString(), Does.Not.Contain(Folio), "Qué se retiró no se anuncia.");
        Assert.That((await _cliente.Json("/v1/publicaciones/2026-06"))["retiro"], Is.Null);
        Assert.That((await _cliente.Json("/v1/publicaciones/2026-06.2/cambios"))["datos"]!.AsArray(), Is.Empty);

        var listado = await _cliente.Json("/v1/listados/publico/2026/1");
        Assert.That((int)listado["renglones"]!, Is.EqualTo(4));
        Assert.That((string?)listado["archivos"]![0]!["origen"], Is.EqualTo("icsoe"));
        Assert.That((await _cliente.GetAsync("/v1/archivos/LPP2026.xlsx")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        var viejo = await _cliente.Json("/v1/listados/publico/2026/1?publicacion=2026-05");
        Assert.That((int)viejo["renglones"]!, Is.EqualTo(3));
        Assert.That(viejo["archivos"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task El_manifiesto_conserva_el_digest_y_la_firma_sigue_valiendo()
    {
        var manifiesto = await _cliente.GetStringAsync("/v1/publicaciones/2026-05/manifiesto");
        Assert.That(manifiesto, Does.Contain(_sha256));
        Assert.That((await _operador.EjecutarAsync("verificar")).Codigo, Is.Zero);
    }

    [TestCase("/v1/publicaciones/{0}/SHA256SUMS")]
    [TestCase("/v1/publicaciones/{0}/datapackage.json")]
    [TestCase("/v1/catalogo?publicacion={0}")]
    public async Task Lo_retirado_ya_no_se_anuncia_y_lo_demas_si(string ruta)
    {
        Assert.That(
            await _cliente.GetStringAsync(string.Format(ruta, "2026-05")),
            Does.Not.Contain(_sha256).And.Not.Contain("LPP2026.xlsx")
        );
        Assert.That(await _cliente.GetStringAsync(string.Format(ruta, "2026-06.2")), Does.Contain("LPP2026.xlsx"));
    }

    private string Con(string ruta) => ruta.Replace("{sha256}", _sha256);
}
