using System.Diagnostics;
using System.Text.RegularExpressions;
using Icsoe.Tests.Comandos;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Sellado;

/// <summary>
/// A power cut keeps only what was flushed, and in no other order: bytes before their name, the name before the record. Seen from outside,
/// in the calls of the program to the system.
/// </summary>
[TestFixture, Parallelizable, Platform("Linux")]
internal sealed partial class OrdenDeDiscoTests
{
    [GeneratedRegex(
        """fsync\(\d+<(?<vaciado>[^>]+)>|rename\w*\(.*?"(?<desde>[^"]+)".*?"(?<hasta>[^"]+)"|mkdir\w*\(.*?"(?<carpeta>[^"]+)".*= 0""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Llamada();

    [Test]
    public void Un_archivo_se_vacia_al_disco_antes_de_su_nombre_y_el_nombre_antes_del_registro()
    {
        if (!File.Exists("/usr/bin/strace"))
            Assert.Ignore("Sin strace no se ven las llamadas al sistema.");
        using var operador = new Operador();
        var traza = operador.Ruta("traza");
        string[] orden = ["importar", operador.Libro(Publico, Publico.Serie(3)), "--publicacion", "2024-01", "--datos", operador.Datos];
        var programa = Path.Combine(AppContext.BaseDirectory, "Icsoe.Api.dll");
        var inicio = new ProcessStartInfo(
            "strace",
            [
                "-f",
                "-qq",
                "-y",
                "-e",
                "trace=fsync,fdatasync,rename,renameat,renameat2,mkdir,mkdirat",
                "-o",
                traza,
                "dotnet",
                programa,
                .. orden,
            ]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using (var proceso = Process.Start(inicio)!)
        {
            proceso.StandardOutput.ReadToEnd();
            proceso.WaitForExit();
            if (proceso.ExitCode != 0 && !Directory.Exists(operador.Datos))
                Assert.Ignore("Este sistema no deja seguir procesos.");
            Assert.That(proceso.ExitCode, Is.Zero);
        }

        var llamadas = File.ReadLines(traza).Select(linea => Llamada().Match(linea)).Where(llamada => llamada.Success).ToList();
        var nombrados = llamadas.FindAll(llamada => Path.GetDirectoryName(llamada.Groups["hasta"].Value) == operador.Archivos);
        Assert.That(nombrados, Has.Count.EqualTo(2), "El libro y el manifiesto.");
        foreach (var nombrado in nombrados)
            Assert.That(Vaciado(nombrado.Groups["desde"].Value), Is.InRange(0, llamadas.IndexOf(nombrado) - 1));
        var creada = llamadas.FindIndex(llamada => llamada.Groups["carpeta"].Value == operador.Archivos);
        var carpeta = Vaciado(operador.Archivos);
        Assert.That(carpeta, Is.GreaterThan(llamadas.IndexOf(nombrados[^1])));
        Assert.That(Vaciado(operador.Datos), Is.InRange(creada + 1, carpeta));
        Assert.That(Vaciado(Path.Combine(operador.Datos, "icsoe.db-wal")), Is.GreaterThan(carpeta));

        // The last time that something was flushed.
        int Vaciado(string ruta) => llamadas.FindLastIndex(llamada => llamada.Groups["vaciado"].Value == ruta);
    }
}
