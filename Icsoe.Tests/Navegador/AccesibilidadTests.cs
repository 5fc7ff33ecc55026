using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icsoe.Tests.Navegador;

/// <summary>Every view: read by axe in both schemes, and shown in the narrowest window, which is also 1280 px at 400 %.</summary>
[TestFixture, Parallelizable, Category("Externo")]
internal sealed class AccesibilidadTests
{
    // Each with what is there once it is whole, also when others have hung something on its link.
    private static readonly (string Ruta, string Listo)[] Vistas =
    [
        ("/", ".tabla-listado"),
        ("/inconsistente?ejercicio=2025", ".tabla-listado"),
        ("/informacion-importante/publico", ".apartados"),
        ("/como-solventar", ".tabla-ayuda"),
        ("/buscar?q=servicios&fbclid=x", ".fila"),
        ("/buscar?lista=inconsistente&ver=informativas", ".fila"),
        ("/contrato?folio=A25T0000155", ".historia"),
        ("/nombre?clave=ywask2ywl7ecp", "#periodo"),
        ("/cifras?fbclid=x", "figure"),
        ("/cambios?fbclid=x", ".fila"),
        ("/valida", "#presentadas fieldset"),
        ("/programar", "#codigo:not(:empty)"),
        ("/?ejercicio=1999", "main a"),
    ];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Test]
    public async Task Axe_no_encuentra_nada_en_ninguna_vista()
    {
        await using var ventana = await Chromium.VentanaAsync();
        Assert.That(await LeerAsync(ventana.Pagina), Is.Empty);
        await ventana.IrAsync("/inconsistente");
        await ventana.Pagina.Locator("[data-ventana=solventar]").ClickAsync();
        Assert.That(await FaltasAsync(ventana.Pagina), Is.Empty);
        // It does find what is there to be found.
        await ventana.Pagina.EvaluateAsync("document.querySelector('dialog[open]').append(document.createElement('input'))");
        Assert.That(await FaltasAsync(ventana.Pagina), Has.One.Contain("label"));
    }

    [Test]
    public async Task De_noche_se_lee_igual_de_bien()
    {
        await using var ventana = await Chromium.VentanaAsync(new() { ColorScheme = ColorScheme.Dark });
        // What the scheme changes is the contrast: the rest was read by day.
        Assert.That(await LeerAsync(ventana.Pagina, "color-contrast"), Is.Empty);
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

    private static async Task<IReadOnlyList<string>> LeerAsync(IPage pagina, params string[] reglas)
    {
        var faltas = new List<string>();
        foreach (var (ruta, listo) in Vistas)
        {
            await pagina.GotoAsync(ruta);
            await Expect(pagina.Locator(listo).First).ToBeVisibleAsync();
            faltas.AddRange((await FaltasAsync(pagina, reglas)).Select(falta => $"{ruta}: {falta}"));
        }
        return faltas;
    }

    private static async Task<string[]> FaltasAsync(IPage pagina, params string[] reglas)
    {
        await pagina.EvaluateAsync(Axe);
        return await pagina.EvaluateAsync<string[]>(
            """
            async (reglas) => (await axe.run(reglas.length > 0 ? { runOnly: reglas } : {})).violations
                .map((falta) => `${falta.impact} ${falta.id}: ${falta.nodes[0].html}`)
            """,
            reglas
        );
    }
}
