using Icsoe.Benchmarks.Referencias;

namespace Icsoe.Benchmarks.Escala;

/// <summary>Several runs of the same thing, as one figure: the medians of the times, the peak of the memory.</summary>
/// <param name="Bytes">Size of what it made; 0 when that is not the matter.</param>
internal sealed record Cifra(double Segundos, double Cpu, double Mib, long Bytes = 0)
{
    public static Cifra De(IReadOnlyList<Medida> medidas, long bytes = 0) =>
        new(
            medidas.Select(medida => medida.Reloj.TotalSeconds).Mediana(),
            medidas.Select(medida => medida.Cpu.TotalSeconds).Mediana(),
            medidas.Max(medida => medida.RssAnon) / 1048576.0,
            bytes
        );

    /// <summary>Ours and its reference in turns, so that a busy moment touches both.</summary>
    public static (Cifra Nuestra, Cifra Referencia) EnTurnos(int vueltas, Func<Medida> nuestra, Func<Medida> referencia)
    {
        var (nuestras, suyas) = (new List<Medida>(), new List<Medida>());
        for (var vuelta = 0; vuelta < vueltas; vuelta++)
        {
            suyas.Add(referencia());
            nuestras.Add(nuestra());
        }
        return (De(nuestras), De(suyas));
    }
}

/// <summary>Figures out of many.</summary>
internal static class Estadistica
{
    public static double Mediana(this IEnumerable<double> valores)
    {
        var orden = valores.Order().ToList();
        return orden.Count % 2 == 1 ? orden[orden.Count / 2] : (orden[(orden.Count / 2) - 1] + orden[orden.Count / 2]) / 2;
    }

    /// <summary>The least value that so many of a hundred do not exceed.</summary>
    public static double Percentil(this IEnumerable<double> valores, double cien)
    {
        var orden = valores.Order().ToList();
        return orden[Math.Max(0, (int)Math.Ceiling(orden.Count * cien / 100) - 1)];
    }
}

/// <summary>A line of the table.</summary>
/// <param name="Nuestra">What we take, in words.</param>
/// <param name="Referencia">What it is compared with, in words.</param>
/// <param name="Medido">The ratio, or the figure itself when the bar is absolute; null when it could not be measured.</param>
/// <param name="Barra">What it must not exceed; null when it is only told.</param>
/// <param name="Lejana">The moonshot; null when the issue names none.</param>
/// <param name="Unidad">After the figure: <c>×</c>, <c>MiB</c>, <c>s</c>.</param>
/// <param name="AlMenos">The bar is what it must reach instead.</param>
internal sealed record Renglon(
    string Que,
    string Nuestra,
    string Referencia,
    double? Medido,
    double? Barra,
    double? Lejana,
    string Unidad,
    bool AlMenos = false
)
{
    /// <summary>The time of ours over that of its reference.</summary>
    public static Renglon DeTiempos(string que, Cifra nuestra, string contra, Cifra referencia, double barra, double? lejana) =>
        new(que, nuestra.Tiempos(), $"{contra}: {referencia.Tiempos()}", nuestra.Segundos / referencia.Segundos, barra, lejana, "×");

    public bool Cumple => Barra is not { } barra || (AlMenos ? Medido >= barra : Medido <= barra);

    /// <summary>What the bar asks, in a sentence.</summary>
    public string Exigencia => $"{$"{Barra:0.##} {Unidad}".TrimEnd()} o {(AlMenos ? "más" : "menos")}";
}

/// <summary>The table in Markdown, which a person reads in a terminal as well.</summary>
internal static class Tabla
{
    public static IEnumerable<string> Lineas(IReadOnlyList<Renglon> renglones)
    {
        // A column that would be empty from top to bottom is left out.
        var conMeta = renglones.Any(renglon => renglon.Lejana is not null);
        yield return $"| Qué | Nuestro | Referencia | Medido | Barra |{(conMeta ? " Meta lejana |" : "")} |";
        yield return $"|---|---|---|--:|--:|{(conMeta ? "--:|" : "")}---|";
        foreach (var renglon in renglones)
        {
            var medido = renglon.Medido is { } cifra ? $"**{$"{cifra:0.00} {renglon.Unidad}".TrimEnd()}**" : "sin medir";
            var barra = renglon.Barra is { } limite ? $"{(renglon.AlMenos ? '≥' : '≤')} {limite:0.##} {renglon.Unidad}" : "";
            var lejana = renglon.Lejana is { } meta ? $"{meta:0.##} {renglon.Unidad}" : "";
            var juicio =
                renglon.Barra is null ? ""
                : renglon.Cumple ? "cumple"
                : "**no llega**";
            yield return $"| {renglon.Que} | {renglon.Nuestra} | {renglon.Referencia} | {medido} | {barra} |{(conMeta ? $" {lejana} |" : "")} {juicio} |";
        }
    }

    /// <summary>What falls short, in sentences.</summary>
    public static IEnumerable<string> Faltantes(IReadOnlyList<Renglon> renglones)
    {
        var cortos = renglones.Where(renglon => !renglon.Cumple).ToList();
        if (cortos.Count == 0)
            return ["Todo cumple su barra."];
        return
        [
            "No llegan a su barra:",
            "",
            .. cortos.Select(corto =>
                $"- {corto.Que}: {(corto.Medido is { } medido ? $"{medido:0.00} {corto.Unidad}" : "sin medir")}, y debe ser {corto.Exigencia}."
            ),
        ];
    }

    public static string Tiempos(this Cifra cifra) => $"{cifra.Segundos:0.00} s, CPU {cifra.Cpu:0.00} s, {cifra.Mib:0} MiB";

    public static string Mib(long bytes) => $"{bytes / 1048576.0:0.0} MiB";
}
