using Icsoe.Tests.Api;
using Icsoe.Tests.Comandos;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icsoe.Tests.Navegador;

/// <summary>What someone may write in a name or a service is shown as it was written, and breaks nothing.</summary>
[TestFixture, Parallelizable, Category("Externo")]
internal sealed class TextosHostilesTests
{
    private const string Servicio = """<img src=x onerror=alert(1)> "><script>alert(2)</script> {{7*7}} ${alert(3)}""";
    private static readonly string Cliente = $"<b>CLIENTE</b> &amp; {new string('Á', 250)}";

    private static readonly string Nombre = string.Concat(Enumerable.Repeat("ÑANDÚ", 60));

    private Operador operador = null!;
    private ServidorDePrueba servidor = null!;
    private string raiz = "";

    [OneTimeSetUp]
    public async Task SellarAsync()
    {
        operador = new Operador();
        var presentada = new Presentada
        {
            Contratista = new("SEM180312AB1", Nombre),
            Contratos = [new() { Servicio = Servicio, Contratante = new("CEJ010101AA1", Cliente) }],
        };
        await operador.LograrAsync("importar", operador.Ndjson(presentada.EnJson()));
        await operador.LograrAsync("publicar");
        servidor = new ServidorDePrueba(operador.Datos);
        raiz = Chromium.Escuchar(servidor);
    }

    [OneTimeTearDown]
    public async Task Irse()
    {
        await servidor.DisposeAsync();
        operador.Dispose();
    }

    [TestCase(320)]
    [TestCase(1280)]
    public async Task Se_ven_como_texto_y_no_rompen_nada(int ancho)
    {
        await using var ventana = await Chromium.VentanaAsync(
            new()
            {
                ViewportSize = new() { Width = ancho, Height = 700 },
            },
            raiz
        );
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/buscar?q=img");
        await Expect(pagina.Locator(".fila h3")).ToHaveTextAsync(Servicio);
        await Expect(pagina.Locator(".partes")).ToContainTextAsync(Cliente);
        Assert.That(await ventana.DesbordeAsync(), Is.Zero);

        // Of the box, by its suggestions.
        await pagina.Locator("#q").FillAsync("ñandúñandú");
        await Expect(pagina.Locator("[role=option]")).ToContainTextAsync([Nombre]);
        Assert.That(await ventana.DesbordeAsync(), Is.Zero);

        await ventana.IrAsync("/contrato?folio=A26P0000001");
        await Expect(pagina.Locator(".tarjeta h2")).ToHaveTextAsync(Servicio);
        Assert.That(await ventana.DesbordeAsync(), Is.Zero);

        await pagina.Locator("dd a").First.ClickAsync();
        await Expect(pagina.Locator("h1")).ToHaveTextAsync(Nombre);
        await Expect(pagina.GetByRole(AriaRole.Rowheader)).ToHaveTextAsync(Cliente);
        Assert.That(await ventana.DesbordeAsync(), Is.Zero);

        await ventana.IrAsync("/cifras");
        await Expect(pagina.Locator(".barras").Last).ToContainTextAsync(Nombre);
        await pagina.EvaluateAsync("document.querySelectorAll('details').forEach(uno => (uno.open = true))");
        Assert.That(
            await pagina
                .Locator("figure")
                .EvaluateAllAsync<bool>("cartas => cartas.every(carta => carta.scrollWidth <= carta.clientWidth + 1)"),
            Is.True
        );
        Assert.That(await ventana.DesbordeAsync(), Is.Zero);

        await ventana.IrAsync("/cambios");
        await Expect(pagina.Locator(".fila")).ToContainTextAsync([Servicio]);
        Assert.That(await ventana.DesbordeAsync(), Is.Zero);
        Assert.That(await pagina.Locator("main img, main script").CountAsync(), Is.Zero);
    }

    [Test]
    public async Task La_direccion_tampoco_ejecuta_nada()
    {
        await using var ventana = await Chromium.VentanaAsync(raiz: raiz);
        var malo = Uri.EscapeDataString(Servicio);
        foreach (
            var ruta in new[]
            {
                $"/buscar?q={malo}&lista={malo}&{malo}=1",
                $"/contrato?folio={malo}",
                $"/nombre?clave={malo}",
                $"/cifras?lista={malo}",
                $"/cambios?publicacion={malo}",
            }
        )
        {
            await ventana.IrAsync(ruta);
            await Expect(ventana.Pagina.Locator("[role=alert], article h1")).ToBeVisibleAsync();
            Assert.That(await ventana.Pagina.Locator("main img, main script").CountAsync(), Is.Zero);
        }
    }
}
