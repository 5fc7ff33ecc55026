using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>
/// All the rows of a query, handed out a few at a time so that no read of the store lasts long. Without an order of its own they come listado
/// by listado, each in the order of files; nothing of them is kept but the keys of one listado. Not for several threads.
/// </summary>
public sealed class FilasDeArchivo
{
    private readonly AlmacenPublico almacen;
    private readonly Consulta consulta;
    private readonly Entidad entidad;
    private readonly CancellationToken ct;
    private readonly int retiros;
    private readonly Queue<Listado> porBuscar;
    private readonly int listados;
    private long[] claves = [];
    private int lugar;
    private Marca? marca;
    private bool acabo;

    internal FilasDeArchivo(AlmacenPublico almacen, Consulta consulta, Entidad entidad, bool aproximar, CancellationToken ct)
    {
        (this.almacen, this.entidad, this.ct) = (almacen, entidad, ct);
        this.consulta = consulta with { Aproximar = aproximar };
        retiros = almacen.UltimoRetiro;
        porBuscar = consulta.Orden is null ? new(almacen.ListadosCon(this.consulta, entidad, ct)) : [];
        listados = porBuscar.Count;
    }

    /// <summary>How many rows there are in all, each of them found: what a bounded count does not tell.</summary>
    /// <param name="hasta">Once there are more than so many, no more listados are looked into.</param>
    public long Contar(long hasta = long.MaxValue)
    {
        var cuantas = 0L;
        foreach (var listado in almacen.ListadosCon(consulta, entidad, ct))
        {
            if (cuantas > hasta)
                break;
            cuantas += almacen.ContarTodas(consulta, entidad, listado, ct);
        }
        return cuantas;
    }

    /// <summary>Whether there may be more rows.</summary>
    public bool Quedan => !acabo;

    /// <summary>How much of it was handed out, from 0 to 1, where all are not counted: as many listados as were gone through. 0 in another order.</summary>
    public double Avance
    {
        get
        {
            // Asked for by others meanwhile: what it looks at is looked at once.
            var suyas = claves.Length;
            var hechos = listados - porBuscar.Count - 1 + (suyas == 0 ? 0 : (double)lugar / suyas);
            return listados == 0 ? 0 : Math.Clamp(hechos / listados, 0, 1);
        }
    }

    /// <summary>Hands out some more lines.</summary>
    /// <param name="conHallazgos">Whether their findings are wanted: without them, they may be empty.</param>
    /// <exception cref="AlmacenException">Something was taken out of the store meanwhile: what was handed out may have it.</exception>
    public void Leer(int cuantas, bool conHallazgos, AlLeerRenglon destino)
    {
        if (consulta.Orden is null)
            almacen.Leer(Siguientes(cuantas), consulta.Aproximar, conHallazgos, destino);
        else
            Pagina(limite => almacen.Leer(limite, entidad, destino, ct), cuantas);
        Comprobar();
    }

    /// <summary>Some more informativas.</summary>
    /// <inheritdoc cref="Leer(int, bool, AlLeerRenglon)" path="/exception"/>
    public IReadOnlyList<InformativaPublica> LeerInformativas(int cuantas)
    {
        IReadOnlyList<InformativaPublica> filas = [];
        if (consulta.Orden is null)
            filas = almacen.LeerInformativas(Siguientes(cuantas), consulta.Aproximar);
        else
            Pagina(
                limite =>
                {
                    var pagina = almacen.LeerInformativas(limite, ct);
                    filas = pagina.Filas;
                    return pagina.Siguiente;
                },
                cuantas
            );
        Comprobar();
        return filas;
    }

    private void Pagina(Func<Consulta, Marca?> leer, int cuantas)
    {
        marca = leer(consulta with { Limite = cuantas, DespuesDe = marca });
        acabo = marca is null;
    }

    private ReadOnlyMemory<long> Siguientes(int cuantas)
    {
        while (lugar == claves.Length && porBuscar.TryDequeue(out var listado))
            (claves, lugar) = (almacen.ClavesEnOrdenDeArchivo(consulta, entidad, listado, ct), 0);
        var suyas = claves.AsMemory(lugar, Math.Min(cuantas, claves.Length - lugar));
        lugar += suyas.Length;
        acabo = lugar == claves.Length && porBuscar.Count == 0;
        return suyas;
    }

    private void Comprobar()
    {
        ct.ThrowIfCancellationRequested();
        if (almacen.UltimoRetiro != retiros)
            throw new AlmacenException("Algo se retiró del almacén mientras se leía. Repite la descarga.");
    }
}
