using System.Globalization;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace Icsoe.Domain.Exportacion;

/// <summary>
/// The XLSX of a listado (design, sections 5 and 8): the data in its first sheet, the notice of the list in the second.
/// The same rows and notice give the same bytes, whatever the clock, the culture or the time zone.
/// </summary>
public static class LibroXlsx
{
    /// <summary>Name of the sheet with the data.</summary>
    public const string HojaDeDatos = "Listado";

    /// <summary>Name of the sheet with the notice.</summary>
    public const string HojaDeAviso = "INFORMACIÓN IMPORTANTE";

    private const string FormatoDeFecha = "dd/mm/yyyy";

    // Serials before this day mean one day in Excel and another in LibreOffice (1900 was no leap year), and before 1900 none.
    private static readonly DateOnly PrimeraFecha = new(1900, 3, 1);

    /// <summary>Writes the workbook of a listado. Memory does not grow with the rows; they pass through a temporary file.</summary>
    /// <param name="destino">Left open; need not be seekable.</param>
    /// <param name="lista">Decides the columns.</param>
    /// <param name="renglones">Already in the order of the file; read once. None gives a workbook with headers only.</param>
    /// <param name="aviso">The notice, one line a row; the first one, its title, is the header row of its sheet.</param>
    /// <param name="carpetaTemporal">Folder for the temporary file, made when absent; the file goes away in every case.</param>
    /// <returns>Rows of data written.</returns>
    /// <exception cref="InvalidOperationException">More than 1,048,575 rows: they do not fit in a sheet.</exception>
    /// <exception cref="InvalidDataException">MiniExcel wrote something the repacker does not know.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> asked to stop; what was written is no workbook.</exception>
    public static int Escribir(
        Stream destino,
        Lista lista,
        IEnumerable<RenglonPublico> renglones,
        IReadOnlyList<string> aviso,
        string carpetaTemporal,
        CancellationToken ct
    )
    {
        var columnas = ColumnasDeListado.De(lista);
        var titulo = aviso.Count > 0 ? aviso[0] : "";
        Directory.CreateDirectory(carpetaTemporal);
        using var temporal = new FileStream(
            Path.Combine(carpetaTemporal, $"libro-{Path.GetRandomFileName()}.xlsx"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
                BufferSize = 1 << 16,
            }
        );
        using var datos = new LectorParaMiniExcel<RenglonPublico>(
            [.. columnas.Select(columna => columna.Encabezado)],
            renglones,
            (renglon, i) => Celda(columnas[i].Valor(renglon)),
            ct
        );
        using var lineas = new LectorParaMiniExcel<string>([titulo], aviso.Skip(1), (linea, _) => linea, ct);
        temporal.SaveAs(
            new Dictionary<string, object>(StringComparer.Ordinal) { [HojaDeDatos] = datos, [HojaDeAviso] = lineas },
            configuration: Configuracion(columnas, titulo)
        );
        temporal.Position = 0;
        Reempacador.Reempacar(
            temporal,
            destino,
            [
                new HojaPorEmpacar(HojaDeDatos, columnas.Count, datos.Leidas + 1, ConFiltro: true),
                new HojaPorEmpacar(HojaDeAviso, 1, lineas.Leidas + 1, ConFiltro: false),
            ],
            ct
        );
        return datos.Leidas;
    }

    private static object? Celda(object? valor) =>
        valor switch
        {
            DateOnly fecha when fecha >= PrimeraFecha => fecha.ToDateTime(TimeOnly.MinValue),
            // What no spreadsheet can hold as a date is said as text, in the format its neighbours show.
            DateOnly fecha => fecha.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture),
            _ => valor,
        };

    // FastMode holds the whole sheet in memory; with TableStyles.None openpyxl refuses the file; another culture than the
    // invariant one makes MiniExcel write numbers and dates as text.
    private static OpenXmlConfiguration Configuracion(IReadOnlyList<ColumnaDeListado> columnas, string titulo) =>
        new()
        {
            FastMode = false,
            TableStyles = TableStyles.Default,
            AutoFilter = true,
            FreezeRowCount = 1,
            Culture = CultureInfo.InvariantCulture,
            EnableConvertByteArray = false,
            DynamicColumns =
            [
                .. columnas.Select(
                    (columna, i) =>
                        new DynamicExcelColumn(columna.Encabezado)
                        {
                            Index = i,
                            Width = columna.Ancho,
                            Format = columna.Clase == ClaseDeCelda.Fecha ? FormatoDeFecha : null,
                        }
                ),
                new DynamicExcelColumn(TextoDeCelda.Preparar(titulo)) { Index = 0, Width = 120 },
            ],
        };
}
