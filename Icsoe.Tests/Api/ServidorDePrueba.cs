using System.Text.Json.Nodes;
using Icsoe.Domain.Muestra;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Icsoe.Tests.Api;

/// <summary>The real app on a real store, at a fixed instant.</summary>
public sealed class ServidorDePrueba : WebApplicationFactory<Program>
{
    private readonly string _datos;
    private readonly (string Nombre, string Valor)[] _ajustes;

    public ServidorDePrueba(string datos, params (string Nombre, string Valor)[] ajustes) => (_datos, _ajustes) = (datos, ajustes);

    public static DateTimeOffset Ahora { get; } = new(2026, 7, 15, 18, 0, 0, TimeSpan.Zero);

    /// <summary>Where its clock stands.</summary>
    public DateTimeOffset Instante { get; init; } = Ahora;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Icsoe:Datos", _datos);
        foreach (var (nombre, valor) in _ajustes)
            builder.UseSetting(nombre, valor);
        builder.ConfigureTestServices(servicios =>
        {
            servicios.RemoveAll<TimeProvider>();
            servicios.AddSingleton<TimeProvider>(new RelojFijo(Instante));
        });
    }

    private sealed class RelojFijo(DateTimeOffset ahora) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => ahora;
    }
}

/// <summary>One server on the sample's store for all the tests of this folder that only read.</summary>
[SetUpFixture]
public sealed class Muestra
{
    private static readonly string Carpeta = Path.Combine(Path.GetTempPath(), $"icsoe-api-{Guid.NewGuid():N}");
    private static ServidorDePrueba? _servidor;

    /// <summary>Folder of the sample's store.</summary>
    public static string Datos => Carpeta;

    public static HttpClient Cliente { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Levantar()
    {
        await AlmacenDeMuestra.AsegurarAsync(Carpeta, CancellationToken.None);
        _servidor = new ServidorDePrueba(Carpeta);
        Cliente = _servidor.CreateClient();
    }

    [OneTimeTearDown]
    public async Task Bajar()
    {
        Cliente.Dispose();
        if (_servidor is not null)
            await _servidor.DisposeAsync();
        Directory.Delete(Carpeta, recursive: true);
    }
}

/// <summary>What every test of HTTP asks.</summary>
public static class Preguntas
{
    public static async Task<JsonNode> Json(this HttpClient cliente, string ruta) => await Leer(await cliente.GetAsync(ruta));

    public static async Task<JsonNode> Leer(this HttpResponseMessage respuesta) =>
        JsonNode.Parse(await respuesta.Content.ReadAsStringAsync())!;

    /// <summary>The contract, with what its operations share written where each uses it.</summary>
    public static async Task<JsonNode> Contrato(this HttpClient cliente)
    {
        var documento = await cliente.Json("/openapi.json");
        documento["paths"] = Entero(documento["paths"]);
        return documento;

        JsonNode? Entero(JsonNode? nodo) =>
            nodo switch
            {
                // Schemas may name themselves, and stay as they are.
                JsonObject objeto when (string?)objeto["$ref"] is { } lugar && !lugar.Contains("/schemas/", StringComparison.Ordinal) =>
                    Entero(lugar.Split('/').Skip(1).Aggregate(documento, (donde, parte) => donde[parte]!)),
                JsonObject objeto => new JsonObject(objeto.Select(par => KeyValuePair.Create(par.Key, Entero(par.Value)))),
                JsonArray lista => new JsonArray([.. lista.Select(Entero)]),
                _ => nodo?.DeepClone(),
            };
    }

    /// <summary>A request with one header, as written.</summary>
    public static Task<HttpResponseMessage> Con(this HttpClient cliente, string ruta, string cabecera, string valor, string metodo = "GET")
    {
        var solicitud = new HttpRequestMessage(new HttpMethod(metodo), ruta);
        solicitud.Headers.TryAddWithoutValidation(cabecera, valor);
        return cliente.SendAsync(solicitud);
    }

    public static string Cabecera(this HttpResponseMessage respuesta, string nombre) =>
        string.Join(
            ", ",
            respuesta.Headers.TryGetValues(nombre, out var propias) ? propias
                : respuesta.Content.Headers.TryGetValues(nombre, out var delCuerpo) ? delCuerpo
                : []
        );
}
