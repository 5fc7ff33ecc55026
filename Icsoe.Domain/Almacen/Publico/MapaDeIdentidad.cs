using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>
/// What stands in one listado, by identity, so that an incoming row is told apart in one look: the same, changed, or new.
/// Identities and contents are 64-bit digests: 24 bytes a row, whatever its text. Two different identities that met
/// would only raise an ordinal; two contents are compared only within one identity.
/// </summary>
internal sealed class MapaDeIdentidad
{
    private readonly Dictionary<ulong, Entrada> entradas = [];

    /// <summary>A row that stands, read from the store.</summary>
    public void Cargar(ulong identidad, int ordinal, ulong contenido, long clave) =>
        entradas[Con(identidad, ordinal)] = new Entrada(contenido, clave, Vista: false);

    /// <summary>
    /// Takes the next ordinal of an identity for an incoming row. <c>Anterior</c> is the key of the row that holds it now (null when new);
    /// <c>Igual</c> whether that row has the same content.
    /// </summary>
    public (int Ordinal, long? Anterior, bool Igual) Reclamar(ulong identidad, ulong contenido)
    {
        for (var ordinal = 0; ; ordinal++)
        {
            var lugar = Con(identidad, ordinal);
            if (!entradas.TryGetValue(lugar, out var entrada))
            {
                entradas[lugar] = new Entrada(contenido, 0, Vista: true);
                return (ordinal, null, false);
            }
            if (entrada.Vista)
                continue;
            entradas[lugar] = entrada with { Vista = true };
            return (ordinal, entrada.Clave, entrada.Contenido == contenido);
        }
    }

    /// <summary>Keys of the rows that no incoming row claimed.</summary>
    public IEnumerable<long> SinReclamar() => entradas.Values.Where(entrada => !entrada.Vista).Select(entrada => entrada.Clave);

    private static ulong Con(ulong identidad, int ordinal) => identidad + ((ulong)ordinal * 0x9E3779B97F4A7C15);

    private readonly record struct Entrada(ulong Contenido, long Clave, bool Vista);
}

/// <summary>A 64-bit digest of a sequence of values, each told apart from its neighbours and null from empty.</summary>
internal sealed class Resumen
{
    private byte[] bufer = new byte[1024];
    private int largo;

    public Resumen Texto(string? texto)
    {
        if (texto is null)
            return Numero(-1);
        var maximo = Encoding.UTF8.GetMaxByteCount(texto.Length);
        Asegurar(maximo + sizeof(long));
        var escritos = Encoding.UTF8.GetBytes(texto, bufer.AsSpan(largo + sizeof(long)));
        BinaryPrimitives.WriteInt64LittleEndian(bufer.AsSpan(largo), escritos);
        largo += sizeof(long) + escritos;
        return this;
    }

    public Resumen Numero(long? numero)
    {
        Asegurar(sizeof(long));
        BinaryPrimitives.WriteInt64LittleEndian(bufer.AsSpan(largo), numero ?? long.MinValue);
        largo += sizeof(long);
        return this;
    }

    /// <summary>The digest of what was given since the last call.</summary>
    public ulong Terminar() => (ulong)Terminar128();

    /// <summary>The same, in 128 bits: for keys whose meeting nothing else would notice.</summary>
    public UInt128 Terminar128()
    {
        Span<byte> resumen = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bufer.AsSpan(0, largo), resumen);
        largo = 0;
        return BinaryPrimitives.ReadUInt128LittleEndian(resumen);
    }

    private void Asegurar(int mas)
    {
        if (bufer.Length < largo + mas)
            Array.Resize(ref bufer, Math.Max(bufer.Length * 2, largo + mas));
    }
}
