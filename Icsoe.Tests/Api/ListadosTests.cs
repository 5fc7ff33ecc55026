namespace Icsoe.Tests.Api;

public sealed class ListadosTests
{
    private static HttpClient Cliente => Muestra.Cliente;

    [TestCase(2021, "pendiente,pendiente,pendiente")]
    [TestCase(2024, "publicado,publicado,publicado")]
    [TestCase(2026, "publicado,pendiente,pendiente")]
    public async Task Un_ejercicio_tiene_siempre_tres_cuatrimestres(int ejercicio, string estados)
    {
        var datos = (await Cliente.Json($"/v1/listados/publico/{ejercicio}"))["datos"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(string.Join(',', datos.Select(dato => (string?)dato!["estado"])), Is.EqualTo(estados));
            Assert.That(datos.Select(dato => (int)dato!["cuatrimestre"]!), Is.EqualTo(new[] { 1, 2, 3 }));
        });
    }

    [Test]
    public async Task Todos_los_listados_van_de_2021_al_ano_en_curso()
    {
        var datos = (await Cliente.Json("/v1/listados"))["datos"]!.AsArray();
        var publicos = (await Cliente.Json("/v1/listados?lista=publico&ejercicio=2025&ejercicio=2026"))["datos"]!.AsArray();
        Assert.That((datos.Count, publicos.Count), Is.EqualTo((6 * 3 * 2, 2 * 3)));
    }

    [Test]
    public async Task Uno_pendiente_dice_cuando_se_espera()
    {
        var listado = (await Cliente.Json("/v1/listados/publico/2026/2")).AsObject();
        Assert.Multiple(() =>
        {
            Assert.That((string?)listado["estado"], Is.EqualTo("pendiente"));
            Assert.That((string?)listado["publicacion_prevista"]!["desde"], Is.EqualTo("2026-10-01"));
            Assert.That((string?)listado["publicacion_prevista"]!["hasta"], Is.EqualTo("2026-10-07"));
            Assert.That(listado["archivos"]!.AsArray(), Is.Empty);
            Assert.That(listado["renglones"], Is.Null);
            Assert.That(listado.ContainsKey("renglones"), Is.True);
        });
        Assert.That((await Cliente.Json("/v1/listados/publico/2026/2/contratos"))["datos"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Los_totales_cuadran_con_los_renglones()
    {
        foreach (var listado in (await Cliente.Json("/v1/listados?ejercicio=2025"))["datos"]!.AsArray())
        {
            var ruta = $"/v1/listados/{listado!["lista"]}/{listado["ejercicio"]}/{listado["cuatrimestre"]}";
            var renglones = (await Cliente.Json($"{ruta}/renglones?limite=1000"))["datos"]!.AsArray();
            var contratos = (await Cliente.Json($"{ruta}/contratos?limite=1000"))["datos"]!.AsArray();
            var informativas = (await Cliente.Json($"{ruta}/informativas?limite=1000"))["datos"]!.AsArray();
            Assert.Multiple(() =>
            {
                Assert.That((int?)listado["renglones"], Is.EqualTo(renglones.Count), ruta);
                Assert.That((int?)listado["contratos"], Is.EqualTo(contratos.Count), ruta);
                Assert.That((int?)listado["informativas"], Is.EqualTo(informativas.Count), ruta);
                Assert.That((int?)listado["informativas_sin_contratos"], Is.EqualTo(renglones.Count - contratos.Count), ruta);
                Assert.That(
                    contratos.Select(dato => (string?)dato!["id"]),
                    Is.SubsetOf(renglones.Select(dato => (string?)dato!["id"])),
                    ruta
                );
            });
        }
    }

    [Test]
    public async Task Los_textos_oficiales_y_el_catalogo_se_sirven()
    {
        var inconsistencias = (await Cliente.Json("/v1/inconsistencias"))["datos"]!.AsArray();
        var multiple = await Cliente.Json("/v1/inconsistencias/INFORMATIVA_MULTIPLE");
        var aviso = await Cliente.Json("/v1/avisos/inconsistente");
        Assert.Multiple(() =>
        {
            Assert.That(inconsistencias, Has.Count.EqualTo(7));
            Assert.That(multiple["casos"]!.AsArray().Select(caso => (int)caso!["caso"]!), Is.EqualTo(new[] { 1, 2, 3, 4 }));
            Assert.That((bool?)multiple["guia"]!["reconstruido"], Is.True);
            Assert.That((string?)aviso["titulo"], Is.EqualTo("INFORMACIÓN IMPORTANTE"));
            Assert.That(aviso["apartados"]!.AsArray(), Has.Count.EqualTo(5));
            Assert.That((string?)aviso["publicacion"], Is.EqualTo("2026-06"));
        });
    }

    [Test]
    public async Task El_diccionario_explica_cada_campo_que_se_sirve()
    {
        var contrato = (await Cliente.Json("/v1/diccionario"))["datos"]!
            .AsArray()
            .First(recurso => (string?)recurso!["recurso"] == "contrato")!;
        var explicados = contrato["campos"]!.AsArray().Select(campo => (string)campo!["nombre"]!).ToHashSet();
        var servido = (await Cliente.Json("/v1/contratos?limite=1"))["datos"]![0]!.AsObject();
        Assert.That(servido.Select(par => par.Key), Is.SubsetOf(explicados));
        Assert.That(explicados, Does.Contain("contratista.clave").And.Contain("inconsistencias[].motivo"));
    }
}
