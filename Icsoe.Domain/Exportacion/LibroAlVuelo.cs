using System.Buffers;
using System.Text;

namespace Icsoe.Domain.Exportacion;

/// <summary>
/// A workbook written forward only, row by row as they come, without a file behind it nor memory that grows: the rows in its first sheet, and
/// in the second what there is to say of them. The same rows and notes give the same bytes. Not for several threads.
/// </summary>
public sealed class LibroAlVuelo<T> : IDisposable
{
    private static readonly ColumnaDeLibro[] ColumnasDeNotas = [new("Dato", ClaseDeCelda.Texto, 40), new("Valor", ClaseDeCelda.Texto, 120)];

    private readonly MarcoDeLibro marco;
    private readonly IReadOnlyList<ColumnaDeLibro<T>> columnas;
    private readonly int filas;
    private readonly HojaPorEmpacar notas;
    private readonly EscritorDeZip zip;
    private readonly EscritorDeZip.Parte parte;
    private readonly EscritorDeHoja hoja;

    /// <summary>Writes what comes before the first row.</summary>
    /// <param name="salida">Gets the workbook; may be emptied between calls.</param>
    /// <param name="columnas">No two with the same header.</param>
    /// <param name="filas">How many rows will come, up to <see cref="LibroXlsx.FilasMaximas"/>: a sheet says so before them.</param>
    /// <param name="nombreDeNotas">Name of the second sheet; no character of it may mean something in XML.</param>
    /// <param name="notas">Its rows; an empty text is an empty cell.</param>
    /// <exception cref="InvalidDataException">MiniExcel wrote something that is not known.</exception>
    public LibroAlVuelo(
        IBufferWriter<byte> salida,
        IReadOnlyList<ColumnaDeLibro<T>> columnas,
        int filas,
        string nombreDeNotas,
        IReadOnlyList<(string Dato, string Valor)> notas
    )
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filas, LibroXlsx.FilasMaximas);
        (this.columnas, this.filas) = (columnas, filas);
        marco = MarcoDeLibro.De(columnas, ColumnasDeNotas);
        this.notas = HojaPorEmpacar.Escribir(
            marco.Notas,
            nombreDeNotas,
            new MemoryStream(),
            suya => EscribirNotas(suya, notas),
            conFiltro: false
        );
        zip = new EscritorDeZip(salida.Write);
        Empacador.Comenzar(zip, marco.Estilos, [LibroXlsx.HojaDeDatos, nombreDeNotas]);
        parte = zip.Abrir(Empacador.Ruta(0));
        parte.Escribir(Encoding.UTF8.GetBytes(HojaPorEmpacar.Cabecera(marco.Datos, filas + 1)));
        hoja = new EscritorDeHoja(marco.Datos, parte.Escribir);
        LibroXlsx.Encabezar(hoja, columnas);
    }

    /// <summary>Writes the next row.</summary>
    public void Escribir(T fila) => LibroXlsx.Fila(hoja, columnas, fila);

    /// <summary>Writes what comes after the last row: the workbook is whole.</summary>
    /// <exception cref="InvalidOperationException">More or fewer rows came than were told of.</exception>
    public void Terminar()
    {
        if (hoja.Filas - 1 != filas)
            throw new InvalidOperationException($"{filas} rows were told of, and {hoja.Filas - 1} written.");
        hoja.Terminar(HojaPorEmpacar.Pie(marco.Datos, hoja.Filas, conFiltro: true));
        parte.Terminar();
        zip.Agregar(Empacador.Ruta(1), notas.Cabeza, notas.Cuerpo);
        zip.Terminar();
    }

    public void Dispose()
    {
        parte.Dispose();
        zip.Dispose();
    }

    private static void EscribirNotas(EscritorDeHoja hoja, IReadOnlyList<(string Dato, string Valor)> notas)
    {
        LibroXlsx.Encabezar(hoja, ColumnasDeNotas);
        foreach (var (dato, valor) in notas)
        {
            // A cell holds so many characters, and the address of a query may have more: it goes on in the next row.
            foreach (var trozo in valor.Length <= LibroXlsx.CaracteresPorCelda ? [valor] : Partir(valor))
            {
                hoja.AbrirFila();
                hoja.Texto(0, dato);
                hoja.Texto(1, trozo);
                hoja.CerrarFila();
            }
        }
    }

    private static IEnumerable<string> Partir(string valor) =>
        valor.Chunk(LibroXlsx.CaracteresPorCelda).Select(letras => new string(letras));
}
