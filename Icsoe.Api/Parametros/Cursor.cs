using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Parametros;

/// <summary>
/// Where the next page starts. Opaque to clients: base64url of the kind of mark, publication, digest of the canonical query,
/// the mark itself, and a checksum. It holds no secret and no server state, so it survives restarts and never expires.
/// </summary>
/// <param name="Publicacion">The publication the first page was read at.</param>
/// <param name="Consulta">Of <see cref="ResumenDe"/>.</param>
/// <param name="Marca">Where the page ended: one of those that <see cref="MarcaDeCursor"/> writes.</param>
public sealed record Cursor(IdPublicacion Publicacion, ulong Consulta, object Marca)
{
    private const int BytesDeControl = 4;

    // kind, year (2), month, number (2), query (8); the mark follows
    private const int BytesDeCabeza = 1 + 2 + 1 + 2 + 8;

    private const int BytesMaximos = BytesDeCabeza + MarcaDeCursor.BytesMaximos + BytesDeControl;

    /// <summary>Digest of a canonical query (path, filters and order).</summary>
    public static ulong ResumenDe(string consultaCanonica) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(consultaCanonica)));

    /// <summary>Reads a token exactly as <see cref="ToString"/> writes it; every value in it is checked again.</summary>
    public static bool TryParse(string texto, out Cursor? cursor)
    {
        cursor = null;
        Span<byte> bytes = stackalloc byte[BytesMaximos];
        if (texto.Length > Base64Url.GetEncodedLength(BytesMaximos) || !Base64Url.IsValid(texto))
            return false;
        if (!Base64Url.TryDecodeFromChars(texto, bytes, out var leidos) || leidos < BytesDeCabeza + BytesDeControl)
            return false;
        var datos = bytes[..(leidos - BytesDeControl)];
        Span<byte> control = stackalloc byte[BytesDeControl];
        Control(datos, control);
        if (!control.SequenceEqual(bytes[datos.Length..leidos]))
            return false;

        var anio = BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]);
        var numero = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        var escrita = numero == 1 ? $"{anio:D4}-{bytes[3]:D2}" : $"{anio:D4}-{bytes[3]:D2}.{numero}";
        if (!IdPublicacion.TryParse(escrita, out var publicacion) || MarcaDeCursor.Leer(bytes[0], datos[BytesDeCabeza..]) is not { } marca)
            return false;
        cursor = new Cursor(publicacion, BinaryPrimitives.ReadUInt64BigEndian(bytes[6..]), marca);
        return cursor.ToString() == texto;
    }

    /// <summary>The token.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[BytesMaximos];
        BinaryPrimitives.WriteUInt16BigEndian(bytes[1..], (ushort)Publicacion.Anio);
        bytes[3] = (byte)Publicacion.Mes;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], (ushort)Publicacion.Numero);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[6..], Consulta);
        var largo = BytesDeCabeza + MarcaDeCursor.Escribir(Marca, bytes[BytesDeCabeza..], out bytes[0]);
        Control(bytes[..largo], bytes[largo..]);
        return Base64Url.EncodeToString(bytes[..(largo + BytesDeControl)]);
    }

    private static void Control(ReadOnlySpan<byte> datos, Span<byte> control)
    {
        Span<byte> resumen = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(datos, resumen);
        resumen[..BytesDeControl].CopyTo(control);
    }
}
