using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Icsoe.Domain.Publicaciones;
using Icsoe.Tests.Comandos;
using Sylvan.Data.Csv;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Api;

/// <summary>What a publication says of a folio, checked without the server that says it.</summary>
[TestFixture, Parallelizable]
public sealed class ComprobantesTests
{
    private const string Retirado = "A26P0000004";

    private Operador _operador = null!;
    private ServidorDePrueba _servidor = null!;
    private HttpClient _cliente = null!;

    /// <summary>May: unsigned, contracts 1 to 4. June: signed, 1 to 6 but for 3, and one that is a folio of both kinds. Then 4 is taken out.</summary>
    [OneTimeSetUp]
    public async Task Levantar()
    {
        _operador = new Operador();
        await _operador.LograrAsync("importar", _operador.Libro(Publico, Publico.Serie(4)), "--publicacion", "2026-05");
        await _operador.LograrAsync("llave", "nueva");
        var (primero, segundo) = (Publico.Renglon(1), Publico.Renglon(2));
        await _operador.LograrAsync(
            "importar",
            _operador.Libro(
                Publico,
                [
                    primero,
                    primero with
                    {
                        Contrato = segundo.Contrato,
                    },
                    .. Publico.Serie(6).Skip(3),
                    Publico.Renglon(7) with
                    {
                        FolioInformativa = "A26P0000005",
                    },
                ]
            ),
            _operador.Libro(Inconsistente, Inconsistente.Serie(1)),
            "--publicacion",
            "2026-06"
        );
        await _operador.LograrAsync("retirar", "--folio", Retirado, "--motivo", "Orden judicial 123/2026.");
        _servidor = new ServidorDePrueba(_operador.Datos);
        _cliente = _servidor.CreateClient();
    }

    [OneTimeTearDown]
    public async Task Bajar()
    {
        _cliente.Dispose();
        await _servidor.DisposeAsync();
        _operador.Dispose();
    }

    [TestCase("A26P0000001", "2026-06.2", "LPP2026 folio_contrato 1")]
    [TestCase("N060000001", "2026-06.2", "LPP2026 folio_informativa 2", Description = "Dos renglones de una informativa.")]
    [TestCase("A26P0000005", "2026-06.2", "LPP2026 folio_contrato 1, LPP2026 folio_informativa 1", Description = "De las dos clases.")]
    [TestCase("A26P1000001", "2026-06.2", "LIIP2026 folio_contrato 1")]
    [TestCase("A26P0000003", "2026-05", "LPP2026 folio_contrato 1", Description = "Después ya no está.")]
    [TestCase("A26P0000003", "2026-06.2", "")]
    [TestCase("A26P0000006", "2026-05", "", Description = "Todavía no está.")]
    [TestCase("a26p0000001", "2026-06.2", "", Description = "El folio es exacto.")]
    public async Task Dice_donde_esta_el_folio_o_que_no_esta(string folio, string publicacion, string lugares)
    {
        var comprobante = await _cliente.Json($"/v1/comprobantes?folio={folio}&publicacion={publicacion}");
        Assert.Multiple(() =>
        {
            Assert.That((bool?)comprobante["presente"], Is.EqualTo(lugares.Length > 0));
            Assert.That(
                comprobante["listados"]!.AsArray().Select(listado => (string?)listado!["nombre"]),
                Is.EqualTo(["LPP2026", "LIIP2026"])
            );
            Assert.That(Lugares(comprobante), Is.EqualTo(lugares));
            Assert.That(comprobante["coincidencias"], Is.Null);
            Assert.That((string?)comprobante["publicacion"], Is.EqualTo(publicacion));
            Assert.That((string)comprobante["texto"]!, Does.StartWith("No es documento del IMSS\n").And.Contain($"«{folio}»"));
            Assert.That(
                (string)comprobante["texto"]!,
                lugares.Length > 0 ? Does.Contain("está en:\n- L") : Does.Contain("no está en ninguno de los 2")
            );
        });
    }

