using System.Runtime.InteropServices;
using ParquetSharp;
using ParquetSharp.Schema;
using Encoding = System.Text.Encoding;

namespace Icsoe.Domain.Exportacion;

/// <summary>
/// The values of a column until its row group is written. Null is told by its level (Parquet, «Nested Encoding»): 0 for none, 1 for a value.
/// </summary>
/// <param name="nombre">Name of the column.</param>
/// <param name="nunca">Whether it is never null.</param>
public abstract class ColumnaDeParquet(string nombre, bool nunca)
{
    /// <summary>Name of the column.</summary>
    protected string Nombre { get; } = nombre;

    /// <summary>Whether it may lack values.</summary>
    protected Repetition Repeticion { get; } = nunca ? Repetition.Required : Repetition.Optional;

    /// <summary>An empty column for a field.</summary>
    public static ColumnaDeParquet De(CampoDeArchivo campo) =>
        campo.Clase switch
        {
            ClaseDeCampo.Texto or ClaseDeCampo.Palabra => new ColumnaDeTextos(campo.Nombre, campo.Nunca),
            ClaseDeCampo.Codigos => new ColumnaDeListas(campo.Nombre),
            ClaseDeCampo.Numero => new ColumnaDeNumeros(campo.Nombre, campo.Nunca, esDia: false),
            _ => new ColumnaDeNumeros(campo.Nombre, campo.Nunca, esDia: true),
        };

    /// <summary>Adds a text in UTF-8, empty for none.</summary>
    /// <exception cref="NotSupportedException">The column is of something else; of all that follow too.</exception>
    public virtual void Texto(ReadOnlySpan<byte> utf8) => throw new NotSupportedException();

    /// <summary>Adds a word of ours, which is ASCII; null for none.</summary>
    public virtual void Palabra(string? palabra) => throw new NotSupportedException();

    /// <summary>Adds a number; null for none.</summary>
    public virtual void Numero(int? numero) => throw new NotSupportedException();

    /// <summary>Adds a day; null for none.</summary>
    public virtual void Dia(DateOnly? dia) => throw new NotSupportedException();

    /// <summary>Adds a list of words, of none too.</summary>
    public virtual void Lista(IReadOnlyList<byte[]> palabras) => throw new NotSupportedException();

    /// <summary>Its place in the schema.</summary>
    internal abstract Node Nodo();

    /// <summary>Writes its values as the next column of a row group and starts again.</summary>
    /// <param name="prestado">Room that all columns use in turn: it would be much to throw away each time.</param>
    internal abstract void Escribir(RowGroupWriter grupo, List<ByteArray> prestado);
}

/// <summary>A column of texts.</summary>
internal class ColumnaDeTextos(string nombre, bool nunca) : ColumnaDeParquet(nombre, nunca)
{
    private readonly List<int> _largos = [];

    /// <summary>Texts end to end, where the garbage collector does not move them: the writer takes addresses.</summary>
    private byte[] _bytes = GC.AllocateUninitializedArray<byte>(1 << 12, pinned: true);
    private int _escritos;

    /// <summary>One for each value, and for each line without.</summary>
    protected List<short> Niveles { get; } = [];

    /// <inheritdoc/>
    public override void Texto(ReadOnlySpan<byte> utf8)
    {
        Niveles.Add(utf8.IsEmpty ? (short)0 : (short)1);
        if (!utf8.IsEmpty)
            utf8.CopyTo(Hueco(utf8.Length));
    }

    /// <inheritdoc/>
    public override void Palabra(string? palabra)
    {
        Niveles.Add(palabra is null ? (short)0 : (short)1);
        if (palabra is not null)
            Encoding.ASCII.GetBytes(palabra, Hueco(palabra.Length));
    }

    /// <inheritdoc/>
    internal override Node Nodo()
    {
        using var texto = LogicalType.String();
        return new PrimitiveNode(Nombre, Repeticion, texto, PhysicalType.ByteArray);
    }

