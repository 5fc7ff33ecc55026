using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>Writes an index file, array by array; its table goes in last, where room was left for it.</summary>
internal sealed class EscritorDeMapa : IDisposable
{
    private readonly FileStream salida;
    private readonly byte[] encabezado = new byte[Mapa.Encabezado];
    private long escritos = Mapa.Encabezado;

    public EscritorDeMapa(string ruta)
    {
        salida = new FileStream(ruta, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        salida.Write(encabezado);
    }

    /// <summary>An array, in one piece or in two.</summary>
    public void Escribir<T>(Seccion seccion, ReadOnlySpan<T> datos, ReadOnlySpan<T> siguen = default)
        where T : unmanaged
    {
        Abrir(seccion);
        Agregar(datos);
        Agregar(siguen);
        Cerrar(seccion);
    }

    /// <summary>Starts an array that comes in many pieces.</summary>
    public void Abrir(Seccion seccion)
    {
        var sobra = (int)(-escritos & (Mapa.Alineacion - 1));
        salida.Write(stackalloc byte[sobra]);
        escritos += sobra;
        BinaryPrimitives.WriteInt64LittleEndian(encabezado.AsSpan(16 + (16 * (int)seccion)), escritos);
    }

    public void Agregar<T>(ReadOnlySpan<T> datos)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(datos);
        salida.Write(bytes);
        escritos += bytes.Length;
    }

    public void Cerrar(Seccion seccion)
    {
        var lugar = encabezado.AsSpan(16 + (16 * (int)seccion));
        BinaryPrimitives.WriteInt64LittleEndian(lugar[8..], escritos - BinaryPrimitives.ReadInt64LittleEndian(lugar));
    }

    /// <summary>Writes the table and flushes to disk; returns the size and a digest of all the bytes.</summary>
    public (long Bytes, long Huella) Terminar()
    {
        BinaryPrimitives.WriteUInt64LittleEndian(encabezado, Mapa.Marca);
        BinaryPrimitives.WriteInt64LittleEndian(encabezado.AsSpan(8), escritos);
        salida.Position = 0;
        salida.Write(encabezado);
        salida.Flush(flushToDisk: true);
        salida.Position = 0;
        var resumen = new XxHash3();
        resumen.Append(salida);
        return (escritos, (long)resumen.GetCurrentHashAsUInt64());
    }

    public void Dispose() => salida.Dispose();
}
