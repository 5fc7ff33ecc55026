using System.CommandLine;
using Icsoe.Benchmarks.Fuzz;

namespace Icsoe.Benchmarks.Comandos;

/// <summary><c>fuzz</c>: nothing that comes in may break what is inside.</summary>
internal static class OrdenFuzz
{
    public static Command Crear()
    {
        var semilla = Opciones.Semilla();
        var libros = Opciones.Entero("--libros", "Libros mutados.", 5_000, 0, 1_000_000);
        var lineas = Opciones.Entero("--lineas", "Líneas NDJSON mutadas.", 20_000, 0, 10_000_000);
        var orden = new Command("fuzz", "Libros y líneas estropeados por las puertas verdaderas; dice qué fue de ellos.")
        {
            semilla,
            libros,
            lineas,
        };
        orden.SetAction(
            async (valores, ct) =>
            {
                var limpio = false;
                var codigo = await Opciones.GuardadaAsync(() =>
                {
                    var trabajo = Directory.CreateTempSubdirectory("icsoe-fuzz-").FullName;
                    try
                    {
                        var tiroteo = new Tiroteo(valores.GetValue(semilla), trabajo, ct);
                        var cuentas = new[] { tiroteo.Libros(valores.GetValue(libros)), tiroteo.Lineas(valores.GetValue(lineas)) };
                        Console.WriteLine($"Semilla {valores.GetValue(semilla)}.");
                        Console.WriteLine();
                        Console.WriteLine(
                            "| Qué | Cuántos | Aceptados | Rechazados | Excepciones | Cuelgues | Almacén cambiado | El más lento |"
                        );
                        Console.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|");
                        foreach (var cuenta in cuentas)
                            Console.WriteLine(cuenta.Linea());
                        limpio = cuentas.All(cuenta => cuenta.Limpia);
                    }
                    finally
                    {
                        Directory.Delete(trabajo, recursive: true);
                    }
                });
                return codigo != 0 || !limpio ? 1 : 0;
            }
        );
        return orden;
    }
}
