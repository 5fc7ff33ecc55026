using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Icsoe.Benchmarks.Referencias;

namespace Icsoe.Benchmarks.Http;

/// <summary>A server in its own process, on a free port of loopback, until it is disposed.</summary>
internal sealed class ServidorHijo : IDisposable
{
    private static readonly TimeSpan Plazo = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Muestreo = TimeSpan.FromMilliseconds(50);

    private readonly Process _proceso;
    private readonly Timer _vigia;
    private long _rssAnon;

    private ServidorHijo(Process proceso, string direccion)
    {
        (_proceso, Direccion) = (proceso, direccion);
        // A full pipe would stop it.
        proceso.OutputDataReceived += (_, _) => { };
        proceso.ErrorDataReceived += (_, linea) => Queja ??= linea.Data;
        proceso.BeginOutputReadLine();
        proceso.BeginErrorReadLine();
        _vigia = new Timer(_ => _rssAnon = Math.Max(_rssAnon, Proceso.RssAnon(proceso.Id)), null, Muestreo, Muestreo);
    }

    /// <summary><c>http://127.0.0.1:…</c>.</summary>
    public string Direccion { get; }

    /// <summary>From the start of the process to its first answer.</summary>
    public TimeSpan PrimeraRespuesta { get; private set; }

    /// <summary>Peak of anonymous memory so far, in bytes.</summary>
    public long RssAnon => _rssAnon;

    /// <summary>Anonymous memory now, in bytes.</summary>
    public long RssAnonAhora => Proceso.RssAnon(_proceso.Id);

    private string? Queja { get; set; }

    /// <summary>The shipped program over a store, as an operator serves it.</summary>
    public static ServidorHijo Programa(string api, string carpeta, string prueba) =>
        DeDotNet([api], new() { ["Icsoe__Datos"] = carpeta }, prueba);

    /// <summary>The servers it is compared with, under the very settings of runtime that the program ships with.</summary>
    public static ServidorHijo Referencia(string api, string carpeta) =>
        DeDotNet(
            [
                "exec",
                "--runtimeconfig",
                Path.ChangeExtension(api, ".runtimeconfig.json"),
                Path.Combine(AppContext.BaseDirectory, "Icsoe.Benchmarks.dll"),
                "medir",
                "servir",
                carpeta,
            ],
            [],
            ServidorDeReferencia.Texto
        );

    public void Dispose()
    {
        _vigia.Dispose();
        if (!_proceso.HasExited)
            _proceso.Kill(entireProcessTree: true);
        _proceso.WaitForExit();
        _proceso.Dispose();
    }

    private static ServidorHijo DeDotNet(IReadOnlyList<string> argumentos, Dictionary<string, string> ambiente, string prueba)
    {
        var puerto = PuertoLibre();
        ambiente["ASPNETCORE_ENVIRONMENT"] = "Production";
        ambiente["ASPNETCORE_URLS"] = EnPuerto(puerto);
        return Arrancar("dotnet", argumentos, ambiente, puerto, prueba);
    }

    /// <summary>A program that listens on a port, once it answers 200 to a path.</summary>
    /// <exception cref="FaltaUnProgramaException">It is not there.</exception>
    internal static ServidorHijo Arrancar(
        string programa,
        IReadOnlyList<string> argumentos,
        Dictionary<string, string> ambiente,
        int puerto,
        string prueba
    )
    {
        var info = new ProcessStartInfo(programa, argumentos)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (nombre, valor) in ambiente)
            info.Environment[nombre] = valor;
        var inicio = TimeProvider.System.GetTimestamp();
        ServidorHijo servidor;
        try
        {
            servidor = new ServidorHijo(Process.Start(info)!, EnPuerto(puerto));
        }
        catch (Win32Exception error)
        {
            throw new FaltaUnProgramaException($"No se encontró {programa}: {error.Message}");
        }
        try
        {
            servidor.Esperar(prueba, inicio);
            return servidor;
        }
        catch
        {
            servidor.Dispose();
            throw;
        }
    }

    private static string EnPuerto(int puerto) => $"http://127.0.0.1:{puerto.ToString(CultureInfo.InvariantCulture)}";

    private void Esperar(string prueba, long inicio)
    {
        using var cliente = new HttpClient();
        while (true)
        {
            if (_proceso.HasExited)
                throw new InvalidOperationException($"El servidor terminó con {_proceso.ExitCode}: {Queja}");
            if (TimeProvider.System.GetElapsedTime(inicio) > Plazo)
                throw new InvalidOperationException($"El servidor no respondió 200 en {Direccion}{prueba}: {Queja}");
            try
            {
                using var respuesta = cliente.Send(new HttpRequestMessage(HttpMethod.Get, Direccion + prueba));
                if (respuesta.IsSuccessStatusCode)
                    break;
            }
            catch (HttpRequestException)
            {
                // Nobody listens yet.
            }
            Thread.Sleep(2);
        }
        PrimeraRespuesta = TimeProvider.System.GetElapsedTime(inicio);
    }

    /// <summary>A port of loopback that nobody listens on.</summary>
    internal static int PuertoLibre()
    {
        using var oyente = new TcpListener(IPAddress.Loopback, 0);
        oyente.Start();
        return ((IPEndPoint)oyente.LocalEndpoint).Port;
    }
}
