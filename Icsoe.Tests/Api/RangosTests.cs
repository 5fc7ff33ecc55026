using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Icsoe.Domain.Modelo;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Api;

/// <summary>Files by parts (RFC 9110, section 14), and downloads that go on where they stopped.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class RangosTests
{
    private const string Ruta = "/v1/archivos/LPP2025.xlsx";

    private static HttpClient Cliente => Muestra.Cliente;

    /// <summary>Bytes from one place to another; negative ones count from the end, 0 after them is the end.</summary>
    [TestCase("bytes=10-19", 10, 20)]
    [TestCase("bytes=0-0", 0, 1)]
    [TestCase("bytes=100-", 100, 0)]
    [TestCase("bytes=-10", -10, 0)]
    [TestCase("bytes=-99999999", 0, 0)]
    [TestCase("bytes=5-99999999", 5, 0)]
    public async Task Un_rango_trae_su_parte_con_el_resumen_del_archivo_entero(string rango, int desde, int hasta)
    {
        var entero = await Cliente.GetAsync(Ruta);
        var bytes = await entero.Content.ReadAsByteArrayAsync();
        var inicio = desde < 0 ? bytes.Length + desde : desde;
        var fin = hasta == 0 ? bytes.Length : hasta;
        var parte = await Cliente.Con(Ruta, "Range", rango);
        Assert.That((int)parte.StatusCode, Is.EqualTo(206));
        Assert.That(await parte.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes[inicio..fin]));
        Assert.That(parte.Cabecera("Content-Range"), Is.EqualTo($"bytes {inicio}-{fin - 1}/{bytes.Length}"));
        Assert.That(parte.Cabecera("Repr-Digest"), Is.EqualTo($"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:"));
        Assert.That(parte.Cabecera("ETag"), Is.EqualTo(entero.Cabecera("ETag")));
        Assert.That(parte.Cabecera("Content-Disposition"), Does.Contain("LPP2025.xlsx"));
        Assert.That(parte.Cabecera("Accept-Ranges"), Is.EqualTo("bytes"));
    }

    [Test]
    public async Task El_ultimo_byte_es_un_rango_y_el_que_sigue_un_416()
    {
        var bytes = await Cliente.GetByteArrayAsync(Ruta);
        var ultimo = await Cliente.Con(Ruta, "Range", $"bytes={bytes.Length - 1}-");
        Assert.That(await ultimo.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes[^1..]));
        foreach (var fuera in (string[])[$"bytes={bytes.Length}-", $"bytes={bytes.Length}-{bytes.Length + 5}", "bytes=-0"])
        {
            var respuesta = await Cliente.Con(Ruta, "Range", fuera);
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(416), fuera);
            Assert.That(respuesta.Cabecera("Content-Range"), Is.EqualTo($"bytes */{bytes.Length}"));
            Assert.That((string?)(await respuesta.Leer())["codigo"], Is.EqualTo("RANGO_NO_SATISFACIBLE"));
            Assert.That(respuesta.Cabecera("Repr-Digest"), Is.Empty);
        }
    }

    // A malformed range is ignored, and so may be several, which no client of ours needs (RFC 9110, 14.2).
    [TestCase("bytes=abc")]
    [TestCase("bytes=")]
    [TestCase("bytes=20-10")]
    [TestCase("bytes=--5")]
    [TestCase("bytes=5")]
    [TestCase("bytes")]
    [TestCase("renglones=1-2")]
    [TestCase("bytes=0-9,20-29")]
    [TestCase("bytes=0-9,5-14")]
    [TestCase("bytes=0-,0-,0-,0-")]
    [TestCase("bytes=99999999999999999999-")]
    public async Task Un_rango_mal_escrito_o_de_varias_partes_es_como_ninguno(string rango)
    {
        var respuesta = await Cliente.Con(Ruta, "Range", rango);
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(200));
        Assert.That(await respuesta.Content.ReadAsByteArrayAsync(), Is.EqualTo(await Cliente.GetByteArrayAsync(Ruta)));
    }

    [Test]
    public async Task Head_no_tiene_rangos_y_lleva_las_mismas_cabeceras()
    {
        var entero = await Cliente.GetAsync(Ruta);
        var bytes = await entero.Content.ReadAsByteArrayAsync();
        foreach (var rango in (string[])["bytes=0-9", "bytes=99999999-"])
        {
            var cabeza = await Cliente.Con(Ruta, "Range", rango, "HEAD");
            Assert.That((int)cabeza.StatusCode, Is.EqualTo(200), rango);
            Assert.That(cabeza.Content.Headers.ContentLength, Is.EqualTo(bytes.Length));
            foreach (var cabecera in (string[])["ETag", "Repr-Digest", "Accept-Ranges", "Content-Disposition", "Content-Type"])
                Assert.That(cabeza.Cabecera(cabecera), Is.EqualTo(entero.Cabecera(cabecera)), cabecera);
            Assert.That(await cabeza.Content.ReadAsByteArrayAsync(), Is.Empty);
        }
    }

    [Test]
    public async Task If_Range_con_su_etag_sigue_y_con_otro_o_debil_empieza_de_nuevo()
    {
        var etag = (await Cliente.GetAsync(Ruta)).Cabecera("ETag");
        Assert.That(await ConRango(Cliente, Ruta, "bytes=10-19", etag), Is.EqualTo(206));
        Assert.That(await ConRango(Cliente, Ruta, "bytes=10-19", "\"otro\""), Is.EqualTo(200));
        Assert.That(await ConRango(Cliente, Ruta, "bytes=10-19", $"W/{etag}"), Is.EqualTo(200));
        Assert.That(await ConRango(Cliente, Ruta, "bytes=99999999-", "\"otro\""), Is.EqualTo(200));
    }

    [Test]
    public async Task Lo_que_no_se_modifico_es_un_304_aunque_se_pida_una_parte()
    {
        var etag = (await Cliente.GetAsync(Ruta)).Cabecera("ETag");
        using var solicitud = new HttpRequestMessage(HttpMethod.Get, Ruta);
        solicitud.Headers.TryAddWithoutValidation("Range", "bytes=0-9");
        solicitud.Headers.TryAddWithoutValidation("If-None-Match", $"\"otro\", {etag}");
        var respuesta = await Cliente.SendAsync(solicitud);
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(304));
        Assert.That(respuesta.Cabecera("ETag"), Is.EqualTo(etag));
        Assert.That(await respuesta.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [Test]
    public async Task Un_nombre_se_modifico_cuando_se_sello_su_publicacion_aunque_el_archivo_sea_de_antes()
    {
        using var operador = new Operador();
        var listado = new Listado(Periodo.De(2025, 3), Lista.Publico);
        await operador.LograrAsync("importar", operador.Libro(listado, listado.Serie(3)));
        operador.Ahora = Operador.Junio.AddMonths(1);
        await operador.LograrAsync("importar", operador.Libro(listado, listado.Serie(4), "julio"));
        operador.Ahora = Operador.Junio.AddMonths(2);
        await operador.LograrAsync("importar", operador.Ruta("junio", $"{listado.Nombre}.xlsx"));
        await using var servidor = new ServidorDePrueba(operador.Datos);
        using var cliente = servidor.CreateClient();
        var ruta = $"/v1/archivos/{listado.Nombre}.xlsx";

        Assert.That((await cliente.GetAsync(ruta)).Content.Headers.LastModified, Is.EqualTo(operador.Ahora));
        var deJulio = await cliente.Con(ruta, "If-Modified-Since", operador.Ahora.AddSeconds(-1).ToString("R"));
        Assert.That((int)deJulio.StatusCode, Is.EqualTo(200));
        var deAhora = await cliente.Con(ruta, "If-Modified-Since", operador.Ahora.ToString("R"));
        Assert.That((int)deAhora.StatusCode, Is.EqualTo(304));
    }

    [Test]
    public async Task Una_descarga_a_medias_se_termina_despues_de_otra_publicacion()
    {
        using var operador = new Operador();
        var listado = new Listado(Periodo.De(2025, 3), Lista.Publico);
        await operador.LograrAsync("importar", operador.Libro(listado, listado.Serie(300)));
        await using var servidor = new ServidorDePrueba(operador.Datos);
        using var cliente = servidor.CreateClient();
        var archivo = (await cliente.Json("/v1/listados/publico/2025/3"))["archivos"]![0]!;
        var (permanente, porNombre, sha256) = ((string)archivo["url_permanente"]!, (string)archivo["url"]!, (string)archivo["sha256"]!);
        var mitad = (int)archivo["bytes"]! / 2;
        var primera = await cliente.Con(permanente, "Range", $"bytes=0-{mitad - 1}");
        Assert.That((int)primera.StatusCode, Is.EqualTo(206));
        var etag = primera.Cabecera("ETag");

        operador.Ahora = Operador.Junio.AddMonths(1);
        await operador.LograrAsync("importar", operador.Libro(listado, listado.Serie(301), "julio"));
        Assert.That((string?)(await cliente.Json("/v1"))["publicacion"], Is.EqualTo("2026-07"));

        using var resto = new HttpRequestMessage(HttpMethod.Get, permanente);
        resto.Headers.TryAddWithoutValidation("Range", $"bytes={mitad}-");
        resto.Headers.TryAddWithoutValidation("If-Range", etag);
        var segunda = await cliente.SendAsync(resto);
        Assert.That((int)segunda.StatusCode, Is.EqualTo(206));
        byte[] entero = [.. await primera.Content.ReadAsByteArrayAsync(), .. await segunda.Content.ReadAsByteArrayAsync()];
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(entero)), Is.EqualTo(sha256));
        Assert.That(segunda.Cabecera("Repr-Digest"), Is.EqualTo($"sha-256=:{Convert.ToBase64String(SHA256.HashData(entero))}:"));
        Assert.That(
            await ConRango(cliente, porNombre, $"bytes={mitad}-", etag),
            Is.EqualTo(200),
            "Por su nombre ya es otro: se empieza de nuevo."
        );
    }

    [TestCase("/v1/archivos/../../icsoe.db")]
    [TestCase("/v1/archivos/../../../../../../etc/passwd")]
    [TestCase("/v1/archivos/%2e%2e/%2e%2e/icsoe.db")]
    [TestCase("/v1/archivos/..%2f..%2ficsoe.db")]
    [TestCase("/v1/archivos/..%252f..%252ficsoe.db")]
    [TestCase("/v1/archivos/..\\..\\icsoe.db")]
    [TestCase("/v1/archivos//icsoe.db")]
    [TestCase("/v1/archivos/LPP2025.xlsx%00")]
    [TestCase("/v1/archivos/%00")]
    [TestCase("/v1/archivos/LPP2025.xlsx%00.csv")]
    [TestCase("/v1/archivos/LPP2025.xlsx%2f")]
    [TestCase("/v1/archivos/%ff%fe")]
    [TestCase("/v1/archivos/sha256/..%2f..%2ficsoe.db")]
    [TestCase("/v1/archivos/sha256/%00")]
    [TestCase("/v1/exportaciones/..%2f..%2ficsoe.db")]
    [TestCase("/v1/exportaciones/contratos.csv%00")]
    [TestCase("/v1/exportaciones/%2e%2e/archivos/icsoe.db")]
    public async Task Ningun_nombre_saca_un_archivo_de_su_carpeta(string ruta)
    {
        // As written, which no client but a raw one sends.
        await using var servidor = new ServidorDePrueba(Muestra.Datos);
        servidor.UseKestrel(0);
        servidor.StartServer();
        using var enchufe = new TcpClient();
        await enchufe.ConnectAsync("127.0.0.1", servidor.ClientOptions.BaseAddress.Port);
        var flujo = enchufe.GetStream();
        await flujo.WriteAsync(Encoding.ASCII.GetBytes($"GET {ruta} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
        using var lector = new StreamReader(flujo, Encoding.Latin1);
        var respuesta = await lector.ReadToEndAsync();
        Assert.That(respuesta, Does.StartWith("HTTP/1.1 404").Or.StartWith("HTTP/1.1 400"));
        Assert.That(respuesta, Does.Not.Contain("SQLite format").And.Not.Contain("root:"));
        if (respuesta.StartsWith("HTTP/1.1 404", StringComparison.Ordinal))
            Assert.That(respuesta, Does.Contain("application/problem+json"));
    }

    private static async Task<int> ConRango(HttpClient cliente, string ruta, string rango, string version)
    {
        using var solicitud = new HttpRequestMessage(HttpMethod.Get, ruta);
        solicitud.Headers.TryAddWithoutValidation("Range", rango);
        solicitud.Headers.TryAddWithoutValidation("If-Range", version);
        return (int)(await cliente.SendAsync(solicitud)).StatusCode;
    }
}
