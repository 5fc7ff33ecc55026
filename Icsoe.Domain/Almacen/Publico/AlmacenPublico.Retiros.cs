using System.Linq.Expressions;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Publico;

// What was taken out of every publication.
public sealed partial class AlmacenPublico
{
    /// <summary>What took a folio out of every publication; null when nothing did.</summary>
    public (Retiro Retiro, Publicacion Publicacion)? RetiroDeFolio(string folio) =>
        ConPublicacion(Con(null, abierta => Estados.Retiros(abierta.Contexto).Find(retiro => retiro.Folios.Contains(folio))));

    /// <summary>What took a file out of every publication, by its digest (64 lower-case hex digits); null when nothing did.</summary>
    public (Retiro Retiro, Publicacion Publicacion)? RetiroDeArchivo(string sha256) => RetiroDeArchivo(archivo => archivo.Sha256 == sha256);

    /// <summary>What took the file of a name out of a publication; null when nothing did.</summary>
    public (Retiro Retiro, Publicacion Publicacion)? RetiroDeArchivo(string nombre, int secuencia) =>
        RetiroDeArchivo(archivo => archivo.Nombre == nombre && archivo.Desde <= secuencia && archivo.Hasta > secuencia);

    private (Retiro Retiro, Publicacion Publicacion)? RetiroDeArchivo(Expression<Func<ArchivoFila, bool>> cual) =>
        ConPublicacion(
            Con<Retiro?>(
                null,
                abierta =>
                    abierta
                        .Contexto.Archivos.Where(cual)
                        .Where(archivo => archivo.Retiro != null)
                        .Select(archivo => archivo.Retiro)
                        .FirstOrDefault()
                        is { } suyo
                        ? Estados.Retiros(abierta.Contexto).Find(retiro => retiro.Secuencia == suyo)
                        : null
            )
        );

    private (Retiro Retiro, Publicacion Publicacion)? ConPublicacion(Retiro? retiro) =>
        retiro is not null && DeSecuencia(retiro.Secuencia) is { } publicacion ? (retiro, publicacion) : null;
}
