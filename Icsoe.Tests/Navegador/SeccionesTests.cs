using Icsoe.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icsoe.Tests.Navegador;

/// <summary>Changes, the page for programmers, and every section without data.</summary>
[TestFixture, Parallelizable, Category("Externo")]
internal sealed class SeccionesTests
{
    [Test]
    public async Task Los_cambios_son_los_de_la_API_y_se_descargan()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/cambios");
        await pagina.GetByLabel("Ver").SelectOptionAsync("cambia_de_lista");
        using var cliente = new HttpClient { BaseAddress = new(Chromium.Raiz) };
        const string Consulta = "/v1/publicaciones/2026-06/cambios";
        const string Filtro = "?contra=2026-05.2&cambio=cambia_de_lista&entidad=contrato";
        var esperados = (await cliente.Json(Consulta + Filtro))["datos"]!.AsArray();
        await Expect(pagina.Locator(".fila")).ToHaveCountAsync(esperados.Count);
        await Expect(pagina.GetByText($"De mayo de 2026 (2.ª) a junio de 2026, {esperados.Count} cambios.")).ToBeVisibleAsync();
        await Expect(pagina.Locator(".fila").First)
            .ToContainTextAsync("Lista: antes Con Información Inconsistente → después Listado Público");

        var (_, bytes) = await ventana.DescargarAsync(pagina.GetByText("Descargarlos en CSV"));
        Assert.That(Chromium.Sha256(bytes), Is.EqualTo(Chromium.Sha256(await cliente.GetByteArrayAsync($"{Consulta}.csv{Filtro}"))));

        // What cannot be compared is told, and nothing of the comparison before stays.
        await pagina.RouteAsync(
            "**/cambios?*",
            ruta => ruta.FulfillAsync(new() { Status = 500, Json = new { codigo = "X", title = "Algo salió mal." } })
        );
        await pagina.GetByLabel("Ver").SelectOptionAsync("aparece");
        await Expect(pagina.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Algo salió mal.");
        await Expect(pagina.Locator("#descargas, #filas, #dicho")).ToHaveTextAsync(["", "", ""]);
        await Expect(pagina.Locator("[role=status] [role=alert]")).ToHaveCountAsync(0);
    }

