using System.Net.Sockets;
using System.Text;
using Icsoe.Api.Descargas;
using Icsoe.Tests.Comandos;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Icsoe.Tests.Api;

/// <summary>Who asks for an export and stops reading it keeps nothing of the server for ever: neither its turn nor the store.</summary>
[TestFixture, Parallelizable]
internal sealed class ClientesLentosTests
{
    private static readonly TimeSpan Plazo = TimeSpan.FromMinutes(1);

    [TestCase("csv")]
    [TestCase("xlsx")]
    public async Task Quien_deja_de_leer_pierde_su_turno_y_nunca_un_archivo_que_pase_por_entero(string formato)
    {
        using var operador = new Operador();
        // More than the buffers of both ends hold, deflated or not.
        var azar = new Random(20260715);
        var renglones = Enumerable
            .Range(1, 6_000)
            .Select(numero => Renglones.Publico.Renglon(numero, Convert.ToHexString(Bytes(azar, 1_500))));
        await operador.LograrAsync("importar", operador.Libro(Renglones.Publico, renglones));
        await using var servidor = new ServidorDePrueba(operador.Datos, ("Icsoe:ArchivosALaVez", "1"));
        servidor.UseKestrel(0);
        servidor.StartServer();
        using var cliente = servidor.CreateClient();
        var turnos = servidor.Services.GetRequiredService<TurnosDeArchivos>();
        Assert.That(turnos.Paciencia, Is.EqualTo(TimeSpan.FromSeconds(30)));
        turnos.Paciencia = TimeSpan.FromSeconds(3);

        using var enchufe = new TcpClient { ReceiveBufferSize = 4096 };
        await enchufe.ConnectAsync("127.0.0.1", servidor.ClientOptions.BaseAddress.Port);
        var flujo = enchufe.GetStream();
        await flujo.WriteAsync(
            Encoding.ASCII.GetBytes($"GET /v1/exportaciones/renglones.{formato} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        );
        var inicio = new byte[512];
        await flujo.ReadExactlyAsync(inicio);
        Assert.That(Encoding.ASCII.GetString(inicio), Does.StartWith("HTTP/1.1 200"));

        // While it stands still, its turn is its own and the store is nobody's.
        var ocupado = await cliente.GetAsync("/v1/exportaciones/informativas.ndjson?folio_informativa=NADIE");
        Assert.That((int)ocupado.StatusCode, Is.EqualTo(429));
        operador.Ahora = Operador.Junio.AddMonths(1);
        await operador.LograrAsync(
            "importar",
            operador.Libro(Renglones.Publico, Renglones.Publico.Serie(1), "julio"),
            "--forzar",
            "Prueba."
        );
        Assert.That(EnRegistro(operador.Datos), Is.Zero, "Nadie lee un estado anterior del almacén.");

        using var espera = new CancellationTokenSource(Plazo);
        while (
            (int)(await cliente.GetAsync("/v1/exportaciones/informativas.ndjson?folio_informativa=NADIE", espera.Token)).StatusCode == 429
        )
            await Task.Delay(100, espera.Token);

        var resto = new MemoryStream();
        try
        {
            await flujo.CopyToAsync(resto);
        }
        catch (IOException)
        {
            // Cut off: as good as an end without the last chunk.
        }
        Assert.That(Encoding.Latin1.GetString(resto.ToArray()), Does.Not.EndWith("0\r\n\r\n"));
    }

    private static byte[] Bytes(Random azar, int cuantos)
    {
        var bytes = new byte[cuantos];
        azar.NextBytes(bytes);
        return bytes;
    }

    /// <summary>1 when a reader keeps the log from being emptied.</summary>
    private static long EnRegistro(string datos)
    {
        using var conexion = new SqliteConnection($"Data Source={Path.Combine(datos, "icsoe.db")};Pooling=False");
        conexion.Open();
        using var orden = conexion.CreateCommand();
        orden.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        using var fila = orden.ExecuteReader();
        fila.Read();
        return fila.GetInt64(0);
    }
}
