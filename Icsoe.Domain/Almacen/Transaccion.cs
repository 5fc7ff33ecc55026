using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Icsoe.Domain.Almacen;

/// <summary>
/// A transaction by plain SQL, so that statements prepared before it began run inside it as they are. It rolls back unless confirmed.
/// </summary>
internal sealed class Transaccion : IDisposable
{
    private readonly SqliteConnection conexion;
    private bool abierta = true;

    public Transaccion(SqliteConnection conexion)
    {
        this.conexion = conexion;
        Sentencia.Ejecutar(conexion, "BEGIN IMMEDIATE");
    }

    public void Confirmar()
    {
        Sentencia.Ejecutar(conexion, "COMMIT");
        abierta = false;
    }

    /// <summary>A full disk or a failed write makes SQLite roll back by itself: then there is nothing left to undo, and the first error is the one to tell.</summary>
    public void Dispose()
    {
        if (abierta && raw.sqlite3_get_autocommit(conexion.Handle) == 0)
            Sentencia.Ejecutar(conexion, "ROLLBACK");
        abierta = false;
    }
}
