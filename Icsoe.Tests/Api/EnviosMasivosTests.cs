using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Icsoe.Api.Peticiones;

namespace Icsoe.Tests.Api;

/// <summary><c>/v1/consultas-masivas</c>: what it takes, what it refuses, and how it answers.</summary>
[TestFixture, Parallelizable]
internal sealed class EnviosMasivosTests
{
    private const int LineasMaximas = 1_000;

    private AlmacenDeMasivas almacen = null!;

    private static string Publica => AlmacenDeMasivas.Nombre("PUBLICA");

    [OneTimeSetUp]
    public void Levantar() => almacen = new AlmacenDeMasivas();

    [OneTimeTearDown]
    public void Bajar() => almacen.Dispose();

    [TestCase(LineasMaximas, 200)]
    [TestCase(LineasMaximas + 1, 400)]
    public async Task Admite_hasta_mil_nombres(int cuantos, int estado)
    {
        var nombres = new JsonArray([.. Enumerable.Range(0, cuantos).Select(i => JsonValue.Create($"EJEMPLO {i}"))]);
        var respuesta = await almacen.Enviar(new JsonObject { ["nombres"] = nombres }.ToJsonString());
        await Comprobar(respuesta, cuantos, estado);
    }

    [TestCase(LineasMaximas, 200)]
    [TestCase(LineasMaximas + 1, 400)]
    public async Task Admite_hasta_mil_renglones(int cuantos, int estado)
    {
        var csv = "nombre\r\n" + string.Concat(Enumerable.Range(0, cuantos).Select(i => $"EJEMPLO {i}\r\n"));
        await Comprobar(await almacen.Enviar(Encoding.UTF8.GetBytes(csv), Medios.Csv), cuantos, estado);
    }

    [TestCase("""{"consultas":[{"nombre":""}]}""", "PARAMETRO_VACIO", "consultas[0].nombre")]
    [TestCase("""{"consultas":[{"nombre":"X"},{}]}""", "PARAMETRO_FALTANTE", "consultas[1]")]
    [TestCase("""{"consultas":[{"nombre":"X","folio":"Y"}]}""", "PARAMETROS_EXCLUYENTES", "consultas[0]")]
    [TestCase("""{"consultas":[{"clave":"no es"}]}""", "VALOR_INVALIDO", "consultas[0].clave")]
    [TestCase("""{"consultas":[{"nombre":"X","rol":"cliente"}]}""", "VALOR_INVALIDO", "consultas[0].rol")]
    [TestCase("""{"consultas":[{"nombre":"X","tipo_persona":"m"}]}""", "VALOR_INVALIDO", "consultas[0].tipo_persona")]
    [TestCase("""{"consultas":[{"nombre":"X","rol":"contratante","contratante":"Y"}]}""", "PARAMETROS_EXCLUYENTES", "consultas[0].rol")]
    [TestCase("""{"consultas":[{"nombre":"X","nombree":"Y"}]}""", "PARAMETRO_DESCONOCIDO", "consultas[0].nombree")]
    [TestCase("""{"consultas":[7]}""", "VALOR_INVALIDO", "consultas[0]")]
    [TestCase("""{"consultas":[]}""", "PARAMETRO_VACIO", "consultas")]
    [TestCase("""{"consultas":{}}""", "VALOR_INVALIDO", "consultas")]
    [TestCase("""{"nombres":["X",7]}""", "VALOR_INVALIDO", "nombres[1]")]
    [TestCase("""{"nombres":["X","  "]}""", "PARAMETRO_VACIO", "nombres[1]")]
    [TestCase("""{"nombres":["X"],"consultas":[{"nombre":"X"}]}""", "PARAMETROS_EXCLUYENTES", "nombres")]
    [TestCase("""{"nombres":null,"consultas":null}""", "PARAMETRO_FALTANTE", "consultas")]
    [TestCase("""{"nombres":["X","🙂"]}""", "PARAMETRO_VACIO", "nombres[1]")]
    [TestCase("""{"consultas":[{"nombre":"-"}]}""", "PARAMETRO_VACIO", "consultas[0].nombre")]
    [TestCase("""{"consultas":[{"nombre":"X","contratante":"…"}]}""", "PARAMETRO_VACIO", "consultas[0].contratante")]
    [TestCase("{}", "PARAMETRO_FALTANTE", "consultas")]
    [TestCase("[]", "VALOR_INVALIDO", null)]
    [TestCase("""{"nombres":["X"],"periodo":"2026-06"}""", "PERIODO_CONFUNDIDO", "periodo")]
    [TestCase("""{"nombres":["X"],"publicacion":"2025-3"}""", "PUBLICACION_CONFUNDIDA", "publicacion")]
    public async Task Lo_que_esta_mal_dice_donde(string json, string codigo, string? lugar)
    {
        var respuesta = await almacen.Enviar(json);
        var error = (await respuesta.Leer())["errores"]![0]!;
        Assert.That(((int)respuesta.StatusCode, (string?)error["codigo"], (string?)error["parametro"]), Is.EqualTo((400, codigo, lugar)));
    }

