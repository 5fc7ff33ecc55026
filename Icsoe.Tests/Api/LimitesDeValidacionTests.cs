using System.Text;
using Icsoe.Api.Peticiones;
using Icsoe.Tests.Comandos;
using Icsoe.Tests.Lectura;
using static Icsoe.Tests.Api.ValidacionesTests;

namespace Icsoe.Tests.Api;

/// <summary>What <c>/v1/validaciones</c> refuses, and how much of everything it takes.</summary>
public sealed class LimitesDeValidacionTests
{
    private const int BytesMaximos = 16 << 20;

    [TestCase("NSS,CURP,SBC\r\n12345678903,HEGG560427MVZRRL04,450.25\r\n", Medios.Csv)]
    [TestCase("12345678903;HEGG560427MVZRRL04;450.25\n", Medios.Csv)]
    [TestCase("12345678903\n", Medios.Csv, Description = "Sólo los NSS.")]
    [TestCase("12345678903,HEGG560427MVZRRL04,450.25\n", Medios.Ndjson)]
    [TestCase("12345678903,HEGG560427MVZRRL04,450.25\n", Operacion.Json)]
    [TestCase("""[{"nss":"12345678903","curp":"HEGG560427MVZRRL04","sbc":450.25}]""", Operacion.Json)]
    [TestCase("{\"NSS\":\"12345678903\",\"SBC\":450.25}\n", Medios.Ndjson)]
    public async Task El_archivo_de_trabajadores_se_rechaza_sin_repetir_nada(string cuerpo, string medio)
    {
        var respuesta = await Enviar(Encoding.UTF8.GetBytes(cuerpo), medio);
        await EsDeTrabajadores(respuesta);
    }

    [Test]
    public async Task El_libro_de_trabajadores_tambien_aunque_diga_otra_cosa()
    {
        var libro = new LibroDePrueba()
            .ConHoja("Instrucciones", ["Léeme"])
            .ConHoja("Datos", ["Número de Seguridad Social", "CURP", "Salario"], ["12345678903", "HEGG560427MVZRRL04", 450.25])
            .EnBytes();
        await EsDeTrabajadores(await Enviar(libro, Medios.Xlsx));
        await EsDeTrabajadores(await Enviar(libro, Medios.Csv));
    }

    [TestCase("", 400, "JSON_INVALIDO", "línea 1")]
    [TestCase("{\n\"informativas\":[}", 400, "JSON_INVALIDO", "línea 2")]
    [TestCase("{}", 400, "PARAMETRO_FALTANTE", "informativas")]
    [TestCase("{\"informativas\":{}}", 400, "VALOR_INVALIDO", "lista")]
    [TestCase("{\"informativa\":[]}", 400, "PARAMETROS_INVALIDOS", "errores")]
    [TestCase("7", 400, "VALOR_INVALIDO", "objeto")]
    [TestCase("[]", 200, null, null)]
    [TestCase("[7]", 200, null, null)]
    public async Task Un_JSON_que_no_sirve_dice_por_que(string cuerpo, int estado, string? codigo, string? detalle)
    {
        var respuesta = await Enviar(Encoding.UTF8.GetBytes(cuerpo), Operacion.Json);
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
        var leida = await respuesta.Leer();
        Assert.That((string?)leida["codigo"], Is.EqualTo(codigo));
        if (detalle is not null)
            Assert.That((string?)leida["detail"], Does.Contain(detalle));
    }

