using System.ComponentModel;
using System.Diagnostics;

namespace Icsoe.Tests.Exportacion;

/// <summary>
/// Programs that tests of category <c>Externo</c> ask for a second opinion. Without the program the test is ignored and says
/// so; with <c>ICSOE_EXTERNOS=obligatorios</c> it fails.
/// </summary>
internal static class HerramientaExterna
{
    private static readonly TimeSpan Espera = TimeSpan.FromMinutes(2);

    // Debian's own interpreter: another one first in PATH does not see Debian's python3-openpyxl.
    internal const string Python = "/usr/bin/python3";

    /// <summary>Runs a Python program that needs openpyxl (Debian: python3-openpyxl).</summary>
    /// <returns>Its standard output.</returns>
    internal static string ConOpenpyxl(string programa, params string[] argumentos)
    {
        if (Ejecutar(Python, ["-c", "import openpyxl"]) is not { Codigo: 0 })
            Falta("python3-openpyxl");
        return Exito(Ejecutar(Python, ["-c", programa, .. argumentos]), "python3");
    }

    /// <summary>Converts a file with LibreOffice (Debian: libreoffice-calc), in a profile of its own under the folder.</summary>
    /// <param name="filtro">What <c>--convert-to</c> takes.</param>
    /// <param name="carpeta">Where the result goes.</param>
    internal static void ConvertirConLibreOffice(string archivo, string filtro, string carpeta)
    {
        var perfil = new Uri(Path.Combine(carpeta, "perfil")).AbsoluteUri;
        string[] argumentos = [$"-env:UserInstallation={perfil}", "--headless", "--convert-to", filtro, "--outdir", carpeta, archivo];
        var resultado = Ejecutar("soffice", argumentos);
        if (resultado is null)
            Falta("LibreOffice (soffice)");
        Exito(resultado, "soffice");
    }

    /// <summary>Runs a Node program with packages of npm, installed in that folder.</summary>
    /// <param name="paquetes">Each with its version.</param>
    /// <returns>Its standard output.</returns>
    internal static string ConNode(string carpeta, string programa, string[] paquetes, params string[] argumentos)
    {
        string[] instalar = ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", carpeta, .. paquetes];
        if (Ejecutar("npm", instalar) is not { Codigo: 0 })
            Falta($"npm, o {string.Join(", ", paquetes)} de npm");
        // Beside the packages, which Node looks for from where the program is.
        var archivo = Path.Combine(carpeta, "programa.js");
        File.WriteAllText(archivo, programa);
        return Exito(Ejecutar("node", [archivo, .. argumentos]), "node");
    }

    internal static void Falta(string herramienta)
    {
        if (Environment.GetEnvironmentVariable("ICSOE_EXTERNOS") == "obligatorios")
            Assert.Fail($"Falta {herramienta}, y ICSOE_EXTERNOS=obligatorios lo exige.");
        Assert.Ignore($"Falta {herramienta}: esta prueba necesita esa herramienta.");
    }

    internal static string Exito(Resultado? resultado, string programa)
    {
        Assert.That(resultado, Is.Not.Null, programa);
        Assert.That(resultado!.Codigo, Is.Zero, $"{programa}: {resultado.Errores}");
        return resultado.Salida;
    }

    /// <summary>Null when the program is not there.</summary>
    internal static Resultado? Ejecutar(string programa, IEnumerable<string> argumentos)
    {
        var inicio = new ProcessStartInfo(programa, argumentos)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var proceso = Process.Start(inicio)!;
            var salida = proceso.StandardOutput.ReadToEndAsync();
            var errores = proceso.StandardError.ReadToEndAsync();
            if (!proceso.WaitForExit(Espera))
            {
                proceso.Kill(entireProcessTree: true);
                Assert.Fail($"{programa} no terminó en {Espera}.");
            }
            return new Resultado(proceso.ExitCode, salida.GetAwaiter().GetResult(), errores.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    internal sealed record Resultado(int Codigo, string Salida, string Errores);
}
