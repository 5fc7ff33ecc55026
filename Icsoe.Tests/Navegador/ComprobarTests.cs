using System.Text;
using Icsoe.Domain.Muestra;
using Icsoe.Tests.Api;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Icsoe.Tests.Navegador;

/// <summary>The check of a downloaded file: what proves it authentic, and what proves nothing against it.</summary>
[TestFixture, Parallelizable, Category("Externo")]
internal sealed class ComprobarTests
{
    [Test]
    public async Task Un_archivo_se_reconoce_por_su_SHA_256_y_uno_alterado_no()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var bytes = await Descargar(ventana.Pagina, "/v1/publicaciones/2026-05.2/archivos/LPT2025.xlsx");
        var (elegir, resultado) = await Abrir(ventana);

        await Elegir(elegir, "LPT2025.xlsx", bytes);
        await Expect(resultado).ToContainTextAsync("Auténtico");
        await Expect(resultado)
            .ToContainTextAsync("Es LPT2025.xlsx, de la publicación de mayo de 2026 (2.ª); la cambió la de junio de 2026.");
        await Elegir(elegir, "lo que bajé.xlsx", bytes);
        await Expect(resultado)
            .ToContainTextAsync("Tiene el mismo contenido que LPT2025.xlsx, de la publicación de mayo de 2026 (2.ª); la cambió");