    [TestCase("2026-06.2", "A26P0000001")]
    [TestCase("2026-06.2", "N060000001")]
    [TestCase("2026-06.2", "A26P0000003")]
    public async Task Se_comprueba_sin_el_servidor_con_el_manifiesto_los_csv_y_la_llave(string publicacion, string folio)
    {
        var comprobante = await _cliente.Json($"/v1/comprobantes?folio={folio}&publicacion={publicacion}");
        // From here on, only files.
        var manifiesto = await Archivo((string)comprobante["manifiesto"]!["sha256"]!);
        var firma = comprobante["firma"]!;
        using var llave = ECDsa.Create();
        llave.ImportFromPem((string)(await _cliente.Json("/.well-known/icsoe-llaves.json"))["llaves"]![0]!["pem"]!);
        Assert.That(
            llave.VerifyData(
                manifiesto,
                Convert.FromBase64String((string)firma["firma"]!),
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence
            ),
            Is.True
        );
        var dichos = JsonNode.Parse(manifiesto)!["listados"]!.AsArray().ToDictionary(listado => (string)listado!["nombre"]!);
        Assert.That(comprobante["listados"]!.AsArray(), Has.Count.EqualTo(dichos.Count), "Que no esté se prueba con todos.");
        foreach (var listado in comprobante["listados"]!.AsArray())
        {
            var digest = (string)listado!["csv_sha256"]!;
            Assert.That(digest, Is.EqualTo((string?)dichos[(string)listado["nombre"]!]!["csv_sha256"]));
            Assert.That((string?)listado["csv"], Is.EqualTo($"/v1/archivos/sha256/{digest}"));
            var contados = ContarEnCsv(await Archivo(digest), folio);
            Assert.That(
                listado["lugares"]!
                    .AsArray()
                    .ToDictionary(lugar => (string)lugar!["columna"]!, lugar => (int)lugar!["renglones"]!["valor"]!),
                Is.EqualTo(contados)
            );
        }
    }

    [Test]
    public async Task De_lo_que_se_publico_sin_llave_dice_que_no_esta_firmado()
    {
        var comprobante = await _cliente.Json("/v1/comprobantes?folio=A26P0000001&publicacion=2026-05");
        var firmado = await _cliente.Json("/v1/comprobantes?folio=A26P0000001");
        Assert.Multiple(async () =>
        {
            Assert.That(comprobante["firma"], Is.Null);
            Assert.That((string)comprobante["texto"]!, Does.Contain("no está firmado"));
            Assert.That(
                firmado["firma"]!.ToJsonString(),
                Is.EqualTo((await _cliente.Json("/v1/publicaciones/ultima/manifiesto.firma")).ToJsonString())
            );
        });
    }

    [Test]
    public async Task De_un_listado_al_que_se_le_retiro_algo_dice_lo_que_dice_el_manifiesto()
    {
        var comprobante = await _cliente.Json("/v1/comprobantes?folio=A26P0000001&publicacion=2026-05");
        var dichos = JsonNode.Parse(await Archivo((string)comprobante["manifiesto"]!["sha256"]!))!["listados"]!.AsArray();
        var (publico, inconsistente) = (comprobante["listados"]![0]!, comprobante["listados"]![1]!);
        Assert.Multiple(() =>
        {
            Assert.That((string?)publico["csv_sha256"], Is.EqualTo((string?)dichos[0]!["csv_sha256"]));
            Assert.That(publico["csv"], Is.Null, "Ese CSV trae lo que se retiró.");
            Assert.That(inconsistente["csv"], Is.Null, "Nunca se importó.");
            Assert.That((string)comprobante["texto"]!, Does.Contain("No se entregan los de: LPP2026, LIIP2026.\n"));
        });
    }

