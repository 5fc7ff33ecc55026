using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Icsoe.Tests.Sellado;

/// <summary>The built program as a process of its own: to kill it, or to run it in other surroundings.</summary>
internal sealed class Proceso : IDisposable
{
    private const int SigTerm = 15;
    private static readonly TimeSpan Paciencia = TimeSpan.FromMinutes(1);

    private readonly Process proceso;
    private readonly Task<string> salida;
    private readonly Task<string> errores;

    private Proceso(ProcessStartInfo inicio)
    {
        proceso = Process.Start(inicio)!;
        // Read as they come: a full pipe would stop the program.
        salida = proceso.StandardOutput.ReadToEndAsync();
        errores = proceso.StandardError.ReadToEndAsync();
    }

    public static Proceso Iniciar(params IEnumerable<string> argumentos) => Iniciar(Environment.CurrentDirectory, [], argumentos);

    public static Proceso Iniciar(string directorio, IEnumerable<(string Nombre, string Valor)> ambiente, IEnumerable<string> argumentos)
    {
        var inicio = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Icsoe.Api.dll"), .. argumentos])
        {
            WorkingDirectory = directorio,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (nombre, valor) in ambiente)
            inicio.Environment[nombre] = valor;
        return new Proceso(inicio);
    }

    /// <summary>Runs an order that must succeed, to its end.</summary>
    public static void Lograr(string directorio, IEnumerable<(string Nombre, string Valor)> ambiente, params IEnumerable<string> argumentos)
    {
        using var orden = Iniciar(directorio, ambiente, argumentos);
        Assert.That(orden.Esperar(), Is.Zero, orden.Errores);
    }

    public string Salida => salida.GetAwaiter().GetResult();

    public string Errores => errores.GetAwaiter().GetResult();

    /// <summary>Waits for it to end by itself; false when it did not in that time.</summary>
    public bool Termino(TimeSpan plazo) => proceso.WaitForExit(plazo);

    /// <summary>Waits for its end; returns its exit code.</summary>
    public int Esperar()
    {
        Assert.That(Termino(Paciencia), $"El programa no terminó en {Paciencia}.");
        return proceso.ExitCode;
    }

    /// <summary>SIGKILL: nothing of the program runs after it.</summary>
    public void Matar()
    {
        proceso.Kill();
        proceso.WaitForExit();
    }

    /// <summary>SIGTERM: asks it to end.</summary>
    public void PedirQueTermine() => Assert.That(Avisar(proceso.Id, SigTerm), Is.Zero);

    public void Dispose()
    {
        if (!proceso.HasExited)
            Matar();
        proceso.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Avisar(int proceso, int aviso);
}