        bytes[^1] ^= 1;
        await Elegir(elegir, "lo que bajé.xlsx", bytes);
        await Expect(resultado).ToContainTextAsync("No coincide");
        await Expect(resultado).ToContainTextAsync(Chromium.Sha256(bytes));
        await Elegir(elegir, "vacío.csv", []);
        await Expect(resultado).ToHaveTextAsync("Está vacío«vacío.csv» no tiene nada, y no prueba nada.");
    }

    [Test]
    public async Task Cuando_el_servidor_falla_no_se_dice_que_un_archivo_es_falso()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        var bytes = await Descargar(pagina, "/v1/archivos/LPT2025.xlsx");
        var (elegir, resultado) = await Abrir(ventana);
        (RouteFulfillOptions? Respuesta, string Dice)[] fallas =
        [
            (new() { Status = 503, Body = "<h1>503</h1>" }, "Intenta de nuevo en un momento."),
            (null, "No se pudo llegar al servidor. Revisa tu conexión e intenta de nuevo."),
            (new() { Status = 404, Body = "<h1>404</h1>" }, "Intenta de nuevo en un momento."),
            (
                new()
                {
                    Status = 429,
                    Body = "",
                    Headers = new Dictionary<string, string> { ["Retry-After"] = "7" },
                },
                "Hay muchas consultas a la vez; intenta de nuevo en 7 segundos."
            ),
            // What whoever lends the connection answers to everything.
            (
                new()
                {
                    Status = 200,
                    Body = "<h1>Acepta las condiciones</h1>",
                    ContentType = "text/html",
                },
                "Intenta de nuevo en un momento."
            ),
        ];
        foreach (var (respuesta, dice) in fallas)
        {
            await pagina.RouteAsync(
                "**/v1/archivos/sha256/*",
                ruta => respuesta is null ? ruta.AbortAsync() : ruta.FulfillAsync(respuesta)
            );
            await Elegir(elegir, "LPT2025.xlsx", bytes);
            await Expect(resultado).ToHaveTextAsync($"No se pudo comprobar. {dice}");
            await pagina.UnrouteAsync("**/v1/archivos/sha256/*");
        }

        // Which publication it is of is only an extra.
        await pagina.RouteAsync("**/v1/publicaciones", ruta => ruta.FulfillAsync(new() { Status = 429 }));
        await Elegir(elegir, "LPT2025.xlsx", bytes);
        await Expect(resultado).ToContainTextAsync("AuténticoEs LPT2025.xlsx.");
    }

    [Test]
    public async Task Sin_su_programa_tampoco_se_queda_calculando()
    {
        await using var ventana = await Chromium.VentanaAsync();
        await ventana.Pagina.RouteAsync("**/comprobar.js", ruta => ruta.AbortAsync());
        var (elegir, resultado) = await Abrir(ventana);
        await Elegir(elegir, "LPT2025.xlsx", "x"u8.ToArray());
        await Expect(resultado).ToHaveTextAsync("No se pudo comprobar. Revisa tu conexión e intenta de nuevo.");
    }

    [Test]
    public async Task Manda_el_ultimo_archivo_que_se_eligio_aunque_se_responda_antes()
    {
        await using var ventana = await Chromium.VentanaAsync();
        var pagina = ventana.Pagina;
        var bytes = await Descargar(pagina, "/v1/archivos/LPT2025.xlsx");
        var lento = Encoding.UTF8.GetBytes("lento");
        var (elegir, resultado) = await Abrir(ventana);
        var (llego, sigue) = (new TaskCompletionSource(), new TaskCompletionSource());
        await pagina.RouteAsync(
            $"**/v1/archivos/sha256/{Chromium.Sha256(lento).ToLowerInvariant()}",
            async ruta =>
            {
                llego.TrySetResult();
                await sigue.Task;
                await ruta.FulfillAsync(
                    new() { Headers = new Dictionary<string, string> { ["ETag"] = $"\"{Chromium.Sha256(lento).ToLowerInvariant()}\"" } }
                );
            }
        );
        await Elegir(elegir, "lento.xlsx", lento);
        await llego.Task;
        await Elegir(elegir, "LPT2025.xlsx", bytes);
        await Expect(resultado).ToContainTextAsync("Es LPT2025.xlsx");
        var tarde = pagina.WaitForResponseAsync(respuesta =>
            respuesta.Url.EndsWith(Chromium.Sha256(lento), StringComparison.OrdinalIgnoreCase)
        );
        sigue.SetResult();
        await tarde;
        await pagina.EvaluateAsync("() => new Promise(requestAnimationFrame)");
        Assert.That(await resultado.InnerTextAsync(), Does.Contain("Es LPT2025.xlsx"));
    }

    [Test]
    public async Task El_original_que_no_se_entrega_se_reconoce_igual()
    {
        var carpeta = Path.Combine(Path.GetTempPath(), $"icsoe-retener-{Guid.NewGuid():N}");
        try
        {
            await AlmacenDeMuestra.AsegurarAsync(carpeta, CancellationToken.None);
            await using var servidor = new ServidorDePrueba(carpeta, ("Icsoe:Originales", "retener"));
            await using var ventana = await Chromium.VentanaAsync(raiz: Chromium.Escuchar(servidor));
            var bytes = await Descargar(ventana.Pagina, $"{Chromium.Raiz}/v1/archivos/LPP2024.xlsx");
            var (elegir, resultado) = await Abrir(ventana);
            await Elegir(elegir, "LPP2024.xlsx", bytes);
            await Expect(resultado).ToContainTextAsync("AuténticoEs LPP2024.xlsx, de la publicación de");
            await Expect(resultado)
                .ToContainTextAsync("Es el original del IMSS: aquí se publica su SHA-256, y el archivo se descarga del IMSS.");
            await Elegir(elegir, "LPP2024 (1).xlsx", bytes);
            await Expect(resultado).ToContainTextAsync("Tiene el mismo contenido que LPP2024.xlsx, de la publicación de");
            await Elegir(elegir, "otro.xlsx", "x"u8.ToArray());
            await Expect(resultado).ToContainTextAsync("No coincide");
        }
        finally
        {
            Directory.Delete(carpeta, recursive: true);
        }
    }

    private static async Task<byte[]> Descargar(IPage pagina, string ruta) => await (await pagina.APIRequest.GetAsync(ruta)).BodyAsync();

    private static async Task<(ILocator Elegir, ILocator Resultado)> Abrir(Ventana ventana)
    {
        await ventana.IrAsync("/?ejercicio=2025");
        await ventana.Pagina.Locator("#comprobar summary").ClickAsync();
        return (ventana.Pagina.Locator("#comprobar input"), ventana.Pagina.Locator("#comprobar .resultado"));
    }

    private static Task Elegir(ILocator elegir, string nombre, byte[] bytes) =>
        elegir.SetInputFilesAsync(
            new FilePayload
            {
                Name = nombre,
                MimeType = "application/octet-stream",
                Buffer = bytes,
            }
        );
}
