using Icsoe.Domain.Almacen;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>The workbooks of one publication.</summary>
public sealed record PublicacionPorImportar(IdPublicacion Id, IReadOnlyList<LibroPorImportar> Libros);

/// <summary>The mirror door for several months, one publication after another: how a store is made again in order.</summary>
public static class ImportadorEnOrden
{
    /// <summary>Seals each publication; at the first that is refused it stops, and those sealed before stay.</summary>
    /// <param name="alSellar">Told each publication as soon as it is sealed.</param>
    /// <exception cref="OrdenRechazadaException">
    /// One is refused; the message names it and says which stayed. What can be known without reading workbooks is refused before any is sealed.
    /// </exception>
    public static async Task ImportarAsync(
        IReadOnlyList<PublicacionPorImportar> publicaciones,
        Entorno entorno,
        Action<Resultado> alSellar,
        CancellationToken ct
    )
    {
        entorno.ComprobarOrden([.. publicaciones.Select(publicacion => publicacion.Id)]);
        foreach (var libro in publicaciones.SelectMany(publicacion => publicacion.Libros))
            ImportadorEspejo.ComprobarEjercicio(libro, entorno);
        IdPublicacion? ultima = null;
        foreach (var (id, libros) in publicaciones)
        {
            try
            {
                alSellar(await ImportadorEspejo.ImportarAsync(libros, id, entorno, ct));
                ultima = id;
                entorno.Avance($"{id}: sellada");
            }
            catch (Exception error)
                when (error
                        is LecturaException
                            or OrdenRechazadaException
                            or AlmacenException
                            or IOException
                            or UnauthorizedAccessException
                            or OperationCanceledException
                )
            {
                var motivo = error is OperationCanceledException ? "interrumpida." : error.Message;
                throw new OrdenRechazadaException(
                    $"{id}: {motivo} {(ultima is { } sellada ? $"Quedó sellado hasta {sellada}." : "Nada se selló.")}"
                );
            }
        }
    }
}
