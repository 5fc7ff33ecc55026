using System.Text;
using System.Text.Json.Nodes;
using Icsoe.Api.Peticiones;
using Icsoe.Tests.Comandos;
using Icsoe.Tests.Lectura;

namespace Icsoe.Tests.Api;

/// <summary><c>/v1/validaciones</c>: which list each informativa would go to, and why.</summary>
public sealed class ValidacionesTests
{
    private const string Ruta = "/v1/validaciones";
    private const string Rfc = "SEM180312AB1";

    private static HttpClient Cliente => Muestra.Cliente;

    private static Presentada SinPersonas =>
        Presentada.Numero(2, contratos: 2) with
        {
            Contratos = [new(), new() { Folio = "A2", PersonasTrabajadoras = 0 }],
        };

    [Test]
    public async Task Dice_la_lista_el_lugar_el_valor_por_que_y_como_solventarlo()
    {
        var validacion = await Validar($$"""{"informativas":[{{Presentada.Numero(1).EnJson()}},{{SinPersonas.EnJson()}}]}""");
        var (limpia, otra) = (validacion["informativas"]![0]!, validacion["informativas"]![1]!);
        var hallazgo = otra["inconsistencias"]!.AsArray().Single()!;
        var catalogo = await Cliente.Json("/v1/inconsistencias/SIN_TRABAJADORES");
        Assert.Multiple(() =>
        {
            Assert.That((string?)limpia["veredicto"], Is.EqualTo("publico"));
            Assert.That(limpia["inconsistencias"]!.AsArray(), Is.Empty);
            Assert.That((string?)limpia["fecha_limite"], Is.EqualTo("2026-05-18"));
            Assert.That((bool?)limpia["tardia"], Is.False);
            Assert.That((string?)otra["veredicto"], Is.EqualTo("inconsistente"));
            Assert.That((string?)otra["lugar"]!["ruta"], Is.EqualTo("informativas[1]"));
            Assert.That((string?)hallazgo["codigo"], Is.EqualTo("SIN_TRABAJADORES"));
            Assert.That((string?)hallazgo["contrato"], Is.EqualTo("A2"));
            Assert.That((string?)hallazgo["lugar"]!["ruta"], Is.EqualTo("informativas[1].contratos[1].personas_trabajadoras"));
            Assert.That((string?)hallazgo["valor"], Is.EqualTo("0"));
            Assert.That((string?)hallazgo["por_que"], Is.EqualTo((string?)catalogo["condicion"]));
            Assert.That(hallazgo["como_solventar"]!.ToJsonString(), Is.EqualTo(catalogo["como_solventar"]!.ToJsonString()));
            Assert.That((string?)hallazgo["guia"], Is.EqualTo((string?)catalogo["guia"]!["url"]));
            Assert.That((string)validacion["aviso"]!, Does.Contain("no se guarda").And.Contain("no del IMSS"));
            Assert.That(
                validacion["resumen"]!.ToJsonString(),
                Is.EqualTo(
                    """{"informativas":2,"contratos":3,"publicas":1,"inconsistentes":1,"no_se_listan":0,"ilegibles":0,"advertencias":5,"hallazgos":1,"hallazgos_omitidos":0}"""
                )
            );
        });
    }

    [Test]
    public async Task En_cada_formato_el_lugar_se_dice_como_se_ve()
    {
        var (antes, fila) = (TablaDePrueba.Fila(), TablaDePrueba.Fila(2, 2).Con("personas_trabajadoras", 0));
        object?[][] filas = [TablaDePrueba.Nombres, antes, TablaDePrueba.Fila(2), fila];
        var csv = await Lugar(Encoding.UTF8.GetBytes(TablaDePrueba.Csv(',', "\n", filas)), Medios.Csv);
        var xlsx = await Lugar(new LibroDePrueba().ConHoja("Notas", ["Léeme"]).ConHoja("Datos", filas).EnBytes(), Medios.Xlsx);
        var ndjson = await Lugar(Encoding.UTF8.GetBytes($"{Presentada.Numero(1).EnJson()}\n\n{SinPersonas.EnJson()}"), Medios.Ndjson);
        var lista = await Lugar(Encoding.UTF8.GetBytes($"[{Presentada.Numero(1).EnJson()},{SinPersonas.EnJson()}]"), Operacion.Json);
        Assert.Multiple(() =>
        {
            Assert.That(csv, Is.EqualTo("""{"ruta":null,"linea":null,"hoja":null,"fila":4,"columna":"personas_trabajadoras"}"""));
            Assert.That(xlsx, Is.EqualTo("""{"ruta":null,"linea":null,"hoja":"Datos","fila":4,"columna":"personas_trabajadoras"}"""));
            Assert.That(
                ndjson,
                Is.EqualTo("""{"ruta":"contratos[1].personas_trabajadoras","linea":3,"hoja":null,"fila":null,"columna":null}""")
            );
            Assert.That(
                lista,
                Is.EqualTo("""{"ruta":"[1].contratos[1].personas_trabajadoras","linea":null,"hoja":null,"fila":null,"columna":null}""")
            );
        });

        static async Task<string> Lugar(byte[] cuerpo, string medio) =>
            (await (await Enviar(cuerpo, medio)).Leer())["informativas"]![1]!["inconsistencias"]![0]!["lugar"]!.ToJsonString();
    }

