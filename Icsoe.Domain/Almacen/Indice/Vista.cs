using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>A stretch of a file, mapped: it is read where it lies, from the pages the system already keeps, and never copied.</summary>
internal sealed class Vista : IDisposable
{
    private readonly MemoryMappedFile archivo;
    private readonly MemoryMappedViewAccessor vista;
    private readonly nint inicio;

    /// <param name="bytes">At least 1; what the file grows by afterwards is not seen.</param>
    public Vista(SafeFileHandle archivo, long desde, long bytes)
    {
        this.archivo = MemoryMappedFile.CreateFromFile(
            archivo,
            null,
            0,
            MemoryMappedFileAccess.Read,
            HandleInheritability.None,
            leaveOpen: true
        );
        vista = this.archivo.CreateViewAccessor(desde, bytes, MemoryMappedFileAccess.Read);
        // A mapping begins where a page does, maybe before what was asked for.
        inicio = vista.SafeMemoryMappedViewHandle.DangerousGetHandle() + (nint)vista.PointerOffset;
    }

    /// <summary>Values that lie so many bytes from its beginning. Good while this is neither disposed nor collected.</summary>
    public ReadOnlySpan<T> Leer<T>(long desde, int cuantos)
        where T : unmanaged =>
        MemoryMarshal.CreateReadOnlySpan(
            ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), inicio + (nint)desde)),
            cuantos
        );

    public void Dispose()
    {
        vista.Dispose();
        archivo.Dispose();
    }
}
