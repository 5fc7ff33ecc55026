using System.Text.Json.Nodes;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Tests.Comandos;
using Microsoft.Data.Sqlite;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Api;

/// <summary>The quality report, from the order that seals to the answer.</summary>
[TestFixture, Parallelizable]
internal sealed class CalidadTests
{
    private Operador operador = null!;

    [SetUp]
    public void Llegar() => operador = new Operador();

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public async Task Cada_listado_dice_cuanto_tenia_y_cuanto_tiene()
    {
        await Importar("2026-05", operador.Libro(Publico, Publico.Serie(4)));
        await Importar("2026-06", operador.Libro(Publico, Publico.Serie(3)), operador.Libro(Inconsistente, Inconsistente.Serie(2)));

        var informe = await Informe("ultima");

        Assert.That((string?)informe["publicacion"], Is.EqualTo("2026-06"));
        Assert.That((string?)informe["anterior"], Is.EqualTo("2026-05"));
        Assert.That(informe["forzada"], Is.Null);
        Assert.That(
            informe["listados"]!
                .AsArray()
                .Select(salto => $"{salto!["listado"]} {salto["cambio"]} {salto["bloquea"]} {Texto(salto["renglones"])}"),
            Is.EqualTo(["LPP2026 true false 4 3 -1 -25", "LIIP2026 true false 0 2 2 "])
        );
        Assert.That(Texto(informe["listados"]![0]!["contratos"]), Is.EqualTo("4 3 -1 -25"));
        Assert.That(Texto(informe["listados"]![0]!["informativas"]), Is.EqualTo("4 3 -1 -25"));
        Assert.That(Texto(informe["listados"]![0]!["informativas_sin_contratos"]), Is.EqualTo("0 0 0 "));
    }

    [Test]
    public async Task La_primera_no_tiene_con_que_compararse()
    {
        await Importar("2026-05", operador.Libro(Publico, Publico.Serie(2)));

        var informe = await Informe("2026-05");

        Assert.That(informe["anterior"], Is.Null);
        Assert.That(informe["programa_anterior"], Is.Null);
        Assert.That(Texto(informe["listados"]![0]!["renglones"]), Is.EqualTo(" 2  "));
        Assert.That(Comprobacion(informe, "CAMBIO_DEL_PROGRAMA")["valor"], Is.Null);
        Assert.That(Comprobacion(informe, "CAMBIO_DE_LA_FUENTE")["valor"], Is.Null);
        Assert.That(Comprobacion(informe, "REFERENCIA_IGNORADA")["valor"], Is.Null, "Los libros no lo dicen.");
        Assert.That(Comprobacion(informe, "SERVICIO_ENMASCARADO")["valor"]!.GetValue<long>(), Is.Zero);
        Assert.That(Comprobacion(informe, "SERVICIO_ENMASCARADO")["lugares"]!.AsArray(), Is.Empty);
    }

    [TestCase("2026-01-01", "2026-01-01", "")]
    [TestCase("2026-01-02", "2026-01-01", "INICIO_POSTERIOR_AL_FIN")]
    [TestCase("2025-12-31", null, "INICIO_FUERA_DEL_PERIODO")]
    [TestCase("2026-04-30", null, "")]
    [TestCase("2026-05-01", null, "INICIO_FUERA_DEL_PERIODO")]
    [TestCase("2026-05-02", "2026-05-01", "INICIO_POSTERIOR_AL_FIN INICIO_FUERA_DEL_PERIODO")]
    public async Task Los_dias_que_no_cuadran_se_cuentan(string inicio, string? fin, string codigos)
    {
        await Importar(
            "2026-05",
            operador.Libro(
                Publico,
                [
                    Con(1, contrato => contrato with { FechaInicio = Dia(inicio), FechaFin = fin is null ? null : Dia(fin) }),
                    Publico.Renglon(2),
                ]
            )
        );

        Assert.That(Halladas(await Informe("ultima")), Is.EqualTo(codigos));
    }

