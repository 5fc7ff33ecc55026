using Icsoe.Domain.Modelo;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Comandos;

/// <summary><c>importar --en-orden</c>: several months in one order, each a publication.</summary>
[TestFixture, Parallelizable]
internal sealed class ImportarEnOrdenTests
{
    private Operador operador = null!;

    [SetUp]
    public void Llegar() => operador = new Operador();

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public async Task Cada_carpeta_es_una_publicacion_y_se_resume_la_ultima()
    {
        var carpetas = new[] { Mes("2026-02", 1), Mes("2026-03", 2), Mes("2026-03.2", 3) + Path.DirectorySeparatorChar };
        operador.Libro(Inconsistente, Inconsistente.Serie(1), "2026-03");
        operador.Archivo(Path.Combine("2026-02", "LEEME.txt"), "");

        var respuesta = await operador.LograrAsync(["importar", "--en-orden", .. carpetas]);

        Assert.That((respuesta.Errores, respuesta.Publicacion), Is.EqualTo(("", "2026-03.2")));
        Assert.That(respuesta.Linea.GetProperty("renglones").GetInt32(), Is.EqualTo(3));
        Assert.That(
            Publicaciones(),
            Is.EqualTo(["2026-03.2 cambió LPP2026", "2026-03 cambió LPP2026 LIIP2026", "2026-02 cambió LPP2026 LIIP2026"])
        );
    }

    [Test]
    public async Task Es_lo_mismo_que_importar_mes_por_mes()
    {
        var carpetas = new[] { Mes("2026-02", 1), Mes("2026-03", 2) };
        await operador.LograrAsync(["importar", "--en-orden", .. carpetas]);
        using var otro = new Operador();
        foreach (var carpeta in carpetas)
            await otro.LograrAsync("importar", Path.Combine(carpeta, "LPP2026.xlsx"), "--publicacion", Path.GetFileName(carpeta));

        Assert.That(operador.Fotografia(), Is.EqualTo(otro.Fotografia()));
    }

    [Test]
    public async Task Se_detiene_en_la_primera_que_se_rechaza_y_quedan_las_anteriores()
    {
        var (febrero, marzo, abril) = (Mes("2026-02", 1), Mes("2026-03", 2), Mes("2026-04", 3));
        File.WriteAllText(Path.Combine(marzo, "LPP2026.xlsx"), "no es un libro");

        var respuesta = await operador.EjecutarAsync("importar", "--en-orden", febrero, marzo, abril);

        Assert.That((respuesta.Codigo, respuesta.Publicacion), Is.EqualTo((1, "2026-02")));
        Assert.That(respuesta.Errores, Does.Match(@"^2026-03: LPP2026\.xlsx: [^\n]+ Quedó sellado hasta 2026-02\.\n\z"));
        Assert.That(Publicaciones(), Is.EqualTo(["2026-02 cambió LPP2026 LIIP2026"]));

        Mes("2026-03", 2);
        Assert.That((await operador.LograrAsync("importar", "--en-orden", marzo, abril)).Publicacion, Is.EqualTo("2026-04"));
    }

    [Test]
    public async Task Un_mes_que_pierde_demasiado_detiene_la_orden_salvo_con_un_motivo()
    {
        var (febrero, marzo) = (Mes("2026-02", 2), Mes("2026-03", 0));

        var detenida = await operador.EjecutarAsync("importar", "--en-orden", febrero, marzo);

        Assert.That((detenida.Codigo, detenida.Publicacion), Is.EqualTo((1, "2026-02")));
        Assert.That(detenida.Errores, Does.StartWith("2026-03: LPP2026: tiene 2 renglones y quedaría con 0"));
        Assert.That(
            (await operador.LograrAsync("importar", "--en-orden", marzo, "--forzar", "Así lo publicó el IMSS.")).Publicacion,
            Is.EqualTo("2026-03")
        );
    }

    [TestCase("2026-03 2026-02", "2026-02 no puede ir después de 2026-03")]
    [TestCase("2026-02 2026-02", "2026-02 no puede ir después de 2026-02")]
    [TestCase("2026-02 2026-03.2", "2026-03.2 se salta números")]
    [TestCase("2026-02 2026-07", "2026-07 es de un mes que aún no llega")]
    [TestCase("2026-02 febrero", "el nombre del directorio debe ser el id de su publicación")]
    [TestCase("2026-02 2026-3", "el nombre del directorio debe ser el id de su publicación")]
    [TestCase("2026-02 2026-04/nada", "no existe ese directorio")]
    [TestCase("2026-02 2026-04", "no tiene ningún libro")]
    [TestCase("2026-02 2026-05", "LPX2026.xlsx: su nombre no dice de qué listado es")]
    [TestCase("2026-02 2026-06", "es de 2027, que aún no llega")]
    public async Task Lo_que_se_sabe_de_antemano_se_rechaza_antes_de_sellar_nada(string carpetas, string mensaje)
    {
        foreach (var mes in new[] { "2026-02", "2026-03", "2026-03.2", "2026-07", "febrero", "2026-3" })
            Mes(mes, 1);
        operador.Archivo(Path.Combine("2026-04", "informativas.ndjson"), "");
        operador.Archivo(Path.Combine("2026-05", "LPX2026.xlsx"), "");
        operador.Libro(new Listado(Periodo.De(2027, 1), Lista.Publico), [], "2026-06");

        var respuesta = await operador.EjecutarAsync(["importar", "--en-orden", .. carpetas.Split(' ').Select(mes => operador.Ruta(mes))]);

        Assert.That((respuesta.Codigo, respuesta.Salida), Is.EqualTo((1, "")));
        Assert.That(respuesta.Errores, Does.Contain(mensaje));
        Assert.That(operador.Datos, Does.Not.Exist);
    }

    [Test]
    public async Task Una_publicacion_que_ya_esta_se_rechaza_antes_de_sellar_las_demas()
    {
        var (febrero, marzo) = (Mes("2026-02", 1), Mes("2026-03", 2));
        await operador.LograrAsync("importar", "--en-orden", febrero);
        var antes = operador.Fotografia();

        var respuesta = await operador.EjecutarAsync("importar", "--en-orden", febrero, marzo);

        Assert.That((respuesta.Codigo, respuesta.Salida), Is.EqualTo((1, "")));
        Assert.That(respuesta.Errores, Does.Contain("2026-02 ya existe").And.Contain("Nada se selló"));
        Assert.That(operador.Fotografia(), Is.EqualTo(antes));
    }

    private string Mes(string id, int renglones) => Path.GetDirectoryName(operador.Libro(Publico, Publico.Serie(renglones), id))!;

    /// <summary>The last one first.</summary>
    private IEnumerable<string> Publicaciones() =>
        operador
            .Fotografia()
            .Where(linea => linea.Contains(" ← ", StringComparison.Ordinal))
            .Select(linea => $"{linea[..linea.IndexOf(' ')]} {linea[linea.IndexOf("cambió", StringComparison.Ordinal)..]}");
}
