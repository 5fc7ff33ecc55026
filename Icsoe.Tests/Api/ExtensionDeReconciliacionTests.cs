using System.Net;
using System.Text.Json.Nodes;
using static Icsoe.Tests.Api.ReconciliacionTests;

namespace Icsoe.Tests.Api;

/// <summary>What clients of the reconciliation add to their rows, complete while somebody writes, and show of a name.</summary>
public sealed class ExtensionDeReconciliacionTests
{
    private static HttpClient Cliente => Muestra.Cliente;

    [Test]
    public async Task Se_agregan_contratos_clientes_periodos_y_listas()
    {
        var propuestas = (await Cliente.Json($"{Ruta}/propuestas?type="))["properties"]!
            .AsArray()
            .Select(propiedad => (string)propiedad!["id"]!)
            .ToList();
        var pedido =
            $$"""{"ids":["{{Jardineria}}","aaaaaaaaaaaaa","no es una clave"],"properties":[{{string.Join(',', propuestas.Select(id => $$"""{"id":"{{id}}","name":"x"}"""))}}]}""";
        var extendido = await (await Enviar("extend", pedido)).Leer();
        var ficha = await Cliente.Json($"/v1/partes/{Jardineria}");
        var clientes = (await Cliente.Json($"/v1/partes/{Jardineria}/contrapartes?rol=contratante&limite=10"))["datos"]!.AsArray();
        var contratos = (await Cliente.Json($"/v1/partes/{Jardineria}/contratos?limite=10"))["datos"]!.AsArray();
        var suya = extendido["rows"]![Jardineria]!;
        Assert.Multiple(() =>
        {
            Assert.That(extendido["meta"]!.AsArray().Select(meta => (string?)meta!["id"]), Is.EqualTo(propuestas));
            Assert.That(Textos(suya, "variantes"), Is.EqualTo(ficha["variantes"]!.AsArray().Select(variante => (string?)variante)));
            Assert.That((long?)suya["contratos_como_contratista"]![0]!["int"], Is.EqualTo((long?)ficha["contratos"]!["como_contratista"]));
            Assert.That(
                Textos(suya, "periodos"),
                Is.SupersetOf((string?[])[(string?)ficha["primera"], (string?)ficha["ultima"]]).And.Ordered
            );
            Assert.That(Textos(suya, "tipo_persona"), Is.EqualTo(["moral"]));
            Assert.That(Textos(suya, "listas"), Does.Contain("publico"));
            Assert.That(Textos(suya, "contratos"), Is.EqualTo(contratos.Select(contrato => (string?)contrato!["folio"])));
            Assert.That(
                suya["contratantes"]!.AsArray().Select(cliente => ((string?)cliente!["id"], (string?)cliente["name"])),
                Is.EqualTo(clientes.Select(cliente => ((string?)cliente!["clave"], (string?)cliente["nombre"])))
            );
            foreach (var ajena in (string[])["aaaaaaaaaaaaa", "no es una clave"])
                Assert.That(extendido["rows"]![ajena]!.AsObject().Select(par => par.Value!.AsArray().Count), Has.All.Zero, ajena);
        });
    }

    [Test]
    public async Task Los_ajustes_dicen_cuantos_y_de_que_periodo()
    {
        var contratos = await Folios("""{"limite":"2"}""");
        Assert.That(contratos, Has.Count.EqualTo(2));
        var delPeriodo = await Folios("""{"limite":1000,"periodo":"2026-1"}""");
        var esperados = (await Cliente.Json($"/v1/partes/{Jardineria}/contratos?periodo=2026-1&limite=1000"))["datos"]!.AsArray();
        Assert.That(delPeriodo, Is.EqualTo(esperados.Select(contrato => (string?)contrato!["folio"])));

        foreach (var malo in (string[])["""{"limite":0}""", """{"limite":1001}""", """{"limite":"dos"}""", """{"periodo":"2026-06"}"""])
            Assert.That((await Pedir(malo)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), malo);

        foreach (var mal in (string[])["""{"ids":[5],"properties":[]}""", """{"ids":[],"properties":[{"id":"listas"},{"id":"listas"}]}"""])
            Assert.That((await Enviar("extend", mal)).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), mal);

