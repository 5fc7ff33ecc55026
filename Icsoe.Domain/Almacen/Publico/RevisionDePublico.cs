using Icsoe.Domain.Publicaciones;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>What a store's own records say, checked against each other.</summary>
/// <param name="Archivos">Every file of every publication, by digest.</param>
internal sealed record RevisionDePublico(
    Publicacion? Vigente,
    IReadOnlyDictionary<string, ArchivoPublicado> Archivos,
    IReadOnlyList<string> Danos
)
{
    /// <exception cref="AlmacenException">The file is no store of ours, or not readable at all.</exception>
    public static RevisionDePublico Revisar(string ruta, CancellationToken ct)
    {
        using var conexion = Conexiones.ParaLeer(ruta);
        using var contexto = Conexiones.Contexto(conexion);
        if (Migrador.Pendientes(conexion, contexto) > 0)
            throw new AlmacenException(
                $"{ruta}: lo escribió una versión anterior. Cualquier orden que escriba (importar, publicar) lo actualiza."
            );
        try
        {
            var danos = new List<string>(Integridad(conexion));
            var publicaciones = Estados.Publicaciones(contexto);
            danos.AddRange(Cadena(publicaciones));
            foreach (var publicacion in publicaciones)
            {
                ct.ThrowIfCancellationRequested();
                foreach (var estado in Estados.Listados(contexto, publicacion.Secuencia).Where(e => e.ContenidoDesde == publicacion.Id))
                    danos.AddRange(Contar(conexion, publicacion, estado));
            }
            var archivos = contexto
                .Archivos.AsNoTracking()
                .AsEnumerable()
                .DistinctBy(a => a.Sha256, StringComparer.Ordinal)
                .Select(Estados.Archivo);
            return new RevisionDePublico(
                publicaciones.Count == 0 ? null : publicaciones[^1],
                archivos.ToDictionary(archivo => archivo.Sha256, StringComparer.Ordinal),
                danos
            );
        }
        catch (SqliteException error)
        {
            throw new AlmacenException($"{ruta}: la base está dañada ({error.Message}). Restáurala de un respaldo.", error);
        }
    }

    private static IEnumerable<string> Integridad(SqliteConnection conexion)
    {
        using var sentencia = new Sentencia(conexion, "PRAGMA integrity_check(10)");
        using var filas = sentencia.Leer();
        while (filas.Avanzar())
        {
            if (filas.Texto(0) is not "ok" and var dano)
                yield return $"icsoe.db: {dano}";
        }
    }

    /// <summary>Sequences 1, 2, 3…; ids that grow; each names the one before.</summary>
    private static IEnumerable<string> Cadena(List<Publicacion> publicaciones)
    {
        for (var i = 0; i < publicaciones.Count; i++)
        {
            var anterior = i == 0 ? null : publicaciones[i - 1];
            if (publicaciones[i].Secuencia != i + 1 || publicaciones[i].Anterior != anterior?.Id || anterior?.Id >= publicaciones[i].Id)
                yield return $"icsoe.db: la publicación {publicaciones[i].Id} no sigue a la anterior.";
        }
    }

    /// <summary>The rows that stand at a publication are as many as its totals say.</summary>
    private static IEnumerable<string> Contar(SqliteConnection conexion, Publicacion publicacion, EstadoListado estado)
    {
        using var renglones = new Sentencia(
            conexion,
            "SELECT count(*) FROM renglones WHERE clave BETWEEN ?1 AND ?2 AND desde <= ?3 AND hasta > ?3"
        );
        using var informativas = new Sentencia(
            conexion,
            "SELECT count(*) FROM informativas WHERE clave BETWEEN ?1 AND ?2 AND desde <= ?3 AND hasta > ?3"
        );
        object[] rango = [estado.Listado.PrimeraClave, estado.Listado.UltimaClave, publicacion.Secuencia];
        var (hayRenglones, hayInformativas) = (renglones.Numero(rango), informativas.Numero(rango));
        if (hayRenglones != estado.Renglones)
            yield return $"icsoe.db: {estado.Listado} en {publicacion.Id} tiene {hayRenglones} renglones y debe tener {estado.Renglones}.";
        if (hayInformativas != estado.Informativas)
            yield return $"icsoe.db: {estado.Listado} en {publicacion.Id} tiene {hayInformativas} informativas y debe tener {estado.Informativas}.";
    }
}
