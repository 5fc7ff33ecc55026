using Microsoft.Data.Sqlite;

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

    public void Dispose()
    {
        if (abierta)
            Sentencia.Ejecutar(conexion, "ROLLBACK");
        abierta = false;
    }
}
