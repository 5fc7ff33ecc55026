using System.CommandLine;
using System.Runtime.InteropServices;
using Icsoe.Benchmarks.Escala;

namespace Icsoe.Benchmarks.Comandos;

/// <summary><c>escala</c>: the table of what we defend at real size.</summary>
internal static class OrdenEscala
{
    public static Command Crear()
    {
        var filas = new Option<string[]>("--filas")
        {
            Description = $"Solo estas filas, separadas por comas: {string.Join(", ", Tanda.Nombres)}.",
            HelpName = "FILAS",
            DefaultValueFactory = _ => [.. Tanda.Nombres],
            CustomParser = resultado =>
            {
                var pedidas = resultado.Tokens.SelectMany(token => token.Value.Split(',')).ToArray();
                foreach (var ajena in pedidas.Except(Tanda.Nombres))
                    resultado.AddError($"--filas: «{ajena}» no es una; son {string.Join(", ", Tanda.Nombres)}.");
                return pedidas;
            },
        };
        var escala = Opciones.Escala();
        var vueltas = Opciones.Entero("--vueltas", "Veces que se mide cada cosa; se da la mediana.", 3, 1, 15);
        var trabajo = new Option<string?>("--trabajo")
        {
            Description = "Dónde guardar los datos generados, que sirven para la siguiente vez (si falta, artifacts/escala).",
            HelpName = "DIRECTORIO",
        };
        var informe = new Option<string?>("--informe")
        {
            Description = "Archivo del informe (si falta, docs/rendimiento.md cuando se miden todas las filas a tamaño real).",
            HelpName = "ARCHIVO",
        };
        var programa = new Option<string?>("--programa")
        {
            Description = "Icsoe.Api.dll por medir (si falta, el compilado con esta misma configuración).",
            HelpName = "ARCHIVO",
        };
        var orden = new Command("escala", "Mide a tamaño real, cada cifra junto a su referencia.")
        {
            filas,
            escala,
            vueltas,
            trabajo,
            informe,
            programa,
        };
        orden.SetAction(
            (valores, ct) =>
                Opciones.GuardadaAsync(() =>
                {
                    var carpeta = valores.GetValue(trabajo) ?? Path.Combine(Programas.Raiz, "artifacts", "escala");
                    var datos = new Datos(Path.GetFullPath(carpeta), valores.GetValue(escala), ct);
                    var tanda = new Tanda(
                        new Programas(valores.GetValue(programa) ?? Programas.ApiPredeterminada()),
                        datos,
                        valores.GetValue(vueltas)
                    );
                    var renglones = new List<Renglon>();
                    foreach (var fila in valores.GetValue(filas)!)
                    {
                        ct.ThrowIfCancellationRequested();
                        Console.Error.WriteLine($"midiendo {fila}…");
                        renglones.AddRange(tanda.Medir(fila));
                    }
                    foreach (var linea in Tabla.Lineas(renglones))
                        Console.WriteLine(linea);
                    var completo = valores.GetValue(filas)!.Length == Tanda.Nombres.Count && valores.GetValue(escala) == 1;
                    var destino = valores.GetValue(informe) ?? (completo ? Path.Combine(Programas.Raiz, "docs", "rendimiento.md") : null);
                    if (destino is not null)
                        Escribir(destino, renglones, valores.GetValue(escala), valores.GetValue(vueltas));
                })
        );
        return orden;
    }

    private static void Escribir(string ruta, IReadOnlyList<Renglon> renglones, double escala, int vueltas)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(ruta))!);
        File.WriteAllLines(
            ruta,
            [
                "# Rendimiento a tamaño real",
                "",
                $"Medido el {TimeProvider.System.GetUtcNow():yyyy-MM-dd} con `dotnet run -c Release --project Icsoe.Benchmarks -- escala`{(escala == 1 ? "" : $" a escala {escala}")}.",
                "",
                $"- Máquina: {Environment.ProcessorCount} núcleos {RuntimeInformation.ProcessArchitecture}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.",
                $"- Carga de la máquina al terminar: {Carga()}.",
                $"- Cada cifra es la mediana de {vueltas}, tomada por turnos con su referencia. Tiempo de reloj y de CPU del proceso entero, arranque incluido; memoria: máximo de RssAnon, con los ajustes con que se entrega el programa.",
                "- Libro de referencia: el 2026-1 del generador, semilla 1, escrito por libxlsxwriter `constant_memory` con `<dimension>`. Lectura sola: MiniExcel `GetReader`, cada celda.",
                "",
                .. Tabla.Lineas(renglones),
                "",
                .. Faltantes(renglones),
            ]
        );
    }

    private static IEnumerable<string> Faltantes(IReadOnlyList<Renglon> renglones)
    {
        var cortos = renglones.Where(renglon => !renglon.Cumple).ToList();
        if (cortos.Count == 0)
            return ["Todo cumple su barra."];
        return
        [
            "No llegan a su barra:",
            "",
            .. cortos.Select(corto =>
                $"- {corto.Que}: {corto.Medido:0.00} {corto.Unidad}, y debe ser {corto.Barra:0.##} {corto.Unidad} o menos."
            ),
        ];
    }

    private static string Carga() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "desconocida";
}
