using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>
/// A 64-bit digest of a sequence of values, each told apart from its neighbours and null from empty. XXH3 with a secret seed:
/// quick, and nobody outside can write two texts that meet.
/// </summary>
internal sealed class Resumen(long semilla)
{
    /// <summary>Name of the setting that seeds the digests of a store: a number of its own, that nobody outside knows.</summary>
    private const string Semilla = "semilla";

    private byte[] bufer = new byte[1024];
    private int largo;

    /// <summary>With the seed of a store.</summary>
    public static Resumen De(SqliteConnection conexion)
    {
        using var semilla = new Sentencia(conexion, $"SELECT valor FROM ajustes WHERE nombre = '{Semilla}'");
        return new Resumen(semilla.Numero() ?? 0);
    }

    /// <summary>Gives a store its seed, once and for all.</summary>
    public static void Sembrar(SqliteConnection conexion) =>
        Sentencia.Ejecutar(conexion, $"INSERT OR IGNORE INTO ajustes VALUES ('{Semilla}', '{Random.Shared.NextInt64()}')");

    public Resumen Texto(string? texto)
    {
        if (texto is null)
            return Numero(null);
        Asegurar(Encoding.UTF8.GetMaxByteCount(texto.Length) + sizeof(long));
        var escritos = Encoding.UTF8.GetBytes(texto, bufer.AsSpan(largo + sizeof(long)));
        BinaryPrimitives.WriteInt64LittleEndian(bufer.AsSpan(largo), escritos);
        largo += sizeof(long) + escritos;
        return this;
    }

    /// <summary>The same as of the text that these bytes are.</summary>
    public Resumen Utf8(ReadOnlySpan<byte> texto)
    {
        Numero(texto.Length);
        Asegurar(texto.Length);
        texto.CopyTo(bufer.AsSpan(largo));
        largo += texto.Length;
        return this;
    }

    public Resumen Numero(long? numero)
    {
        Asegurar(sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(bufer.AsSpan(largo), numero ?? long.MinValue);
        largo += sizeof(long);
        return this;
    }

    /// <summary>The digest of what was given since the last call.</summary>
    public ulong Terminar()
    {
        var resumen = XxHash3.HashToUInt64(bufer.AsSpan(0, largo), semilla);
        largo = 0;
        return resumen;
    }

    private void Asegurar(int mas)
    {
        if (bufer.Length < largo + mas)
            Array.Resize(ref bufer, Math.Max(bufer.Length * 2, largo + mas));
    }
}
