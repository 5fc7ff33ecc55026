using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Icsoe.Tests.Lectura;

/// <summary>
/// Writes small workbooks by hand, so that a test decides every byte: sheets of values (text, numbers, dates, null for no
/// cell), or parts of its own.
/// </summary>
public sealed class LibroDePrueba
{
    /// <summary>Headers of the public list, as our own files write them (design, section 8).</summary>
    public static readonly string[] EncabezadoPublico =
    [
        "Nombre, denominación o razón social del contratista",
        "Tipo de persona del contratista",
        "Nombre, denominación o razón social del contratante",
        "Tipo de persona del contratante",
        "Folio del contrato",
        "Servicio u obra especializada contratada",
        "Fecha inicio",
        "Fecha fin",
        "Número de personas trabajadoras",
        "Cuatrimestre",
        "Año",
        "Tipo de informativa",
        "Folio de la informativa",
        "Fecha de presentación",
    ];

    /// <summary>Headers of the inconsistent list.</summary>
    public static readonly string[] EncabezadoInconsistente = [.. EncabezadoPublico, "Inconsistencia"];

    private readonly List<(string Nombre, string Contenido)> hojas = [];
    private readonly List<(string Nombre, Action<Stream> Escribir)> partes = [];

    /// <summary>Whether days are counted from 1904.</summary>
    public bool Desde1904 { get; init; }

    /// <summary>Whether texts go to the shared strings instead of into the cells.</summary>
    public bool ConTextosCompartidos { get; init; }

    /// <summary>Whether the sheets tell their dimension.</summary>
    public bool ConDimension { get; init; } = true;

    private readonly List<string> compartidos = [];

    /// <summary>A row of a contract, in the order of <see cref="EncabezadoPublico"/>.</summary>
    public static object?[] FilaDeContrato(int numero = 1, object? inicio = null, object? personas = null) =>
        [
            "SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.",
            "Moral",
            $"COMERCIAL EJEMPLO {numero}",
            "Moral",
            $"A26P{numero:D7}",
            "MTTO PREVENTIVO A ELEVADORES",
            inicio ?? new DateOnly(2026, 1, 15),
            null,
            personas ?? 12,
            1,
            2026,
            "Normal",
            $"N26{numero:D7}",
            new DateOnly(2026, 5, 12),
        ];

    /// <summary>A row of an informativa without contracts.</summary>
    public static object?[] FilaSinContratos(int numero = 1, object? relleno = null) =>
        [
            "JOSÉ ÑÁÑEZ PÉREZ",
            "Física",
            relleno,
            relleno,
            relleno,
            relleno,
            relleno,
            relleno,
            relleno,
            1,
            2026,
            "Sin información",
            $"SI26{numero:D7}",
            new DateOnly(2026, 5, 12),
        ];

    /// <summary>A public list of one sheet: header in the first row, then these rows.</summary>
    public static LibroDePrueba Publico(params object?[][] filas) => new LibroDePrueba().ConHoja("Listado", [EncabezadoPublico, .. filas]);

    /// <summary>Adds a sheet of values.</summary>
    public LibroDePrueba ConHoja(string nombre, params IEnumerable<object?[]> filas)
    {
        var xml = new StringBuilder();
        var fila = 0;
        var columnas = 1;
        foreach (var celdas in filas)
        {
            fila++;
            columnas = Math.Max(columnas, celdas.Length);
            xml.Append($"<row r=\"{fila}\">");
            for (var i = 0; i < celdas.Length; i++)
                xml.Append(Celda(Letra(i) + fila, celdas[i]));
            xml.Append("</row>");
        }
        var dimension = ConDimension ? $"<dimension ref=\"A1:{Letra(columnas - 1)}{Math.Max(fila, 1)}\"/>" : "";
        return ConHojaCruda(nombre, $"{dimension}<sheetData>{xml}</sheetData>");
    }

    /// <summary>Adds a sheet whose inner XML is given.</summary>
    public LibroDePrueba ConHojaCruda(string nombre, string interior)
    {
        hojas.Add((nombre, $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">{interior}</worksheet>"));
        return this;
    }

    /// <summary>Adds a part, or replaces one of the book's own.</summary>
    public LibroDePrueba ConParte(string nombre, string contenido) => ConParte(nombre, Encoding.UTF8.GetBytes(contenido));

    /// <inheritdoc cref="ConParte(string, string)"/>
    public LibroDePrueba ConParte(string nombre, byte[] contenido) => ConParte(nombre, flujo => flujo.Write(contenido));

