using System.IO.Compression;
using System.Net;
using System.Text;

namespace Icsoe.Tests.Api;

public sealed class RespuestasTests
{
    private static readonly string[] Sobre = ["datos", "siguiente", "publicacion", "permanente"];

    private static readonly string[] SobreDeFilas =
    [
        "conteo",
        "facetas",
        "quiza_quiso_decir",
        "informativas_sin_contratos",
        "aviso_homonimia",
    ];

    private static HttpClient Cliente => Muestra.Cliente;

    [TestCase("/v1/listados")]
    [TestCase("/v1/listados/publico")]
    [TestCase("/v1/listados/publico/2025")]
    [TestCase("/v1/listados/publico/2025/1/contratos")]
    [TestCase("/v1/listados/publico/2025/1/informativas")]
    [TestCase("/v1/listados/inconsistente/2025/3/renglones")]
    [TestCase("/v1/contratos")]
    [TestCase("/v1/informativas")]
    [TestCase("/v1/publicaciones")]
    [TestCase("/v1/inconsistencias")]
    [TestCase("/v1/problemas")]
    [TestCase("/v1/diccionario")]
    public async Task Una_coleccion_lleva_siempre_el_mismo_sobre(string ruta)
    {
        var respuesta = await Cliente.GetAsync(ruta);
        var sobre = (await respuesta.Leer()).AsObject();
        Assert.Multiple(() =>
        {
            Assert.That(sobre.Select(par => par.Key), Is.EqualTo(EsDeFilas(ruta) ? [.. Sobre, .. SobreDeFilas] : Sobre));
            Assert.That((string?)sobre["publicacion"], Is.EqualTo("2026-06"));
            Assert.That(respuesta.Cabecera("Icsoe-Publicacion"), Is.EqualTo("2026-06"));
            Assert.That(respuesta.Cabecera("Icsoe-Ejemplo"), Is.EqualTo("si"));
            Assert.That(sobre["datos"]!.AsArray(), Is.Not.Empty);
        });
        var permanente = await Cliente.Json((string)sobre["permanente"]!);
        if (ruta.Contains("listados", StringComparison.Ordinal) && sobre["siguiente"] is null)
            return; // a pinned listado links to the files of its publication
        Assert.That(permanente["datos"]!.ToJsonString(), Is.EqualTo(sobre["datos"]!.ToJsonString()));
    }

    [Test]
    public async Task Un_contrato_trae_todas_sus_propiedades_aunque_sean_nulas()
    {
        var contrato = (await Cliente.Json("/v1/contratos?inconsistencia=SERVICIO_NULO&limite=1"))["datos"]![0]!.AsObject();
        Assert.Multiple(() =>
        {
            Assert.That(
                contrato.Select(par => par.Key),
                Is.EqualTo(
                    new[]
                    {
                        "id",
                        "folio",
                        "lista",
                        "ejercicio",
                        "cuatrimestre",
                        "periodo",
                        "contratista",
                        "contratante",
                        "servicio",
                        "servicio_enmascarado",
                        "fecha_inicio",
                        "fecha_fin",
                        "personas_trabajadoras",
                        "informativa",
                        "inconsistencias",
                        "observaciones",
                        "aproximado",
                    }
                )
            );
            Assert.That(contrato["servicio"], Is.Null);
            Assert.That(
                contrato["inconsistencias"]![0]!.AsObject().Select(par => par.Key),
                Is.EqualTo(
                    new[]
                    {
                        "codigo",
                        "texto",
                        "alcance",
                        "contrato",
                        "motivo",
                        "caso",
                        "relacionadas",
                        "declarados",
                        "presentados",
                        "confianza",
                    }
                )
            );
        });
    }

    [Test]
    public async Task Los_renglones_llevan_las_columnas_de_los_archivos()
    {
        var renglon = (await Cliente.Json("/v1/listados/publico/2025/1/renglones?limite=1"))["datos"]![0]!.AsObject();
        Assert.That(
            string.Join(", ", renglon.Select(par => par.Key)),
            Is.EqualTo(
                "id, contratista, tipo_persona_contratista, contratante, tipo_persona_contratante, folio_contrato, servicio, fecha_inicio, "
                    + "fecha_fin, personas_trabajadoras, cuatrimestre, ejercicio, tipo_informativa, folio_informativa, fecha_presentacion, "
                    + "inconsistencias, lista, contratista_clave, contratante_clave, aproximado"
            )
        );
    }

