using System.Text.RegularExpressions;
using Icsoe.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icsoe.Tests.Navegador;

/// <summary>Search, and what it leads to.</summary>
[TestFixture, Parallelizable, Category("Externo")]
internal sealed partial class BuscarTests
{
    [Test]
    public async Task Una_sugerencia_lleva_con_el_teclado_a_la_pagina_del_nombre()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/buscar");
        var caja = pagina.GetByRole(AriaRole.Combobox, new() { Name = "Contratista, cliente, servicio o folio" });
        await caja.PressSequentiallyAsync("serv baj");
        var opcion = pagina.GetByRole(AriaRole.Option, new() { Name = "SERVICIOS EJEMPLO DEL BAJÍO" }).First;
        await Expect(opcion.Locator("mark")).ToHaveTextAsync(["SERV", "BAJ"]);
        await Expect(caja).ToHaveAttributeAsync("aria-expanded", "true");
        await pagina.Keyboard.PressAsync("ArrowDown");
        await Expect(opcion).ToHaveAttributeAsync("aria-selected", "true");
        await pagina.Keyboard.PressAsync("Enter");

        await Expect(pagina.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.");
        await Expect(pagina.GetByText("Un nombre no identifica a nadie").First).ToBeVisibleAsync();
        await Expect(pagina.GetByRole(AriaRole.Table, new() { Name = "A quién presta servicios" })).ToContainTextAsync("COMERCIAL EJEMPLO");
        await Expect(pagina.Locator("section .fila h3 a")).Not.ToHaveCountAsync(0);
    }

    [Test]
    public async Task Todo_el_estado_esta_en_la_direccion_y_atras_funciona()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/");
        await pagina.GetByRole(AriaRole.Searchbox).FillAsync("servicios");
        await pagina.Keyboard.PressAsync("Enter");
        var cuantos = pagina.Locator("#cuantos");
        await Expect(cuantos).ToHaveTextAsync("30 contratos");
        await Expect(pagina).ToHaveURLAsync($"{Chromium.Raiz}/buscar?q=servicios");

        await pagina.GetByRole(AriaRole.Checkbox, new() { Name = "Con Información Inconsistente" }).CheckAsync();
        await Expect(cuantos).ToHaveTextAsync("2 contratos");
        await Expect(pagina).ToHaveURLAsync($"{Chromium.Raiz}/buscar?q=servicios&lista=inconsistente");
        await pagina.GetByLabel("Orden").SelectOptionAsync("-fecha_inicio");
        await Expect(pagina).ToHaveURLAsync($"{Chromium.Raiz}/buscar?q=servicios&lista=inconsistente&orden=-fecha_inicio");
        // Whoever gets the address sees the same.
        await pagina.ReloadAsync();
        await Expect(cuantos).ToHaveTextAsync("2 contratos");
        await Expect(pagina.GetByRole(AriaRole.Checkbox, new() { Name = "Con Información Inconsistente" })).ToBeCheckedAsync();

        await pagina.GoBackAsync();
        await pagina.GoBackAsync();
        await Expect(cuantos).ToHaveTextAsync("30 contratos");
        await Expect(pagina.GetByRole(AriaRole.Combobox, new() { Name = "Contratista" })).ToHaveValueAsync("servicios");
    }

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
    public async Task Una_falta_de_ortografia_se_corrige_con_un_clic()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/buscar?q=jardinreia");
        await Expect(pagina.Locator("#cuantos")).ToHaveTextAsync("Ningún contrato");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "jardinería" }).ClickAsync();
        await Expect(pagina.Locator("#cuantos")).ToHaveTextAsync(ConResultados());
        Assert.That(new Uri(pagina.Url).Query, Is.EqualTo("?q=jardiner%C3%ADa"));
    }

    [Test]
    public async Task Lo_que_se_descarga_es_lo_que_se_buscó()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/buscar?q=servicios&lista=publico");
        await Expect(pagina.Locator("#cuantos")).ToHaveTextAsync("28 contratos");

        var (nombre, bytes) = await ventana.DescargarAsync(pagina.Locator("#descargas").GetByText("CSV", new() { Exact = true }));

        using var cliente = new HttpClient { BaseAddress = new(Chromium.Raiz) };
        var esperado = await cliente.GetByteArrayAsync("/v1/exportaciones/contratos.csv?q=servicios&lista=publico");
        Assert.That(nombre, Does.EndWith(".csv"));
        Assert.That(Chromium.Sha256(bytes), Is.EqualTo(Chromium.Sha256(esperado)));
        Assert.That(System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n"), Has.Length.EqualTo(28 + 2));
    }

    [Test]
    public async Task El_enlace_que_se_copia_siempre_da_lo_mismo()
    {
        await using var ventana = await Chromium.VentanaAsync(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/buscar?q=servicios&ver=informativas");
        await Expect(pagina.Locator("#cuantos")).ToHaveTextAsync("8 informativas");
        await pagina.Locator("#copiar").ClickAsync();
        await Expect(pagina.Locator("#copiado")).ToHaveTextAsync("Copiado.");

        var enlace = await pagina.EvaluateAsync<string>("navigator.clipboard.readText()");

        Assert.That(enlace, Is.EqualTo($"{Chromium.Raiz}/buscar?q=servicios&ver=informativas&publicacion=2026-06"));
        await ventana.IrAsync(enlace);
        await Expect(pagina.Locator("#cuantos")).ToHaveTextAsync("8 informativas");
        await Expect(pagina.GetByText("Así estaba en la publicación de junio de 2026.")).ToBeVisibleAsync();
    }

    [Test]
    public async Task Un_contrato_cuenta_su_historia_y_el_que_ya_no_esta_lo_dice()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/buscar?folio_contrato=A25T0000155");
        await pagina.Locator(".fila h3 a").ClickAsync();
        await Expect(pagina.Locator(".historia h3"))
            .ToHaveTextAsync(["Aparece en el Listado con Información Inconsistente", "Pasa al Listado Público"]);
        await Expect(pagina.Locator(".historia")).ToContainTextAsync("Estuvo 28 días con información inconsistente.");

        using var cliente = new HttpClient { BaseAddress = new(Chromium.Raiz) };
        var cambios = await cliente.Json("/v1/publicaciones/ultima/cambios?cambio=desaparece&entidad=contrato&limite=1");
        var folio = (string?)cambios["datos"]![0]!["antes"]!["folio"];
        await ventana.IrAsync($"/contrato?folio={folio}");
        await Expect(pagina.GetByText("Ya no aparece desde la publicación de junio de 2026.")).ToBeVisibleAsync();
        await Expect(pagina.Locator(".historia h3").Last).ToContainTextAsync("Ya no aparece");
    }

    [TestCase("/contrato?folio=NADA", "El folio «NADA» no está en la publicación 2026-06.")]
    [TestCase("/nombre?clave=aaaaaaaaaaaaa", "La clave «aaaaaaaaaaaaa» no está")]
    [TestCase("/buscar?periodo=2026-9", "Hay periodos de 2021-1 a 2026-3")]
    public async Task Lo_que_no_se_encuentra_se_explica(string ruta, string dice)
    {
        await using var ventana = await Chromium.VentanaAsync();
        await ventana.IrAsync(ruta);
        await Expect(ventana.Pagina.GetByRole(AriaRole.Alert)).ToContainTextAsync(dice);
    }

    [GeneratedRegex("^[1-9]\\d* contratos$", RegexOptions.None, 1000)]
    private static partial Regex ConResultados();
}
