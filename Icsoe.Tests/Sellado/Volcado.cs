using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Icsoe.Tests.Sellado;

/// <summary>All the rows of a public store as they lie in its file, sealed or not: two stores with the same digests hold the same.</summary>
internal static class Volcado
{
    private static readonly string[] Tablas =
    [
        "renglones",
        "informativas",
        "listados",
        "archivos",
        "publicaciones",
        "retiros",
        "en_curso",
        "partes",
        "hallazgos",
    ];

    /// <summary>A line for each table: how many rows it has, and the digest of them all. When it was sealed is left out.</summary>
    public static IReadOnlyList<string> De(string datos)
    {
        using var conexion = Abrir(datos);
        return [.. Tablas.Select(tabla => $"{tabla} {Digerir(conexion, tabla)}")];
    }

    /// <summary>How many publications were sealed.</summary>
    public static long Secuencias(string datos)
    {
        using var conexion = Abrir(datos);
        using var comando = conexion.CreateCommand();
        comando.CommandText = "SELECT count(*) FROM publicaciones";
        return (long)comando.ExecuteScalar()!;
    }

    private static string Digerir(SqliteConnection conexion, string tabla)
    {
        using var comando = conexion.CreateCommand();
        comando.CommandText = $"SELECT * FROM {tabla} ORDER BY 1, 2";
        using var lector = comando.ExecuteReader();
        using var resumen = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var filas = 0;
        for (; lector.Read(); filas++)
        {
            for (var columna = 0; columna < lector.FieldCount; columna++)
            {
                // A manifest says when, too.
                if (lector.GetName(columna) is not ("sellada_en" or "manifiesto" or "manifiesto_bytes"))
                    resumen.AppendData(Encoding.UTF8.GetBytes($"{Texto(lector.GetValue(columna))}\n"));
            }
        }
        return $"{filas} {Convert.ToHexStringLower(resumen.GetHashAndReset())}";
    }

    private static string? Texto(object valor) =>
        valor is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(valor, CultureInfo.InvariantCulture);

    private static SqliteConnection Abrir(string datos)
    {
        var conexion = new SqliteConnection($"Data Source={Path.Combine(datos, "icsoe.db")};Mode=ReadOnly;Pooling=False");
        conexion.Open();
        return conexion;
    }
}
