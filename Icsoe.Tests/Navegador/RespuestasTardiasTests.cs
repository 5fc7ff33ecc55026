using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icsoe.Tests.Navegador;

/// <summary>An answer that comes after that of a later question is not shown.</summary>
[TestFixture, Parallelizable, Category("Externo")]
internal sealed class RespuestasTardiasTests
{
    [Test]
    public async Task De_las_cifras()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/cifras");
        await Expect(pagina.Locator("figure")).ToHaveCountAsync(10);
        var soltar = await RetenerAsync(pagina, "**/v1/estadisticas?lista=inconsistente");
        await pagina.GetByLabel("Lista").SelectOptionAsync("inconsistente");
        await pagina.GetByLabel("Lista").SelectOptionAsync("");
        await Expect(pagina.Locator("#cifras")).ToHaveAttributeAsync("aria-busy", "false");
        await soltar();
        await Expect(pagina.Locator(".totales dd").First).ToHaveTextAsync("196");
    }

    [Test]
    public async Task De_lo_que_presento_un_nombre()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/nombre?clave=ywask2ywl7ecp");
        var lista = pagina.Locator("section:has(#periodo) .filas");
        await Expect(lista).ToContainTextAsync("de 2026");
        var vigente = await lista.InnerTextAsync();
        var soltar = await RetenerAsync(pagina, "**/historia?periodo=2024-1");
        await pagina.Locator("#periodo").SelectOptionAsync("2024-1");
        await pagina.Locator("#periodo").SelectOptionAsync("2026-1");
        await soltar();
        await Expect(lista).ToHaveTextAsync(vigente, new() { UseInnerText = true });
    }

    [Test]
    public async Task De_las_sugerencias()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/buscar");
        var soltar = await RetenerAsync(pagina, "**/v1/sugerencias?q=serv&*");
        var caja = pagina.Locator("#q");
        await pagina.RunAndWaitForRequestAsync(() => caja.PressSequentiallyAsync("serv"), "**/v1/sugerencias?q=serv&*");
        await pagina.RunAndWaitForResponseAsync(() => caja.FillAsync("elevadores"), "**/v1/sugerencias?q=elevadores&*");
        await Expect(pagina.GetByRole(AriaRole.Option).First).ToContainTextAsync("ELEVADORES");
        await soltar();
        await Expect(pagina.GetByRole(AriaRole.Option).First).ToContainTextAsync("ELEVADORES");
        // What was pointed at is left behind by what is written after it.
        await caja.PressAsync("ArrowDown");
        await Expect(caja).ToHaveAttributeAsync("aria-activedescendant", "q-sugerencias-0");
        await caja.PressSequentiallyAsync(" de");
        await Expect(caja).Not.ToHaveAttributeAsync("aria-activedescendant", "q-sugerencias-0");
        // Nor do they open over what was found.
        await caja.PressAsync("Enter");
        await Expect(pagina).ToHaveURLAsync($"{Chromium.Raiz}/buscar?q=elevadores+de");
        await Expect(pagina.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
    }

    [TestCase("/cifras", "**/v1/calendario", "lista", "inconsistente", "#cifras figure")]
    [TestCase("/cambios", "**/v1/publicaciones", "cambio", "aparece", "#filas .fila")]
    public async Task Una_falla_de_lo_que_hay_para_elegir(string ruta, string opciones, string campo, string valor, string visto)
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        var soltar = await RetenerAsync(
            pagina,
            opciones,
            retenida => retenida.FulfillAsync(new() { Status = 503, Json = new { codigo = "X", title = "Ahora no." } })
        );
        await ventana.IrAsync(ruta);
        await pagina.Locator($"#{campo}").SelectOptionAsync(valor);
        await Expect(pagina.Locator(visto)).Not.ToHaveCountAsync(0);
        var cuantos = await pagina.Locator(visto).CountAsync();
        await soltar();
        await Expect(pagina.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Expect(pagina.Locator(visto)).ToHaveCountAsync(cuantos);
    }

    // Holds the answers of a route; what comes back lets them through and waits until the page has done with them.
    private static async Task<Func<Task>> RetenerAsync(IPage pagina, string ruta, Func<IRoute, Task>? responder = null)
    {
        var soltado = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await pagina.RouteAsync(
            ruta,
            async retenida =>
            {
                await soltado.Task;
                try
                {
                    await (responder?.Invoke(retenida) ?? retenida.ContinueAsync());
                }
                catch (PlaywrightException)
                {
                    // The page gave up waiting, which is as good.
                }
            }
        );
        return async () =>
        {
            var tarde = await pagina.RunAndWaitForResponseAsync(
                () =>
                {
                    soltado.SetResult();
                    return Task.CompletedTask;
                },
                ruta
            );
            await tarde.FinishedAsync();
            await pagina.EvaluateAsync("() => new Promise(requestAnimationFrame)");
        };
    }
}
