using System.IO.Hashing;
using System.Runtime.CompilerServices;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// An index file, mapped: arrays of numbers that are read where they lie.
/// It is never closed by hand while it may be in use: whoever reads keeps a reference, and the collector unmaps what nobody has.
/// </summary>
internal sealed class Mapa : IDisposable
{
    public const int Secciones = 64;
    public const int Encabezado = 2048;
    public const int Alineacion = 64;

    /// <summary>Changes with the layout: a file of another is not read.</summary>
    public const ulong Marca = 0x3530_5849_454F_5349;

    private readonly Vista vista;
    private readonly (long Desde, long Bytes)[] tabla = new (long, long)[Secciones];

    private Mapa(string ruta)
    {
        using var archivo = File.OpenHandle(ruta, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var largo = RandomAccess.GetLength(archivo);
        if (largo < Encabezado)
            throw Ajeno(ruta);
        vista = new Vista(archivo, 0, largo);
        var encabezado = vista.Leer<long>(0, Encabezado / sizeof(long));
        if ((ulong)encabezado[0] != Marca || encabezado[1] != largo)
            throw Ajeno(ruta);
        for (var i = 0; i < Secciones; i++)
        {
            var (desde, bytes) = (encabezado[2 + (2 * i)], encabezado[3 + (2 * i)]);
            if (desde < 0 || bytes < 0 || desde > largo - bytes || desde % Alineacion != 0)
                throw Ajeno(ruta);
            tabla[i] = (desde, bytes);
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
        var (desde, bytes) = tabla[(int)seccion];
        return bytes == 0 ? [] : vista.Leer<T>(desde, (int)(bytes / Unsafe.SizeOf<T>()));
    }

    public void Dispose() => vista.Dispose();

    private static AlmacenException Ajeno(string ruta) =>
        new($"{ruta}: no es un índice de esta versión del programa. Cualquier orden que escriba (importar, publicar) lo rehace.");
}
