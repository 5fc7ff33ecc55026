using System.Runtime.InteropServices;

namespace Icsoe.Domain.Lectura;

/// <summary>Informativas as filed, in whichever of the formats of the institute door (design, section 6).</summary>
public static class ArchivoDeInformativas
{
    private const int BytesDeCabeza = 4 << 10;

    /// <summary>
    /// Reads a file as what it holds: a zip, an encrypted or an empty <c>.xlsx</c> as workbook, objects as NDJSON, a table as CSV.
    /// Its name decides only where the content does not.
    /// </summary>
    /// <exception cref="LecturaException">While enumerating: refused whole by <see cref="LectorNdjson"/>, <see cref="LectorCsv"/> or <see cref="LibroPlano"/>.</exception>
    /// <exception cref="OperationCanceledException">While enumerating, when <paramref name="ct"/> is cancelled.</exception>
    public static IEnumerable<LineaLeida> Leer(string ruta, LimitesDeLectura limites, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(ruta);
        ArgumentNullException.ThrowIfNull(limites);
        return Enumerar(ruta, limites, ct);
    }

    /// <summary>Reads bytes as the format they are said to be in; nothing of them is put on disk.</summary>
    /// <param name="archivo">Name, for the places of the problems.</param>
    /// <exception cref="LecturaException">As of a file.</exception>
    public static IEnumerable<LineaLeida> Leer(
        ReadOnlyMemory<byte> bytes,
        FormatoDeInformativas formato,
        string archivo,
        LimitesDeLectura limites,
        CancellationToken ct
    ) =>
        formato switch
        {
            FormatoDeInformativas.Libro => LibroPlano.Leer(bytes, archivo, limites, ct),
            FormatoDeInformativas.Csv => LectorCsv.Leer(Flujo(bytes), archivo, limites, ct),
            _ => LectorNdjson.Leer(Flujo(bytes), archivo, limites, ct),
        };

    /// <summary>Bytes in memory as a stream, without a copy where that can be.</summary>
    internal static MemoryStream Flujo(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var trozo)
            ? new MemoryStream(trozo.Array!, trozo.Offset, trozo.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);

    private static IEnumerable<LineaLeida> Enumerar(string ruta, LimitesDeLectura limites, CancellationToken ct)
    {
        using var flujo = new FileStream(ruta, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17);
        var cabeza = new byte[BytesDeCabeza];
        var leidos = flujo.ReadAtLeast(cabeza, cabeza.Length, throwOnEndOfStream: false);
        var formato = Reconocer(Path.GetExtension(ruta), cabeza.AsSpan(0, leidos));
        flujo.Position = 0;
        var lineas = formato switch
        {
            FormatoDeInformativas.Libro => LibroPlano.Leer(ruta, limites, ct),
            FormatoDeInformativas.Csv => LectorCsv.Leer(flujo, ruta, limites, ct),
            _ => LectorNdjson.Leer(flujo, ruta, limites, ct),
        };
        foreach (var linea in lineas)
            yield return linea;
    }

    private static FormatoDeInformativas Reconocer(string extension, ReadOnlySpan<byte> cabeza)
    {
        if (cabeza.StartsWith("PK"u8) || cabeza.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            return FormatoDeInformativas.Libro;
        var texto = cabeza.StartsWith("\uFEFF"u8) ? cabeza[3..] : cabeza;
        if (texto.TrimStart(" \t\r\n"u8).StartsWith("{"u8))
            return FormatoDeInformativas.Ndjson;
        if (Es(".csv") || LectorCsv.EsEncabezado(texto))
            return FormatoDeInformativas.Csv;
        return Es(".xlsx") ? FormatoDeInformativas.Libro : FormatoDeInformativas.Ndjson;

        bool Es(string otra) => extension.Equals(otra, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>How informativas are written.</summary>
public enum FormatoDeInformativas
{
    /// <summary>One JSON object a line.</summary>
    Ndjson,

    /// <summary>One row per contract, in text.</summary>
    Csv,

    /// <summary>One row per contract, in a workbook.</summary>
    Libro,
}
