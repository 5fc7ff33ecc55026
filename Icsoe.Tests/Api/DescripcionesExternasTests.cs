using System.Text.Json.Nodes;
using Icsoe.Tests.Exportacion;

namespace Icsoe.Tests.Api;

/// <summary>What describes the data is read by other people's programs as by ours.</summary>
[TestFixture, Parallelizable, Category("Externo")]
public sealed class DescripcionesExternasTests
{
    private const string Base = "https://datos.ejemplo.mx/v1/catalogo";

    /// <summary>Validates a data package and reads its CSV, each row against its schema.</summary>
    private const string ConDatapackage = """
        const { Package } = require('datapackage');
        (async () => {
            const paquete = await Package.load(process.argv[2]);
            const filas = {}, errores = paquete.errors.map(String);
            for (const recurso of paquete.resources) {
                if (recurso.descriptor.profile !== 'tabular-data-resource') continue;
                try { filas[recurso.name] = (await recurso.read({ keyed: true })).length; }
                catch (error) { errores.push(`${recurso.name}: ${(error.errors || [error]).map(String)}`); }
            }
            console.log(JSON.stringify({ valido: paquete.valid, errores, filas }));
        })();
        """;

    /// <summary>Reads JSON-LD strictly, and without a network, as N-Quads.</summary>
    private const string ConJsonLd = """
        const jsonld = require('jsonld');
        const documento = JSON.parse(require('fs').readFileSync(process.argv[2]));
        const documentLoader = async url => { throw new Error(`fetched ${url}`); };
        jsonld.toRDF(documento, { base: process.argv[3], documentLoader, safe: true, format: 'application/n-quads' })
            .then(triples => process.stdout.write(triples), error => { console.error(error); process.exit(1); });
        """;

    private static HttpClient Cliente => Muestra.Cliente;

    private DirectoryInfo _carpeta = null!;

    [SetUp]
    public void Preparar() => _carpeta = Directory.CreateTempSubdirectory("icsoe-descripciones-");

    [TearDown]
    public void Limpiar() => _carpeta.Delete(recursive: true);

    [TestCase("2026-05")]
    [TestCase("2026-06")]
    public async Task Un_validador_de_Frictionless_acepta_el_paquete_y_lee_cada_CSV_con_su_esquema(string publicacion)
    {
        var paquete = await DescargarAsync(publicacion);
        var (valido, errores, filas) = Validar();
        var renglones = paquete["resources"]!
            .AsArray()
            .Where(recurso => (string?)recurso!["format"] == "csv")
            .ToDictionary(recurso => (string)recurso!["name"]!, recurso => (int)recurso!["renglones"]!);
        Assert.Multiple(() =>
        {
            Assert.That(errores, Is.Empty);
            Assert.That(valido, Is.True);
            Assert.That(filas, Is.EquivalentTo(renglones));
            Assert.That(renglones.Values.Sum(), Is.GreaterThan(50));
        });
    }

    [Test]
    public async Task El_mismo_validador_rechaza_una_fila_que_no_es_de_su_esquema()
    {
        await DescargarAsync("2026-06");
        var csv = Path.Combine(_carpeta.FullName, "archivos", "LPT2025.csv");
        var texto = await File.ReadAllTextAsync(csv);
        await File.WriteAllTextAsync(csv, texto.Replace(",publico,", ",privado,", StringComparison.Ordinal));
        var (_, errores, filas) = Validar();
        Assert.That(errores, Has.Length.EqualTo(1).And.All.StartsWith("lpt2025.csv: "));
        Assert.That(filas.Keys, Does.Not.Contain("lpt2025.csv").And.Contain("lps2025.csv"));
    }

