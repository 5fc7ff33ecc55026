using System.Net;
using System.Text.Json.Nodes;

namespace Icsoe.Tests.Api;

/// <summary>What changed between the publications of the sample, and what happened to each folio.</summary>
public sealed class CambiosTests
{
    private static readonly string[] Ids = ["2026-05", "2026-05.2", "2026-06"];

    private static HttpClient Cliente => Muestra.Cliente;

    [Test, Combinatorial]
    public async Task Quitar_cada_antes_y_agregar_cada_despues_da_la_otra_publicacion(
        [ValueSource(nameof(Ids))] string contra,
        [ValueSource(nameof(Ids))] string id
    )
    {
        var cambios = await Todos($"/v1/publicaciones/{id}/cambios?contra={contra}");
        foreach (var (entidad, ruta) in new[] { ("contrato", "/v1/contratos"), ("informativa", "/v1/informativas") })
        {
            var filas = (await Todos($"{ruta}?publicacion={contra}")).Select(Texto).ToList();
            foreach (var cambio in cambios.Where(cambio => (string)cambio["entidad"]! == entidad))
            {
                if (cambio["antes"] is { } antes)
                    Assert.That(filas.Remove(Texto(antes)), antes.ToJsonString());
                if (cambio["despues"] is { } despues)
                    filas.Add(Texto(despues));
            }
            Assert.That(filas, Is.EquivalentTo((await Todos($"{ruta}?publicacion={id}")).Select(Texto)));
        }
        Assert.That(cambios, id == contra ? Is.Empty : Is.Not.Empty);
    }

    [Test]
    public async Task Los_campos_son_los_miembros_que_difieren()
    {
        var cambios = await Todos("/v1/publicaciones/2026-06/cambios");
        Assert.That(cambios.Select(cambio => (string)cambio["cambio"]!).Distinct(), Has.Member("cambia_de_lista").And.Member("aparece"));
        foreach (var cambio in cambios)
        {
            var antes = Hojas(cambio["antes"], "");
            var despues = Hojas(cambio["despues"], "");
            var distintos = antes.Keys.Where(campo => antes[campo] != despues.GetValueOrDefault(campo));
            if (cambio["antes"] is null || cambio["despues"] is null)
                Assert.That(cambio["campos"]!.AsArray(), Is.Empty);
            else
                Assert.That(cambio["campos"]!.AsArray().Select(campo => (string)campo!), Is.EquivalentTo(distintos).And.Not.Empty);
            Assert.That((string)cambio["id"]!, Is.EqualTo((string)(cambio["despues"] ?? cambio["antes"])!["id"]!));
            Assert.That((string)cambio["periodo"]!, Is.EqualTo((string)(cambio["despues"] ?? cambio["antes"])!["periodo"]!));
        }
    }

    [Test]
    public async Task Sin_contra_se_compara_con_la_anterior_y_la_primera_con_ninguna()
    {
        var junio = await Cliente.Json("/v1/publicaciones/2026-06/cambios?limite=1");
        Assert.That((string)junio["contra"]!, Is.EqualTo("2026-05.2"));
        var primera = await Cliente.Json("/v1/publicaciones/2026-05/cambios?limite=1000");
        Assert.That(primera["contra"], Is.Null);
        Assert.That(primera["datos"]!.AsArray().Select(cambio => (string)cambio!["cambio"]!), Is.All.EqualTo("aparece").And.Not.Empty);
    }

    [Test]
    public async Task Se_pagina_hasta_el_final_tambien_desde_ultima()
    {
        var todos = (await Todos("/v1/publicaciones/2026-06/cambios")).Select(cambio => cambio.ToJsonString()).ToList();
        var paginas = new List<string>();
        var ruta = "/v1/publicaciones/ultima/cambios?limite=2";
        while (ruta is not null)
        {
            var respuesta = await Cliente.GetAsync(ruta);
            var pagina = await respuesta.Leer();
            paginas.AddRange(pagina["datos"]!.AsArray().Select(cambio => cambio!.ToJsonString()));
            var siguiente = (string?)pagina["siguiente"];
            ruta = siguiente is null ? null : $"/v1/publicaciones/ultima/cambios?limite=2&cursor={siguiente}";
            Assert.That((string)pagina["permanente"]!, Does.StartWith("/v1/publicaciones/2026-06/cambios?limite=2"));
            var fija = await Cliente.Json((string)pagina["permanente"]!);
            Assert.That(fija.ToJsonString(), Is.EqualTo(pagina.ToJsonString()));
            if (siguiente is not null)
                Assert.That(
                    respuesta.Headers.GetValues("Link").Single(enlace => enlace.Contains("rel=\"next\"")),
                    Does.StartWith($"</v1/publicaciones/2026-06/cambios?limite=2&cursor={siguiente}>")
                );
        }
        Assert.That(paginas, Is.EqualTo(todos));
    }

