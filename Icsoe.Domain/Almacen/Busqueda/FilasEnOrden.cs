using System.Runtime.InteropServices;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>A row in an order: what the order sees in it, its place and its tramo.</summary>
/// <param name="Peso">Ascending whatever the order is; those without the value weigh most.</param>
internal readonly record struct FilaEnOrden(long Peso, Tramo Tramo, int Fila)
{
    public long Clave => Tramo.Clave(Fila);

    public static int Comparar(FilaEnOrden una, FilaEnOrden otra) =>
        una.Peso != otra.Peso ? una.Peso.CompareTo(otra.Peso) : una.Clave.CompareTo(otra.Clave);
}

/// <summary>Rows of one weight, ascending: a part of an ordered column, or some of their own.</summary>
internal readonly record struct GrupoDeFilas(long Peso, Seccion Columna, int Desde, int Hasta, int[]? Sueltas = null)
{
    public GrupoDeFilas(long peso, int[] filas)
        : this(peso, default, 0, filas.Length, filas) { }

    /// <summary>Those whose key is greater.</summary>
    public ReadOnlySpan<int> Tras(Tramo tramo, long clave)
    {
        var filas = Sueltas ?? tramo.Columna(Columna)[Desde..Hasta];
        var (bajo, alto) = (0, filas.Length);
        while (bajo < alto)
        {
            var medio = (bajo + alto) / 2;
            if (tramo.Clave(filas[medio]) <= clave)
                bajo = medio + 1;
            else
                alto = medio;
        }
        return filas[bajo..];
    }
}

/// <summary>What an order sees in the rows of a tramo, and the rows in that order.</summary>
internal sealed class ColumnaDeOrden(Tramo tramo, Orden orden, IndiceDePartes partes)
{
    private const long SinValor = long.MaxValue;

    private readonly bool descendente = orden.Descendente;

    private Seccion Columna =>
        orden.Criterio switch
        {
            Criterio.FechaInicio => Seccion.FechaInicio,
            Criterio.FechaFin => Seccion.FechaFin,
            Criterio.FechaPresentacion => Seccion.FechaPresentacion,
            Criterio.PersonasTrabajadoras or Criterio.Contratos => Seccion.Cantidad,
            Criterio.Contratista => Seccion.Contratista,
            Criterio.Contratante => Seccion.Contratante,
            _ => throw new ArgumentOutOfRangeException(nameof(orden), orden.Criterio, null),
        };

    private bool EsDePartes => orden.Criterio is Criterio.Contratista or Criterio.Contratante;

    /// <summary>What the column holds of a row: what a mark keeps.</summary>
    public long Valor(int fila) => tramo.Columna(Columna)[fila];

    public long Peso(int fila) => PesoDe(Valor(fila));

    /// <summary>The weight of a value of the column; of one that it cannot hold, what comes last.</summary>
    public long PesoDe(long valor)
    {
        if (EsDePartes)
        {
            if (valor <= 0 || valor >= partes.Cuantas || partes.Nombre((int)valor).IsEmpty)
                return SinValor;
            valor = partes.Lugar[(int)valor];
        }
        else if (valor == 0)
            return SinValor;
        return descendente ? -valor : valor;
    }

    /// <summary>Groups of rows of one weight, from a weight on, in order; rows of a group ascend.</summary>
    public IEnumerable<GrupoDeFilas> Grupos(long desde) => EsDePartes ? PorParte(desde) : PorValor(desde);