    [Test]
    public async Task Ningun_texto_viene_vacio_y_los_acentos_van_tal_cual()
    {
        var cuerpo = await Cliente.GetStringAsync("/v1/contratos?limite=1000");
        Assert.That(cuerpo, Does.Not.Contain("\"\"").And.Contain("Í").And.Not.Contain("\\u00"));
    }

    [Test]
    public async Task Sin_fijar_vence_en_minutos_y_fijada_no_cambia()
    {
        var actual = await Cliente.GetAsync("/v1/contratos?limite=1");
        var fijada = await Cliente.GetAsync("/v1/contratos?limite=1&publicacion=2026-06");
        var ultima = await Cliente.GetAsync("/v1/contratos?limite=1&publicacion=ultima");
        var vieja = await Cliente.GetAsync("/v1/contratos?limite=1&publicacion=2026-05");
        Assert.Multiple(() =>
        {
            Assert.That(actual.Cabecera("Cache-Control"), Is.EqualTo("public, max-age=300, stale-while-revalidate=600"));
            Assert.That(ultima.Cabecera("Cache-Control"), Is.EqualTo("public, max-age=300, stale-while-revalidate=600"));
            Assert.That(fijada.Cabecera("Cache-Control"), Is.EqualTo("public, max-age=86400, immutable"));
            Assert.That(fijada.Cabecera("Link"), Does.Contain("</v1/contratos?limite=1>; rel=\"latest-version\""));
            Assert.That(actual.Cabecera("Link"), Does.Not.Contain("latest-version"));
            Assert.That(vieja.Cabecera("Icsoe-Publicacion"), Is.EqualTo("2026-05"));
            Assert.That(vieja.Cabecera("X-Robots-Tag"), Is.EqualTo("noindex"));
        });
    }

    [TestCase("lista=publico", "", "</v1/avisos/publico>; rel=\"terms-of-service\"")]
    [TestCase("lista=inconsistente", "noindex", "</v1/avisos/inconsistente>; rel=\"terms-of-service\"")]
    public async Task La_lista_inconsistente_no_se_indexa_y_cada_una_lleva_su_aviso(string consulta, string robots, string enlace)
    {
        var respuesta = await Cliente.GetAsync($"/v1/contratos?{consulta}");
        Assert.Multiple(() =>
        {
            Assert.That(respuesta.Cabecera("X-Robots-Tag"), Is.EqualTo(robots));
            Assert.That(respuesta.Cabecera("Link"), Does.Contain(enlace));
        });
    }

