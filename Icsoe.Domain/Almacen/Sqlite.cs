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

    [DllImport(Biblioteca, EntryPoint = "sqlite3_column_blob"), SuppressGCTransition]
    public static extern nint Bytes(nint sentencia, int columna);

    [DllImport(Biblioteca, EntryPoint = "sqlite3_column_bytes"), SuppressGCTransition]
    public static extern int CuantosBytes(nint sentencia, int columna);
}
