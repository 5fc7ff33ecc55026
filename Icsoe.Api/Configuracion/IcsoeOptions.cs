using System.ComponentModel.DataAnnotations;

namespace Icsoe.Api.Configuracion;

/// <summary>What to do with IMSS's own workbooks.</summary>
public enum Originales
{
    /// <summary>Hand them out untouched.</summary>
    Servir,

    /// <summary>Publish only their SHA-256.</summary>
    Retener,
}

/// <summary>Settings of section <c>Icsoe</c>; in the environment <c>Icsoe__Datos</c> and so on. Wrong ones stop the program at start.</summary>
public sealed class IcsoeOptions : IValidatableObject
{
    /// <summary>Folder of the store; relative to the directory the person is in.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Datos { get; set; } = "datos";

    /// <summary>Public address of this server, for the standards that demand absolute ones; null when not given.</summary>
    public Uri? UrlPublica { get; set; }

    /// <summary>Whether IMSS's own workbooks are handed out.</summary>
    [EnumDataType(typeof(Originales))]
    public Originales Originales { get; set; } = Originales.Servir;

    /// <summary>Who runs this server.</summary>
    public EditorOptions Editor { get; set; } = new();

    /// <summary>The folder as an absolute path.</summary>
    public string RutaDatos => Path.GetFullPath(Datos);

    /// <summary>The sample's own store, beside <see cref="Datos"/>.</summary>
    public string RutaEjemplo =>
        Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(RutaDatos)) ?? RutaDatos, "datos-ejemplo");

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (UrlPublica is { } url && (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https")))
            yield return new ValidationResult("Icsoe:UrlPublica debe ser una dirección http o https completa.", [nameof(UrlPublica)]);
        if (Editor.Url is { IsAbsoluteUri: false })
            yield return new ValidationResult("Icsoe:Editor:Url debe ser una dirección completa.", [nameof(Editor)]);
    }
}

/// <summary>Who runs this server, as <c>/v1</c> says it.</summary>
public sealed class EditorOptions
{
    public string? Nombre { get; set; }

    public string? Correo { get; set; }

    public Uri? Url { get; set; }
}
