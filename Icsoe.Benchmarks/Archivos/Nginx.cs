using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Icsoe.Benchmarks.Referencias;

namespace Icsoe.Benchmarks.Archivos;

/// <summary>nginx over a folder, as Debian ships it but for the port: what our downloads are compared with.</summary>
internal sealed class Nginx : IDisposable
{
    private readonly Process _proceso;

    /// <param name="carpeta">What it serves.</param>
    /// <param name="trabajo">Where it keeps its own things.</param>
    public Nginx(string carpeta, string trabajo)
    {
        Directory.CreateDirectory(trabajo);
        var puerto = PuertoLibre().ToString(CultureInfo.InvariantCulture);
        Direccion = $"http://127.0.0.1:{puerto}";
        var configuracion = Path.Combine(trabajo, "nginx.conf");
        File.WriteAllText(
            configuracion,
            $$"""
            daemon off;
            worker_processes auto;
            pid {{trabajo}}/nginx.pid;
            error_log stderr;
            events { worker_connections 2048; }
            http {
                sendfile on;
                tcp_nopush on;
                access_log off;
                client_body_temp_path {{trabajo}}; proxy_temp_path {{trabajo}}; fastcgi_temp_path {{trabajo}};
                uwsgi_temp_path {{trabajo}}; scgi_temp_path {{trabajo}};
                server { listen 127.0.0.1:{{puerto}}; root {{carpeta}}; }
            }
            """
        );
        try
        {
            _proceso = Process.Start(new ProcessStartInfo("nginx", ["-c", configuracion, "-p", trabajo]) { UseShellExecute = false })!;
        }
        catch (Win32Exception error)
        {
            throw new FaltaUnProgramaException($"No se encontró nginx (en Debian: apt-get install nginx-light): {error.Message}");
        }
        Esperar();
    }

    /// <summary><c>http://127.0.0.1:…</c>.</summary>
    public string Direccion { get; }

    public void Dispose()
    {
        _proceso.Kill(entireProcessTree: true);
        _proceso.WaitForExit();
        _proceso.Dispose();
    }

    private void Esperar()
    {
        using var cliente = new HttpClient();
        for (var intento = 0; ; intento++)
        {
            try
            {
                using var _ = cliente.Send(new HttpRequestMessage(HttpMethod.Head, $"{Direccion}/"));
                return;
            }
            catch (HttpRequestException) when (intento < 100)
            {
                Thread.Sleep(50);
            }
        }
    }

    private static int PuertoLibre()
    {
        using var oyente = new TcpListener(IPAddress.Loopback, 0);
        oyente.Start();
        return ((IPEndPoint)oyente.LocalEndpoint).Port;
    }
}
