using System.Net;
using System.Text.Json.Nodes;

namespace Icsoe.Tests.Api;

/// <summary>The W3C's reconciliation protocol, as OpenRefine and others speak it.</summary>
public sealed class ReconciliacionTests
{
    internal const string Ruta = "/v1/reconciliacion";
    internal const string Jardineria = "yhzt4kotgfjfw";

    private static HttpClient Cliente => Muestra.Cliente;

    [Test]
    public async Task Sin_direccion_publica_el_manifiesto_no_ofrece_lo_que_la_necesita()
    {
        var manifiesto = await Cliente.Json(Ruta);
        Assert.Multiple(() =>
        {
            Assert.That(manifiesto["versions"]!.AsArray().Select(version => (string?)version), Does.Contain("0.2"));
            Assert.That((string?)manifiesto["name"], Is.EqualTo("Contratistas y contratantes del ICSOE (ejemplo ficticio)"));
            Assert.That((int?)manifiesto["batchSize"], Is.EqualTo(100));
            Assert.That(
                manifiesto["defaultTypes"]!.AsArray().Select(tipo => (string?)tipo!["id"]),
                Does.Contain("contratista").And.Contain("parte")
            );
            foreach (var nombre in (string[])["view", "preview", "suggest"])
                Assert.That(manifiesto[nombre], Is.Null, nombre);
            Assert.That(manifiesto["extend"]!["propose_properties"], Is.Null);
        });
    }

    [Test]
    public async Task Las_direcciones_son_las_del_ajuste_y_nunca_las_de_la_solicitud()
    {
        await using var servidor = new ServidorDePrueba(Muestra.Datos, ("Icsoe:UrlPublica", "https://icsoe.ejemplo.mx/base/"));
        using var cliente = servidor.CreateClient();
        cliente.DefaultRequestHeaders.Host = "impostor.example";
        var texto = await cliente.GetStringAsync(Ruta);
        var manifiesto = JsonNode.Parse(texto)!;
        Assert.Multiple(() =>
        {
            Assert.That(texto, Does.Not.Contain("impostor"));
            Assert.That((string?)manifiesto["identifierSpace"], Is.EqualTo("https://icsoe.ejemplo.mx/base/v1/partes/"));
            Assert.That((string?)manifiesto["view"]!["url"], Is.EqualTo("https://icsoe.ejemplo.mx/base/v1/partes/{{id}}"));
            Assert.That((string?)manifiesto["preview"]!["url"], Is.EqualTo("https://icsoe.ejemplo.mx/base/v1/reconciliacion/vista/{{id}}"));
            foreach (
                var (que, camino) in (ReadOnlySpan<(string, string)>)
                    [("entity", "/entidades"), ("property", "/propiedades"), ("type", "/tipos")]
            )
            {
                var servicio = manifiesto["suggest"]![que]!;
                Assert.That(
                    (string?)servicio["service_url"] + (string?)servicio["service_path"],
                    Is.EqualTo($"https://icsoe.ejemplo.mx/base{Ruta}{camino}")
                );
            }
        });
    }

    [TestCase("JARDINERÍA & PAISAJE DE EJEMPLO, S.C.", true)]
    [TestCase("jardineria y paisaje de ejemplo sc", true)]
    [TestCase("Jardinería & Paisaje de Ejemplo, Sociedad Civil", true)]
    [TestCase("JARDINERIA Y PAISAGE DE EJEMPLO SC", false)]
    [TestCase("PAISAJE Y JARDINERIA DE EJEMPLO SC", false)]
    public async Task Se_acepta_solo_lo_que_se_escribe_igual_y_de_un_solo_candidato(string nombre, bool aceptado)
    {
        var primero = (await Preguntar(nombre))[0];
        Assert.Multiple(() =>
        {
            Assert.That(((string?)primero["id"], (bool)primero["match"]!), Is.EqualTo((Jardineria, aceptado)));
            Assert.That((double)primero["score"]!, aceptado ? Is.EqualTo(100) : Is.LessThan(100));
            Assert.That((string?)primero["description"], Does.StartWith("Persona moral · ").And.Contain("como contratista"));
            Assert.That(primero["type"]!.AsArray().Select(tipo => (string?)tipo!["id"]), Is.EqualTo(["contratista", "persona_moral"]));
            Assert.That((string?)primero["features"]![0]!["id"], Is.EqualTo("puntaje"));
        });
    }