    /// <inheritdoc/>
    internal override void Escribir(RowGroupWriter grupo, List<ByteArray> prestado)
    {
        using var columna = (ColumnWriter<ByteArray>)grupo.NextColumn();
        prestado.Clear();
        var lugar = 0;
        foreach (var largo in _largos)
        {
            prestado.Add(new ByteArray(Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, lugar), largo));
            lugar += largo;
        }
        Escribir(columna, CollectionsMarshal.AsSpan(prestado));
        // The values hold addresses: what they point to must live until here.
        GC.KeepAlive(_bytes);
        Niveles.Clear();
        _largos.Clear();
        _escritos = 0;
    }

    /// <summary>Writes values with their levels.</summary>
    protected virtual void Escribir(ColumnWriter<ByteArray> columna, ReadOnlySpan<ByteArray> valores)
    {
        if (Repeticion == Repetition.Required)
            columna.WriteBatch(valores);
        else
            columna.WriteBatch(Niveles.Count, CollectionsMarshal.AsSpan(Niveles), default, valores);
    }

    /// <summary>Room for the next value.</summary>
    protected Span<byte> Hueco(int largo)
    {
        if (_bytes.Length - _escritos < largo)
        {
            var mayor = GC.AllocateUninitializedArray<byte>(Math.Max(_bytes.Length * 2, _escritos + largo), pinned: true);
            _bytes.AsSpan(0, _escritos).CopyTo(mayor);
            _bytes = mayor;
        }
        _largos.Add(largo);
        _escritos += largo;
        return _bytes.AsSpan(_escritos - largo, largo);
    }
}

/// <summary>A column of lists of words: none is an empty list, never null.</summary>
internal sealed class ColumnaDeListas(string nombre) : ColumnaDeTextos(nombre, nunca: true)
{
    /// <summary>0 for the first of a list, 1 for those after it.</summary>
    private readonly List<short> _repeticiones = [];

    /// <inheritdoc/>
    public override void Lista(IReadOnlyList<byte[]> palabras)
    {
        for (var i = 0; i < palabras.Count; i++)
        {
            Niveles.Add(1);
            _repeticiones.Add(i == 0 ? (short)0 : (short)1);
            palabras[i].CopyTo(Hueco(palabras[i].Length));
        }
        if (palabras.Count > 0)
            return;
        Niveles.Add(0);
        _repeticiones.Add(0);
    }

    /// <inheritdoc/>
    internal override Node Nodo()
    {
        using var texto = LogicalType.String();
        using var lista = LogicalType.List();
        // The three levels that the format asks of a list, under the names that it gives them.
        using var elemento = new PrimitiveNode("element", Repetition.Required, texto, PhysicalType.ByteArray);
        using var repetido = new GroupNode("list", Repetition.Repeated, [elemento]);
        return new GroupNode(Nombre, Repetition.Required, [repetido], lista);
    }

    /// <inheritdoc/>
    protected override void Escribir(ColumnWriter<ByteArray> columna, ReadOnlySpan<ByteArray> valores)
    {
        columna.WriteBatch(Niveles.Count, CollectionsMarshal.AsSpan(Niveles), CollectionsMarshal.AsSpan(_repeticiones), valores);
        _repeticiones.Clear();
    }
}

/// <summary>A column of numbers, or of days: those since 1970-01-01.</summary>
internal sealed class ColumnaDeNumeros(string nombre, bool nunca, bool esDia) : ColumnaDeParquet(nombre, nunca)
{
    private static readonly int PrimerDia = new DateOnly(1970, 1, 1).DayNumber;

    private readonly List<int> _valores = [];
    private readonly List<short> _niveles = [];

    /// <inheritdoc/>
    public override void Numero(int? numero)
    {
        _niveles.Add(numero is null ? (short)0 : (short)1);
        if (numero is { } valor)
            _valores.Add(valor);
    }

    /// <inheritdoc/>
    public override void Dia(DateOnly? dia) => Numero(dia?.DayNumber - PrimerDia);

    /// <inheritdoc/>
    internal override Node Nodo()
    {
        using var tipo = esDia ? LogicalType.Date() : LogicalType.Int(32, isSigned: true);
        return new PrimitiveNode(Nombre, Repeticion, tipo, PhysicalType.Int32);
    }

    /// <inheritdoc/>
    internal override void Escribir(RowGroupWriter grupo, List<ByteArray> prestado)
    {
        using var columna = (ColumnWriter<int>)grupo.NextColumn();
        if (Repeticion == Repetition.Required)
            columna.WriteBatch(CollectionsMarshal.AsSpan(_valores));
        else
            columna.WriteBatch(_niveles.Count, CollectionsMarshal.AsSpan(_niveles), default, CollectionsMarshal.AsSpan(_valores));
        _valores.Clear();
        _niveles.Clear();
    }
}
