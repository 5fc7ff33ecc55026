using System.Globalization;
using Icsoe.Benchmarks.Http;
using Icsoe.Benchmarks.Referencias;

namespace Icsoe.Benchmarks.Archivos;

/// <summary>nginx over a folder, as Debian ships it but for the port: what our downloads are compared with.</summary>
internal static class Nginx
{
    /// <param name="carpeta">What it serves.</param>
    /// <param name="trabajo">Where it keeps its own things.</param>
    /// <param name="prueba">Path of a file that it must serve.</param>
    /// <exception cref="FaltaUnProgramaException">It is not there (in Debian, nginx-light).</exception>
    public static ServidorHijo Servir(string carpeta, string trabajo, string prueba)
    {
        Directory.CreateDirectory(trabajo);
        var puerto = ServidorHijo.PuertoLibre();
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
                server { listen 127.0.0.1:{{puerto.ToString(CultureInfo.InvariantCulture)}}; root {{carpeta}}; }
            }
            """
        );
        return ServidorHijo.Arrancar("nginx", ["-c", configuracion, "-p", trabajo], [], puerto, prueba);
    }
}
