using System.Security.Cryptography;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>
/// Checks the chain: each manifest says what the records say, byte for byte, names the one before it, and is signed by a key that is
/// published. What its file is worth by itself is checked with all the others.
/// </summary>
internal static class RevisionDeManifiestos
{
    public static IEnumerable<string> Revisar(RevisionDePublico revision, Carpetas carpetas)
    {
        (IdPublicacion, string)? anterior = null;
        var llaves = revision.Llaves.ToDictionary(llave => llave.Id);
        foreach (var (publicacion, listados, acervo) in revision.Publicaciones)
        {
            if (publicacion.Manifiesto is not { } manifiesto)
            {
                yield return $"icsoe.db: la publicación {publicacion.Id} no tiene manifiesto.";
                anterior = null;
                continue;
            }
            var ruta = Path.Combine(carpetas.Archivos, manifiesto.Sha256);
            // One that is missing or altered is told of as a file.
            if (
                File.Exists(ruta)
                && File.ReadAllBytes(ruta) is var bytes
                && Convert.ToHexStringLower(SHA256.HashData(bytes)) == manifiesto.Sha256
            )
            {
                if (
                    bytes.LongLength != manifiesto.Bytes
                    || Manifiesto.EjecucionDe(bytes) is not { } ejecucion
                    || !Manifiesto.Escribir(publicacion, listados, acervo, anterior, ejecucion).AsSpan().SequenceEqual(bytes)
                )
                    yield return $"archivos/{manifiesto.Sha256}: el manifiesto de {publicacion.Id} no dice lo que dicen los registros.";
                if (manifiesto.Firma is { } firma)
                {
                    if (!llaves.TryGetValue(firma.Llave, out var llave))
                        yield return $"icsoe.db: la publicación {publicacion.Id} está firmada con la llave {firma.Llave}, que no se conoce.";
                    else if (!Llavero.Vale(llave, firma, bytes))
                        yield return $"icsoe.db: la firma de la publicación {publicacion.Id} no es de su manifiesto.";
                }
            }
            anterior = (publicacion.Id, manifiesto.Sha256);
        }
    }
}
