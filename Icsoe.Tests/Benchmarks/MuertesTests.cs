using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Percances;

namespace Icsoe.Tests.Benchmarks;

/// <summary>A few of the deaths that the fallas command counts by hundreds: here with somebody reading; elsewhere, what each leaves byte for byte.</summary>
[TestFixture, Parallelizable, Platform(Exclude = "Win", Reason = "SIGKILL es de Unix.")]
internal sealed class MuertesTests
{
    private const int Cuantas = 5;

    private readonly string _trabajo = Directory.CreateTempSubdirectory("icsoe-").FullName;

    [OneTimeTearDown]
    public void Limpiar() => Directory.Delete(_trabajo, recursive: true);

    [Test, Category("Muertes")]
    public void Quien_lee_mientras_mueren_las_ordenes_solo_ve_publicaciones_enteras()
    {
        var programas = new Programas(Path.Combine(AppContext.BaseDirectory, "Icsoe.Api.dll"));
        var guion = Guion.Escribir(3, 0.003, Cuantas, _trabajo, CancellationToken.None);
        var muertes = new Muertes(3, guion, programas, _trabajo, CancellationToken.None);

        muertes.Matar(Cuantas);

        Assert.That(muertes.Fallas, Is.Empty);
        var muertas = Enum.GetValues<Fase>()
            .Where(fase => fase != Fase.YaTerminada)
            .Sum(fase => muertes.Cuantas("importar", fase) + muertes.Cuantas("publicar", fase));
        Assert.That(muertas, Is.EqualTo(Cuantas));
        Assert.That(muertes.Lecturas, Is.GreaterThan(Cuantas));
        Assert.That(muertes.Descargas, Is.GreaterThan(Cuantas));
    }
}
