using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icsoe.Tests.Navegador;

/// <summary>The guide's screen, as a person uses it.</summary>
[TestFixture, Parallelizable, Category("Externo")]
internal sealed class ListadosTests
{
    [Test]
    public async Task Lo_descargado_tiene_el_SHA_256_que_se_leyo_y_viene_con_la_informacion_importante()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/?ejercicio=2025");
        var fila = pagina.Locator(".tabla-listado tbody tr").Nth(2);
        var leido = await fila.Locator("td > .sha").InnerTextAsync();
        var enlace = fila.GetByRole(AriaRole.Link, new() { Name = "LPT2025.xlsx" });

        var (nombre, bytes) = await ventana.DescargarAsync(enlace);

        Assert.That(nombre, Is.EqualTo("LPT2025.xlsx"));
        Assert.That(Chromium.Sha256(bytes), Is.EqualTo(leido));
        var aviso = pagina.GetByRole(AriaRole.Dialog, new() { Name = "INFORMACIÓN IMPORTANTE" });
        await Expect(aviso).ToBeVisibleAsync();
        await Expect(aviso).ToContainTextAsync("Para contratantes (clientes de servicios especializados");
        await Expect(aviso).ToContainTextAsync(leido);
        await pagina.Keyboard.PressAsync("Escape");
        await Expect(aviso).ToBeHiddenAsync();
        await Expect(enlace).ToBeFocusedAsync();
    }

    [TestCase("/", "", nameof(InformacionImportante.Publico))]
    [TestCase("/inconsistente", "[data-ventana=aviso]", nameof(InformacionImportante.Inconsistente))]
    public async Task La_informacion_importante_es_la_de_la_guia_entera(string ruta, string enlace, string lista)
    {
        await using var ventana = await Chromium.VentanaAsync();
        await ventana.IrAsync(ruta);
        await ventana.Pagina.Locator(enlace.Length > 0 ? enlace : "[data-descarga]").First.ClickAsync();
        var aviso = ventana.Pagina.GetByRole(AriaRole.Dialog, new() { Name = "INFORMACIÓN IMPORTANTE" });
        var parrafos = await aviso.EvaluateAsync<string[]>(
            """
            dialogo => dialogo.innerText.split("\n").map(renglon => renglon.trim()).filter(renglon => renglon && !/^(✕|INFORMACIÓN IMPORTANTE|Se descarga .*|Entendido)$/.test(renglon))
            """
        );
        Assert.That(
            parrafos,
            Is.EqualTo(lista == nameof(InformacionImportante.Publico) ? InformacionImportante.Publico : InformacionImportante.Inconsistente)
        );
    }

    [Test]
    public async Task Lo_que_se_escribe_antes_de_que_llegue_el_programa_tambien_tiene_sugerencias()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        var sigue = new TaskCompletionSource();
        var veces = 0;
        await pagina.RouteAsync(
            "**/sugerencias.js",
            async ruta =>
            {
                if (++veces == 1)
                {
                    await ruta.AbortAsync();
                    return;
                }
                await sigue.Task;
                await ruta.ContinueAsync();
            }
        );
        await ventana.IrAsync("/");
        var caja = pagina.Locator(".portada input[type=search]");
        await caja.FocusAsync();
        await caja.BlurAsync();
        await caja.PressSequentiallyAsync("serv baj");
        sigue.SetResult();
        await Expect(pagina.GetByRole(AriaRole.Option).First).ToContainTextAsync("BAJÍO");
    }

    [Test]
    public async Task Sin_JavaScript_se_elige_lista_y_ano_y_se_descarga()
    {
        await using var ventana = await Chromium.VentanaAsync(new() { JavaScriptEnabled = false });
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/");
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Listado con Información Inconsistente", Exact = true }).ClickAsync();
        await pagina.GetByRole(AriaRole.Link, new() { Name = "2025", Exact = true }).ClickAsync();
        var fila = pagina.Locator(".tabla-listado tbody tr").Nth(2);
        var leido = await fila.Locator("td > .sha").InnerTextAsync();

        var (nombre, bytes) = await ventana.DescargarAsync(fila.GetByRole(AriaRole.Link, new() { Name = "LIIT2025.xlsx" }));

        Assert.That(nombre, Is.EqualTo("LIIT2025.xlsx"));
        Assert.That(Chromium.Sha256(bytes), Is.EqualTo(leido));
        await pagina.Locator(".ayudas").GetByRole(AriaRole.Link, new() { Name = "¿Cómo solventar la inconsistencia?" }).ClickAsync();
        await Expect(pagina.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("¿Cómo solventar la inconsistencia?");
        await Expect(pagina.Locator("noscript")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task La_ayuda_se_abre_con_el_teclado_y_tiene_tres_columnas_y_cuatro_casos()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/inconsistente");
        var enlace = pagina.Locator("[data-ventana=solventar]");
        await enlace.FocusAsync();
        await pagina.Keyboard.PressAsync("Enter");

        var ayuda = pagina.GetByRole(AriaRole.Dialog, new() { Name = "¿Cómo solventar la inconsistencia?" });
        await Expect(ayuda.GetByRole(AriaRole.Columnheader)).ToHaveTextAsync(["Inconsistencia", "¿Cómo solventar?", "Guía de apoyo"]);
        await Expect(ayuda.GetByText("Caso 4) Tienes dos informativas del tipo Sin Información")).ToBeVisibleAsync();
        // The focus stays inside while it is open, and comes back when it is not.
        for (var veces = 0; veces < 8; veces++)
        {
            await pagina.Keyboard.PressAsync("Tab");
            Assert.That(
                await pagina.EvaluateAsync<bool>("document.activeElement === document.body || !!document.activeElement.closest('dialog')"),
                Is.True
            );
        }
        await ayuda.GetByRole(AriaRole.Button, new() { Name = "Entendido" }).ClickAsync();
        await Expect(enlace).ToBeFocusedAsync();
    }

    [Test]
    public async Task Con_el_teclado_se_llega_al_contenido_y_al_menu()
    {
        await using var ventana = await Chromium.VentanaAsync(
            new()
            {
                ViewportSize = new() { Width = 320, Height = 640 },
            }
        );
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/");
        await pagina.Keyboard.PressAsync("Tab");
        await Expect(pagina.GetByText("Saltar al contenido")).ToBeFocusedAsync();
        await pagina.Keyboard.PressAsync("Enter");
        await Expect(pagina.Locator("main")).ToBeFocusedAsync();

        var menu = pagina.GetByRole(AriaRole.Button, new() { Name = "Menú" });
        var cifras = pagina.Locator("#menu").GetByText("Cifras");
        await Expect(cifras).ToBeHiddenAsync();
        await menu.FocusAsync();
        await pagina.Keyboard.PressAsync("Enter");
        await Expect(cifras).ToBeVisibleAsync();
        await pagina.Keyboard.PressAsync("Escape");
        await Expect(cifras).ToBeHiddenAsync();
        await Expect(menu).ToBeFocusedAsync();
    }

    [Test]
    public async Task La_primera_vista_pesa_poco()
    {
        // Of its own: nothing is there from before.
        await using var ventana = await Chromium.VentanaAsync(new());
        await ventana.IrAsync("/");
        var bytes = 0L;
        foreach (var respuesta in ventana.Respuestas)
        {
            var tamano = await respuesta.Request.SizesAsync();
            bytes += tamano.ResponseBodySize + tamano.ResponseHeadersSize;
        }
        Assert.That(bytes, Is.GreaterThan(5_000).And.LessThan(150_000));
    }
}
