using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Microsoft.EntityFrameworkCore;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>The folder <c>indice/</c> of a store and how its files are named.</summary>
internal sealed class CarpetaDeIndices(string directorio)
{
    /// <summary>Name of the index of parties.</summary>
    public const string Partes = "partes";

    private const string DeRenglones = "-renglones";
    private const string DeInformativas = "-informativas";

    private readonly string carpeta = Path.Combine(directorio, "indice");

    /// <summary>For what a writer at work does not keep in memory.</summary>
    public string Temporal { get; } = Path.Combine(directorio, "tmp");

    /// <summary>The file of each name that counts now.</summary>
    public static Dictionary<string, IndiceFila> Vigentes(PublicoContext contexto) =>
        contexto
            .Indices.AsNoTracking()
            .AsEnumerable()
            .GroupBy(fila => fila.Nombre, StringComparer.Ordinal)
            .ToDictionary(filas => filas.Key, filas => filas.MaxBy(fila => fila.Desde)!, StringComparer.Ordinal);

    public static string Nombre(Listado listado, Entidad entidad) =>
        listado.Nombre + (entidad == Entidad.Informativa ? DeInformativas : DeRenglones);

    /// <summary>Whether a name is of a listado's informativas, and not of its rows.</summary>
    public static bool EsDeInformativas(string nombre) => nombre.EndsWith(DeInformativas, StringComparison.Ordinal);

    public static Listado ListadoDe(string nombre) =>
        Listado.TryParseNombre(nombre.Split('-')[0], out var listado)
            ? listado
            : throw new AlmacenException($"indice/{nombre}: no es de ningún listado.");

    public string Ruta(IndiceFila fila) => Path.Combine(carpeta, Archivo(fila));

    /// <exception cref="IOException">It is not there.</exception>
    /// <exception cref="AlmacenException">It is of another layout.</exception>
    public Mapa Abrir(IndiceFila fila) => Mapa.Abrir(Ruta(fila));

    /// <summary>Where a file is to be written: nobody reads it until a record names it.</summary>
    public string Preparar(IndiceFila fila)
    {
        Directory.CreateDirectory(carpeta);
        // Another file of that name may be mapped: it must go on as it is.
        var ruta = Ruta(fila);
        File.Delete(ruta);
        return ruta;
    }

    /// <summary>Removes what no record names.</summary>
    public void Limpiar(IEnumerable<IndiceFila> filas)
    {
        if (!Directory.Exists(carpeta))
            return;
        var nombrados = filas.Select(Archivo).ToHashSet(StringComparer.Ordinal);
        foreach (var ruta in Directory.EnumerateFiles(carpeta).Where(ruta => !nombrados.Contains(Path.GetFileName(ruta))).ToList())
            File.Delete(ruta);
    }

    private static string Archivo(IndiceFila fila) => $"{fila.Nombre}-{fila.Desde}.idx";
}
