using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Almacen.Recepcion;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Icsoe.Domain.Almacen;

/// <summary>
/// A store as it stood at one instant, both its halves, while a writer may be at work on it: nothing committed later is seen from here,
/// and the index files that counted stay open, though a new publication remove them.
/// </summary>
internal sealed class Instantanea : IDisposable
{
    private const int Intentos = 20;

    private readonly SqliteConnection publico;
    private readonly SqliteConnection? recepcion;
    private readonly List<FileStream> indices = [];

    private Instantanea(string almacen, string? privado)
    {
        publico = Conexiones.ParaLeer(almacen);
        try
        {
            recepcion = privado is null ? null : Conexiones.ParaLeer(privado);
            using var contexto = Conexiones.Contexto(publico);
            if (Migrador.Pendientes(publico, contexto) > 0)
                throw new AlmacenException(
                    $"{almacen}: lo escribió una versión anterior. Cualquier orden que escriba (importar, publicar) lo actualiza."
                );
            Sostener(recepcion);
            TieneRecepcion = recepcion is not null && !RevisionDeRecepcion.SinTablas(recepcion);
            Sostener(publico);
            Archivos =
            [
                .. contexto
                    .Archivos.AsNoTracking()
                    .Where(archivo => archivo.Retiro == null)
                    .Select(archivo => archivo.Sha256)
                    .AsEnumerable()
                    .Concat(
                        contexto.Publicaciones.AsNoTracking().Select(publicacion => publicacion.Manifiesto).AsEnumerable().OfType<string>()
                    )
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ];
            var carpeta = new CarpetaDeIndices(Path.GetDirectoryName(almacen)!);
            foreach (var fila in CarpetaDeIndices.Vigentes(contexto).Values)
                indices.Add(new FileStream(carpeta.Ruta(fila), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Digests of the files of every publication, their manifests included, in order.</summary>
    public IReadOnlyList<string> Archivos { get; }

    /// <summary>The index files that count, each at its start and under its own name.</summary>
    public IReadOnlyList<FileStream> Indices => indices;

    /// <summary>Whether anything was ever received.</summary>
    public bool TieneRecepcion { get; }

    /// <param name="almacen">Path of <c>icsoe.db</c>.</param>
    /// <param name="recepcion">Path of <c>recepcion.db</c>; there may be none.</param>
    /// <exception cref="AlmacenException">The store is of another version, damaged, or lacks an index.</exception>
    public static Instantanea Tomar(string almacen, string recepcion)
    {
        var privado = File.Exists(recepcion) ? recepcion : null;
        using var testigo = privado is null ? null : Conexiones.ParaLeer(privado);
        for (var intento = 1; ; intento++)
        {
            try
            {
                var antes = Cambios(testigo);
                var instantanea = new Instantanea(almacen, privado);
                // The private half was held first. If it is still that one, both are of the instant at which the public one was held:
                // a row that was published without the filing it came from would go at the next sealing.
                if (Cambios(testigo) == antes)
                    return instantanea;
                instantanea.Dispose();
                if (intento == Intentos)
                    throw new AlmacenException(
                        $"{recepcion}: no deja de cambiar. Repite la orden cuando nadie esté recibiendo informativas."
                    );
            }
            catch (IOException error) when (error is FileNotFoundException or DirectoryNotFoundException)
            {
                // A publication sealed between the record and its file removes that file, but not twenty times in a row.
                if (intento == Intentos)
                    throw new AlmacenException(
                        $"{error.Message} Cualquier orden que escriba (importar, publicar) rehace el índice.",
                        error
                    );
            }
            catch (SqliteException error)
            {
                throw new AlmacenException(
                    $"{almacen}: el almacén no se puede leer ({error.Message}). Di verificar para saber qué le pasa.",
                    error
                );
            }
        }
    }

    /// <summary>Writes <c>icsoe.db</c> alone into a new file.</summary>
    /// <exception cref="AlmacenException">It cannot be read or written.</exception>
    public void CopiarPublico(string destino, CancellationToken ct) => CopiaDeBase.Copiar(publico, destino, CopiaDeBase.Suelta, ct);

    /// <summary>Writes <c>recepcion.db</c> alone into a new file; its folder is private already.</summary>
    /// <exception cref="AlmacenException">It cannot be read or written.</exception>
    public void CopiarRecepcion(string destino, CancellationToken ct) => CopiaDeBase.Copiar(recepcion!, destino, CopiaDeBase.Suelta, ct);

    public void Dispose()
    {
        foreach (var indice in indices)
            indice.Dispose();
        recepcion?.Dispose();
        publico.Dispose();
    }

    // From its first read on, a transaction sees the same until it ends.
    private static void Sostener(SqliteConnection? conexion)
    {
        if (conexion is not null)
            Sentencia.Ejecutar(conexion, "BEGIN; SELECT count(*) FROM sqlite_master");
    }

    /// <summary>A number that changes when another connection commits.</summary>
    private static long? Cambios(SqliteConnection? conexion)
    {
        if (conexion is null)
            return null;
        using var sentencia = new Sentencia(conexion, "PRAGMA data_version");
        return sentencia.Numero();
    }
}
