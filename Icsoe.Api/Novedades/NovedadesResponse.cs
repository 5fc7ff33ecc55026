using Icsoe.Api.Documentacion;
using Icsoe.Api.Peticiones;

namespace Icsoe.Api.Novedades;

/// <summary>The feed as JSON Feed 1.1, whose names are the standard's.</summary>
public sealed record NovedadesResponse
{
    internal const string Absoluta = " Absoluta si quien opera el servidor indicó la suya.";

    [Campo("Versión del formato.", "https://jsonfeed.org/version/1.1")]
    public string Version { get; } = "https://jsonfeed.org/version/1.1";

    [Campo("Título.", "Publicaciones de los listados ICSOE")]
    public required string Title { get; init; }

    [Campo("De qué trata.", Canal.Descripcion)]
    public string Description { get; } = Canal.Descripcion;

    [Campo("Lengua.", Canal.Lengua)]
    public string Language { get; } = Canal.Lengua;

    [Campo("Dirección de las publicaciones." + Absoluta, "/v1/publicaciones")]
    public required string HomePageUrl { get; init; }

    [Campo("Dirección de este documento." + Absoluta, "/v1/novedades.json")]
    public required string FeedUrl { get; init; }

    [Campo("Quién opera este servidor.")]
    public required IReadOnlyList<AutorResponse> Authors { get; init; }

    [Campo("Una entrada por publicación, de la más reciente a la primera.")]
    public required IReadOnlyList<EntradaResponse> Items { get; init; }

    public static NovedadesResponse From(Canal canal) =>
        new()
        {
            Title = canal.Titulo,
            HomePageUrl = canal.Direcciones.De("/v1/publicaciones"),
            FeedUrl = canal.Direcciones.De("/v1/novedades.json"),
            Authors = [new() { Name = canal.Autor }],
            Items = [.. canal.Entradas.Select(entrada => EntradaResponse.From(entrada, canal.Direcciones))],
        };
}

/// <summary>Who wrote the feed.</summary>
public sealed record AutorResponse
{
    [Campo("Nombre de quien opera el servidor; si no lo indicó, el del programa.", "Editor de ejemplo")]
    public required string Name { get; init; }
}

/// <summary>An entry: a publication.</summary>
public sealed record EntradaResponse
{
    [Campo("Identificador de la entrada, que no cambia.", "tag:localhost,2021:/v1/publicaciones/2026-06")]
    public required string Id { get; init; }

    [Campo("Dirección de la publicación." + NovedadesResponse.Absoluta, "/v1/publicaciones/2026-06")]
    public required string Url { get; init; }

    [Campo("Título.", "Publicación 2026-06")]
    public required string Title { get; init; }

    [Campo("Qué cambió.", "Cambiaron 2 listados: LPP2026, LIIP2026.")]
    public required string ContentText { get; init; }

    [Campo("Cuándo se selló, en UTC.", "2026-06-03T18:00:00Z")]
    public required DateTimeOffset DatePublished { get; init; }

    public static EntradaResponse From(Entrada entrada, Direcciones direcciones) =>
        new()
        {
            Id = direcciones.Id(entrada.Ruta),
            Url = direcciones.De(entrada.Ruta),
            Title = entrada.Titulo,
            ContentText = entrada.Contenido,
            DatePublished = entrada.SelladaEn,
        };
}
