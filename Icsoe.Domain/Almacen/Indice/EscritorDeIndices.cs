using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// Keeps the folder of indexes beside the rows: what a publication adds goes into new files, which count from its record on.
/// The files are derived: whatever is lost or of another layout is made again from the rows.
/// </summary>
internal sealed class EscritorDeIndices : IDisposable
{
    /// <summary>Files of a name that are kept: whoever was about to open the last but one still finds it.</summary>
    private const int Generaciones = 2;

    /// <summary>New rows of a listado, more than any has today, from which the memory they took is worth stopping to give back.</summary>
    private const int Muchas = 500_000;

    private readonly CarpetaDeIndices carpeta;
    private readonly SqliteConnection conexion;
    private readonly PublicoContext contexto;
    private readonly Dictionary<string, IndiceFila> vigentes;
    private readonly Dictionary<string, IndiceFila> nuevos = new(StringComparer.Ordinal);

    /// <summary>Names whose earlier files hold what nobody may find any more.</summary>
    private readonly HashSet<string> sinAnteriores = new(StringComparer.Ordinal);
    private IndiceDePartes? partesDeAntes;
    private PartesNuevas? partes;

    public EscritorDeIndices(string directorio, SqliteConnection conexion, PublicoContext contexto)
    {
        carpeta = new CarpetaDeIndices(directorio);
        (this.conexion, this.contexto) = (conexion, contexto);
        vigentes = CarpetaDeIndices.Vigentes(contexto);
        if (vigentes.Values.All(EstaEntero) && (vigentes.Count > 0 || !contexto.Publicaciones.Any()))
            partesDeAntes = PartesVigentes();
        else
            Rehacer();
    }

    /// <summary>Where every party that is stored for the first time goes too.</summary>
    public PartesNuevas Partes => partes ??= NuevasPartes();

    /// <summary>Starts what a publication changes of a listado; the first row of each must be the next of its index.</summary>
    public (TramoNuevo Renglones, TramoNuevo Informativas) Abrir(Listado listado) =>
        (
            new(Anterior(listado, Entidad.Renglon), deContratos: true, carpeta.Temporal),
            new(Anterior(listado, Entidad.Informativa), deContratos: false, carpeta.Temporal)
        );

    /// <summary>Writes what was changed of a listado, if anything was.</summary>
    public void Escribir(Listado listado, (TramoNuevo Renglones, TramoNuevo Informativas) tramos, int secuencia)
    {
        // What reading so many rows left behind would stand beside the arrays that put them in order.
        if (tramos.Renglones.Nuevas >= Muchas)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        Escribir(CarpetaDeIndices.Nombre(listado, Entidad.Renglon), secuencia, ruta => tramos.Renglones.Escribir(ruta, Partes));
        Escribir(CarpetaDeIndices.Nombre(listado, Entidad.Informativa), secuencia, ruta => tramos.Informativas.Escribir(ruta, Partes));
    }

    /// <summary>Inside the transaction that seals: the parties are written, and the files of this publication begin to count.</summary>
    public void Sellar(int secuencia)
    {
        if (nuevos.Count == 0)
            return;
        EscribirPartes(secuencia);
        contexto.Indices.AddRange(nuevos.Values);
        foreach (var nombre in nuevos.Keys)
        {
            var quedan = sinAnteriores.Contains(nombre) ? 0 : Generaciones - 1;
            contexto.Indices.RemoveRange(
                contexto.Indices.Where(fila => fila.Nombre == nombre).OrderByDescending(fila => fila.Desde).Skip(quedan)
            );
        }
    }

    /// <summary>Makes the indexes of some listados again, and that of the parties, from what the rows say now; their earlier files go.</summary>
    public void Rehacer(IEnumerable<Listado> listados, int secuencia)
    {
        Dispose();
        partesDeAntes = null;
        sinAnteriores.Add(CarpetaDeIndices.Partes);
        foreach (var listado in listados)
        {
            foreach (var entidad in new[] { Entidad.Renglon, Entidad.Informativa })
            {
                var nombre = CarpetaDeIndices.Nombre(listado, entidad);
                vigentes.Remove(nombre);
                sinAnteriores.Add(nombre);
            }
            Rehacer(listado, secuencia);
        }
    }

    /// <summary>What a listado holds at the publication that is being sealed.</summary>
    public IReadOnlyList<Cifra> Cifras(Listado listado, int secuencia) =>
        Fila(CarpetaDeIndices.Partes) is { } partes
            ? Contaduria.De(
                new IndiceDePartes(carpeta.Abrir(partes)),
                DeAhora(listado, Entidad.Renglon),
                DeAhora(listado, Entidad.Informativa),
                secuencia
            )
            : [];

