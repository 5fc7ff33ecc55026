using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icsoe.Tests.Navegador;

/// <summary>The query on screen in other people's languages, and what is answered to it.</summary>
[TestFixture, Parallelizable, Category("Externo")]
internal sealed class ProgramarTests
{
    [TestCase("/v1", "console.log(cuerpo.datos ?? cuerpo);", "print(json.load(respuesta))", "fromJSON(", "Json.Document(")]
    [TestCase("/v1/contratos?q=[x]{y}", "%5Bx%5D%7By%7D", "exportaciones/contratos.csv?q=%5Bx", "read.csv(", "Table.PromoteHeaders(")]
    [TestCase("/v1/exportaciones/contratos.csv", "writeFile(\"contratos.csv\"", "pd.read_csv(", "read.csv(", "Csv.Document(")]
    [TestCase(
        "/v1/exportaciones/informativas.ndjson?lista=publico",
        "writeFile(\"informativas.ndjson\"",
        "urlretrieve(",
        "download.file(",
        "Lines.FromBinary("
    )]
    [TestCase("/v1/archivos/LPT2025.xlsx", "writeFile(\"LPT2025.xlsx\"", "urlretrieve(", "mode = \"wb\")", "Excel.Workbook(")]
    public async Task Cada_lenguaje_lee_lo_que_de_verdad_se_responde(
        string consulta,
        string enJavaScript,
        string enPython,
        string enR,
        string enExcel
    )
    {
        await using var ventana = await Chromium.VentanaAsync();
        await ventana.IrAsync($"/programar?consulta={Uri.EscapeDataString(consulta)}");
        foreach (var (lenguaje, dice) in new[] { ("JavaScript", enJavaScript), ("Python", enPython), ("R", enR), ("Excel", enExcel) })
        {
            await ventana.Pagina.GetByRole(AriaRole.Tab, new() { Name = lenguaje, Exact = true }).ClickAsync();
            await Expect(ventana.Pagina.Locator("#codigo")).ToContainTextAsync(dice);
        }
    }

    [TestCase("contratos?q=x")]
    [TestCase("/v1x")]
    [TestCase("https://otro.example/v1/contratos")]
    public async Task Lo_que_no_es_de_esta_API_se_dice_y_no_se_borra(string escrito)
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/programar?consulta=/v1/partes");
        var caja = pagina.GetByLabel("Consulta");
        var codigo = pagina.Locator("#codigo");
        await caja.FillAsync(escrito);
        foreach (var boton in new[] { "Usar", "Probar aquí" })
        {
            await pagina.GetByRole(AriaRole.Button, new() { Name = boton }).ClickAsync();
            await Expect(pagina.Locator("#dicho")).ToHaveTextAsync("La dirección debe empezar por /v1/. El código es el de /v1/partes.");
            await Expect(caja).ToHaveValueAsync(escrito);
            await Expect(caja).ToHaveAttributeAsync("aria-invalid", "true");
        }
        await Expect(codigo).ToHaveTextAsync($"curl -s '{Chromium.Raiz}/v1/partes'");
        await pagina.GetByRole(AriaRole.Tab, new() { Name = "Python" }).ClickAsync();
        await Expect(caja).ToHaveValueAsync(escrito);
    }

    [Test]
    public async Task Se_prueba_lo_que_esta_escrito_y_de_lo_grande_el_principio()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/programar");
        var caja = pagina.GetByLabel("Consulta");
        var (dicho, respuesta) = (pagina.Locator("#dicho"), pagina.Locator("#respuesta"));
        var probar = pagina.GetByRole(AriaRole.Button, new() { Name = "Probar aquí" });

        await caja.FillAsync("/v1/informativas?limite=1");
        await probar.ClickAsync();
        await Expect(dicho).ToHaveTextAsync("Respondió 200.");
        await Expect(respuesta).ToContainTextAsync("\"fecha_presentacion\": ");
        await Expect(pagina.Locator("#codigo")).ToHaveTextAsync($"curl -s '{Chromium.Raiz}/v1/informativas?limite=1'");
        await Expect(pagina).ToHaveURLAsync($"{Chromium.Raiz}/programar?consulta=%2Fv1%2Finformativas%3Flimite%3D1");

        await caja.FillAsync("/v1/archivos/LPT2025.xlsx");
        await probar.ClickAsync();
        await Expect(dicho).ToHaveTextAsync("Respondió 200 con un archivo: descargarlo.");
        await Expect(respuesta).ToBeHiddenAsync();

        await caja.FillAsync("/v1/exportaciones/contratos.csv");
        await probar.ClickAsync();
        await Expect(dicho).ToHaveTextAsync("Respondió 200. Se muestra el principio.");
        Assert.That(
            await respuesta.InnerTextAsync(),
            Does.StartWith("contratista,tipo_persona_contratista,").And.Length.LessThanOrEqualTo(20_000)
        );

        await pagina.RouteAsync("**/v1/**", ruta => ruta.AbortAsync());
        await probar.ClickAsync();
        await Expect(dicho).ToHaveTextAsync("No se pudo llegar al servidor. Revisa tu conexión e intenta de nuevo.");
        await Expect(respuesta).ToBeHiddenAsync();
    }
}
