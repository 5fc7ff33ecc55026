using System.Runtime.InteropServices;
using System.Text;
using Icsoe.Api.Problemas;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Icsoe.Api.Peticiones;

/// <summary>
/// A body of <c>multipart/form-data</c> (RFC 7578), as the form of a page sends it: one file, and beside it only the fields that are taken.
/// </summary>
internal static class Formulario
{
    public const string Medio = "multipart/form-data";

    /// <summary>Media type of a form without files.</summary>
    public const string MedioSinArchivo = "application/x-www-form-urlencoded";

    /// <summary>Name of the field that has the file.</summary>
    public const string Campo = "archivo";

    private const int LargoDeLimite = 70; // RFC 2046, section 5.1.1
    private const int CabecerasMaximas = 8;
    private const int LargoDeCabeceras = 4096;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Media types of files by the end of their names: what a browser calls a CSV depends on what else is installed.</summary>
    private static readonly (string Extension, string Medio)[] PorExtension =
    [
        (".json", Operacion.Json),
        (".ndjson", Medios.Ndjson),
        (".csv", Medios.Csv),
        (".xlsx", Medios.Xlsx),
    ];

    /// <summary>The file that a form brings; it shares the bytes of the form.</summary>
    public static (Envio? Envio, Problema? Problema) Leer(
        string? tipo,
        ReadOnlyMemory<byte> bytes,
        CuerpoDeSolicitud cuerpo,
        CancellationToken ct
    )
    {
        var limite = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(tipo).Boundary).Value;
        if (string.IsNullOrEmpty(limite) || limite.Length > LargoDeLimite)
            return (null, Ilegible("Content-Type no dice su boundary.", "Content-Type does not say its boundary."));
        MemoryMarshal.TryGetArray(bytes, out var arreglo);
        using var flujo = new MemoryStream(arreglo.Array!, arreglo.Offset, arreglo.Count, writable: false);
        var lector = new MultipartReader(limite, flujo) { HeadersCountLimit = CabecerasMaximas, HeadersLengthLimit = LargoDeCabeceras };
        try
        {
            Envio? envio = null;
            var campos = new QueryString();
            var vistos = new HashSet<string>(StringComparer.Ordinal);
            while (lector.ReadNextSectionAsync(ct).GetAwaiter().GetResult() is { } parte)
            {
                if (!ContentDispositionHeaderValue.TryParse(parte.ContentDisposition, out var disposicion))
                    return (null, DeOtrosCampos(cuerpo));
                var campo = HeaderUtilities.RemoveQuotes(disposicion.Name).Value;
                if (cuerpo.Campos.FirstOrDefault(suyo => suyo.Nombre == campo) is { } suyo)
                {
                    if (!vistos.Add(suyo.Nombre))
                        return (null, Ilegible($"El campo «{campo}» se repite.", $"The field `{campo}` is repeated."));
                    campos = campos.Add(suyo.Nombre, Texto(parte.Body, suyo.Largo));
                    continue;
                }
                if (campo != Campo || envio is not null)
                    return (null, DeOtrosCampos(cuerpo));
                var nombre = disposicion.FileNameStar.HasValue
                    ? disposicion.FileNameStar
                    : HeaderUtilities.RemoveQuotes(disposicion.FileName);
                var desde = (int)parte.BaseStreamOffset!.Value;
                var largo = Largo(parte.Body, ct);
                if (MedioDe(parte.ContentType, nombre.Value, cuerpo) is not { } medio)
                    return (null, Envios.TipoNoAdmitido(parte.ContentType, cuerpo));
                envio = new(medio, bytes.Slice(desde, largo), nombre.Value);
            }
            return envio is null
                ? (null, Ilegible($"Falta el campo «{Campo}», con el archivo.", $"The field `{Campo}`, with the file, is missing."))
                : (envio with { Campos = campos.Value ?? "" }, null);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or DecoderFallbackException)
        {
            return (null, Ilegible("Está cortado, no es un formulario o no está en UTF-8.", "It is cut short, no form, or not in UTF-8."));
        }
    }

    /// <summary>What its name says; otherwise, what the sender says; null when neither is admitted.</summary>
    private static string? MedioDe(string? tipo, string? nombre, CuerpoDeSolicitud cuerpo)
    {
        var dicho = MediaTypeHeaderValue.TryParse(tipo, out var leido) ? leido.MediaType.Value : null;
        var porNombre = PorExtension
            .FirstOrDefault(par => nombre?.EndsWith(par.Extension, StringComparison.OrdinalIgnoreCase) == true)
            .Medio;
        return Admitido(porNombre) ?? Admitido(dicho);

        string? Admitido(string? medio) =>
            cuerpo.Medios.FirstOrDefault(suyo => suyo != Medio && suyo.Equals(medio, StringComparison.OrdinalIgnoreCase));
    }

    // One character past the most tells that it is too long; the rest of it is of no use.
    private static string Texto(Stream parte, int maximo)
    {
        using var lector = new StreamReader(parte, Utf8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var letras = new char[maximo + 1];
        return new(letras, 0, lector.ReadBlock(letras));
    }

    private static int Largo(Stream parte, CancellationToken ct)
    {
        var trozo = new byte[16 * 1024];
        int largo = 0,
            leidos;
        while ((leidos = parte.Read(trozo)) > 0)
        {
            ct.ThrowIfCancellationRequested();
            largo += leidos;
        }
        return largo;
    }

    private static Problema DeOtrosCampos(CuerpoDeSolicitud cuerpo)
    {
        var otros = string.Join(", ", cuerpo.Campos.Select(campo => campo.Nombre));
        return otros.Length == 0
            ? Ilegible($"Lleva un solo campo, «{Campo}», con el archivo.", $"It has one field only, `{Campo}`, with the file.")
            : Ilegible(
                $"Lleva un solo archivo, en el campo «{Campo}»; fuera de él, sólo admite: {otros}.",
                $"It has one file only, in the field `{Campo}`; beside it, it takes only: {otros}."
            );
    }

    private static Problema Ilegible(string es, string en) =>
        new(CatalogoDeProblemas.FormularioInvalido, new($"El formulario no se puede leer. {es}", $"The form cannot be read. {en}"));
}
