using Icsoe.Domain.Lectura;

namespace Icsoe.Domain.Sellado;

/// <summary>A workbook copied into tmp/, hashed, and let through by the guard.</summary>
internal sealed record LibroRevisado(ArchivoCopiado Archivo, LibroAbierto Libro) : IDisposable
{
    public void Dispose() => Libro.Dispose();

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
        siguiente = Empezar();
    }

    /// <summary>The next workbook, in their order; the caller disposes it.</summary>
    /// <exception cref="LecturaException">The guard refuses it.</exception>
    /// <exception cref="OrdenRechazadaException">It is not the file whose digest was given.</exception>
    public async Task<LibroRevisado> SiguienteAsync()
    {
        var revisado = await siguiente;
        siguiente = Empezar();
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

    private Task<LibroRevisado> Empezar()
    {
        if (lugar == libros.Count)
            return Task.FromException<LibroRevisado>(new InvalidOperationException("There is no other workbook."));
        var libro = libros[lugar++];
        return Task.Run(() => Revisar(libro), CancellationToken.None);
    }

    private LibroRevisado Revisar(LibroPorImportar libro)
    {
        entorno.Avance($"{libro.Nombre}: revisando el archivo");
        var archivo = Archivero.Copiar(libro.Ruta, entorno.Carpetas, alto.Token);
        if (libro.Sha256 is { } esperado && !esperado.Equals(archivo.Sha256, StringComparison.OrdinalIgnoreCase))
            throw new OrdenRechazadaException(
                $"{libro.Nombre}: su SHA-256 es {archivo.Sha256.ToUpperInvariant()} y se esperaba {esperado.ToUpperInvariant()}. Descárgalo de nuevo."
            );
        return LibroRevisado.ConSuNombre(
            libro,
            () => new LibroRevisado(archivo, new LibroAbierto(archivo.Ruta, entorno.Limites, alto.Token))
        );
    }
}