    [TestCase("")]
    [TestCase("&publicacion=2026-05")]
    public async Task Un_folio_retirado_responde_410(string publicacion)
    {
        var respuesta = await _cliente.GetAsync($"/v1/comprobantes?folio={Retirado}{publicacion}");
        var problema = await respuesta.Leer();
        Assert.Multiple(() =>
        {
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(410));
            Assert.That((string?)problema["codigo"], Is.EqualTo("INFORMACION_RETIRADA"));
            Assert.That((string?)problema["retiro"]!["motivo"], Is.EqualTo("Orden judicial 123/2026."));
        });
    }

    [Test]
    public async Task Por_clave_solo_cuenta_renglones_y_advierte_de_los_homonimos()
    {
        var contrato = (await _cliente.Json("/v1/contratos/A26P0000001"))["datos"]![0]!;
        foreach (
            var (clave, renglones) in ((string, int)[])
                [((string)contrato["contratante"]!["clave"]!, 6), ((string)contrato["contratista"]!["clave"]!, 2), ("aaaaaaaaaaaaa", 0)]
        )
        {
            var comprobante = await _cliente.Json($"/v1/comprobantes?clave={clave}");
            var texto = (string)comprobante["texto"]!;
            Assert.Multiple(() =>
            {
                Assert.That(comprobante["coincidencias"]!.ToJsonString(), Is.EqualTo($$"""{"valor":{{renglones}},"relacion":"exacto"}"""));
                Assert.That(comprobante["presente"], Is.Null);
                Assert.That(comprobante["listados"]!.AsArray().Select(listado => listado!["lugares"]), Is.All.Null);
                Assert.That(texto, Does.StartWith("No es documento del IMSS\n"));
                Assert.That(texto, Does.Contain($"\nrenglones cuyo nombre coincide con la clave {clave}: {renglones}\n"));
                Assert.That(texto, Does.Contain($"\n{Procedencia.Homonimia}\n"));
                Assert.That((string?)comprobante["aviso_homonimia"], Is.EqualTo(Procedencia.Homonimia));
            });
        }
    }

    [TestCase("", 400, "PARAMETRO_FALTANTE", "folio")]
    [TestCase("?publicacion=2026-05", 400, "PARAMETRO_FALTANTE", "folio")]
    [TestCase("?folio=A&clave=aaaaaaaaaaaaa", 400, "PARAMETROS_EXCLUYENTES", "clave")]
    [TestCase("?folio=", 400, "PARAMETRO_VACIO", "folio")]
    [TestCase("?folio=A&folio=B", 400, "PARAMETRO_REPETIDO", "folio")]
    [TestCase("?clave=A", 400, "VALOR_INVALIDO", "clave")]
    [TestCase("?folio=A&publicacion=2026-04", 404, "PUBLICACION_INEXISTENTE", "publicacion")]
    public async Task Se_pregunta_por_un_folio_o_por_una_clave(string consulta, int estado, string codigo, string parametro)
    {
        var respuesta = await _cliente.GetAsync($"/v1/comprobantes{consulta}");
        var problema = await respuesta.Leer();
        Assert.Multiple(() =>
        {
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
            Assert.That((string?)problema["codigo"], Is.EqualTo(codigo));
            Assert.That((string?)problema["errores"]![0]!["parametro"], Is.EqualTo(parametro));
        });
    }

    [Test]
    public async Task Sin_publicaciones_no_hay_de_que_dar_comprobante()
    {
        await using var servidor = new ServidorDePrueba(_operador.Ruta("vacio"));
        using var cliente = servidor.CreateClient();
        var respuesta = await cliente.GetAsync("/v1/comprobantes?folio=A26P0000001");
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(404));
        Assert.That((string?)(await respuesta.Leer())["codigo"], Is.EqualTo("PUBLICACION_INEXISTENTE"));
    }

    [TestCase("?folio=A26P0000001", "public, max-age=300, stale-while-revalidate=600", "")]
    [TestCase("?folio=A26P0000001&publicacion=2026-05", "public, max-age=86400, immutable", "noindex")]
    [TestCase("?folio=A26P1000001", "public, max-age=300, stale-while-revalidate=600", "noindex")]
    public async Task Se_guarda_y_se_indexa_como_lo_demas(string consulta, string vigencia, string robots)
    {
        var respuesta = await _cliente.GetAsync($"/v1/comprobantes{consulta}");
        Assert.Multiple(() =>
        {
            Assert.That(respuesta.Cabecera("Cache-Control"), Is.EqualTo(vigencia));
            Assert.That(respuesta.Cabecera("X-Robots-Tag"), Is.EqualTo(robots));
            Assert.That(respuesta.Cabecera("Link"), Does.Contain("rel=\"terms-of-service\""));
        });
    }

    /// <summary>What a stored file of that digest says, having checked that it is its digest.</summary>
    private async Task<byte[]> Archivo(string sha256)
    {
        var bytes = await _cliente.GetByteArrayAsync($"/v1/archivos/sha256/{sha256}");
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(bytes)), Is.EqualTo(sha256));
        return bytes;
    }

    private static string Lugares(JsonNode comprobante) =>
        string.Join(
            ", ",
            from listado in comprobante["listados"]!.AsArray()
            from lugar in listado!["lugares"]!.AsArray()
            select $"{listado["nombre"]} {lugar!["columna"]} {lugar["renglones"]!["valor"]}"
        );

    /// <summary>By column, how many lines of a CSV hold exactly that folio.</summary>
    private static Dictionary<string, int> ContarEnCsv(byte[] csv, string folio)
    {
        using var texto = new StreamReader(new MemoryStream(csv), Encoding.UTF8);
        using var filas = CsvDataReader.Create(texto);
        var cuenta = new Dictionary<string, int>();
        while (filas.Read())
        {
            for (var i = 0; i < filas.FieldCount; i++)
            {
                if (filas.GetString(i) == folio)
                    cuenta[filas.GetName(i)] = cuenta.GetValueOrDefault(filas.GetName(i)) + 1;
            }
        }
        return cuenta;
    }
}
