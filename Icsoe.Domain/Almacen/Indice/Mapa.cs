using System.IO.Hashing;
using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// An index file, mapped: arrays of numbers that are read where they lie, from the pages the system already keeps, and never copied.
/// It is never closed by hand while it may be in use: whoever reads keeps a reference, and the collector unmaps what nobody has.
/// </summary>
internal sealed class Mapa : IDisposable
{
    public const int Secciones = 64;
    public const int Encabezado = 2048;
    public const int Alineacion = 64;

    /// <summary>Changes with the layout: a file of another is not read.</summary>
    public const ulong Marca = 0x3430_5849_454F_5349;

    private readonly MemoryMappedFile archivo;
    private readonly MemoryMappedViewAccessor vista;
    private readonly (nint Inicio, long Bytes)[] tabla = new (nint, long)[Secciones];

    private Mapa(string ruta)
    {
        using var flujo = File.Open(ruta, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var largo = flujo.Length;
        if (largo < Encabezado)
            throw Ajeno(ruta);
        archivo = MemoryMappedFile.CreateFromFile(flujo, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        vista = archivo.CreateViewAccessor(0, largo, MemoryMappedFileAccess.Read);
        var inicio = vista.SafeMemoryMappedViewHandle.DangerousGetHandle();
        var encabezado = En<long>(inicio, Encabezado / sizeof(long));
        if ((ulong)encabezado[0] != Marca || encabezado[1] != largo)
            throw Ajeno(ruta);
        for (var i = 0; i < Secciones; i++)
        {
            var (desde, bytes) = (encabezado[2 + (2 * i)], encabezado[3 + (2 * i)]);
            if (desde < 0 || bytes < 0 || desde > largo - bytes || desde % Alineacion != 0)
                throw Ajeno(ruta);
            tabla[i] = (inicio + (nint)desde, bytes);
        }
        Bytes = largo;
    }

    /// <summary>Size of the file.</summary>
    public long Bytes { get; }

    /// <exception cref="AlmacenException">It is no index of this version of the program.</exception>
    /// <exception cref="IOException">It is not there.</exception>
    public static Mapa Abrir(string ruta) => new(ruta);

    /// <summary>The digest of a file as <see cref="EscritorDeMapa.Terminar"/> gave it, worked out from its bytes.</summary>
    public static long Huella(string ruta)
    {
        using var flujo = File.OpenRead(ruta);
        var resumen = new XxHash3();
        resumen.Append(flujo);
        return (long)resumen.GetCurrentHashAsUInt64();
    }

    /// <summary>An array of the file; empty when it has none of that name.</summary>
    public ReadOnlySpan<T> Leer<T>(Seccion seccion)
        where T : unmanaged
    {
        var (inicio, bytes) = tabla[(int)seccion];
        return bytes == 0 ? [] : En<T>(inicio, (int)(bytes / Unsafe.SizeOf<T>()));
    }

    public void Dispose()
    {
        vista.Dispose();
        archivo.Dispose();
    }

    private static ReadOnlySpan<T> En<T>(nint direccion, int cuantos)
        where T : unmanaged =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), direccion)), cuantos);

    private static AlmacenException Ajeno(string ruta) =>
        new($"{ruta}: no es un índice de esta versión del programa. Cualquier orden que escriba (importar, publicar) lo rehace.");
}
