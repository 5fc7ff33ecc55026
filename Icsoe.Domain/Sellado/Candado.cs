using Icsoe.Domain.Almacen;

namespace Icsoe.Domain.Sellado;

/// <summary>One writer at a time: a file lock of the operating system, which goes away with the process that holds it.</summary>
public sealed class Candado : IDisposable
{
    private readonly FileStream archivo;

    private readonly string temporal;

    private Candado(FileStream archivo, string temporal) => (this.archivo, this.temporal) = (archivo, temporal);

    /// <summary>Takes the lock of a store, whose temporaries are then nobody's and are removed.</summary>
    /// <exception cref="OrdenRechazadaException">Another writer holds it, or the folder cannot be written.</exception>
    public static Candado Tomar(Carpetas carpetas)
    {
        try
        {
            Directory.CreateDirectory(carpetas.Datos);
            var candado = new Candado(
                new FileStream(carpetas.Candado, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None),
                carpetas.Temporal
            );
            Vaciar(carpetas.Temporal);
            Directory.CreateDirectory(carpetas.Temporal);
            return candado;
        }
        catch (UnauthorizedAccessException)
        {
            throw new OrdenRechazadaException(
                $"No se puede escribir en {carpetas.Datos}. Revisa los permisos o usa otro directorio con --datos."
            );
        }
        catch (IOException error) when (FallaDeDisco.Frase(error) is null && File.Exists(carpetas.Candado))
        {
            throw new OrdenRechazadaException($"Otra orden está escribiendo en {carpetas.Datos}. Espera a que termine y repite la tuya.");
        }
    }

    public void Dispose()
    {
        Vaciar(temporal);
        archivo.Dispose();
    }

    private static void Vaciar(string carpeta)
    {
        if (Directory.Exists(carpeta))
            Directory.Delete(carpeta, recursive: true);
    }
}
