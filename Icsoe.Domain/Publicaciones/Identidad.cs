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
    /// <summary>Characters of an id.</summary>
    public const int Largo = 16;

    private const int EnPila = 256;
    private const int NumeroYSeparadores = 16;

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

    /// <summary>The same id as <see cref="Id(RenglonPublico)"/>, in ASCII, to <see cref="Largo"/> bytes.</summary>
    public static void Id(this in RenglonLeido renglon, Span<byte> salida) =>
        De(
            renglon.EsContrato ? 'c' : 'i',
            renglon.Listado.Periodo,
            renglon.FolioInformativa,
            renglon.EsContrato ? renglon.FolioContrato : default,
            renglon.Ordinal,
            salida
        );

    private static string De(char entidad, Periodo periodo, string? informativa, string? contrato, int ordinal) =>
        string.Create(
            Largo,
            (entidad, periodo, informativa, contrato, ordinal),
            static (letras, de) =>
            {
                Span<byte> ascii = stackalloc byte[Largo];
                De(
                    de.entidad,
                    de.periodo,
                    Encoding.UTF8.GetBytes(de.informativa ?? ""),
                    Encoding.UTF8.GetBytes(de.contrato ?? ""),
                    de.ordinal,
                    ascii
                );
                Encoding.ASCII.GetChars(ascii, letras);
            }
        );

    private static void De(
        char entidad,
        Periodo periodo,
        ReadOnlySpan<byte> informativa,
        ReadOnlySpan<byte> contrato,
        int ordinal,
        Span<byte> salida
    )
    {
        Span<byte> resumen = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> texto = stackalloc byte[EnPila];
        var suma = sumas ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Utf8.TryWrite(texto, $"{entidad}\n{periodo}\n", out var escritos);
        if (escritos + informativa.Length + contrato.Length + NumeroYSeparadores <= EnPila)
        {
            informativa.CopyTo(texto[escritos..]);
            escritos += informativa.Length;
            texto[escritos++] = (byte)'\n';
            contrato.CopyTo(texto[escritos..]);
            escritos += contrato.Length;
        }
        // Folios are short; one that does not fit goes by parts.
        else
        {
            suma.AppendData(texto[..escritos]);
            suma.AppendData(informativa);
            suma.AppendData("\n"u8);
            suma.AppendData(contrato);
            escritos = 0;
        }
        texto[escritos++] = (byte)'\n';
        ordinal.TryFormat(texto[escritos..], out var cifras);
        suma.AppendData(texto[..(escritos + cifras)]);
        suma.GetHashAndReset(resumen);
        Plegado.EnBase32(resumen, salida[..Largo]);
    }
}