    [Test]
    public async Task Quien_no_esta_no_se_acepta_ni_un_parecido_se_acepta_solo()
    {
        Assert.That(await Preguntar("NADIE SE LLAMA ASÍ XQZ, S.A."), Is.Empty);
        var parecidos = await Preguntar("SERVICIOS EJEMPLO DEL BAJIO SC");
        Assert.That(parecidos.Select(candidato => (bool)candidato["match"]!), Has.None.True);
    }

    [Test]
    public async Task Una_clave_es_el_identificador_de_su_nombre()
    {
        var candidatos = await Preguntar(Jardineria);
        Assert.That(
            candidatos.Select(candidato => ((string?)candidato["id"], (bool)candidato["match"]!)),
            Is.EqualTo([(Jardineria, true)])
        );
    }

    [TestCase("""  "type":"contratante" """, 0)]
    [TestCase("""  "type":["persona_moral","contratista"] """, 1)]
    [TestCase("""  "type":"persona_fisica","type_strict":"should" """, 0)]
    [TestCase("""  "type":"/otro/tipo" """, 1)]
    [TestCase("""  "properties":[{"pid":"periodo","v":"2026-1"}] """, 1)]
    [TestCase("""  "properties":[{"pid":"periodo","v":"2021-1"}] """, 0)]
    [TestCase("""  "properties":[{"pid":"tipo_persona","v":["fisica","moral"]}] """, 1)]
    [TestCase("""  "properties":[{"pid":"tipo_persona","v":"fisica"}] """, 0)]
    public async Task Tipos_y_propiedades_acotan(string acotado, int cuantos)
    {
        var candidatos = await Preguntar("JARDINERÍA & PAISAJE DE EJEMPLO, S.C.", acotado);
        Assert.That(candidatos.Count(candidato => (string?)candidato["id"] == Jardineria), Is.EqualTo(cuantos));
    }

    [Test]
    public async Task Con_contrato_con_el_cliente_se_acepta_y_sin_el_no()
    {
        var contrapartes = (await Cliente.Json($"/v1/partes/{Jardineria}/contrapartes?rol=contratante"))["datos"]!.AsArray();
        var (clave, nombre) = ((string?)contrapartes[0]!["clave"], (string?)contrapartes[0]!["nombre"]);
        var suyas = contrapartes.Select(contraparte => (string?)contraparte!["clave"]).ToHashSet();
        var ajena = (await Cliente.Json("/v1/partes?rol=contratante&limite=100"))["datos"]!
            .AsArray()
            .Select(parte => (string?)parte!["clave"])
            .First(otra => !suyas.Contains(otra));
        foreach (
            var (valor, esta) in (List<(string?, bool)>)
                [($"\"{nombre}\"", true), ($"\"{clave}\"", true), ($$"""{"id":"{{clave}}"}""", true), ($"\"{ajena}\"", false)]
        )
        {
            var candidato = (
                await Preguntar("JARDINERÍA & PAISAJE DE EJEMPLO, S.C.", $$"""  "properties":[{"pid":"contratante","v":{{valor}}}] """)
            )[0];
            var rasgo = candidato["features"]!.AsArray().Single(suyo => (string?)suyo!["id"] == "con_contraparte")!;
            Assert.That(((bool)rasgo["value"]!, (bool)candidato["match"]!), Is.EqualTo((esta, esta)), valor);
        }
    }

