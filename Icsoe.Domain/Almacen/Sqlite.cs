using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Icsoe.Domain.Almacen;

/// <summary>
/// The calls that a statement makes for every value of every row, straight to SQLite: a row has forty, and the provider's guards around
/// each cost more than the call. A null pointer never arrives here: <see cref="Sentencia"/> owns the handle and its life.
/// </summary>
internal static class Sqlite
{
    public const int Hecho = 101;
    public const int Fila = 100;
    public const int Nulo = 5;

    /// <summary>Tells SQLite to keep its own copy of a text.</summary>
    public const nint Copiar = -1;

    private const string Biblioteca = "e_sqlite3";

    // Those that only move a number are over before a garbage collection could want to wait for them.
    [DllImport(Biblioteca, EntryPoint = "sqlite3_bind_int64"), SuppressGCTransition]
    public static extern int Atar(nint sentencia, int lugar, long numero);

    [DllImport(Biblioteca, EntryPoint = "sqlite3_bind_null"), SuppressGCTransition]
    public static extern int AtarNulo(nint sentencia, int lugar);

    [DllImport(Biblioteca, EntryPoint = "sqlite3_bind_text")]
    public static extern int AtarTexto(nint sentencia, int lugar, ref byte utf8, int bytes, nint destructor);

    [DllImport(Biblioteca, EntryPoint = "sqlite3_step")]
    public static extern int Avanzar(nint sentencia);

    [DllImport(Biblioteca, EntryPoint = "sqlite3_reset")]
    public static extern int Reiniciar(nint sentencia);

    [DllImport(Biblioteca, EntryPoint = "sqlite3_column_type"), SuppressGCTransition]
    public static extern int Tipo(nint sentencia, int columna);

    [DllImport(Biblioteca, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition]
    public static extern long Numero(nint sentencia, int columna);

    /// <summary>A text or a blob as it lies, until the statement moves; empty when NULL.</summary>
    public static ReadOnlySpan<byte> Bytes(nint sentencia, int columna)
    {
        // The order that SQLite asks for: the pointer, and only then how much it points to.
        var inicio = Blob(sentencia, columna);
        return inicio == 0
            ? []
            : MemoryMarshal.CreateReadOnlySpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), inicio), Largo(sentencia, columna));
    }

    // The end of a long row is in another page, that may have to be read: a collection must not wait for it.
    [DllImport(Biblioteca, EntryPoint = "sqlite3_column_blob")]
    private static extern nint Blob(nint sentencia, int columna);

    [DllImport(Biblioteca, EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition]
    private static extern int Largo(nint sentencia, int columna);
}
