using Icsoe.Api.Peticiones;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Descargas;

/// <summary>What there is to download of a publication; what was taken out is no longer there.</summary>
public static class ArchivosDePublicacion
{
    /// <summary>Every file of the publication that a request is read at, its manifest the last; none while nothing was sealed.</summary>
    public static IEnumerable<ArchivoPublicado> Todos(Peticion peticion)
    {
        var deListados = peticion.Almacen.Listados(peticion.Secuencia).SelectMany(estado => estado.Archivos);
        foreach (var archivo in deListados.Concat(peticion.Almacen.Acervo(peticion.Secuencia)))
            yield return archivo;
        if (peticion.Publicacion is { } publicacion && Manifiesto.Archivo(publicacion) is { } manifiesto)
            yield return manifiesto;
    }
}
