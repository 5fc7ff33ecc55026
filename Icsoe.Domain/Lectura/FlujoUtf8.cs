using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// Lets through only UTF-8 text, without its BOM and up to the limit of a text file. What follows may decode without a
/// thought: a decoder that replaces what it cannot read would change people's names in silence.
/// </summary>
internal sealed class FlujoUtf8 : FlujoDeLectura
{
    private readonly Stream origen;
    private readonly string archivo;
    private readonly LimitesDeLectura limites;
    private byte[] bufer = ArrayPool<byte>.Shared.Rent(64 << 10);
    private int inicio;
    private int fin;
    private int validoHasta;
    private int lineas = 1;
    private long leidos;
    private bool alFinal;

    /// <param name="origen">Read once from where it stands; the caller closes it.</param>
    /// <exception cref="LecturaException">It is empty, a zip, UTF-16 or no text at all.</exception>
    public FlujoUtf8(Stream origen, string archivo, LimitesDeLectura limites)
    {
        (this.origen, this.archivo, this.limites) = (origen, archivo, limites);
        while (fin < bufer.Length && !alFinal)
            Llenar();
        ReadOnlySpan<byte> cabeza = bufer.AsSpan(0, fin);
        if (LineasDeTexto.NoEsTexto(cabeza) is { } motivo)
            throw new LecturaException(archivo, motivo);
        if (cabeza.StartsWith("\uFEFF"u8))
            inicio = 3;
        validoHasta = inicio;
        Validar();
    }

    /// <summary>The first bytes, still to be read.</summary>
    public ReadOnlySpan<byte> Cabeza => bufer.AsSpan(inicio, validoHasta - inicio);

    /// <exception cref="LecturaException">What comes is no UTF-8, or the file passes the limit.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (inicio == validoHasta && !alFinal)
        {
            // What is left is the beginning of one character.
            Buffer.BlockCopy(bufer, inicio, bufer, 0, fin - inicio);
            (fin, inicio, validoHasta) = (fin - inicio, 0, 0);
            Llenar();
            Validar();
        }
        var cuantos = Math.Min(buffer.Length, validoHasta - inicio);
        bufer.AsSpan(inicio, cuantos).CopyTo(buffer);
        inicio += cuantos;
        return cuantos;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && bufer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bufer);
            bufer = [];
        }
        base.Dispose(disposing);
    }

    private void Llenar()
    {
        var nuevos = origen.Read(bufer, fin, bufer.Length - fin);
        alFinal = nuevos == 0;
        fin += nuevos;
        leidos += nuevos;
        if (leidos > limites.BytesDeTexto)
            throw new LecturaException(archivo, $"el archivo pasa de {limites.BytesDeTexto:N0} bytes; divídelo.");
    }

    /// <summary>Moves <see cref="validoHasta"/> over whole characters; one cut by the end of the buffer waits for its rest.</summary>
    private void Validar()
    {
        ReadOnlySpan<byte> nuevos = bufer.AsSpan(validoHasta, fin - validoHasta);
        var completos = nuevos.Length - (alFinal ? 0 : BytesPendientes(nuevos));
        if (!Utf8.IsValid(nuevos[..completos]))
            throw new LecturaException(
                archivo,
                $"la línea {lineas + nuevos[..PrimeroInvalido(nuevos)].Count((byte)'\n'):N0} no es UTF-8 válido; guarda el archivo como «CSV UTF-8»."
            );
        lineas += nuevos[..completos].Count((byte)'\n');
        validoHasta += completos;
    }

    private static int BytesPendientes(ReadOnlySpan<byte> bytes)
    {
        for (var atras = 1; atras <= Math.Min(3, bytes.Length); atras++)
        {
            var b = bytes[^atras];
            if (b < 0x80)
                return 0;
            if (b >= 0xC0)
                return Rune.DecodeFromUtf8(bytes[^atras..], out _, out _) == OperationStatus.NeedMoreData ? atras : 0;
        }
        return 0;
    }

    private static int PrimeroInvalido(ReadOnlySpan<byte> bytes)
    {
        var visto = 0;
        while (visto < bytes.Length && Rune.DecodeFromUtf8(bytes[visto..], out _, out var largo) == OperationStatus.Done)
            visto += largo;
        return visto;
    }
}
