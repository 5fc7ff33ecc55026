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
        var quitar = pagina.Locator("#presentadas").GetByRole(AriaRole.Button);
        await Expect(quitar).ToHaveCountAsync(2);
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Quitar la informativa 2" }).ClickAsync();
        await Expect(quitar).ToHaveCountAsync(0);
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
        await Expect(alerta).ToContainTextAsync("truncado o dañado: le falta el directorio del zip");
        await elegir.SetInputFilesAsync(new FilePayload { Name = "mías.pdf", Buffer = "%PDF"u8.ToArray() });
        await Expect(alerta).ToContainTextAsync("Elige un archivo CSV, Excel o NDJSON.");
        await elegir.SetInputFilesAsync(new FilePayload { Name = "enorme.csv", Buffer = new byte[(16 << 20) + 1] });
        await Expect(alerta).ToContainTextAsync("Pesa más de 16 MB.");
        await ventana.Pagina.RouteAsync("**/v1/validaciones", ruta => ruta.AbortAsync());
        await elegir.SetInputFilesAsync(new FilePayload { Name = "mías.csv", Buffer = "a"u8.ToArray() });
        await Expect(alerta).ToContainTextAsync("No se pudo llegar al servidor. Revisa tu conexión");
    }

    [Test]
    public async Task Un_archivo_se_suelta_y_lo_que_cae_al_lado_no_se_lleva_la_pagina()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/valida");
        var plantilla = await (await pagina.APIRequest.GetAsync("/v1/validaciones/plantilla.csv")).TextAsync();
        // Whether the browser would go on and open what was dropped.
        const string Soltar = """
            ([donde, texto, nombres]) => {
              const carga = new DataTransfer();
              for (const nombre of nombres) carga.items.add(new File([texto], nombre));
              return ["dragover", "drop"].map((suceso) =>
                document.querySelector(donde).dispatchEvent(new DragEvent(suceso, { dataTransfer: carga, bubbles: true, cancelable: true })));
            }
            """;
        Assert.That(await pagina.EvaluateAsync<bool[]>(Soltar, new object[] { "h1", plantilla, new[] { "al lado.csv" } }), Is.All.False);
        var revisado = pagina.Locator("#revisado");
        await Expect(revisado).ToBeEmptyAsync();

        Assert.That(
            await pagina.EvaluateAsync<bool[]>(Soltar, new object[] { "#soltar", plantilla, new[] { "primera.csv", "segunda.csv" } }),
            Is.All.False
        );
        await Expect(revisado.Locator("h3").First).ToHaveTextAsync("Sin inconsistencias");
        await Expect(revisado).ToContainTextAsync("Soltaste 2 archivos: sólo se revisó el primero, primera.csv.");
        await Expect(pagina.GetByRole(AriaRole.Status)).ToHaveTextAsync("primera.csv: Sin inconsistencias.");
    }

    [Test]
    public async Task Manda_lo_ultimo_que_se_pregunto_aunque_se_responda_antes()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/valida");
        var sigue = new TaskCompletionSource();
        var veces = 0;
        await pagina.RouteAsync(
            "**/v1/{consultas-masivas,validaciones}*",
            async ruta =>
            {
                if (++veces % 2 == 1)
                    await sigue.Task;
                await ruta.ContinueAsync();
            }
        );
        var nombres = pagina.GetByLabel("Nombres de tus proveedores");
        var consultar = pagina.GetByRole(AriaRole.Button, new() { Name = "Consultar", Exact = true });
        await nombres.FillAsync("ELEVADORES DE MUESTRA\nOTRO");
        await consultar.ClickAsync();
        await nombres.FillAsync("ELEVADORES DE MUESTRA");
        await consultar.ClickAsync();
        await Expect(pagina.Locator("#consultados h3")).ToHaveTextAsync("1 proveedor");

        var elegir = pagina.Locator("#informativas");
        await elegir.SetInputFilesAsync(new FilePayload { Name = "rota.xlsx", Buffer = "PK"u8.ToArray() });
        await pagina.WaitForFunctionAsync("() => document.querySelector('#revisado').textContent.includes('rota')");
        var plantilla = await (await pagina.APIRequest.GetAsync("/v1/validaciones/plantilla.csv")).BodyAsync();
        await elegir.SetInputFilesAsync(new FilePayload { Name = "mías.csv", Buffer = plantilla });
        await Expect(pagina.Locator("#revisado h3").First).ToHaveTextAsync("Sin inconsistencias");

        // Those held are all that is left to come.
        var tardias = new[] { "/v1/consultas-masivas", "/v1/validaciones" }
            .Select(ruta => pagina.WaitForResponseAsync(respuesta => respuesta.Url.Contains(ruta, StringComparison.Ordinal)))
            .ToArray();
        sigue.SetResult();
        foreach (var tardia in await Task.WhenAll(tardias))
            await tardia.FinishedAsync();
        await pagina.EvaluateAsync("() => new Promise(requestAnimationFrame)");
        await Expect(pagina.Locator("#consultados h3")).ToHaveTextAsync("1 proveedor");
        await Expect(pagina.Locator("#revisado h3").First).ToHaveTextAsync("Sin inconsistencias");
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
        var cliente = "COMERCIAL EJEMPLO, S.A. DE C.V.";
        var cuerpo = new
        {
            consultas = new[] { "Servicios Ejemplo del Bajio SA de CV", "NADIE QUE SE LLAME ASÍ, S.A.", "<b>otro</b>" }.Select(uno => new
            {
                nombre = uno,
                contratante = cliente,
                rol = "contratista",
            }),
        };
        var directa = await pagina.APIRequest.PostAsync("/v1/consultas-masivas?formato=csv", new() { DataObject = cuerpo });
        Assert.That(Chromium.Sha256(csv), Is.EqualTo(Chromium.Sha256(await directa.BodyAsync())));
        Assert.That(Encoding.UTF8.GetString(csv), Does.Contain("ywask2ywl7ecp"));

        await pagina
            .Locator("#lista")
            .SetInputFilesAsync(
                new FilePayload { Name = "lista.csv", Buffer = Encoding.UTF8.GetBytes("Proveedor\r\nELEVADORES DE MUESTRA\r\n") }
            );
        await Expect(consultados.Locator("h3")).ToHaveTextAsync("1 proveedor");
        await Expect(filas.Nth(0).GetByRole(AriaRole.Rowheader)).ToHaveTextAsync("ELEVADORES DE MUESTRA");
        await Expect(filas.Nth(0).GetByRole(AriaRole.Cell).Last).ToHaveTextAsync("No se sabe");
        // Who asks is in no address, which others write down on its way.
        Assert.That(
            ventana.Respuestas.Select(respuesta => respuesta.Url).Where(url => url.Contains("EJEMPLO", StringComparison.OrdinalIgnoreCase)),
            Is.Empty
        );
    }

    [Test]
    public async Task Una_lista_con_la_columna_del_cliente_dice_si_el_contrato_es_contigo()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        await ventana.IrAsync("/valida");
        await pagina
            .Locator("#lista")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "proveedores.csv",
                    Buffer = Encoding.UTF8.GetBytes(
                        "proveedor,cliente\nServicios Ejemplo del Bajio SA de CV,\"COMERCIAL EJEMPLO, S.A. DE C.V.\"\nELEVADORES DE MUESTRA,\n"
                    ),
                }
            );
        var consultados = pagina.Locator("#consultados");
        await Expect(consultados.Locator("[data-columna='¿Contigo?']")).ToHaveTextAsync(["Sí", "—"]);
        var nota = consultados.GetByText("No se sabe cuál eres: escribe tu nombre como aparece en los listados.");
        await Expect(nota).ToHaveCountAsync(0);

        await pagina.GetByLabel("Nombres de tus proveedores").FillAsync("Servicios Ejemplo del Bajio SA de CV");
        await pagina.GetByLabel("Tu nombre o el de tu empresa (opcional)").FillAsync("COMERCIAL EJEMPLO");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Consultar", Exact = true }).ClickAsync();
        await Expect(nota).ToBeVisibleAsync();

        var nombres = pagina.GetByLabel("Nombres de tus proveedores");
        await nombres.FillAsync(" ");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Consultar", Exact = true }).ClickAsync();
        await Expect(consultados.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Escribe al menos un nombre.");
        await Expect(nombres).ToBeFocusedAsync();
        await Expect(nombres).ToHaveAttributeAsync("aria-invalid", "true");

        // A list has nothing to do with the names that were not written.
        await pagina
            .Locator("#lista")
            .SetInputFilesAsync(new FilePayload { Name = "lista.csv", Buffer = "Proveedor\nELEVADORES DE MUESTRA\n"u8.ToArray() });
        await Expect(consultados.Locator("h3")).ToHaveTextAsync("1 proveedor");
        await Expect(nombres).ToHaveAttributeAsync("aria-invalid", "false");
    }
}