    [TestCase(512, 200)]
    [TestCase(513, 400)]
    public async Task Un_nombre_tiene_un_tope(int largo, int estado)
    {
        var json = await almacen.Enviar($$"""{"nombres":["{{new string('Ñ', largo)}}"]}""");
        var csv = await almacen.Enviar(Encoding.UTF8.GetBytes($"nombre\n{new string('Ñ', largo)}\n"), Medios.Csv);
        Assert.That(((int)json.StatusCode, (int)csv.StatusCode), Is.EqualTo((estado, estado)));
    }

    [TestCase("\"publicacion\":\"2026-03\"", "publicacion")]
    [TestCase("\"contra\":\"2025-12\"", "contra")]
    public async Task Una_publicacion_que_no_existe_es_un_404(string miembro, string parametro)
    {
        var respuesta = await almacen.Enviar($$"""{"nombres":["X"],{{miembro}}}""");
        var problema = await respuesta.Leer();
        Assert.That(
            ((int)respuesta.StatusCode, (string?)problema["codigo"], (string?)problema["errores"]![0]!["parametro"]),
            Is.EqualTo((404, "PUBLICACION_INEXISTENTE", parametro))
        );
    }

    [TestCase("""{"nombres":null,"consultas":[{"nombre":"X"}]}""")]
    [TestCase("""{"nombres":["X"],"consultas":null}""")]
    [TestCase("""{"nombres":["7"]}""")]
    public async Task Nulo_es_como_no_darlo_y_una_cifra_es_un_nombre(string json) =>
        Assert.That((int)(await almacen.Enviar(json)).StatusCode, Is.EqualTo(200));

    [TestCase("?rol=contratante&contratante=Y", """{"nombres":["X"]}""", "nombres[0]")]
    [TestCase("?rol=contratante", """{"consultas":[{"nombre":"X","contratante":"Y"}]}""", "consultas[0]")]
    [TestCase("?contratante=Y", """{"consultas":[{"nombre":"X","rol":"contratante"}]}""", "consultas[0].rol")]
    [TestCase("?rol=contratante", "nombre,cliente\nX,Y\n", "fila 2")]
    [TestCase("?rol=contratante&contratante=Y", "nombre\nX\n", "fila 2")]
    [TestCase("?rol=contratista&contratante=Y", "nombre\nX\n", null)]
    [TestCase("?rol=contratante", "nombre,cliente\nX,\n", null)]
    [TestCase("?rol=contratante&contratante=Y", """{"consultas":[{"nombre":"X","rol":"contratista"}]}""", null)]
    public async Task Un_contratante_no_tiene_contratante_lo_diga_quien_lo_diga(string consulta, string cuerpo, string? lugar)
    {
        var respuesta = await almacen.Enviar(
            Encoding.UTF8.GetBytes(cuerpo),
            cuerpo.StartsWith('{') ? "application/json" : Medios.Csv,
            consulta
        );
        var error = (await respuesta.Leer())["errores"]?[0];
        Assert.That(
            ((int)respuesta.StatusCode, (string?)error?["codigo"], (string?)error?["parametro"]),
            Is.EqualTo(lugar is null ? (200, null, null) : (400, "PARAMETROS_EXCLUYENTES", lugar))
        );
    }

