using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>How the public store is opened, for reading and for writing.</summary>
internal static class Conexiones
{
    public const string Archivo = "icsoe.db";

    public static SqliteConnection ParaLeer(string ruta)
    {
        var conexion = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = ruta,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()
        );
        conexion.Open();
        try
        {
            // Under a writer's checkpoint a reader waits a little rather than fail.
            Pragma(conexion, "query_only = ON; PRAGMA busy_timeout = 5000; PRAGMA mmap_size = 268435456");
        }
        catch (SqliteException error)
        {
            conexion.Dispose();
            if (Migrador.EsIlegible(error))
                throw Migrador.Ilegible(ruta, error);
            throw;
        }
        return conexion;
    }

    public static SqliteConnection ParaEscribir(string ruta)
    {
        var conexion = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = ruta, Pooling = false }.ToString());
        conexion.Open();
        try
        {
            // Readers never wait for the writer under WAL; a batch lost to a power cut is undone anyway, so NORMAL is enough until the seal.
            Pragma(
                conexion,
                "journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536; PRAGMA temp_store = FILE"
            );
        }
        catch (SqliteException error)
        {
            conexion.Dispose();
            if (Migrador.EsIlegible(error))
                throw Migrador.Ilegible(ruta, error);
            throw;
        }
        return conexion;
    }

    public static PublicoContext Contexto(SqliteConnection conexion) =>
        new(new DbContextOptionsBuilder<PublicoContext>().UseSqlite(conexion).Options);

    public static void Pragma(SqliteConnection conexion, string pragma)
    {
        using var comando = conexion.CreateCommand();
        comando.CommandText = $"PRAGMA {pragma}";
        comando.ExecuteNonQuery();
    }
}