    [Test]
    public async Task Los_cambios_no_se_filtran_por_lo_que_no_se_ve()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var peticion = await ventana.Pagina.RunAndWaitForRequestAsync(
            () => ventana.IrAsync("/cambios?lista=inconsistente&periodo=2021-1&cambio=aparece"),
            peticion => peticion.Url.Contains("/cambios?", StringComparison.Ordinal) && peticion.ResourceType == "fetch"
        );
        Assert.That(new Uri(peticion.Url).Query, Is.EqualTo("?cambio=aparece&entidad=contrato&limite=25"));
    }

    [TestCase("/cifras")]
    [TestCase("/cambios")]
    public async Task Saltar_al_contenido_no_vuelve_a_preguntar(string ruta)
    {
        await using var ventana = await Chromium.VentanaAsync();
        var dicho = ventana.Pagina.Locator("#dicho");
        await ventana.IrAsync(ruta);
        await Expect(dicho).ToContainTextAsync("junio de 2026");
        var antes = await dicho.TextContentAsync();
        // The page hears of it first, and says at once that it is asking.
        var despues = await ventana.Pagina.EvaluateAsync<string>(
            """
            () => new Promise(listo => {
              addEventListener("popstate", () => listo(document.getElementById("dicho").textContent), { once: true });
              document.querySelector(".saltar").click();
            })
            """
        );
        Assert.That(despues, Is.EqualTo(antes));
    }

    [Test]
    public async Task La_consulta_en_pantalla_se_lleva_a_otro_programa()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/buscar?q=O'Higgins%20%22%C3%B1%22");
        await ventana.IrAsync("/buscar?q=servicios&lista=publico");
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Desde tu programa" }).ClickAsync();
        var codigo = pagina.Locator("#codigo");
        await Expect(codigo).ToHaveTextAsync($"curl -s '{Chromium.Raiz}/v1/contratos?q=servicios&lista=publico'");
        await pagina.GetByRole(AriaRole.Tab, new() { Name = "curl" }).FocusAsync();
        foreach (
            var (lenguaje, dice) in new[]
            {
                ("JavaScript", "await fetch(\""),
                ("Python", "pd.read_csv(\""),
                ("R", "read.csv(\""),
                ("Excel", "Csv.Document("),
            }
        )
        {
            await pagina.Keyboard.PressAsync("ArrowRight");
            await Expect(pagina.GetByRole(AriaRole.Tab, new() { Name = lenguaje, Exact = true }))
                .ToHaveAttributeAsync("aria-selected", "true");
            await Expect(codigo).ToContainTextAsync(dice);
        }
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Probar aquí" }).ClickAsync();
        var respuesta = pagina.Locator("#respuesta");
        await Expect(respuesta).ToContainTextAsync("\"folio\": \"A24P0000005\"");

        // It is the query's, in whatever language; and what is being written stays where one jumps over the menu.
        await pagina.GetByRole(AriaRole.Tab, new() { Name = "Python" }).ClickAsync();
        await Expect(codigo).ToContainTextAsync("pd.read_csv(");
        await pagina.Locator("#consulta").FillAsync("/v1/par");
        await pagina.EvaluateAsync(
            "() => new Promise(listo => { addEventListener('popstate', listo, { once: true }); document.querySelector('.saltar').click(); })"
        );
        await Expect(pagina.Locator("#consulta")).ToHaveValueAsync("/v1/par");
        await Expect(respuesta).ToBeVisibleAsync();
        await Expect(pagina.Locator("#dicho")).ToContainTextAsync("Respondió 200.");
    }

    [TestCase("/v1/contratos?q=a'; rm -rf ~; '", @"curl -s '{raiz}/v1/contratos?q=a%27;%20rm%20-rf%20~;%20%27'")]
    [TestCase("https://otro.example/v1/contratos", "curl -s '{raiz}/v1/contratos?servicio=elevadores'")]
    [TestCase("//otro.example/v1", "curl -s '{raiz}/v1/contratos?servicio=elevadores'")]
    [TestCase("javascript:alert(1)", "curl -s '{raiz}/v1/contratos?servicio=elevadores'")]
    public async Task Lo_que_se_copia_no_hace_otra_cosa(string consulta, string esperado)
    {
        await using var ventana = await Chromium.VentanaAsync();
        await ventana.IrAsync($"/programar?consulta={Uri.EscapeDataString(consulta)}");
        await Expect(ventana.Pagina.Locator("#codigo"))
            .ToHaveTextAsync(esperado.Replace("{raiz}", Chromium.Raiz, StringComparison.Ordinal));
    }

    [Test]
    public async Task Sin_publicaciones_ninguna_vista_falla()
    {
        var carpeta = Path.Combine(Path.GetTempPath(), $"icsoe-sin-publicaciones-{Guid.NewGuid():N}");
        await using var servidor = new ServidorDePrueba(carpeta);
        await using var ventana = await Chromium.VentanaAsync(raiz: Chromium.Escuchar(servidor));
        var pagina = ventana.Pagina;
        foreach (
            var (ruta, ultima) in new[]
            {
                ("/", null),
                ("/inconsistente", null),
                ("/buscar", null),
                ("/cifras", null),
                // Of what these ask for nothing is said on screen.
                ("/cambios", "**/v1/publicaciones"),
                ("/valida", "**/v1/calendario"),
                ("/programar", null),
            }
        )
        {
            if (ultima is null)
                await ventana.IrAsync(ruta);
            else
                await (await pagina.RunAndWaitForResponseAsync(() => ventana.IrAsync(ruta), ultima)).FinishedAsync();
            await pagina.EvaluateAsync("() => new Promise(requestAnimationFrame)");
            await Expect(pagina.GetByText("Todavía no hay ninguna publicación")).ToBeVisibleAsync();
            // Once everything was answered.
            await Expect(pagina.GetByText("Cargando…")).ToHaveCountAsync(0);
            await Expect(pagina.GetByText("Buscando…")).ToHaveCountAsync(0);
            await Expect(pagina.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        }
    }
}
