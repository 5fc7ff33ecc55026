using System.Text.Json.Serialization;
using Icsoe.Api.Documentacion;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Problemas;

/// <summary>Body of an error answer (RFC 9457).</summary>
public record ProblemaResponse
{
    [Campo("Dirección donde se explica este problema.", "/v1/problemas/PARAMETRO_DESCONOCIDO")]
    public required string Type { get; init; }

    [Campo("Título del problema, igual en todas sus apariciones.", "La solicitud trae un parámetro que no existe.")]
    public required string Title { get; init; }

    [Campo("Estado HTTP.", "400")]
    public required int Status { get; init; }

    [Campo("Qué pasó en esta solicitud.", "No existe el parámetro «listas».")]
    public required string Detail { get; init; }

    [Campo("Código del problema, para programas: no cambia nunca.", "PARAMETRO_DESCONOCIDO", Crece = true)]
    public required string Codigo { get; init; }

    [Campo("Todos los errores de la solicitud, de una vez; vacío si el problema no es de los parámetros.")]
    public required IReadOnlyList<ErrorResponse> Errores { get; init; }
}

/// <summary>Body of a 410.</summary>
public sealed record RetiradoResponse : ProblemaResponse
{
    [Campo("Última publicación en que estuvo.", "2026-05", Nulo = "Se retiró de todas."), JsonPropertyOrder(1)]
    public required string? UltimaPublicacion { get; init; }

    [
        Campo("Dirección donde se sigue consultando.", "/v1/contratos/A26P3662382?publicacion=2026-05", Nulo = "Se retiró de todas."),
        JsonPropertyOrder(1)
    ]
    public required string? Enlace { get; init; }

    [Campo("Por qué ya no se consulta en ninguna publicación.", Nulo = "Se sigue consultando en `enlace`."), JsonPropertyOrder(1)]
    public required RetiroResponse? Retiro { get; init; }
}

/// <summary>That something was taken out of every publication.</summary>
public sealed record RetiroResponse
{
    [Campo("Publicación que lo retiró.", "2026-06.2")]
    public required string Publicacion { get; init; }

    [Campo("Cuándo, en UTC.", "2026-06-10T18:00:00Z")]
    public required DateTimeOffset Fecha { get; init; }

    [Campo("Por qué.", "Orden judicial 123/2026.")]
    public required string Motivo { get; init; }

    public static RetiroResponse From(Retiro retiro, Publicacion publicacion) =>
        new()
        {
            Publicacion = publicacion.Id.ToString(),
            Fecha = publicacion.SelladaEn,
            Motivo = retiro.Motivo,
        };
}

/// <summary>Body of a 422 to a query that costs too much.</summary>
public sealed record DemasiadoAmpliaResponse : ProblemaResponse
{
    [Campo("Filtros que la acotarían, el más útil primero.", "[\"periodo\",\"lista\"]"), JsonPropertyOrder(1)]
    public required IReadOnlyList<string> Acotar { get; init; }
}

/// <summary>One error of a request.</summary>
public sealed record ErrorResponse
{
    [Campo("Código del error.", "PARAMETRO_DESCONOCIDO", Crece = true)]
    public required string Codigo { get; init; }

    [Campo("Nombre del parámetro, como llegó, o lugar en el cuerpo (`presentadas[2].tipo`); nulo si no se trata de ninguno.", "listas")]
    public required string? Parametro { get; init; }

    [Campo("Valor como llegó, recortado a 100 caracteres; nulo si no viene al caso.", "publico")]
    public required string? Valor { get; init; }

    [Campo("Qué está mal.", "No existe el parámetro «listas».")]
    public required string Detalle { get; init; }

    [Campo("Lo que probablemente se quiso escribir; nulo si nada se le parece.", "lista")]
    public required string? Sugerencia { get; init; }

    [Campo("Lo que sí se admite; nulo si no se puede enumerar.", "[\"lista\",\"ejercicio\",\"publicacion\"]")]
    public required IReadOnlyList<string>? Validos { get; init; }
}
