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
        ("/valida", "#presentadas fieldset"),
        ("/programar", "#codigo:not(:empty)"),
        ("/?ejercicio=1999", "main a"),
    ];

    // Where there is each of the colours.
    private static readonly string[] ConColores =
    [
        "/inconsistente?ejercicio=2025",
        "/buscar?lista=inconsistente&ver=informativas",
        "/cifras",
        "/cambios",
    ];

    [Test]
    public async Task Axe_no_encuentra_nada_en_ninguna_vista()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var hallados = new List<string>();
        foreach (var (ruta, listo) in Vistas)
            hallados.AddRange(await LeerAsync(ventana.Pagina, ruta, listo, new()));
        await ventana.IrAsync("/inconsistente");
        await ventana.Pagina.Locator("[data-ventana=solventar]").ClickAsync();
        hallados.AddRange(Decir("solventar", await ventana.Pagina.RunAxe()));
        Assert.That(hallados, Is.Empty);
    }

    [Test]
    public async Task De_noche_se_lee_igual_de_bien()
    {
        await using var ventana = await Chromium.VentanaAsync(new() { ColorScheme = ColorScheme.Dark });
        var contraste = new AxeRunOptions { RunOnly = RunOnlyOptions.Rules("color-contrast") };
        var hallados = new List<string>();
        foreach (var (ruta, listo) in Vistas.Where(vista => ConColores.Contains(vista.Ruta)))
            hallados.AddRange(await LeerAsync(ventana.Pagina, ruta, listo, contraste));
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

    private static async Task<IEnumerable<string>> LeerAsync(IPage pagina, string ruta, string listo, AxeRunOptions reglas)
    {
        await pagina.GotoAsync(ruta);
        await Expect(pagina.Locator(listo).First).ToBeVisibleAsync();
        return Decir(ruta, await pagina.RunAxe(reglas));
    }

    private static IEnumerable<string> Decir(string ruta, AxeResult resultado) =>
        resultado.Violations.Select(falta => $"{ruta}: {falta.Impact} {falta.Id}: {falta.Nodes[0].Html}");
}
