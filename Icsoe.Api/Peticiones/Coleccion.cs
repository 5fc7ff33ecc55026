using Icsoe.Api.Documentacion;

namespace Icsoe.Api.Peticiones;

/// <summary>The envelope of every collection.</summary>
public record Coleccion<T>
{
    [Campo("Elementos de esta página, en orden.")]
    public required IReadOnlyList<T> Datos { get; init; }

    [Campo(
        "Cursor de la página siguiente; se envía como `cursor` con los mismos filtros.",
        "AQfqBgABAAAAAAAAAAAAAJ5KAAAAMg",
        Nulo = "No hay más páginas."
    )]
    public required string? Siguiente { get; init; }

    [Campo("Publicación en la que se leyó todo.", "2026-06", Nulo = "Todavía no hay ninguna publicación.")]
    public required string? Publicacion { get; init; }

    [Campo(
        "La misma consulta, fijada a esa publicación: su respuesta no cambia nunca.",
        "/v1/contratos?lista=publico&publicacion=2026-06",
        Nulo = "Todavía no hay ninguna publicación."
    )]
    public required string? Permanente { get; init; }
}
