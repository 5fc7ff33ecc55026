using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// A list that grows without being held in memory: past its first piece it goes to a file of its own, that is read where it lies and goes
/// away with the list.
/// </summary>
/// <param name="carpeta">Where the file goes, if it comes to that.</param>
internal sealed class ListaLarga<T>(string carpeta) : IDisposable
    where T : unmanaged
{
    private const int BytesEnMemoria = 1 << 16;

    private T[] ultimos = [];
    private int enMemoria;
    private int enArchivo;
    private SafeFileHandle? archivo;
    private Vista? vista;

    public int Cuantos => enArchivo + enMemoria;

    public void Agregar(T valor)
    {
        if (enMemoria == ultimos.Length)
            HacerLugar();
        ultimos[enMemoria++] = valor;
    }

    public void Agregar(ReadOnlySpan<T> valores)
    {
        while (!valores.IsEmpty)
        {
            if (enMemoria == ultimos.Length)
                HacerLugar();
            var caben = Math.Min(valores.Length, ultimos.Length - enMemoria);
            valores[..caben].CopyTo(ultimos.AsSpan(enMemoria));
            enMemoria += caben;
            valores = valores[caben..];
        }
    }

    /// <summary>Everything. Good until something is added or this is disposed.</summary>
    public ReadOnlySpan<T> Leer()
    {
        if (enArchivo == 0)
            return ultimos.AsSpan(0, enMemoria);
        if (enMemoria > 0)
            Volcar();
        vista ??= new Vista(archivo!, 0, Bytes(enArchivo));
        return vista.Leer<T>(0, enArchivo);
    }

    public void Dispose()
    {
        vista?.Dispose();
        archivo?.Dispose();
    }

    private void HacerLugar()
    {
        if (ultimos.Length == 0)
            ultimos = new T[BytesEnMemoria / (int)Bytes(1)];
        else
            Volcar();
    }

    private void Volcar()
    {
        if (archivo is null)
        {
            Directory.CreateDirectory(carpeta);
            var ruta = Path.Combine(carpeta, $"lista-{Guid.NewGuid():N}");
            archivo = File.OpenHandle(ruta, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose);
        }
        vista?.Dispose();
        vista = null;
        RandomAccess.Write(archivo, MemoryMarshal.AsBytes(ultimos.AsSpan(0, enMemoria)), Bytes(enArchivo));
        enArchivo = checked(enArchivo + enMemoria);
        enMemoria = 0;
    }

    private static long Bytes(int cuantos) => (long)cuantos * Unsafe.SizeOf<T>();
}