    private IEnumerable<GrupoDeFilas> PorValor(long desde)
    {
        var seccion = orden.Criterio switch
        {
            Criterio.FechaInicio => Seccion.PorFechaInicio,
            Criterio.FechaFin => Seccion.PorFechaFin,
            Criterio.FechaPresentacion => Seccion.PorFechaPresentacion,
            _ => Seccion.PorCantidad,
        };
        var conValor = Lugares.Lugar(tramo, Columna, seccion, 1);
        if (desde != SinValor)
        {
            // Before the first page it is the least of all numbers, which has no opposite.
            var tope = (int)Math.Clamp(descendente ? -Math.Max(desde, -long.MaxValue) : desde, 0, int.MaxValue);
            var lugar = descendente
                ? tope == int.MaxValue
                    ? tramo.Filas
                    : Lugares.Lugar(tramo, Columna, seccion, tope + 1)
                : Math.Max(conValor, Lugares.Lugar(tramo, Columna, seccion, tope));
            while (descendente ? lugar > conValor : lugar < tramo.Filas)
            {
                var valor = (int)Valor(tramo.Columna(seccion)[descendente ? lugar - 1 : lugar]);
                var primera = Lugares.Lugar(tramo, Columna, seccion, valor);
                var ultima = valor == int.MaxValue ? tramo.Filas : Lugares.Lugar(tramo, Columna, seccion, valor + 1);
                yield return new(PesoDe(valor), seccion, primera, ultima);
                lugar = descendente ? primera : ultima;
            }
        }
        if (conValor > 0)
            yield return new(SinValor, seccion, 0, conValor);
    }

    private IEnumerable<GrupoDeFilas> PorParte(long desde)
    {
        var contratante = orden.Criterio == Criterio.Contratante;
        var porNombre = contratante ? Seccion.ContratantesPorNombre : Seccion.ContratistasPorNombre;
        var cuantas = tramo.Columna(porNombre).Length;
        var sinNombre = 0;
        while (sinNombre < cuantas && PesoDe(tramo.Columna(porNombre)[sinNombre]) == SinValor)
            sinNombre++;
        if (desde != SinValor)
        {
            var lugar = Primera(porNombre, sinNombre, cuantas, desde);
            for (; descendente ? lugar >= sinNombre : lugar < cuantas; lugar += descendente ? -1 : 1)
            {
                var parte = tramo.Columna(porNombre)[lugar];
                yield return new(PesoDe(parte), tramo.DeParte(parte, contratante).ToArray());
            }
        }
        if (sinNombre > 0)
        {
            var filas = new List<int>();
            foreach (var parte in tramo.Columna(porNombre)[..sinNombre])
                filas.AddRange(tramo.DeParte(parte, contratante));
            yield return new(SinValor, Listas.EnOrden(filas));
        }
    }

    /// <summary>Where to begin: the first party whose weight is not below that, in the direction of the order.</summary>
    private int Primera(Seccion porNombre, int sinNombre, int cuantas, long desde)
    {
        var partesDelTramo = tramo.Columna(porNombre);
        var (bajo, alto) = (sinNombre, cuantas);
        while (bajo < alto)
        {
            var medio = (bajo + alto) / 2;
            var antes = descendente ? PesoDe(partesDelTramo[medio]) >= desde : PesoDe(partesDelTramo[medio]) < desde;
            if (antes)
                bajo = medio + 1;
            else
                alto = medio;
        }
        return descendente ? bajo - 1 : bajo;
    }
}

/// <summary>Keeps the first rows of an order out of all that come.</summary>
internal sealed class Primeras(int cuantas)
{
    private readonly List<FilaEnOrden> filas = [];
    private readonly int maximo = Math.Max(4096, (int)Math.Min(int.MaxValue, cuantas * 4L));
    private long tope = long.MaxValue;

    public void Agregar(FilaEnOrden fila)
    {
        if (fila.Peso > tope)
            return;
        filas.Add(fila);
        if (filas.Count < maximo)
            return;
        Recortar();
    }

    public List<FilaEnOrden> EnOrden()
    {
        Recortar();
        return filas;
    }

    private void Recortar()
    {
        CollectionsMarshal.AsSpan(filas).Sort(FilaEnOrden.Comparar);
        if (filas.Count <= cuantas)
            return;
        CollectionsMarshal.SetCount(filas, cuantas);
        tope = filas[^1].Peso;
    }
}
