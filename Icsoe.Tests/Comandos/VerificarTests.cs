using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Comandos;

/// <summary><c>verificar</c> tells every damage, and only damage.</summary>
[TestFixture, Parallelizable]
internal sealed class VerificarTests
{
    /// <summary>A workbook and its CSV, NDJSON and Parquet.</summary>
    private const int DeTresListados = 3 * 4;

    /// <summary>The manifest, and what stands and what ever stood, each as Parquet and as SQLite.</summary>
    private const int DeUnaPublicacion = 5;

    private Operador operador = null!;

    [SetUp]
    public async Task LlegarAsync()
    {
        operador = new Operador();
        await operador.LograrAsync(
            "importar",
            operador.Libro(Publico, Publico.Serie(3)),
            operador.Libro(Inconsistente, Inconsistente.Serie(2)),
            "--publicacion",
            "2026-05"
        );
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(4)), "--publicacion", "2026-06");
    }

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public async Task Un_almacen_sano_sale_con_0()
    {
        var respuesta = await operador.EjecutarAsync("verificar");

        Assert.That(respuesta.Codigo, Is.Zero);
        Assert.That(respuesta.Errores, Is.Empty);
        var linea = respuesta.Linea;
        Assert.That(respuesta.Publicacion, Is.EqualTo("2026-06"));
        Assert.That(
            (linea.GetProperty("archivos").GetInt32(), linea.GetProperty("danados").GetInt32()),
            Is.EqualTo((DeTresListados + (2 * DeUnaPublicacion), 0))
        );
    }

    [Test]
    public async Task Un_archivo_alterado_truncado_o_retirado_es_un_danio(
        [Values("alterado", "truncado", "retirado")] string como,
        [Range(0, 2)] int cual
    )
    {
        var ruta = Directory.GetFiles(operador.Archivos).Order(StringComparer.Ordinal).ElementAt(cual);
        var bytes = await File.ReadAllBytesAsync(ruta);
        bytes[bytes.Length / 2] ^= 1;
        if (como == "alterado")
            await File.WriteAllBytesAsync(ruta, bytes);
        else if (como == "truncado")
            await File.WriteAllBytesAsync(ruta, bytes[..^1]);
        else
            File.Delete(ruta);

        var respuesta = await operador.EjecutarAsync("verificar");

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.LineasDeError.Where(linea => linea.Contains(Path.GetFileName(ruta), StringComparison.Ordinal)), Is.Not.Empty);
        Assert.That(respuesta.Linea.GetProperty("danados").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task Un_huerfano_con_su_nombre_se_lista_y_no_es_danio()
    {
        var bytes = Encoding.UTF8.GetBytes("de una orden que murió");
        var nombre = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await File.WriteAllBytesAsync(Path.Combine(operador.Archivos, nombre), bytes);

        var respuesta = await operador.EjecutarAsync("verificar");

        Assert.That(respuesta.Codigo, Is.Zero);
        Assert.That(respuesta.LineasDeError.Single(), Does.Contain(nombre));
        Assert.That(respuesta.Linea.GetProperty("huerfanos").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task Un_archivo_con_otro_nombre_es_un_danio()
    {
        await File.WriteAllTextAsync(Path.Combine(operador.Archivos, "LPP2026.xlsx"), "no es su nombre");

        var respuesta = await operador.EjecutarAsync("verificar");

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.LineasDeError.Single(), Does.Contain("LPP2026.xlsx"));
    }

    [TestCase("DELETE FROM renglones WHERE clave = (SELECT min(clave) FROM renglones)", "renglones")]
    [TestCase("UPDATE informativas SET desde = 2 WHERE clave = (SELECT min(clave) FROM informativas)", "informativas")]
    [TestCase("UPDATE publicaciones SET anterior = NULL WHERE secuencia = 2", "no sigue a la anterior")]
    [TestCase("UPDATE publicaciones SET id = '2026-04' WHERE secuencia = 2", "no sigue a la anterior")]
    public async Task Un_registro_alterado_es_un_danio(string sql, string mensaje)
    {
        Ejecutar(operador.Datos, sql);

        var respuesta = await operador.EjecutarAsync("verificar");

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain(mensaje));
    }

    [Test]
    public async Task Una_base_ilegible_es_un_danio([Values] bool soloLaMitad)
    {
        var ruta = Path.Combine(operador.Datos, "icsoe.db");
        var bytes = await File.ReadAllBytesAsync(ruta);
        await File.WriteAllBytesAsync(ruta, soloLaMitad ? bytes[..(bytes.Length / 2)] : Encoding.UTF8.GetBytes(new string('x', 5000)));

        var respuesta = await operador.EjecutarAsync("verificar");

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain("icsoe.db").And.Not.Contain("   at "));
    }

    [Test]
    public async Task Sin_almacen_se_dice_donde_se_busco()
    {
        var respuesta = await operador.SinMasAsync("verificar", "--datos", operador.Ruta("nada"));

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain(operador.Ruta("nada")));
        Assert.That(operador.Ruta("nada"), Does.Not.Exist);
    }

    [Test]
    public async Task Importar_de_nuevo_el_libro_repara_el_archivo_que_se_perdio()
    {
        foreach (var ruta in Directory.GetFiles(operador.Archivos))
            File.Delete(ruta);

        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(3)));
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(4)));
        var respuesta = await operador.EjecutarAsync("verificar");

        Assert.That(
            respuesta.Linea.GetProperty("danados").GetInt32(),
            Is.EqualTo(4 + 2 + (2 * 2)),
            "Faltan los de la otra lista, los manifiestos y la historia de cada publicación; lo vigente volvió a salir igual."
        );
    }

    /// <summary>Alters a store behind the program's back.</summary>
    internal static void Ejecutar(string datos, string sql)
    {
        using var conexion = new SqliteConnection($"Data Source={Path.Combine(datos, "icsoe.db")};Pooling=False");
        conexion.Open();
        using var comando = conexion.CreateCommand();
        comando.CommandText = sql;
        comando.ExecuteNonQuery();
    }
}
