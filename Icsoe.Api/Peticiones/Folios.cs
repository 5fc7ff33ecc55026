using Icsoe.Api.Problemas;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Peticiones;

/// <summary>A folio in a path: opaque, may repeat, may have left.</summary>
public static class Folios
{
    /// <summary>The folio of a path. Kestrel leaves an encoded slash as it came, and a folio may have one.</summary>
    public static string DeRuta(Peticion peticion) => peticion.DeRuta("folio").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>404, or 410 for one that stood in <paramref name="ultima"/> when the request named no publication.</summary>
    public static Problema NoEsta(Peticion peticion, string folio, Publicacion? ultima, TipoDeProblema inexistente, TipoDeProblema retirado)
    {
        var visible = folio.Length > 60 ? folio[..60] + "…" : folio;
        if (ultima is null || peticion.Fijada)
        {
            var donde = peticion.Publicacion is { } publicacion
                ? new Texto($" en la publicación {publicacion.Id}", $" in publication {publicacion.Id}")
                : new Texto("", "");
            return new(inexistente, new($"No está el folio «{visible}»{donde.Es}.", $"The folio `{visible}` is not{donde.En}."))
            {
                Errores = [new(inexistente, "folio", folio, inexistente.Titulo)],
            };
        }
        return new(
            retirado,
            new(
                $"El folio «{visible}» estuvo por última vez en la publicación {ultima.Id}.",
                $"The folio `{visible}` was last in publication {ultima.Id}."
            )
        )
        {
            Errores = [new(retirado, "folio", folio, retirado.Titulo)],
            UltimaAparicion = new(ultima.Id.ToString(), peticion.DireccionEn(ultima.Id.ToString())),
        };
    }
}
