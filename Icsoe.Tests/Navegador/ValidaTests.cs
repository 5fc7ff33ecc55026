using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icsoe.Tests.Navegador;

/// <summary>The tools for whoever files and whoever hires.</summary>
[TestFixture, Category("Externo")]
internal sealed class ValidaTests
{
    [Test]
    public async Task El_asistente_dice_que_caso_es_y_que_presentar()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/valida");
        await Expect(pagina.GetByText("Nada de lo que envías se guarda ni se registra.")).ToBeVisibleAsync();
        await pagina.Locator("#asistente-periodo").SelectOptionAsync("2026-1");
        var primera = pagina.Locator("#presentadas fieldset").Nth(0);
        var segunda = pagina.Locator("#presentadas fieldset").Nth(1);
        await primera.GetByLabel("Folio", new() { Exact = true }).FillAsync("N260000001");
        await primera.GetByLabel("Presentada el").FillAsync("2026-05-12");
        await segunda.GetByLabel("Folio", new() { Exact = true }).FillAsync("N260000002");
        await segunda.GetByLabel("Presentada el").FillAsync("2026-05-13");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "¿Qué hago?" }).ClickAsync();

        var diagnostico = pagina.Locator("#diagnostico");
        await Expect(diagnostico).ToContainTextAsync("Caso 2) Tienes dos del tipo Normal");
        await Expect(diagnostico.Locator(".pasos li")).ToHaveCountAsync(2);
        await Expect(diagnostico.Locator(".pasos li").First).ToContainTextAsync("«Sin efectos» sobre la informativa N260000002");
        await diagnostico.GetByText("Borrador de aclaración").ClickAsync();
        await Expect(diagnostico.Locator(".borrador").First).ToContainTextAsync("BORRADOR: nadie lo ha enviado.");

        // One alone has nothing to solve.
        await segunda.GetByRole(AriaRole.Button, new() { Name = "Quitar" }).ClickAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "¿Qué hago?" }).ClickAsync();
        await Expect(diagnostico).ToContainTextAsync("No hay nada que corregir.");

        // What cannot be is told, and not guessed.
        await primera.GetByLabel("Presentada el").FillAsync("2031-05-12");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "¿Qué hago?" }).ClickAsync();
        await Expect(diagnostico.GetByRole(AriaRole.Alert)).ToContainTextAsync("todavía no se presenta");
    }
}
