using Icsoe.Benchmarks.Referencias;

namespace Icsoe.Benchmarks.Escala;

/// <summary>Several runs of the same thing, as one figure: the medians of the times, the peak of the memory.</summary>
/// <param name="Bytes">Size of what it made; 0 when that is not the matter.</param>
internal sealed record Cifra(double Segundos, double Cpu, double Mib, long Bytes = 0)
{
    public static Cifra De(IReadOnlyList<Medida> medidas, long bytes = 0) =>
        new(
            Mediana(medidas.Select(medida => medida.Reloj.TotalSeconds)),
            Mediana(medidas.Select(medida => medida.Cpu.TotalSeconds)),
            medidas.Max(medida => medida.RssAnon) / 1048576.0,
            bytes
        );

    private static double Mediana(IEnumerable<double> valores)
    {
        var orden = valores.Order().ToList();
        return orden.Count % 2 == 1 ? orden[orden.Count / 2] : (orden[(orden.Count / 2) - 1] + orden[orden.Count / 2]) / 2;
    }
}

/// <summary>A line of the table.</summary>
/// <param name="Nuestra">What we take, in words.</param>
/// <param name="Referencia">What it is compared with, in words.</param>
/// <param name="Medido">The ratio, or the figure itself when the bar is absolute.</param>
/// <param name="Barra">What it must not exceed.</param>
/// <param name="Lejana">The moonshot; null when the issue names none.</param>
/// <param name="Unidad">After the figure: <c>×</c>, <c>MiB</c>, <c>s</c>.</param>
internal sealed record Renglon(string Que, string Nuestra, string Referencia, double Medido, double Barra, double? Lejana, string Unidad)
{
    public bool Cumple => Medido <= Barra;
}

/// <summary>The table in Markdown, which a person reads in a terminal as well.</summary>
internal static class Tabla
{
    public static IEnumerable<string> Lineas(IEnumerable<Renglon> renglones)
    {
        yield return "| Qué | Nuestro | Referencia | Medido | Barra | Meta lejana | |";
        yield return "|---|---|---|--:|--:|--:|---|";
        foreach (var renglon in renglones)
        {
            var lejana = renglon.Lejana is { } meta ? $"{meta:0.##} {renglon.Unidad}" : "";
            yield return $"| {renglon.Que} | {renglon.Nuestra} | {renglon.Referencia} | **{renglon.Medido:0.00} {renglon.Unidad}** | ≤ {renglon.Barra:0.##} {renglon.Unidad} | {lejana} | {(renglon.Cumple ? "cumple" : "**no llega**")} |";
        }
    }

    public static string Tiempos(this Cifra cifra) => $"{cifra.Segundos:0.00} s, CPU {cifra.Cpu:0.00} s, {cifra.Mib:0} MiB";

    public static string Mib(long bytes) => $"{bytes / 1048576.0:0.0} MiB";
}
