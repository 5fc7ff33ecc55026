using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen;

/// <summary>Columns that may be NULL.</summary>
internal static class Lectores
{
    public static string? TextoONada(this SqliteDataReader lector, int columna) =>
        lector.IsDBNull(columna) ? null : lector.GetString(columna);

    public static int? EnteroONada(this SqliteDataReader lector, int columna) => lector.IsDBNull(columna) ? null : lector.GetInt32(columna);

    public static long? LargoONada(this SqliteDataReader lector, int columna) => lector.IsDBNull(columna) ? null : lector.GetInt64(columna);

    /// <summary>A day stored as <see cref="DateOnly.DayNumber"/>.</summary>
    public static DateOnly? DiaONada(this SqliteDataReader lector, int columna) =>
        lector.IsDBNull(columna) ? null : DateOnly.FromDayNumber(lector.GetInt32(columna));
}
