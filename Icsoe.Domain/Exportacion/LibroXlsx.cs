using System.Globalization;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

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

    /// <summary>Rows of data that a sheet of XLSX holds besides its header.</summary>
    public const int FilasMaximas = 1_048_575;

    /// <summary>Characters that a cell of XLSX holds.</summary>
    public const int CaracteresPorCelda = 32_767;

    private static readonly ColumnaDeLibro[] ColumnasDelAviso = [new("Aviso", ClaseDeCelda.Texto, 120)];

    // Whether to stop is asked once in this many rows.
    private const int Paso = 1024;

    // Serials before this day mean one day in Excel and another in LibreOffice (1900 was no leap year), and before 1900 none.
    private static readonly DateOnly PrimeraFecha = new(1900, 3, 1);

    /// <summary>
    /// Writes the workbook of a listado. Memory does not grow with the rows: they wait, deflated, in a temporary file until
    /// their number, which comes before them in the sheet, is known.
    /// </summary>
    /// <param name="destino">Left open; need not be seekable.</param>
    /// <param name="lista">Decides the columns.</param>
    /// <param name="renglones">Already in the order of the file; read once. None gives a workbook with headers only.</param>
    /// <param name="aviso">The notice, one line a row; the first one, its title, is the header row of its sheet.</param>
    /// <param name="carpetaTemporal">Folder for the temporary file, made when absent; the file goes away in every case.</param>
    /// <returns>Rows of data written.</returns>
    /// <exception cref="InvalidOperationException">More than 1,048,575 rows, or 4 GiB of them: they do not fit in a sheet or in a zip.</exception>
    /// <exception cref="InvalidDataException">MiniExcel wrote something that is not known.</exception>
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
        var marco = MarcoDeLibro.De(columnas, ColumnasDelAviso);
        Directory.CreateDirectory(carpetaTemporal);
        using var temporal = new FileStream(
            Path.Combine(carpetaTemporal, $"libro-{Path.GetRandomFileName()}.tmp"),
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Options = FileOptions.DeleteOnClose,
                BufferSize = 1 << 16,
            }
        );
        var datos = HojaPorEmpacar.Escribir(
            marco.Datos,
            HojaDeDatos,
            temporal,
            hoja => EscribirDatos(hoja, columnas, renglones, ct),
            conFiltro: true
        );
        var lineas = HojaPorEmpacar.Escribir(
            marco.Notas,
            HojaDeAviso,
            new MemoryStream(),
            hoja => EscribirAviso(hoja, aviso),
            conFiltro: false
        );
        Empacador.Empacar(destino, marco.Estilos, [datos, lineas]);
        return datos.Filas - 1;
    }

    private static void EscribirDatos(
        EscritorDeHoja hoja,
        IReadOnlyList<ColumnaDeLibro<RenglonPublico>> columnas,
        IEnumerable<RenglonPublico> renglones,
        CancellationToken ct
    )
    {
        Encabezar(hoja, columnas);
        foreach (var renglon in renglones)
        {
            if (hoja.Filas % Paso == 0)
                ct.ThrowIfCancellationRequested();
            Fila(hoja, columnas, renglon);
        }
    }

    /// <summary>Writes the row of headers.</summary>
    internal static void Encabezar(EscritorDeHoja hoja, IReadOnlyList<ColumnaDeLibro> columnas)
    {
        hoja.AbrirFila();
        for (var i = 0; i < columnas.Count; i++)
            hoja.Encabezado(i, columnas[i].Encabezado);
        hoja.CerrarFila();
    }

    /// <summary>Writes a row of data.</summary>
    internal static void Fila<T>(EscritorDeHoja hoja, IReadOnlyList<ColumnaDeLibro<T>> columnas, T fila)
    {
        hoja.AbrirFila();
        for (var i = 0; i < columnas.Count; i++)
            Celda(hoja, i, columnas[i].Valor(fila));
        hoja.CerrarFila();
    }

    /// <summary>Writes a cell; null is one that is not there.</summary>
    internal static void Celda(EscritorDeHoja hoja, int columna, object? valor)
    {
        switch (valor)
        {
            case string texto:
                hoja.Texto(columna, texto);
                break;
            case int numero:
                hoja.Numero(columna, numero);
                break;
            case DateOnly fecha when fecha >= PrimeraFecha:
                hoja.Fecha(columna, fecha);
                break;
            // What no spreadsheet can hold as a date is said as text, in the format its neighbours show.
            case DateOnly fecha:
                hoja.Texto(columna, fecha.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void EscribirAviso(EscritorDeHoja hoja, IReadOnlyList<string> aviso)
    {
        hoja.AbrirFila();
        hoja.Encabezado(0, aviso.Count > 0 ? aviso[0] : "");
        hoja.CerrarFila();
        foreach (var linea in aviso.Skip(1))
        {
            hoja.AbrirFila();
            hoja.Texto(0, linea);
            hoja.CerrarFila();
        }
    }
}
