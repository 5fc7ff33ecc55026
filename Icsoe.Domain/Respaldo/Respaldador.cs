using Icsoe.Domain.Almacen;
using Icsoe.Domain.Sellado;

namespace Icsoe.Domain.Respaldo;

/// <summary><c>respaldar</c>: a consistent copy of a store, public and private, while it is in use.</summary>
public static class Respaldador
{
    /// <summary>
    /// Copies the store into a new folder, all or nothing: written and checked beside it, and renamed last. A writer at work goes on; its
    /// publication is in the copy whole or not at all.
    /// </summary>
    /// <param name="destino">A folder that does not exist or is empty.</param>
    /// <exception cref="OrdenRechazadaException">There is no store, it is damaged, or there is something at the destination.</exception>
    /// <exception cref="AlmacenException">The store is of another version, or cannot be read or written.</exception>
    public static async Task<Verificacion> RespaldarAsync(string destino, Entorno entorno, CancellationToken ct)
    {
        if (!File.Exists(entorno.Carpetas.Almacen))
            throw new OrdenRechazadaException($"No hay almacén en {entorno.Carpetas.Datos}. Indica su directorio con --datos.");
        var ruta = Path.TrimEndingDirectorySeparator(Path.GetFullPath(destino));
        Rechazar(ruta);
        var parcial = Carpetas.De($"{ruta}.respaldo-parcial");
        Directory.CreateDirectory(Path.GetDirectoryName(ruta)!);
        using var candado = Tomar($"{parcial.Datos}.candado", ruta);
        try
        {
            // What a killed run left.
            Borrar(parcial.Datos);
            Directory.CreateDirectory(parcial.Datos);
            var verificacion = await CopiaDeAlmacen.EscribirAsync(entorno, parcial, ct);
            Rechazar(ruta);
            if (Directory.Exists(ruta))
                Directory.Delete(ruta);
            Directory.Move(parcial.Datos, ruta);
            Archivero.VaciarDirectorio(Path.GetDirectoryName(ruta)!);
            return verificacion;
        }
        finally
        {
            Borrar(parcial.Datos);
        }
    }

    private static void Rechazar(string ruta)
    {
        if (File.Exists(ruta) || (Directory.Exists(ruta) && Directory.EnumerateFileSystemEntries(ruta).Any()))
            throw new OrdenRechazadaException(
                $"{ruta} ya existe y no está vacío: un respaldo no se escribe sobre nada. Indica un directorio nuevo."
            );
    }

    /// <summary>Keeps another run from the same destination; goes away with the process.</summary>
    private static FileStream Tomar(string candado, string ruta)
    {
        try
        {
            return new FileStream(candado, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(candado))
        {
            throw new OrdenRechazadaException($"Otra orden está respaldando en {ruta}. Espera a que termine o indica otro directorio.");
        }
    }

    private static void Borrar(string carpeta)
    {
        if (Directory.Exists(carpeta))
            Directory.Delete(carpeta, recursive: true);
    }
}
