using System.Text.Json.Nodes;
using Icsoe.Api.Problemas;
using Microsoft.AspNetCore.Http;

namespace Icsoe.Tests.Api;

public sealed class ProblemasTests
{
    private static HttpClient Cliente => Muestra.Cliente;

    [TestCase("GET", "/nada/de/nada", 404, "RUTA_INEXISTENTE")]
    [TestCase("GET", "/v1/nada", 404, "RUTA_INEXISTENTE")]
    [TestCase("GET", "/v2/contratos", 404, "RUTA_INEXISTENTE")]
    [TestCase("POST", "/v1/contratos", 405, "METODO_NO_PERMITIDO")]
    [TestCase("DELETE", "/v1/archivos/LPP2025.xlsx", 405, "METODO_NO_PERMITIDO")]
    [TestCase("GET", "/v1/listados/privado", 404, "LISTA_INEXISTENTE")]
    [TestCase("GET", "/v1/listados/Publico/2026/1", 404, "LISTA_INEXISTENTE")]
    [TestCase("GET", "/v1/listados/publico/2020", 404, "EJERCICIO_INEXISTENTE")]
    [TestCase("GET", "/v1/listados/publico/2027", 404, "EJERCICIO_INEXISTENTE")]
    [TestCase("GET", "/v1/listados/publico/02026", 404, "EJERCICIO_INEXISTENTE")]
    [TestCase("GET", "/v1/listados/publico/2026/4", 404, "CUATRIMESTRE_INEXISTENTE")]
    [TestCase("GET", "/v1/listados/publico/2026/0/contratos", 404, "CUATRIMESTRE_INEXISTENTE")]
    [TestCase("GET", "/v1/contratos/NADA", 404, "CONTRATO_INEXISTENTE")]
    [TestCase("GET", "/v1/informativas/NADA", 404, "INFORMATIVA_INEXISTENTE")]
    [TestCase("GET", "/v1/informativas/a%2Fb", 404, "INFORMATIVA_INEXISTENTE")]
    [TestCase("GET", "/v1/publicaciones/2026-04", 404, "PUBLICACION_INEXISTENTE")]
    [TestCase("GET", "/v1/publicaciones/2026-1", 400, "PUBLICACION_CONFUNDIDA")]
    [TestCase("GET", "/v1/publicaciones/ayer", 400, "VALOR_INVALIDO")]
    [TestCase("GET", "/v1/contratos?publicacion=2026-04", 404, "PUBLICACION_INEXISTENTE")]
    [TestCase("GET", "/v1/contratos?publicacion=2026-06.2", 404, "PUBLICACION_INEXISTENTE")]
    [TestCase("GET", "/v1/inconsistencias/sin_trabajadores", 404, "INCONSISTENCIA_INEXISTENTE")]
    [TestCase("GET", "/v1/problemas/NADA", 404, "PROBLEMA_INEXISTENTE")]
    [TestCase("GET", "/v1/avisos/otra", 404, "LISTA_INEXISTENTE")]
    public async Task Cada_error_tiene_la_misma_forma(string metodo, string ruta, int estado, string codigo)
    {
        var respuesta = await Cliente.SendAsync(new HttpRequestMessage(new HttpMethod(metodo), ruta));
        var problema = (await respuesta.Leer()).AsObject();
        Assert.Multiple(() =>
        {
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
            Assert.That((string?)problema["codigo"], Is.EqualTo(codigo));
            Assert.That((int?)problema["status"], Is.EqualTo(estado));
            Assert.That(problema.Select(par => par.Key), Is.EqualTo(new[] { "type", "title", "status", "detail", "codigo", "errores" }));
            Assert.That(respuesta.Cabecera("Content-Type"), Is.EqualTo("application/problem+json"));
            Assert.That(respuesta.Cabecera("Cache-Control"), Is.EqualTo("no-store"));
            Assert.That(respuesta.Cabecera("Icsoe-Publicacion"), Is.EqualTo("2026-06"));
            if (estado == 405)
                Assert.That(respuesta.Cabecera("Allow"), Is.EqualTo("GET, HEAD"));
        });
        var explicado = await Cliente.Json((string)problema["type"]!);
        Assert.That((string?)explicado["codigo"], Is.EqualTo(codigo));
    }

