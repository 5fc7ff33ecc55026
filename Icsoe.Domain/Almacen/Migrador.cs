using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

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

    /// <summary>The same, where a context is made only if there is something to apply: that takes longer than to look.</summary>
    /// <exception cref="AlmacenException">The store was written by a newer version, or the file is no store of ours.</exception>
    public static void Migrar<TContext>(DbConnection conexion, Func<TContext> abrir)
        where TContext : DbContext
    {
        if (Pendientes(conexion, typeof(TContext)) == 0)
            return;
        using var contexto = abrir();
        Migrar(contexto);
    }

    /// <summary>How many migrations the store lacks.</summary>
    /// <exception cref="AlmacenException">The store was written by a newer version, or the file is no store of ours.</exception>
    public static int Pendientes(DbConnection conexion, DbContext contexto) => Pendientes(conexion, contexto.GetType());

    private static int Pendientes(DbConnection conexion, Type contexto)
    {
        var conocidas = Conocidas(contexto);
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

    /// <summary>Migrations of a context, read off their marks.</summary>
    private static List<string> Conocidas(Type contexto) =>
        [
            .. from tipo in contexto.Assembly.GetTypes()
            where tipo.GetCustomAttribute<DbContextAttribute>()?.ContextType == contexto
            select tipo.GetCustomAttribute<MigrationAttribute>()?.Id into id
            where id is not null
            select id,
        ];

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
