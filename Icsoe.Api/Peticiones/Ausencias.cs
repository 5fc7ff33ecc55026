using Icsoe.Api.Problemas;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Peticiones;

/// <summary>What a path names and the publication does not have.</summary>
public static class Ausencias
{
    /// <summary>404, or 410 for what stood in <paramref name="ultima"/> when the request named no publication.</summary>
    /// <param name="nombre">What it is, with its article: «El folio».</param>
    public static Problema De(
        Peticion peticion,
        string parametro,
        Texto nombre,
        string valor,
        Publicacion? ultima,
        TipoDeProblema inexistente,
        TipoDeProblema retirado
    )
    {
        var visible = Problema.Visible(valor);
        if (ultima is null || peticion.Fijada)
        {
            var donde = peticion.Publicacion is { } publicacion
                ? new Texto($" en la publicación {publicacion.Id}", $" in publication {publicacion.Id}")
                : new Texto("", "");
            return new(inexistente, new($"{nombre.Es} «{visible}» no está{donde.Es}.", $"{nombre.En} `{visible}` is not{donde.En}."))
            {
                Errores = [new(inexistente, parametro, valor, inexistente.Titulo)],
            };
        }
        return new(
            retirado,
            new(
                $"{nombre.Es} «{visible}» estuvo por última vez en la publicación {ultima.Id}.",
                $"{nombre.En} `{visible}` was last in publication {ultima.Id}."
            )
        )
        {
            Errores = [new(retirado, parametro, valor, retirado.Titulo)],
            UltimaAparicion = new(ultima.Id.ToString(), peticion.DireccionEn(ultima.Id.ToString())),
        };
    }
}
