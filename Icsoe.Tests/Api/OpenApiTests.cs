using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Icsoe.Tests.Api;

public sealed class OpenApiTests
{
    private static HttpClient Cliente => Muestra.Cliente;

    [Test]
    public async Task El_documento_del_repositorio_es_el_que_se_sirve()
    {
        var servido = await Cliente.GetStringAsync("/openapi.json");
        var archivo = Path.Combine(Raiz(), "openapi.json");
        if (Environment.GetEnvironmentVariable("ICSOE_UPDATE_OPENAPI") == "1")
            await File.WriteAllTextAsync(archivo, servido);
        Assert.That(
            File.Exists(archivo) ? (await File.ReadAllTextAsync(archivo)).ReplaceLineEndings("\n") : null,
            Is.EqualTo(servido),
            "openapi.json is not what the app serves. If the change is meant: ICSOE_UPDATE_OPENAPI=1 dotnet test, and commit the file."
        );
    }

    [Test]
    public async Task El_documento_no_cambia_por_pedirlo_otra_vez_ni_a_otro_servidor()
    {
        var primero = await Cliente.GetStringAsync("/openapi.json");
        await using var otro = new ServidorDePrueba(Muestra.Datos);
        using var cliente = otro.CreateClient();
        Assert.That(await cliente.GetStringAsync("/openapi.json"), Is.EqualTo(primero));
        Assert.That(await cliente.GetStringAsync("/openapi.json"), Is.EqualTo(primero));
        Assert.That(await Cliente.GetStringAsync("/openapi.json"), Is.EqualTo(primero));
    }

    [TestCase("csv", "text/csv", false)]
    [TestCase("ndjson", "application/x-ndjson", false)]
    [TestCase("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", true)]
    public async Task Las_exportaciones_dicen_sus_cabeceras_y_todos_sus_estados(string formato, string tipo, bool tieneTope)
    {
        var documento = await Cliente.Contrato();
        foreach (var que in new[] { "contratos", "informativas", "renglones" })
        {
            var respuestas = documento["paths"]![$"/v1/exportaciones/{que}.{formato}"]!["get"]!["responses"]!.AsObject();
            string[] estados = ["200", "304", "400", "404", .. tieneTope ? ["422"] : (string[])[], "429", "500", "503"];
            Assert.That(respuestas.Select(par => par.Key), Is.EqualTo(estados));
            Assert.That(respuestas["200"]!["content"]!.AsObject().Select(par => par.Key), Is.EqualTo(new[] { tipo }));
            Assert.That(respuestas["200"]!["headers"]!["Icsoe-Filas"]!["schema"]!["type"]!.ToString(), Is.EqualTo("integer"));
            Assert.That(respuestas["429"]!["headers"]!["Retry-After"]!["schema"]!["type"]!.ToString(), Is.EqualTo("integer"));
            if (tieneTope)
                Assert.That(respuestas["422"]!["description"]!.ToString(), Does.Contain("DEMASIADAS_FILAS_PARA_XLSX"));
        }
    }

    [Test]
    public async Task Toda_operacion_campo_y_parametro_tiene_descripcion_y_ejemplo()
    {
        var documento = await Cliente.Contrato();
        Assert.That((string?)documento["openapi"], Does.StartWith("3.1"));
        Assert.Multiple(() =>
        {
            foreach (var (ruta, _, operacion) in Operaciones(documento))
            {
                Assert.That((string?)operacion["summary"], Is.Not.Empty, ruta);
                Assert.That((string?)operacion["description"], Is.Not.Empty, ruta);
                Assert.That((string?)operacion["operationId"], Is.Not.Empty, ruta);
                foreach (var parametro in operacion["parameters"]?.AsArray() ?? [])
                {
                    Assert.That((string?)parametro!["description"], Is.Not.Empty, $"{ruta} {parametro["name"]}");
                    Assert.That(parametro["example"], Is.Not.Null, $"{ruta} {parametro["name"]}");
                }
            }
            foreach (var (esquema, cuerpo) in documento["components"]!["schemas"]!.AsObject())
            {
                foreach (var (campo, valor) in cuerpo!["properties"]!.AsObject())
                {
                    Assert.That((string?)valor!["description"], Is.Not.Empty, $"{esquema}.{campo}");
                    var anidado = valor["$ref"] is not null || valor["oneOf"] is not null || valor["items"]?["$ref"] is not null;
                    Assert.That(anidado || valor["examples"] is not null, Is.True, $"{esquema}.{campo} sin ejemplo");
                }
            }
        });
    }