    [TestCase("/v1/listados/publico/2030", "ejercicio", "2021,2022,2023,2024,2025,2026")]
    [TestCase("/v1/listados/privado", "lista", "publico,inconsistente")]
    [TestCase("/v1/listados/publico/2026/9", "cuatrimestre", "1,2,3")]
    public async Task Un_listado_que_no_existe_dice_cuales_si(string ruta, string parametro, string validos)
    {
        var error = (await Cliente.Json(ruta))["errores"]![0]!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)error["parametro"], Is.EqualTo(parametro));
            Assert.That(string.Join(',', error["validos"]!.AsArray().Select(valido => (string?)valido)), Is.EqualTo(validos));
        });
    }

    [TestCase("en", "en")]
    [TestCase("en-US,en;q=0.8,es;q=0.5", "en")]
    [TestCase("es-MX,es;q=0.9,en;q=0.8", "es")]
    [TestCase("en;q=0.3,es;q=0.9", "es")]
    [TestCase("fr", "es")]
    [TestCase("fr,en;q=0.1", "en")]
    [TestCase("en;q=0", "es")]
    [TestCase("*", "es")]
    [TestCase("", "es")]
    [TestCase(";;;,,,", "es")]
    public async Task El_idioma_de_los_errores_se_negocia(string pedido, string idioma)
    {
        var respuesta = await Cliente.Con("/v1/contratos?nada=1", "Accept-Language", pedido);
        Assert.Multiple(() =>
        {
            Assert.That(respuesta.Cabecera("Content-Language"), Is.EqualTo(idioma));
            Assert.That(respuesta.Cabecera("Vary"), Does.Contain("Accept-Language"));
        });
        Assert.That(
            (string?)(await respuesta.Leer())["title"],
            Is.EqualTo(
                idioma == "en" ? "The request has a parameter that does not exist." : "La solicitud trae un parámetro que no existe."
            )
        );
    }

    [TestCase("application/json", 200)]
    [TestCase("*/*", 200)]
    [TestCase("application/*;q=0.1", 200)]
    [TestCase("text/html, */*;q=0.8", 200)]
    [TestCase("text/csv", 406)]
    [TestCase("application/json;q=0", 406)]
    [TestCase("*/*, application/json;q=0", 406)]
    public async Task Accept_se_respeta(string acepta, int estado)
    {
        var respuesta = await Cliente.Con("/v1/contratos", "Accept", acepta);
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
        if (estado == 406)
            Assert.That((string?)(await respuesta.Leer())["codigo"], Is.EqualTo("FORMATO_NO_DISPONIBLE"));
    }

    [TestCase("contratos", "folio_contrato")]
    [TestCase("informativas", "folio_informativa")]
    public async Task Un_folio_que_se_fue_es_un_410_que_dice_donde_estuvo(string recurso, string filtro)
    {
        var antes = (await Cliente.Json($"/v1/{recurso}?publicacion=2026-05.2&limite=1000"))["datos"]!
            .AsArray()
            .Select(dato => (string)dato!["folio"]!)
            .Distinct();
        var ahora = (await Cliente.Json($"/v1/{recurso}?limite=1000"))["datos"]!
            .AsArray()
            .Select(dato => (string)dato!["folio"]!)
            .ToHashSet();
        var ido = antes.First(folio => !ahora.Contains(folio));

        var respuesta = await Cliente.GetAsync($"/v1/{recurso}/{ido}");
        var problema = await respuesta.Leer();
        var fijada = await Cliente.GetAsync($"/v1/{recurso}/{ido}?publicacion=2026-06");
        var enlazada = await Cliente.GetAsync((string)problema["enlace"]!);
        Assert.Multiple(() =>
        {
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(410));
            Assert.That((string?)problema["ultima_publicacion"], Is.EqualTo("2026-05.2"));
            Assert.That(respuesta.Cabecera("Link"), Does.Contain("predecessor-version"));
            Assert.That((int)fijada.StatusCode, Is.EqualTo(404));
            Assert.That((int)enlazada.StatusCode, Is.EqualTo(200));
        });
        Assert.That((await enlazada.Leer())["datos"]![0]!["folio"]!.ToString(), Is.EqualTo(ido));
        Assert.That((await Cliente.Json($"/v1/{recurso}?{filtro}={ido}"))["datos"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Un_folio_que_esta_responde_una_coleccion()
    {
        var folio = (string)(await Cliente.Json("/v1/contratos?limite=1"))["datos"]![0]!["folio"]!;
        var sobre = await Cliente.Json($"/v1/contratos/{folio}");
        Assert.That(sobre["datos"]!.AsArray().Select(dato => (string?)dato!["folio"]), Is.All.EqualTo(folio).And.Not.Empty);
        Assert.That((string?)sobre["permanente"], Is.EqualTo($"/v1/contratos/{folio}?publicacion=2026-06"));
    }

    [TestCase("es", "Acótala con: periodo, lista.")]
    [TestCase("en", "Narrow it with: periodo, lista.")]
    public async Task Una_consulta_demasiado_amplia_dice_con_que_acotarla(string idioma, string final)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = idioma;
        using var cuerpo = new MemoryStream();
        http.Response.Body = cuerpo;
        await Problema.DemasiadoAmplia(["periodo", "lista"]).ExecuteAsync(http);
        var problema = JsonNode.Parse(cuerpo.ToArray())!.AsObject();
        Assert.Multiple(() =>
        {
            Assert.That(http.Response.StatusCode, Is.EqualTo(422));
            Assert.That((string?)problema["codigo"], Is.EqualTo("CONSULTA_DEMASIADO_AMPLIA"));
            Assert.That((string?)problema["detail"], Does.EndWith(final));
            Assert.That(problema["acotar"]!.ToJsonString(), Is.EqualTo("[\"periodo\",\"lista\"]"));
            Assert.That(
                problema.Select(par => par.Key),
                Is.EqualTo(new[] { "type", "title", "status", "detail", "codigo", "errores", "acotar" })
            );
        });
    }

    [TestCase("/v1/contratos")]
    [TestCase("/v1/informativas")]
    [TestCase("/v1/listados/{lista}/{ejercicio}/{cuatrimestre}/contratos")]
    [TestCase("/v1/listados/{lista}/{ejercicio}/{cuatrimestre}/informativas")]
    [TestCase("/v1/listados/{lista}/{ejercicio}/{cuatrimestre}/renglones")]
    public async Task Donde_una_consulta_puede_ser_demasiado_amplia_se_documenta(string ruta)
    {
        var respuesta = (await Cliente.Contrato())["paths"]![ruta]!["get"]!["responses"]!["422"]!;
        Assert.That((string?)respuesta["description"], Does.Contain("`CONSULTA_DEMASIADO_AMPLIA`"));
        Assert.That(respuesta.ToJsonString(), Does.Contain("#/components/schemas/DemasiadoAmplia"));
    }
}
