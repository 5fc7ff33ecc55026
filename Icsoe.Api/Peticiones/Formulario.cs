using Icsoe.Api.Problemas;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Icsoe.Api.Peticiones;

/// <summary>A body of <c>multipart/form-data</c> (RFC 7578), as the form of a page sends it: one file, and nothing else.</summary>
internal static class Formulario
{
    public const string Medio = "multipart/form-data";

    /// <summary>Name of the field that has the file.</summary>
    public const string Campo = "archivo";

    private const int LargoDeLimite = 70; // RFC 2046, section 5.1.1
    private const int CabecerasMaximas = 8;
    private const int LargoDeCabeceras = 4096;

    /// <summary>Media types of files by the end of their names: what a browser calls a CSV depends on what else is installed.</summary>
    private static readonly (string Extension, string Medio)[] PorExtension =
    [
        (".json", Operacion.Json),
        (".ndjson", Medios.Ndjson),
        (".csv", Medios.Csv),
        (".xlsx", Medios.Xlsx),
    ];

    /// <summary>The file that a form brings; it shares the bytes of the form.</summary>
    public static async Task<(Envio? Envio, Problema? Problema)> LeerAsync(
        string? tipo,
        byte[] bytes,
        CuerpoDeSolicitud cuerpo,
        CancellationToken ct
    )
    {
        var limite = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(tipo).Boundary).Value;
        if (string.IsNullOrEmpty(limite) || limite.Length > LargoDeLimite)
            return (null, Ilegible("Content-Type no dice su boundary.", "Content-Type does not say its boundary."));
        using var flujo = new MemoryStream(bytes, writable: false);
        var lector = new MultipartReader(limite, flujo) { HeadersCountLimit = CabecerasMaximas, HeadersLengthLimit = LargoDeCabeceras };
        try
        {
            Envio? envio = null;
            while (await lector.ReadNextSectionAsync(ct) is { } parte)
            {
                if (
                    !ContentDispositionHeaderValue.TryParse(parte.ContentDisposition, out var disposicion)
                    || HeaderUtilities.RemoveQuotes(disposicion.Name) != Campo
                    || envio is not null
                )
                    return (
                        null,
                        Ilegible($"Lleva un solo campo, «{Campo}», con el archivo.", $"It has one field only, `{Campo}`, with the file.")
                    );
                var nombre = disposicion.FileNameStar.HasValue
                    ? disposicion.FileNameStar
                    : HeaderUtilities.RemoveQuotes(disposicion.FileName);
                var desde = (int)parte.BaseStreamOffset!.Value;
                var largo = await LargoAsync(parte.Body, ct);
                if (MedioDe(parte.ContentType, nombre.Value, cuerpo) is not { } medio)
                    return (null, Envios.TipoNoAdmitido(parte.ContentType, cuerpo));
                envio = new(medio, bytes.AsMemory(desde, largo), nombre.Value);
            }
            return envio is null
                ? (null, Ilegible($"Falta el campo «{Campo}», con el archivo.", $"The field `{Campo}`, with the file, is missing."))
                : (envio, null);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return (null, Ilegible("Está cortado, o no es un formulario.", "It is cut short, or no form."));
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

    private static async Task<int> LargoAsync(Stream parte, CancellationToken ct)
    {
        var trozo = new byte[16 * 1024];
        int largo = 0,
            leidos;
        while ((leidos = await parte.ReadAsync(trozo, ct)) > 0)
            largo += leidos;
        return largo;
    }

    private static Problema Ilegible(string es, string en) =>
        new(CatalogoDeProblemas.FormularioInvalido, new($"El formulario no se puede leer. {es}", $"The form cannot be read. {en}"));
}
