using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Icsoe.Domain.Almacen;

/// <summary>Brings a store to this program's version, or refuses one that is ahead of it. Only writers migrate, under the lock.</summary>
internal static class Migrador
{
    private const string Historia = "__EFMigrationsHistory";

    /// <summary>Applies pending migrations.</summary>
    /// <exception cref="AlmacenException">The store was written by a newer version, or the file is no store of ours.</exception>
    public static void Migrar(DbContext contexto)
    {
        contexto.Database.OpenConnection();
        var conexion = contexto.Database.GetDbConnection();
        if (Pendientes(conexion, contexto) == 0)
            return;
        // A killed run leaves its row in EF's own lock table, which has no timeout; our file lock already keeps others out.
        Ejecutar(conexion, "DROP TABLE IF EXISTS __EFMigrationsLock");
        contexto.Database.Migrate();
    }

    /// <summary>How many migrations the store lacks.</summary>
    /// <exception cref="AlmacenException">As for <see cref="Migrar"/>.</exception>
    public static int Pendientes(DbConnection conexion, DbContext contexto)
    {
        var conocidas = contexto.Database.GetMigrations().ToList();
        var ruta = conexion.DataSource;
        try
        {
            var aplicadas = Aplicadas(conexion);
            if (aplicadas.Except(conocidas, StringComparer.Ordinal).Any())
                throw new AlmacenException(
                    $"{ruta}: lo escribió una versión más nueva de este programa. Actualiza el programa o usa otro directorio con --datos."
                );
            if (
                aplicadas.Count == 0
                && Contar(conexion, "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE '\\_\\_EF%' ESCAPE '\\'") > 0
            )
                throw new AlmacenException($"{ruta}: no es un almacén de este programa. Usa otro directorio con --datos.");
            return conocidas.Count - aplicadas.Count;
        }
        catch (SqliteException error) when (EsIlegible(error))
        {
            throw Ilegible(ruta, error);
        }
    }

    /// <summary>Damaged, or no SQLite file at all: what the first statement on it says.</summary>
    public static bool EsIlegible(SqliteException error) => error.SqliteErrorCode is 11 or 26;

    public static AlmacenException Ilegible(string ruta, SqliteException error) =>
        new($"{ruta}: no es una base SQLite legible ({error.Message}). Restáurala de un respaldo.", error);

    private static List<string> Aplicadas(DbConnection conexion)
    {
        var aplicadas = new List<string>();
        if (Contar(conexion, $"SELECT count(*) FROM sqlite_master WHERE name = '{Historia}'") == 0)
            return aplicadas;
        using var comando = conexion.CreateCommand();
        comando.CommandText = $"SELECT MigrationId FROM {Historia}";
        using var lector = comando.ExecuteReader();
        while (lector.Read())
            aplicadas.Add(lector.GetString(0));
        return aplicadas;
    }

    private static long Contar(DbConnection conexion, string sql)
    {
        using var comando = conexion.CreateCommand();
        comando.CommandText = sql;
        return (long)comando.ExecuteScalar()!;
    }

    private static void Ejecutar(DbConnection conexion, string sql)
    {
        using var comando = conexion.CreateCommand();
        comando.CommandText = sql;
        comando.ExecuteNonQuery();
    }
}
