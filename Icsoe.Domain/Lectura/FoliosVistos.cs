using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// Remembers every folio of a flat table in a few bytes each, whatever its informativas hold, to notice rows of one folio
/// that stand apart.
/// </summary>
internal sealed class FoliosVistos
{
    private readonly Dictionary<ulong, Visto> vistos = [];

    /// <summary>Remembers a folio, or tells where it was seen before.</summary>
    /// <param name="ahora">What it holds this time; not remembered when it was seen before.</param>
    /// <returns>What it held the first time; null when this is it.</returns>
    public Visto? Anotar(string folio, Visto ahora)
    {
        var llave = Huella(Encoding.UTF8.GetBytes(folio));
        if (vistos.TryGetValue(llave, out var antes))
            return antes;
        vistos.Add(llave, ahora);
        return null;
    }

    /// <summary>64 bits of SHA-256: nobody finds two folios with the same ones by chance.</summary>
    public static ulong Huella(ReadOnlySpan<byte> bytes)
    {
        Span<byte> digesto = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, digesto);
        return BinaryPrimitives.ReadUInt64LittleEndian(digesto);
    }

    /// <summary>An informativa that was seen.</summary>
    /// <param name="Fila">Its first row.</param>
    /// <param name="Cabeza">Of its own columns.</param>
    /// <param name="Todo">Of its columns and its contracts.</param>
    /// <param name="Rechazada">Whether it was rejected.</param>
    internal readonly record struct Visto(int Fila, ulong Cabeza, ulong Todo, bool Rechazada);
}