    [Test]
    public async Task Un_lector_de_JSON_LD_halla_en_DCAT_cada_serie_conjunto_y_archivo_con_su_digest()
    {
        var triples = await TriplesAsync("/v1/catalogo?publicacion=2026-06");
        var csv = (await Cliente.Json("/v1/listados/publico/2025/3"))["archivos"]!
            .AsArray()
            .Single(archivo => (string?)archivo!["formato"] == "csv")!;
        const string dcat = "http://www.w3.org/ns/dcat#";
        const string dct = "http://purl.org/dc/terms/";
        const string xsd = "http://www.w3.org/2001/XMLSchema#";
        const string listado = "<https://datos.ejemplo.mx/v1/listados/publico/2025/3>";
        const string archivo = "<https://datos.ejemplo.mx/v1/publicaciones/2026-06/archivos/LPT2025.csv>";
        Assert.Multiple(() =>
        {
            Assert.That(triples, Does.Contain($"<{Base}> <{dcat}dataset> {listado} ."));
            Assert.That(triples, Does.Contain($"{listado} <{dcat}inSeries> <https://datos.ejemplo.mx/v1/listados/publico> ."));
            Assert.That(triples, Does.Contain($"{listado} <{dcat}prev> <https://datos.ejemplo.mx/v1/listados/publico/2025/2> ."));
            Assert.That(
                triples,
                Does.Contain($"{listado} <{dct}title> \"Listado Público, tercer cuatrimestre de 2025 (ejemplo ficticio)\"@es .")
            );
            Assert.That(triples, Does.Contain($"{listado} <{dcat}distribution> {archivo} ."));
            Assert.That(triples, Does.Contain($"{archivo} <{dcat}downloadURL> {archivo} ."));
            Assert.That(triples, Does.Contain($"{archivo} <{dcat}byteSize> \"{csv["bytes"]}\"^^<{xsd}nonNegativeInteger> ."));
            Assert.That(triples, Does.Contain($"{archivo} <{dcat}mediaType> <https://www.iana.org/assignments/media-types/text/csv> ."));
            Assert.That(triples, Has.Some.EndsWith($"<http://spdx.org/rdf/terms#checksumValue> \"{csv["sha256"]}\"^^<{xsd}hexBinary> ."));
            Assert.That(triples, Has.Some.EndsWith($"<{dcat}endDate> \"2025-12-31\"^^<{xsd}date> ."));
            Assert.That(
                triples.Where(triple => triple.EndsWith($"type> <{dcat}DatasetSeries> .", StringComparison.Ordinal)),
                Has.Exactly(2).Items
            );
        });
    }

    [Test]
    public async Task Un_lector_de_JSON_LD_halla_en_schema_org_los_conjuntos_y_sus_descargas()
    {
        var triples = await TriplesAsync("/v1/catalogo?vocabulario=schema&publicacion=2026-06");
        const string schema = "https://schema.org/";
        const string listado = "<https://datos.ejemplo.mx/v1/listados/publico/2025/3>";
        Assert.Multiple(() =>
        {
            Assert.That(triples, Does.Contain($"<{Base}> <{schema}dataset> {listado} ."));
            Assert.That(triples, Does.Contain($"{listado} <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{schema}Dataset> ."));
            Assert.That(triples, Does.Contain($"{listado} <{schema}temporalCoverage> \"2025-09-01/2025-12-31\" ."));
            Assert.That(triples, Does.Contain($"{listado} <{schema}includedInDataCatalog> <{Base}> ."));
            Assert.That(triples, Has.Some.EndsWith($"<{schema}encodingFormat> \"application/vnd.apache.parquet\" ."));
        });
    }

    private async Task<JsonNode> DescargarAsync(string publicacion)
    {
        var ruta = $"/v1/publicaciones/{publicacion}";
        var texto = await Cliente.GetStringAsync($"{ruta}/datapackage.json");
        var paquete = JsonNode.Parse(texto)!;
        Directory.CreateDirectory(Path.Combine(_carpeta.FullName, "archivos"));
        await File.WriteAllTextAsync(Paquete, texto);
        foreach (var relativa in paquete["resources"]!.AsArray().Select(recurso => (string)recurso!["path"]!))
            await File.WriteAllBytesAsync(Path.Combine(_carpeta.FullName, relativa), await Cliente.GetByteArrayAsync($"{ruta}/{relativa}"));
        return paquete;
    }

    private string Paquete => Path.Combine(_carpeta.FullName, "datapackage.json");

    private (bool Valido, string[] Errores, Dictionary<string, int> Filas) Validar()
    {
        var salida = JsonNode.Parse(HerramientaExterna.ConNode(_carpeta.FullName, ConDatapackage, ["datapackage@1.1.10"], Paquete))!;
        return (
            (bool)salida["valido"]!,
            [.. salida["errores"]!.AsArray().Select(error => (string)error!)],
            salida["filas"]!.AsObject().ToDictionary(par => par.Key, par => (int)par.Value!)
        );
    }

    private async Task<string[]> TriplesAsync(string ruta)
    {
        var archivo = Path.Combine(_carpeta.FullName, "catalogo.json");
        await File.WriteAllTextAsync(archivo, await Cliente.GetStringAsync(ruta));
        return HerramientaExterna.ConNode(_carpeta.FullName, ConJsonLd, ["jsonld@8.3.3"], archivo, Base).Split('\n');
    }
}
