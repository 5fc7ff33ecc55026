using System.Buffers.Binary;
using System.Text;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// Remembers every folio of a flat table in a few bytes each, whatever its informativas hold, to notice rows of one folio
/// that stand apart.
/// </summary>
internal sealed class FoliosVistos
{
    private readonly TablaDeHuellas<Visto> vistos = new();

    /// <summary>Remembers a folio, or tells where it was seen before.</summary>
    /// <param name="ahora">What it holds this time; not remembered when it was seen before.</param>
    /// <returns>What it held the first time; null when this is it.</returns>
    public Visto? Anotar(string folio, Visto ahora) => vistos.Agregar(Huella(folio), ahora);

    /// <summary>The digest of a folio.</summary>
    public static ulong Huella(string folio) => Huella(Encoding.UTF8.GetBytes(folio));

    /// <summary>
    /// 64 bits that differ when the bytes do, but by chance. Whoever makes two files collide on purpose only has their own refused;
    /// a digest that resists it takes as long as reading the rows.
    /// </summary>
    public static ulong Huella(ReadOnlySpan<byte> bytes)
    {
        const ulong Primo = 0x9E3779B97F4A7C15;
        var suma = (ulong)bytes.Length * Primo;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            suma = Mezclar(suma ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        var resto = 0UL;
        foreach (var b in bytes)
            resto = (resto << 8) | b;
        return Mezclar(Mezclar(suma ^ resto));

        static ulong Mezclar(ulong valor)
        {
            var alto = Math.BigMul(valor ^ 0xD1B54A32D192ED03, Primo, out var bajo);
            return alto ^ bajo ^ valor;
        }
    }

    /// <summary>An informativa that was seen.</summary>
    /// <param name="Fila">Its first row.</param>
    /// <param name="Cabeza">Of its own columns.</param>
    /// <param name="Todo">Of its columns and its contracts.</param>
    /// <param name="Rechazada">Whether it was rejected.</param>
    internal readonly record struct Visto(int Fila, uint Cabeza, uint Todo, bool Rechazada);
}
