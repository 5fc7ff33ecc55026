using System.Net;
using System.Security.Cryptography;

namespace Icsoe.Tests.Api;

public sealed class ArchivosTests
{
    private static HttpClient Cliente => Muestra.Cliente;

    [TestCase("publico/2024/1", "imss")]
    [TestCase("publico/2025/3", "icsoe")]
    [TestCase("inconsistente/2025/3", "icsoe")]
    public async Task Un_archivo_se_baja_por_nombre_por_digest_y_en_su_publicacion(string listado, string origen)
    {
        var archivo = (await Cliente.Json($"/v1/listados/{listado}"))["archivos"]![0]!;
        var sha256 = (string)archivo["sha256"]!;
        var nombre = (string)archivo["nombre"]!;
        Assert.That((string?)archivo["origen"], Is.EqualTo(origen));
        foreach (
            var ruta in (string[])
                [
                    (string)archivo["url"]!,
                    (string)archivo["url_permanente"]!,
                    $"/v1/archivos/sha256/{sha256.ToUpperInvariant()}",
                    $"/v1/publicaciones/2026-06/archivos/{nombre}",
                    $"/v1/publicaciones/ultima/archivos/{nombre}",
                ]
        )
        {
            var respuesta = await Cliente.GetAsync(ruta);
            var bytes = await respuesta.Content.ReadAsByteArrayAsync();
            Assert.Multiple(() =>
            {
                Assert.That(Convert.ToHexStringLower(SHA256.HashData(bytes)), Is.EqualTo(sha256), ruta);
                Assert.That(respuesta.Cabecera("ETag"), Is.EqualTo($"\"{sha256}\""));
                Assert.That(respuesta.Cabecera("Repr-Digest"), Is.EqualTo($"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes))}:"));
                Assert.That(respuesta.Cabecera("Content-Disposition"), Does.StartWith($"attachment; filename={nombre}"));
                Assert.That(respuesta.Cabecera("Accept-Ranges"), Is.EqualTo("bytes"));
                Assert.That(respuesta.Cabecera("Content-Encoding"), Is.Empty);
                Assert.That(
                    respuesta.Cabecera("Cache-Control"),
                    Is.EqualTo(
                        ruta.Contains("sha256", StringComparison.Ordinal) ? "public, max-age=31536000, immutable"
                        : ruta.Contains("2026-06", StringComparison.Ordinal) ? "public, max-age=86400, immutable"
                        : "public, max-age=300, stale-while-revalidate=600"
                    )
                );
            });
        }
    }

    [Test]
    public async Task Lo_publicado_antes_se_sigue_bajando()
    {
        var antes = (await Cliente.Json("/v1/listados/inconsistente/2025/3?publicacion=2026-05.2"))["archivos"]![0]!;
        var ahora = (await Cliente.Json("/v1/listados/inconsistente/2025/3"))["archivos"]![0]!;
        Assert.That((string?)antes["sha256"], Is.Not.EqualTo((string?)ahora["sha256"]));
        Assert.That((string?)antes["url"], Is.EqualTo("/v1/publicaciones/2026-05.2/archivos/LIIT2025.xlsx"));
        foreach (var ruta in (string[])[(string)antes["url"]!, (string)antes["url_permanente"]!])
        {
            var respuesta = await Cliente.GetAsync(ruta);
            Assert.Multiple(() =>
            {
                Assert.That(respuesta.Cabecera("ETag"), Is.EqualTo($"\"{antes["sha256"]}\""));
                Assert.That(respuesta.Cabecera("X-Robots-Tag"), Is.EqualTo("noindex"));
                Assert.That(respuesta.Cabecera("Link"), Does.Contain("</v1/archivos/LIIT2025.xlsx>; rel=\"latest-version\""));
            });
        }
    }

    [Test]
    public async Task Un_rango_trae_su_parte_y_If_Range_la_cuida()
    {
        const string ruta = "/v1/archivos/LPP2025.xlsx";
        var entero = await Cliente.GetByteArrayAsync(ruta);
        var parte = await Cliente.Con(ruta, "Range", "bytes=10-19");
        Assert.That(parte.StatusCode, Is.EqualTo(HttpStatusCode.PartialContent));
        Assert.That(await parte.Content.ReadAsByteArrayAsync(), Is.EqualTo(entero[10..20]));

        var solicitud = new HttpRequestMessage(HttpMethod.Get, ruta);
        solicitud.Headers.TryAddWithoutValidation("Range", "bytes=10-19");
        solicitud.Headers.TryAddWithoutValidation("If-Range", "\"otro\"");
        Assert.That((await Cliente.SendAsync(solicitud)).StatusCode, Is.EqualTo(HttpStatusCode.OK));

        var fuera = await Cliente.Con(ruta, "Range", "bytes=99999999-");
        Assert.That(fuera.StatusCode, Is.EqualTo(HttpStatusCode.RequestedRangeNotSatisfiable));
        Assert.That(fuera.Cabecera("Content-Range"), Is.EqualTo($"bytes */{entero.Length}"));
        Assert.That((string?)(await fuera.Leer())["codigo"], Is.EqualTo("RANGO_NO_SATISFACIBLE"));
    }

