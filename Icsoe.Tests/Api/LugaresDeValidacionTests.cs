using System.Text;
using System.Text.Json.Nodes;
using Icsoe.Api.Peticiones;
using Icsoe.Tests.Comandos;
using Icsoe.Tests.Lectura;

namespace Icsoe.Tests.Api;

/// <summary>Places that <c>/v1/validaciones</c> tells, where they are not the first that come to mind.</summary>
public sealed class LugaresDeValidacionTests
{
    [TestCase(1 << 20, 0)]
    [TestCase((1 << 20) + 1, 1)]
    public async Task Una_informativa_mide_lo_mismo_en_JSON_que_en_NDJSON(int bytes, int ilegibles)
    {
        var una = Presentada.Numero(1).EnJson();
        var larga = una[..^1] + new string(' ', bytes - Encoding.UTF8.GetByteCount(una)) + "}";
        foreach (var (cuerpo, medio) in new[] { ($"[{larga}]", Operacion.Json), (larga, Medios.Ndjson) })
        {
            var leida = await (await ValidacionesTests.Enviar(Encoding.UTF8.GetBytes(cuerpo), medio)).Leer();
            Assert.That((int)leida["resumen"]!["ilegibles"]!, Is.EqualTo(ilegibles), medio);
        }
    }

    [TestCase("folio")]
    [TestCase("fecha_presentacion")]
    public async Task Un_RFC_no_se_repite_este_donde_este(string campo)
    {
        var una = JsonNode.Parse(Presentada.Numero(1).EnJson())!;
        una[campo] = "GOMJ800101AB1 ";
        var respuesta = await ValidacionesTests.Enviar(Encoding.UTF8.GetBytes($"[{una.ToJsonString()}]"), Operacion.Json);
        Assert.That(await respuesta.Content.ReadAsStringAsync(), Does.Contain("[RFC]").And.Not.Contain("GOMJ800101"));
    }

    [Test]
    public async Task Once_cifras_en_un_servicio_de_varias_lineas_no_son_un_archivo_de_personas_trabajadoras()
    {
        var csv = Icsoe.Api.Validaciones.Plantilla.EnCsv.Replace(
            "MANTENIMIENTO PREVENTIVO A ELEVADORES",
            "\"PEDIDO\n45000100701\nELEVADORES\"",
            StringComparison.Ordinal
        );
        var respuesta = await ValidacionesTests.Enviar(Encoding.UTF8.GetBytes(csv), Medios.Csv);
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(200), await respuesta.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task Una_informativa_que_sigue_en_otra_hoja_dice_la_de_cada_contrato()
    {
        var libro = new LibroDePrueba()
            .ConHoja("Enero", TablaDePrueba.Nombres, TablaDePrueba.Fila(1, 1).Con("personas_trabajadoras", 0))
            .ConHoja("Febrero", TablaDePrueba.Nombres, TablaDePrueba.Fila(1, 2).Con("servicio", " "));
        var informativa = (await Validar(libro.EnBytes(), Medios.Xlsx))["informativas"]!.AsArray().Single()!;
        Assert.That(
            informativa["inconsistencias"]!.AsArray().Select(uno => $"{uno!["codigo"]} {uno["lugar"]!["hoja"]} {uno["lugar"]!["fila"]}"),
            Is.EqualTo(["SERVICIO_NULO Febrero 2", "SIN_TRABAJADORES Enero 2"])
        );
        Assert.That((string?)informativa["lugar"]!["hoja"], Is.EqualTo("Enero"));
    }

    [Test]
    public async Task En_una_tabla_lo_ilegible_dice_hoja_fila_y_columna()
    {
        var libro = new LibroDePrueba().ConHoja(
            "Mayo",
            TablaDePrueba.Nombres,
            TablaDePrueba.Fila(1).Con("fecha_fin", "mañana"),
            TablaDePrueba.Fila(2).Con("contrato_folio", "SEM180312AB1"),
            TablaDePrueba.Fila(3),
            TablaDePrueba.Fila(3, 2).Con("tipo", "correccion").Con("contratista_rfc", "SEM180312AB2")
        );
        var validacion = await Validar(libro.EnBytes(), Medios.Xlsx);
        Assert.That(
            validacion["ilegibles"]!
                .AsArray()
                .Select(uno => $"{uno!["lugar"]!["hoja"]} {uno["lugar"]!["fila"]} {uno["lugar"]!["columna"]} «{uno["valor"]}»"),
            Is.EqualTo(["Mayo 2 fecha_fin «mañana»", "Mayo 3 contrato_folio «»", "Mayo 5 tipo «correccion»", "Mayo 5 contratista_rfc «»"])
        );
    }

    [Test]
    public async Task Un_folio_que_dice_dos_cosas_se_rechaza_la_segunda_vez()
    {
        var una = Presentada.Numero(1);
        var cuerpo = ValidacionesTests.Lista(una, una, una with { ContratosDeclarados = 1 });
        var validacion = await Validar(Encoding.UTF8.GetBytes(cuerpo), Operacion.Json);
        Assert.That(validacion["informativas"]!.AsArray(), Has.Count.EqualTo(1));
        var ilegible = validacion["ilegibles"]!.AsArray().Single()!;
        Assert.That((string?)ilegible["lugar"]!["ruta"], Is.EqualTo("[2].folio"));
        Assert.That((string?)ilegible["motivo"], Does.Contain("otro contenido"));
    }

    [TestCase(20_000, 200)]
    [TestCase(20_001, 413)]
    public async Task Lo_que_no_se_lee_tambien_cuenta(int elementos, int estado)
    {
        var respuesta = await ValidacionesTests.Enviar(
            Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("0", elementos))}]"),
            Operacion.Json
        );
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
    }

    // Two pieces each, and those of the list itself.
    [TestCase(999_999, "20,000 contratos")]
    [TestCase(1_000_000, "2000000 nombres")]
    public async Task Un_JSON_de_puros_signos_no_llena_la_memoria(int elementos, string detalle)
    {
        var respuesta = await ValidacionesTests.Enviar(
            Encoding.UTF8.GetBytes($"[{string.Join(',', Enumerable.Repeat("[]", elementos))}]"),
            Operacion.Json
        );
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(413));
        Assert.That((string?)(await respuesta.Leer())["detail"], Does.Contain(detalle));
    }

    [Test]
    public async Task Un_listado_del_IMSS_se_rechaza_sin_hablar_de_ordenes()
    {
        var respuesta = await ValidacionesTests.Enviar(LibroDePrueba.Publico(LibroDePrueba.FilaDeContrato()).EnBytes(), Medios.Xlsx);
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(422));
        Assert.That((string?)(await respuesta.Leer())["detail"], Does.Contain("encabezado").And.Not.Contain("--lista"));
    }

    private static async Task<JsonNode> Validar(byte[] cuerpo, string medio)
    {
        var respuesta = await ValidacionesTests.Enviar(cuerpo, medio);
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(200));
        return await respuesta.Leer();
    }
}
