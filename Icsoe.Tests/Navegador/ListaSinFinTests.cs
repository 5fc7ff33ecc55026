using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icsoe.Tests.Navegador;

/// <summary>A list of results, which grows.</summary>
[TestFixture, Parallelizable, Category("Externo")]
internal sealed class ListaSinFinTests
{
    [Test]
    public async Task La_lista_crece_al_bajar_y_con_el_boton_hasta_el_final_sin_repetir()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/buscar?lista=publico");
        var filas = pagina.Locator(".fila");
        await Expect(filas).ToHaveCountAsync(25);
        // By itself it grows four times; what is left waits for the button.
        await pagina.WaitForFunctionAsync(
            "() => { scrollTo(0, scrollY > 0 ? 0 : document.body.scrollHeight); return document.querySelectorAll('.fila').length === 125; }"
        );
        var mas = pagina.GetByRole(AriaRole.Button, new() { Name = "Mostrar más" });
        await mas.PressAsync("Enter");
        await Expect(filas.Nth(125).Locator("a").First).ToBeFocusedAsync();
        await pagina.WaitForFunctionAsync(
            "() => { scrollTo(0, scrollY > 0 ? 0 : document.body.scrollHeight); return document.querySelectorAll('.fila').length === 181; }"
        );
        await Expect(mas).ToBeHiddenAsync();
        var enlaces = await pagina.Locator(".fila h3 a").EvaluateAllAsync<string[]>("enlaces => enlaces.map(enlace => enlace.href)");
        Assert.That(enlaces, Has.Length.EqualTo(181).And.Unique);
    }

    [Test]
    public async Task Una_pagina_que_no_llega_se_dice_y_se_puede_volver_a_pedir()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        var caida = true;
        await pagina.RouteAsync("**/v1/contratos?*cursor=*", ruta => caida ? ruta.AbortAsync() : ruta.ContinueAsync());
        await ventana.IrAsync("/buscar?lista=publico");
        var mas = pagina.GetByRole(AriaRole.Button, new() { Name = "Mostrar más" });
        await Expect(pagina.Locator(".fila")).ToHaveCountAsync(25);
        await mas.PressAsync("Enter");
        await Expect(pagina.GetByRole(AriaRole.Alert)).ToContainTextAsync("No se pudo");

        caida = false;
        await mas.PressAsync("Enter");

        await Expect(pagina.Locator(".fila").Nth(25)).ToBeVisibleAsync();
        await Expect(pagina.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Otra_busqueda_no_hereda_ni_el_lugar_ni_la_falla_ni_lo_que_venia_en_camino()
    {
        using var soltar = new SemaphoreSlim(0);
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        var pedidas = new System.Collections.Concurrent.ConcurrentQueue<string>();
        var caida = true;
        await pagina.RouteAsync(
            "**/v1/contratos?*cursor=*",
            async ruta =>
            {
                pedidas.Enqueue(ruta.Request.Url);
                if (caida)
                {
                    await ruta.AbortAsync();
                    return;
                }
                await soltar.WaitAsync();
                await ruta.ContinueAsync();
            }
        );
        await ventana.IrAsync("/buscar?lista=publico");
        var mas = pagina.GetByRole(AriaRole.Button, new() { Name = "Mostrar más" });
        await mas.PressAsync("Enter");
        await Expect(pagina.GetByRole(AriaRole.Alert)).ToContainTextAsync("No se pudo");

        // What failed was of the search before.
        caida = false;
        await pagina.Locator("#orden").SelectOptionAsync("contratista");
        await Expect(pagina.Locator("#filas")).Not.ToHaveAttributeAsync("aria-busy", "true");
        await Expect(pagina.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);

        // A page on its way when another search begins comes to nothing, and the list of the other one goes on.
        await mas.PressAsync("Enter");
        await pagina.Locator("#orden").SelectOptionAsync("contratante");
        await Expect(pagina.Locator("#filas")).Not.ToHaveAttributeAsync("aria-busy", "true");
        soltar.Release(100);
        await Expect(mas).ToBeEnabledAsync();
        await mas.PressAsync("Enter");
        await Expect(pagina.Locator(".fila").Nth(49)).ToBeVisibleAsync();
        await Expect(pagina.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        var enlaces = await pagina.Locator(".fila h3 a").EvaluateAllAsync<string[]>("enlaces => enlaces.map(enlace => enlace.href)");
        Assert.That(enlaces, Has.Length.GreaterThanOrEqualTo(50).And.Unique);
        Assert.That(pedidas.Last(), Does.Contain("orden=contratante"));
        Assert.That(pagina.Url, Does.Contain("/buscar?"));
    }

    [Test]
    public async Task Quien_solo_llega_al_boton_se_queda_en_el_mientras_la_lista_crece_sola()
    {
        using var soltar = new SemaphoreSlim(0);
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await pagina.RouteAsync(
            "**/v1/contratos?*cursor=*",
            async ruta =>
            {
                await soltar.WaitAsync();
                await ruta.ContinueAsync();
            }
        );
        await ventana.IrAsync("/buscar?lista=publico");
        var mas = pagina.GetByRole(AriaRole.Button, new() { Name = "Mostrar más" });
        await mas.FocusAsync();
        soltar.Release(100);
        await Expect(pagina.Locator(".fila").Nth(25)).ToBeVisibleAsync();
        await Expect(mas).ToBeFocusedAsync();
    }

    [Test]
    public async Task Un_cursor_nunca_viaja_con_otra_consulta()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        using var soltar = new SemaphoreSlim(0);
        var pedidas = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await ventana.IrAsync("/buscar?lista=publico");
        var mas = pagina.Locator("#mas");
        await Expect(mas).ToBeVisibleAsync();
        await pagina.RouteAsync(
            "**/v1/contratos?*orden=contratista*",
            async ruta =>
            {
                pedidas.Enqueue(ruta.Request.Url);
                await soltar.WaitAsync();
                await ruta.ContinueAsync();
            }
        );
        // While the answer is awaited, there is no next page to ask for.
        await pagina.Locator("#orden").SelectOptionAsync("contratista");
        // What is asked for after a request is seen after it.
        await pagina.EvaluateAsync("async () => { document.getElementById('mas').click(); await fetch('/v1'); }");
        await Expect(mas).ToBeHiddenAsync();
        Assert.That(pedidas, Is.Not.Empty.And.None.Contains("cursor="));
        soltar.Release(100);
        await Expect(mas).ToBeVisibleAsync();
        await Expect(pagina.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }
}
