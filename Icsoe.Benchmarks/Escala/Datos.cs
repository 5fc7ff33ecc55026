using System.Text;
using System.Text.Json;
using Icsoe.Benchmarks.Generador;
using Icsoe.Domain.Modelo;

namespace Icsoe.Benchmarks.Escala;

/// <summary>The generated data that the rows of the table share, made when first asked for and kept for the next run.</summary>
internal sealed class Datos(string trabajo, double escala, CancellationToken ct)
{
    private const ulong Semilla = 1;
    private const double Cambio = 0.02;
    private static readonly Periodo Actual = Periodo.De(2026, 1);

    /// <summary>How late anyone files depends on how many months there are: always these, however few are asked for.</summary>
    private const int MesesPosibles = 17;

    /// <summary>So many times the real size make a million rows.</summary>
    private const double Millon = 1_000_000.0 / FilasReales;

    private const int FilasReales = 356_095;

    public const string Publicacion = "2026-06";
    public const string Siguiente = "2026-07";

    /// <summary>From 2021-1, in order.</summary>
    public static IReadOnlyList<Periodo> Periodos { get; } =
    [.. Enumerable.Range(0, 16).Select(i => Periodo.De(2021 + (i / 3), 1 + (i % 3)))];

    /// <summary>The reference workbook: 2026-1, seed 1.</summary>
    public string Libro => Path.Combine(Base(), Publicacion, "LPP2026.xlsx");

    public string LibroSiguiente => Path.Combine(Base(), Siguiente, "LPP2026.xlsx");

    public string Tsv => Path.Combine(Base(), Publicacion, "LPP2026.tsv");

    public string Ndjson => Path.Combine(Base(), Publicacion, "informativas-2026-1.ndjson");

    public string LibroDelMillon => Path.Combine(DelMillon(), Publicacion, "LPP2026.xlsx");

    public string NdjsonDelMillon => Path.Combine(DelMillon(), Publicacion, "informativas-2026-1.ndjson");

    /// <summary>The public workbook of every periodo from 2021-1, with its TSV beside.</summary>
    public IReadOnlyList<string> Dieciseis => Libros(Historia(), Publicacion, "LP*.xlsx");

    /// <summary>The workbooks of both lists of every periodo from 2021-1.</summary>
    public IReadOnlyList<string> TreintaYDos => Libros(Historia(), Publicacion, "L*.xlsx");

    /// <summary>Both workbooks of 2026-1 a month later.</summary>
    public IReadOnlyList<string> DelMesSiguiente => Libros(Base(), Siguiente, "L*.xlsx");

    /// <summary>
    /// The public workbook of every periodo, or of the last one alone, a month after another, each written when it is reached; whoever
    /// takes them removes them.
    /// </summary>
    /// <param name="desde">First month, 1 being the base.</param>
    public IEnumerable<string> Mensuales(string carpeta, int desde, bool soloElActual)
    {
        var pedido = new Pedido(
            Semilla,
            soloElActual ? [Actual] : Periodos,
            escala,
            MesesPosibles,
            Cambio,
            carpeta,
            ConLibros: false,
            ConTsv: true,
            desde
        );
        foreach (var version in Generacion.Escribir(pedido, ct))
        {
            var listado = new Listado(version.Periodo, Lista.Publico);
            var mes = Path.Combine(carpeta, version.Publicacion);
            var libro = Path.Combine(mes, $"{listado.Nombre}.xlsx");
            RenglonesDeTsv.EscribirLibro(listado, Path.ChangeExtension(libro, ".tsv"), libro, ct);
            foreach (var resto in Directory.GetFiles(mes).Where(archivo => Path.GetExtension(archivo) != ".xlsx"))
                File.Delete(resto);
            yield return libro;
        }
    }

    /// <summary>Informativas as NDJSON, as many as make so many contracts or a few more, and how many those are.</summary>
    public (byte[] Ndjson, int Contratos) InformativasPorValidar(int contratos)
    {
        // Rows enough: some are informativas without contracts.
        var carpeta = Generar("validar", 2.0 * contratos / FilasReales, [Actual], 1);
        using var salida = new MemoryStream();
        var van = 0;
        foreach (
            var linea in File.ReadLines(Path.Combine(carpeta, Publicacion, "informativas-2026-1.ndjson")).TakeWhile(_ => van < contratos)
        )
        {
            using var informativa = JsonDocument.Parse(linea);
            van += informativa.RootElement.GetProperty("contratos").GetArrayLength();
            salida.Write(Encoding.UTF8.GetBytes(linea + "\n"));
        }
        return (salida.ToArray(), van);
    }

    /// <summary>A folder that stays from one run to the next.</summary>
    public string Fija(string nombre) => Path.Combine(trabajo, $"{nombre}-{escala:0.####}");

    /// <summary>A folder that did not exist.</summary>
    public string Vacia(string nombre)
    {
        var ruta = Path.Combine(trabajo, nombre);
        if (Directory.Exists(ruta))
            Directory.Delete(ruta, recursive: true);
        return ruta;
    }

    private string Historia() => Generar("historia", escala, Periodos, 1);

    private static List<string> Libros(string carpeta, string publicacion, string patron) =>
        [.. Directory.GetFiles(Path.Combine(carpeta, publicacion), patron).Order(StringComparer.Ordinal)];

    private string Base() => Generar("base", escala, [Actual], 2);

    private string DelMillon() => Generar("millon", escala * Millon, [Actual], 1);

    private string Generar(string nombre, double tamano, IReadOnlyList<Periodo> periodos, int meses)
    {
        var carpeta = Path.Combine(trabajo, $"{nombre}-{tamano:0.####}");
        var completa = Path.Combine(carpeta, "completa");
        if (File.Exists(completa))
            return carpeta;
        Console.Error.WriteLine($"generando {nombre}…");
        foreach (var _ in Generacion.Escribir(new Pedido(Semilla, periodos, tamano, meses, Cambio, carpeta, ConTsv: true), ct))
            ct.ThrowIfCancellationRequested();
        File.WriteAllText(completa, "");
        return carpeta;
    }
}
