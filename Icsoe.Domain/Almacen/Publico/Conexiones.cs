using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>How the public store is opened, for reading and for writing.</summary>
internal static class Conexiones
{
    public const string Archivo = "icsoe.db";

    /// <exception cref="AlmacenException">The file is no SQLite database.</exception>
    public static SqliteConnection ParaLeer(string ruta) =>
        // All that SQLite agrees to map: rows of a page lie far apart, and what is mapped is neither asked of the system nor copied.
        Abrir(ruta, SqliteOpenMode.ReadOnly, "query_only = ON; PRAGMA busy_timeout = 5000; PRAGMA mmap_size = 2147418112");

    /// <exception cref="AlmacenException">The file is no SQLite database.</exception>
    public static SqliteConnection ParaEscribir(string ruta) =>
        // Readers never wait for the writer under WAL; a batch lost to a power cut is undone anyway, so NORMAL is enough until the seal.
        // Few checkpoints: a page that changes in every batch is copied once for many of them.
        Abrir(
            ruta,
            SqliteOpenMode.ReadWriteCreate,
            "journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536; PRAGMA temp_store = FILE; PRAGMA wal_autocheckpoint = 16384"
        );

    private static SqliteConnection Abrir(string ruta, SqliteOpenMode modo, string pragmas)
    {
        var conexion = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = ruta,
                Mode = modo,
                Pooling = false,
            }.ToString()
        );
        try
        {
            conexion.Open();
            Pragma(conexion, pragmas);
            return conexion;
        }
        catch (SqliteException error)
        {
            conexion.Dispose();
            if (Migrador.EsIlegible(error))
                throw Migrador.Ilegible(ruta, error);
            throw;
        }
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