    [TestCase("2021-01-01", "")]
    [TestCase("2019-06-01", "")]
    [TestCase("2021-12-31", "")]
    [TestCase("2022-01-01", "INICIO_FUERA_DEL_PERIODO")]
    public async Task En_2021_empezar_antes_es_correcto(string inicio, string codigos)
    {
        var listado = new Listado(Periodo.De(2021, 3), Lista.Publico);
        var renglon = listado.Renglon(1);

        await Importar(
            "2026-05",
            operador.Libro(listado, [renglon with { Contrato = renglon.Contrato! with { FechaInicio = Dia(inicio), FechaFin = null } }])
        );

        Assert.That(Halladas(await Informe("ultima")), Is.EqualTo(codigos));
    }

    [Test]
    public async Task Cero_personas_se_cuentan_en_el_publico_y_no_en_el_inconsistente()
    {
        var sinPersonas = Inconsistente.Renglon(1);
        await Importar(
            "2026-05",
            operador.Libro(
                Publico,
                [Con(1, con => con with { PersonasTrabajadoras = 0 }), Con(2, con => con with { PersonasTrabajadoras = 1 })]
            ),
            operador.Libro(Inconsistente, [sinPersonas with { Contrato = sinPersonas.Contrato! with { PersonasTrabajadoras = 0 } }])
        );

        var hallada = Comprobacion(await Informe("ultima"), "PUBLICO_SIN_TRABAJADORES");

        Assert.That(hallada["valor"]!.GetValue<long>(), Is.EqualTo(1));
        Assert.That(
            hallada["lugares"]!.ToJsonString(),
            Is.EqualTo("""[{"periodo":"2026-1","lista":"publico","valor":1,"ejemplos":["A26P0000001"]}]""")
        );
    }

    [Test]
    public async Task Los_textos_enmascarados_se_cuentan_y_los_ejemplos_son_tres()
    {
        await Importar("2026-05", operador.Libro(Publico, Publico.Serie(5, "LIMPIEZA, INFORMES A ejemplo@ejemplo.mx")));

        var lugar = Comprobacion(await Informe("ultima"), "SERVICIO_ENMASCARADO")["lugares"]![0]!;

        Assert.That(lugar["valor"]!.GetValue<long>(), Is.EqualTo(5));
        Assert.That(
            lugar["ejemplos"]!.AsArray().Select(folio => (string?)folio),
            Is.EqualTo(["A26P0000001", "A26P0000002", "A26P0000003"])
        );
    }

    [Test]
    public async Task Los_folios_en_las_dos_listas_se_cuentan_una_vez_y_dejan_de_contarse_cuando_salen()
    {
        var repetidos = Publico.Serie(2).Select(renglon => renglon with { Listado = Inconsistente });
        await Importar(
            "2026-05",
            operador.Libro(Publico, Publico.Serie(3)),
            operador.Libro(Inconsistente, [.. repetidos, .. Inconsistente.Serie(1)])
        );
        await Importar("2026-06", operador.Libro(Inconsistente, Inconsistente.Serie(1)));

        var (antes, despues) = (await Informe("2026-05"), await Informe("2026-06"));

        foreach (var codigo in new[] { "INFORMATIVA_EN_AMBAS_LISTAS", "CONTRATO_EN_AMBAS_LISTAS" })
        {
            Assert.That(Comprobacion(antes, codigo)["valor"]!.GetValue<long>(), Is.EqualTo(2), codigo);
            Assert.That(Comprobacion(antes, codigo)["lugares"]![0]!["lista"], Is.Null, "Son las dos.");
            Assert.That(Comprobacion(despues, codigo)["valor"]!.GetValue<long>(), Is.Zero, codigo);
        }
    }

    [Test]
    public async Task Lo_que_no_cambia_se_hereda_y_lo_que_cambia_se_mide_otra_vez()
    {
        var otro = new Listado(Periodo.De(2025, 3), Lista.Publico);
        await Importar(
            "2026-05",
            operador.Libro(otro, [otro.Renglon(1, "TEL 55 1234 5678")]),
            operador.Libro(Publico, Publico.Serie(2, "TEL 55 1234 5678"))
        );
        await Importar("2026-06", operador.Libro(Publico, [Publico.Renglon(1, "TEL 55 1234 5678"), Publico.Renglon(2)]));

        var hallada = Comprobacion(await Informe("2026-06"), "SERVICIO_ENMASCARADO");

        Assert.That(hallada["valor"]!.GetValue<long>(), Is.EqualTo(2));
        Assert.That(
            hallada["lugares"]!.AsArray().Select(lugar => $"{lugar!["periodo"]} {lugar["valor"]}"),
            Is.EqualTo(["2025-3 1", "2026-1 1"])
        );
        Assert.That(Comprobacion(await Informe("2026-06"), "CAMBIO_DE_LA_FUENTE")["valor"]!.GetValue<long>(), Is.EqualTo(1));
        Assert.That(Comprobacion(await Informe("2026-05"), "SERVICIO_ENMASCARADO")["valor"]!.GetValue<long>(), Is.EqualTo(3));
    }