    [Test]
    public async Task Las_de_un_expediente_se_juzgan_juntas_y_ninguna_se_calla()
    {
        var normal = Presentada.Numero(1) with { FechaPresentacion = "2026-05-01" };
        var validacion = await Validar(
            Lista(
                normal,
                normal with
                {
                    Folio = "N2",
                    FechaPresentacion = "2026-05-02",
                },
                normal with
                {
                    Folio = "SE1",
                    Tipo = "sin_efectos",
                    Referencia = "N2",
                    FechaPresentacion = "2026-05-03",
                    Contratos = [],
                },
                normal with
                {
                    Folio = "C1",
                    Tipo = "correccion",
                    Referencia = normal.Folio,
                    FechaPresentacion = "2026-05-04",
                },
                normal with
                {
                    Folio = "N3",
                    FechaPresentacion = "2026-05-05",
                    Referencia = "NADIE",
                },
                normal with
                {
                    Folio = "AC1",
                    Tipo = "actualizacion",
                    Referencia = "C1",
                    FechaPresentacion = "2026-05-06",
                    Contratos = [normal.Contratos[0] with { PersonasTrabajadoras = 0 }],
                }
            )
        );
        var informativas = validacion["informativas"]!.AsArray();
        Assert.That(
            informativas.Select(una =>
                $"{una!["folio"]} {una["veredicto"]} {una["razon"]} {string.Join(',', una["inconsistencias"]!.AsArray().Select(h => (string)h!["codigo"]!))} {una["referencia_ignorada"]}"
            ),
            Is.EqualTo([
                "N260000001 no_se_lista sustituida  false",
                "N2 no_se_lista anulada  false",
                "SE1 no_se_lista es_sin_efectos  false",
                "C1 inconsistente  SIN_TRABAJADORES,INFORMATIVA_MULTIPLE false",
                "N3 inconsistente  INFORMATIVA_MULTIPLE true",
                "AC1 no_se_lista es_actualizacion  false",
            ])
        );
        var (deActualizacion, multiple) = (informativas[3]!["inconsistencias"]![0]!, informativas[3]!["inconsistencias"]![1]!);
        Assert.That(
            (string?)deActualizacion["lugar"]!["ruta"],
            Is.EqualTo("[5].contratos[0].personas_trabajadoras"),
            "Está en la actualización, no en la corrección."
        );
        Assert.That((int?)multiple["caso"], Is.EqualTo(1));
        Assert.That((string)multiple["como_solventar"]!["contratista"]!, Does.StartWith("Caso 1) ").And.Not.Contain("Caso 2)"));
    }

    [Test]
    public async Task Dos_contratos_de_un_mismo_folio_tienen_cada_uno_su_lugar()
    {
        var bueno = new ContratoEnJson();
        var validacion = await Validar(Lista(new Presentada { Contratos = [bueno, bueno with { PersonasTrabajadoras = 0 }] }));
        Assert.That(
            (string?)validacion["informativas"]![0]!["inconsistencias"]![0]!["lugar"]!["ruta"],
            Is.EqualTo("[0].contratos[1].personas_trabajadoras")
        );
    }

    [Test]
    public async Task Una_observacion_no_mueve_nada_ni_hay_que_solventarla()
    {
        var validacion = await Validar(Lista(new Presentada { Contratos = [new() { FechaInicio = "2025-12-31" }] }));
        var informativa = validacion["informativas"]![0]!;
        Assert.That((string?)informativa["veredicto"], Is.EqualTo("publico"));
        var observacion = informativa["observaciones"]!.AsArray().Single()!;
        Assert.That((string?)observacion["motivo"], Is.EqualTo("fuera_del_periodo"));
        Assert.That((string?)observacion["valor"], Is.EqualTo("2025-12-31"));
        Assert.That((string?)observacion["por_que"], Is.EqualTo("No cae en el cuatrimestre que se informa."));
        Assert.That(observacion["como_solventar"], Is.Null);
    }

