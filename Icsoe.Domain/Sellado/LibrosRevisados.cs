using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Sellado;

/// <summary>A workbook copied into tmp/ and hashed.</summary>
/// <param name="Libro">Let through by the guard; null when its bytes are those that stand, which were guarded when they came.</param>
internal sealed record LibroRevisado(ArchivoCopiado Archivo, LibroAbierto? Libro) : IDisposable
{
    public void Dispose() => Libro?.Dispose();

    /// <summary>It is read from a copy; the person knows the file by its own name.</summary>
    public static T ConSuNombre<T>(LibroPorImportar libro, Func<T> leer)
    {
        try
        {
            return leer();
        }
        catch (LecturaException error)
        {
            throw new LecturaException(libro.Nombre, error.Motivo, error.Fila, error.Columna, error);
        }
    }
}

/// <summary>
/// Copies, hashes and guards each workbook while the store is being opened or the one before is being written: they use another core.
/// </summary>
internal sealed class LibrosRevisados : IAsyncDisposable
{
    private readonly IReadOnlyList<LibroPorImportar> libros;
    private readonly Entorno entorno;
    private readonly CancellationTokenSource alto;
    private int lugar;
    private Task<LibroRevisado> siguiente;

    public LibrosRevisados(IReadOnlyList<LibroPorImportar> libros, Entorno entorno, CancellationToken ct)
    {
        (this.libros, this.entorno) = (libros, entorno);
        alto = CancellationTokenSource.CreateLinkedTokenSource(ct);
        siguiente = Empezar((_, _) => false);
    }

    /// <summary>The next workbook, in their order; the caller disposes it.</summary>
    /// <param name="yaEsta">Whether a workbook with this SHA-256 is what stands; asked of those after it, since the first is looked at before the store is open.</param>
    /// <exception cref="LecturaException">The guard refuses it.</exception>
    /// <exception cref="OrdenRechazadaException">It is not the file whose digest was given.</exception>
    public async Task<LibroRevisado> SiguienteAsync(Func<Listado, string, bool> yaEsta)
    {
        var revisado = await siguiente;
        siguiente = Empezar(yaEsta);
        return revisado;
    }

    public async ValueTask DisposeAsync()
    {
        await alto.CancelAsync();
        // Its copy lies in tmp/, which is about to go: wait for whoever still writes it.
        await Task.WhenAny(siguiente);
        if (siguiente.IsCompletedSuccessfully)
            (await siguiente).Dispose();
        alto.Dispose();
    }

    private Task<LibroRevisado> Empezar(Func<Listado, string, bool> yaEsta)
    {
        if (lugar == libros.Count)
            return Task.FromException<LibroRevisado>(new InvalidOperationException("There is no other workbook."));
        var libro = libros[lugar++];
        return Task.Run(() => Revisar(libro, yaEsta), CancellationToken.None);
    }

    private LibroRevisado Revisar(LibroPorImportar libro, Func<Listado, string, bool> yaEsta)
    {
        entorno.Avance($"{libro.Nombre}: revisando el archivo");
        var archivo = Archivero.Copiar(libro.Ruta, entorno.Carpetas, alto.Token);
        if (libro.Sha256 is { } esperado && !esperado.Equals(archivo.Sha256, StringComparison.OrdinalIgnoreCase))
            throw new OrdenRechazadaException(
                $"{libro.Nombre}: su SHA-256 es {archivo.Sha256.ToUpperInvariant()} y se esperaba {esperado.ToUpperInvariant()}. Descárgalo de nuevo."
            );
        if (yaEsta(libro.Listado, archivo.Sha256))
            return new LibroRevisado(archivo, null);
        return LibroRevisado.ConSuNombre(
            libro,
            () => new LibroRevisado(archivo, new LibroAbierto(archivo.Ruta, entorno.Limites, alto.Token))
        );
    }
}
