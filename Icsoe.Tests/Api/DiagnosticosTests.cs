using System.Net.Http.Headers;
using System.Text;

namespace Icsoe.Tests.Api;

public sealed class DiagnosticosTests
{
    private const string Ruta = "/v1/diagnosticos";
    private const int BytesMaximos = 64 * 1024;
    internal const string DosNormales = """
        {"periodo":"2026-1","presentadas":[
          {"folio":"N1","tipo":"normal","fecha_presentacion":"2026-05-12"},
          {"folio":"N2","tipo":"normal","fecha_presentacion":"2026-05-13","referencia":null}]}
        """;

    private static HttpClient Cliente => Muestra.Cliente;

    [Test]
    public async Task Dice_el_caso_los_pasos_y_cuantas_complementarias()
    {
        var respuesta = await Enviar(DosNormales);
        var diagnostico = await respuesta.Leer();
        var catalogo = (await Cliente.Json("/v1/inconsistencias/INFORMATIVA_MULTIPLE"))["casos"]![1]!;
        Assert.Multiple(() =>
        {
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(200));
            Assert.That((string?)diagnostico["estado"], Is.EqualTo("multiple"));
            Assert.That((int?)diagnostico["caso"], Is.EqualTo(2));
            Assert.That(diagnostico["como_solventar"]!.ToJsonString(), Is.EqualTo(catalogo.ToJsonString()), "Las palabras de la guía.");
            Assert.That(diagnostico["vigentes"]!.AsArray().Select(vigente => (string?)vigente!["folio"]), Is.EqualTo(["N1", "N2"]));
            Assert.That(
                diagnostico["pasos"]!
                    .AsArray()
                    .Select(paso => $"{paso!["numero"]} {paso["tipo"]} {paso["sobre"]} {paso["incluye_contratos_de"]!.ToJsonString()}"),
                Is.EqualTo(["1 sin_efectos N2 []", """2 correccion N1 ["N2"]"""])
            );
            Assert.That((string)diagnostico["pasos"]![1]!["texto"]!, Does.Contain("los contratos de N1 y también los de N2."));
            Assert.That((string?)diagnostico["queda"], Is.EqualTo("correccion"));
            Assert.That(
                diagnostico["complementarias"]!.ToJsonString(),
                Is.EqualTo("""{"usadas":0,"con_los_pasos":2,"maximo":4,"alcanzan":true}""")
            );
            Assert.That((string)diagnostico["aviso"]!, Does.Contain("no es documento del IMSS").And.Contain("no se guarda"));
        });
    }

    [Test]
    public async Task Los_borradores_dicen_que_nadie_los_envio_y_dejan_en_blanco_quien_es()
    {
        var borradores = (await (await Enviar(DosNormales)).Leer())["borradores"]!;
        var (aclaracion, solicitud) = ((string)borradores["aclaracion"]!, (string)borradores["solicitud_a_contratista"]!);
        Assert.Multiple(() =>
        {
            foreach (var texto in (string[])[aclaracion, solicitud])
            {
                Assert.That(texto, Does.StartWith("BORRADOR: nadie lo ha enviado."));
                Assert.That(texto, Does.Contain("del cuatrimestre 1 de 2026 (enero-abril)"));
                Assert.That(texto, Does.Contain("«Informativa múltiple (Sólo debe existir una informativa por cuatrimestre)»."));
                Assert.That(texto, Does.Contain("«Sin efectos» sobre la informativa N2."));
                Assert.That(texto, Does.Contain("«Corrección» sobre la informativa N1, con sus contratos y los de N2."));
            }
            Assert.That(aclaracion, Does.Contain("Promociones Electrónicas/ICSOE").And.Contain("con RFC [RFC]"));
            Assert.That(aclaracion, Does.Contain("\n- N1, Normal, presentada el 2026-05-12\n"));
            Assert.That(solicitud, Does.Contain("Para: [contratista]").And.Contain("primeros 5 días hábiles"));
        });
    }

    [Test]
    public async Task Cuando_no_alcanzan_las_complementarias_el_borrador_pide_orientacion()
    {
        var diagnostico = await (
            await Enviar(
                """
                {"presentadas":[
                  {"folio":"N1","tipo":"normal","fecha_presentacion":"2026-05-01"},
                  {"folio":"C1","tipo":"correccion","fecha_presentacion":"2026-05-02","referencia":"N1"},
                  {"folio":"N2","tipo":"normal","fecha_presentacion":"2026-05-03"},
                  {"folio":"C2","tipo":"correccion","fecha_presentacion":"2026-05-04","referencia":"N2"}]}
                """
            )
        ).Leer();
        Assert.Multiple(() =>
        {
            Assert.That((string?)diagnostico["caso"], Is.EqualTo("otro"));
            Assert.That(diagnostico["como_solventar"], Is.Null);
            Assert.That(
                diagnostico["complementarias"]!.ToJsonString(),
                Is.EqualTo("""{"usadas":2,"con_los_pasos":5,"maximo":4,"alcanzan":false}""")
            );
            Assert.That(
                (string)diagnostico["borradores"]!["aclaracion"]!,
                Does.Contain("Solicito que se me oriente").And.Contain("[cuatrimestre y año]")
            );
        });
    }

    [Test]
    public async Task Cuentan_el_dia_y_luego_el_orden_y_lo_que_no_cuenta_se_dice()
    {
        // Filed the day before what it refers to: it is as if it referred to nothing.
        var antes = await (await Enviar(Dos("2026-05-12", "2026-05-11"))).Leer();
        var mismoDia = await (await Enviar(Dos("2026-05-12", "2026-05-12"))).Leer();
        Assert.Multiple(() =>
        {
            Assert.That((int?)antes["caso"], Is.EqualTo(1));
            Assert.That(antes["referencias_ignoradas"]!.ToJsonString(), Is.EqualTo("""["C1"]"""));
            Assert.That((string?)mismoDia["estado"], Is.EqualTo("unica"));
            Assert.That(mismoDia["caso"], Is.Null);
            Assert.That(mismoDia["pasos"]!.AsArray(), Is.Empty);
            Assert.That(mismoDia["borradores"], Is.Null);
            Assert.That(mismoDia["referencias_ignoradas"]!.AsArray(), Is.Empty);
        });

        static string Dos(string normal, string correccion) =>
            $$"""
                {"presentadas":[{"folio":"N1","tipo":"normal","fecha_presentacion":"{{normal}}"},
                {"folio":"C1","tipo":"correccion","fecha_presentacion":"{{correccion}}","referencia":"N1"}]}
                """;
    }

    [Test]
    public async Task De_nada_presentado_queda_presentar_una()
    {
        var diagnostico = await (await Enviar("""{"presentadas":[]}""")).Leer();
        Assert.Multiple(() =>
        {
            Assert.That((string?)diagnostico["estado"], Is.EqualTo("sin_informativa"));
            Assert.That((string?)diagnostico["pasos"]![0]!["tipo"], Is.EqualTo("normal"));
            Assert.That(diagnostico["pasos"]![0]!["sobre"], Is.Null);
            Assert.That((string)diagnostico["borradores"]!["aclaracion"]!, Does.Contain("- ninguna informativa"));
        });
    }

    private const string Buena = """ "folio":"N1","tipo":"normal","fecha_presentacion":"2026-05-12" """;

    [TestCase("[]", "VALOR_INVALIDO", null)]
    [TestCase("null", "VALOR_INVALIDO", null)]
    [TestCase("{}", "PARAMETRO_FALTANTE", "presentadas")]
    [TestCase("""{"presentadas":{}}""", "VALOR_INVALIDO", "presentadas")]
    [TestCase("""{"presentadas":[7]}""", "VALOR_INVALIDO", "presentadas[0]")]
    [TestCase("""{"presentadas":[],"presentada":1}""", "PARAMETRO_DESCONOCIDO", "presentada")]
    [TestCase("""{"presentadas":[],"presentadas":[]}""", "PARAMETRO_REPETIDO", "presentadas")]
    [TestCase("""{"presentadas":[],"periodo":"2026-06"}""", "PERIODO_CONFUNDIDO", "periodo")]
    [TestCase("""{"presentadas":[],"periodo":20261}""", "VALOR_INVALIDO", "periodo")]
    [TestCase("""{"presentadas":[{|,"rfc":"X"}]}""", "PARAMETRO_DESCONOCIDO", "presentadas[0].rfc")]
    [TestCase("""{"presentadas":[{|},{|}]}""", "VALOR_INVALIDO", "presentadas[1].folio")]
    [TestCase("""{"presentadas":[{"tipo":"normal","fecha_presentacion":"2026-05-12"}]}""", "PARAMETRO_FALTANTE", "presentadas[0].folio")]
    [TestCase(
        """{"presentadas":[{"folio":" ","tipo":"normal","fecha_presentacion":"2026-05-12"}]}""",
        "PARAMETRO_VACIO",
        "presentadas[0].folio"
    )]
    [TestCase(
        """{"presentadas":[{"folio":"N1","tipo":"Normal","fecha_presentacion":"2026-05-12"}]}""",
        "VALOR_INVALIDO",
        "presentadas[0].tipo"
    )]
    [TestCase(
        """{"presentadas":[{"folio":"N1","tipo":"normal","fecha_presentacion":"12/05/2026"}]}""",
        "VALOR_INVALIDO",
        "presentadas[0].fecha_presentacion"
    )]
    [TestCase(
        """{"presentadas":[{"folio":"N1","tipo":"normal","fecha_presentacion":"2026-07-16"}]}""",
        "VALOR_FUERA_DE_RANGO",
        "presentadas[0].fecha_presentacion"
    )]
    [TestCase(
        """{"presentadas":[{"folio":"E1","tipo":"sin_efectos","fecha_presentacion":"2026-05-12"}]}""",
        "PARAMETRO_FALTANTE",
        "presentadas[0].referencia"
    )]
    [TestCase(
        """{"presentadas":[{"folio":"E1","tipo":"sin_efectos","fecha_presentacion":"2026-05-12","referencia":null}]}""",
        "PARAMETRO_FALTANTE",
        "presentadas[0].referencia"
    )]
    public async Task Cada_error_se_dice_con_su_lugar(string cuerpo, string codigo, string? lugar)
    {
        var respuesta = await Enviar(cuerpo.Replace("|", Buena));
        var errores = (await respuesta.Leer())["errores"]!.AsArray();
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(400));
        Assert.That(errores.Select(error => ((string?)error!["codigo"], (string?)error["parametro"])), Is.EqualTo([(codigo, lugar)]));
    }

    [TestCase("2026-07-15", 64, 20, 200)]
    [TestCase("2026-07-15", 65, 20, 400)]
    [TestCase("2026-07-15", 64, 21, 400)]
    public async Task Hasta_hoy_hasta_64_caracteres_y_hasta_20(string fecha, int caracteres, int cuantas, int estado)
    {
        var presentadas = Enumerable
            .Range(1, cuantas)
            .Select(numero =>
                $$"""{"folio":"{{numero.ToString().PadLeft(caracteres, 'N')}}","tipo":"normal","fecha_presentacion":"{{fecha}}"}"""
            );
        var respuesta = await Enviar($$"""{"presentadas":[{{string.Join(',', presentadas)}}]}""");
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
    }

    [Test]
    public async Task Todos_los_errores_se_dicen_de_una_vez_y_hasta_cien()
    {
        var varios = await Enviar("""{"periodo":"x","presentadas":[{"folio":7},{"tipo":"otro"}],"mas":1}""");
        var muchos = await Enviar(
            $$"""{"presentadas":[],{{string.Join(',', Enumerable.Range(1, 101).Select(numero => $"\"x{numero}\":1"))}}}"""
        );
        Assert.That(
            (await varios.Leer())["errores"]!.AsArray().Select(error => (string?)error!["parametro"]),
            Is.EquivalentTo([
                "mas",
                "periodo",
                "presentadas[0].folio",
                "presentadas[0].tipo",
                "presentadas[0].fecha_presentacion",
                "presentadas[1].folio",
                "presentadas[1].tipo",
                "presentadas[1].fecha_presentacion",
            ])
        );
        Assert.That((await muchos.Leer())["errores"]!.AsArray(), Has.Count.EqualTo(100));
    }

    [Test]
    public async Task La_respuesta_no_se_guarda_ni_es_304_y_solo_se_pregunta_por_POST()
    {
        var solicitud = new HttpRequestMessage(HttpMethod.Post, Ruta)
        {
            Content = new StringContent(DosNormales, new MediaTypeHeaderValue("application/json")),
        };
        solicitud.Headers.TryAddWithoutValidation("If-None-Match", "*");
        var respuesta = await Cliente.SendAsync(solicitud);
        var lectura = await Cliente.GetAsync(Ruta);
        var conParametro = await Cliente.PostAsync(
            $"{Ruta}?periodo=2026-1",
            new StringContent(DosNormales, new MediaTypeHeaderValue("application/json"))
        );
        Assert.Multiple(async () =>
        {
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(200));
            Assert.That(respuesta.Cabecera("Cache-Control"), Is.EqualTo("no-store"));
            Assert.That(respuesta.Cabecera("Access-Control-Allow-Origin"), Is.EqualTo("*"));
            Assert.That(((int)lectura.StatusCode, lectura.Cabecera("Allow")), Is.EqualTo((405, "POST")));
            Assert.That((string?)(await conParametro.Leer())["codigo"], Is.EqualTo("PARAMETRO_DESCONOCIDO"));
        });
    }

    private static Task<HttpResponseMessage> Enviar(string cuerpo) => Enviar(Encoding.UTF8.GetBytes(cuerpo));

    private static Task<HttpResponseMessage> Enviar(byte[] cuerpo)
    {
        var contenido = new ByteArrayContent(cuerpo);
        contenido.Headers.ContentType = new("application/json");
        return Cliente.PostAsync(Ruta, contenido);
    }
}