    [Test]
    public async Task Una_clave_escrita_de_dos_formas_se_cuenta_sin_decir_de_quien_es()
    {
        var (una, otra) = (
            Publico.Renglon(1) with
            {
                Contratista = Parte("ÁRBOL, S.A."),
            },
            Publico.Renglon(2) with
            {
                Contratista = Parte("ARBOL SA"),
            }
        );
        await Importar("2026-05", operador.Libro(Publico, [una, otra, Publico.Renglon(3)]));

        var hallada = Comprobacion(await Informe("ultima"), "NOMBRE_CON_VARIAS_ESCRITURAS");

        Assert.That(hallada["valor"]!.GetValue<long>(), Is.EqualTo(1));
        Assert.That(hallada["lugares"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task El_mismo_archivo_en_dos_listados_se_senala_en_los_dos()
    {
        var libro = operador.Libro(Inconsistente, Inconsistente.Serie(2));
        var copia = operador.Ruta("junio", "LPP2026.xlsx");
        File.Copy(libro, copia);
        await Importar("2026-05", libro, copia);
        await Importar("2026-06", operador.Libro(Publico, Publico.Serie(2)));

        var repetido = Comprobacion(await Informe("2026-05"), "ARCHIVO_REPETIDO");

        Assert.That(
            repetido["lugares"]!.AsArray().Select(lugar => $"{lugar!["lista"]} {lugar["ejemplos"]![0]}"),
            Is.EqualTo(["publico LIIP2026", "inconsistente LPP2026"])
        );
        Assert.That(Comprobacion(await Informe("2026-06"), "ARCHIVO_REPETIDO")["valor"]!.GetValue<long>(), Is.Zero);
    }

    [Test]
    public async Task Lo_que_solo_se_sabe_al_juzgar_se_cuenta_en_el_periodo()
    {
        var normal = Presentada.Numero(1);
        Presentada Complementaria(int numero, string? referencia) =>
            normal with
            {
                Folio = $"C26000000{numero}",
                Tipo = "correccion",
                Referencia = referencia,
                FechaPresentacion = $"2026-05-{12 + numero}T10:00:00",
            };
        await Recibir([normal, .. Enumerable.Range(1, 4).Select(numero => Complementaria(numero, normal.Folio))]);
        await operador.LograrAsync("publicar", "--publicacion", "2026-06");
        await Recibir(Complementaria(5, "NADIE"));
        await operador.LograrAsync("publicar", "--publicacion", "2026-06.2");

        var (antes, despues) = (await Informe("2026-06"), await Informe("2026-06.2"));

        foreach (var codigo in new[] { "REFERENCIA_IGNORADA", "COMPLEMENTARIAS_DE_MAS" })
        {
            Assert.That(Comprobacion(antes, codigo)["valor"]!.GetValue<long>(), Is.Zero, codigo);
            Assert.That(Comprobacion(despues, codigo)["valor"]!.GetValue<long>(), Is.EqualTo(1), codigo);
            Assert.That(
                Comprobacion(despues, codigo)["lugares"]!.ToJsonString(),
                Is.EqualTo("""[{"periodo":"2026-1","lista":null,"valor":1,"ejemplos":[]}]"""),
                "Sin folios: pueden ser de informativas que no se publican."
            );
        }
    }

    [TestCase(true, 1, 1)]
    [TestCase(false, 0, 2)]
    public async Task Lo_que_solo_cambia_porque_el_programa_es_otro_se_cuenta_aparte(bool esOtro, long delPrograma, long deLaFuente)
    {
        // A second informativa of the same contratista is observed on the first, which says the same as before.
        var segunda = Publico.Renglon(2) with
        {
            Contratista = Publico.Renglon(1).Contratista,
        };
        await Importar("2026-05", operador.Libro(Publico, [Publico.Renglon(1)]));
        if (esOtro)
            Ejecutar("UPDATE publicaciones SET programa_version = '0.0.1'");
        await Importar("2026-06", operador.Libro(Publico, [Publico.Renglon(1), segunda]));

        var informe = await Informe("ultima");

        Assert.That((string?)informe["programa_anterior"]!["version"] == "0.0.1", Is.EqualTo(esOtro));
        Assert.That(Comprobacion(informe, "CAMBIO_DEL_PROGRAMA")["valor"]!.GetValue<long>(), Is.EqualTo(delPrograma));
        Assert.That(Comprobacion(informe, "CAMBIO_DE_LA_FUENTE")["valor"]!.GetValue<long>(), Is.EqualTo(deLaFuente));
    }

    [Test]
    public async Task El_motivo_queda_en_el_informe_sin_datos_personales_y_solo_si_hizo_falta()
    {
        await Importar("2026-05", operador.Libro(Publico, Publico.Serie(2)));
        await Importar("2026-06", operador.Libro(Publico, Publico.Serie(3)), "--forzar", "No hacía falta.");
        await Importar("2026-06.2", operador.Libro(Publico, []), "--forzar", " Lo pidió ejemplo@ejemplo.mx. ");
        await Importar("2026-06.3", operador.Libro(Publico, Publico.Serie(1)));

        var vaciada = await Informe("2026-06.2");

        Assert.That((string?)vaciada["forzada"], Does.StartWith("Lo pidió ").And.Not.Contain("@"));
        Assert.That(vaciada["listados"]![0]!["bloquea"]!.GetValue<bool>());
        Assert.That((await Informe("2026-06"))["forzada"], Is.Null);
        Assert.That((await Informe("2026-06.3"))["forzada"], Is.Null);
    }

    [Test]
    public async Task Cada_comprobacion_dice_que_cuenta()
    {
        await Importar("2026-05", operador.Libro(Publico, Publico.Serie(1)));

        var comprobaciones = (await Informe("ultima"))["comprobaciones"]!.AsArray();

        Assert.That(comprobaciones, Has.Count.EqualTo(Enum.GetValues<Comprobacion>().Length));
        Assert.That(comprobaciones.Select(una => (string?)una!["codigo"]), Is.Unique);
        Assert.That(comprobaciones.Select(una => (string?)una!["significado"]), Is.Unique);
    }

    private async Task Importar(string id, params string[] orden) =>
        await operador.LograrAsync(["importar", .. orden, "--publicacion", id]);

    private void Ejecutar(string sql)
    {
        using var conexion = new SqliteConnection($"Data Source={Path.Combine(operador.Datos, "icsoe.db")};Pooling=False");
        conexion.Open();
        using var comando = conexion.CreateCommand();
        comando.CommandText = sql;
        comando.ExecuteNonQuery();
    }

    private async Task Recibir(params Presentada[] presentadas) =>
        await operador.LograrAsync("importar", operador.Ndjson(presentadas.Select(presentada => presentada.EnJson())));

    private async Task<JsonNode> Informe(string id)
    {
        await using var servidor = new ServidorDePrueba(operador.Datos);
        using var cliente = servidor.CreateClient();
        var respuesta = await cliente.GetAsync($"/v1/publicaciones/{id}/calidad");
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(200));
        return await respuesta.Leer();
    }

    private static JsonNode Comprobacion(JsonNode informe, string codigo) =>
        informe["comprobaciones"]!.AsArray().Single(una => (string?)una!["codigo"] == codigo)!;

    private static string Halladas(JsonNode informe) =>
        string.Join(
            ' ',
            informe["comprobaciones"]!.AsArray().Where(una => una!["valor"]?.GetValue<long>() > 0).Select(una => (string?)una!["codigo"])
        );

    private static string Texto(JsonNode? diferencia) =>
        $"{diferencia!["antes"]} {diferencia["despues"]} {diferencia["diferencia"]} {diferencia["por_ciento"]}";

    private static RenglonPublico Con(int numero, Func<ContratoPublico, ContratoPublico> cambio)
    {
        var renglon = Publico.Renglon(numero);
        return renglon with { Contrato = cambio(renglon.Contrato!) };
    }

    private static DateOnly Dia(string dia) => DateOnly.ParseExact(dia, "yyyy-MM-dd");
}
