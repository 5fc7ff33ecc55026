using Icsoe.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icsoe.Tests.Navegador;

/// <summary>The page of a contract, and that of a name.</summary>
[TestFixture, Parallelizable, Category("Externo")]
internal sealed class ContratoTests
{
    [Test]
    public async Task Un_contrato_cuenta_su_historia()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/buscar?folio_contrato=A25T0000155");
        await pagina.Locator(".fila h3 a").ClickAsync();
        await Expect(pagina.Locator(".historia h3"))
            .ToHaveTextAsync(["Aparece en el Listado con Información Inconsistente", "Pasa al Listado Público"]);
        await Expect(pagina.Locator(".historia")).ToContainTextAsync("Estuvo 28 días con información inconsistente.");
        await Expect(pagina).ToHaveTitleAsync("Ejemplo · Contrato A25T0000155 · Listados ICSOE");
        await Expect(pagina.GetByText("Desde tu programa"))
            .ToHaveAttributeAsync("href", "/programar?consulta=%2Fv1%2Fcontratos%2FA25T0000155");
    }

    [Test]
    public async Task El_que_ya_no_esta_lo_dice_y_lleva_a_donde_estuvo()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        using var cliente = new HttpClient { BaseAddress = new(Chromium.Raiz) };
        var cambios = await cliente.Json("/v1/publicaciones/ultima/cambios?cambio=desaparece&entidad=contrato&limite=1");
        var antes = cambios["datos"]![0]!["antes"]!;

        await ventana.IrAsync($"/contrato?folio={(string?)antes["folio"]}");

        await Expect(pagina.GetByText("Ya no aparece desde la publicación de junio de 2026.")).ToBeVisibleAsync();
        await Expect(pagina.Locator(".historia h3").Last).ToHaveTextAsync("Ya no aparece en el Listado Público");
        foreach (var enlace in await pagina.Locator("#contrato a:not([href='?'])").AllAsync())
            Assert.That(Uri.UnescapeDataString((await enlace.GetAttributeAsync("href"))!), Does.Contain("publicacion=2026-05.2"));
        await pagina.Locator("dd a", new() { HasText = (string?)antes["informativa"]!["folio"] }).ClickAsync();
        await Expect(pagina.Locator("#cuantos")).ToHaveTextAsync("1 informativa");
    }

    [TestCase("/contrato?folio=NADA", "El folio «NADA» no está en la publicación 2026-06.")]
    [TestCase("/nombre?clave=aaaaaaaaaaaaa", "La clave «aaaaaaaaaaaaa» no está")]
    public async Task Lo_que_no_se_encuentra_se_explica_una_vez(string ruta, string dice)
    {
        await using var ventana = await Chromium.VentanaAsync();
        await ventana.IrAsync(ruta);
        await Expect(ventana.Pagina.GetByRole(AriaRole.Alert)).ToContainTextAsync(dice);
        // A problem without a detail is told by its title, once.
        await ventana.Pagina.RouteAsync(
            "**/v1/**",
            peticion => peticion.FulfillAsync(new() { Status = 500, Json = new { codigo = "X", title = "Algo salió mal." } })
        );
        await ventana.Pagina.ReloadAsync();
        await Expect(ventana.Pagina.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Algo salió mal.");
    }

    [TestCase("/contrato", "Falta el folio.")]
    [TestCase("/contrato?folio=..", "Falta el folio.")]
    [TestCase("/nombre?clave=%20", "Falta la clave.")]
    public async Task Sin_decir_de_cual_se_manda_a_buscar(string ruta, string dice)
    {
        await using var ventana = await Chromium.VentanaAsync();
        await ventana.IrAsync(ruta);
        await Expect(ventana.Pagina.Locator("main")).ToContainTextAsync(dice);
        await ventana.Pagina.Locator("main a").ClickAsync();
        await Expect(ventana.Pagina.Locator("#cuantos")).ToHaveTextAsync("196 contratos");
    }

    [Test]
    public async Task Un_nombre_sin_contratos_lo_dice_y_lleva_a_lo_que_presento()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/nombre?clave=utsfx7v4c3zu7");
        await Expect(pagina.GetByText("Ningún contrato está a su nombre.")).ToBeVisibleAsync();
        await Expect(pagina).ToHaveTitleAsync("Ejemplo · MONTAJES FICTICIOS DEL NORTE, S.A.P.I. DE C.V. · Listados ICSOE");
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Ver sus informativas" }).ClickAsync();
        await Expect(pagina.Locator(".fila h3").First).ToHaveTextAsync("MONTAJES FICTICIOS DEL NORTE, S.A.P.I. DE C.V.");
    }

    [Test]
    public async Task Un_estado_anterior_no_se_deja_sin_decirlo()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/buscar?publicacion=2026-05");
        await pagina.Locator("#q").PressSequentiallyAsync("serv baj");
        await pagina.GetByRole(AriaRole.Option, new() { Name = "SERVICIOS EJEMPLO DEL BAJÍO" }).First.ClickAsync();
        await Expect(pagina.GetByText("Así estaba en la publicación de mayo de 2026.")).ToBeVisibleAsync();
        await Expect(pagina.GetByText("Desde tu programa"))
            .ToHaveAttributeAsync("href", "/programar?consulta=%2Fv1%2Fpartes%2Fywask2ywl7ecp%3Fpublicacion%3D2026-05");
    }

    [Test]
    public async Task Solo_lo_que_tiene_ayuda_lleva_a_ella()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await pagina.RouteAsync(
            "**/v1/contratos/A25T0000155",
            async ruta =>
            {
                var respuesta = await ruta.FetchAsync();
                var cuerpo = System.Text.Json.Nodes.JsonNode.Parse(await respuesta.TextAsync())!;
                cuerpo["datos"]![0]!["inconsistencias"] = System.Text.Json.Nodes.JsonNode.Parse(
                    """
                    [{"codigo":"OTRA","texto":"Una nueva.","declarados":null,"relacionadas":[]},
                     {"codigo":"FECHA_INICIO","texto":"La fecha.","declarados":null,"relacionadas":[]}]
                    """
                );
                await ruta.FulfillAsync(new() { Response = respuesta, Body = cuerpo.ToJsonString() });
            }
        );
        await ventana.IrAsync("/contrato?folio=A25T0000155");
        await Expect(pagina.Locator(".tarjeta li")).ToHaveTextAsync(["Una nueva.", "La fecha. ¿Cómo solventar?"]);
        var ayuda = pagina.Locator(".tarjeta li a");
        await ayuda.ClickAsync();
        await Expect(pagina.Locator("li:target")).ToBeVisibleAsync();
    }
}
