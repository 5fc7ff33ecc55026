using System.Security.Cryptography;
using System.Text;
using Icsoe.Domain.Almacen.Recepcion;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>
/// The private keys that sign manifests, in the private folder: one file each, for its owner alone. The public halves are in the store.
/// </summary>
internal sealed class Llavero(Carpetas carpetas)
{
    private const int DigitosDeId = 16;

    /// <summary>Signs with the key in use; null when there is none, or its private half is not here.</summary>
    public Firma? Firmar(LlavePublica? enUso, ReadOnlySpan<byte> contenido)
    {
        if (enUso is null || !File.Exists(Ruta(enUso.Id)))
            return null;
        using var llave = ECDsa.Create();
        try
        {
            llave.ImportFromPem(File.ReadAllText(Ruta(enUso.Id)));
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            throw new OrdenRechazadaException(
                $"{Ruta(enUso.Id)}: no es la llave privada que debe ser ({error.Message}). Recupérala de un respaldo, o quítala para sellar sin firma."
            );
        }
        if (IdDe(llave) != enUso.Id)
            throw new OrdenRechazadaException(
                $"{Ruta(enUso.Id)}: es otra llave. Recupérala de un respaldo, o quítala para sellar sin firma."
            );
        return new Firma(enUso.Id, llave.SignData(contenido, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    /// <summary>Makes a key and keeps its private half; it signs nothing until the store has its public one.</summary>
    public LlavePublica Crear(DateTimeOffset ahora)
    {
        using var llave = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var id = IdDe(llave);
        CrearCarpetas();
        Escribir(Ruta(id), llave.ExportPkcs8PrivateKeyPem());
        VaciarCarpetas();
        return new LlavePublica(id, llave.ExportSubjectPublicKeyInfoPem(), ahora, null);
    }

    /// <summary>Adds the private keys of another store, as private as they were; both may have some.</summary>
    public void Copiar(Carpetas origen, CancellationToken ct)
    {
        if (!Directory.Exists(origen.Llaves))
            return;
        CrearCarpetas();
        foreach (var ruta in Directory.GetFiles(origen.Llaves, "*.pem"))
        {
            ct.ThrowIfCancellationRequested();
            var (copia, pem) = (Path.Combine(carpetas.Llaves, Path.GetFileName(ruta)), File.ReadAllText(ruta));
            // Its name tells its content: one that says another thing was left half written by a run that died.
            if (File.Exists(copia) && File.ReadAllText(copia) == pem)
                continue;
            File.Delete(copia);
            Escribir(copia, pem);
        }
        VaciarCarpetas();
    }

    /// <summary>Forgets every private key but that one: what is retired signs no more.</summary>
    public void Conservar(string id)
    {
        foreach (var ruta in Directory.EnumerateFiles(carpetas.Llaves, "*.pem").Where(ruta => ruta != Ruta(id)))
            File.Delete(ruta);
    }

    /// <summary>Whether a signature is of that content and that key.</summary>
    public static bool Vale(LlavePublica llave, Firma firma, ReadOnlySpan<byte> contenido)
    {
        using var publica = ECDsa.Create();
        try
        {
            publica.ImportFromPem(llave.Pem);
            return IdDe(publica) == llave.Id
                && publica.VerifyData(contenido, firma.Der, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception error) when (error is ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>For its owner alone from the first byte, and on disk before anything counts on it.</summary>
    private static void Escribir(string ruta, string pem)
    {
        var opciones = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            opciones.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var archivo = new FileStream(ruta, opciones);
        archivo.Write(Encoding.ASCII.GetBytes(pem));
        archivo.Flush(flushToDisk: true);
    }

    private void CrearCarpetas()
    {
        AlmacenRecepcion.CrearCarpeta(carpetas.Recepcion);
        AlmacenRecepcion.CrearCarpeta(carpetas.Llaves);
    }

    /// <summary>The name of a key on disk too, and those of its folders, which may be new.</summary>
    private void VaciarCarpetas()
    {
        Archivero.VaciarDirectorio(carpetas.Llaves);
        Archivero.VaciarDirectorio(carpetas.Recepcion);
        Archivero.VaciarDirectorio(Path.GetDirectoryName(carpetas.Recepcion)!);
    }

    private string Ruta(string id) => Path.Combine(carpetas.Llaves, $"{id}.pem");

    private static string IdDe(ECDsa llave) => Convert.ToHexStringLower(SHA256.HashData(llave.ExportSubjectPublicKeyInfo()))[..DigitosDeId];
}