    [Test]
    public async Task Con_su_etag_es_un_304_y_con_otro_exigido_un_412()
    {
        const string ruta = "/v1/archivos/LPP2025.xlsx";
        var etag = (await Cliente.GetAsync(ruta)).Cabecera("ETag");
        Assert.That((int)(await Cliente.Con(ruta, "If-None-Match", etag)).StatusCode, Is.EqualTo(304));
        var exigido = await Cliente.Con(ruta, "If-Match", "\"otro\"");
        Assert.That((int)exigido.StatusCode, Is.EqualTo(412));
        Assert.That((string?)(await exigido.Leer())["codigo"], Is.EqualTo("PRECONDICION_FALLIDA"));
    }

    [TestCase("/v1/archivos/..%2f..%2ficsoe.db")]
    [TestCase("/v1/archivos/%2e%2e%2ficsoe.db")]
    [TestCase("/v1/archivos/..%5c..%5cicsoe.db")]
    [TestCase("/v1/archivos/%2fetc%2fpasswd")]
    [TestCase("/v1/archivos/icsoe.db")]
    [TestCase("/v1/archivos/lpp2025.xlsx")]
    [TestCase("/v1/archivos/LPP2025")]
    [TestCase("/v1/archivos/sha256/..%2f..%2ficsoe.db")]
    [TestCase("/v1/archivos/sha256/zz")]
    [TestCase("/v1/archivos/sha256/0000000000000000000000000000000000000000000000000000000000000000")]
    [TestCase("/v1/publicaciones/2026-06/archivos/..%2f..%2ficsoe.db")]
    [TestCase("/v1/publicaciones/2026-05/archivos/LPP2026.xlsx")]
    public async Task Un_nombre_que_no_esta_publicado_es_un_404(string ruta)
    {
        var respuesta = await Cliente.GetAsync(new Uri(ruta, UriKind.Relative));
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(404));
        Assert.That((string?)(await respuesta.Leer())["codigo"], Is.EqualTo("ARCHIVO_INEXISTENTE").Or.EqualTo("RUTA_INEXISTENTE"));
    }

    [Test]
    public async Task Un_original_retenido_conserva_su_huella_y_lo_nuestro_se_sirve()
    {
        await using var servidor = new ServidorDePrueba(Muestra.Datos, ("Icsoe:Originales", "retener"));
        using var cliente = servidor.CreateClient();
        var retenido = await cliente.GetAsync("/v1/archivos/LPP2024.xlsx");
        Assert.That((int)retenido.StatusCode, Is.EqualTo(404));
        Assert.That((string?)(await retenido.Leer())["codigo"], Is.EqualTo("ARCHIVO_RETENIDO"));
        Assert.That((int)(await cliente.GetAsync("/v1/archivos/LPP2025.xlsx")).StatusCode, Is.EqualTo(200));
    }

    [TestCase("falta")]
    [TestCase("crecio")]
    [TestCase("truncado")]
    [TestCase("alterado")]
    public async Task Un_archivo_que_no_es_el_sellado_no_se_sirve_y_repuesto_vuelve_a_servirse(string como)
    {
        var copia = Path.Combine(Path.GetTempPath(), $"icsoe-danado-{Guid.NewGuid():N}");
        try
        {
            await Domain.Muestra.AlmacenDeMuestra.AsegurarAsync(copia, CancellationToken.None);
            await using var servidor = new ServidorDePrueba(copia);
            using var cliente = servidor.CreateClient();
            var sha256 = (string)(await cliente.Json("/v1/listados/publico/2025/1"))["archivos"]![0]!["sha256"]!;
            var ruta = Path.Combine(copia, "archivos", sha256);
            // Found good and remembered: what happens to it afterwards must be noticed all the same.
            Assert.That((int)(await cliente.GetAsync("/v1/archivos/LPP2025.xlsx")).StatusCode, Is.EqualTo(200));
            var buenos = await File.ReadAllBytesAsync(ruta);
            File.Delete(ruta);
            if (como != "falta")
                await File.WriteAllBytesAsync(ruta, Danar(buenos, como));
            foreach (var direccion in (string[])["/v1/archivos/LPP2025.xlsx", $"/v1/archivos/sha256/{sha256}"])
            {
                var respuesta = await cliente.GetAsync(direccion);
                Assert.That((int)respuesta.StatusCode, Is.EqualTo(500));
                Assert.That((string?)(await respuesta.Leer())["codigo"], Is.EqualTo("ARCHIVO_DANADO"));
                Assert.That(respuesta.Headers.ETag, Is.Null);
            }
            await File.WriteAllBytesAsync(ruta, buenos);
            Assert.That(await cliente.GetByteArrayAsync("/v1/archivos/LPP2025.xlsx"), Is.EqualTo(buenos));
        }
        finally
        {
            Directory.Delete(copia, recursive: true);
        }
    }

    private static byte[] Danar(byte[] buenos, string como)
    {
        var medio = buenos.Length / 2;
        return como switch
        {
            "crecio" => [.. buenos, 0],
            "truncado" => buenos[..medio],
            _ => [.. buenos[..medio], (byte)(buenos[medio] ^ 1), .. buenos[(medio + 1)..]],
        };
    }
}