    [Test]
    public async Task GET_y_POST_responden_lo_mismo_y_lo_enviado_no_se_guarda()
    {
        const string Lote = """{"a":{"query":"armadora inventada de saltillo"},"b":{"query":"ÍÑIGO EJEMPLO YÁÑEZ","limit":1}}""";
        var enviado = await Enviar("queries", Lote);
        var leido = await Cliente.GetStringAsync($"{Ruta}?queries={Uri.EscapeDataString(Lote)}");
        Assert.That(await enviado.Content.ReadAsStringAsync(), Is.EqualTo(leido));
        var preguntado = await Cliente.GetAsync($"{Ruta}?queries={Uri.EscapeDataString(Lote)}");
        Assert.That((enviado.Cabecera("Cache-Control"), preguntado.Cabecera("Cache-Control")), Is.EqualTo(("no-store", "no-store")));
        Assert.That((await Cliente.GetAsync(Ruta)).Cabecera("Cache-Control"), Does.Contain("max-age"), "El manifiesto sí.");
        Assert.That(JsonNode.Parse(leido)!.AsObject().Select(par => par.Key), Is.EqualTo(["a", "b"]));
    }

    [Test]
    public async Task Se_lee_como_estaba_en_la_publicacion_que_se_pida()
    {
        var (antes, despues) = ("/v1/reconciliacion?publicacion=2026-05", "/v1/reconciliacion?publicacion=2026-06");
        const string Consulta = """{"q":{"query":"JARDINERÍA & PAISAJE DE EJEMPLO, S.C."}}""";
        var descripciones = new List<string?>();
        foreach (var ruta in (string[])[antes, despues])
        {
            var respuesta = await Cliente.PostAsync(ruta, new FormUrlEncodedContent([new("queries", Consulta)]));
            descripciones.Add((string?)(await respuesta.Leer())["q"]!["result"]![0]!["description"]);
        }
        Assert.That(descripciones[0], Is.Not.Null.And.Not.EqualTo(descripciones[1]));
    }

    [TestCase("{", 400, "JSON_INVALIDO")]
    [TestCase("[]", 400, "VALOR_INVALIDO")]
    [TestCase("""{"q0":{}}""", 400, "PARAMETRO_FALTANTE")]
    [TestCase("""{"q0":{"query":"x"},"q0":{"query":"y"}}""", 400, "PARAMETRO_REPETIDO")]
    [TestCase("""{"q0":{"query":"x","limit":-1}}""", 400, "VALOR_INVALIDO")]
    [TestCase("""{"q0":{"query":"x","otro":0}}""", 400, "PARAMETRO_DESCONOCIDO")]
    [TestCase("""{"q0":{"query":"x","properties":[{"pid":"rfc","v":"X"}]}}""", 400, "VALOR_INVALIDO")]
    public async Task Cada_error_se_dice(string lote, int estado, string codigo)
    {
        var respuesta = await Enviar("queries", lote);
        var problema = await respuesta.Leer();
        var errores = problema["errores"]!.AsArray();
        Assert.That(
            ((int)respuesta.StatusCode, (string?)(errores.Count > 0 ? errores[0]!["codigo"] : problema["codigo"])),
            Is.EqualTo((estado, codigo))
        );
    }

    [TestCase(""" "query":" " """)]
    [TestCase(""" "query":"JARDINERÍA & PAISAJE DE EJEMPLO, S.C.","properties":[{"pid":"periodo","v":"2026-06"}] """)]
    [TestCase(""" "query":"JARDINERÍA & PAISAJE DE EJEMPLO, S.C.","properties":[{"pid":"tipo_persona","v":"Moral"}] """)]
    public async Task Una_celda_que_no_se_entiende_no_echa_a_perder_el_lote(string mala)
    {
        var respuesta = await Enviar("queries", "{\"a\":{" + mala + "},\"b\":{\"query\":\"ÍÑIGO EJEMPLO YÁÑEZ\"}}");
        var resultado = await respuesta.Leer();
        Assert.That(resultado["a"]!["result"]!.AsArray(), Is.Empty);
        Assert.That(resultado["b"]!["result"]!.AsArray(), Is.Not.Empty);
    }

