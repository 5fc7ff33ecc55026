using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Benchmarks.Percances;

/// <summary>
/// Someone who reads all the while: a listado page by page and its file, over and over. Whatever happens to the writers, each reading must be
/// of one publication, whole, and none may be of an earlier one than the last.
/// </summary>
internal sealed class Lector : IDisposable
{
    private static readonly TimeSpan Plazo = TimeSpan.FromSeconds(30);

    private readonly HttpClient _cliente;
    private readonly Guion _guion;
    private readonly CancellationTokenSource _alto = new();
    private readonly Task _lectura;
    private readonly Dictionary<(string, Listado), string> _leidos = [];
    private IdPublicacion _vista;
    private volatile string _ultima = "";

    public Lector(string direccion, Guion guion)
    {
        _cliente = new HttpClient { BaseAddress = new Uri(direccion) };
        _guion = guion;
        _lectura = Task.Run(LeerAsync);
    }

    /// <summary>Readings of a whole listado.</summary>
    public int Lecturas { get; private set; }

    public int Paginas { get; private set; }

    public int Descargas { get; private set; }

    /// <summary>What it should never have seen, in a sentence each.</summary>
    public ConcurrentQueue<string> Fallas { get; } = new();

    /// <summary>Waits until it has seen a publication, which takes no restart of anything.</summary>
    public void Esperar(IdPublicacion id)
    {
        if (!SpinWait.SpinUntil(() => _ultima == id.ToString() || _lectura.IsCompleted, Plazo))
            Fallas.Enqueue($"{id} está sellada y en {Plazo.TotalSeconds} s no se vio; se ve {_ultima}");
    }

    public void Dispose()
    {
        _alto.Cancel();
        _lectura.GetAwaiter().GetResult();
        _alto.Dispose();
        _cliente.Dispose();
    }

    private async Task LeerAsync()
    {
        while (!_alto.IsCancellationRequested)
        {
            foreach (var listado in Guion.Listados)
            {
                try
                {
                    await PaginarAsync(listado);
                    await DescargarAsync(listado);
                }
                catch (OperationCanceledException) when (_alto.IsCancellationRequested)
                {
                    return;
                }
                catch (Exception error) when (error is HttpRequestException or JsonException or OperationCanceledException)
                {
                    Fallas.Enqueue($"{listado}: {error.Message}");
                }
            }
        }
    }

    private async Task PaginarAsync(Listado listado)
    {
        var ruta = $"/v1/listados/publico/{listado.Periodo.Ejercicio}/{(int)listado.Periodo.Cuatrimestre}/renglones?limite=1000";
        using var resumen = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string? publicacion = null;
        var renglones = 0;
        for (string? cursor = null; ; )
        {
            using var respuesta = await PedirAsync(cursor is null ? ruta : $"{ruta}&cursor={Uri.EscapeDataString(cursor)}");
            using var pagina = JsonDocument.Parse(await respuesta.Content.ReadAsByteArrayAsync(_alto.Token));
            var deCual = pagina.RootElement.GetProperty("publicacion").GetString()!;
            if (publicacion is not null && publicacion != deCual)
                Fallas.Enqueue($"{listado}: empezó en {publicacion} y siguió en {deCual}");
            publicacion = deCual;
            var datos = pagina.RootElement.GetProperty("datos");
            renglones += datos.GetArrayLength();
            resumen.AppendData(Encoding.UTF8.GetBytes(datos.GetRawText()));
            Paginas++;
            cursor = pagina.RootElement.GetProperty("siguiente").GetString();
            if (cursor is null)
                break;
        }
        var huella = Convert.ToHexString(resumen.GetHashAndReset());
        if (_guion.Debido(publicacion, listado)?.Split(' ')[0] != $"{renglones}")
            Fallas.Enqueue($"{listado}: {renglones} renglones en {publicacion}");
        if (!_leidos.TryAdd((publicacion, listado), huella) && _leidos[(publicacion, listado)] != huella)
            Fallas.Enqueue($"{listado}: {publicacion} no dice lo que decía");
        Lecturas++;
        Avanzar(publicacion);
    }

    private async Task DescargarAsync(Listado listado)
    {
        using var respuesta = await PedirAsync($"/v1/archivos/{listado.Nombre}.xlsx");
        var bytes = await respuesta.Content.ReadAsByteArrayAsync(_alto.Token);
        var publicacion = respuesta.Headers.GetValues("Icsoe-Publicacion").Single();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (_guion.Debido(publicacion, listado)?.Split(' ')[2] != sha256)
            Fallas.Enqueue($"{listado}: el archivo de {publicacion} es otro");
        Descargas++;
        Avanzar(publicacion);
    }

    private async Task<HttpResponseMessage> PedirAsync(string ruta)
    {
        var respuesta = await _cliente.GetAsync(ruta, _alto.Token);
        if (respuesta.StatusCode == HttpStatusCode.OK)
            return respuesta;
        var dicho = await respuesta.Content.ReadAsStringAsync(_alto.Token);
        respuesta.Dispose();
        throw new HttpRequestException($"{ruta} contestó {(int)respuesta.StatusCode}: {(dicho.Length > 300 ? dicho[..300] : dicho)}");
    }

    private void Avanzar(string publicacion)
    {
        var id = IdPublicacion.Parse(publicacion);
        if (id < _vista)
            Fallas.Enqueue($"después de {_vista} se vio {id}");
        _vista = id;
        _ultima = publicacion;
    }
}
