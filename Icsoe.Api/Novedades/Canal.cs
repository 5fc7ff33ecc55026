using Icsoe.Api.Configuracion;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Microsoft.Extensions.Options;

namespace Icsoe.Api.Novedades;

/// <summary>What there is to tell, whatever the format: one entry a publication, newest first.</summary>
public sealed record Canal(string Titulo, string Autor, Direcciones Direcciones, IReadOnlyList<Entrada> Entradas)
{
    public const string Descripcion = "Una entrada por cada versión publicada de los listados. No es un sitio oficial del IMSS.";

    public const string Lengua = "es-MX";

    public static Canal De(Peticion peticion)
    {
        var opciones = peticion.Http.RequestServices.GetRequiredService<IOptions<IcsoeOptions>>().Value;
        return new(
            $"Publicaciones de los listados ICSOE{(peticion.Almacen.EsEjemplo ? " (ejemplo ficticio)" : "")}",
            string.IsNullOrWhiteSpace(opciones.Editor.Nombre) ? "Icsoe.Api" : opciones.Editor.Nombre,
            new Direcciones(opciones.UrlPublica),
            [.. peticion.Almacen.Publicaciones(peticion.Secuencia).Select(Entrada.De)]
        );
    }
}

/// <summary>An entry.</summary>
/// <param name="Ruta">Path of the publication.</param>
/// <param name="Contenido">What changed, in a sentence.</param>
public sealed record Entrada(string Ruta, string Titulo, string Contenido, DateTimeOffset SelladaEn)
{
    public static Entrada De(Publicacion publicacion) =>
        new(
            $"/v1/publicaciones/{publicacion.Id}",
            $"Publicación {publicacion.Id}",
            Cambios(publicacion.ListadosCambiados),
            publicacion.SelladaEn
        );

    private static string Cambios(IReadOnlyList<Listado> cambiados) =>
        cambiados.Count switch
        {
            0 => "Ningún listado cambió.",
            1 => $"Cambió 1 listado: {cambiados[0]}.",
            var cuantos => $"Cambiaron {cuantos} listados: {string.Join(", ", cambiados)}.",
        };
}
