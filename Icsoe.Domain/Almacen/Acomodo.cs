using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen;

/// <summary>
/// Puts records in the order of their keys on disk, so that memory does not grow with rows: a temporary file that goes away with it.
/// Keys are compared as bytes and must differ.
/// </summary>
public sealed class Acomodo<T> : IDisposable
{
    private readonly string ruta;
    private readonly SqliteConnection conexion;
    private readonly Transaccion transaccion;
    private readonly Sentencia insertar;
    private readonly Action<BinaryWriter, T> escribir;
    private readonly Func<BinaryReader, T> leer;
    private readonly MemoryStream bufer = new();
    private readonly BinaryWriter escritor;

    /// <param name="carpeta">Where the temporary file goes.</param>
    /// <param name="escribir">Writes one record.</param>
    /// <param name="leer">Reads back what <paramref name="escribir"/> wrote.</param>
    public Acomodo(string carpeta, Action<BinaryWriter, T> escribir, Func<BinaryReader, T> leer)
    {
        (this.escribir, this.leer) = (escribir, leer);
        Directory.CreateDirectory(carpeta);
        ruta = Path.Combine(carpeta, $"acomodo-{Guid.NewGuid():N}.db");
        conexion = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = ruta, Pooling = false }.ToString());
        conexion.Open();
        using (
            var crear = new Sentencia(
                conexion,
                "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA cache_size = -32768; "
                    + "CREATE TABLE filas (clave BLOB PRIMARY KEY, datos BLOB NOT NULL) WITHOUT ROWID",
                0
            )
        )
            crear.Ejecutar();
        transaccion = new Transaccion(conexion);
        insertar = new Sentencia(conexion, "INSERT INTO filas (clave, datos) VALUES (?1, ?2)", 2);
        escritor = new BinaryWriter(bufer);
    }

    /// <summary>How many records were added.</summary>
    public int Cuantos { get; private set; }

    public void Agregar(byte[] clave, T registro)
    {
        bufer.SetLength(0);
        escribir(escritor, registro);
        escritor.Flush();
        insertar.Ejecutar(clave, bufer.ToArray());
        Cuantos++;
    }

    /// <summary>The records in the order of their keys; it can be walked more than once, one walk at a time.</summary>
    /// <param name="desde">Only keys that begin with these bytes; empty for all.</param>
    public IEnumerable<T> Leer(byte[] desde)
    {
        using var sentencia = new Sentencia(
            conexion,
            "SELECT datos FROM filas WHERE clave >= ?1 AND (?2 IS NULL OR clave < ?2) ORDER BY clave",
            2
        );
        using var lector = sentencia.Leer(desde, Siguiente(desde));
        while (lector.Read())
        {
            using var flujo = new MemoryStream(lector.GetFieldValue<byte[]>(0), writable: false);
            using var binario = new BinaryReader(flujo);
            yield return leer(binario);
        }
    }

    public void Dispose()
    {
        insertar.Dispose();
        transaccion.Dispose();
        conexion.Dispose();
        escritor.Dispose();
        File.Delete(ruta);
    }

    /// <summary>The least key greater than all that begin so; null when there is none.</summary>
    private static byte[]? Siguiente(byte[] prefijo)
    {
        var largo = prefijo.Length;
        while (largo > 0 && prefijo[largo - 1] == byte.MaxValue)
            largo--;
        if (largo == 0)
            return null;
        var siguiente = prefijo[..largo];
        siguiente[^1]++;
        return siguiente;
    }
}
