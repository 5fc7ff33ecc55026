using System.Collections;
using System.Globalization;
using DuckDB.NET.Data;

namespace Icsoe.Tests.Sellado;

/// <summary>DuckDB, as a reader of our files that is not ours.</summary>
internal static class Duck
{
    /// <summary>The rows of a question, each cell as text: days in ISO, lists joined by «;», nothing for null.</summary>
    /// <param name="conNombres">Whether the names of the columns come first.</param>
    public static IReadOnlyList<string> Leer(string sql, bool conNombres = false)
    {
        using var conexion = new DuckDBConnection("Data Source=:memory:");
        conexion.Open();
        using var comando = conexion.CreateCommand();
        comando.CommandText = sql;
        using var filas = comando.ExecuteReader();
        var leidas = new List<string>();
        if (conNombres)
            leidas.Add(string.Join('|', Enumerable.Range(0, filas.FieldCount).Select(filas.GetName)));
        while (filas.Read())
            leidas.Add(string.Join('|', Enumerable.Range(0, filas.FieldCount).Select(i => Celda(filas.GetValue(i)))));
        return leidas;
    }

    /// <summary>A file of ours as a table of DuckDB.</summary>
    public static string Tabla(string ruta, string formato) =>
        formato == "parquet"
            ? $"read_parquet('{ruta}')"
            : $"read_csv('{ruta}', header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"', new_line = '\\r\\n', parallel = false)";

    private static string Celda(object? valor) =>
        valor switch
        {
            null or DBNull => "",
            string texto => texto,
            DateOnly dia => dia.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime dia => dia.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IEnumerable lista => string.Join(';', lista.Cast<object>()),
            _ => Convert.ToString(valor, CultureInfo.InvariantCulture)!,
        };
}
