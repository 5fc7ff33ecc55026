using Icsoe.Domain.Almacen.Publico;
using Icsoe.Tests.Comandos;
using Microsoft.Data.Sqlite;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Respaldo;

/// <summary><c>respaldar</c> copies a store in use whole, checks the copy, or leaves nothing.</summary>
[TestFixture, Parallelizable]
internal sealed class RespaldarTests
{
    private Operador operador = null!;

    private string Destino => operador.Ruta("respaldos", "junio");

    [SetUp]
    public async Task LlegarAsync()
    {
        operador = new Operador();
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(3)), "--publicacion", "2026-05");
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(4)), "--publicacion", "2026-06");
    }

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public async Task El_respaldo_es_un_almacen_igual_y_sano()
    {
        var respuesta = await operador.LograrAsync("respaldar", Destino);

        Assert.That(respuesta.Errores, Is.Empty);
        Assert.That(
            (respuesta.Publicacion, respuesta.Linea.GetProperty("archivos").GetInt32()),
            Is.EqualTo(("2026-06", 18)),
            "En dos meses: cuatro del listado, cuatro de todo el almacén y el manifiesto."
        );
        Assert.That(Fotografia.De(Destino), Is.EqualTo(operador.Fotografia()));
        Assert.That((await operador.SinMasAsync("verificar", "--datos", Destino)).Codigo, Is.Zero);
        Assert.That(Junto(), Is.EqualTo(new[] { "junio" }), "Ni parcial ni candado.");
    }

    [Test]
    public async Task La_base_del_respaldo_no_necesita_nada_a_su_lado()
    {
        await operador.LograrAsync("respaldar", Destino);

        Assert.That(
            Directory.GetFileSystemEntries(Destino).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            Is.EqualTo(new[] { "archivos", "icsoe.db", "indice" })
        );
        using var conexion = new SqliteConnection($"Data Source={Path.Combine(Destino, "icsoe.db")};Mode=ReadOnly;Pooling=False");
        conexion.Open();
        using var comando = conexion.CreateCommand();
        comando.CommandText = "PRAGMA journal_mode";
        Assert.That(comando.ExecuteScalar(), Is.EqualTo("delete"));
    }

    [Test]
    public async Task A_un_directorio_vacio_si_y_con_diagonal_tambien()
    {
        Directory.CreateDirectory(Destino);
        await operador.LograrAsync("respaldar", Destino + Path.DirectorySeparatorChar);

        Assert.That(Fotografia.De(Destino), Is.EqualTo(operador.Fotografia()));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Sobre_algo_que_existe_se_niega_y_no_lo_toca(bool archivo)
    {
        var estorbo = archivo ? Destino : Path.Combine(Destino, "importante.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(estorbo)!);
        await File.WriteAllTextAsync(estorbo, "importante");

        var respuesta = await operador.EjecutarAsync("respaldar", Destino);

        Assert.That((respuesta.Codigo, respuesta.Salida), Is.EqualTo((1, "")));
        Assert.That(respuesta.Errores, Does.Contain(Destino).And.Contain("ya existe y no está vacío"));
        Assert.That(await File.ReadAllTextAsync(estorbo), Is.EqualTo("importante"));
        Assert.That(Junto(), Is.EqualTo(new[] { "junio" }));
    }

    [Test]
    public async Task Sin_almacen_se_dice_donde_se_busco()
    {
        var respuesta = await operador.SinMasAsync("respaldar", Destino, "--datos", operador.Ruta("nada"));

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.Contain(operador.Ruta("nada")));
        Assert.That((Directory.Exists(operador.Ruta("nada")), Directory.Exists(Destino)), Is.EqualTo((false, false)));
    }

    [TestCase("alterado")]
    [TestCase("retirado")]
    [TestCase("registro")]
    [TestCase("indice")]
    [TestCase("sin indice")]
    [TestCase("base")]
    [TestCase("recepcion")]
    public async Task Un_almacen_danado_no_se_respalda_y_no_deja_nada(string como)
    {
        Danos.Hacer(operador.Datos, como);

        var respuesta = await operador.EjecutarAsync("respaldar", Destino);

        Assert.That((respuesta.Codigo, respuesta.Salida), Is.EqualTo((1, "")));
        Assert.That(respuesta.Errores, Is.Not.Empty.And.Not.Contain("   at "));
        Assert.That(Junto(), Is.Empty);
    }

    [Test]
    public async Task Un_archivo_de_ninguna_publicacion_no_se_lleva()
    {
        await File.WriteAllTextAsync(Path.Combine(operador.Archivos, new string('0', 64)), "de una orden que murió");

        await operador.LograrAsync("respaldar", Destino);

        Assert.That(Directory.GetFiles(Path.Combine(Destino, "archivos")), Has.Length.EqualTo(18));
    }

    [Test]
    public async Task Lo_recibido_se_lleva_a_una_carpeta_privada([Values] bool enOtroLado)
    {
        string[] recepcion = enOtroLado ? ["--recepcion", operador.Ruta("privado")] : [];
        var informativa = Presentada.Numero(1) with { Cuatrimestre = 2, Ejercicio = 2025 };
        var recibir = await operador.EjecutarAsync(["importar", operador.Ndjson(informativa.EnJson(), "{"), .. recepcion]);
        Assert.That(recibir.Codigo, Is.EqualTo(3));

        await operador.LograrAsync(["respaldar", Destino, .. recepcion]);

        var privada = new DirectoryInfo(Path.Combine(Destino, "recepcion"));
        Assert.Multiple(() =>
        {
            Assert.That(privada.GetFiles("rechazos-*.txt"), Has.Length.EqualTo(1));
            Assert.That(Danos.Contar(Path.Combine(privada.FullName, "recepcion.db"), "SELECT count(*) FROM recibidas"), Is.EqualTo(1));
            if (!OperatingSystem.IsWindows())
                Assert.That(privada.UnixFileMode, Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        });
    }

    [Test]
    public async Task Lo_recibido_y_alterado_es_un_danio_que_verificar_y_respaldar_dicen()
    {
        await operador.LograrAsync(
            "importar",
            operador.Ndjson((Presentada.Numero(1) with { Cuatrimestre = 2, Ejercicio = 2025 }).EnJson())
        );
        Danos.Hacer(operador.Datos, "recibida");

        var verificar = await operador.EjecutarAsync("verificar");
        var respaldar = await operador.EjecutarAsync("respaldar", Destino);

        Assert.That((verificar.Codigo, respaldar.Codigo), Is.EqualTo((1, 1)));
        Assert.That(verificar.LineasDeError.Single(), Does.Contain("recepcion.db").And.Contain("no es la que se recibió"));
        Assert.That(Junto(), Is.Empty);
    }

    [Test]
    public async Task Una_recepcion_que_apenas_se_crea_no_es_un_danio_ni_se_lleva()
    {
        operador.Archivo("datos/recepcion/recepcion.db", "");

        await operador.LograrAsync("respaldar", Destino);

        Assert.That((await operador.EjecutarAsync("verificar")).Codigo, Is.Zero);
        Assert.That(Path.Combine(Destino, "recepcion"), Does.Not.Exist);
    }

    [Test]
    public async Task Mientras_se_sella_el_respaldo_trae_cada_publicacion_entera_o_no_la_trae()
    {
        var meses = Enumerable
            .Range(1, 5)
            .Select(mes => operador.Libro(Inconsistente, Inconsistente.Serie(200 * mes, $"SERVICIO {mes}"), $"mes-{mes}"))
            .ToList();
        var sellando = Task.Run(async () =>
        {
            foreach (var libro in meses)
            {
                await operador.LograrAsync("importar", libro);
                await Task.Delay(50);
            }
        });
        var respaldos = new List<string>();
        do
        {
            var respaldo = operador.Ruta("respaldos", $"{respaldos.Count}");
            await operador.LograrAsync("respaldar", respaldo);
            respaldos.Add(respaldo);
        } while (!sellando.IsCompleted);
        await sellando;

        using var almacen = new AlmacenPublico(operador.Datos);
        var cuantas = new List<int>();
        foreach (var respaldo in respaldos)
        {
            using var copia = new AlmacenPublico(respaldo);
            var publicaciones = copia.Publicaciones(copia.Vigente()!.Secuencia);
            foreach (var publicacion in publicaciones)
                Assert.That(Fotografia.De(copia, publicacion), Is.EqualTo(Fotografia.De(almacen, almacen.Buscar(publicacion.Id)!)));
            cuantas.Add(publicaciones.Count);
        }
        Assert.That(cuantas, Is.Ordered);
    }

    [Test]
    public async Task Mientras_se_recibe_y_se_publica_nada_publicado_falta_de_lo_recibido()
    {
        var sellando = Task.Run(async () =>
        {
            for (var mes = 0; mes < 4; mes++)
            {
                var informativas = Enumerable
                    .Range(1 + (mes * 100), 100)
                    .Select(numero => (Presentada.Numero(numero) with { Cuatrimestre = 2, Ejercicio = 2025 }).EnJson());
                await operador.LograrAsync("importar", operador.Ndjson(informativas));
                await operador.LograrAsync("publicar");
            }
        });
        var respaldos = new List<string>();
        do
        {
            var respaldo = operador.Ruta("respaldos", $"{respaldos.Count}");
            await operador.LograrAsync("respaldar", respaldo);
            respaldos.Add(respaldo);
        } while (!sellando.IsCompleted);
        await sellando;

        foreach (var respaldo in respaldos)
        {
            var publicadas = Danos.Contar(Path.Combine(respaldo, "icsoe.db"), "SELECT count(*) FROM informativas WHERE folio LIKE 'N26%'");
            var privado = Path.Combine(respaldo, "recepcion", "recepcion.db");
            var recibidas = File.Exists(privado) ? Danos.Contar(privado, "SELECT count(*) FROM recibidas") : 0;
            Assert.That(publicadas, Is.LessThanOrEqualTo(recibidas), respaldo);
        }
    }

    [Test]
    public async Task Una_persona_lee_una_frase()
    {
        operador.Persona = true;

        var respuesta = await operador.LograrAsync("respaldar", Destino);

        Assert.That(respuesta.Salida, Does.Match(@"^respaldar: publicación vigente 2026-06 \([0-9.]+ s\)\.\n\z"));
        Assert.That(respuesta.Errores, Does.Contain("comprobando la copia"));
    }

    /// <summary>What lies where the copy was to go.</summary>
    private IEnumerable<string?> Junto() =>
        Directory.Exists(operador.Ruta("respaldos"))
            ? Directory.GetFileSystemEntries(operador.Ruta("respaldos")).Select(Path.GetFileName)
            : [];
}
