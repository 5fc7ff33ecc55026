using Icsoe.Tests.Exportacion;

namespace Icsoe.Tests.Api;

public sealed class SumasTests
{
    private static HttpClient Cliente => Muestra.Cliente;

    [Test]
    public async Task Estan_todos_los_archivos_por_nombre_y_el_manifiesto()
    {
        var listados = (await Cliente.Json("/v1/listados"))["datos"]!.AsArray();
        var publicacion = await Cliente.Json("/v1/publicaciones/2026-06");
        var manifiesto = publicacion["manifiesto"]!;
        var archivos = listados
            .SelectMany(listado => listado!["archivos"]!.AsArray())
            .Select(archivo => $"{archivo!["sha256"]}  {archivo["nombre"]}")
            .Append($"{manifiesto["sha256"]}  icsoe-2026-06-manifiesto.json");

        var renglones = (await Cliente.GetStringAsync((string)publicacion["sumas"]!)).Split('\n');

        Assert.That(renglones, Has.Length.GreaterThan(10));
        Assert.That(renglones[^1], Is.Empty, "El último renglón también termina en salto de línea.");
        Assert.That(renglones[..^1].Select(renglon => renglon[66..]), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(renglones[..^1], Is.SupersetOf(archivos));
    }

    [Test]
    public async Task Se_lee_como_lo_demas_de_una_publicacion()
    {
        const string ruta = "/v1/publicaciones/2026-05/SHA256SUMS";
        var respuesta = await Cliente.GetAsync(ruta);
        var vigente = await Cliente.GetAsync("/v1/publicaciones/ultima/SHA256SUMS");
        var cabeza = await Cliente.SendAsync(new HttpRequestMessage(HttpMethod.Head, ruta));
        var igual = await Cliente.Con(ruta, "If-None-Match", respuesta.Cabecera("ETag"));
        Assert.Multiple(async () =>
        {
            Assert.That(respuesta.Cabecera("Content-Type"), Is.EqualTo("text/plain; charset=utf-8"));
            Assert.That(respuesta.Cabecera("Icsoe-Publicacion"), Is.EqualTo("2026-05"));
            Assert.That(respuesta.Cabecera("Cache-Control"), Is.EqualTo("public, max-age=86400, immutable"));
            Assert.That(respuesta.Cabecera("X-Robots-Tag"), Is.EqualTo("noindex"));
            Assert.That(respuesta.Cabecera("Link"), Is.EqualTo("</v1/publicaciones/ultima/SHA256SUMS>; rel=\"latest-version\""));
            Assert.That(vigente.Cabecera("Cache-Control"), Is.EqualTo("public, max-age=300, stale-while-revalidate=600"));
            Assert.That(await vigente.Content.ReadAsStringAsync(), Is.Not.EqualTo(await respuesta.Content.ReadAsStringAsync()));
            Assert.That(((int)cabeza.StatusCode, cabeza.Cabecera("ETag")), Is.EqualTo((200, respuesta.Cabecera("ETag"))));
            Assert.That((int)igual.StatusCode, Is.EqualTo(304));
            Assert.That((int)(await Cliente.GetAsync("/v1/publicaciones/2026-04/SHA256SUMS")).StatusCode, Is.EqualTo(404));
            Assert.That((int)(await Cliente.GetAsync("/v1/publicaciones/2026-1/SHA256SUMS")).StatusCode, Is.EqualTo(400));
        });
    }

    [TestCase("2026-05"), TestCase("2026-06"), Category("Externo")]
    public async Task Sha256sum_comprueba_lo_que_se_descarga(string publicacion)
    {
        var carpeta = Directory.CreateTempSubdirectory("icsoe-sumas-");
        try
        {
            var sumas = await Cliente.GetStringAsync($"/v1/publicaciones/{publicacion}/SHA256SUMS");
            await File.WriteAllTextAsync(Path.Combine(carpeta.FullName, "SHA256SUMS"), sumas);
            var nombres = sumas.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(renglon => renglon[66..]).ToList();
            foreach (var nombre in nombres)
            {
                var recurso = nombre.EndsWith("-manifiesto.json", StringComparison.Ordinal) ? "manifiesto" : $"archivos/{nombre}";
                var bytes = await Cliente.GetByteArrayAsync($"/v1/publicaciones/{publicacion}/{recurso}");
                await File.WriteAllBytesAsync(Path.Combine(carpeta.FullName, nombre), bytes);
            }
            string[] comprobar = ["-C", carpeta.FullName, "sha256sum", "--strict", "-c", "SHA256SUMS"];

            var salida = HerramientaExterna.Exito(HerramientaExterna.Ejecutar("env", comprobar), "sha256sum");
            Assert.That(
                salida.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                Has.Length.EqualTo(nombres.Count).And.All.Contains("OK")
            );

            await File.AppendAllTextAsync(Path.Combine(carpeta.FullName, nombres[0]), "x");
            Assert.That(HerramientaExterna.Ejecutar("env", comprobar)!.Codigo, Is.Not.Zero, "Un archivo alterado no pasa.");
        }
        finally
        {
            carpeta.Delete(recursive: true);
        }
    }
}