    [TestCase(null, "publico")]
    [TestCase("mover", "inconsistente")]
    public async Task La_politica_de_las_fechas_es_la_de_quien_publica(string? politica, string veredicto)
    {
        await using var servidor = new ServidorDePrueba(
            Muestra.Datos,
            politica is null ? [] : [("Icsoe:FechaInicioFueraDelPeriodo", politica)]
        );
        using var cliente = servidor.CreateClient();
        var cuerpo = Lista(new Presentada { Contratos = [new() { FechaInicio = "2025-12-31" }] });
        var validacion = await (await Enviar(Encoding.UTF8.GetBytes(cuerpo), Operacion.Json, cliente)).Leer();
        Assert.That((string?)validacion["informativas"]![0]!["veredicto"], Is.EqualTo(veredicto));
    }

    [Test]
    public async Task Lo_ilegible_dice_donde_que_y_por_que_y_lo_demas_se_juzga()
    {
        var mala = Presentada.Numero(2) with
        {
            Tipo = "normall",
            Contratos = [new() { FechaFin = "31/11/2026", Contratante = new(null, null) }],
        };
        var validacion = await Validar(Lista(Presentada.Numero(1), mala, Presentada.Numero(3) with { Ejercicio = 2027 }));
        Assert.That(validacion["informativas"]!.AsArray().Select(una => (string)una!["folio"]!), Is.EqualTo(["N260000001"]));
        Assert.That(
            validacion["ilegibles"]!.AsArray().Select(una => $"{una!["lugar"]!["ruta"]} {una["campo"]} «{una["valor"]}»"),
            Is.EqualTo([
                "[1].contratos[0].contratante.nombre contratos[0].contratante.nombre «»",
                "[1].contratos[0].fecha_fin contratos[0].fecha_fin «31/11/2026»",
                "[1].tipo tipo «normall»",
                "[2].ejercicio ejercicio «2027»",
            ]).AsCollection
        );
        Assert.That((int?)validacion["resumen"]!["ilegibles"], Is.EqualTo(4));
    }

    [Test]
    public async Task El_RFC_es_opcional_y_nunca_se_repite()
    {
        var sin = Presentada.Numero(1) with { Contratista = new(null, "SERVICIOS EJEMPLO, S.A. DE C.V.") };
        var mismo = Presentada.Numero(2) with { Contratista = new(Rfc, "UNO"), Contratos = [new() { Contratante = new(Rfc, "OTRO") }] };
        var mal = Presentada.Numero(3) with { Contratista = new($"{Rfc}X", "TRES") };
        var respuesta = await Enviar(Encoding.UTF8.GetBytes(Lista(sin, mismo, mal)), Operacion.Json);
        var texto = await respuesta.Content.ReadAsStringAsync();
        Assert.That(texto, Does.Contain("\"publicas\":1").And.Contain("MISMO_CONTRATANTE").And.Contain("contratista.rfc"));
        Assert.That(texto, Does.Not.Contain(Rfc));
    }

    [Test]
    public async Task Nadie_guarda_la_respuesta()
    {
        var respuesta = await Enviar(Encoding.UTF8.GetBytes(Lista(new Presentada())), Operacion.Json);
        Assert.That(respuesta.Cabecera("Cache-Control"), Is.EqualTo("no-store"));
    }

    internal static string Lista(params IEnumerable<Presentada> informativas) =>
        $"[{string.Join(',', informativas.Select(una => una.EnJson()))}]";

    internal static Task<HttpResponseMessage> Enviar(byte[] cuerpo, string medio, HttpClient? cliente = null)
    {
        var contenido = new ByteArrayContent(cuerpo);
        contenido.Headers.TryAddWithoutValidation("Content-Type", medio);
        return (cliente ?? Cliente).PostAsync(Ruta, contenido);
    }

    internal static async Task<JsonNode> Validar(string json)
    {
        var respuesta = await Enviar(Encoding.UTF8.GetBytes(json), Operacion.Json);
        var leida = await respuesta.Leer();
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(200), leida.ToJsonString());
        return leida;
    }
}
