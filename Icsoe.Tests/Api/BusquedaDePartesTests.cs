using System.Text.Json.Nodes;
using Icsoe.Domain.Modelo;
using static Icsoe.Tests.Api.BusquedaTests;

namespace Icsoe.Tests.Api;

/// <summary>Parties, suggestions, corrections and figures of the sample, against all of its rows.</summary>
public sealed class BusquedaDePartesTests
{
    private static HttpClient Cliente => Muestra.Cliente;

    [Test]
    public async Task Las_partes_son_las_de_los_contratos_y_las_informativas()
    {
        var informativas = await Todos("/v1/informativas");
        var contratos = await Todos("/v1/contratos");
        var esperadas = informativas
            .Select(fila => fila["contratista"]!)
            .Concat(contratos.Select(fila => fila["contratante"]!))
            .Select(parte => (string?)parte["clave"])
            .Where(clave => clave is not null)
            .Distinct();
        var partes = await PorPaginas("/v1/partes?", 5);
        Assert.That(partes.Select(Clave), Is.EquivalentTo(esperadas).And.Unique);
        Assert.That(partes.Select(Clave), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        foreach (var parte in partes.Take(5))
        {
            var suyos = contratos
                .Where(contrato => Clave(contrato["contratista"]!) == Clave(parte) || Clave(contrato["contratante"]!) == Clave(parte))
                .ToList();
            var una = (await Cliente.Json($"/v1/partes/{Clave(parte)}")).AsObject();
            Assert.Multiple(() =>
            {
                Assert.That((string?)una["nombre"], Is.EqualTo((string?)parte["nombre"]));
                Assert.That((string?)una["aviso_homonimia"], Is.Not.Empty);
                Assert.That((string?)una["publicacion"], Is.EqualTo("2026-06"));
                Assert.That(una["variantes"]!.AsArray().Select(variante => (string?)variante), Does.Contain((string?)una["nombre"]));
                Assert.That(
                    (int)una["contratos"]!["como_contratista"]!,
                    Is.EqualTo(suyos.Count(contrato => Clave(contrato["contratista"]!) == Clave(parte)))
                );
                Assert.That(
                    (int)una["contratos"]!["como_contratante"]!,
                    Is.EqualTo(suyos.Count(contrato => Clave(contrato["contratante"]!) == Clave(parte)))
                );
            });
            var porRuta = await Todos($"/v1/partes/{Clave(parte)}/contratos");
            Assert.That(porRuta.Select(Id), Is.EqualTo(suyos.Select(Id)));
        }
    }

    [TestCase("q=PEÑA")]
    [TestCase("q=ejemplo&rol=contratista")]
    [TestCase("q=ejemplo&tipo_persona=fisica")]
    [TestCase("rol=contratante&periodo=2025-1")]
    public async Task Las_partes_se_buscan_por_palabra_rol_tipo_y_periodo(string consulta)
    {
        var partes = await PorPaginas($"/v1/partes?{consulta}", 3);
        Assert.That(partes, Is.Not.Empty);
        Assert.That(partes.Select(Clave), Is.Unique);
        foreach (var par in consulta.Split('&').Select(par => par.Split('=')))
        {
            if (par[0] == "q")
            {
                Assert.That(
                    partes.Select(parte =>
                        parte["variantes"]!.AsArray().Any(nombre => Contiene((string?)nombre, Plegado.Plegar(par[1]).Split(' ')))
                    ),
                    Is.All.True
                );
            }
            else if (par[0] == "rol")
                Assert.That(partes.Select(parte => parte["roles"]!.ToJsonString()), Is.All.Contains(par[1]));
            else if (par[0] == "tipo_persona")
                Assert.That(partes.Select(parte => (string?)parte["tipo_persona"]), Is.All.EqualTo(par[1]));
        }
    }

    [Test]
    public async Task Las_contrapartes_cuadran_con_los_contratos()
    {
        var contratos = await Todos("/v1/contratos");
        var clave = contratos.GroupBy(contrato => Clave(contrato["contratista"]!)).MaxBy(grupo => grupo.Count())!.Key;
        var esperadas = contratos
            .Where(contrato => Clave(contrato["contratista"]!) == clave && contrato["contratante"]!["clave"] is not null)
            .GroupBy(contrato => Clave(contrato["contratante"]!))
            .Select(grupo => (grupo.Key, grupo.Count(), grupo.Sum(contrato => (int?)contrato["personas_trabajadoras"] ?? 0)));
        var contrapartes = await PorPaginas($"/v1/partes/{clave}/contrapartes?rol=contratante", 2);
        Assert.That(
            contrapartes.Select(fila => (Clave(fila), (int)fila["contratos"]!, (int)fila["personas_por_contrato_suma"]!)),
            Is.EquivalentTo(esperadas)
        );
        Assert.That(contrapartes.Select(fila => (int)fila["contratos"]!), Is.Ordered.Descending);
    }

    [Test]
    public async Task La_historia_de_un_periodo_dice_quien_sustituyo_a_quien()
    {
        // At the sample's last publication a corrección took the place of a filing listed the month before.
        var nueva = (await Todos("/v1/informativas?periodo=2025-3&tipo_informativa=correccion&lista=publico"))[0];
        var clave = Clave(nueva["contratista"]!);
        var sobre = await Cliente.Json($"/v1/partes/{clave}/historia?periodo=2025-3");
        var filas = sobre["datos"]!.AsArray();
        var suya = filas.Single(fila => (string?)fila!["informativa"]!["folio"] == (string?)nueva["folio"])!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)sobre["aviso_homonimia"], Is.Not.Empty);
            Assert.That((string?)suya["publicacion_desde"], Is.EqualTo("2026-06"));
            Assert.That(suya["publicacion_hasta"], Is.Null);
            Assert.That((string?)suya["vinculo"], Is.EqualTo("declarado"));
            var anterior = filas.First(fila => (string?)fila!["informativa"]!["folio"] == (string?)suya["reemplaza_a"])!;
            Assert.That((string?)anterior["publicacion_hasta"], Is.EqualTo("2026-05.2"));
            Assert.That((string?)anterior["reemplazada_por"], Is.EqualTo((string?)nueva["folio"]));
        });
        var antes = await Cliente.Json($"/v1/partes/{clave}/historia?periodo=2025-3&publicacion=2026-05.2");
        Assert.That(antes["datos"]!.AsArray().Select(fila => fila!["publicacion_hasta"]), Is.All.Null);
    }

    [Test]
    public async Task Una_clave_que_se_fue_es_un_410_y_una_de_nadie_un_404()
    {
        var ahora = (await Todos("/v1/partes")).Select(Clave).ToHashSet();
        var ida = (await Todos("/v1/partes?publicacion=2026-05.2")).Select(Clave).FirstOrDefault(clave => !ahora.Contains(clave));
        foreach (var recurso in (string[])["", "/contratos", "/contrapartes", "/historia?periodo=2025-3"])
        {
            Assert.That((int)(await Cliente.GetAsync($"/v1/partes/aaaaaaaaaaaaa{recurso}")).StatusCode, Is.EqualTo(404), recurso);
            if (ida is null)
                continue;
            var respuesta = await Cliente.GetAsync($"/v1/partes/{ida}{recurso}");
            var problema = await respuesta.Leer();
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(410), recurso);
            Assert.That((string?)problema["codigo"], Is.EqualTo("PARTE_RETIRADA"));
            Assert.That((int)(await Cliente.GetAsync((string)problema["enlace"]!)).StatusCode, Is.EqualTo(200), recurso);
        }
    }

    [TestCase("serv")]
    [TestCase("bajio")]
    [TestCase("PEÑA")]
    [TestCase("limp mant")]
    [TestCase("jardineria")]
    public async Task Las_sugerencias_resaltan_lo_que_coincide(string texto)
    {
        var palabras = Plegado.Plegar(texto).Split(' ');
        var sugerencias = (await Cliente.Json($"/v1/sugerencias?q={Uri.EscapeDataString(texto)}&limite=5"))["datos"]!.AsArray();
        Assert.That(sugerencias, Has.Count.InRange(1, 5));
        foreach (var sugerencia in sugerencias)
        {
            var completo = (string)sugerencia!["texto"]!;
            var tramos = sugerencia["coincide"]!.AsArray().Select(tramo => ((int)tramo![0]!, (int)tramo[1]!)).ToList();
            Assert.That(tramos, Is.Not.Empty.And.Ordered, completo);
            foreach (var (inicio, fin) in tramos)
            {
                Assert.That(inicio >= 0 && inicio < fin && fin <= completo.Length, Is.True, completo);
                var resaltado = Plegado.Plegar(completo[inicio..fin]);
                Assert.That(palabras.Any(palabra => resaltado == palabra), Is.True, $"{completo}: {resaltado}");
            }
        }
    }

    [Test]
    public async Task Con_rol_o_tipo_de_persona_solo_se_sugieren_nombres()
    {
        foreach (var filtro in (string[])["rol=contratante", "tipo_persona=moral"])
        {
            var sugerencias = (await Cliente.Json($"/v1/sugerencias?q=e&{filtro}"))["datos"]!.AsArray();
            Assert.That(sugerencias.Select(sugerencia => (string?)sugerencia!["tipo"]), Is.All.EqualTo("parte").And.Not.Empty);
        }
    }

    [TestCase("", "/v1/listados")]
    [TestCase("?lista=publico", "/v1/listados?lista=publico")]
    [TestCase("?ejercicio=2025", "/v1/listados?ejercicio=2025")]
    public async Task Las_cifras_son_las_de_los_listados(string consulta, string listados)
    {
        var publicados = (await Cliente.Json(listados))["datos"]!.AsArray().Where(fila => (string?)fila!["estado"] == "publicado").ToList();
        var cifras = await Cliente.Json($"/v1/estadisticas{consulta}");
        Assert.Multiple(() =>
        {
            foreach (var campo in (string[])["contratos", "informativas", "informativas_sin_contratos"])
                Assert.That((int)cifras["total"]![campo]!, Is.EqualTo(publicados.Sum(listado => (int)listado![campo]!)), campo);
            foreach (var mayores in (string[])["mayores_contratistas", "mayores_contratantes"])
            {
                Assert.That(cifras[mayores]!.AsArray(), Has.Count.InRange(1, 20));
                Assert.That(cifras[mayores]!.AsArray().Select(parte => (int)parte!["contratos"]!), Is.Ordered.Descending);
            }
            Assert.That((string?)cifras["publicacion"], Is.EqualTo("2026-06"));
        });
    }

    [TestCase("contratista", "elevadroes")]
    [TestCase("q", "jardineia")]
    [TestCase("servicio", "jardinreia")]
    public async Task Una_errata_no_se_contesta_en_silencio(string parametro, string errata)
    {
        var sobre = await Cliente.Json($"/v1/contratos?{parametro}={errata}");
        var quiza = sobre["quiza_quiso_decir"]!.AsArray();
        var aproximadas = await Todos($"/v1/contratos?{parametro}={errata}&aproximar=si");
        Assert.Multiple(() =>
        {
            Assert.That(sobre["datos"]!.AsArray(), Is.Empty);
            Assert.That(quiza, Is.Not.Empty);
            Assert.That(quiza.Select(correccion => (string?)correccion!["parametro"]), Is.All.EqualTo(parametro));
            Assert.That(aproximadas, Is.Not.Empty);
            Assert.That(aproximadas.Select(fila => (bool)fila["aproximado"]!), Is.All.True);
        });
        Assert.That(await Todos($"/v1/contratos?{parametro}={Uri.EscapeDataString((string)quiza[0]!["valor"]!)}"), Is.Not.Empty);
    }

    [Test]
    public async Task Los_contratos_de_quien_no_tiene_llevan_a_sus_informativas()
    {
        var conContratos = (await Todos("/v1/contratos")).Select(contrato => Clave(contrato["contratista"]!)).ToHashSet();
        var informativa = (await Todos("/v1/informativas")).First(fila => !conContratos.Contains(Clave(fila["contratista"]!)));
        var clave = Clave(informativa["contratista"]!);
        var sobre = await Cliente.Json($"/v1/partes/{clave}/contratos");
        Assert.Multiple(() =>
        {
            Assert.That(sobre["datos"]!.AsArray(), Is.Empty);
            Assert.That((string?)sobre["aviso_homonimia"], Is.Not.Empty);
            Assert.That(
                (string?)sobre["informativas_sin_contratos"]!["url"],
                Is.EqualTo($"/v1/informativas?parte_clave={clave}&con_contratos=no")
            );
        });
    }

    [TestCase("%00")]
    [TestCase("%22")]
    [TestCase("%22a b%22 *")]
    [TestCase("a* AND NEAR(b c) OR NOT d:e -f ^g {h}")]
    [TestCase("100%25")]
    [TestCase("...")]
    [TestCase("%ef%bf%be")]
    [TestCase("%f0%9f%98%80")]
    [TestCase("%cc%83")]
    public async Task Cualquier_texto_se_busca(string texto)
    {
        foreach (
            var ruta in (string[])
                ["/v1/contratos?aproximar=si&contratante=", "/v1/partes?q=", "/v1/partes?aproximar=si&q=", "/v1/sugerencias?q="]
        )
            Assert.That((int)(await Cliente.GetAsync(new Uri(ruta + texto, UriKind.Relative))).StatusCode, Is.EqualTo(200), ruta);
    }

    [TestCase("/v1/partes?q=x")]
    [TestCase("/v1/sugerencias?q=x")]
    [TestCase("/v1/estadisticas")]
    public async Task Sin_publicaciones_todo_esta_vacio(string ruta)
    {
        var carpeta = Path.Combine(Path.GetTempPath(), $"icsoe-vacio-{Guid.NewGuid():N}");
        await using var servidor = new ServidorDePrueba(carpeta);
        using var cliente = servidor.CreateClient();
        var respuesta = await cliente.GetAsync(ruta);
        var sobre = await respuesta.Leer();
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(200));
        Assert.That(sobre["publicacion"], Is.Null);
        Assert.That(sobre["datos"]?.AsArray() ?? [], Is.Empty);
    }

    private static string Clave(JsonNode parte) => (string?)parte["clave"] ?? "";
}
