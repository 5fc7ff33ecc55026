using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icsoe.Tests.Navegador;

/// <summary>The tools for whoever files and whoever hires.</summary>
[TestFixture, Parallelizable, Category("Externo")]
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

    [Test]
    public async Task Un_archivo_se_revisa_celda_por_celda()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/valida");
        var (nombre, plantilla) = await ventana.DescargarAsync(
            pagina.Locator("#revisar").GetByRole(AriaRole.Link, new() { Name = "CSV", Exact = true })
        );
        Assert.That(nombre, Does.EndWith(".csv"));
        var elegir = pagina.Locator("#informativas");
        var revisado = pagina.Locator("#revisado");

        await elegir.SetInputFilesAsync(new FilePayload { Name = "mías.csv", Buffer = plantilla });
        await Expect(revisado.Locator("h3").First).ToHaveTextAsync("Sin inconsistencias");

        var sinPersonas = Encoding.UTF8.GetString(plantilla).Replace("2026-12-31,12\r\n", "2026-12-31,0\r\n", StringComparison.Ordinal);
        await elegir.SetInputFilesAsync(new FilePayload { Name = "mías.csv", Buffer = Encoding.UTF8.GetBytes(sinPersonas) });
        await Expect(revisado.Locator("h3").First).ToHaveTextAsync("1 informativa con inconsistencias");
        var hallazgo = revisado.GetByRole(AriaRole.Row).Filter(new() { HasText = "Sin trabajadores." });
        await Expect(hallazgo).ToContainTextAsync("fila 2, columna «personas_trabajadoras»");
        await Expect(hallazgo).ToContainTextAsync("Si eres contratista presenta una informativa complementaria de tipo \"Corrección\"");
        var (_, csv) = await ventana.DescargarAsync(revisado.GetByText("Descargar los hallazgos en CSV"));
        Assert.That(
            Encoding.UTF8.GetString(csv),
            Does.Contain("\r\nN262253432,SIN_TRABAJADORES,\"fila 2, columna «personas_trabajadoras»\",0,")
        );
    }

    [Test]
    public async Task Un_archivo_que_no_debe_viajar_o_que_no_se_lee_se_rechaza_con_palabras()
    {
        await using var ventana = await Chromium.VentanaAsync();
        await ventana.IrAsync("/valida");
        var elegir = ventana.Pagina.Locator("#informativas");
        var alerta = ventana.Pagina.Locator("#revisado [role=alert]");
        await elegir.SetInputFilesAsync(
            new FilePayload { Name = "personas.csv", Buffer = "NSS,CURP,SBC\n12345678903,XEXX010101HNEXXXA4,300.00\n"u8.ToArray() }
        );
        await Expect(alerta).ToContainTextAsync("personas trabajadoras");
        await Expect(alerta).Not.ToContainTextAsync("12345678903");
        await elegir.SetInputFilesAsync(new FilePayload { Name = "roto.xlsx", Buffer = "PK"u8.ToArray() });
        await Expect(alerta).Not.ToContainTextAsync("personas trabajadoras");
    }

    [Test]
    public async Task Una_lista_de_proveedores_se_consulta_y_se_descarga()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/valida");
        await pagina
            .GetByLabel("Nombres de tus proveedores")
            .FillAsync("Servicios Ejemplo del Bajio SA de CV\n\nNADIE QUE SE LLAME ASÍ, S.A.\n<b>otro</b>");
        await pagina.GetByLabel("Tu nombre o el de tu empresa (opcional)").FillAsync("COMERCIAL EJEMPLO, S.A. DE C.V.");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Consultar", Exact = true }).ClickAsync();

        var consultados = pagina.Locator("#consultados");
        await Expect(consultados.Locator("h3")).ToHaveTextAsync("3 proveedores");
        await Expect(consultados).ToContainTextAsync("Un nombre no identifica a nadie");
        var filas = consultados.Locator("tbody tr");
        await Expect(filas.Nth(0)).ToContainTextAsync("En el Listado Público");
        await Expect(filas.Nth(0).GetByRole(AriaRole.Link, new() { Name = "SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V." }))
            .ToBeVisibleAsync();
        await Expect(filas.Nth(0).GetByRole(AriaRole.Cell).Last).ToHaveTextAsync("Sí");
        await Expect(filas.Nth(1)).ToContainTextAsync("No está");
        await Expect(filas.Nth(2).GetByRole(AriaRole.Rowheader)).ToHaveTextAsync("<b>otro</b>");

        var (nombre, csv) = await ventana.DescargarAsync(consultados.GetByRole(AriaRole.Button, new() { Name = "Descargar en CSV" }));
        Assert.That(nombre, Is.EqualTo("proveedores.csv"));
        Assert.That(Encoding.UTF8.GetString(csv), Does.Contain("ywask2ywl7ecp").And.Contain("NADIE QUE SE LLAME ASÍ"));

        await pagina
            .Locator("#lista")
            .SetInputFilesAsync(
                new FilePayload { Name = "lista.csv", Buffer = Encoding.UTF8.GetBytes("Proveedor\r\nELEVADORES DE MUESTRA\r\n") }
            );
        await Expect(consultados.Locator("h3")).ToHaveTextAsync("1 proveedor");
        await Expect(filas.Nth(0).GetByRole(AriaRole.Rowheader)).ToHaveTextAsync("ELEVADORES DE MUESTRA");
    }
}
