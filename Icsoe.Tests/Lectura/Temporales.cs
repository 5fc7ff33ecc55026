namespace Icsoe.Tests.Lectura;

/// <summary>A folder of its own for each test, gone afterwards.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class Temporales
{
    protected string Carpeta { get; } = Directory.CreateTempSubdirectory("icsoe-lectura-").FullName;

    [TearDown]
    public void Borrar() => Directory.Delete(Carpeta, recursive: true);

    protected string Ruta(string nombre) => Path.Combine(Carpeta, nombre);
}
