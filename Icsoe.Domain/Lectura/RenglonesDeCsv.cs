using Sylvan.Data.Csv;

namespace Icsoe.Domain.Lectura;

/// <summary>The rows of a CSV, whatever they say; the only place of this room that knows its library.</summary>
internal sealed class RenglonesDeCsv : IDisposable
{
    /// <summary>A lone surrogate, which no text decoded from UTF-8 has: the library takes one character for comments.</summary>
    private const char NuncaEnElTexto = '\uD800';

    private const int BuferMinimo = 4 << 10;

    private readonly string archivo;
    private readonly LimitesDeLectura limites;
    private readonly CsvDataReader csv;
    private readonly Func<bool> leer;

    public RenglonesDeCsv(TextReader texto, char delimitador, string archivo, LimitesDeLectura limites)
    {
        (this.archivo, this.limites) = (archivo, limites);
        var opciones = new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = delimitador,
            Comment = NuncaEnElTexto,
            BufferSize = Math.Clamp(limites.BytesPorLinea, BuferMinimo, 64 << 10),
            MaxBufferSize = Math.Max(limites.BytesPorLinea, BuferMinimo),
        };
        csv = Guardado(() => CsvDataReader.Create(texto, opciones), fila: 1);
        leer = csv.Read;
    }

    /// <summary>1-based row, as a spreadsheet counts them.</summary>
    public int Numero => csv.RowNumber;

    /// <summary>How many fields the row has.</summary>
    public int Campos => csv.RowFieldCount;

    /// <summary>A field of the row; good until the next one.</summary>
    public ReadOnlySpan<char> Campo(int posicion) => csv.GetFieldSpan(posicion);

    /// <summary>The first row that says something; null when there is none.</summary>
    /// <exception cref="LecturaException">As of <see cref="Avanzar"/>.</exception>
    public List<string>? LeerEncabezado()
    {
        while (Avanzar())
        {
            var textos = Enumerable.Range(0, Campos).Select(i => Campo(i).ToString()).ToList();
            if (!textos.TrueForAll(string.IsNullOrWhiteSpace))
                return textos;
        }
        return null;
    }

    /// <summary>Moves to the next row; false at the end.</summary>
    /// <exception cref="LecturaException">After a quote that does not close nobody knows where the rows are: the file is refused.</exception>
    public bool Avanzar() => Guardado(leer, csv.RowNumber + 1);

    public void Dispose() => csv.Dispose();

    private T Guardado<T>(Func<T> leer, int fila)
    {
        try
        {
            return leer();
        }
        catch (CsvRecordTooLargeException error)
        {
            throw new LecturaException(
                archivo,
                $"pasa de {limites.BytesPorLinea:N0} caracteres; revisa si hay comillas que no cierran.",
                fila,
                causa: error
            );
        }
        catch (FormatException error)
        {
            throw new LecturaException(
                archivo,
                "tiene comillas que no cierran, o algo escrito después de cerrarlas; las comillas dentro de un texto se escriben dobles.",
                fila,
                causa: error
            );
        }
    }
}
