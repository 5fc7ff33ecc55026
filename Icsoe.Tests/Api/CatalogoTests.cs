using System.Text.Json.Nodes;

namespace Icsoe.Tests.Api;

public sealed class CatalogoTests
{
    private const string Publica = "https://datos.ejemplo.mx/icsoe";

    private static HttpClient Cliente => Muestra.Cliente;

    [Test]
    public async Task Cada_lista_es_una_serie_y_cada_listado_un_conjunto_de_ella()
    {
        var catalogo = await Cliente.Json("/v1/catalogo");
        var conjuntos = catalogo["dcat:dataset"]!.AsArray();
        var listados = (await Cliente.Json("/v1/listados"))["datos"]!
            .AsArray()
            .Where(listado => (string?)listado!["estado"] == "publicado")
            .ToList();
        var series = conjuntos.Where(conjunto => (string?)conjunto!["@type"] == "dcat:DatasetSeries").ToList();
        var deListado = conjuntos.Where(conjunto => conjunto!["dcat:inSeries"] is not null).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(catalogo["@context"], Is.InstanceOf<JsonObject>(), "El contexto viene con el documento.");
            Assert.That((string?)catalogo["@type"], Is.EqualTo("dcat:Catalog"));
            Assert.That(
                series.Select(serie => (string?)serie!["@id"]),
                Is.EqualTo(new[] { "/v1/listados/publico", "/v1/listados/inconsistente" })
            );
            Assert.That(
                deListado.Select(conjunto => (string?)conjunto!["@id"]),
                Is.EquivalentTo(
                    listados.Select(listado => $"/v1/listados/{listado!["lista"]}/{listado["ejercicio"]}/{listado["cuatrimestre"]}")
                )
            );
            Assert.That(
                conjuntos.Except(series).Except(deListado).Select(conjunto => (string?)conjunto!["dct:identifier"]),
                Is.EqualTo(new[] { "icsoe-historia", "icsoe-vigente" })
            );
        });
    }

    [Test]
    public async Task Un_conjunto_dice_de_cuando_es_que_version_y_cual_le_precede()
    {
        var conjuntos = (await Cliente.Json("/v1/catalogo"))["dcat:dataset"]!.AsArray();
        var listado = await Cliente.Json("/v1/listados/publico/2025/3");
        var desde = await Cliente.Json($"/v1/publicaciones/{listado["contenido_desde"]}");
        var serie = conjuntos[0]!;
        var conjunto = De(conjuntos, "/v1/listados/publico/2025/3");
        Assert.Multiple(() =>
        {
            Assert.That((string?)conjunto["dct:title"], Is.EqualTo("Listado Público, tercer cuatrimestre de 2025 (ejemplo ficticio)"));
            Assert.That((string?)conjunto["dct:temporal"]!["dcat:startDate"], Is.EqualTo("2025-09-01"));
            Assert.That((string?)conjunto["dct:temporal"]!["dcat:endDate"], Is.EqualTo("2025-12-31"));
            Assert.That((string?)conjunto["dcat:version"], Is.EqualTo((string?)listado["contenido_desde"]));
            Assert.That((string?)conjunto["dct:modified"], Is.EqualTo((string?)desde["sellada_en"]));
            Assert.That((string?)conjunto["dcat:inSeries"], Is.EqualTo("/v1/listados/publico"));
            Assert.That((string?)conjunto["dcat:prev"], Is.EqualTo("/v1/listados/publico/2025/2"));
            Assert.That(De(conjuntos, (string)serie["dcat:first"]!)["dcat:prev"], Is.Null, "Al primero no le precede ninguno.");
            Assert.That(
                conjuntos.Select(otro => (string?)otro!["dcat:prev"]).Where(previo => previo is not null),
                Is.Unique.And.None.EqualTo((string?)serie["dcat:last"])
            );
        });
    }

    [TestCase("dcat")]
    [TestCase("schema")]
    public async Task Cada_archivo_de_la_publicacion_tiene_su_SHA256_y_donde_se_descarga(string vocabulario)
    {
        var catalogo = await Cliente.Json($"/v1/catalogo?vocabulario={vocabulario}&publicacion=2026-06");
        var sumas = (await Cliente.GetStringAsync("/v1/publicaciones/2026-06/SHA256SUMS"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(renglon => !renglon.EndsWith("-manifiesto.json", StringComparison.Ordinal));
        var esDcat = vocabulario == "dcat";
        var archivos =
            from conjunto in catalogo[esDcat ? "dcat:dataset" : "dataset"]!.AsArray()
            from archivo in conjunto![esDcat ? "dcat:distribution" : "distribution"]?.AsArray() ?? []
            let sha256 = esDcat ? archivo["spdx:checksum"]!["spdx:checksumValue"] : archivo["sha256"]
            let direccion = (string)archivo[esDcat ? "dcat:downloadURL" : "contentUrl"]!
            select $"{sha256}  {direccion.Replace("/v1/publicaciones/2026-06/archivos/", "", StringComparison.Ordinal)}";
        Assert.That(archivos, Is.EquivalentTo(sumas));
    }

    [Test]
    public async Task Lo_que_el_IMSS_advierte_y_manda_la_ley_viaja_con_el_catalogo()
    {
        var texto = await Cliente.GetStringAsync("/v1/catalogo");
        var conjuntos = JsonNode.Parse(texto)!["dcat:dataset"]!.AsArray();
        var cita = (string?)(await Cliente.Json("/v1/publicaciones/2026-06"))["cita"]!["apa"];
        var deBuscador = await Cliente.Json("/v1/catalogo?vocabulario=schema");
        foreach (var (lista, lugar) in ((string, int)[])[("publico", 0), ("inconsistente", 1)])
        {
            var aviso = (string?)(await Cliente.Json($"/v1/avisos/{lista}"))["texto"];
            Assert.That((string?)conjuntos[lugar]!["dct:rights"]![1]!["rdfs:label"], Is.EqualTo(aviso));
            Assert.That((string?)deBuscador["usageInfo"]![lugar]!["text"], Is.EqualTo(aviso));
        }
        Assert.That(
            deBuscador["dataset"]!.AsArray().Select(conjunto => conjunto!["usageInfo"]!.AsArray().Count).Distinct(),
            Is.EquivalentTo(new[] { 1, 2 }),
            "Los archivos con todo llevan los avisos de las dos listas."
        );
        foreach (var conjunto in conjuntos)
        {
            Assert.Multiple(() =>
            {
                Assert.That((string?)conjunto!["dct:rights"]![0]!["rdfs:label"], Is.EqualTo("IMSS no declara licencia"));
                Assert.That(conjunto["dct:license"], Is.Null);
                Assert.That((string?)conjunto["dct:description"], Does.Contain("Un nombre no identifica a nadie"));
                Assert.That((string?)conjunto["dct:provenance"]!["rdfs:label"], Does.Contain("15 A de la Ley del Seguro Social"));
                Assert.That((string?)conjunto["dct:bibliographicCitation"], Is.EqualTo(cita));
            });
        }
    }

    [Test]
    public async Task Un_buscador_halla_en_cada_conjunto_lo_que_exige_y_lo_que_recomienda()
    {
        await using var servidor = new ServidorDePrueba(
            Muestra.Datos,
            ("Icsoe:UrlPublica", Publica),
            ("Icsoe:Licencia", "CC BY 4.0"),
            ("Icsoe:LicenciaUrl", "https://creativecommons.org/licenses/by/4.0/")
        );
        using var cliente = servidor.CreateClient();
        var catalogo = await cliente.Json("/v1/catalogo?vocabulario=schema");
        Assert.That(catalogo["dataset"]!.AsArray(), Has.Count.GreaterThan(4));
        foreach (var conjunto in catalogo["dataset"]!.AsArray())
        {
            Assert.Multiple(() =>
            {
                Assert.That((string?)conjunto!["@type"], Is.EqualTo("Dataset"));
                Assert.That((string?)conjunto["name"], Is.Not.Empty);
                Assert.That(((string)conjunto["description"]!).Length, Is.InRange(50, 5000));
                Assert.That((string?)conjunto["license"], Is.EqualTo("https://creativecommons.org/licenses/by/4.0/"));
                Assert.That((string?)conjunto["creator"]!["name"], Is.EqualTo("Instituto Mexicano del Seguro Social"));
                Assert.That((bool)conjunto["isAccessibleForFree"]!, Is.True);
                Assert.That((string?)conjunto["identifier"], Is.Not.Empty);
                Assert.That(conjunto["keywords"]!.AsArray(), Is.Not.Empty);
                Assert.That((string?)conjunto["temporalCoverage"], Does.Match(@"\A\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d\z"));
                Assert.That((string?)conjunto["spatialCoverage"]!["name"], Is.EqualTo("México"));
                Assert.That(conjunto["variableMeasured"]!.AsArray(), Has.Count.InRange(18, 20));
                Assert.That((string?)conjunto["includedInDataCatalog"]!["@id"], Is.EqualTo($"{Publica}/v1/catalogo"));
                Assert.That((string?)conjunto["citation"], Does.Contain($"{Publica}/v1/publicaciones/2026-06"));
                Assert.That((string?)conjunto["creditText"], Does.Contain("Instituto Mexicano del Seguro Social"));
                foreach (var archivo in conjunto["distribution"]!.AsArray())
                    Assert.That((string?)archivo!["contentUrl"], Does.StartWith($"{Publica}/v1/publicaciones/2026-06/archivos/"));
            });
        }
    }

    [Test]
    public async Task Un_conjunto_sin_licencia_no_la_declara()
    {
        var conjunto = (await Cliente.Json("/v1/catalogo?vocabulario=schema"))["dataset"]![0]!;
        Assert.That(conjunto["license"], Is.Null);
        Assert.That((string?)conjunto["conditionsOfAccess"], Is.EqualTo("IMSS no declara licencia"));
    }

    [TestCase("")]
    [TestCase("?vocabulario=schema")]
    public async Task Las_direcciones_salen_del_ajuste_y_nunca_de_Host(string consulta)
    {
        await using var servidor = new ServidorDePrueba(Muestra.Datos, ("Icsoe:UrlPublica", Publica + "/"));
        using var cliente = servidor.CreateClient();
        var absoluto = await (await cliente.Con($"/v1/catalogo{consulta}", "Host", "malo.ejemplo")).Content.ReadAsStringAsync();
        var relativo = await (await Cliente.Con($"/v1/catalogo{consulta}", "Host", "malo.ejemplo")).Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That(absoluto, Does.Not.Contain("malo.ejemplo").And.Not.Contain("\"/v1"));
            Assert.That(absoluto, Does.Contain($"\"@id\":\"{Publica}/v1/catalogo\""));
            Assert.That(relativo, Does.Not.Contain("malo.ejemplo").And.Not.Contain("ejemplo.mx"));
            Assert.That(relativo, Does.Contain("\"@id\":\"/v1/catalogo\""));
        });
    }

    [Test]
    public async Task Con_publicacion_es_el_de_esa_y_no_cambia_con_el_reloj()
    {
        const string ruta = "/v1/catalogo?vocabulario=schema&publicacion=2026-05";
        await using var servidor = new ServidorDePrueba(Muestra.Datos) { Instante = ServidorDePrueba.Ahora.AddYears(3) };
        using var cliente = servidor.CreateClient();
        var respuesta = await Cliente.GetAsync(ruta);
        Assert.Multiple(async () =>
        {
            Assert.That(respuesta.Cabecera("Icsoe-Publicacion"), Is.EqualTo("2026-05"));
            Assert.That(respuesta.Cabecera("Content-Type"), Is.EqualTo("application/ld+json"));
            Assert.That(respuesta.Cabecera("Cache-Control"), Is.EqualTo("public, max-age=86400, immutable"));
            Assert.That(respuesta.Cabecera("Link"), Is.EqualTo("</v1/catalogo?vocabulario=schema>; rel=\"latest-version\""));
            Assert.That(respuesta.Cabecera("X-Robots-Tag"), Is.EqualTo("noindex"));
            Assert.That(await cliente.GetStringAsync(ruta), Is.EqualTo(await respuesta.Content.ReadAsStringAsync()));
            Assert.That((string?)(await respuesta.Leer())["dateModified"], Is.EqualTo(await Sellada("2026-05")));
        });
    }

    [Test]
    public async Task Un_vocabulario_que_no_existe_es_un_error_que_dice_cuales_hay()
    {
        var respuesta = await Cliente.GetAsync("/v1/catalogo?vocabulario=dcta");
        var error = (await respuesta.Leer())["errores"]![0]!;
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(400));
        Assert.That(error["validos"]!.AsArray().Select(valido => (string?)valido), Is.EqualTo(new[] { "dcat", "schema" }));
        Assert.That((string?)error["sugerencia"], Is.EqualTo("dcat"));
    }

    [TestCase("", "dcat:dataset")]
    [TestCase("?vocabulario=schema", "dataset")]
    public async Task Sin_publicaciones_el_catalogo_esta_vacio(string consulta, string conjuntos)
    {
        await using var servidor = new ServidorDePrueba(Path.Combine(Path.GetTempPath(), $"icsoe-nada-{Guid.NewGuid():N}"));
        using var cliente = servidor.CreateClient();
        Assert.That((await cliente.Json($"/v1/catalogo{consulta}"))[conjuntos]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Lo_que_no_se_entrega_no_se_anuncia()
    {
        await using var servidor = new ServidorDePrueba(Muestra.Datos, ("Icsoe:Originales", "retener"));
        using var cliente = servidor.CreateClient();
        var texto = await cliente.GetStringAsync("/v1/catalogo");
        Assert.That(texto, Does.Not.Contain("/LPP2024.xlsx").And.Contain("/LPP2024.csv").And.Contain("/LPT2025.xlsx"));
        Assert.That(await Cliente.GetStringAsync("/v1/catalogo"), Does.Contain("/LPP2024.xlsx"));
    }

    private static async Task<string?> Sellada(string publicacion) =>
        (string?)(await Cliente.Json($"/v1/publicaciones/{publicacion}"))["sellada_en"];

    private static JsonNode De(JsonArray conjuntos, string id) => conjuntos.Single(conjunto => (string?)conjunto!["@id"] == id)!;
}
