using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Icsoe.Api.Peticiones;

namespace Icsoe.Tests.Api;

/// <summary><c>/v1/consultas-masivas</c>: what it takes, what it refuses, and the formats of both sides.</summary>
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

    [TestCase("12345678903,HEGG560427MVZRRL04,450.25")]
    [TestCase("NSS,CURP,SBC\n12345678903,HEGG560427MVZRRL04,450.25")]
    public async Task El_archivo_de_personas_trabajadoras_no_se_recibe_ni_se_repite(string csv)
    {
        var respuesta = await almacen.Enviar(Encoding.UTF8.GetBytes(csv), Medios.Csv, "?columna=NSS");
        var texto = await respuesta.Content.ReadAsStringAsync();
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(422));
        Assert.That(
            texto,
            Does.Contain("ARCHIVO_DE_TRABAJADORES").And.Not.Contain("12345678903").And.Not.Contain("HEGG").And.Not.Contain("450.25")
        );
    }

    [TestCase("1234", true)]
    [TestCase("12345", false)]
    public async Task De_un_archivo_sin_encabezado_no_se_repiten_numeros(string numero, bool seMuestra)
    {
        var respuesta = await almacen.Enviar(Encoding.UTF8.GetBytes($"EJEMPLO,X{numero},otra,más\n"), Medios.Csv);
        Assert.That((await respuesta.Content.ReadAsStringAsync()).Contains(numero, StringComparison.Ordinal), Is.EqualTo(seMuestra));
    }

    [TestCase("nombre,ref", 512, 200)]
    [TestCase("nombre,ref", 513, 400)]
    [TestCase("nombre,cliente", 512, 200)]
    [TestCase("nombre,cliente", 513, 400)]
    public async Task La_referencia_y_el_cliente_tienen_el_mismo_tope(string encabezado, int largo, int estado)
    {
        var respuesta = await almacen.Enviar(Encoding.UTF8.GetBytes($"{encabezado}\nX,{new string('Ñ', largo)}\n"), Medios.Csv);
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
    }

    [TestCase("nombre", "")]
    [TestCase("PROVEEDOR", "")]
    [TestCase("Razón social", "")]
    [TestCase("Quién", "&columna=quien")]
    public async Task La_columna_se_elige_por_su_encabezado(string encabezado, string consulta)
    {
        foreach (var separador in (string[])[",", ";"])
        {
            var csv = $"id{separador}{encabezado}\r\n\r\n1{separador}\"{Publica}\"\r\n2{separador}Zeta\r\n";
            var respuesta = await almacen.Enviar(
                [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(csv)],
                Medios.Csv,
                $"?periodo=2025-3{consulta}"
            );
            Assert.That(await Estados(respuesta), Is.EqualTo(new[] { (Publica, "publico"), ("Zeta", "ausente") }));
        }
    }

    [Test]
    public async Task Otras_columnas_traen_la_referencia_y_el_cliente()
    {
        var csv =
            $"Número,Proveedor,Comprador\nP1,\"{Publica}\",\"{AlmacenDeMasivas.Cliente}\"\nP2,\"{Publica}\",NADIE CONOCIDO\nP3,\"{Publica}\",\n";
        var respuesta = await almacen.Enviar(
            Encoding.UTF8.GetBytes(csv),
            "text/csv; charset=utf-8",
            "?periodo=2025-3&columna_ref=numero&columna_contratante=COMPRADOR"
        );
        Assert.That(
            (await respuesta.Leer())["datos"]!.AsArray().Select(linea => ((string?)linea!["ref"], (string?)linea["con_contratante"])),
            Is.EqualTo(new (string?, string?)[] { ("P1", "si"), ("P2", "no"), ("P3", null) })
        );
    }

    [Test]
    public async Task Por_folio_la_columna_trae_folios()
    {
        var csv = $"folio\n {AlmacenDeMasivas.Folio(4)} \n{AlmacenDeMasivas.Folio(99)}\n";
        var respuesta = await almacen.Enviar(Encoding.UTF8.GetBytes(csv), Medios.Csv, "?por=folio&periodo=2025-3");
        Assert.That((await Estados(respuesta)).Select(par => par.Item2), Is.EqualTo(new[] { "inconsistente", "ausente" }));
    }

    [TestCase("a,b\n1,2\n", "", 400, "VALOR_INVALIDO")]
    [TestCase("proveedor,b\nX,2\n", "?columna=provedor", 400, "VALOR_INVALIDO")]
    [TestCase("nombre,b\nX,2\n", "?columna_contratante=c", 400, "VALOR_INVALIDO")]
    [TestCase("nombre,b\n", "", 400, "PARAMETRO_VACIO")]
    [TestCase("nombre,b\n,2\n", "", 400, "PARAMETRO_VACIO")]
    [TestCase("nombre,b\n-,2\n", "", 400, "PARAMETRO_VACIO")]
    [TestCase("nombre,cliente\nX,-\n", "", 400, "PARAMETRO_VACIO")]
    [TestCase("clave\nno es\n", "?por=clave", 400, "VALOR_INVALIDO")]
    [TestCase("", "", 422, "ARCHIVO_ILEGIBLE")]
    [TestCase("nombre\n\"sin cerrar\n", "", 422, "ARCHIVO_ILEGIBLE")]
    public async Task Un_archivo_que_no_sirve_se_rechaza(string csv, string consulta, int estado, string codigo)
    {
        var respuesta = await almacen.Enviar(Encoding.UTF8.GetBytes(csv), Medios.Csv, consulta);
        Assert.That(((int)respuesta.StatusCode, (string?)(await respuesta.Leer())["codigo"]), Is.EqualTo((estado, codigo)));
    }

    [Test]
    public async Task Un_renglon_sin_nombre_dice_cual_es_y_una_columna_ajena_cual_se_parece()
    {
        var sinNombre = await almacen.Enviar("id,nombre\n1,X\n2,\n"u8.ToArray(), Medios.Csv);
        var otra = await almacen.Enviar("id,proveedor\n1,X\n"u8.ToArray(), Medios.Csv, "?columna=provedor");
        var error = (await otra.Leer())["errores"]![0]!;
        Assert.That((string?)(await sinNombre.Leer())["errores"]![0]!["parametro"], Is.EqualTo("fila 3"));
        Assert.That(((string?)error["sugerencia"], error["validos"]!.ToJsonString()), Is.EqualTo(("proveedor", """["id","proveedor"]""")));
    }

    [TestCase("")]
    [TestCase("PK")]
    [TestCase("no es un libro")]
    public async Task Un_libro_que_no_lo_es_se_rechaza(string bytes)
    {
        var respuesta = await almacen.Enviar(Encoding.UTF8.GetBytes(bytes), Medios.Xlsx);
        Assert.That(((int)respuesta.StatusCode, (string?)(await respuesta.Leer())["codigo"]), Is.EqualTo((422, "ARCHIVO_ILEGIBLE")));
    }

    [Test]
    public async Task Lo_que_sale_en_XLSX_se_puede_volver_a_enviar()
    {
        var salio = await almacen.Enviar($$"""{"periodo":"2025-3","nombres":["{{Publica}}","=1+1","X👷\u0001"]}""", "?formato=xlsx");
        var libro = await salio.Content.ReadAsByteArrayAsync();
        Assert.That(salio.Content.Headers.ContentType!.MediaType, Is.EqualTo(Medios.Xlsx));
        Assert.That(salio.Cabecera("Content-Disposition"), Does.Contain("consultas-masivas.xlsx"));
        (string, string)[] esperado = [(Publica, "publico"), ("=1+1", "ausente"), ("X👷\uFFFD", "ausente")];
        Assert.That(await Estados(await almacen.Enviar(libro, Medios.Xlsx, "?columna=Referencia&periodo=2025-3")), Is.EqualTo(esperado));

        using var formulario = new MultipartFormDataContent { { new ByteArrayContent(libro), "archivo", "proveedores.xlsx" } };
        var porFormulario = await almacen.Http.PostAsync($"{AlmacenDeMasivas.Ruta}?columna=Referencia&periodo=2025-3", formulario);
        Assert.That(await Estados(porFormulario), Is.EqualTo(esperado));
    }

    [TestCase(null, "no", Description = "Sin campo cuenta el parámetro.")]
    [TestCase("el cliente", "si")]
    [TestCase("", "PARAMETRO_VACIO")]
    [TestCase("🙂", "PARAMETRO_VACIO")]
    public async Task El_cliente_puede_ir_en_el_formulario_y_no_en_la_direccion(string? campo, string esperado)
    {
        using var formulario = new MultipartFormDataContent
        {
            { new StringContent($"proveedor\r\n\"{Publica}\"\r\n"), "archivo", "proveedores.csv" },
        };
        if (campo is not null)
            formulario.Add(new StringContent(campo == "el cliente" ? AlmacenDeMasivas.Cliente : campo), "contratante");
        var respuesta = await almacen.Http.PostAsync($"{AlmacenDeMasivas.Ruta}?periodo=2025-3&contratante=NADIE+CONOCIDO", formulario);
        var leida = await respuesta.Leer();
        var dicho = leida["datos"]?[0]!["con_contratante"] ?? leida["errores"]![0]!["codigo"];
        Assert.That((string?)dicho, Is.EqualTo(esperado));
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

    private static async Task<IEnumerable<(string, string)>> Estados(HttpResponseMessage respuesta)
    {
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(200), await respuesta.Content.ReadAsStringAsync());
        return (await respuesta.Leer())["datos"]!.AsArray().Select(linea => ((string)linea!["ref"]!, (string)linea["estado"]!));
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
