using System.Text.Json.Nodes;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Tests.Comandos;
using Microsoft.Data.Sqlite;
using static Icsoe.Tests.Api.Informes;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Api;

/// <summary>The quality report, from the order that seals to the answer: jumps, what is carried over, where changes come from.</summary>
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
        await operador.Importar("2026-05", operador.Libro(Publico, Publico.Serie(4)));
        await operador.Importar(
            "2026-06",
            operador.Libro(Publico, Publico.Serie(3)),
            operador.Libro(Inconsistente, Inconsistente.Serie(2))
        );

        var informe = await operador.Informe("ultima");

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
        await operador.Importar("2026-05", operador.Libro(Publico, Publico.Serie(2)));

        var informe = await operador.Informe("2026-05");

        Assert.That(informe["anterior"], Is.Null);
        Assert.That(informe["programa_anterior"], Is.Null);
        Assert.That(Texto(informe["listados"]![0]!["renglones"]), Is.EqualTo(" 2  "));
        Assert.That(Comprobacion(informe, "CAMBIO_DEL_PROGRAMA")["valor"], Is.Null);
        Assert.That(Comprobacion(informe, "CAMBIO_DE_LA_FUENTE")["valor"], Is.Null);
        Assert.That(Comprobacion(informe, "REFERENCIA_IGNORADA")["valor"], Is.Null, "Los libros no lo dicen.");
        Assert.That(Comprobacion(informe, "SERVICIO_ENMASCARADO")["valor"]!.GetValue<long>(), Is.Zero);
        Assert.That(Comprobacion(informe, "SERVICIO_ENMASCARADO")["lugares"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Lo_que_no_cambia_se_hereda_y_lo_que_cambia_se_mide_otra_vez()
    {
        var otro = new Listado(Periodo.De(2025, 3), Lista.Publico);
        await operador.Importar(
            "2026-05",
            operador.Libro(otro, [otro.Renglon(1, "TEL 55 1234 5678")]),
            operador.Libro(Publico, Publico.Serie(2, "TEL 55 1234 5678"))
        );
        await operador.Importar("2026-06", operador.Libro(Publico, [Publico.Renglon(1, "TEL 55 1234 5678"), Publico.Renglon(2)]));

        var hallada = Comprobacion(await operador.Informe("2026-06"), "SERVICIO_ENMASCARADO");

        Assert.That(hallada["valor"]!.GetValue<long>(), Is.EqualTo(2));
        Assert.That(
            hallada["lugares"]!.AsArray().Select(lugar => $"{lugar!["periodo"]} {lugar["valor"]}"),
            Is.EqualTo(["2025-3 1", "2026-1 1"])
        );
        Assert.That(Comprobacion(await operador.Informe("2026-06"), "CAMBIO_DE_LA_FUENTE")["valor"]!.GetValue<long>(), Is.EqualTo(1));
        Assert.That(Comprobacion(await operador.Informe("2026-05"), "SERVICIO_ENMASCARADO")["valor"]!.GetValue<long>(), Is.EqualTo(3));
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
        await operador.Importar("2026-05", operador.Libro(Publico, [Publico.Renglon(1)]));
        if (esOtro)
            Ejecutar("UPDATE publicaciones SET programa_version = '0.0.1'");
        await operador.Importar("2026-06", operador.Libro(Publico, [Publico.Renglon(1), segunda]));

        var informe = await operador.Informe("ultima");

        Assert.That((string?)informe["programa_anterior"]!["version"] == "0.0.1", Is.EqualTo(esOtro));
        Assert.That(Comprobacion(informe, "CAMBIO_DEL_PROGRAMA")["valor"]!.GetValue<long>(), Is.EqualTo(delPrograma));
        Assert.That(Comprobacion(informe, "CAMBIO_DE_LA_FUENTE")["valor"]!.GetValue<long>(), Is.EqualTo(deLaFuente));
    }

    [Test]
    public async Task El_motivo_queda_en_el_informe_sin_datos_personales_y_solo_si_hizo_falta()
    {
        await operador.Importar("2026-05", operador.Libro(Publico, Publico.Serie(2)));
        await operador.Importar("2026-06", operador.Libro(Publico, Publico.Serie(3)), "--forzar", "No hacía falta.");
        await operador.Importar("2026-06.2", operador.Libro(Publico, []), "--forzar", " Lo pidió ejemplo@ejemplo.mx. ");
        await operador.Importar("2026-06.3", operador.Libro(Publico, Publico.Serie(1)));

        var vaciada = await operador.Informe("2026-06.2");

        Assert.That((string?)vaciada["forzada"], Does.StartWith("Lo pidió ").And.Not.Contain("@"));
        Assert.That(vaciada["listados"]![0]!["bloquea"]!.GetValue<bool>());
        Assert.That((await operador.Informe("2026-06"))["forzada"], Is.Null);
        Assert.That((await operador.Informe("2026-06.3"))["forzada"], Is.Null);
    }

    [Test]
    public async Task Cada_comprobacion_dice_que_cuenta()
    {
        await operador.Importar("2026-05", operador.Libro(Publico, Publico.Serie(1)));

        var comprobaciones = (await operador.Informe("ultima"))["comprobaciones"]!.AsArray();

        Assert.That(comprobaciones, Has.Count.EqualTo(Enum.GetValues<Comprobacion>().Length));
        Assert.That(comprobaciones.Select(una => (string?)una!["codigo"]), Is.Unique);
        Assert.That(comprobaciones.Select(una => (string?)una!["significado"]), Is.Unique);
    }

    private void Ejecutar(string sql)
    {
        using var conexion = new SqliteConnection($"Data Source={Path.Combine(operador.Datos, "icsoe.db")};Pooling=False");
        conexion.Open();
        using var comando = conexion.CreateCommand();
        comando.CommandText = sql;
        comando.ExecuteNonQuery();
    }

    private static string Texto(JsonNode? diferencia) =>
        $"{diferencia!["antes"]} {diferencia["despues"]} {diferencia["diferencia"]} {diferencia["por_ciento"]}";
}
