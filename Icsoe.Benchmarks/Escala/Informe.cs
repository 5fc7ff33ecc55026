using System.Runtime.InteropServices;

namespace Icsoe.Benchmarks.Escala;

/// <summary>docs/rendimiento.md: one section per order that measures, each written without touching the others.</summary>
internal static class Informe
{
    private const string Cabeza = "# Rendimiento a tamaño real";
    private const string Marca = "## ";

    /// <summary>Where the report lies when nobody says otherwise.</summary>
    public static string Predeterminado => Path.Combine(Programas.Raiz, "docs", "rendimiento.md");

    /// <summary>Writes a section: when and how it was measured, on what machine, what a reader must know, the table, and what falls short.</summary>
    public static void Escribir(
        string ruta,
        string titulo,
        string orden,
        IEnumerable<string> notas,
        IReadOnlyList<Renglon> renglones,
        IEnumerable<string> cola
    )
    {
        IReadOnlyList<string> seccion =
        [
            $"Medido el {TimeProvider.System.GetUtcNow():yyyy-MM-dd} con `dotnet run -c Release --project Icsoe.Benchmarks -- {orden}`.",
            "",
            $"- Máquina: {Environment.ProcessorCount} núcleos {RuntimeInformation.ProcessArchitecture}, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}.",
            $"- Carga de la máquina al terminar: {Carga()}.",
            .. notas.Select(nota => $"- {nota}"),
            "",
            .. Tabla.Lineas(renglones),
            "",
            .. Tabla.Faltantes(renglones),
            .. cola,
        ];
        ruta = Path.GetFullPath(ruta);
        Directory.CreateDirectory(Path.GetDirectoryName(ruta)!);
        File.WriteAllLines(ruta, Poner(File.Exists(ruta) ? File.ReadAllLines(ruta) : [Cabeza], titulo, seccion));
    }

    /// <summary>The lines of a report with one section replaced, or added after the others.</summary>
    internal static IEnumerable<string> Poner(IReadOnlyList<string> lineas, string titulo, IReadOnlyList<string> seccion)
    {
        var desde = Enumerable.Range(0, lineas.Count).FirstOrDefault(i => lineas[i] == Marca + titulo, lineas.Count);
        var hasta = Enumerable
            .Range(0, lineas.Count)
            .FirstOrDefault(i => i > desde && lineas[i].StartsWith(Marca, StringComparison.Ordinal), lineas.Count);
        var antes = Recortar(lineas.Take(desde));
        var despues = Recortar(lineas.Skip(hasta));
        return [.. antes, "", Marca + titulo, "", .. Recortar(seccion), .. despues.Count == 0 ? despues : ["", .. despues]];
    }

    private static List<string> Recortar(IEnumerable<string> lineas)
    {
        var recortadas = lineas.ToList();
        while (recortadas is [.., ""])
            recortadas.RemoveAt(recortadas.Count - 1);
        return recortadas;
    }

    private static string Carga() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "desconocida";
}