    /// <summary>Adds a part too large to hold in memory.</summary>
    public LibroDePrueba ConParte(string nombre, Action<Stream> escribir)
    {
        partes.Add((nombre, escribir));
        return this;
    }

    /// <summary>Writes the workbook and returns its path.</summary>
    public string Guardar(string ruta, CompressionLevel nivel = CompressionLevel.Fastest)
    {
        using var archivo = File.Create(ruta);
        Escribir(archivo, nivel);
        return ruta;
    }

    /// <summary>The workbook, without a file.</summary>
    public byte[] EnBytes()
    {
        using var memoria = new MemoryStream();
        Escribir(memoria, CompressionLevel.Fastest);
        return memoria.ToArray();
    }

    private void Escribir(Stream destino, CompressionLevel nivel)
    {
        using var zip = new ZipArchive(destino, ZipArchiveMode.Create, leaveOpen: true);
        var propias = partes.Select(p => p.Nombre).ToHashSet();
        foreach (var (nombre, contenido) in Esqueleto().Where(p => !propias.Contains(p.Nombre)))
            Escribir(zip, nombre, flujo => flujo.Write(Encoding.UTF8.GetBytes(contenido)), nivel);
        foreach (var (nombre, escribir) in partes)
            Escribir(zip, nombre, escribir, nivel);
    }

    /// <summary>Letters of a 0-based column.</summary>
    public static string Letra(int indice) => indice < 26 ? $"{(char)('A' + indice)}" : Letra((indice / 26) - 1) + Letra(indice % 26);

    private static void Escribir(ZipArchive zip, string nombre, Action<Stream> escribir, CompressionLevel nivel)
    {
        using var entrada = zip.CreateEntry(nombre, nivel).Open();
        escribir(entrada);
    }

    private IEnumerable<(string Nombre, string Contenido)> Esqueleto()
    {
        const string Xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        const string Oficina = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Hoja = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        yield return (
            "[Content_Types].xml",
            $"{Xml}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
        );
        yield return (
            "xl/workbook.xml",
            $"{Xml}<workbook xmlns=\"{Hoja}\" xmlns:r=\"{Oficina}\"><workbookPr date1904=\"{(Desde1904 ? 1 : 0)}\"/><sheets>"
                + string.Concat(
                    hojas.Select((h, i) => $"<sheet name=\"{SecurityElement.Escape(h.Nombre)}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>")
                )
                + "</sheets></workbook>"
        );
        yield return (
            "xl/_rels/workbook.xml.rels",
            $"{Xml}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(
                    hojas.Select(
                        (_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{Oficina}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"
                    )
                )
                + "</Relationships>"
        );
        yield return (
            "xl/styles.xml",
            $"{Xml}<styleSheet xmlns=\"{Hoja}\"><cellXfs count=\"2\"><xf numFmtId=\"0\" xfId=\"0\"/><xf numFmtId=\"14\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"
        );
        for (var i = 0; i < hojas.Count; i++)
            yield return ($"xl/worksheets/sheet{i + 1}.xml", Xml + hojas[i].Contenido);
        if (compartidos.Count > 0)
            yield return ("xl/sharedStrings.xml", $"{Xml}<sst xmlns=\"{Hoja}\">{string.Concat(compartidos)}</sst>");
    }

    private string Celda(string referencia, object? valor)
    {
        switch (valor)
        {
            case null:
                return "";
            case string texto:
                var interior = $"<t xml:space=\"preserve\">{SecurityElement.Escape(texto)}</t>";
                if (!ConTextosCompartidos)
                    return $"<c r=\"{referencia}\" t=\"inlineStr\"><is>{interior}</is></c>";
                compartidos.Add($"<si>{interior}</si>");
                return $"<c r=\"{referencia}\" t=\"s\"><v>{compartidos.Count - 1}</v></c>";
            case DateOnly dia:
                return Fecha(referencia, dia.ToDateTime(TimeOnly.MinValue));
            case DateTime momento:
                return Fecha(referencia, momento);
            default:
                return $"<c r=\"{referencia}\"><v>{Convert.ToString(valor, CultureInfo.InvariantCulture)}</v></c>";
        }
    }

    private string Fecha(string referencia, DateTime momento)
    {
        var serie = momento.ToOADate() - (Desde1904 ? 1462 : 0);
        return $"<c r=\"{referencia}\" s=\"1\"><v>{serie.ToString("R", CultureInfo.InvariantCulture)}</v></c>";
    }
}