    [Test]
    public async Task El_cursor_de_una_publicacion_no_sirve_en_otra()
    {
        var cursor = (string)(await Cliente.Json("/v1/publicaciones/2026-06/cambios?limite=1"))["siguiente"]!;
        var ajena = await Cliente.GetAsync($"/v1/publicaciones/2026-05/cambios?limite=1&cursor={cursor}");
        Assert.That(ajena.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((string)(await ajena.Leer())["codigo"]!, Is.EqualTo("CURSOR_INVALIDO"));
        var otra = await Cliente.GetAsync($"/v1/publicaciones/2026-06/cambios?limite=1&entidad=contrato&cursor={cursor}");
        Assert.That(otra.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("/v1/publicaciones/2026-06/cambios?contra=2026-01", 404, "PUBLICACION_INEXISTENTE")]
    [TestCase("/v1/publicaciones/2026-06/cambios?contra=2030-01", 404, "PUBLICACION_INEXISTENTE")]
    [TestCase("/v1/publicaciones/2026-06/cambios?contra=2026-1", 400, "PUBLICACION_CONFUNDIDA")]
    [TestCase("/v1/publicaciones/2026-06/cambios?contra=ayer", 400, "VALOR_INVALIDO")]
    [TestCase("/v1/publicaciones/2026-01/cambios", 404, "PUBLICACION_INEXISTENTE")]
    [TestCase("/v1/publicaciones/nada/cambios", 400, "VALOR_INVALIDO")]
    [TestCase("/v1/publicaciones/2026-06/cambios?cambio=baja", 400, "VALOR_INVALIDO")]
    [TestCase("/v1/publicaciones/2026-06/cambios?entidad=parte", 400, "VALOR_INVALIDO")]
    [TestCase("/v1/publicaciones/2026-06/cambios?publicacion=2026-06", 400, "PARAMETRO_DESCONOCIDO")]
    [TestCase("/v1/publicaciones/2026-06/cambios.csv?limite=5", 400, "PARAMETRO_DESCONOCIDO")]
    [TestCase("/v1/publicaciones/2026-06/cambios.xml", 404, "RUTA_INEXISTENTE")]
    [TestCase("/v1/contratos/NADIE/historia", 404, "CONTRATO_INEXISTENTE")]
    [TestCase("/v1/informativas/NADIE/historia", 404, "INFORMATIVA_INEXISTENTE")]
    public async Task Lo_que_no_existe_se_dice(string ruta, int estado, string codigo)
    {
        var respuesta = await Cliente.GetAsync(ruta);
        var problema = await respuesta.Leer();
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado), problema.ToJsonString());
        Assert.That((string)problema["codigo"]!, Is.EqualTo(codigo));
    }

