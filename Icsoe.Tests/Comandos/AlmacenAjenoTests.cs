using Icsoe.Domain.Muestra;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Comandos;

/// <summary>Stores that an order must not write: the sample's, a newer program's, somebody else's.</summary>
[TestFixture, Parallelizable]
internal sealed class AlmacenAjenoTests
{
    private Operador operador = null!;

    [SetUp]
    public void Llegar() => operador = new Operador();

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public async Task El_almacen_de_ejemplo_no_admite_datos()
    {
        await AlmacenDeMuestra.AsegurarAsync(operador.Datos, CancellationToken.None);
        var antes = operador.Fotografia();

        foreach (var orden in Escritoras())
        {
            var respuesta = await operador.EjecutarAsync(orden);

            Assert.That(respuesta.Codigo, Is.EqualTo(1), orden[0]);
            Assert.That(respuesta.Errores, Does.Contain("almacén de ejemplo"));
        }
        Assert.That(operador.Fotografia(), Is.EqualTo(antes));
        Assert.That((await operador.EjecutarAsync("verificar")).Codigo, Is.Zero);
    }

    [Test]
    public async Task Un_almacen_de_una_version_mas_nueva_se_rechaza_en_toda_orden()
    {
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(2)));
        VerificarTests.Ejecutar(operador.Datos, "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Futura', '99.0.0')");
        var bytes = await File.ReadAllBytesAsync(Path.Combine(operador.Datos, "icsoe.db"));

        foreach (string[] orden in Escritoras().Append(["verificar"]))
        {
            var respuesta = await operador.EjecutarAsync(orden);

            Assert.That(respuesta.Codigo, Is.EqualTo(1), orden[0]);
            Assert.That(respuesta.Errores, Does.Contain("lo escribió una versión más nueva").And.Contain("Actualiza el programa"));
        }
        Assert.That(await File.ReadAllBytesAsync(Path.Combine(operador.Datos, "icsoe.db")), Is.EqualTo(bytes));
    }

    [Test]
    public async Task Una_base_que_no_es_nuestra_se_rechaza([Values] bool deSqlite)
    {
        Directory.CreateDirectory(operador.Datos);
        if (deSqlite)
            VerificarTests.Ejecutar(operador.Datos, "CREATE TABLE ajena (id INTEGER)");
        else
            await File.WriteAllTextAsync(Path.Combine(operador.Datos, "icsoe.db"), new string('x', 5000));

        foreach (string[] orden in Escritoras().Append(["verificar"]))
        {
            var respuesta = await operador.EjecutarAsync(orden);

            Assert.That(respuesta.Codigo, Is.EqualTo(1), orden[0]);
            Assert.That(respuesta.Errores, Does.Contain("icsoe.db").And.Not.Contain("   at "));
        }
    }

    private string[][] Escritoras() =>
        [
            ["importar", operador.Libro(Publico, Publico.Serie(3))],
            ["importar", operador.Ndjson(Presentada.Numero(1).EnJson())],
            ["publicar"],
        ];
}
