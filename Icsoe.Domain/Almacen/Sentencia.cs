using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen;

/// <summary>
/// A transaction by plain SQL: statements prepared before it began run inside it as they are. It rolls back unless confirmed.
/// </summary>
internal sealed class Transaccion : IDisposable
{
    private readonly SqliteConnection conexion;
    private bool abierta = true;

    public Transaccion(SqliteConnection conexion)
    {
        this.conexion = conexion;
        Ejecutar("BEGIN IMMEDIATE");
    }

    public void Confirmar()
    {
        Ejecutar("COMMIT");
        abierta = false;
    }

    public void Dispose()
    {
        if (abierta)
            Ejecutar("ROLLBACK");
        abierta = false;
    }

    private void Ejecutar(string sql)
    {
        using var sentencia = new Sentencia(conexion, sql, 0);
        sentencia.Ejecutar();
    }
}

/// <summary>A prepared statement with parameters <c>?1…?n</c>, bound by place and run many times.</summary>
internal sealed class Sentencia : IDisposable
{
    private readonly SqliteCommand comando;

    public Sentencia(SqliteConnection conexion, string sql, int parametros)
    {
        comando = conexion.CreateCommand();
        comando.CommandText = sql;
        for (var i = 1; i <= parametros; i++)
            comando.Parameters.Add(new SqliteParameter($"?{i}", null));
    }

    /// <summary>Runs it; returns how many rows it changed.</summary>
    public int Ejecutar(params ReadOnlySpan<object?> valores) => Atar(valores).ExecuteNonQuery();

    /// <summary>First column of the first row; null when there is none or it is NULL.</summary>
    public object? Escalar(params ReadOnlySpan<object?> valores) =>
        Atar(valores).ExecuteScalar() is var valor and not DBNull ? valor : null;

    /// <summary>Rows; the caller disposes the reader before the next run.</summary>
    public SqliteDataReader Leer(params ReadOnlySpan<object?> valores) => Atar(valores).ExecuteReader();

    public void Dispose() => comando.Dispose();

    private SqliteCommand Atar(ReadOnlySpan<object?> valores)
    {
        for (var i = 0; i < valores.Length; i++)
            comando.Parameters[i].Value = valores[i] ?? DBNull.Value;
        return comando;
    }
}
