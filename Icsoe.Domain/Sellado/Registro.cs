using System.Buffers.Binary;
using System.Text;
using Icsoe.Domain.Lectura;

namespace Icsoe.Domain.Sellado;

/// <summary>A record being written: numbers and texts one after another, read back in the same order by <see cref="RegistroLeido"/>.</summary>
internal sealed class RegistroEscrito
{
    private byte[] bytes = new byte[1 << 16];

    public int Largo { get; private set; }

    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, Largo);

    public void Vaciar() => Largo = 0;

    /// <summary>Makes room for bytes that the caller fills.</summary>
    public Span<byte> Reservar(int cuantos)
    {
        if (bytes.Length - Largo < cuantos)
            Array.Resize(ref bytes, checked(Math.Max(bytes.Length * 2, Largo + cuantos)));
        Largo += cuantos;
        return bytes.AsSpan(Largo - cuantos, cuantos);
    }

    public RegistroEscrito Crudo(ReadOnlySpan<byte> valor)
    {
        Numero(valor.Length);
        valor.CopyTo(Reservar(valor.Length));
        return this;
    }

    /// <summary>Null is a number of its own, that no field takes.</summary>
    public RegistroEscrito Numero(int? numero)
    {
        BinaryPrimitives.WriteInt32LittleEndian(Reservar(sizeof(int)), numero ?? int.MinValue);
        return this;
    }

    public RegistroEscrito Texto(string? texto)
    {
        if (texto is null)
            return Numero(null);
        var lugar = Largo;
        Numero(0);
        var maximo = Encoding.UTF8.GetMaxByteCount(texto.Length);
        var escritos = Encoding.UTF8.GetBytes(texto, Reservar(maximo));
        Largo -= maximo - escritos;
        Corregir(lugar, escritos);
        return this;
    }

    /// <summary>Writes again a number written before.</summary>
    public void Corregir(int lugar, int numero) => BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(lugar), numero);
}

/// <summary>A record being read, in the order it was written.</summary>
/// <param name="textos">Shared by all that one walk reads.</param>
internal sealed class RegistroLeido(TextosRepetidos textos)
{
    private byte[] bytes = [];
    private int posicion;

    /// <summary>Makes it stand at the first field of a record of so many bytes, which the caller fills.</summary>
    public Span<byte> Empezar(int largo)
    {
        if (bytes.Length < largo)
            bytes = new byte[Math.Max(largo, bytes.Length * 2)];
        posicion = 0;
        return bytes.AsSpan(0, largo);
    }

    public ReadOnlySpan<byte> Crudo() => Tomar(Numero()!.Value);

    public int? Numero()
    {
        var numero = BinaryPrimitives.ReadInt32LittleEndian(Tomar(sizeof(int)));
        return numero == int.MinValue ? null : numero;
    }

    public string? Texto() => Numero() is { } largo ? textos.De(Tomar(largo)) : null;

    public DateOnly? Dia() => Numero() is { } dia ? DateOnly.FromDayNumber(dia) : null;

    private ReadOnlySpan<byte> Tomar(int cuantos)
    {
        posicion += cuantos;
        return bytes.AsSpan(posicion - cuantos, cuantos);
    }
}
