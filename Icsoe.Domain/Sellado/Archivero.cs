using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>A finished file that waits in tmp/.</summary>
internal sealed record ArchivoListo(string Temporal, ArchivoPublicado Archivo);

/// <summary>A copy in tmp/ of a file from outside, and what was hashed while copying.</summary>
internal sealed record ArchivoCopiado(string Ruta, string Sha256, long Bytes);

/// <summary>Files of a store: written in tmp/, hashed, flushed, and moved whole under their digest.</summary>
internal static class Archivero
{
    private const int Bufer = 1 << 17;

    /// <summary>Copies a file into tmp/ while hashing it, so that what is read later is what was hashed.</summary>
    public static ArchivoCopiado Copiar(string origen, Carpetas carpetas, CancellationToken ct)
    {
        var ruta = Nuevo(carpetas);
        using var resumen = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var entrada = File.OpenHandle(origen, options: FileOptions.SequentialScan);
        using var salida = File.OpenHandle(ruta, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var bufer = new byte[Bufer];
        long bytes = 0;
        for (int leidos; (leidos = RandomAccess.Read(entrada, bufer, bytes)) > 0; bytes += leidos)
        {
            ct.ThrowIfCancellationRequested();
            resumen.AppendData(bufer, 0, leidos);
            RandomAccess.Write(salida, bufer.AsSpan(0, leidos), bytes);
        }
        return new ArchivoCopiado(ruta, Convert.ToHexStringLower(resumen.GetHashAndReset()), bytes);
    }

    /// <summary>A path in tmp/ that nothing uses.</summary>
    public static string Nuevo(Carpetas carpetas) => Path.Combine(carpetas.Temporal, Guid.NewGuid().ToString("N"));

    /// <summary>A copy, hashed already, as a file to publish; it stays in tmp/ until <see cref="Mover"/>.</summary>
    public static ArchivoListo Preparar(ArchivoCopiado copia, string nombre, string formato, string origen) =>
        new(copia.Ruta, new ArchivoPublicado(nombre, formato, origen, copia.Bytes, copia.Sha256));

    /// <summary>Hashes a finished temporary; it stays in tmp/ until <see cref="Mover"/>.</summary>
    public static ArchivoListo Preparar(string temporal, string nombre, string formato, string origen)
    {
        using var flujo = new FileStream(temporal, FileMode.Open, FileAccess.Read, FileShare.Read, Bufer);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(flujo));
        return new ArchivoListo(temporal, new ArchivoPublicado(nombre, formato, origen, flujo.Length, sha256));
    }

    /// <summary>
    /// Flushes finished temporaries, moves them under their digests and flushes the folder, so that no crash leaves a name without its bytes.
    /// Last step before the records: an order refused half way leaves no file behind.
    /// </summary>
    public static void Mover(IReadOnlyList<ArchivoListo> listos, Carpetas carpetas)
    {
        // Together: the disk takes them all at once.
        Parallel.ForEach(listos, listo => Vaciar(listo.Temporal));
        Directory.CreateDirectory(carpetas.Archivos);
        // The first time its own name is new as well.
        VaciarDirectorio(carpetas.Datos);
        // Replacing equal content also mends a stored copy that was damaged since.
        foreach (var (temporal, archivo) in listos)
            File.Move(temporal, Path.Combine(carpetas.Archivos, archivo.Sha256), overwrite: true);
        VaciarDirectorio(carpetas.Archivos);
    }

    private static void Vaciar(string ruta)
    {
        using var archivo = File.OpenHandle(ruta, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(archivo);
    }

    /// <summary>Removes stored files for good; those that are gone already do not matter.</summary>
    public static void Borrar(IReadOnlyList<string> digests, Carpetas carpetas)
    {
        if (digests.Count == 0)
            return;
        foreach (var sha256 in digests)
            File.Delete(Path.Combine(carpetas.Archivos, sha256));
        VaciarDirectorio(carpetas.Archivos);
    }

    /// <summary>The digest of a file, 64 lower-case hex digits.</summary>
    public static async Task<string> DigerirAsync(string ruta, CancellationToken ct)
    {
        await using var flujo = new FileStream(
            ruta,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete,
            Bufer,
            useAsync: false
        );
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(flujo, ct));
    }

    /// <summary>fsync of a folder: .NET has no call for it, and without it a rename may not survive a power cut.</summary>
    public static void VaciarDirectorio(string directorio)
    {
        if (OperatingSystem.IsWindows())
            return;
        var descriptor = Abrir(Encoding.UTF8.GetBytes($"{directorio}\0"), 0);
        if (descriptor < 0)
            return;
        _ = Vaciar(descriptor);
        _ = Cerrar(descriptor);
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Abrir(byte[] ruta, int banderas);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Vaciar(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Cerrar(int descriptor);
}
