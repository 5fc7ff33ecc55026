using System.Diagnostics;
using System.Text;

namespace Icsoe.Benchmarks.Referencias;

/// <summary>A program that the measurements need is not there.</summary>
internal sealed class FaltaUnProgramaException(string mensaje) : Exception(mensaje);

/// <summary>What a child process took.</summary>
/// <param name="RssAnon">Peak of anonymous resident memory in bytes, sampled; 0 where the system does not tell.</param>
/// <param name="Salida">What it wrote to stdout.</param>
internal sealed record Medida(string Programa, int Codigo, TimeSpan Reloj, TimeSpan Cpu, long RssAnon, string Salida, string Errores)
{
    /// <summary>Itself, when it ended well.</summary>
    /// <exception cref="InvalidOperationException">It did not.</exception>
    public Medida Exigir() =>
        Codigo == 0
            ? this
            : throw new InvalidOperationException(
                $"{Programa} terminó con {Codigo}: {(Errores.Length > 2000 ? Errores[..2000] : Errores)}"
            );
}

/// <summary>Runs a program to its end, timing it and watching its memory.</summary>
internal static class Proceso
{
    private static readonly TimeSpan Muestreo = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Plazo = TimeSpan.FromMinutes(30);

    /// <summary>The program that measures, as a child in another of its modes.</summary>
    public static Medida Propio(params IReadOnlyList<string> argumentos) =>
        Correr("dotnet", [Path.Combine(AppContext.BaseDirectory, "Icsoe.Benchmarks.dll"), .. argumentos]);

    public static Medida Correr(string programa, IReadOnlyList<string> argumentos, string? entrada = null, TimeSpan? plazo = null)
    {
        var info = new ProcessStartInfo(programa, argumentos)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        var inicio = TimeProvider.System.GetTimestamp();
        Process proceso;
        try
        {
            proceso = Process.Start(info)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new FaltaUnProgramaException($"No se encontró {programa}: {error.Message}");
        }
        using (proceso)
        {
            var salida = Leer(proceso.StandardOutput);
            var errores = Leer(proceso.StandardError);
            if (entrada is not null)
                proceso.StandardInput.Write(entrada);
            proceso.StandardInput.Close();
            long rss = 0;
            var cpu = TimeSpan.Zero;
            while (!proceso.WaitForExit(Muestreo))
            {
                rss = Math.Max(rss, RssAnon(proceso.Id));
                cpu = Cpu(proceso) ?? cpu;
                if (TimeProvider.System.GetElapsedTime(inicio) <= (plazo ?? Plazo))
                    continue;
                proceso.Kill(entireProcessTree: true);
                proceso.WaitForExit();
                return new Medida(programa, -1, TimeProvider.System.GetElapsedTime(inicio), cpu, rss, "", "no terminó a tiempo");
            }
            var reloj = TimeProvider.System.GetElapsedTime(inicio);
            return new Medida(programa, proceso.ExitCode, reloj, cpu, rss, salida.Result, errores.Result);
        }
    }

    private static async Task<string> Leer(StreamReader lector)
    {
        // Of a long complaint the beginning is enough.
        const int Maximo = 1 << 20;
        var texto = new StringBuilder();
        while (await lector.ReadLineAsync() is { } linea)
        {
            if (texto.Length < Maximo)
                texto.AppendLine(linea);
        }
        return texto.ToString();
    }

    /// <summary>Sampled too: once it has ended, the system no longer tells.</summary>
    private static TimeSpan? Cpu(Process proceso)
    {
        try
        {
            return proceso.TotalProcessorTime;
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Anonymous memory of a process now, in bytes; 0 when it has ended or the system does not tell.</summary>
    public static long RssAnon(int proceso)
    {
        try
        {
            foreach (var linea in File.ReadLines($"/proc/{proceso}/status"))
            {
                if (linea.StartsWith("RssAnon:", StringComparison.Ordinal))
                    return long.Parse(linea.AsSpan(8, linea.Length - 11).Trim()) * 1024;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            // It has just ended.
        }
        return 0;
    }
}
