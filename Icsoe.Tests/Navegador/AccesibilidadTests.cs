using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icsoe.Tests.Navegador;

/// <summary>Every view: read by axe in both schemes, and shown in the narrowest window, which is also 1280 px at 400 %.</summary>
[TestFixture, Category("Externo")]
internal sealed class AccesibilidadTests
{
    // Each with what is there once it is whole.
    private static readonly (string Ruta, string Listo)[] Vistas =
    [
        ("/", ".tabla-listado"),
        ("/inconsistente?ejercicio=2025", ".tabla-listado"),
        ("/informacion-importante/publico", ".apartados"),
        ("/como-solventar", ".tabla-ayuda"),
        ("/buscar?q=servicios", ".fila"),
        ("/buscar?lista=inconsistente&ver=informativas", ".fila"),
        ("/contrato?folio=A25T0000155", ".historia"),
        ("/nombre?clave=ywask2ywl7ecp", "#periodo"),
        ("/cifras", "figure"),
        ("/cambios", ".fila"),
        ("/programar", "#codigo:not(:empty)"),
        ("/?ejercicio=1999", "main a"),
    ];

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task Axe_no_encuentra_nada_en_ninguna_vista(ColorScheme esquema)
    {
        // What the scheme changes is the contrast: the rest is read once.
        var reglas = esquema == ColorScheme.Light ? new AxeRunOptions() : new() { RunOnly = RunOnlyOptions.Rules("color-contrast") };
        await using var ventana = await Chromium.VentanaAsync(new() { ColorScheme = esquema });
        var hallados = new List<string>();
        foreach (var (ruta, listo) in Vistas)
        {
            await ventana.IrAsync(ruta);
            await Expect(ventana.Pagina.Locator(listo).First).ToBeVisibleAsync();
            hallados.AddRange(Decir(ruta, await ventana.Pagina.RunAxe(reglas)));
        }
        await ventana.IrAsync("/inconsistente");
        await ventana.Pagina.Locator("[data-ventana=solventar]").ClickAsync();
        hallados.AddRange(Decir("solventar", await ventana.Pagina.RunAxe(reglas)));
        Assert.That(hallados, Is.Empty);
    }

    [Test]
    public async Task Nada_se_desborda_en_320_pixeles()
    {
        await using var ventana = await Chromium.VentanaAsync(
            new()
            {
                ViewportSize = new() { Width = 320, Height = 256 },
            }
        );
        foreach (var (ruta, listo) in Vistas)
        {
            await ventana.IrAsync(ruta);
            await Expect(ventana.Pagina.Locator(listo).First).ToBeAttachedAsync();
            Assert.That(await ventana.DesbordeAsync(), Is.Zero, ruta);
        }
    }

    private static IEnumerable<string> Decir(string ruta, AxeResult resultado) =>
        resultado.Violations.Select(falta => $"{ruta}: {falta.Impact} {falta.Id}: {falta.Nodes[0].Html}");
}
