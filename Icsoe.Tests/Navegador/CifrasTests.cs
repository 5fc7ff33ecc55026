using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icsoe.Tests.Navegador;

/// <summary>Figures.</summary>
[TestFixture, Parallelizable, Category("Externo")]
internal sealed class CifrasTests
{
    [Test]
    public async Task Cada_cifra_se_ve_se_lee_y_se_descarga()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/cifras");
        var figura = pagina.Locator("figure", new() { HasText = "Contratos por cuatrimestre" });
        await Expect(figura.Locator("svg rect")).ToHaveCountAsync(14);
        await Expect(figura).ToContainTextAsync("En enero-abril de 2026, 25; lo más, 42, en septiembre-diciembre de 2025.");
        await figura.GetByText("Ver los datos").ClickAsync();
        var (nombre, bytes) = await ventana.DescargarAsync(figura.GetByText("Descargarlos en CSV"));
        Assert.That(nombre, Is.EqualTo("contratos-por-cuatrimestre.csv"));
        // With the mark that Excel needs to read its accents.
        Assert.That(bytes.Take(3), Is.EqualTo(Encoding.UTF8.Preamble.ToArray()));
        Assert.That(
            Encoding.UTF8.GetString(bytes[3..]),
            Does.StartWith("Cuatrimestre,Listado Público,Con Información Inconsistente,Total\r\nenero-abril de 2024,25,0,25\r\n")
        );
        foreach (var una in await pagina.Locator("figure").AllAsync())
        {
            await Expect(una.Locator("figcaption p")).Not.ToBeEmptyAsync();
            await Expect(una.Locator("details table tbody tr")).Not.ToHaveCountAsync(0);
        }

        await pagina.GetByLabel("Lista").SelectOptionAsync("inconsistente");
        await Expect(pagina.Locator(".totales dd").First).ToHaveTextAsync("15");
        await pagina.GoBackAsync();
        await Expect(pagina.Locator(".totales dd").First).ToHaveTextAsync("196");
    }

    [TestCase(1, "1 informativa se presentó después de su fecha límite")]
    [TestCase(2, "2 informativas se presentaron después de su fecha límite")]
    public async Task Las_tardias_se_cuentan_con_palabras(int tardias, string dice)
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await pagina.RouteAsync(
            "**/v1/estadisticas",
            async ruta =>
            {
                var cifras = JsonNode.Parse(await (await ruta.FetchAsync()).TextAsync())!;
                cifras["puntualidad"]!["tardias"] = tardias;
                await ruta.FulfillAsync(new() { Json = cifras });
            }
        );
        await ventana.IrAsync("/cifras");
        await Expect(pagina.Locator("figure", new() { HasText = "Informativas tardías" })).ToContainTextAsync(dice);
    }

    [TestCase(1024)]
    [TestCase(1280)]
    public async Task Los_datos_caben_en_su_tarjeta(int ancho)
    {
        await using var ventana = await Chromium.VentanaAsync(
            new()
            {
                ViewportSize = new() { Width = ancho, Height = 800 },
            }
        );
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/cifras");
        await Expect(pagina.Locator("figure")).ToHaveCountAsync(10);
        await pagina.EvaluateAsync("document.querySelectorAll('figure details').forEach(uno => (uno.open = true))");

        // What moves inside its own box may be wider than it.
        var salidos = await pagina
            .Locator("figure *:not(.desliza *)")
            .EvaluateAllAsync<string[]>(
                """
                elementos => elementos
                    .filter(uno => uno.getBoundingClientRect().right > uno.closest("figure").getBoundingClientRect().right)
                    .map(uno => `${uno.closest("figure").querySelector("h2").textContent}: ${uno.outerHTML.slice(0, 80)}`)
                """
            );
        Assert.That(salidos, Is.Empty);
        Assert.That(await ventana.DesbordeAsync(), Is.Zero);
        // And whoever has no mouse moves it too.
        var caja = pagina.GetByRole(AriaRole.Region, new() { Name = "Datos: Clientes con más contratos" });
        await caja.FocusAsync();
        await Expect(caja).ToBeFocusedAsync();
        await caja.EvaluateAsync("caja => (caja.style.inlineSize = '200px')");
        await pagina.Keyboard.PressAsync("ArrowRight");
        await Expect(caja).Not.ToHaveJSPropertyAsync("scrollLeft", 0);
    }

    [Test]
    public async Task Si_fallan_se_dice_y_se_vuelve_a_intentar()
    {
        // A clock is of the whole context.
        await using var ventana = await Chromium.VentanaAsync(new());
        var pagina = ventana.Pagina;
        // The clock of whoever reads says nothing of the years there are.
        await pagina.Clock.SetFixedTimeAsync(new DateTime(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await pagina.RouteAsync(
            "**/v1/estadisticas",
            ruta => ruta.FulfillAsync(new() { Status = 503, Json = new { codigo = "X", title = "Ahora no." } })
        );
        await ventana.IrAsync("/cifras");
        await Expect(pagina.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Ahora no.");
        await Expect(pagina.GetByText("Cargando…")).ToHaveCountAsync(0);
        await Expect(pagina.Locator("#cifras")).ToHaveAttributeAsync("aria-busy", "false");
        await Expect(pagina.Locator("#ejercicio option"))
            .ToHaveTextAsync(["Todos los años", "2026", "2025", "2024", "2023", "2022", "2021"]);

        await pagina.GetByLabel("Año").SelectOptionAsync("2025");

        await Expect(pagina.GetByRole(AriaRole.Status)).ToHaveTextAsync("Publicación de junio de 2026.");
        await Expect(pagina.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }
}
