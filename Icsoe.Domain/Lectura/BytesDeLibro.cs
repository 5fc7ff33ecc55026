using Microsoft.Win32.SafeHandles;

namespace Icsoe.Domain.Lectura;

/// <summary>The bytes of a workbook, in a file or in memory: read at any place, without moving anybody else's.</summary>
internal sealed class BytesDeLibro : IDisposable
{
    private readonly SafeFileHandle? handle;
    private readonly ReadOnlyMemory<byte> memoria;

    private BytesDeLibro(string archivo, SafeFileHandle? handle, ReadOnlyMemory<byte> memoria)
    {
        (Archivo, this.handle, this.memoria) = (archivo, handle, memoria);
        Largo = handle is null ? memoria.Length : RandomAccess.GetLength(handle);
    }

    /// <summary>Name of the file, for messages.</summary>
    public string Archivo { get; }

    public long Largo { get; }

    /// <summary>Whether nothing of it may be put on disk.</summary>
    public bool EnMemoria => handle is null;

    public static BytesDeLibro DeArchivo(string ruta) =>
        new(Path.GetFileName(ruta), File.OpenHandle(ruta, options: FileOptions.SequentialScan), default);

    public static BytesDeLibro DeMemoria(ReadOnlyMemory<byte> bytes, string archivo) => new(archivo, null, bytes);

    /// <summary>Reads some bytes from a place on; none at the end.</summary>
    public int Leer(Span<byte> destino, long desde)
    {
        if (handle is not null)
            return RandomAccess.Read(handle, destino, desde);
        if (desde >= memoria.Length)
            return 0;
        var hay = memoria.Span[(int)desde..];
        var cuantos = Math.Min(hay.Length, destino.Length);
        hay[..cuantos].CopyTo(destino);
        return cuantos;
    }

    public void Dispose() => handle?.Dispose();
}
