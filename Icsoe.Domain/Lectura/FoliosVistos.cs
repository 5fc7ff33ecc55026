using System.IO.Hashing;
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
    /// 64 bits that differ when the bytes do, but by chance. Whoever makes two files collide on purpose only has their own refused.
    /// </summary>
    public static ulong Huella(ReadOnlySpan<byte> bytes) => XxHash3.HashToUInt64(bytes);

    /// <summary>An informativa that was seen.</summary>
    /// <param name="Fila">Its first row.</param>
    /// <param name="Cabeza">Of its own columns.</param>
    /// <param name="Todo">Of its columns and its contracts.</param>
    /// <param name="Rechazada">Whether it was rejected.</param>
    internal readonly record struct Visto(int Fila, uint Cabeza, uint Todo, bool Rechazada);
}