    [TestCase("br")]
    [TestCase("gzip")]
    [TestCase("")]
    public async Task Cada_codificacion_tiene_su_etag_y_su_304(string codificacion)
    {
        const string ruta = "/v1/contratos?limite=20";
        var respuesta = await Cliente.Con(ruta, "Accept-Encoding", codificacion);
        var etag = respuesta.Cabecera("ETag");
        Assert.Multiple(() =>
        {
            Assert.That(respuesta.Cabecera("Content-Encoding"), Is.EqualTo(codificacion));
            Assert.That(respuesta.Cabecera("Vary"), Is.EqualTo("Accept-Encoding"));
            Assert.That(etag, Does.Match(codificacion.Length == 0 ? "^\"[0-9a-f]{32}\"$" : $"^\"[0-9a-f]{{32}}-{codificacion}\"$"));
        });
        Assert.That(await Descomprimir(respuesta, codificacion), Is.EqualTo(await Cliente.GetStringAsync(ruta)));

        var solicitud = new HttpRequestMessage(HttpMethod.Get, ruta);
        solicitud.Headers.TryAddWithoutValidation("Accept-Encoding", codificacion);
        solicitud.Headers.TryAddWithoutValidation("If-None-Match", $"\"otra\", {etag}");
        var otra = await Cliente.SendAsync(solicitud);
        Assert.Multiple(() =>
        {
            Assert.That(otra.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
            Assert.That(otra.Cabecera("ETag"), Is.EqualTo(etag));
            Assert.That(otra.Cabecera("Cache-Control"), Is.Not.Empty);
            Assert.That(otra.Cabecera("Vary"), Is.EqualTo("Accept-Encoding"));
            Assert.That(otra.Cabecera("Icsoe-Publicacion"), Is.EqualTo("2026-06"));
        });
    }

    [Test]
    public async Task Lo_pequeno_no_se_comprime()
    {
        var respuesta = await Cliente.Con("/v1/problemas/ERROR_INTERNO", "Accept-Encoding", "br, gzip");
        Assert.That(respuesta.Cabecera("Content-Encoding"), Is.Empty);
    }

    [TestCase("/v1")]
    [TestCase("/v1/contratos?limite=3")]
    [TestCase("/v1/archivos/LPP2025.xlsx")]
    [TestCase("/openapi.json")]
    [TestCase("/salud/vivo")]
    [TestCase("/v1/contratos?nada=1")]
    public async Task HEAD_lleva_las_cabeceras_de_GET_sin_cuerpo(string ruta)
    {
        var get = await Cliente.GetAsync(ruta);
        var head = await Cliente.SendAsync(new HttpRequestMessage(HttpMethod.Head, ruta));
        Assert.Multiple(() =>
        {
            Assert.That(head.StatusCode, Is.EqualTo(get.StatusCode));
            Assert.That(head.Cabecera("Content-Length"), Is.EqualTo(get.Cabecera("Content-Length")));
            Assert.That(head.Cabecera("ETag"), Is.EqualTo(get.Cabecera("ETag")));
        });
        Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [TestCase("/v1/contratos")]
    [TestCase("/v1/contratos?nada=1")]
    [TestCase("/nada")]
    [TestCase("/v1/archivos/LPP2025.xlsx")]
    public async Task Cualquier_sitio_puede_leer_todo_hasta_los_errores(string ruta)
    {
        var respuesta = await Cliente.Con(ruta, "Origin", "https://ejemplo.mx");
        Assert.Multiple(() =>
        {
            Assert.That(respuesta.Cabecera("Access-Control-Allow-Origin"), Is.EqualTo("*"));
            Assert.That(
                respuesta.Cabecera("Access-Control-Expose-Headers"),
                Does.Contain("ETag").And.Contain("Link").And.Contain("Icsoe-Publicacion").And.Contain("Repr-Digest")
            );
            Assert.That(respuesta.Cabecera("X-Content-Type-Options"), Is.EqualTo("nosniff"));
            Assert.That(respuesta.Cabecera("Content-Security-Policy"), Does.StartWith("default-src 'none'"));
            Assert.That(respuesta.Cabecera("Server"), Is.Empty);
        });
    }

    [Test]
    public async Task La_pregunta_previa_de_CORS_se_contesta()
    {
        var solicitud = new HttpRequestMessage(HttpMethod.Options, "/v1/contratos");
        solicitud.Headers.Add("Origin", "https://ejemplo.mx");
        solicitud.Headers.Add("Access-Control-Request-Method", "GET");
        solicitud.Headers.Add("Access-Control-Request-Headers", "if-none-match");
        var respuesta = await Cliente.SendAsync(solicitud);
        Assert.Multiple(() =>
        {
            Assert.That(respuesta.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That(respuesta.Cabecera("Access-Control-Allow-Origin"), Is.EqualTo("*"));
            Assert.That(respuesta.Cabecera("Access-Control-Allow-Methods"), Does.Contain("GET"));
            Assert.That(respuesta.Cabecera("Access-Control-Allow-Headers"), Does.Contain("If-None-Match"));
        });
    }

    private static bool EsDeFilas(string ruta) =>
        ruta.EndsWith("contratos", StringComparison.Ordinal)
        || ruta.EndsWith("informativas", StringComparison.Ordinal)
        || ruta.EndsWith("renglones", StringComparison.Ordinal);

    private static async Task<string> Descomprimir(HttpResponseMessage respuesta, string codificacion)
    {
        await using var cuerpo = await respuesta.Content.ReadAsStreamAsync();
        await using Stream claro = codificacion switch
        {
            "br" => new BrotliStream(cuerpo, CompressionMode.Decompress),
            "gzip" => new GZipStream(cuerpo, CompressionMode.Decompress),
            _ => cuerpo,
        };
        using var lector = new StreamReader(claro, Encoding.UTF8);
        return await lector.ReadToEndAsync();
    }
}
