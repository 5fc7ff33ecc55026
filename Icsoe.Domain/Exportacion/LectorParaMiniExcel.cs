using System.Data;

namespace Icsoe.Domain.Exportacion;

/// <summary>
/// Hands rows to MiniExcel one at a time. An <see cref="IDataReader"/> because it is the one source MiniExcel writes without
/// collecting it first; it asks for names and values in order, and nothing else.
/// </summary>
/// <param name="encabezados">Headers, one a column.</param>
/// <param name="filas">The rows; consumed once.</param>
/// <param name="celda">Value of a column in a row: string, int, <see cref="DateTime"/>, or null for an empty cell.</param>
internal sealed class LectorParaMiniExcel<T>(
    IReadOnlyList<string> encabezados,
    IEnumerable<T> filas,
    Func<T, int, object?> celda,
    CancellationToken ct
) : IDataReader
{
    // Whether to stop is asked once in this many rows.
    private const int Paso = 1024;

    // A sheet holds 1,048,576 rows, and the header is one.
    private const int Maximo = 1_048_575;

    private readonly IEnumerator<T> _filas = filas.GetEnumerator();

    /// <summary>Rows read so far.</summary>
    public int Leidas { get; private set; }

    public int FieldCount => encabezados.Count;

    public bool IsClosed => false;

    public int Depth => 0;

    public int RecordsAffected => -1;

    public object this[int i] => GetValue(i);

    public object this[string name] => throw new NotSupportedException();

    public bool Read()
    {
        if (Leidas % Paso == 0)
            ct.ThrowIfCancellationRequested();
        if (!_filas.MoveNext())
            return false;
        if (Leidas == Maximo)
            throw new InvalidOperationException($"A sheet of XLSX holds {Maximo} rows besides its header, and there are more.");
        Leidas++;
        return true;
    }

    public string GetName(int i) => TextoDeCelda.Preparar(encabezados[i]);

    public object GetValue(int i) =>
        celda(_filas.Current, i) switch
        {
            null => DBNull.Value,
            string texto => TextoDeCelda.Preparar(texto),
            var valor => valor,
        };

    public bool IsDBNull(int i) => celda(_filas.Current, i) is null;

    public bool NextResult() => false;

    public void Close() => Dispose();

    public void Dispose() => _filas.Dispose();

    public DataTable? GetSchemaTable() => null;

    public Type GetFieldType(int i) => typeof(object);

    public string GetDataTypeName(int i) => nameof(Object);

    public int GetOrdinal(string name) => throw new NotSupportedException();

    public int GetValues(object[] values) => throw new NotSupportedException();

    public IDataReader GetData(int i) => throw new NotSupportedException();

    public bool GetBoolean(int i) => throw new NotSupportedException();

    public byte GetByte(int i) => throw new NotSupportedException();

    public long GetBytes(int i, long fieldOffset, byte[]? buffer, int bufferoffset, int length) => throw new NotSupportedException();

    public char GetChar(int i) => throw new NotSupportedException();

    public long GetChars(int i, long fieldoffset, char[]? buffer, int bufferoffset, int length) => throw new NotSupportedException();

    public DateTime GetDateTime(int i) => throw new NotSupportedException();

    public decimal GetDecimal(int i) => throw new NotSupportedException();

    public double GetDouble(int i) => throw new NotSupportedException();

    public float GetFloat(int i) => throw new NotSupportedException();

    public Guid GetGuid(int i) => throw new NotSupportedException();

    public short GetInt16(int i) => throw new NotSupportedException();

    public int GetInt32(int i) => throw new NotSupportedException();

    public long GetInt64(int i) => throw new NotSupportedException();

    public string GetString(int i) => throw new NotSupportedException();
}
