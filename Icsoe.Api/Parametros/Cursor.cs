using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Parametros;

/// <summary>
/// Where the next page starts. Opaque to clients: base64url of version, publication, digest of the canonical query,
/// key of the last row, and a checksum. It holds no secret and no server state, so it survives restarts and never expires.
/// </summary>
/// <param name="Publicacion">The publication the first page was read at.</param>
/// <param name="Consulta">Of <see cref="ResumenDe"/>.</param>
/// <param name="Ultima">Key of the last row given.</param>
public sealed record Cursor(IdPublicacion Publicacion, ulong Consulta, long Ultima)
{
    private const byte Version = 1;
    private const int BytesDeControl = 4;

    // version, year (2), month, number (2), query (8), key (8)
    private const int BytesDeDatos = 1 + 2 + 1 + 2 + 8 + 8;

    /// <summary>Digest of a canonical query (path, filters and order).</summary>
    public static ulong ResumenDe(string consultaCanonica) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(consultaCanonica)));

    /// <summary>Reads a token exactly as <see cref="ToString"/> writes it; every value in it is checked again.</summary>
    public static bool TryParse(string texto, out Cursor? cursor)
    {
        cursor = null;
        Span<byte> bytes = stackalloc byte[BytesDeDatos + BytesDeControl];
        if (texto.Length != Base64Url.GetEncodedLength(bytes.Length) || !texto.All(char.IsAscii))
            return false;
        if (!Base64Url.TryDecodeFromChars(texto, bytes, out var leidos) || leidos != bytes.Length || bytes[0] != Version)
            return false;
        Span<byte> control = stackalloc byte[BytesDeControl];
        Control(bytes[..BytesDeDatos], control);
        if (!control.SequenceEqual(bytes[BytesDeDatos..]))
            return false;

        var anio = BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]);
        var numero = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        var escrita = numero == 1 ? $"{anio:D4}-{bytes[3]:D2}" : $"{anio:D4}-{bytes[3]:D2}.{numero}";
        var ultima = BinaryPrimitives.ReadInt64BigEndian(bytes[14..]);
        if (!IdPublicacion.TryParse(escrita, out var publicacion) || !EsDeUnListado(ultima))
            return false;
        cursor = new Cursor(publicacion, BinaryPrimitives.ReadUInt64BigEndian(bytes[6..]), ultima);
        return cursor.ToString() == texto;
    }

    /// <summary>The token.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[BytesDeDatos + BytesDeControl];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[1..], (ushort)Publicacion.Anio);
        bytes[3] = (byte)Publicacion.Mes;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], (ushort)Publicacion.Numero);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[6..], Consulta);
        BinaryPrimitives.WriteInt64BigEndian(bytes[14..], Ultima);
        Control(bytes[..BytesDeDatos], bytes[BytesDeDatos..]);
        return Base64Url.EncodeToString(bytes);
    }

    private static void Control(ReadOnlySpan<byte> datos, Span<byte> control)
    {
        Span<byte> resumen = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(datos, resumen);
        resumen[..BytesDeControl].CopyTo(control);
    }

    private static bool EsDeUnListado(long clave)
    {
        var listado = clave >> 32;
        return listado is > 0 and <= int.MaxValue && Periodo.TryCreate((int)(listado / 2 / 10), (int)(listado / 2 % 10), out _);
    }
}
