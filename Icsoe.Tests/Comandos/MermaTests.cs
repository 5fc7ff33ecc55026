using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Comandos;

/// <summary>What stops an order before it seals, and what a person may do about it.</summary>
[TestFixture, Parallelizable]
internal sealed class MermaTests
{
    private Operador operador = null!;

    [SetUp]
    public void Llegar() => operador = new Operador();

    [TearDown]
    public void Irse() => operador.Dispose();

    [TestCase(Lista.Publico, 1, 0, true)]
    [TestCase(Lista.Publico, 0, 0, false)]
    [TestCase(Lista.Publico, 2, 1, false)]
    [TestCase(Lista.Inconsistente, 1, 0, false)]
    [TestCase(Lista.Inconsistente, 1_000, 0, false)]
    [TestCase(Lista.Inconsistente, 1_001, 0, true)]
    [TestCase(Lista.Publico, 1_000, 1, false)]
    [TestCase(Lista.Publico, 1_001, 801, false)]
    [TestCase(Lista.Publico, 1_001, 800, true)]
    [TestCase(Lista.Inconsistente, 1_005, 804, false)]
    [TestCase(Lista.Inconsistente, 1_005, 803, true)]
    [TestCase(Lista.Publico, 1_005, 2_000, false)]
    [TestCase(Lista.Publico, 2_000_000_000, 1_600_000_000, false)]
    [TestCase(Lista.Publico, 2_000_000_000, 1_599_999_999, true)]
    public void Bloquean_un_publico_vaciado_y_mas_de_mil_renglones_que_pierden_mas_de_un_quinto(
        Lista lista,
        int antes,
        int despues,
        bool bloquea
    ) => Assert.That(Merma.Bloquea(new Listado(Periodo.De(2026, 1), lista), antes, despues), Is.EqualTo(bloquea));

    [TestCase(1_000, 700)]
    [TestCase(1_005, 804)]
    public async Task Un_libro_que_pierde_lo_que_puede_se_sella(int antes, int despues)
    {
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(antes)));

        var respuesta = await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(despues)));

        Assert.That(respuesta.Publicacion, Is.EqualTo("2026-06.2"));
    }

    [Test]
    public async Task Un_libro_que_pierde_mas_de_un_quinto_no_se_sella_sin_un_motivo()
    {
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(1_005)));
        var antes = operador.Fotografia();
        var libro = operador.Libro(Publico, Publico.Serie(803));

        var rechazada = await operador.EjecutarAsync("importar", libro);

        Assert.That((rechazada.Codigo, rechazada.Salida), Is.EqualTo((1, "")));
        Assert.That(rechazada.Errores, Does.Match("^LPP2026: tiene 1.?005 renglones y quedaría con 803").And.Contains("--forzar"));
        Assert.That(operador.Fotografia(), Is.EqualTo(antes));

        var forzada = await operador.LograrAsync("importar", libro, "--forzar", "El IMSS depuró la lista.");

        Assert.That(forzada.Linea.GetProperty("renglones").GetInt32(), Is.EqualTo(803));
    }

    [Test]
    public async Task Un_libro_publico_vacio_solo_se_sella_con_un_motivo([Values] bool primero)
    {
        if (!primero)
            await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(2)));
        var antes = operador.Fotografia();
        var libro = operador.Libro(Publico, []);

        var rechazada = await operador.EjecutarAsync("importar", libro);

        Assert.That((rechazada.Codigo, rechazada.Salida), Is.EqualTo((1, "")));
        Assert.That(
            rechazada.Errores,
            Does.StartWith(primero ? "LPP2026.xlsx: tiene el encabezado y ningún renglón" : "LPP2026: tiene 2 renglones y quedaría con 0")
                .And.Contains("--forzar")
        );
        Assert.That(operador.Fotografia(), Is.EqualTo(antes));

        var forzada = await operador.LograrAsync("importar", libro, "--forzar", "No hubo presentaciones.");

        Assert.That(forzada.Linea.GetProperty("renglones").GetInt32(), Is.Zero);
        Assert.That((await operador.EjecutarAsync("verificar")).Codigo, Is.Zero);
    }

    [Test]
    public async Task Una_lista_de_inconsistencias_que_se_vacia_se_sella()
    {
        await operador.LograrAsync("importar", operador.Libro(Inconsistente, Inconsistente.Serie(2)));

        var respuesta = await operador.LograrAsync("importar", operador.Libro(Inconsistente, []));

        Assert.That(respuesta.Publicacion, Is.EqualTo("2026-06.2"));
    }

    [Test]
    public async Task Publicar_no_vacia_el_listado_publico_sin_un_motivo()
    {
        var normal = Presentada.Numero(1);
        await operador.LograrAsync("importar", operador.Ndjson(normal.EnJson()));
        await operador.LograrAsync("publicar", "--corte", "2026-05-15");
        var antes = operador.Fotografia();
        var sinEfectos = normal with
        {
            Folio = "E260000001",
            Tipo = "sin_efectos",
            Referencia = normal.Folio,
            FechaPresentacion = "2026-05-20T10:00:00",
            Contratos = [],
        };
        await operador.LograrAsync("importar", operador.Ndjson(sinEfectos.EnJson()));

        var rechazada = await operador.EjecutarAsync("publicar");

        Assert.That((rechazada.Codigo, rechazada.Salida), Is.EqualTo((1, "")));
        Assert.That(rechazada.Errores, Does.StartWith("LPP2026: tiene 1 renglones y quedaría con 0").And.Contains("--forzar"));
        Assert.That(operador.Fotografia(), Is.EqualTo(antes));

        var forzada = await operador.LograrAsync("publicar", "--forzar", "La única informativa quedó sin efectos.");

        Assert.That(forzada.Linea.GetProperty("renglones").GetInt32(), Is.Zero);
    }
}
