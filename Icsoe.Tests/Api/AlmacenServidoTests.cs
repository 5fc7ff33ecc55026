using Icsoe.Api.Configuracion;
using Icsoe.Domain.Muestra;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace Icsoe.Tests.Api;

public sealed class AlmacenServidoTests
{
    private string _carpeta = "";

    [SetUp]
    public void Crear() => _carpeta = Directory.CreateTempSubdirectory("icsoe-servido-").FullName;

    [TearDown]
    public void Borrar() => Directory.Delete(_carpeta, recursive: true);

    [Test]
    public async Task En_desarrollo_se_sirve_el_ejemplo_hasta_que_hay_datos_sin_reiniciar()
    {
        using var servido = Servido(Environments.Development);
        Assert.That(Path.GetFileName(servido.Actual().Directorio), Is.EqualTo("datos"));
        await AlmacenDeMuestra.AsegurarAsync(Path.Combine(_carpeta, "datos-ejemplo"), CancellationToken.None);
        Assert.That(Path.GetFileName(servido.Actual().Directorio), Is.EqualTo("datos-ejemplo"));
        // Which store it is does not matter here, only that it has a publication.
        await AlmacenDeMuestra.AsegurarAsync(Path.Combine(_carpeta, "datos"), CancellationToken.None);
        Assert.That(Path.GetFileName(servido.Actual().Directorio), Is.EqualTo("datos"));
    }

    [Test]
    public async Task En_produccion_el_ejemplo_no_se_sirve_nunca()
    {
        await AlmacenDeMuestra.AsegurarAsync(Path.Combine(_carpeta, "datos-ejemplo"), CancellationToken.None);
        using var servido = Servido(Environments.Production);
        Assert.That(servido.Actual().Vigente(), Is.Null);
    }

    [Test]
    public async Task Un_almacen_ilegible_es_un_503_con_la_misma_forma_y_el_proceso_sigue_vivo()
    {
        var datos = Directory.CreateDirectory(Path.Combine(_carpeta, "datos")).FullName;
        await using var servidor = new ServidorDePrueba(datos);
        using var cliente = servidor.CreateClient();
        // Once it serves: at start the program refuses such a store in one sentence.
        await File.WriteAllTextAsync(Path.Combine(datos, "icsoe.db"), new string('x', 8192));
        foreach (var ruta in (string[])["/v1/contratos", "/v1", "/salud/listo", "/v1/archivos/LPP2026.xlsx"])
        {
            var respuesta = await cliente.GetAsync(ruta);
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(503), ruta);
            Assert.That((string?)(await respuesta.Leer())["codigo"], Is.EqualTo("ALMACEN_ILEGIBLE"), ruta);
            Assert.That(respuesta.Cabecera("Access-Control-Allow-Origin"), Is.EqualTo("*"), ruta);
        }
        Assert.That((int)(await cliente.GetAsync("/salud/vivo")).StatusCode, Is.EqualTo(200));
    }

    [TestCase("Icsoe:Originales", "quemar")]
    [TestCase("Icsoe:UrlPublica", "ejemplo.mx")]
    [TestCase("Icsoe:LicenciaUrl", "ejemplo.mx")]
    [TestCase("Icsoe:LicenciaUrl", "https://ejemplo.mx/licencia")]
    [TestCase("Icsoe:Datos", "")]
    [TestCase("Icsoe:DiasInhabiles:0:Dia", "2026-04-02")]
    [TestCase("Icsoe:DiasInhabiles:0:Nombre", "Jueves Santo")]
    public void Un_ajuste_equivocado_impide_arrancar(string nombre, string valor)
    {
        // Not through the factory: the program tells the setting and ends, before there is a host to test.
        Assert.That(
            async () =>
            {
                await using var app = Servidor.Construir(["--urls", "http://127.0.0.1:0", $"--{nombre}", valor]);
                await app.StartAsync();
            },
            Throws.InstanceOf<OptionsValidationException>()
        );
    }

    private AlmacenServido Servido(string entorno) =>
        new(
            Options.Create(new IcsoeOptions { Datos = Path.Combine(_carpeta, "datos") }),
            new HostingEnvironment { EnvironmentName = entorno }
        );
}
