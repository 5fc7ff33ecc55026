using Icsoe.Domain.Almacen;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Almacen.Recepcion;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Tiempo;

namespace Icsoe.Domain.Sellado;

/// <summary>What a check of a store found.</summary>
/// <param name="Danos">One Spanish sentence each: what is damaged and where. Empty when all is well.</param>
/// <param name="Retirados">One Spanish sentence for each file that was taken out: it is gone because it must be.</param>
/// <param name="Huerfanos">Files that match their name but belong to no publication: listed, no error.</param>
public sealed record Verificacion(
    Publicacion? Publicacion,
    int Archivos,
    IReadOnlyList<string> Danos,
    IReadOnlyList<string> Retirados,
    IReadOnlyList<string> Huerfanos
);

/// <summary>Re-hashes everything a store keeps, referenced or not, and checks its records against each other. Changes nothing.</summary>
public static class Verificador
{
    /// <exception cref="OrdenRechazadaException">There is no store in that folder.</exception>
    public static async Task<Verificacion> VerificarAsync(Entorno entorno, CancellationToken ct)
    {
        var carpetas = entorno.Carpetas;
        if (!File.Exists(carpetas.Almacen))
            throw new OrdenRechazadaException($"No hay almacén en {carpetas.Datos}. Indica su directorio con --datos.");
        var danos = new List<string>();
        var huerfanos = new List<string>();
        RevisionDePublico revision;
        try
        {
            revision = RevisionDePublico.Revisar(carpetas.Almacen, CsvDeListado.Resumir, ct);
        }
        catch (AlmacenException error)
        {
            return new Verificacion(null, 0, [error.Message], [], []);
        }
        danos.AddRange(revision.Danos);
        var retirados = revision.Retirados.ToDictionary(retirado => retirado.Archivo.Sha256, StringComparer.Ordinal);
        var presentes = Directory.Exists(carpetas.Archivos)
            ? Directory.GetFiles(carpetas.Archivos).Order(StringComparer.Ordinal).ToList()
            : [];
        foreach (var ruta in presentes)
        {
            var nombre = Path.GetFileName(ruta);
            entorno.Avance($"{nombre}: comprobando");
            var sha256 = await Archivero.DigerirAsync(ruta, ct);
            if (sha256 != nombre)
                danos.Add($"archivos/{nombre}: su contenido da {sha256}; está alterado o truncado.");
            else if (revision.Archivos.ContainsKey(nombre))
                continue;
            else if (retirados.ContainsKey(nombre))
                danos.Add($"archivos/{nombre}: se retiró y sigue ahí. La siguiente orden que escriba (importar, publicar) lo borra.");
            else
                huerfanos.Add($"archivos/{nombre}: no pertenece a ninguna publicación.");
        }
        var hay = presentes.Select(Path.GetFileName).ToHashSet(StringComparer.Ordinal);
        danos.AddRange(
            revision
                .Archivos.Values.Where(archivo => !hay.Contains(archivo.Sha256))
                .Select(archivo => $"archivos/{archivo.Sha256}: falta ({archivo.Nombre}, {archivo.Bytes:N0} bytes).")
        );
        var ausentes = retirados
            .Values.Where(retirado => !hay.Contains(retirado.Archivo.Sha256))
            .Select(retirado =>
                $"archivos/{retirado.Archivo.Sha256}: retirado ({retirado.Archivo.Nombre}) en la publicación {retirado.Publicacion}, el {HoraDeMexico.Dia(retirado.RetiradoEn):yyyy-MM-dd}: {retirado.Motivo}"
            );
        danos.AddRange(RevisionDeManifiestos.Revisar(revision, carpetas));
        if (File.Exists(carpetas.Recibido))
            danos.AddRange(RevisionDeRecepcion.Revisar(carpetas.Recibido, ct));
        return new Verificacion(revision.Vigente, presentes.Count, danos, [.. ausentes], huerfanos);
    }
}