        async Task<List<string?>> Folios(string ajustes) =>
            Textos((await (await Pedir(ajustes)).Leer())["rows"]![Jardineria]!, "contratos");

        Task<HttpResponseMessage> Pedir(string ajustes) =>
            Enviar("extend", $$"""{"ids":["{{Jardineria}}"],"properties":[{"id":"contratos","settings":{{ajustes}}}]}""");
    }

    [Test]
    public async Task Las_sugerencias_toleran_lo_que_los_programas_agregan()
    {
        var sugeridas = (await Cliente.Json($"{Ruta}/entidades?prefix=jard&key=&type=parte&spell=always&lang=en"))["result"]!.AsArray();
        Assert.Multiple(async () =>
        {
            Assert.That(sugeridas.Select(sugerida => (string?)sugerida!["id"]), Does.Contain(Jardineria));
            Assert.That(sugeridas[0]!["notable"]!.AsArray(), Is.Not.Empty);
            Assert.That(
                await Ids("entidades?prefix=jard&cursor=1"),
                Is.EqualTo(sugeridas.Skip(1).Select(sugerida => (string?)sugerida!["id"]))
            );
            Assert.That(await Ids($"entidades?prefix={Jardineria}"), Is.EqualTo([Jardineria]));
            Assert.That(await Ids("entidades?prefix="), Is.Empty);
            Assert.That(await Ids("tipos?prefix=PERSONA"), Is.EqualTo(["persona_moral", "persona_fisica"]));
            Assert.That(await Ids("propiedades"), Is.EqualTo(["periodo", "tipo_persona", "contratante", "contratista"]));
            Assert.That(await Ids("propiedades?prefix=contrat&cursor=1"), Is.EqualTo(["contratista"]));
        });

        async Task<List<string?>> Ids(string que) =>
            [.. (await Cliente.Json($"{Ruta}/{que}"))["result"]!.AsArray().Select(uno => (string?)uno!["id"])];
    }

    [Test]
    public async Task La_vista_se_deja_mostrar_dentro_de_otra_pagina_y_no_carga_nada()
    {
        var respuesta = await Cliente.GetAsync($"{Ruta}/vista/{Jardineria}");
        var html = await respuesta.Content.ReadAsStringAsync();
        var politica = respuesta.Cabecera("Content-Security-Policy");
        Assert.Multiple(() =>
        {
            Assert.That(respuesta.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/html"));
            Assert.That(
                html,
                Does.Contain("JARDINERÍA &amp; PAISAJE DE EJEMPLO, S.C.")
                    .And.Contain("EJEMPLO FICTICIO")
                    .And.Contain("Un nombre no identifica a nadie")
            );
            Assert.That(politica, Does.Contain("default-src 'none'").And.Contain("frame-ancestors *").And.Contain("style-src 'sha256-"));
            Assert.That(politica, Does.Not.Contain("unsafe"));
            Assert.That(respuesta.Headers.Contains("X-Frame-Options"), Is.False);
        });
        var otra = await Cliente.GetAsync(Ruta);
        Assert.That(
            (otra.Cabecera("X-Frame-Options"), (await Cliente.GetAsync($"{Ruta}/vista/aaaaaaaaaaaaa")).StatusCode),
            Is.EqualTo(("DENY", HttpStatusCode.NotFound))
        );
        var ficha = await Cliente.Json($"{Ruta}/ficha/{Jardineria}");
        Assert.That(((string?)ficha["id"], html.Contains((string)ficha["html"]!)), Is.EqualTo((Jardineria, true)));
    }

    private static List<string?> Textos(JsonNode fila, string propiedad) =>
        [.. fila[propiedad]!.AsArray().Select(valor => (string?)valor!["str"])];
}
