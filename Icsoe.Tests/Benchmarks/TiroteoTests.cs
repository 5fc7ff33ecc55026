using Icsoe.Benchmarks.Fuzz;

namespace Icsoe.Tests.Benchmarks;

/// <summary>A short burst of what the fuzz command does at length.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class TiroteoTests
{
    private readonly string _trabajo = Directory.CreateTempSubdirectory("icsoe-").FullName;

    [OneTimeTearDown]
    public void Limpiar() => Directory.Delete(_trabajo, recursive: true);

    [Test]
    public void Ni_libros_ni_lineas_estropeados_rompen_nada()
    {
        var tiroteo = new Tiroteo(2, _trabajo, CancellationToken.None);

        var (libros, lineas) = (tiroteo.Libros(25), tiroteo.Lineas(400));

        Assert.Multiple(() =>
        {
            Assert.That(libros.Limpia, libros.Linea());
            Assert.That(lineas.Limpia, lineas.Linea());
            Assert.That(libros.Aceptados + libros.Rechazados, Is.EqualTo(25));
            Assert.That(lineas.Aceptados + lineas.Rechazados, Is.EqualTo(400));
            Assert.That(libros.Aceptados, Is.Positive);
            Assert.That(lineas.Rechazados, Is.Positive);
        });
    }
}
