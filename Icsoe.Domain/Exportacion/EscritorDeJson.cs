using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace Icsoe.Domain.Exportacion;

/// <summary>
/// A borrowed buffer for JSON, and what writes into it from texts that are UTF-8 already: for what is asked for most, where the general
/// writer's care would cost most of the time. Names, commas and braces are then the caller's; values come out as the serializer of the
/// answers writes them.
/// </summary>
public sealed class EscritorDeJson : IBufferWriter<byte>, IDisposable
{
    /// <summary>Bytes of texts that stand in JSON as they are: printable ASCII but quotes and backslash, and letters of Latin-1.</summary>
    private static readonly SearchValues<byte> TalCual = SearchValues.Create([
        .. Enumerable.Range(0x20, 0x5F).Where(letra => letra is not ('"' or '\\')).Select(letra => (byte)letra),
        .. Enumerable.Range(0x80, 0x40).Select(continuacion => (byte)continuacion),
        0xC3,
    ]);

    private byte[] _bufer = ArrayPool<byte>.Shared.Rent(64 * 1024);

    /// <summary>Bytes written so far.</summary>
    public int Escritos { get; private set; }

    /// <summary>What was written between two places; valid until something else is written or this is disposed.</summary>
    public ReadOnlyMemory<byte> Entre(int desde, int hasta) => _bufer.AsMemory(desde..hasta);

    public EscritorDeJson Crudo(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Hueco(json.Length));
        Escritos += json.Length;
        return this;
    }

    /// <summary>A string; null when it is empty, since an answer has no empty texts.</summary>
    public EscritorDeJson Texto(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return Crudo("null"u8);
        if (utf8.ContainsAnyExcept(TalCual))
            return Escapado(utf8);
        var hueco = Hueco(utf8.Length + 2);
        hueco[0] = (byte)'"';
        utf8.CopyTo(hueco[1..]);
        hueco[utf8.Length + 1] = (byte)'"';
        Escritos += utf8.Length + 2;
        return this;
    }

    /// <summary>A word of ours, which needs no escape; null for none.</summary>
    public EscritorDeJson Palabra(string? palabra)
    {
        if (palabra is null)
            return Crudo("null"u8);
        Texto(palabra.Length, out var letras);
        Encoding.ASCII.GetBytes(palabra, letras);
        return this;
    }

    public EscritorDeJson Numero(int? numero)
    {
        if (numero is not { } valor)
            return Crudo("null"u8);
        valor.TryFormat(Hueco(11), out var cifras);
        Escritos += cifras;
        return this;
    }

    public EscritorDeJson Dia(DateOnly? dia)
    {
        if (dia is not { } uno)
            return Crudo("null"u8);
        var hueco = Hueco(12);
        hueco[0] = (byte)'"';
        uno.TryFormat(hueco[1..], out _, "O");
        hueco[11] = (byte)'"';
        Escritos += 12;
        return this;
    }

    public EscritorDeJson Logico(bool valor) => Crudo(valor ? "true"u8 : "false"u8);

    /// <summary>A string of that many bytes, which the caller then fills in; none may need an escape.</summary>
    public EscritorDeJson Texto(int bytes, out Span<byte> porLlenar)
    {
        var hueco = Hueco(bytes + 2);
        hueco[0] = (byte)'"';
        hueco[bytes + 1] = (byte)'"';
        porLlenar = hueco.Slice(1, bytes);
        Escritos += bytes + 2;
        return this;
    }

    private EscritorDeJson Escapado(ReadOnlySpan<byte> utf8)
    {
        // An escape takes six bytes at most for each one it stands for.
        var hueco = Hueco((utf8.Length * 6) + 2);
        hueco[0] = (byte)'"';
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.EncodeUtf8(utf8, hueco[1..], out _, out var escritos);
        hueco[escritos + 1] = (byte)'"';
        Escritos += escritos + 2;
        return this;
    }

    /// <summary>Forgets what was written: its memory serves again.</summary>
    public void Vaciar() => Escritos = 0;

    /// <inheritdoc/>
    public void Advance(int count) => Escritos += count;

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Hueco(Math.Max(sizeHint, 1));
        return _bufer.AsMemory(Escritos);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => Hueco(Math.Max(sizeHint, 1));

    /// <summary>Gives its memory back: nothing that was written may be read any more.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bufer);
        _bufer = [];
        Escritos = 0;
    }

    private Span<byte> Hueco(int bytes)
    {
        if (_bufer.Length - Escritos < bytes)
            Crecer(bytes);
        return _bufer.AsSpan(Escritos);
    }

    private void Crecer(int bytes)
    {
        var mayor = ArrayPool<byte>.Shared.Rent(Math.Max(_bufer.Length * 2, Escritos + bytes));
        _bufer.AsSpan(0, Escritos).CopyTo(mayor);
        ArrayPool<byte>.Shared.Return(_bufer);
        _bufer = mayor;
    }
}