    [Test]
    public async Task En_ndjson_vienen_los_mismos_y_con_los_mismos_filtros()
    {
        foreach (var filtros in new[] { "", "?contra=2026-05&entidad=contrato", "?cambio=cambia_de_lista&lista=inconsistente" })
        {
            var respuesta = await Cliente.GetAsync($"/v1/publicaciones/2026-06/cambios.ndjson{filtros}");
            Assert.That(respuesta.Content.Headers.ContentType!.ToString(), Is.EqualTo("application/x-ndjson"));
            var lineas = (await respuesta.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var todos = await Todos($"/v1/publicaciones/2026-06/cambios{filtros}");
            Assert.That(lineas.Select(linea => JsonNode.Parse(linea)!.ToJsonString()), Is.EqualTo(todos.Select(c => c.ToJsonString())));
        }
    }

    [Test]
    public async Task En_csv_vienen_los_mismos_con_cada_lado_en_sus_columnas()
    {
        var texto = await Cliente.GetStringAsync("/v1/publicaciones/2026-06/cambios.csv");
        var filas = texto.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(Columnas).ToList();
        var todos = await Todos("/v1/publicaciones/2026-06/cambios");
        Assert.That(filas, Has.Count.EqualTo(todos.Count + 1));
        var encabezado = filas[0];
        Assert.That(filas.Select(fila => fila.Length), Is.All.EqualTo(encabezado.Length));
        foreach (var (fila, cambio) in filas.Skip(1).Zip(todos))
        {
            string De(string columna) => fila[Array.IndexOf(encabezado, columna)];
            Assert.That(De("cambio"), Is.EqualTo((string)cambio["cambio"]!));
            Assert.That(De("campos"), Is.EqualTo(string.Join(';', cambio["campos"]!.AsArray().Select(campo => (string)campo!))));
            foreach (var lado in new[] { "antes", "despues" })
            {
                var suya = cambio[lado];
                Assert.That(De($"{lado}_contratista"), Is.EqualTo((string?)suya?["contratista"]?["nombre"] ?? ""));
                Assert.That(De($"{lado}_lista"), Is.EqualTo((string?)suya?["lista"] ?? ""));
                Assert.That(De($"{lado}_fecha_inicio"), Is.EqualTo((string?)suya?["fecha_inicio"] ?? ""));
                var folio = (string)cambio["entidad"]! == "contrato" ? suya?["informativa"]?["folio"] : suya?["folio"];
                Assert.That(De($"{lado}_folio_informativa"), Is.EqualTo((string?)folio ?? ""));
            }
        }
    }

    [Test]
    public async Task Un_archivo_de_cambios_tiene_etag_y_no_se_manda_dos_veces()
    {
        const string ruta = "/v1/publicaciones/2026-06/cambios.csv";
        var etag = (await Cliente.GetAsync(ruta)).Headers.ETag!.ToString();
        var repetida = await Cliente.Con(ruta, "If-None-Match", etag);
        Assert.That(repetida.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That((await Cliente.GetAsync($"{ruta}?contra=2026-05")).Headers.ETag!.ToString(), Is.Not.EqualTo(etag));
        var cabezas = await Cliente.SendAsync(new HttpRequestMessage(HttpMethod.Head, ruta));
        Assert.That(cabezas.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await cabezas.Content.ReadAsStringAsync(), Is.Empty);
    }

    [Test]
    public async Task La_historia_de_un_contrato_corregido_cuenta_los_dias_que_estuvo_inconsistente()
    {
        var mudado = (await Todos("/v1/publicaciones/2026-06/cambios?entidad=contrato&cambio=cambia_de_lista")).First(cambio =>
            (string)cambio["despues"]!["lista"]! == "publico"
        );
        var folio = (string)mudado["despues"]!["folio"]!;
        var hechos = (await Cliente.Json($"/v1/contratos/{folio}/historia"))["datos"]!.AsArray().Select(hecho => hecho!).ToList();
        Assert.That(hechos.Select(hecho => (string)hecho["cambio"]!), Is.EqualTo(["aparece", "cambia_de_lista"]));
        Assert.That(hechos.Select(hecho => (string)hecho["publicacion"]!), Is.EqualTo(["2026-05.2", "2026-06"]));
        // From 7 May to 4 June.
        Assert.That(hechos.Select(hecho => (int?)hecho["dias_inconsistente"]), Is.EqualTo(new int?[] { null, 28 }));
        var antes = await Cliente.Json($"/v1/contratos/{folio}/historia?publicacion=2026-05.2");
        Assert.That(antes["datos"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task La_historia_responde_de_una_informativa_que_ya_no_esta()
    {
        var dejada = (await Todos("/v1/publicaciones/2026-06/cambios?entidad=informativa&cambio=desaparece"))[0];
        var folio = (string)dejada["antes"]!["folio"]!;
        Assert.That((await Cliente.GetAsync($"/v1/informativas/{folio}")).StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        var hechos = (await Cliente.Json($"/v1/informativas/{folio}/historia"))["datos"]!.AsArray();
        Assert.That((string)hechos[^1]!["cambio"]!, Is.EqualTo("desaparece"));
        Assert.That((string)hechos[^1]!["publicacion"]!, Is.EqualTo("2026-06"));
    }

    private static string[] Columnas(string linea)
    {
        var columnas = new List<string>();
        var actual = new System.Text.StringBuilder();
        var entreComillas = false;
        for (var i = 0; i < linea.Length; i++)
        {
            if (linea[i] == '"' && entreComillas && i + 1 < linea.Length && linea[i + 1] == '"')
                actual.Append(linea[i++]);
            else if (linea[i] == '"')
                entreComillas = !entreComillas;
            else if (linea[i] == ',' && !entreComillas)
            {
                columnas.Add(actual.ToString());
                actual.Clear();
            }
            else
                actual.Append(linea[i]);
        }
        return [.. columnas, actual.ToString()];
    }

    private static Dictionary<string, string?> Hojas(JsonNode? nodo, string prefijo)
    {
        var hojas = new Dictionary<string, string?>();
        foreach (var (nombre, valor) in nodo?.AsObject() ?? [])
        {
            if (valor is JsonObject objeto)
            {
                foreach (var (hoja, suyo) in Hojas(objeto, $"{prefijo}{nombre}."))
                    hojas[hoja] = suyo;
            }
            else
                hojas[prefijo + nombre] = valor?.ToJsonString();
        }
        return hojas;
    }

    private static string Texto(JsonNode fila) => fila.ToJsonString();

    private static async Task<List<JsonNode>> Todos(string ruta)
    {
        var filas = new List<JsonNode>();
        var separador = ruta.Contains('?') ? '&' : '?';
        string? cursor = null;
        do
        {
            var pagina = await Cliente.Json($"{ruta}{separador}limite=1000{(cursor is null ? "" : $"&cursor={cursor}")}");
            filas.AddRange(pagina["datos"]!.AsArray().Select(fila => fila!));
            cursor = (string?)pagina["siguiente"];
        } while (cursor is not null);
        return filas;
    }
}
