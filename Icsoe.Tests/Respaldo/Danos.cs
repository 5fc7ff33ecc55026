using Microsoft.Data.Sqlite;

namespace Icsoe.Tests.Respaldo;

/// <summary>Damages done to a store behind the program's back, and questions to its databases.</summary>
internal static class Danos
{
    public static void Hacer(string datos, string como)
    {
        var archivo = Directory.GetFiles(Path.Combine(datos, "archivos"))[0];
        // Which of them count is not in their names.
        var indices = Directory.GetFiles(Path.Combine(datos, "indice"));
        switch (como)
        {
            case "alterado":
                Alterar(archivo);
                break;
            case "retirado":
                File.Delete(archivo);
                break;
            case "registro":
                Ejecutar(Path.Combine(datos, "icsoe.db"), "DELETE FROM renglones WHERE clave = (SELECT min(clave) FROM renglones)");
                break;
            case "indice":
                Array.ForEach(indices, Alterar);
                break;
            case "sin indice":
                Array.ForEach(indices, File.Delete);
                break;
            case "base":
                File.WriteAllText(Path.Combine(datos, "icsoe.db"), new string('x', 8192));
                break;
            case "recepcion":
                Directory.CreateDirectory(Path.Combine(datos, "recepcion"));
                File.WriteAllText(Path.Combine(datos, "recepcion", "recepcion.db"), new string('x', 8192));
                break;
            case "recibida":
                Ejecutar(Path.Combine(datos, "recepcion", "recepcion.db"), "UPDATE recibidas SET contenido = contenido || x'00'");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(como), como, null);
        }
    }

    public static long Contar(string ruta, string sql)
    {
        using var conexion = Abrir(ruta);
        using var comando = conexion.CreateCommand();
        comando.CommandText = sql;
        return (long)comando.ExecuteScalar()!;
    }

    private static void Ejecutar(string ruta, string sql)
    {
        using var conexion = Abrir(ruta);
        using var comando = conexion.CreateCommand();
        comando.CommandText = sql;
        comando.ExecuteNonQuery();
    }

    private static SqliteConnection Abrir(string ruta)
    {
        var conexion = new SqliteConnection($"Data Source={ruta};Pooling=False");
        conexion.Open();
        return conexion;
    }

    private static void Alterar(string ruta)
    {
        var bytes = File.ReadAllBytes(ruta);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(ruta, bytes);
    }
}
