using Icsoe.Tests.Api;
using Icsoe.Tests.Comandos;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Respaldo;

/// <summary><c>restaurar</c> brings a sound copy back whole, or changes nothing.</summary>
[TestFixture, Parallelizable]
internal sealed class RestaurarTests
{
    private Operador operador = null!;

    private string Respaldo => operador.Ruta("respaldo");

    private string Nuevo => operador.Ruta("nuevo");

    /// <summary>A store of both doors, and its copy.</summary>
    [SetUp]
    public async Task LlegarAsync()
    {
        operador = new Operador();
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(5)), "--publicacion", "2026-04");
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(6)), "--publicacion", "2026-05");
        await operador.LograrAsync("importar", operador.Ndjson(Enumerable.Range(1, 3).Select(Informativa)));
        await operador.LograrAsync("publicar", "--publicacion", "2026-06");
        await operador.LograrAsync("respaldar", Respaldo);
    }

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public async Task La_llave_vuelve_entera_aunque_una_orden_muerta_dejara_media()
    {
        await operador.LograrAsync("llave", "nueva");
        await operador.LograrAsync("respaldar", operador.Ruta("con-llave"));
        var llave = Directory.GetFiles(operador.Ruta("datos", "recepcion", "llaves")).Single();
        var media = operador.Archivo(Path.Combine("nuevo", "recepcion", "llaves", Path.GetFileName(llave)), "-----BEGIN");

        var respuesta = await operador.SinMasAsync("restaurar", operador.Ruta("con-llave"), "--datos", Nuevo);

        Assert.That(respuesta.Codigo, Is.Zero, respuesta.Errores);
        Assert.That(await File.ReadAllTextAsync(media), Is.EqualTo(await File.ReadAllTextAsync(llave)));
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(media), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task Lo_restaurado_pasa_verificar_sirve_los_mismos_bytes_y_sigue_recibiendo()
    {
        var respuesta = await RestaurarAsync();

        Assert.That(respuesta.Codigo, Is.Zero, respuesta.Errores);
        Assert.That((respuesta.Publicacion, respuesta.Linea.GetProperty("archivos").GetInt32()), Is.EqualTo(("2026-06", 31)));
        Assert.That((await operador.SinMasAsync("verificar", "--datos", Nuevo)).Codigo, Is.Zero);
        await using (var antes = new ServidorDePrueba(operador.Datos))
        await using (var despues = new ServidorDePrueba(Nuevo))
        {
            foreach (
                var ruta in (string[])
                    [
                        "/v1/publicaciones",
                        "/v1/contratos?q=ejemplo&incluir=conteo,facetas",
                        "/v1/informativas?publicacion=2026-05",
                        "/v1/archivos/LPP2026.xlsx",
                        "/v1/archivos/LPS2025.xlsx",
                    ]
            )
            {
                using var uno = antes.CreateClient();
                using var otro = despues.CreateClient();
                Assert.That(await otro.GetByteArrayAsync(ruta), Is.EqualTo(await uno.GetByteArrayAsync(ruta)), ruta);
            }
        }
        var recibir = await operador.SinMasAsync("importar", operador.Ndjson(Enumerable.Range(2, 3).Select(Informativa)), "--datos", Nuevo);
        Assert.That(recibir.Linea.GetProperty("recibidas").GetInt32(), Is.EqualTo(1), "La 2 y la 3 ya estaban.");
        Assert.That((await operador.SinMasAsync("publicar", "--datos", Nuevo)).Publicacion, Is.EqualTo("2026-06.2"));
        if (!OperatingSystem.IsWindows())
            Assert.That(
                new DirectoryInfo(Path.Combine(Nuevo, "recepcion")).UnixFileMode,
                Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)
            );
    }

    [Test]
    public async Task Lo_recibido_va_a_donde_diga_recepcion()
    {
        Assert.That((await RestaurarAsync("--recepcion", operador.Ruta("privado"))).Codigo, Is.Zero);

        Assert.That(File.Exists(operador.Ruta("privado", "recepcion.db")), Is.True);
        Assert.That(Path.Combine(Nuevo, "recepcion"), Does.Not.Exist);
    }

    [TestCase("alterado")]
    [TestCase("retirado")]
    [TestCase("registro")]
    [TestCase("indice")]
    [TestCase("sin indice")]
    [TestCase("base")]
    [TestCase("recepcion")]
    [TestCase("recibida")]
    public async Task Un_respaldo_danado_se_rechaza_antes_de_nada(string como)
    {
        Danos.Hacer(Respaldo, como);

        var respuesta = await RestaurarAsync();

        Assert.That((respuesta.Codigo, respuesta.Salida), Is.EqualTo((1, "")));
        Assert.That(respuesta.Errores, Does.Contain(Respaldo).And.Not.Contain("   at "));
        Assert.That(Nuevo, Does.Not.Exist);
    }

    [Test]
    public async Task Lo_que_no_es_un_respaldo_se_rechaza()
    {
        var respuesta = await operador.SinMasAsync("restaurar", operador.Ruta("respaldos"), "--datos", Nuevo);

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain("no es un respaldo"));
        Assert.That(Nuevo, Does.Not.Exist);
    }

    [Test]
    public async Task Donde_ya_hay_publicaciones_se_niega_y_no_toca_nada()
    {
        await operador.SinMasAsync("importar", operador.Libro(Publico, Publico.Serie(1), "otro"), "--datos", Nuevo);
        var antes = Fotografia.De(Nuevo);

        var respuesta = await RestaurarAsync();

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain("ya tiene publicaciones").And.Contain("2026-06"));
        Assert.That(Fotografia.De(Nuevo), Is.EqualTo(antes));
    }

    [TestCase("nuevo/icsoe.db")]
    [TestCase("nuevo/recepcion/recepcion.db")]
    public async Task Donde_hay_algo_ilegible_se_niega_y_no_lo_toca(string cual)
    {
        var ruta = operador.Archivo(cual, new string('x', 8192));

        var respuesta = await RestaurarAsync();

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain("Muévelo a otro lado"));
        Assert.That(await File.ReadAllTextAsync(ruta), Is.EqualTo(new string('x', 8192)));
    }

    // 4 was received there and is not in the copy; 3 is.
    [TestCase(4, 1)]
    [TestCase(3, 0)]
    public async Task Lo_recibido_que_el_respaldo_no_tiene_no_se_pierde(int numero, int codigo)
    {
        await operador.SinMasAsync("importar", operador.Ndjson(Informativa(numero)), "--datos", Nuevo);

        var respuesta = await RestaurarAsync();

        Assert.That(respuesta.Codigo, Is.EqualTo(codigo), respuesta.Errores);
        Assert.That(
            Danos.Contar(Path.Combine(Nuevo, "recepcion", "recepcion.db"), "SELECT count(*) FROM recibidas"),
            Is.EqualTo(codigo == 0 ? 3 : 1)
        );
        if (codigo == 1)
        {
            Assert.That(respuesta.Errores, Does.Contain("1 informativas recibidas que el respaldo no tiene"));
            Assert.That(Directory.Exists(Path.Combine(Nuevo, "archivos")), Is.False);
        }
    }

    [Test]
    public async Task Un_servidor_que_espera_lo_sirve_sin_reiniciar([Values] bool conAlmacenSinPublicaciones)
    {
        if (conAlmacenSinPublicaciones)
            await operador.SinMasAsync("importar", operador.Ndjson(Informativa(1)), "--datos", Nuevo);
        await using var servidor = new ServidorDePrueba(Nuevo);
        using var cliente = servidor.CreateClient();
        Assert.That((int)(await cliente.GetAsync("/salud/listo")).StatusCode, Is.EqualTo(503));

        Assert.That((await RestaurarAsync()).Codigo, Is.Zero);

        Assert.That((string?)(await cliente.Json("/v1/contratos?q=ejemplo"))["publicacion"], Is.EqualTo("2026-06"));
    }

    [Test]
    public async Task De_un_almacen_en_uso_tambien_se_restaura()
    {
        var respuesta = await operador.SinMasAsync("restaurar", operador.Datos, "--datos", Nuevo);

        Assert.That(respuesta.Codigo, Is.Zero, respuesta.Errores);
        Assert.That(Fotografia.De(Nuevo), Is.EqualTo(operador.Fotografia()));
    }

    private Task<Respuesta> RestaurarAsync(params string[] mas) => operador.SinMasAsync(["restaurar", Respaldo, "--datos", Nuevo, .. mas]);

    private static string Informativa(int numero) => (Presentada.Numero(numero) with { Cuatrimestre = 2, Ejercicio = 2025 }).EnJson();
}
