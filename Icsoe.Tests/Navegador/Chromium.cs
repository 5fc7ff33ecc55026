using System.Collections.Concurrent;
using System.Security.Cryptography;
using Icsoe.Domain.Muestra;
using Icsoe.Tests.Api;
using Icsoe.Tests.Exportacion;
using Microsoft.Playwright;

namespace Icsoe.Tests.Navegador;

/// <summary>
/// One browser (Debian's <c>chromium</c>) and one server on the sample for all the tests of the page; each test opens a window of its own.
/// </summary>
[SetUpFixture]
public sealed class Chromium
{
    private const string Programa = "/usr/bin/chromium";

    /// <summary>Milliseconds that something may take to be there, on a machine that is doing other things.</summary>
    private const int Espera = 20_000;

    private static readonly string Carpeta = Path.Combine(Path.GetTempPath(), $"icsoe-navegador-{Guid.NewGuid():N}");

    private static IPlaywright? _playwright;
    private static IBrowser? _navegador;
    private static readonly ConcurrentDictionary<string, Task<IBrowserContext>> Comunes = new(StringComparer.Ordinal);
    private static ServidorDePrueba? _servidor;

    /// <summary>Address of the server, as a person would type it.</summary>
    public static string Raiz { get; private set; } = "";

    [OneTimeSetUp]
    public async Task Abrir()
    {
        if (!File.Exists(Programa))
            HerramientaExterna.Falta("chromium");
        await AlmacenDeMuestra.AsegurarAsync(Carpeta, CancellationToken.None);
        _servidor = new ServidorDePrueba(Carpeta);
        Raiz = Escuchar(_servidor);
        Assertions.SetDefaultExpectTimeout(Espera);
        _playwright = await Playwright.CreateAsync();
        _navegador = await _playwright.Chromium.LaunchAsync(
            // As root, which is what a container is, Chromium's own cage does not start.
            new() { ExecutablePath = Programa, Args = ["--no-sandbox"] }
        );
    }

    [OneTimeTearDown]
    public async Task Cerrar()
    {
        if (_navegador is not null)
            await _navegador.DisposeAsync();
        _playwright?.Dispose();
        if (_servidor is not null)
            await _servidor.DisposeAsync();
        if (Directory.Exists(Carpeta))
            Directory.Delete(Carpeta, recursive: true);
    }

    /// <summary>Has a server listen on a port of this machine, which a browser needs.</summary>
    /// <returns>Its address.</returns>
    internal static string Escuchar(ServidorDePrueba servidor)
    {
        servidor.UseKestrel(0);
        servidor.StartServer();
        return $"http://localhost:{servidor.ClientOptions.BaseAddress.Port}";
    }

    /// <summary>
    /// Opens a window. Nothing that it asks for may leave the machine, and no error of it goes unseen. Those that ask for nothing of their
    /// own share what the browser keeps with those of their fixture, one after the other, as the windows of a person do.
    /// </summary>
    internal static async Task<Ventana> VentanaAsync(BrowserNewContextOptions? opciones = null, string? raiz = null)
    {
        if (opciones is null && raiz is null)
        {
            var comun = await Comunes.GetOrAdd(TestContext.CurrentContext.Test.ClassName!, _ => ContextoAsync(new(), Raiz));
            return new(await comun.NewPageAsync());
        }
        var contexto = await ContextoAsync(opciones ?? new(), raiz ?? Raiz);
        return new(await contexto.NewPageAsync(), contexto);
    }

    private static async Task<IBrowserContext> ContextoAsync(BrowserNewContextOptions opciones, string raiz)
    {
        opciones.BaseURL = raiz;
        opciones.ReducedMotion = ReducedMotion.Reduce;
        opciones.Locale = "es-MX";
        var contexto = await _navegador!.NewContextAsync(opciones);
        contexto.SetDefaultTimeout(Espera);
        // The page's day is the server's.
        await contexto.Clock.SetFixedTimeAsync(ServidorDePrueba.Ahora.UtcDateTime);
        return contexto;
    }

    internal static string Sha256(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes));
}

/// <summary>A window of the browser, and what went wrong in it.</summary>
internal sealed class Ventana : IAsyncDisposable
{
    private readonly IBrowserContext? _propio;
    private readonly ConcurrentQueue<string> _errores = [];
    private readonly ConcurrentQueue<IResponse> _respuestas = [];
    private readonly ConcurrentQueue<Uri> _pedidos = [];

    /// <param name="pagina">Where it is shown.</param>
    /// <param name="propio">Its context, when it has one of its own.</param>
    public Ventana(IPage pagina, IBrowserContext? propio = null)
    {
        (_propio, Pagina) = (propio, pagina);
        pagina.Console += (_, mensaje) =>
        {
            // What is asked in vain of the API, or by the address, the page tells by itself, though the browser writes it down.
            if (
                mensaje.Type == "error"
                && (
                    !mensaje.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
                    || (EsNuestro(mensaje.Location) && mensaje.Text.Contains("status of", StringComparison.Ordinal))
                )
            )
                _errores.Enqueue($"{mensaje.Text} {mensaje.Location}");
        };
        pagina.PageError += (_, error) => _errores.Enqueue(error);
        pagina.Dialog += (_, dialogo) => _errores.Enqueue($"dialogo: {dialogo.Message}");
        pagina.Request += (_, pedido) => _pedidos.Enqueue(new(pedido.Url));
        pagina.Response += (_, respuesta) => _respuestas.Enqueue(respuesta);
    }

    public IPage Pagina { get; }

    /// <summary>Every answer that it got.</summary>
    public IReadOnlyList<IResponse> Respuestas => [.. _respuestas];

    public async Task IrAsync(string ruta) => await Pagina.GotoAsync(ruta);

    /// <summary>Clicks on something that downloads, and reads what came.</summary>
    public async Task<(string Nombre, byte[] Bytes)> DescargarAsync(ILocator enlace)
    {
        var descarga = await Pagina.RunAndWaitForDownloadAsync(() => enlace.ClickAsync());
        return (descarga.SuggestedFilename, await File.ReadAllBytesAsync(await descarga.PathAsync()));
    }

    /// <summary>How much wider than the window the page is.</summary>
    public async Task<int> DesbordeAsync() =>
        await Pagina.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync()
    {
        await Pagina.CloseAsync();
        if (_propio is not null)
            await _propio.DisposeAsync();
        Assert.That(_errores, Is.Empty, "La página no debe dejar errores en la consola, ni chocar con su Content-Security-Policy.");
        Assert.That(
            _pedidos.Where(url => url.Scheme is "http" or "https" && url.Host != "localhost"),
            Is.Empty,
            "Nada debe salir de la máquina."
        );
    }

    private static bool EsNuestro(string lugar) =>
        Uri.TryCreate(lugar, UriKind.Absolute, out var url) && url.AbsolutePath.StartsWith("/recursos/", StringComparison.Ordinal);
}
