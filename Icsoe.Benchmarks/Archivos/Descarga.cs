using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Icsoe.Benchmarks.Http;

namespace Icsoe.Benchmarks.Archivos;

/// <summary>What a download took.</summary>
/// <param name="PrimerByte">From the question to the first byte of the answer's body.</param>
/// <param name="Lineas">Line feeds in the body.</param>
internal sealed record Descarga(TimeSpan Total, TimeSpan PrimerByte, long Bytes, long Lineas)
{
    public double MibPorSegundo => Bytes / 1048576.0 / Total.TotalSeconds;

    /// <summary>Reads an answer to its end and keeps nothing of it.</summary>
    public static Descarga Leer(string direccion, bool contar = false)
    {
        using var cliente = new HttpClient { Timeout = TimeSpan.FromMinutes(20) };
        var reloj = Stopwatch.StartNew();
        using var respuesta = cliente.Send(new HttpRequestMessage(HttpMethod.Get, direccion), HttpCompletionOption.ResponseHeadersRead);
        respuesta.EnsureSuccessStatusCode();
        using var cuerpo = respuesta.Content.ReadAsStream();
        var bufer = new byte[1 << 18];
        var primero = TimeSpan.Zero;
        long bytes = 0,
            lineas = 0;
        for (int leidos; (leidos = cuerpo.Read(bufer)) > 0; bytes += leidos)
        {
            if (bytes == 0)
                primero = reloj.Elapsed;
            if (contar)
                lineas += bufer.AsSpan(0, leidos).Count((byte)'\n');
        }
        return new Descarga(reloj.Elapsed, primero, bytes, lineas);
    }

    /// <summary>So many clients that ask for a file at once, take a little of it and wait, without leaving: what the server's memory grew by, in bytes.</summary>
    public static async Task<long> EntreLentosAsync(ServidorHijo servidor, string ruta, int cuantos)
    {
        var punto = new IPEndPoint(IPAddress.Loopback, new Uri(servidor.Direccion).Port);
        var pregunta = Encoding.ASCII.GetBytes($"GET {ruta} HTTP/1.1\r\nHost: localhost\r\n\r\n");
        Leer(servidor.Direccion + ruta);
        var antes = servidor.RssAnonAhora;
        var clientes = new List<Socket>();
        try
        {
            var mayor = antes;
            var bufer = new byte[4096];
            foreach (var _ in Enumerable.Range(0, cuantos))
            {
                // A small window, as a slow line has: the kernel must not take the file for them.
                var cliente = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };
                clientes.Add(cliente);
                await cliente.ConnectAsync(punto);
                await cliente.SendAsync(pregunta);
            }
            foreach (var _ in Enumerable.Range(0, 10))
            {
                foreach (var cliente in clientes)
                    await cliente.ReceiveAsync(bufer);
                mayor = Math.Max(mayor, servidor.RssAnonAhora);
                await Task.Delay(100);
            }
            return mayor - antes;
        }
        finally
        {
            clientes.ForEach(cliente => cliente.Dispose());
        }
    }

    /// <summary>In words.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Total.TotalSeconds:0.00} s, {MibPorSegundo:0} MiB/s, primer byte {PrimerByte.TotalMilliseconds:0} ms"
        );
}
