using Icsoe.Api.Peticiones;

namespace Icsoe.Tests.Api;

/// <summary><c>/v1/validaciones/plantilla.*</c>: what to fill in, and valid as it is.</summary>
public sealed class PlantillasTests
{
    private static HttpClient Cliente => Muestra.Cliente;

    [TestCase("xlsx", Medios.Xlsx)]
    [TestCase("csv", Medios.Csv)]
    [TestCase("ndjson", Medios.Ndjson)]
    public async Task Enviada_como_viene_se_valida_sin_nada_que_decir(string extension, string medio)
    {
        var plantilla = await Cliente.GetByteArrayAsync($"/v1/validaciones/plantilla.{extension}");
        var validacion = await (await ValidacionesTests.Enviar(plantilla, medio)).Leer();
        Assert.That(
            validacion["resumen"]!.ToJsonString(),
            Is.EqualTo(
                """{"informativas":2,"contratos":2,"publicas":2,"inconsistentes":0,"no_se_listan":0,"ilegibles":0,"advertencias":0,"hallazgos":0,"hallazgos_omitidos":0}"""
            )
        );
    }

    [TestCase("xlsx", Medios.Xlsx)]
    [TestCase("csv", Medios.Csv)]
    [TestCase("ndjson", Medios.Ndjson)]
    public async Task Es_un_archivo_con_su_nombre_que_se_puede_guardar(string extension, string medio)
    {
        var ruta = $"/v1/validaciones/plantilla.{extension}";
        var respuesta = await Cliente.Con(ruta, "Accept-Encoding", "br, gzip");
        var etag = respuesta.Headers.ETag!;
        var conocida = await Cliente.Con(ruta, "If-None-Match", etag.Tag);
        var cabecera = await Cliente.SendAsync(new HttpRequestMessage(HttpMethod.Head, ruta));
        await using var otro = new ServidorDePrueba(Muestra.Datos);
        using var cliente = otro.CreateClient();
        Assert.Multiple(async () =>
        {
            Assert.That(respuesta.Content.Headers.ContentType!.MediaType, Is.EqualTo(medio));
            Assert.That(respuesta.Content.Headers.ContentEncoding, Is.Empty);
            Assert.That(respuesta.Cabecera("Content-Disposition"), Does.Contain($"filename=plantilla.{extension}"));
            Assert.That(respuesta.Cabecera("Cache-Control"), Does.Contain("public"));
            Assert.That(etag.IsWeak, Is.False);
            Assert.That((int)conocida.StatusCode, Is.EqualTo(304));
            Assert.That(cabecera.Content.Headers.ContentLength, Is.EqualTo(respuesta.Content.Headers.ContentLength).And.GreaterThan(0));
            Assert.That(await cliente.GetByteArrayAsync(ruta), Is.EqualTo(await respuesta.Content.ReadAsByteArrayAsync()));
            Assert.That(respuesta.Cabecera("Link"), extension == "xlsx" ? Is.Empty : Does.Contain("rel=\"describedby\""));
        });
    }

    [Test]
    public async Task El_CSV_trae_las_columnas_que_explica_el_libro()
    {
        var csv = await Cliente.GetStringAsync("/v1/validaciones/plantilla.csv");
        var nombres = csv.TrimStart('\uFEFF').Split("\r\n")[0].Split(',');
        Assert.That(nombres, Is.EqualTo(Lectura.TablaDePrueba.Nombres));
        Assert.That(Icsoe.Api.Validaciones.ColumnasDePlantilla.Todas.Select(columna => columna.Nombre), Is.EqualTo(nombres));
    }
}