    /// <summary>After the seal: the folder keeps only what counts.</summary>
    public void Limpiar()
    {
        foreach (var (nombre, fila) in nuevos)
            vigentes[nombre] = fila;
        nuevos.Clear();
        sinAnteriores.Clear();
        carpeta.Limpiar(contexto.Indices.AsNoTracking().AsEnumerable());
        partesDeAntes = PartesVigentes();
        Dispose();
    }

    /// <summary>Forgets what was written and not sealed.</summary>
    public void Descartar()
    {
        nuevos.Clear();
        carpeta.Limpiar(contexto.Indices.AsNoTracking().AsEnumerable());
        Dispose();
    }

    public void Dispose()
    {
        partes?.Dispose();
        partes = null;
    }

    private void EscribirPartes(int secuencia)
    {
        var tramos = vigentes
            .Keys.Union(nuevos.Keys, StringComparer.Ordinal)
            .Where(nombre => nombre != CarpetaDeIndices.Partes && !CarpetaDeIndices.EsDeInformativas(nombre))
            .Select(nombre => Tramo(Fila(nombre), CarpetaDeIndices.ListadoDe(nombre))!)
            .ToList();
        Escribir(CarpetaDeIndices.Partes, secuencia, ruta => Partes.Escribir(ruta, tramos, secuencia));
    }

    private void Escribir(string nombre, int secuencia, Func<string, (long Bytes, long Huella)> escribir)
    {
        var fila = new IndiceFila { Nombre = nombre, Desde = secuencia };
        (fila.Bytes, fila.Huella) = escribir(carpeta.Preparar(fila));
        nuevos[nombre] = fila;
    }

    private IndiceFila? Fila(string nombre) => nuevos.GetValueOrDefault(nombre) ?? vigentes.GetValueOrDefault(nombre);

    private Tramo? DeAhora(Listado listado, Entidad entidad) => Tramo(Fila(CarpetaDeIndices.Nombre(listado, entidad)), listado);

    private Tramo? Anterior(Listado listado, Entidad entidad) =>
        Tramo(vigentes.GetValueOrDefault(CarpetaDeIndices.Nombre(listado, entidad)), listado);

    private Tramo? Tramo(IndiceFila? fila, Listado listado) => fila is null ? null : new(carpeta.Abrir(fila), listado);

    private IndiceDePartes? PartesVigentes() =>
        vigentes.TryGetValue(CarpetaDeIndices.Partes, out var fila) ? new IndiceDePartes(carpeta.Abrir(fila)) : null;

    /// <summary>Those that the store has beyond the index: a dead run may have left some, and they may be used yet.</summary>
    private PartesNuevas NuevasPartes()
    {
        var suyas = new PartesNuevas(partesDeAntes, carpeta.Temporal);
        using var sentencia = new Sentencia(conexion, "SELECT id, nombre, tipo_persona, clave FROM partes WHERE id >= ?1 ORDER BY id");
        using var filas = sentencia.Leer(suyas.Siguiente);
        while (filas.Avanzar())
            suyas.Agregar(filas.Texto(1), filas.Entero(2), filas.TextoONada(3));
        return suyas;
    }

    private bool EstaEntero(IndiceFila fila)
    {
        try
        {
            using var mapa = carpeta.Abrir(fila);
            return mapa.Bytes == fila.Bytes;
        }
        catch (Exception error) when (error is IOException or AlmacenException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Every file again, from the rows.</summary>
    private void Rehacer()
    {
        var secuencia = contexto.Publicaciones.Max(publicacion => publicacion.Secuencia);
        partesDeAntes = null;
        vigentes.Clear();
        foreach (var clave in contexto.Listados.AsNoTracking().Select(fila => fila.Listado).Distinct().Order().ToList())
            Rehacer(Listado.DeClave(clave), secuencia);
        using var transaccion = contexto.Database.BeginTransaction();
        contexto.Indices.ExecuteDelete();
        EscribirPartes(secuencia);
        contexto.Indices.AddRange(nuevos.Values);
        contexto.SaveChanges();
        transaccion.Commit();
        contexto.ChangeTracker.Clear();
        Limpiar();
    }

    private void Rehacer(Listado listado, int secuencia)
    {
        var tramos = Abrir(listado);
        using var renglones = tramos.Renglones;
        using var informativas = tramos.Informativas;
        RehacerTramos.Llenar(conexion, listado, tramos);
        Escribir(listado, tramos, secuencia);
    }
}
