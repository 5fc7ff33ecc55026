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
        using var operador = new Operador();
        var llamadas = Seguir(operador, "importar", operador.Libro(Publico, Publico.Serie(3)), "--publicacion", "2024-01");
        var nombrados = llamadas.FindAll(llamada => Path.GetDirectoryName(llamada.Groups["hasta"].Value) == operador.Archivos);
        Assert.That(nombrados, Has.Count.EqualTo(9), "El libro, sus tres formatos, los cuatro de todo el almacén y el manifiesto.");
        foreach (var nombrado in nombrados)
            Assert.That(Vaciado(nombrado.Groups["desde"].Value), Is.InRange(0, llamadas.IndexOf(nombrado) - 1));
        var creada = llamadas.FindIndex(llamada => llamada.Groups["carpeta"].Value == operador.Archivos);
        var carpeta = Vaciado(operador.Archivos);
        Assert.That(carpeta, Is.GreaterThan(llamadas.IndexOf(nombrados[^1])));
        Assert.That(Vaciado(operador.Datos), Is.InRange(creada + 1, carpeta));
        Assert.That(Vaciado(Path.Combine(operador.Datos, "icsoe.db-wal")), Is.GreaterThan(carpeta));

        int Vaciado(string ruta) => UltimoVaciado(llamadas, ruta);
    }

    [Test]
    public void Una_llave_esta_en_el_disco_con_su_nombre_antes_de_que_el_almacen_cuente_con_ella()
    {
        using var operador = new Operador();
        var llamadas = Seguir(operador, "llave", "nueva");
        var llaves = operador.Ruta("datos", "recepcion", "llaves");
        var carpeta = Vaciado(llaves);
        Assert.That(Vaciado(Directory.GetFiles(llaves).Single()), Is.InRange(0, carpeta - 1));
        foreach (var nueva in new[] { llaves, Path.GetDirectoryName(llaves)! })
            Assert.That(
                Vaciado(Path.GetDirectoryName(nueva)!),
                Is.GreaterThan(llamadas.FindIndex(llamada => llamada.Groups["carpeta"].Value == nueva)),
                $"El nombre de {nueva}."
            );
        Assert.That(Vaciado(Path.Combine(operador.Datos, "icsoe.db-wal")), Is.GreaterThan(carpeta));

        int Vaciado(string ruta) => UltimoVaciado(llamadas, ruta);
    }

    /// <summary>What an order, which must succeed, asks of the system, in its order.</summary>
    private static List<Match> Seguir(Operador operador, params string[] orden)
    {
        if (!File.Exists("/usr/bin/strace"))
            Assert.Ignore("Sin strace no se ven las llamadas al sistema.");
        var traza = operador.Ruta("traza");
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
                "--datos",
                operador.Datos,
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
        return [.. File.ReadLines(traza).Select(linea => Llamada().Match(linea)).Where(llamada => llamada.Success)];
    }

    /// <summary>The last time that something was flushed; -1 if it never was.</summary>
    private static int UltimoVaciado(List<Match> llamadas, string ruta) =>
        llamadas.FindLastIndex(llamada => llamada.Groups["vaciado"].Value == ruta);
}