    [Test]
    public async Task Un_error_no_repite_nombres_enormes()
    {
        var repetida = string.Join(',', Enumerable.Repeat("\"query\":\"x\"", 101));
        var respuesta = await Enviar("queries", $"{{\"{new string('q', 600_000)}\":{{{repetida}}}}}");
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(400));
        Assert.That((await respuesta.Content.ReadAsByteArrayAsync()).Length, Is.LessThan(100_000));
    }

    [Test]
    public async Task Un_lote_enorme_se_rechaza_sin_leerlo_entero()
    {
        var lote = string.Join(',', Enumerable.Range(0, 60_000).Select(numero => $"\"{numero}\":{{}}"));
        var inicio = TimeProvider.System.GetTimestamp();
        Assert.That((int)(await Enviar("queries", $"{{{lote}}}")).StatusCode, Is.EqualTo(413));
        Assert.That(TimeProvider.System.GetElapsedTime(inicio), Is.LessThan(TimeSpan.FromSeconds(3)));
    }

    [TestCase("""  "type":"persona_fisica" """)]
    [TestCase("""  "type":"contratante" """)]
    [TestCase("""  "properties":[{"pid":"periodo","v":"2021-1"}] """)]
    public async Task Una_clave_tambien_se_acota(string acotado) => Assert.That(await Preguntar(Jardineria, acotado), Is.Empty);

    [TestCase(100, 200)]
    [TestCase(101, 413)]
    public async Task Un_lote_tiene_un_tope(int cuantas, int estado)
    {
        var lote = string.Join(
            ',',
            Enumerable.Range(0, cuantas).Select(numero => $$"""  "q{{numero}}":{"query":"ejemplo {{numero}}","limit":1} """)
        );
        Assert.That((int)(await Enviar("queries", $"{{{lote}}}")).StatusCode, Is.EqualTo(estado));
    }

    [Test]
    public async Task Se_envia_uno_de_los_dos_y_como_formulario()
    {
        var ninguno = await Cliente.PostAsync(Ruta, new FormUrlEncodedContent([new("otro", "{}")]));
        var ambos = await Cliente.PostAsync(Ruta, new FormUrlEncodedContent([new("queries", "{}"), new("extend", "{}")]));
        var json = await Cliente.PostAsync(
            Ruta,
            new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"))
        );
        var repetido = await Cliente.PostAsync(Ruta, new FormUrlEncodedContent([new("queries", "{}"), new("queries", "{}")]));
        Assert.That((string?)(await repetido.Leer())["codigo"], Is.EqualTo("PARAMETRO_REPETIDO"));
        Assert.That((string?)(await ninguno.Leer())["codigo"], Is.EqualTo("PARAMETRO_FALTANTE"));
        Assert.That((string?)(await ambos.Leer())["codigo"], Is.EqualTo("PARAMETROS_EXCLUYENTES"));
        Assert.That(json.StatusCode, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
    }

    private static async Task<IReadOnlyList<JsonNode>> Preguntar(string nombre, string acotado = "")
    {
        var consulta = "{\"q0\":{\"query\":" + JsonValue.Create(nombre).ToJsonString() + (acotado.Length == 0 ? "" : "," + acotado) + "}}";
        return [.. (await (await Enviar("queries", consulta)).Leer())["q0"]!["result"]!.AsArray().Select(candidato => candidato!)];
    }

    internal static Task<HttpResponseMessage> Enviar(string campo, string json) =>
        Cliente.PostAsync(Ruta, new FormUrlEncodedContent([new(campo, json)]));
}
