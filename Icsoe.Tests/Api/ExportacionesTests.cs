using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Icsoe.Api.Configuracion;
using Icsoe.Api.Descargas;
using Icsoe.Tests.Comandos;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Icsoe.Tests.Api;

/// <summary>Any query as a file.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class ExportacionesTests
{
    private static readonly string[] Publicaciones = ["2026-05", "2026-05.2", "2026-06"];

    [TestCaseSource(nameof(Publicaciones))]
    public async Task Los_renglones_de_un_listado_son_su_csv_byte_por_byte(string publicacion)
    {
        var manifiesto = await Muestra.Cliente.Json($"/v1/publicaciones/{publicacion}/manifiesto");
        var listados = manifiesto["listados"]!.AsArray();
        Assert.That(listados, Is.Not.Empty);
        foreach (var listado in listados)
        {
            var filtro = $"lista={listado!["lista"]}&periodo={listado["periodo"]}&publicacion={publicacion}";
            var respuesta = await Muestra.Cliente.GetAsync($"/v1/exportaciones/renglones.csv?{filtro}");
            var csv = await respuesta.Content.ReadAsByteArrayAsync();

            Assert.That(Convert.ToHexStringLower(SHA256.HashData(csv)), Is.EqualTo((string?)listado["csv_sha256"]), filtro);
            Assert.That(respuesta.Cabecera("Icsoe-Filas"), Is.EqualTo($"{listado["renglones"]}"));
            Assert.That(respuesta.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/csv; charset=utf-8; header=present"));
            Assert.That(respuesta.Cabecera("Content-Disposition"), Does.Contain($"renglones-{publicacion}.csv"));

            var ndjson = await Muestra.Cliente.GetStringAsync($"/v1/exportaciones/renglones.ndjson?{filtro}");
            Assert.That(DeNdjson(ndjson), Is.EqualTo(DeCsv(Encoding.UTF8.GetString(csv))));
        }
    }

    [TestCase("contratos", "q=ejemplo")]
    [TestCase("contratos", "inconsistencia=SIN_TRABAJADORES&inconsistencia=SERVICIO_NULO")]
    [TestCase("contratos", "orden=-fecha_inicio&lista=publico")]
    [TestCase("contratos", "servicio=jardinreia&aproximar=si")]
    [TestCase("informativas", "tipo_informativa=sin_informacion")]
    [TestCase("informativas", "con_contratos=si&orden=-contratos")]
    [TestCase("informativas", "")]
    public async Task Trae_todo_lo_de_la_consulta(string que, string filtro)
    {
        var paginas = await Muestra.Cliente.Json($"/v1/{que}?{filtro}&limite=1000&incluir=conteo");
        var folio = que == "contratos" ? "folio_contrato" : "folio";
        var esperados = paginas["datos"]!.AsArray().Select(fila => (string?)fila!["folio"]).ToList();

        var respuesta = await Muestra.Cliente.GetAsync($"/v1/exportaciones/{que}.ndjson?{filtro}");
        var lineas = Lineas(await respuesta.Content.ReadAsStringAsync());
        var csv = DeCsv(await Muestra.Cliente.GetStringAsync($"/v1/exportaciones/{que}.csv?{filtro}"));

        Assert.That(esperados, Is.Not.Empty);
        var folios = lineas.Select(linea => (string?)linea[folio]);
        Assert.That(folios, filtro.Contains("orden=") ? Is.EqualTo(esperados) : Is.EquivalentTo(esperados));
        Assert.That(csv.Select(fila => fila[folio]), Is.EqualTo(folios));
        Assert.That(respuesta.Cabecera("Icsoe-Filas"), Is.EqualTo($"{esperados.Count}"));
    }

    [Test]
    public async Task Las_informativas_traen_sus_campos_con_las_partes_aplanadas()
    {
        var una = (await Muestra.Cliente.Json("/v1/informativas?inconsistencia=INFORMATIVA_MULTIPLE&limite=1"))["datos"]![0]!;
        var exportada = Lineas(await Muestra.Cliente.GetStringAsync("/v1/exportaciones/informativas.ndjson"))
            .Single(linea => (string?)linea["id"] == (string?)una["id"]);

        foreach (
            var campo in new[]
            {
                "id",
                "folio",
                "tipo",
                "lista",
                "ejercicio",
                "cuatrimestre",
                "periodo",
                "fecha_presentacion",
                "tardia",
                "contratos",
            }
        )
            Assert.That(exportada[campo]?.ToJsonString(), Is.EqualTo(una[campo]?.ToJsonString()), campo);
        Assert.That((string?)exportada["contratista"], Is.EqualTo((string?)una["contratista"]!["nombre"]));
        Assert.That((string?)exportada["tipo_persona_contratista"], Is.EqualTo((string?)una["contratista"]!["tipo_persona"]));
        Assert.That((string?)exportada["contratista_clave"], Is.EqualTo((string?)una["contratista"]!["clave"]));
        Assert.That(exportada["inconsistencias"]!.ToJsonString(), Is.EqualTo("""["INFORMATIVA_MULTIPLE"]"""));
    }

    [Test]
    public async Task Campos_elige_las_columnas_y_su_orden()
    {
        var csv = await Muestra.Cliente.GetStringAsync(
            "/v1/exportaciones/contratos.csv?campos=servicio,folio_contrato&periodo=2025-3&lista=publico"
        );
        Assert.That(csv, Does.StartWith("servicio,folio_contrato\r\n"));
        var ndjson = await Muestra.Cliente.GetStringAsync("/v1/exportaciones/contratos.ndjson?campos=folio_contrato&periodo=2025-3");
        Assert.That(Lineas(ndjson).Select(linea => linea.AsObject().Count), Is.All.EqualTo(1));

        var mal = await Muestra.Cliente.GetAsync("/v1/exportaciones/contratos.csv?campos=nombre");
        Assert.That(mal.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await mal.Leer())["errores"]![0]!["validos"]!.AsArray(), Has.Count.EqualTo(18));
    }

    [Test]
    public async Task Para_excel_lleva_bom_y_ningun_texto_pasa_por_formula()
    {
        var bytes = await Muestra.Cliente.GetByteArrayAsync("/v1/exportaciones/renglones.csv?para=excel");
        Assert.That(bytes[..3], Is.EqualTo(Encoding.UTF8.Preamble.ToArray()));
        var sinMas = await Muestra.Cliente.GetByteArrayAsync("/v1/exportaciones/renglones.csv");
        var (para, sin) = (DeCsv(Encoding.UTF8.GetString(bytes[3..])), DeCsv(Encoding.UTF8.GetString(sinMas)));
        foreach (var (una, otra) in para.Zip(sin))
        {
            foreach (var (columna, valor) in otra)
                Assert.That(una[columna], Is.EqualTo(valor is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{valor}" : valor));
        }
        Assert.That(
            (await Muestra.Cliente.GetAsync("/v1/exportaciones/renglones.ndjson?para=excel")).StatusCode,
            Is.EqualTo(HttpStatusCode.BadRequest)
        );
    }

    [Test]
    public async Task Las_filas_se_dicen_antes_si_se_saben_y_si_no_al_final_donde_se_puede()
    {
        // One more than a bounded count counts.
        using var operador = new Operador();
        await operador.LograrAsync("importar", operador.Libro(Renglones.Publico, Renglones.Publico.Serie(10_001)));
        await using var servidor = new ServidorDePrueba(operador.Datos);
        servidor.UseKestrel(0);
        servidor.StartServer();
        using var cliente = servidor.CreateClient();

        Assert.That(
            (await cliente.GetAsync("/v1/exportaciones/renglones.csv?periodo=2026-1")).Cabecera("Icsoe-Filas"),
            Is.EqualTo("10001")
        );
        foreach (
            var (filtro, filas) in new[]
            {
                ("contratante=comercial", 10_001),
                ("contratante=comercial&personas_trabajadoras_max=49", 9_801),
            }
        )
        {
            var respuesta = await cliente.GetAsync($"/v1/exportaciones/renglones.ndjson?{filtro}");
            Assert.That(Lineas(await respuesta.Content.ReadAsStringAsync()), Has.Count.EqualTo(filas), filtro);
            Assert.That(respuesta.Version, Is.EqualTo(HttpVersion.Version11));
            Assert.That(respuesta.Cabecera("Icsoe-Filas"), Is.EqualTo(filas > 10_000 ? "" : $"{filas}"), filtro);
        }
        var libro = await cliente.GetAsync("/v1/exportaciones/renglones.xlsx?contratante=comercial");
        Assert.That(libro.Cabecera("Icsoe-Filas"), Is.EqualTo("10001"), "Una hoja las dice antes que nada.");

        await using var segundo = new ServidorDePrueba(operador.Datos);
        segundo.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, puerto => puerto.Protocols = HttpProtocols.Http2));
        segundo.StartServer();
        using var cliente2 = segundo.CreateClient();
        using var solicitud = new HttpRequestMessage(HttpMethod.Get, "/v1/exportaciones/renglones.ndjson?contratante=comercial")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        var alFinal = await cliente2.SendAsync(solicitud);
        Assert.That(alFinal.Cabecera("Icsoe-Filas"), Is.Empty);
        Assert.That(alFinal.TrailingHeaders.GetValues("Icsoe-Filas"), Is.EqualTo(new[] { "10001" }));
    }

    [TestCase("csv", 1)]
    [TestCase("ndjson", 0)]
    public async Task Sin_nada_que_exportar_el_archivo_es_valido_y_vacio(string formato, int lineas)
    {
        var respuesta = await Muestra.Cliente.GetAsync($"/v1/exportaciones/contratos.{formato}?folio_contrato=NADIE");
        Assert.That(respuesta.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await respuesta.Content.ReadAsStringAsync()).Count(letra => letra == '\n'), Is.EqualTo(lineas));
        Assert.That(respuesta.Cabecera("Icsoe-Filas"), Is.EqualTo("0"));
    }

    [Test]
    public async Task Head_y_304_no_traen_cuerpo()
    {
        const string Ruta = "/v1/exportaciones/contratos.csv?publicacion=2026-06";
        var entera = await Muestra.Cliente.GetAsync(Ruta);
        var cabeza = await Muestra.Cliente.SendAsync(new HttpRequestMessage(HttpMethod.Head, Ruta));
        Assert.That(await cabeza.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That(cabeza.Headers.ETag, Is.EqualTo(entera.Headers.ETag));
        var igual = await Muestra.Cliente.Con(Ruta, "If-None-Match", entera.Headers.ETag!.ToString());
        Assert.That(igual.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That(entera.Headers.CacheControl!.ToString(), Does.Contain("immutable"));
        Assert.That((await Muestra.Cliente.GetAsync($"{Ruta}&campos=servicio")).Headers.ETag, Is.Not.EqualTo(entera.Headers.ETag));
    }

    [TestCase("/v1/exportaciones/contratos.parquet")]
    [TestCase("/v1/exportaciones/contratos")]
    [TestCase("/v1/exportaciones/partes.csv")]
    public async Task Lo_que_no_se_exporta_es_un_404_que_dice_lo_que_si(string ruta)
    {
        var respuesta = await Muestra.Cliente.GetAsync(ruta);
        Assert.That(respuesta.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var validos = (await respuesta.Leer())["errores"]![0]!["validos"]!.AsArray().Select(valor => (string?)valor);
        Assert.That(validos, Does.Contain("contratos.csv").And.Contain("informativas.ndjson"));
    }

    [Test]
    public void Mas_de_los_que_caben_esperan_a_que_acabe_el_primero()
    {
        var reloj = new Reloj();
        var turnos = new TurnosDeArchivos(Options.Create(new IcsoeOptions { ArchivosALaVez = 2 }), reloj);
        var avance = 0.0;
        using var lento = turnos.Tomar(() => 0);
        var rapido = turnos.Tomar(() => avance)!;
        Assert.That(turnos.Tomar(() => 0), Is.Null);
        Assert.That(turnos.Espera(), Is.EqualTo(TimeSpan.FromMinutes(1)), "De ninguno se sabe.");
        reloj.Ahora = 10 * TimeSpan.TicksPerSecond;
        avance = 0.25;
        Assert.That(turnos.Espera(), Is.EqualTo(TimeSpan.FromSeconds(30)));
        avance = 1;
        Assert.That(turnos.Espera(), Is.EqualTo(TimeSpan.FromSeconds(1)));
        rapido.Dispose();
        using var otro = turnos.Tomar(() => 0);
        Assert.That(otro, Is.Not.Null);
    }

    [Test]
    public async Task En_un_almacen_vacio_sale_solo_el_encabezado()
    {
        var datos = Directory.CreateTempSubdirectory("icsoe-vacio-");
        await using var servidor = new ServidorDePrueba(datos.FullName);
        using var cliente = servidor.CreateClient();
        var csv = await cliente.GetStringAsync("/v1/exportaciones/renglones.csv");
        Assert.That(csv, Does.StartWith("contratista,").And.EndsWith("contratante_clave\r\n"));
        datos.Delete(recursive: true);
    }

    private static List<JsonNode> Lineas(string ndjson) =>
        [.. ndjson.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(linea => JsonNode.Parse(linea)!)];

    /// <summary>Each record by column: what is null is empty, and codes are joined, as CSV has them.</summary>
    private static List<Dictionary<string, string>> DeNdjson(string ndjson) =>
        [
            .. Lineas(ndjson)
                .Select(linea =>
                    linea
                        .AsObject()
                        .ToDictionary(
                            par => par.Key,
                            par =>
                                par.Value is JsonArray lista
                                    ? string.Join(';', lista.Select(codigo => (string?)codigo))
                                    : par.Value?.ToString() ?? ""
                        )
                ),
        ];

    private static List<Dictionary<string, string>> DeCsv(string csv)
    {
        using var lector = Sylvan.Data.Csv.CsvDataReader.Create(new StringReader(csv));
        var filas = new List<Dictionary<string, string>>();
        while (lector.Read())
            filas.Add(Enumerable.Range(0, lector.FieldCount).ToDictionary(lector.GetName, lector.GetString));
        return filas;
    }

    private sealed class Reloj : TimeProvider
    {
        public long Ahora { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Ahora;
    }
}
