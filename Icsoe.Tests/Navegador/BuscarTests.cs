using System.Text.RegularExpressions;
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
        await Expect(pagina).ToHaveTitleAsync("Ejemplo · servicios: 30 contratos · Listados ICSOE");

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
    public async Task El_enlace_que_se_copia_siempre_da_lo_mismo()
    {
        await using var ventana = await Chromium.VentanaAsync(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/buscar?q=servicios&ver=informativas&utm_source=x");
        await Expect(pagina.Locator("#cuantos")).ToHaveTextAsync("8 informativas");
        await pagina.Locator("#copiar").ClickAsync();
        await Expect(pagina.Locator("#copiado")).ToHaveTextAsync("Copiado.");

        var enlace = await pagina.EvaluateAsync<string>("navigator.clipboard.readText()");

        Assert.That(enlace, Is.EqualTo($"{Chromium.Raiz}/buscar?q=servicios&ver=informativas&publicacion=2026-06"));
        await ventana.IrAsync(enlace);
        await Expect(pagina.Locator("#cuantos")).ToHaveTextAsync("8 informativas");
        await Expect(pagina.GetByText("Así estaba en la publicación de junio de 2026.")).ToBeVisibleAsync();
    }

    [TestCase("xlsx", "Excel", "")]
    [TestCase("csv", "CSV", "&para=excel")]
    [TestCase("ndjson", "NDJSON", "")]
    public async Task Lo_que_se_descarga_es_lo_que_se_buscó(string formato, string enlace, string ademas)
    {
        await using var ventana = await Chromium.VentanaAsync();
        await ventana.IrAsync("/buscar?q=servicios&lista=publico");
        await Expect(ventana.Pagina.Locator("#cuantos")).ToHaveTextAsync("28 contratos");

        var (nombre, bytes) = await ventana.DescargarAsync(ventana.Pagina.Locator("#descargas").GetByText(enlace, new() { Exact = true }));

        using var cliente = new HttpClient { BaseAddress = new(Chromium.Raiz) };
        var esperado = await cliente.GetByteArrayAsync($"/v1/exportaciones/contratos.{formato}?q=servicios&lista=publico{ademas}");
        Assert.That(nombre, Does.EndWith($".{formato}"));
        Assert.That(Chromium.Sha256(bytes), Is.EqualTo(Chromium.Sha256(esperado)));
        // Nor is it empty: a heading, and an end of line after the last.
        if (formato == "csv")
            Assert.That(System.Text.Encoding.UTF8.GetString(bytes).Split("\r\n"), Has.Length.EqualTo(28 + 2));
    }

    [Test]
    public async Task Un_folio_escrito_en_la_caja_da_su_contrato()
    {
        await using var ventana = await Chromium.VentanaAsync();
        await ventana.IrAsync("/buscar");
        await ventana.Pagina.Locator("#q").FillAsync(" A25T0000155 ");
        await ventana.Pagina.Keyboard.PressAsync("Enter");
        await Expect(ventana.Pagina.Locator("#cuantos")).ToHaveTextAsync("1 contrato");
        await Expect(ventana.Pagina.Locator(".fila h3 a")).ToHaveAttributeAsync("href", "/contrato?folio=A25T0000155");
    }

    [Test]
    public async Task Quien_presento_que_no_tuvo_contratos_se_encuentra_aunque_haya_un_orden()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/buscar?contratista=grupo%2033&orden=-personas_trabajadoras&tipo_informativa=normal");
        await Expect(pagina.Locator("#cuantos")).ToHaveTextAsync("Ningún contrato");
        await Expect(pagina.Locator("#avisos")).ToHaveTextAsync("Hay 1 informativa sin contratos que sí nombra a quien buscas. Verlas");

        await pagina.GetByRole(AriaRole.Link, new() { Name = "Verlas" }).ClickAsync();

        await Expect(pagina.Locator("#cuantos")).ToHaveTextAsync("1 informativa");
        await Expect(pagina.Locator(".fila")).ToContainTextAsync("sin contratos");
        await pagina.Locator("#q").FillAsync("zzzzqqqq");
        await pagina.Keyboard.PressAsync("Enter");
        await Expect(pagina.Locator("#cuantos")).ToHaveTextAsync("Ninguna informativa");
    }

    [Test]
    public async Task Lo_que_no_se_escribe_asi_se_busca_tambien_parecido()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/buscar?q=zzzzqqqq");
        await Expect(pagina.Locator("#avisos")).ToContainTextAsync("No hay resultados con esa ortografía.");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Buscar también lo que se parezca" }).PressAsync("Enter");
        await Expect(pagina).ToHaveURLAsync($"{Chromium.Raiz}/buscar?q=zzzzqqqq&aproximar=si");
        await Expect(pagina.Locator("#avisos")).ToBeEmptyAsync();
        await Expect(pagina.Locator("#cuantos")).ToBeFocusedAsync();

        await ventana.IrAsync("/buscar?q=jardinreia&aproximar=si");
        await Expect(pagina.Locator(".fila").First).ToContainTextAsync("Parecido");
    }

    [TestCase("publicacion=2026-1", "una publicación se escribe año y mes", "Publicación: 2026-1")]
    [TestCase("publicacion=2026-13", "Una publicación se escribe año y mes, como 2026-06", "Publicación: 2026-13")]
    [TestCase("periodo=abc", "Un periodo se escribe año y cuatrimestre, como 2026-1", "abc")]
    [TestCase("periodo=2026-9", "Hay periodos de 2021-1 a 2026-3", "2026-9")]
    public async Task Lo_que_no_se_entiende_se_dice_y_se_puede_quitar(string consulta, string dice, string ficha)
    {
        await using var ventana = await Chromium.VentanaAsync();
        await ventana.IrAsync($"/buscar?{consulta}");
        await Expect(ventana.Pagina.Locator("#cuantos")).ToHaveTextAsync("No se pudo buscar");
        await Expect(ventana.Pagina.GetByRole(AriaRole.Alert)).ToContainTextAsync(dice);
        await ventana.Pagina.GetByRole(AriaRole.Button, new() { Name = $"Quitar {ficha}", Exact = true }).ClickAsync();
        await Expect(ventana.Pagina.Locator("#cuantos")).ToHaveTextAsync("196 contratos");
    }

    [GeneratedRegex("^[1-9]\\d* contratos$", RegexOptions.None, 1000)]
    private static partial Regex ConResultados();
}
