using Icsoe.Api.Documentacion;
using Icsoe.Api.Informativas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Partes;

/// <summary>An informativa in the story of its expediente.</summary>
public sealed record PresentacionResponse
{
    [Campo("La informativa, como se publicó.")]
    public required InformativaResponse Informativa { get; init; }

    [Campo("Primera publicación en que estuvo así.", "2026-05")]
    public required string PublicacionDesde { get; init; }

    [Campo("Última publicación en que estuvo así.", "2026-05.2", Nulo = "Sigue en la publicación consultada.")]
    public required string? PublicacionHasta { get; init; }

    [Campo("Folio de la informativa a la que sustituyó.", "N262253432", Nulo = "A ninguna que se sepa.")]
    public required string? ReemplazaA { get; init; }

    [Campo("Folio de la informativa que la sustituyó.", "N262253433", Nulo = "Ninguna que se sepa.")]
    public required string? ReemplazadaPor { get; init; }

    [Campo(
        "Cómo se sabe: `declarado` si la propia informativa lo dice, `inferido` si lo deducimos de las publicaciones.",
        "inferido",
        Nulo = "No sustituye a otra ni la sustituyen.",
        Valores = Enumeraciones.Vinculo
    )]
    public required string? Vinculo { get; init; }

    /// <param name="publicaciones">By their number, up to the one it is read at.</param>
    public static PresentacionResponse From(PresentacionEnHistoria presentacion, IReadOnlyDictionary<int, Publicacion> publicaciones)
    {
        // What came after the publication it is read at had not happened yet.
        var ultima = publicaciones.Keys.DefaultIfEmpty().Max();
        return new()
        {
            Informativa = InformativaResponse.From(presentacion.Informativa),
            PublicacionDesde = publicaciones[presentacion.Desde].Id.ToString(),
            PublicacionHasta = presentacion.Hasta is { } hasta && hasta < ultima ? publicaciones[hasta].Id.ToString() : null,
            ReemplazaA = presentacion.ReemplazaA,
            ReemplazadaPor = presentacion.ReemplazadaPor,
            Vinculo = presentacion.Declarado switch
            {
                null => null,
                true => "declarado",
                false => "inferido",
            },
        };
    }
}
