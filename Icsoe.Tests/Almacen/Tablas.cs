using Microsoft.Data.Sqlite;

namespace Icsoe.Tests.Almacen;

/// <summary>The public store as it lies in its file: what a test sees behind the program's back.</summary>
internal static class Tablas
{
    /// <summary>Every row and informativa, of every publication and of none, and what an unsealed one left.</summary>
    public static IReadOnlyList<string> De(string datos) =>
        [
            .. Filas(datos, "SELECT * FROM renglones ORDER BY clave"),
            .. Filas(datos, "SELECT * FROM informativas ORDER BY clave"),
            .. Filas(datos, "SELECT * FROM en_curso"),
        ];

    public static IReadOnlyList<string> Filas(string datos, string sql, params object[] valores)
    {
        using var conexion = new SqliteConnection($"Data Source={Path.Combine(datos, "icsoe.db")};Pooling=False;Mode=ReadOnly");
        conexion.Open();
        using var comando = conexion.CreateCommand();
        comando.CommandText = sql;
        for (var i = 0; i < valores.Length; i++)
            comando.Parameters.AddWithValue($"${i + 1}", valores[i]);
        using var lector = comando.ExecuteReader();
        var filas = new List<string>();
        while (lector.Read())
            filas.Add(string.Join('|', Enumerable.Range(0, lector.FieldCount).Select(lector.GetValue)));
        return filas;
    }
}
