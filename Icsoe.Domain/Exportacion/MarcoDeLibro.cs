using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace Icsoe.Domain.Exportacion;

/// <summary>What a sheet has from MiniExcel: all that comes before its rows, and the style of each cell.</summary>
/// <param name="Vista">Frozen row and widths: the XML between the <c>dimension</c> and the rows.</param>
/// <param name="Encabezados">Style of the header of each column, 1..26.</param>
/// <param name="Datos">Style of the other cells of each column.</param>
internal sealed record MarcoDeHoja(string Vista, IReadOnlyList<int> Encabezados, IReadOnlyList<int> Datos)
{
    private static readonly XNamespace Principal = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Reads it from a sheet of two rows, a header and a pattern.</summary>
    /// <exception cref="InvalidDataException">The sheet is not as MiniExcel 1.46 writes it.</exception>
    internal static MarcoDeHoja Leer(string hoja, int columnas)
    {
        var vista = hoja.IndexOf("<x:sheetViews>", StringComparison.Ordinal);
        var filas = hoja.IndexOf("<x:sheetData>", StringComparison.Ordinal);
        if (vista < 0 || filas < vista)
            throw new InvalidDataException("MiniExcel wrote a sheet without sheetViews before its sheetData.");
        return Estilos(hoja) is [var encabezados, var datos] && encabezados.Length == columnas && datos.Length == columnas
            ? new MarcoDeHoja(hoja[vista..filas].Replace("x:", "", StringComparison.Ordinal), encabezados, datos)
            : throw new InvalidDataException("MiniExcel wrote more or fewer cells than the pattern has.");
    }

    private static int[][] Estilos(string hoja)
    {
        try
        {
            return
            [
                .. XDocument
                    .Parse(hoja)
                    .Descendants(Principal + "row")
                    .Select(fila => fila.Elements(Principal + "c").Select(celda => (int)celda.Attribute("s")!).ToArray()),
            ];
        }
        catch (Exception error) when (error is XmlException or FormatException or ArgumentNullException)
        {
            throw new InvalidDataException("MiniExcel wrote a sheet that is not known.", error);
        }
    }
}

/// <summary>
/// What MiniExcel gives a workbook: its styles, and the frame of each sheet. It writes a workbook of the same columns with one
/// pattern row, and from that one is taken what the rows of ours need.
/// </summary>
internal sealed record MarcoDeLibro(byte[] Estilos, MarcoDeHoja Datos, MarcoDeHoja Notas)
{
    private const string FormatoDeFecha = "dd/mm/yyyy";

    /// <param name="columnas">Of the first sheet.</param>
    /// <param name="notas">Of the second; no header may be in both.</param>
    internal static MarcoDeLibro De(IReadOnlyList<ColumnaDeLibro> columnas, IReadOnlyList<ColumnaDeLibro> notas)
    {
        using var patron = new MemoryStream();
        patron.SaveAs(
            new Dictionary<string, object> { ["Datos"] = Filas(columnas), ["Notas"] = Filas(notas) },
            configuration: Configuracion([.. columnas.Index(), .. notas.Index()])
        );
        using var zip = new ZipArchive(patron, ZipArchiveMode.Read);
        return new MarcoDeLibro(
            Parte(zip, "xl/styles.xml"),
            MarcoDeHoja.Leer(Hoja(zip, 1), columnas.Count),
            MarcoDeHoja.Leer(Hoja(zip, 2), notas.Count)
        );
    }

    private static Dictionary<string, object>[] Filas(IReadOnlyList<ColumnaDeLibro> columnas) =>
        [
            columnas.ToDictionary(
                columna => columna.Encabezado,
                object (columna) =>
                    columna.Clase switch
                    {
                        ClaseDeCelda.Numero => 1,
                        ClaseDeCelda.Fecha => new DateTime(2021, 9, 1),
                        _ => "texto",
                    }
            ),
        ];

    // With TableStyles.None openpyxl refuses the file; another culture than the invariant one makes MiniExcel write numbers
    // and dates as text.
    private static OpenXmlConfiguration Configuracion(IReadOnlyList<(int Lugar, ColumnaDeLibro Columna)> columnas) =>
        new()
        {
            TableStyles = TableStyles.Default,
            FreezeRowCount = 1,
            Culture = CultureInfo.InvariantCulture,
            DynamicColumns =
            [
                .. columnas.Select(par => new DynamicExcelColumn(par.Columna.Encabezado)
                {
                    Index = par.Lugar,
                    Width = par.Columna.Ancho,
                    Format = par.Columna.Clase == ClaseDeCelda.Fecha ? FormatoDeFecha : null,
                }),
            ],
        };

    private static byte[] Parte(ZipArchive zip, string ruta)
    {
        using var parte = Abrir(zip, ruta);
        using var copia = new MemoryStream();
        parte.CopyTo(copia);
        return copia.ToArray();
    }

    private static string Hoja(ZipArchive zip, int numero)
    {
        using var lector = new StreamReader(Abrir(zip, $"xl/worksheets/sheet{numero}.xml"));
        return lector.ReadToEnd();
    }

    private static Stream Abrir(ZipArchive zip, string ruta) =>
        (zip.GetEntry(ruta) ?? throw new InvalidDataException($"MiniExcel wrote no {ruta}.")).Open();
}
