using System.Collections.Concurrent;
using Icsoe.Domain.Almacen.Cambios;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>The indexes of a store as some publication left them. They serve that one and every earlier one; nothing in them changes.</summary>
internal sealed class Indices
{
    private const int PublicacionesRecordadas = 4;

    private readonly ConcurrentDictionary<int, CuentasDeAntes> cuentas = new();
    private readonly Dictionary<(Listado, Entidad), Tramo> tramos;
    private readonly Dictionary<string, IndiceFila> filas;

    private Indices(
        int secuencia,
        IndiceDePartes? partes,
        Dictionary<(Listado, Entidad), Tramo> tramos,
        Dictionary<string, IndiceFila> filas
    )
    {
        (Secuencia, Partes, this.tramos, this.filas) = (secuencia, partes, tramos, filas);
        Renglones = [.. EnOrden(Entidad.Renglon)];
        Informativas = [.. EnOrden(Entidad.Informativa)];
    }

    public static Indices Ningunos { get; } = new(0, null, [], []);

    /// <summary>The last publication they know.</summary>
    public int Secuencia { get; }

    /// <summary>Null while no listado has rows.</summary>
    public IndiceDePartes? Partes { get; }

    /// <summary>In the order of keys.</summary>
    public IReadOnlyList<Tramo> Renglones { get; }

    /// <inheritdoc cref="Renglones"/>
    public IReadOnlyList<Tramo> Informativas { get; }

    /// <summary>What was found by comparing publications. It is of these indexes: a later publication may have taken rows out of earlier ones.</summary>
    public ParejasRecientes Parejas { get; } = new();

    public IReadOnlyList<Tramo> De(Entidad entidad) => entidad == Entidad.Informativa ? Informativas : Renglones;

    /// <summary>The index of a listado; null when it never had a row.</summary>
    public Tramo? De(Listado listado, Entidad entidad) =>
        tramos.GetValueOrDefault((listado, entidad == Entidad.Informativa ? entidad : Entidad.Renglon));

    /// <summary>What is counted at a publication; null for the last one, which is counted in the indexes.</summary>
    public CuentasDeAntes? CuentasEn(int secuencia)
    {
        if (secuencia == Secuencia || Partes is null)
            return null;
        if (cuentas.TryGetValue(secuencia, out var guardadas))
            return guardadas;
        if (cuentas.Count >= PublicacionesRecordadas)
            cuentas.Clear();
        return cuentas[secuencia] = new CuentasDeAntes(Renglones, Partes.Cuantas, secuencia, Secuencia);
    }

    /// <summary>Opens what a publication counts with; what it did not change is taken from <paramref name="anteriores"/> as it is.</summary>
    /// <exception cref="IOException">A file is missing.</exception>
    /// <exception cref="AlmacenException">A file is not what its record says.</exception>
    public static Indices Abrir(string directorio, int secuencia, Dictionary<string, IndiceFila> vigentes, Indices anteriores)
    {
        var carpeta = new CarpetaDeIndices(directorio);
        IndiceDePartes? partes = null;
        var abiertos = new Dictionary<(Listado, Entidad), Tramo>();
        foreach (var (nombre, fila) in vigentes)
        {
            var igual =
                anteriores.filas.TryGetValue(nombre, out var anterior) && anterior.Desde == fila.Desde && anterior.Huella == fila.Huella;
            if (nombre == CarpetaDeIndices.Partes)
            {
                partes = igual ? anteriores.Partes : new IndiceDePartes(Abrir(carpeta, fila));
                continue;
            }
            var entidad = CarpetaDeIndices.EsDeInformativas(nombre) ? Entidad.Informativa : Entidad.Renglon;
            var clave = (CarpetaDeIndices.ListadoDe(nombre), entidad);
            abiertos[clave] = igual ? anteriores.tramos[clave] : new Tramo(Abrir(carpeta, fila), clave.Item1);
        }
        return new Indices(secuencia, partes, abiertos, vigentes);
    }

    private static Mapa Abrir(CarpetaDeIndices carpeta, IndiceFila fila)
    {
        var mapa = carpeta.Abrir(fila);
        return mapa.Bytes == fila.Bytes
            ? mapa
            : throw new AlmacenException(
                $"{carpeta.Ruta(fila)}: mide {mapa.Bytes:N0} bytes y debe medir {fila.Bytes:N0}. Cualquier orden que escriba (importar, publicar) lo rehace."
            );
    }

    private IEnumerable<Tramo> EnOrden(Entidad entidad) =>
        tramos.Where(par => par.Key.Item2 == entidad).OrderBy(par => par.Key.Item1.Clave).Select(par => par.Value);
}
