using System.IO.Compression;
using System.Text;

namespace Icsoe.Domain.Exportacion;

/// <summary>One sheet of a workbook to repack.</summary>
/// <param name="Nombre">Its name, already valid as an XML attribute.</param>
/// <param name="Columnas">Columns, 1..26.</param>
/// <param name="Filas">Rows, header included, ≥ 1.</param>
/// <param name="ConFiltro">Whether its header carries an automatic filter.</param>
internal sealed record HojaPorEmpacar(string Nombre, int Columnas, int Filas, bool ConFiltro)
{
    public string Rango => $"A1:{(char)('A' + Columnas - 1)}{Filas}";
}

/// <summary>
/// Turns MiniExcel's workbook into the one we seal: the same rows give the same bytes. Sheets and styles are MiniExcel's;
/// everything around them, where its random relationship ids and the clock are, is written here with fixed text.
/// </summary>
internal static class Reempacador
{
    private const string Declaracion = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Paquete = "http://schemas.openxmlformats.org/package/2006";
    private const string Oficina = "http://schemas.openxmlformats.org/officeDocument/2006";
    private const string TipoHoja = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    // The first instant a zip can hold; written as it is, in no time zone.
    private static readonly DateTimeOffset Instante = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Repacks.</summary>
    /// <param name="origen">MiniExcel's workbook; seekable.</param>
    /// <param name="destino">Where the workbook goes; need not be seekable, and gets the same bytes either way.</param>
    /// <param name="hojas">The sheets, in MiniExcel's order.</param>
    internal static void Reempacar(Stream origen, Stream destino, IReadOnlyList<HojaPorEmpacar> hojas, CancellationToken ct)
    {
        using var entrada = new ZipArchive(origen, ZipArchiveMode.Read, leaveOpen: true);
        using var solo = new SoloEscritura(destino);
        using var salida = new ZipArchive(solo, ZipArchiveMode.Create, leaveOpen: true);
        Fijo(salida, "[Content_Types].xml", TiposDeContenido(hojas.Count));
        Fijo(
            salida,
            "_rels/.rels",
            $"<Relationships xmlns=\"{Paquete}/relationships\">"
                + $"<Relationship Id=\"rId1\" Type=\"{Oficina}/relationships/officeDocument\" Target=\"xl/workbook.xml\"/>"
                + $"<Relationship Id=\"rId2\" Type=\"{Paquete}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
                + $"<Relationship Id=\"rId3\" Type=\"{Oficina}/relationships/extended-properties\" Target=\"docProps/app.xml\"/>"
                + "</Relationships>"
        );
        Fijo(
            salida,
            "docProps/app.xml",
            $"<Properties xmlns=\"{Oficina}/extended-properties\"><Application>Icsoe.Api</Application></Properties>"
        );
        // Neither dates nor publication: a sealed file says nothing that its rows do not.
        Fijo(
            salida,
            "docProps/core.xml",
            $"<cp:coreProperties xmlns:cp=\"{Paquete}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
                + "<dc:creator>Icsoe.Api</dc:creator></cp:coreProperties>"
        );
        Fijo(salida, "xl/workbook.xml", Libro(hojas));
        Fijo(salida, "xl/_rels/workbook.xml.rels", RelacionesDelLibro(hojas.Count));
        using (var estilos = Abrir(entrada, "xl/styles.xml"))
        using (var copia = Crear(salida, "xl/styles.xml"))
            estilos.CopyTo(copia);
        for (var i = 0; i < hojas.Count; i++)
        {
            using var hoja = Abrir(entrada, Ruta(i));
            using var copia = Crear(salida, Ruta(i));
            ReescritorDeHoja.Copiar(hoja, copia, hojas[i].Rango, hojas[i].ConFiltro, ct);
        }
    }

    private static string Ruta(int hoja) => $"xl/worksheets/sheet{hoja + 1}.xml";

    private static string TiposDeContenido(int hojas)
    {
        var tipos = new StringBuilder($"<Types xmlns=\"{Paquete}/content-types\">")
            .Append("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>")
            .Append("<Default Extension=\"xml\" ContentType=\"application/xml\"/>")
            .Append("<Override PartName=\"/docProps/app.xml\" ")
            .Append("ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>")
            .Append("<Override PartName=\"/docProps/core.xml\" ")
            .Append("ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>")
            .Append($"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{TipoHoja}.sheet.main+xml\"/>")
            .Append($"<Override PartName=\"/xl/styles.xml\" ContentType=\"{TipoHoja}.styles+xml\"/>");
        for (var i = 0; i < hojas; i++)
            tipos.Append($"<Override PartName=\"/{Ruta(i)}\" ContentType=\"{TipoHoja}.worksheet+xml\"/>");
        return tipos.Append("</Types>").ToString();
    }

    private static string Libro(IReadOnlyList<HojaPorEmpacar> hojas)
    {
        var libro = new StringBuilder("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" ").Append(
            $"xmlns:r=\"{Oficina}/relationships\"><sheets>"
        );
        for (var i = 0; i < hojas.Count; i++)
            libro.Append($"<sheet name=\"{hojas[i].Nombre}\" sheetId=\"{i + 1}\" r:id=\"rId{i + 1}\"/>");
        return libro.Append("</sheets></workbook>").ToString();
    }

    private static string RelacionesDelLibro(int hojas)
    {
        var relaciones = new StringBuilder($"<Relationships xmlns=\"{Paquete}/relationships\">");
        for (var i = 0; i < hojas; i++)
            relaciones.Append(
                $"<Relationship Id=\"rId{i + 1}\" Type=\"{Oficina}/relationships/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"
            );
        return relaciones
            .Append($"<Relationship Id=\"rId{hojas + 1}\" Type=\"{Oficina}/relationships/styles\" Target=\"styles.xml\"/></Relationships>")
            .ToString();
    }

    private static void Fijo(ZipArchive salida, string ruta, string xml)
    {
        using var parte = Crear(salida, ruta);
        parte.Write(Encoding.UTF8.GetBytes(Declaracion + xml));
    }

    private static Stream Abrir(ZipArchive entrada, string ruta) =>
        (entrada.GetEntry(ruta) ?? throw new InvalidDataException($"MiniExcel wrote no {ruta}.")).Open();

    private static Stream Crear(ZipArchive salida, string ruta)
    {
        var parte = salida.CreateEntry(ruta, CompressionLevel.Optimal);
        parte.LastWriteTime = Instante;
        return parte.Open();
    }
}
