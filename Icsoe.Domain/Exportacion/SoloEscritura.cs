namespace Icsoe.Domain.Exportacion;

/// <summary>
/// A stream that can only be written forward. ZipArchive goes back to complete its headers when it can seek, so a file and
/// a network answer would get different bytes for the same rows; through this one they get the same.
/// </summary>
internal sealed class SoloEscritura(Stream destino) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => destino.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => destino.Write(buffer);

    public override void Flush() => destino.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