    [TestCase("/v1/contratos", "/v1/contratos?listas=1", 400)]
    [TestCase("/v1/contratos", "/v1/contratos?publicacion=2026-04", 404)]
    [TestCase("/v1/contratos/{folio}", "/v1/contratos/NADA", 404)]
    [TestCase("/v1/informativas/{folio}", "/v1/informativas/NADA", 404)]
    [TestCase("/v1/publicaciones/{id}", "/v1/publicaciones/2026-04", 404)]
    [TestCase("/v1/publicaciones/{id}", "/v1/publicaciones/2026-1", 400)]
    [TestCase("/v1/publicaciones/{id}", "/v1/publicaciones/2026-06?x=1", 400)]
    [TestCase("/v1/archivos/{nombre}", "/v1/archivos/NADA", 404)]
    [TestCase("/v1/archivos/{nombre}", "/v1/archivos/NADA?x=1", 400)]
    [TestCase("/v1/listados/{lista}/{ejercicio}/{cuatrimestre}", "/v1/listados/publico/2026/9", 404)]
    [TestCase("/v1/inconsistencias/{codigo}", "/v1/inconsistencias/X", 404)]
    [TestCase("/v1/avisos/{lista}", "/v1/avisos/X", 404)]
    public async Task Cada_estado_que_se_responde_esta_documentado_con_su_codigo(string ruta, string solicitud, int estado)
    {
        var documento = await Cliente.Contrato();
        var respuesta = await Cliente.GetAsync(solicitud);
        var codigo = (string)(await respuesta.Leer())["codigo"]!;
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
        Assert.That(
            (string?)documento["paths"]![ruta]!["get"]!["responses"]![estado.ToString()]?["description"],
            Does.Contain($"`{codigo}`")
        );
    }

    [Test]
    public async Task Toda_ruta_documentada_responde_a_sus_ejemplos()
    {
        var documento = await Cliente.Contrato();
        foreach (var (ruta, metodo, operacion) in Operaciones(documento))
        {
            var direccion = ruta;
            foreach (var parametro in operacion["parameters"]?.AsArray() ?? [])
            {
                if ((string?)parametro!["in"] == "path")
                    direccion = direccion.Replace($"{{{parametro["name"]}}}", parametro["example"]!.ToString(), StringComparison.Ordinal);
            }
            var solicitud = new HttpRequestMessage(new HttpMethod(metodo), direccion);
            var cuerpo = operacion["requestBody"]?["content"]!.AsObject().First();
            if (cuerpo is { } suyo)
                solicitud.Content =
                    suyo.Key == "application/x-www-form-urlencoded"
                        ? new FormUrlEncodedContent(
                            suyo.Value!["example"]!.AsObject().Select(campo => KeyValuePair.Create(campo.Key, (string?)campo.Value))
                        )
                        : new StringContent(suyo.Value!["example"]!.ToJsonString(), new MediaTypeHeaderValue(suyo.Key));
            var respuesta = await Cliente.SendAsync(solicitud);
            if (cuerpo is not null)
                Assert.That((int)respuesta.StatusCode, Is.EqualTo(200), $"El ejemplo de {metodo} {ruta}.");
            var estado = ((int)respuesta.StatusCode).ToString();
            Assert.That(operacion["responses"]!.AsObject().ContainsKey(estado), Is.True, $"{direccion} responde {estado}");
            Assert.That(
                operacion["responses"]![estado]!["content"]!.AsObject().Select(par => par.Key),
                Does.Contain(respuesta.Content.Headers.ContentType!.MediaType),
                direccion
            );
        }
    }

    [Test]
    public async Task La_pagina_de_documentacion_se_abre_con_su_propia_politica()
    {
        var pagina = await Cliente.GetAsync("/swagger/index.html");
        Assert.Multiple(() =>
        {
            Assert.That((int)pagina.StatusCode, Is.EqualTo(200));
            Assert.That(pagina.Cabecera("Content-Security-Policy"), Does.Contain("script-src 'self'"));
        });
    }

    private static IEnumerable<(string Ruta, string Metodo, JsonNode Operacion)> Operaciones(JsonNode documento) =>
        from ruta in documento["paths"]!.AsObject()
        from operacion in ruta.Value!.AsObject()
        select (ruta.Key, operacion.Key.ToUpperInvariant(), operacion.Value!);

    // With CI=true the source paths are rewritten, so the root is looked for upwards.
    private static string Raiz()
    {
        var carpeta = new DirectoryInfo(AppContext.BaseDirectory);
        while (carpeta is not null && !File.Exists(Path.Combine(carpeta.FullName, "Icsoe.Api.sln")))
            carpeta = carpeta.Parent;
        return carpeta?.FullName ?? throw new InvalidOperationException("Icsoe.Api.sln is nowhere above the tests.");
    }
}
