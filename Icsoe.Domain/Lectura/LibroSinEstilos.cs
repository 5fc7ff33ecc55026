namespace Icsoe.Domain.Lectura;

/// <summary>
/// A workbook without styles: the same bytes, but where the directory of the zip speaks of the styles it leads to a part that
/// holds none. Cells come then as the numbers that they hold, also those whose format makes MiniExcel stumble.
/// </summary>
internal sealed class LibroSinEstilos : Stream
{
    private readonly FileStream archivo;
    private readonly long desde;
    private readonly byte[] central = new byte[IndiceDeZip.LargoDeCentral];

    /// <param name="directorio">Where the directory of the zip speaks of the styles, and of the part that stands in for them.</param>
    public LibroSinEstilos(string ruta, (long Estilos, long Otra) directorio)
    {
        archivo = new FileStream(ruta, FileMode.Open, FileAccess.Read, FileShare.Read);
        desde = directorio.Estilos;
        var otra = new byte[central.Length];
        RandomAccess.Read(archivo.SafeFileHandle, central, directorio.Estilos);
        RandomAccess.Read(archivo.SafeFileHandle, otra, directorio.Otra);
        // Flags, method, time, CRC and sizes; then the place. The lengths between them are of its own name.
        otra.AsSpan(8, 20).CopyTo(central.AsSpan(8));
        otra.AsSpan(42, 4).CopyTo(central.AsSpan(42));
    }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => archivo.Length;

    public override long Position
    {
        get => archivo.Position;
        set => archivo.Position = value;
    }

    public override int Read(Span<byte> buffer)
    {
        var posicion = archivo.Position;
        var leidos = archivo.Read(buffer);
        var (inicio, fin) = (Math.Max(posicion, desde), Math.Min(posicion + leidos, desde + central.Length));
        if (inicio < fin)
            central.AsSpan((int)(inicio - desde), (int)(fin - inicio)).CopyTo(buffer[(int)(inicio - posicion)..]);
        return leidos;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => archivo.Seek(offset, origin);

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            archivo.Dispose();
        base.Dispose(disposing);
    }
}