    [TestCase("text/csv", "", "text/csv")]
    [TestCase("application/json", "?formato=csv", "text/csv")]
    [TestCase("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "", Medios.Xlsx)]
    [TestCase("text/csv", "?formato=json", "application/json")]
    [TestCase("*/*", "", "application/json")]
    [TestCase("application/json;q=0.5, text/csv", "", "text/csv")]
    [TestCase("text/csv;q=0.5, application/json;q=0.6", "", "application/json")]
    [TestCase("text/csv, */*;q=0.1", "", "text/csv")]
    [TestCase("image/png", "", "application/problem+json")]
    public async Task Se_responde_en_el_formato_que_se_pide(string acepta, string consulta, string medio)
    {
        using var solicitud = new HttpRequestMessage(HttpMethod.Post, AlmacenDeMasivas.Ruta + consulta)
        {
            Content = new StringContent("""{"nombres":["X"]}""", null, "application/json"),
        };
        solicitud.Headers.Accept.ParseAdd(acepta);
        var respuesta = await almacen.Http.SendAsync(solicitud);
        Assert.That(respuesta.Content.Headers.ContentType!.MediaType, Is.EqualTo(medio));
    }

    [Test]
    public async Task El_CSV_trae_un_renglon_por_linea_con_su_primer_candidato()
    {
        var respuesta = await almacen.Enviar(
            $$"""{"periodo":"2025-3","contra":"2026-01","consultas":[{"ref":"a,b","nombre":"{{Publica}}"},{"nombre":"Zeta"}]}""",
            "?formato=csv"
        );
        var lineas = (await respuesta.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.That(
            lineas[..3],
            Is.EqualTo(
                new[]
                {
                    "ref,estado,con_contratante,contratos,puntaje,motivos,candidatos,candidato,candidato_tipo_persona,candidato_clave,candidato_estado,"
                        + "estado_antes,contratos_antes,aparecieron,salieron,enlace",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"\"a,b\",publico,,2,1,,1,\"{Publica}\",moral,{Clave},publico,publico,1,1,0,/v1/contratos?parte_clave={Clave}&periodo=2025-3&publicacion=2026-01.2"
                    ),
                    "Zeta,ausente,,0,,,0,,,,,ausente,0,0,0,",
                }
            )
        );
    }

    [Test]
    public async Task Quien_se_va_a_la_mitad_no_estorba_al_siguiente()
    {
        for (var vez = 0; vez < 10; vez++)
        {
            using var corte = new CancellationTokenSource();
            using var contenido = new QueSeCorta(corte);
            contenido.Headers.ContentType = new("application/json");
            Assert.That(
                async () => await almacen.Http.PostAsync(AlmacenDeMasivas.Ruta, contenido, corte.Token),
                Throws.InstanceOf<Exception>()
            );
        }
        Assert.That((int)(await almacen.Enviar("""{"nombres":["X"]}""")).StatusCode, Is.EqualTo(200));
    }

    private static string Clave => Domain.Modelo.Plegado.Clave(Publica, Domain.Modelo.TipoPersona.Moral);

    private static async Task Comprobar(HttpResponseMessage respuesta, int cuantos, int estado)
    {
        var json = await respuesta.Leer();
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
        if (estado == 200)
            Assert.That(json["datos"]!.AsArray(), Has.Count.EqualTo(cuantos));
        else
            Assert.That($"{json["codigo"]} {json["detail"]}", Does.StartWith("DEMASIADOS_VALORES ").And.Contain("1000"), "Dice el máximo.");
    }

    /// <summary>Sends the first half of a body, and goes away.</summary>
    private sealed class QueSeCorta(CancellationTokenSource corte) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync("""{"nombres":["""u8.ToArray());
            await stream.FlushAsync();
            await corte.CancelAsync();
            await Task.Delay(Timeout.Infinite, corte.Token);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
