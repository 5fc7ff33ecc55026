using System.Globalization;
using System.Xml;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// The rows of one sheet, streamed by MiniExcel: the only place that knows it. It is told how wide the sheet is, since it
/// makes a dictionary with every column up to the last for each row: one cell at XFD would be 16,384 in each.
/// </summary>
internal sealed class FilasDeHoja(string ruta, HojaDeLibro hoja) : IDisposable
{
    /// <summary>Up to this width the rows of the header and of the data are read in one pass.</summary>
    private const int ColumnasDeUnaPasada = 64;

    private static readonly OpenXmlConfiguration Configuracion = new()
    {
        EnableConvertByteArray = false,
        FillMergedCells = false,
        IgnoreEmptyRows = false,
    };

    private readonly Queue<IDictionary<string, object?>> vistas = new();
    private IEnumerator<IDictionary<string, object?>>? filas;
    private string?[] letras = [];
    private LibroSinEstilos? sinEstilos;
    private int ancho;
    private int movidas;
    private int numero;

    /// <summary>1-based row in the sheet.</summary>
    public int Numero => numero;

    /// <summary>Cells of the current row, in the order of the positions that were asked for; the same array each time.</summary>
    public object?[] Celdas { get; private set; } = [];

    /// <summary>How many of them hold something.</summary>
    public int Llenas { get; private set; }

    /// <summary>The first rows as texts, still to be read as data if they are.</summary>
    public IReadOnlyList<string?[]> Asomarse(int cuantas)
    {
        if (hoja.Medidas.Columnas == 0)
            return [];
        var buscadas = Math.Min(hoja.Medidas.Columnas, LimitesDeLectura.ColumnasDeBusqueda);
        filas = Abrir(buscadas);
        var textos = new List<string?[]>(cuantas);
        while (textos.Count < cuantas && Mover())
        {
            vistas.Enqueue(filas.Current);
            var fila = new string?[buscadas];
            foreach (var (letra, valor) in filas.Current)
            {
                if (valor is string texto && Indice(letra) is var indice && indice < fila.Length)
                    fila[indice] = texto;
            }
            textos.Add(fila);
        }
        return textos;
    }

    /// <summary>Goes on with the rows under the header.</summary>
    /// <param name="ultimaFila">1-based last row of the header.</param>
    /// <param name="posiciones">0-based column of each field; -1 when it is not there.</param>
    public void Empezar(int ultimaFila, IReadOnlyList<int> posiciones)
    {
        letras = [.. posiciones.Select(posicion => posicion < 0 ? null : Letra(posicion))];
        Celdas = new object?[letras.Length];
        if (hoja.Medidas.Columnas > ColumnasDeUnaPasada)
        {
            vistas.Clear();
            filas?.Dispose();
            filas = Abrir(posiciones.Max() + 1);
        }
        numero = 0;
        while (numero < ultimaFila && Siguiente() is not null)
            numero++;
    }

    /// <summary>Moves to the next row; false at the end.</summary>
    /// <exception cref="LecturaException">The sheet is damaged from here on.</exception>
    public bool Avanzar()
    {
        if (Siguiente() is not { } fila)
            return false;
        numero++;
        Llenas = 0;
        for (var i = 0; i < letras.Length; i++)
        {
            var valor = letras[i] is { } letra && fila.TryGetValue(letra, out var leido) ? leido : null;
            // A day or a count under a format of hours is still that number.
            if (valor is TimeSpan lapso)
                valor = lapso.TotalDays;
            Celdas[i] = valor;
            if (valor is not null and not "")
                Llenas++;
        }
        return true;
    }

    public void Dispose()
    {
        filas?.Dispose();
        sinEstilos?.Dispose();
    }

    private IDictionary<string, object?>? Siguiente()
    {
        if (vistas.TryDequeue(out var vista))
            return vista;
        return Mover() ? filas!.Current : null;
    }

    private IEnumerator<IDictionary<string, object?>> Abrir(int columnas)
    {
        if (!hoja.Parte.StartsWith("xl/worksheets/sheet", StringComparison.OrdinalIgnoreCase))
            throw Danada(null);
        (ancho, movidas) = (columnas, 0);
        var ultima = Letra(columnas - 1) + LimitesDeLectura.FilasPorHoja.ToString(CultureInfo.InvariantCulture);
        var leidas = sinEstilos is null
            ? MiniExcel.QueryRange(ruta, false, hoja.Nombre, ExcelType.XLSX, "A1", ultima, Configuracion)
            : sinEstilos.QueryRange(false, hoja.Nombre, ExcelType.XLSX, "A1", ultima, Configuracion);
        // Dynamic rows are dictionaries underneath.
        return leidas.Select(fila => (IDictionary<string, object?>)fila).GetEnumerator();
    }

    /// <summary>MiniExcel tells a damaged sheet by many exceptions; a person is told one thing.</summary>
    private bool Mover()
    {
        try
        {
            return filas is not null && Contada(filas.MoveNext());
        }
        catch (Exception error) when (error is OverflowException or ArgumentException && PuedeReabrir)
        {
            return ReabrirSinEstilos();
        }
        catch (Exception error) when (EsDeDano(error))
        {
            throw Danada(error);
        }
    }

    private bool PuedeReabrir => sinEstilos is null && hoja.Directorio is not null;

    /// <summary>
    /// A number that its format cannot show as hours stops MiniExcel for good. The sheet is read once more up to that row and
    /// on from there without formats: dates come as serials, which is how they are written anyway.
    /// </summary>
    private bool ReabrirSinEstilos()
    {
        var leidas = movidas;
        filas!.Dispose();
        sinEstilos = new LibroSinEstilos(ruta, hoja.Directorio!.Value);
        filas = Abrir(ancho);
        while (movidas < leidas && Mover()) { }
        return Mover();
    }

    private bool Contada(bool hay)
    {
        movidas += hay ? 1 : 0;
        return hay;
    }

    private static bool EsDeDano(Exception error) =>
        error
            is XmlException
                or InvalidDataException
                or InvalidOperationException
                or ArgumentException
                or FormatException
                or OverflowException
                or KeyNotFoundException
                or NullReferenceException
                or IndexOutOfRangeException;

    private LecturaException Danada(Exception? causa) =>
        new(
            ruta,
            $"la hoja «{Problemas.Cita(hoja.Nombre)}» está dañada o escrita de un modo que no se reconoce; ábrala en Excel y guárdela de nuevo.",
            numero + 1,
            causa: causa
        );

    private static string Letra(int indice)
    {
        var letra = "";
        for (var resto = indice + 1; resto > 0; resto = (resto - 1) / 26)
            letra = (char)('A' + ((resto - 1) % 26)) + letra;
        return letra;
    }

    private static int Indice(string letra)
    {
        var indice = 0;
        foreach (var c in letra)
            indice = (indice * 26) + c - 'A' + 1;
        return indice - 1;
    }
}
