using System.CommandLine;
using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Fuzz;

namespace Icsoe.Benchmarks.Comandos;

/// <summary><c>fuzz</c>: nothing that comes in may break what is inside.</summary>
internal static class OrdenFuzz
{
    private const int Libros = 5_000;
    private const int Lineas = 20_000;

    public static Command Crear()
    {
        var semilla = Opciones.Semilla();
        var libros = Opciones.Entero("--libros", "Libros mutados.", Libros, 0, 1_000_000);
        var lineas = Opciones.Entero("--lineas", "Líneas NDJSON mutadas.", Lineas, 0, 10_000_000);
        var informe = new Option<string?>("--informe")
        {
            Description = "Archivo de la cuenta (si falta, docs/fuzz.md cuando se disparan todos).",
            HelpName = "ARCHIVO",
        };
        var orden = new Command("fuzz", "Libros y líneas estropeados por las puertas verdaderas; dice qué fue de ellos.")
        {
            semilla,
            libros,
            lineas,
            informe,
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
                        string[] tabla =
                        [
                            "| Qué | Cuántos | Aceptados | Rechazados | Excepciones | Cuelgues | Almacén cambiado | El más lento |",
                            "|---|--:|--:|--:|--:|--:|--:|--:|",
                            .. cuentas.Select(cuenta => cuenta.Linea()),
                        ];
                        foreach (var linea in tabla)
                            Console.WriteLine(linea);
                        var completo = valores.GetValue(libros) >= Libros && valores.GetValue(lineas) >= Lineas;
                        var destino = valores.GetValue(informe) ?? (completo ? Path.Combine(Programas.Raiz, "docs", "fuzz.md") : null);
                        if (destino is not null)
                            Escribir(destino, valores.GetValue(semilla), tabla);
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

    private static void Escribir(string ruta, ulong semilla, IEnumerable<string> tabla)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(ruta))!);
        File.WriteAllLines(
            ruta,
            [
                "# Archivos estropeados al azar",
                "",
                $"Cuenta del {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, semilla {semilla}: `dotnet run -c Release --project Icsoe.Benchmarks -- fuzz`.",
                "",
                "Cada libro y cada línea se estropea (bytes, partes del zip, XML, JSON) y entra por su puerta verdadera. Se cuenta cuántos se aceptan, cuántos se",
                "rechazan con su motivo, y cuántos hacen lo que nunca debe pasar: una excepción sin atender, un cuelgue, o un almacén que cambia con lo rechazado.",
                "",
                .. tabla,
            ]
        );
    }
}
