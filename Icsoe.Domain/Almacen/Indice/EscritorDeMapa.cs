using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// Writes an index file, array by array; its table goes in last, where room was left for it. What was written can be read back from
/// where it lies, so that nobody has to keep it.
/// </summary>
internal sealed class EscritorDeMapa : IDisposable
{
    private const int PorTanda = 1 << 11;

    private readonly FileStream salida;
    private readonly byte[] encabezado = new byte[Mapa.Encabezado];
    private readonly List<Vista> vistas = [];
    private long escritos = Mapa.Encabezado;

    public EscritorDeMapa(string ruta)
    {
        salida = new FileStream(ruta, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        salida.Write(encabezado);
    }

    /// <summary>Puts columns of this file in order.</summary>
    public Radix Radix { get; } = new();

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
        BinaryPrimitives.WriteInt64LittleEndian(Lugar(seccion), escritos);
    }

    public void Agregar<T>(ReadOnlySpan<T> datos)
        where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(datos);
        salida.Write(bytes);
        escritos += bytes.Length;
    }

    /// <summary>Numbers that change on their way.</summary>
    public void Agregar(ReadOnlySpan<int> datos, Func<int, int> cambio)
    {
        Span<int> tanda = stackalloc int[PorTanda];
        while (!datos.IsEmpty)
        {
            tanda = tanda[..Math.Min(PorTanda, datos.Length)];
            for (var i = 0; i < tanda.Length; i++)
                tanda[i] = cambio(datos[i]);
            Agregar<int>(tanda);
            datos = datos[tanda.Length..];
        }
    }

    public void Cerrar(Seccion seccion)
    {
        var lugar = Lugar(seccion);
        BinaryPrimitives.WriteInt64LittleEndian(lugar[sizeof(long)..], escritos - BinaryPrimitives.ReadInt64LittleEndian(lugar));
    }

    /// <summary>An array that was written. Good while this is not disposed.</summary>
    public ReadOnlySpan<T> Leer<T>(Seccion seccion)
        where T : unmanaged
    {
        var lugar = Lugar(seccion);
        var bytes = BinaryPrimitives.ReadInt64LittleEndian(lugar[sizeof(long)..]);
        if (bytes == 0)
            return [];
        salida.Flush();
        var vista = new Vista(salida.SafeFileHandle, BinaryPrimitives.ReadInt64LittleEndian(lugar), bytes);
        vistas.Add(vista);
        return vista.Leer<T>(0, (int)(bytes / Unsafe.SizeOf<T>()));
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

    public void Dispose()
    {
        foreach (var vista in vistas)
            vista.Dispose();
        Radix.Dispose();
        salida.Dispose();
    }

    private Span<byte> Lugar(Seccion seccion) => encabezado.AsSpan(16 + (16 * (int)seccion), 16);
}
