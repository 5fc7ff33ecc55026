using System.Security.Cryptography;
using System.Text.Json;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Tests.Exportacion;
using Microsoft.Data.Sqlite;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Comandos;

/// <summary>The chain of manifests, and the key that signs them.</summary>
[TestFixture, Parallelizable]
internal sealed class ManifiestoTests
{
    private Operador operador = null!;

    [SetUp]
    public void Llegar() => operador = new Operador();

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public async Task Cada_manifiesto_nombra_al_anterior_y_a_cada_archivo_por_su_sha256()
    {
        await Sellar("2026-05", 3);
        await Sellar("2026-06", 4);
        var (primera, segunda) = (Manifiestos()[0], Manifiestos()[1]);
        Assert.That(primera.Documento.GetProperty("anterior").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(segunda.Documento.GetProperty("anterior").GetProperty("manifiesto_sha256").GetString(), Is.EqualTo(primera.Sha256));
        Assert.That(segunda.Documento.GetProperty("anterior").GetProperty("publicacion").GetString(), Is.EqualTo("2026-05"));
        foreach (var (_, documento) in Manifiestos())
        {
            var archivos = documento.GetProperty("listados").EnumerateArray().SelectMany(l => l.GetProperty("archivos").EnumerateArray());
            foreach (var archivo in archivos)
            {
                var bytes = await File.ReadAllBytesAsync(Path.Combine(operador.Archivos, archivo.GetProperty("sha256").GetString()!));
                Assert.That(bytes.LongLength, Is.EqualTo(archivo.GetProperty("bytes").GetInt64()));
                Assert.That(Convert.ToHexStringLower(SHA256.HashData(bytes)), Is.EqualTo(archivo.GetProperty("sha256").GetString()));
            }
        }
        // What did not change is carried over with its digests.
        Assert.That(Listado(segunda.Documento, "LIIP2026").GetRawText(), Is.EqualTo(Listado(primera.Documento, "LIIP2026").GetRawText()));
        Assert.That(
            Listado(segunda.Documento, "LPP2026").GetProperty("csv_sha256").GetString(),
            Is.Not.EqualTo(Listado(primera.Documento, "LPP2026").GetProperty("csv_sha256").GetString())
        );
    }

    [Test]
    public async Task El_instante_es_el_mismo_en_el_manifiesto_y_en_los_registros()
    {
        operador.Ahora = Operador.Junio.AddTicks(1_234_567);
        await Sellar("2026-05", 3);
        Assert.That(Manifiestos()[0].Documento.GetProperty("sellada_en").GetString(), Is.EqualTo("2026-06-10T18:00:00.123Z"));
        Assert.That((await operador.EjecutarAsync("verificar")).Codigo, Is.Zero);
    }

    [Test]
    public async Task El_digest_canonico_es_el_del_csv_de_los_renglones_en_orden_de_folios()
    {
        await Sellar("2026-05", 12);
        using var almacen = new AlmacenPublico(operador.Datos);
        foreach (var listado in new[] { Publico, Inconsistente })
        {
            var consulta = new Consulta
            {
                Secuencia = 1,
                Limite = int.MaxValue,
                Listas = [listado.Lista],
            };
            Assert.That(
                Listado(Manifiestos()[0].Documento, listado.Nombre).GetProperty("csv_sha256").GetString(),
                Is.EqualTo(CsvEsperado.Canonico(almacen.Renglones(consulta).Filas))
            );
        }
    }

    [Test]
    public async Task Sin_llave_se_sella_sin_firma_y_con_llave_se_firma()
    {
        await Sellar("2026-05", 3);
        var llave = (await operador.LograrAsync("llave", "nueva")).Linea.GetProperty("llave").GetString()!;
        await Sellar("2026-06", 4);
        using var almacen = new AlmacenPublico(operador.Datos);
        Assert.That(almacen.Vigente()!.Manifiesto!.Firma!.Llave, Is.EqualTo(llave));
        Assert.That(almacen.Publicaciones(2)[1].Manifiesto!.Firma, Is.Null);
        var publica = almacen.Llaves().Single();
        Assert.That((publica.Id, publica.RetiradaEn), Is.EqualTo((llave, (DateTimeOffset?)null)));
        using var comprobacion = ECDsa.Create();
        comprobacion.ImportFromPem(publica.Pem);
        Assert.That(
            comprobacion.VerifyData(
                await File.ReadAllBytesAsync(Path.Combine(operador.Archivos, almacen.Vigente()!.Manifiesto!.Sha256)),
                almacen.Vigente()!.Manifiesto!.Firma!.Der,
                HashAlgorithmName.SHA256,
                DSASignatureFormat.Rfc3279DerSequence
            )
        );
        Assert.That((await operador.EjecutarAsync("verificar")).Codigo, Is.Zero);
    }

    [Test]
    public async Task Rotar_retira_la_llave_y_lo_firmado_con_ella_se_sigue_comprobando()
    {
        var primera = (await operador.LograrAsync("llave", "nueva")).Linea.GetProperty("llave").GetString()!;
        await Sellar("2026-05", 3);
        var segunda = (await operador.LograrAsync("llave", "rotar")).Linea.GetProperty("llave").GetString()!;
        await Sellar("2026-06", 4);
        using var almacen = new AlmacenPublico(operador.Datos);
        Assert.That(almacen.Llaves().Select(llave => llave.Id), Is.EqualTo([primera, segunda]));
        Assert.That(almacen.Llaves().Select(llave => llave.RetiradaEn is null), Is.EqualTo([false, true]));
        Assert.That(almacen.Publicaciones(2).Select(p => p.Manifiesto!.Firma!.Llave), Is.EqualTo([segunda, primera]));
        var privadas = Directory.GetFiles(operador.Ruta("datos", "recepcion", "llaves"));
        Assert.That(privadas.Select(Path.GetFileName), Is.EqualTo([$"{segunda}.pem"]));
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(privadas[0]), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.That((await operador.EjecutarAsync("verificar")).Codigo, Is.Zero);
    }

    [Test]
    public async Task No_se_crea_dos_veces_ni_se_rota_la_que_no_hay()
    {
        Assert.That((await operador.EjecutarAsync("llave", "rotar")).Codigo, Is.EqualTo(1));
        await operador.LograrAsync("llave", "nueva");
        var repetida = await operador.EjecutarAsync("llave", "nueva");
        Assert.That(repetida.Codigo, Is.EqualTo(1));
        Assert.That(repetida.Errores, Does.Contain("llave rotar"));
        Assert.That((await operador.EjecutarAsync("llave")).Codigo, Is.EqualTo(2));
        Assert.That((await operador.EjecutarAsync("llave", "borrar")).Codigo, Is.EqualTo(2));
    }

    [Test]
    public async Task Sin_la_mitad_privada_se_sella_sin_firma_y_con_otra_no_se_sella()
    {
        await operador.LograrAsync("llave", "nueva");
        var ruta = Directory.GetFiles(operador.Ruta("datos", "recepcion", "llaves")).Single();
        var pem = await File.ReadAllTextAsync(ruta);
        File.Delete(ruta);
        await Sellar("2026-05", 3);
        using (var otra = ECDsa.Create(ECCurve.NamedCurves.nistP256))
            await File.WriteAllTextAsync(ruta, otra.ExportPkcs8PrivateKeyPem());
        var negada = await operador.EjecutarAsync("importar", operador.Libro(Publico, Publico.Serie(4)), "--publicacion", "2026-06");
        Assert.That(negada.Codigo, Is.EqualTo(1));
        Assert.That(negada.Errores, Does.Contain("otra llave"));
        await File.WriteAllTextAsync(ruta, "no soy una llave");
        Assert.That((await operador.EjecutarAsync("importar", operador.Libro(Publico, Publico.Serie(4)))).Codigo, Is.EqualTo(1));
        await File.WriteAllTextAsync(ruta, pem);
        await Sellar("2026-06", 4);
        using var almacen = new AlmacenPublico(operador.Datos);
        Assert.That(almacen.Publicaciones(2).Select(p => p.Manifiesto!.Firma is null), Is.EqualTo([false, true]));
    }

    [TestCase("UPDATE listados SET canonico = replace(canonico, substr(canonico, 1, 1), 'x') WHERE desde = 2", "CSV")]
    [TestCase("UPDATE publicaciones SET sellada_en = '2020-01-01 00:00:00+00:00' WHERE secuencia = 1", "manifiesto de 2026-05")]
    [TestCase(
        "UPDATE publicaciones SET manifiesto = (SELECT manifiesto FROM publicaciones WHERE secuencia = 1) WHERE secuencia = 2",
        "2026-06"
    )]
    [TestCase("UPDATE publicaciones SET manifiesto = NULL WHERE secuencia = 2", "no tiene manifiesto")]
    [TestCase("UPDATE publicaciones SET firma = x'3006020101020101' WHERE secuencia = 2", "firma de la publicación 2026-06")]
    [TestCase("UPDATE publicaciones SET firma = (SELECT firma FROM publicaciones WHERE secuencia = 1) WHERE secuencia = 2", "firma")]
    [TestCase("DELETE FROM llaves", "no se conoce")]
    public async Task Verificar_encuentra_una_cadena_que_no_cuadra(string sql, string dicho)
    {
        await operador.LograrAsync("llave", "nueva");
        await Sellar("2026-05", 3);
        await Sellar("2026-06", 4);
        using (var conexion = new SqliteConnection($"Data Source={Path.Combine(operador.Datos, "icsoe.db")};Pooling=False"))
        {
            conexion.Open();
            using var comando = conexion.CreateCommand();
            comando.CommandText = sql;
            Assert.That(comando.ExecuteNonQuery(), Is.Positive);
        }
        var respuesta = await operador.EjecutarAsync("verificar");
        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain(dicho));
    }

    private async Task Sellar(string publicacion, int renglones)
    {
        string[] libros =
            publicacion == "2026-05"
                ? [operador.Libro(Publico, Publico.Serie(renglones)), operador.Libro(Inconsistente, Inconsistente.Serie(2))]
                : [operador.Libro(Publico, Publico.Serie(renglones))];
        await operador.LograrAsync(["importar", .. libros, "--publicacion", publicacion]);
    }

    private List<(string Sha256, JsonElement Documento)> Manifiestos()
    {
        using var almacen = new AlmacenPublico(operador.Datos);
        var vigente = almacen.Vigente()!.Secuencia;
        return
        [
            .. almacen
                .Publicaciones(vigente)
                .Reverse()
                .Select(p => p.Manifiesto!.Sha256)
                .Select(sha => (sha, JsonDocument.Parse(File.ReadAllBytes(Path.Combine(operador.Archivos, sha))).RootElement)),
        ];
    }

    private static JsonElement Listado(JsonElement manifiesto, string nombre) =>
        manifiesto.GetProperty("listados").EnumerateArray().Single(listado => listado.GetProperty("nombre").GetString() == nombre);
}
