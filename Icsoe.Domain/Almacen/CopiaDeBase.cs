using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Icsoe.Domain.Almacen;

/// <summary>One database written over another by SQLite's online backup: whole in one transaction, whoever may be reading either.</summary>
internal static class CopiaDeBase
{
    // 16 MiB: it can be stopped in between.
    private const int PaginasPorPaso = 4096;

    /// <summary>A file that stands alone, without journal beside it: it can be read where nothing may be written.</summary>
    public const string Suelta = "DELETE";

    /// <summary>How a store in use keeps its journal, so that readers never wait for a writer.</summary>
    public const string EnUso = "WAL";

    /// <summary>Copies what a connection sees (within its transaction, if it has one). Flushed to disk when it returns.</summary>
    /// <param name="destino">Path; made if there is none. Until the end it is as it was.</param>
    /// <param name="diario"><see cref="Suelta"/> or <see cref="EnUso"/>.</param>
    /// <exception cref="AlmacenException">It cannot be read or written: a damaged page, a full disk.</exception>
    public static void Copiar(SqliteConnection origen, string destino, string diario, CancellationToken ct)
    {
        try
        {
            using var conexion = new SqliteConnection(
                new SqliteConnectionStringBuilder { DataSource = destino, Pooling = false }.ToString()
            );
            conexion.Open();
            Sentencia.Ejecutar(conexion, $"PRAGMA busy_timeout = 5000; PRAGMA journal_mode = {diario}; PRAGMA synchronous = FULL");
            Copiar(origen, conexion, ct);
            // The pages brought the journal mode of where they come from.
            Sentencia.Ejecutar(conexion, $"PRAGMA journal_mode = {diario}; PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException error)
        {
            throw new AlmacenException($"{destino}: no se pudo copiar ({error.Message}). Nada cambió.", error);
        }
    }

    /// <inheritdoc cref="Copiar(SqliteConnection, string, string, CancellationToken)"/>
    public static void Copiar(string origen, string destino, string diario, CancellationToken ct)
    {
        using var conexion = Publico.Conexiones.ParaLeer(origen);
        Copiar(conexion, destino, diario, ct);
    }

    private static void Copiar(SqliteConnection origen, SqliteConnection destino, CancellationToken ct)
    {
        using var copia = raw.sqlite3_backup_init(destino.Handle, "main", origen.Handle, "main");
        if (copia.IsInvalid)
            SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(destino.Handle), destino.Handle);
        while (raw.sqlite3_backup_step(copia, PaginasPorPaso) is var paso && paso != raw.SQLITE_DONE)
        {
            ct.ThrowIfCancellationRequested();
            SqliteException.ThrowExceptionForRC(paso, destino.Handle);
        }
    }
}
