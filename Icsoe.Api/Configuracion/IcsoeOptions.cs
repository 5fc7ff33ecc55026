using System.ComponentModel.DataAnnotations;
using Icsoe.Api.Calendario;
using Icsoe.Domain.Reglas;

namespace Icsoe.Api.Configuracion;

/// <summary>Settings of section <c>Icsoe</c>; in the environment <c>Icsoe__Datos</c> and so on. Wrong ones stop the program at start.</summary>
public sealed class IcsoeOptions : IValidatableObject
{
    private const string Servir = "servir";
    private const string Retener = "retener";
    private const string Observar = "observar";
    private const string Mover = "mover";

    /// <summary>Folder of the store; relative to the directory the person is in.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Datos { get; set; } = "datos";

    /// <summary>Public address of this server, for the standards that demand absolute ones; null when not given.</summary>
    public string? UrlPublica { get; set; }

    /// <summary>Whether IMSS's own workbooks are handed out: <c>servir</c> or <c>retener</c>, which publishes only their SHA-256.</summary>
    [AllowedValues(Servir, Retener, ErrorMessage = "Icsoe:Originales debe ser «servir» o «retener».")]
    public string Originales { get; set; } = Servir;

    /// <summary>Whether IMSS's own workbooks are not handed out.</summary>
    public bool RetieneOriginales => Originales == Retener;

    /// <summary>Bytes of answers that may be kept ready to be sent again.</summary>
    [Range(0L, 1L << 40, ErrorMessage = "Icsoe:MemoriaDeRespuestas debe ser un número de bytes, 0 o más.")]
    public long MemoriaDeRespuestas { get; set; } = 64L << 20;

    /// <summary>How many exports may be written at once; who asks for one more is told when to come back.</summary>
    [Range(1, 1024, ErrorMessage = "Icsoe:ArchivosALaVez debe ser un número de 1 a 1024.")]
    public int ArchivosALaVez { get; set; } = 8;

    /// <summary>How many questions asked by POST may be received and answered at once.</summary>
    [Range(1, 1024, ErrorMessage = "Icsoe:EnviosALaVez debe ser un número de 1 a 1024.")]
    public int EnviosALaVez { get; set; } = 4;

    /// <summary>What a start date outside the cuatrimestre does: <c>observar</c> or <c>mover</c>, as when listados are sealed.</summary>
    [AllowedValues(Observar, Mover, ErrorMessage = "Icsoe:FechaInicioFueraDelPeriodo debe ser «observar» o «mover».")]
    public string FechaInicioFueraDelPeriodo { get; set; } = Observar;

    /// <inheritdoc cref="FechaInicioFueraDelPeriodo"/>
    public PoliticaFechaInicio Politica => FechaInicioFueraDelPeriodo == Mover ? PoliticaFechaInicio.Mover : PoliticaFechaInicio.Observar;

    /// <summary>IMSS's own days off, which move its days of publication; the federal ones are known.</summary>
    public IList<DiaInhabilOptions> DiasInhabiles { get; } = [];

    /// <summary>Licence of the data; null when whoever runs the server knows of none.</summary>
    public string? Licencia { get; set; }

    /// <summary>Where that licence is read; null when not given.</summary>
    public string? LicenciaUrl { get; set; }

    /// <summary>Who runs this server.</summary>
    public EditorOptions Editor { get; set; } = new();

    /// <summary>The folder as an absolute path.</summary>
    public string RutaDatos => Path.GetFullPath(Datos is "" ? "." : Datos); // "" is refused by validation, which reads this too

    /// <summary>The sample's own store, beside <see cref="Datos"/>.</summary>
    public string RutaEjemplo =>
        Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(RutaDatos)) ?? RutaDatos, "datos-ejemplo");

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!EsDireccion(UrlPublica))
            yield return new ValidationResult("Icsoe:UrlPublica debe ser una dirección http o https completa.", [nameof(UrlPublica)]);
        if (!EsDireccion(Editor.Url))
            yield return new ValidationResult("Icsoe:Editor:Url debe ser una dirección http o https completa.", [nameof(Editor)]);
        if (!EsDireccion(LicenciaUrl))
            yield return new ValidationResult("Icsoe:LicenciaUrl debe ser una dirección http o https completa.", [nameof(LicenciaUrl)]);
        if (!string.IsNullOrWhiteSpace(LicenciaUrl) && string.IsNullOrWhiteSpace(Licencia))
            yield return new ValidationResult("Icsoe:LicenciaUrl necesita el nombre de la licencia en Icsoe:Licencia.", [nameof(Licencia)]);
        if (DiasInhabiles.Any(inhabil => inhabil.Leer() is null))
            yield return new ValidationResult(
                "Icsoe:DiasInhabiles: cada uno lleva Dia, como 2026-04-02, y Nombre.",
                [nameof(DiasInhabiles)]
            );
    }

    private static bool EsDireccion(string? texto) =>
        string.IsNullOrEmpty(texto) || (Uri.TryCreate(texto, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https"));
}

/// <summary>Who runs this server, as <c>/v1</c> says it.</summary>
public sealed class EditorOptions
{
    public string? Nombre { get; set; }

    public string? Correo { get; set; }

    public string? Url { get; set; }
}