    [TestCase("PK no soy un libro", Medios.Xlsx, "truncado")]
    [TestCase("", Medios.Xlsx, "vacío")]
    [TestCase("", Medios.Csv, "vacío")]
    [TestCase("\n\n", Medios.Ndjson, "ninguna informativa")]
    [TestCase("folio,tipo,ejercicio\n1,2,3\n", Medios.Csv, "cuatrimestre")]
    [TestCase("folio;\"tipo\n", Medios.Csv, "comillas")]
    [TestCase("PK\u0003\u0004", Medios.Csv, "zip")]
    public async Task Un_archivo_que_no_se_puede_leer_es_un_422_que_lo_explica(string cuerpo, string medio, string detalle)
    {
        var respuesta = await Enviar(Encoding.UTF8.GetBytes(cuerpo), medio);
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(422));
        var problema = await respuesta.Leer();
        Assert.That((string?)problema["codigo"], Is.EqualTo("ARCHIVO_ILEGIBLE"));
        Assert.That((string?)problema["detail"], Does.Contain(detalle));
    }

    [Test]
    public async Task Una_bomba_se_rechaza_por_lo_que_infla()
    {
        var bomba = new LibroDePrueba().ConHoja("Informativas", TablaDePrueba.Nombres).ConParte("xl/media/x.bin", new byte[65 << 20]);
        var respuesta = await Enviar(bomba.EnBytes(), Medios.Xlsx);
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(422));
        Assert.That((string?)(await respuesta.Leer())["detail"], Does.Contain("infla").Or.Contain("descomprimido"));
    }

    [TestCase(BytesMaximos, 200)]
    [TestCase(BytesMaximos + 1, 413)]
    public async Task El_cuerpo_tiene_un_tope(int bytes, int estado)
    {
        var cuerpo = Encoding.UTF8.GetBytes(Lista(new Presentada()));
        var respuesta = await Enviar([.. cuerpo, .. Enumerable.Repeat((byte)' ', bytes - cuerpo.Length)], Operacion.Json);
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
    }

    [TestCase(20_000, 200)]
    [TestCase(20_001, 413)]
    public async Task Los_contratos_tienen_un_tope(int contratos, int estado)
    {
        var respuesta = await Enviar(
            Encoding.UTF8.GetBytes(
                Lista([
                    .. Enumerable.Range(3, 19).Select(numero => Presentada.Numero(numero, 1_000)),
                    Presentada.Numero(1, contratos - 19_001),
                    Presentada.Numero(2) with
                    {
                        Tipo = "sin_informacion",
                        Contratos = [],
                    },
                ])
            ),
            Operacion.Json
        );
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
        if (estado == 413)
            Assert.That((string?)(await respuesta.Leer())["detail"], Does.Contain("20,000 contratos"));
    }

    [Test]
    public async Task Un_texto_muchas_veces_compartido_no_llena_la_memoria()
    {
        var fila = TablaDePrueba.Fila().Con("servicio", new string('X', 32_000));
        var libro = new LibroDePrueba { ConTextosCompartidos = true }.ConHoja(
            "Informativas",
            [TablaDePrueba.Nombres, .. Enumerable.Range(0, 1000).Select(i => fila.Con("folio", $"N{i}"))]
        );
        var respuesta = await Enviar(libro.EnBytes(), Medios.Xlsx);
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(413));
        Assert.That((string?)(await respuesta.Leer())["detail"], Does.Contain("caracteres"));
    }

    [Test]
    public async Task Los_hallazgos_que_se_explican_tienen_un_tope_y_se_dice_cuantos_faltan()
    {
        var validacion = await Validar(Lista(Muchos(1, 2_500), Muchos(2, 2_501), Presentada.Numero(3) with { Contratos = [] }));
        Assert.Multiple(() =>
        {
            Assert.That(validacion["informativas"]![1]!["inconsistencias"]!.AsArray(), Has.Count.EqualTo(2_500));
            Assert.That((string?)validacion["informativas"]![2]!["veredicto"], Is.EqualTo("inconsistente"), "El veredicto está siempre.");
            Assert.That((int?)validacion["resumen"]!["hallazgos"], Is.EqualTo(5_002));
            Assert.That((int?)validacion["resumen"]!["hallazgos_omitidos"], Is.EqualTo(2));
        });

        static Presentada Muchos(int n, int cuantos) =>
            Presentada.Numero(n) with
            {
                Contratos = [.. Enumerable.Range(0, cuantos).Select(Vacio)],
            };
        static ContratoEnJson Vacio(int i) => new() { Folio = $"A{i}", PersonasTrabajadoras = 0 };
    }

    [Test]
    public async Task Los_ilegibles_tienen_un_tope_y_se_dice_cuantos_son()
    {
        var respuesta = await Enviar(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[]\n", 1_001))), Medios.Ndjson);
        var validacion = await respuesta.Leer();
        Assert.That(validacion["ilegibles"]!.AsArray(), Has.Count.EqualTo(1_000));
        Assert.That((int?)validacion["resumen"]!["ilegibles"], Is.EqualTo(1_001));
    }

    private static async Task EsDeTrabajadores(HttpResponseMessage respuesta)
    {
        var texto = await respuesta.Content.ReadAsStringAsync();
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(422), texto);
        Assert.That(
            texto,
            Does.Contain("ARCHIVO_DE_TRABAJADORES").And.Contain("no deben viajar a un servidor público").And.Contain("validar")
        );
        foreach (var dato in (string[])["12345678903", "HEGG560427MVZRRL04", "450.25"])
            Assert.That(texto, Does.Not.Contain(dato));
    }
}
