using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Publicaciones;

/// <summary>
/// The opaque id of a row, stable over publications and rebuilds: the first 16 base32 characters of the SHA-256 of
/// (what it is, periodo, folio de informativa, folio de contrato, ordinal). It survives a move between lists.
/// </summary>
public static class Identidad
{
    private const int EnPila = 256;

    /// <summary>One for each thread: to make one takes longer than to use it.</summary>
    [ThreadStatic]
    private static IncrementalHash? sumas;

    /// <summary>Id of a line of a listado; of one without contract, the id of its informativa.</summary>
    public static string Id(this RenglonPublico renglon) =>
        renglon.Contrato is { } contrato
            ? De('c', renglon.Listado.Periodo, renglon.FolioInformativa, contrato.Folio, renglon.Ordinal)
            : De('i', renglon.Listado.Periodo, renglon.FolioInformativa, null, renglon.Ordinal);

    public static string Id(this InformativaPublica informativa) =>
        De('i', informativa.Listado.Periodo, informativa.Folio, null, informativa.Ordinal);

    private static string De(char entidad, Periodo periodo, string? informativa, string? contrato, int ordinal)
    {
        Span<byte> resumen = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> texto = stackalloc byte[EnPila];
        var suma = sumas ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Folios are short; whatever does not fit is written where there is room.
        if (Utf8.TryWrite(texto, $"{entidad}\n{periodo}\n{informativa}\n{contrato}\n{ordinal}", out var escritos))
            suma.AppendData(texto[..escritos]);
        else
            suma.AppendData(Encoding.UTF8.GetBytes($"{entidad}\n{periodo}\n{informativa}\n{contrato}\n{ordinal}"));
        suma.GetHashAndReset(resumen);
        return Plegado.EnBase32(resumen, 16);
    }
}
