using System.Text.Json.Nodes;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Tests.Comandos;
using static Icsoe.Tests.Api.Informes;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Api;

/// <summary>What each check of the quality report counts, and what it does not.</summary>
[TestFixture, Parallelizable]
internal sealed class ComprobacionesTests
{
    private Operador operador = null!;

    [SetUp]
    public void Llegar() => operador = new Operador();

    [TearDown]
    public void Irse() => operador.Dispose();

    [TestCase("2026-01-01", "2026-01-01", "")]
    [TestCase("2026-01-02", "2026-01-01", "INICIO_POSTERIOR_AL_FIN")]
    [TestCase("2025-12-31", null, "INICIO_FUERA_DEL_PERIODO")]
    [TestCase("2026-04-30", null, "")]
    [TestCase("2026-05-01", null, "INICIO_FUERA_DEL_PERIODO")]
    [TestCase("2026-05-02", "2026-05-01", "INICIO_POSTERIOR_AL_FIN INICIO_FUERA_DEL_PERIODO")]
    public async Task Los_dias_que_no_cuadran_se_cuentan(string inicio, string? fin, string codigos)
    {
        await operador.Importar(
            "2026-05",
            operador.Libro(
                Publico,
                [
                    Con(1, contrato => contrato with { FechaInicio = Dia(inicio), FechaFin = fin is null ? null : Dia(fin) }),
                    Publico.Renglon(2),
                ]
            )
        );

        Assert.That(Halladas(await operador.Informe("ultima")), Is.EqualTo(codigos));
    }

    [TestCase("2021-01-01", "")]
    [TestCase("2019-06-01", "")]
    [TestCase("2021-12-31", "")]
    [TestCase("2022-01-01", "INICIO_FUERA_DEL_PERIODO")]
    public async Task En_2021_empezar_antes_es_correcto(string inicio, string codigos)
    {
        var listado = new Listado(Periodo.De(2021, 3), Lista.Publico);
        var renglon = listado.Renglon(1);

        await operador.Importar(
            "2026-05",
            operador.Libro(listado, [renglon with { Contrato = renglon.Contrato! with { FechaInicio = Dia(inicio), FechaFin = null } }])
        );

        Assert.That(Halladas(await operador.Informe("ultima")), Is.EqualTo(codigos));
    }

    [Test]
    public async Task Cero_personas_se_cuentan_en_el_publico_y_no_en_el_inconsistente()
    {
        var sinPersonas = Inconsistente.Renglon(1);
        await operador.Importar(
            "2026-05",
            operador.Libro(
                Publico,
                [Con(1, con => con with { PersonasTrabajadoras = 0 }), Con(2, con => con with { PersonasTrabajadoras = 1 })]
            ),
            operador.Libro(Inconsistente, [sinPersonas with { Contrato = sinPersonas.Contrato! with { PersonasTrabajadoras = 0 } }])
        );

        var hallada = Comprobacion(await operador.Informe("ultima"), "PUBLICO_SIN_TRABAJADORES");

        Assert.That(hallada["valor"]!.GetValue<long>(), Is.EqualTo(1));
        Assert.That(
            hallada["lugares"]!.ToJsonString(),
            Is.EqualTo("""[{"periodo":"2026-1","lista":"publico","valor":1,"ejemplos":["A26P0000001"]}]""")
        );
    }

    [Test]
    public async Task Los_textos_enmascarados_se_cuentan_y_los_ejemplos_son_tres()
    {
        await operador.Importar("2026-05", operador.Libro(Publico, Publico.Serie(5, "LIMPIEZA, INFORMES A ejemplo@ejemplo.mx")));

        var lugar = Comprobacion(await operador.Informe("ultima"), "SERVICIO_ENMASCARADO")["lugares"]![0]!;

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
        await operador.Importar(
            "2026-05",
            operador.Libro(Publico, Publico.Serie(3)),
            operador.Libro(Inconsistente, [.. repetidos, .. Inconsistente.Serie(1)])
        );
        await operador.Importar("2026-06", operador.Libro(Inconsistente, Inconsistente.Serie(1)));

        var (antes, despues) = (await operador.Informe("2026-05"), await operador.Informe("2026-06"));

        foreach (var codigo in new[] { "INFORMATIVA_EN_AMBAS_LISTAS", "CONTRATO_EN_AMBAS_LISTAS" })
        {
            Assert.That(Comprobacion(antes, codigo)["valor"]!.GetValue<long>(), Is.EqualTo(2), codigo);
            Assert.That(Comprobacion(antes, codigo)["lugares"]![0]!["lista"], Is.Null, "Son las dos.");
            Assert.That(Comprobacion(despues, codigo)["valor"]!.GetValue<long>(), Is.Zero, codigo);
        }
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
        await operador.Importar("2026-05", operador.Libro(Publico, [una, otra, Publico.Renglon(3)]));

        var hallada = Comprobacion(await operador.Informe("ultima"), "NOMBRE_CON_VARIAS_ESCRITURAS");

        Assert.That(hallada["valor"]!.GetValue<long>(), Is.EqualTo(1));
        Assert.That(hallada["lugares"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task El_mismo_archivo_en_dos_listados_se_senala_en_los_dos()
    {
        var libro = operador.Libro(Inconsistente, Inconsistente.Serie(2));
        var copia = operador.Ruta("junio", "LPP2026.xlsx");
        File.Copy(libro, copia);
        await operador.Importar("2026-05", libro, copia);
        await operador.Importar("2026-06", operador.Libro(Publico, Publico.Serie(2)));

        var repetido = Comprobacion(await operador.Informe("2026-05"), "ARCHIVO_REPETIDO");

        Assert.That(
            repetido["lugares"]!.AsArray().Select(lugar => $"{lugar!["lista"]} {lugar["ejemplos"]![0]}"),
            Is.EqualTo(["publico LIIP2026", "inconsistente LPP2026"])
        );
        Assert.That(Comprobacion(await operador.Informe("2026-06"), "ARCHIVO_REPETIDO")["valor"]!.GetValue<long>(), Is.Zero);
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
        await operador.Recibir([normal, .. Enumerable.Range(1, 4).Select(numero => Complementaria(numero, normal.Folio))]);
        await operador.LograrAsync("publicar", "--publicacion", "2026-06");
        await operador.Recibir(Complementaria(5, "NADIE"));
        await operador.LograrAsync("publicar", "--publicacion", "2026-06.2");

        var (antes, despues) = (await operador.Informe("2026-06"), await operador.Informe("2026-06.2"));

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

    private static string Halladas(JsonNode informe) =>
        string.Join(
            ' ',
            informe["comprobaciones"]!.AsArray().Where(una => una!["valor"]?.GetValue<long>() > 0).Select(una => (string?)una!["codigo"])
        );

    private static RenglonPublico Con(int numero, Func<ContratoPublico, ContratoPublico> cambio)
    {
        var renglon = Publico.Renglon(numero);
        return renglon with { Contrato = cambio(renglon.Contrato!) };
    }

    private static DateOnly Dia(string dia) => DateOnly.ParseExact(dia, "yyyy-MM-dd");
}
