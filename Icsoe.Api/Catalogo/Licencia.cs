using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;

namespace Icsoe.Api.Catalogo;

/// <summary>On what terms the data may be used.</summary>
/// <param name="Nombre">As a person reads it.</param>
/// <param name="Url">Where it is read; null when there is none, or it was not said.</param>
public sealed record Licencia(string Nombre, string? Url)
{
    private const string Ninguna = "IMSS no declara licencia";

    /// <summary>The one that was configured; else, that there is none.</summary>
    public static Licencia De(IcsoeOptions opciones) =>
        string.IsNullOrWhiteSpace(opciones.Licencia)
            ? new(Ninguna, null)
            : new(opciones.Licencia, string.IsNullOrWhiteSpace(opciones.LicenciaUrl) ? null : opciones.LicenciaUrl);
}

/// <summary>The licence of the data.</summary>
public sealed record LicenciaResponse
{
    [Campo("Nombre de la licencia; «IMSS no declara licencia» si quien opera este servidor no indicó ninguna.", "IMSS no declara licencia")]
    public required string Nombre { get; init; }

    [Campo(
        "Dónde se lee.",
        "https://creativecommons.org/licenses/by/4.0/deed.es",
        Nulo = "No hay licencia, o quien opera este servidor no lo indicó."
    )]
    public required string? Url { get; init; }

    public static LicenciaResponse From(Licencia licencia) => new() { Nombre = licencia.Nombre, Url = licencia.Url };
}
