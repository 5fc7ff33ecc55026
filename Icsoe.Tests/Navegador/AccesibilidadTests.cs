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
    public async Task Tampoco_en_lo_que_se_abre_se_llena_o_falla()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        async Task<string[]> EstadoAsync(string ruta, Func<Task> hacer, string listo)
        {
            await ventana.IrAsync(ruta);
            await hacer();
            await Expect(pagina.Locator(listo).First).ToBeVisibleAsync();
            return [.. (await FaltasAsync(pagina)).Select(falta => $"{ruta} {listo}: {falta}")];
        }
        Task AbrirTodoAsync() => pagina.EvaluateAsync("document.querySelectorAll('details').forEach(uno => (uno.open = true))");

        var faltas = new List<string>();
        faltas.AddRange(
            await EstadoAsync(
                "/?ejercicio=2025",
                () => ventana.DescargarAsync(pagina.Locator("[data-descarga]").First),
                "dialog[open] .descargado"
            )
        );
        faltas.AddRange(
            await EstadoAsync(
                "/buscar",
                async () =>
                {
                    await Expect(pagina.Locator(".fila").First).ToBeVisibleAsync();
                    await AbrirTodoAsync();
                    await pagina.Locator("#q").PressSequentiallyAsync("serv");
                },
                "[role=option]"
            )
        );
        faltas.AddRange(await EstadoAsync("/buscar?publicacion=2026-1&q=x", () => Task.CompletedTask, "[role=alert]"));
        faltas.AddRange(await EstadoAsync("/buscar?contratista=grupo%2033", () => Task.CompletedTask, ".aviso"));
        faltas.AddRange(
            await EstadoAsync(
                "/cifras",
                async () =>
                {
                    await Expect(pagina.Locator("figure").First).ToBeVisibleAsync();
                    await AbrirTodoAsync();
                },
                ".desliza"
            )
        );
        faltas.AddRange(
            await EstadoAsync(
                "/valida",
                async () =>
                {
                    await pagina.GetByLabel("Nombres de tus proveedores").FillAsync("Servicios Ejemplo del Bajio\nNadie");
                    await pagina.GetByRole(AriaRole.Button, new() { Name = "Consultar", Exact = true }).ClickAsync();
                },
                "#consultados table"
            )
        );
        await pagina.SetViewportSizeAsync(320, 568);
        faltas.AddRange(
            await EstadoAsync("/", () => pagina.GetByRole(AriaRole.Button, new() { Name = "Menú" }).ClickAsync(), "#menu:popover-open")
        );
        Assert.That(faltas, Is.Empty);
        // The menu opens under its button, not over it.
        var boton = (await pagina.Locator(".abrir-menu").BoundingBoxAsync())!;
        Assert.That((await pagina.Locator("#menu").BoundingBoxAsync())!.Y, Is.GreaterThanOrEqualTo(boton.Y + boton.Height));
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
