using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>Finds the rows of a question in its order, a page at a time.</summary>
/// <param name="contador">Counts every row of the question, whichever page is asked for; null when nobody does.</param>
internal sealed class Buscador(Pregunta pregunta, IndiceDePartes partes, Plan plan, Contador? contador = null)
{
    /// <summary>Rows tried, out of all, to guess how many the question finds.</summary>
    private const int Muestra = 2048;

    /// <summary>Rows found below which they are better all found and then sorted.</summary>
    private const int PocasHalladas = 8192;

    /// <summary>What a row costs when its order is followed, in rows of a sweep.</summary>
    private const int CostoEnOrden = 8;

    private readonly Consulta consulta = pregunta.Consulta;
    private long recorridas;
    private long halladas;

    /// <summary>Whether the walk that finds the page also counts: it goes over all the rows, in the order of keys.</summary>
    private bool contando;

    /// <summary>Keys of a page, and where the next starts.</summary>
    public (List<FilaEnOrden> Filas, Marca? Siguiente) Pagina()
    {
        var pagina = consulta.Orden switch
        {
            // Of what only looks like the question, nothing is written as it was asked.
            null => pregunta is { TieneTextos: true, Aproxima: false } ? PorNiveles() : PorClave(pregunta.Tramos()),
            { Criterio: Criterio.Periodo, Descendente: false } => PorClave(pregunta.Tramos()),
            { Criterio: Criterio.Periodo } => PorClaveDescendente(),
            var orden => PorColumna(orden),
        };
        if (!contando)
            Contar();
        return pagina;
    }

    /// <summary>Counts the rows of the question, in the order of keys.</summary>
    public void Contar()
    {
        if (contador is null)
            return;
        foreach (var tramo in pregunta.Tramos())
        {
            if (pregunta.Condiciones(tramo, null) is not { } condiciones)
                continue;
            if (!Recorrer(tramo, condiciones, 0, Contador.Maximo, fila => contador.Contar(tramo, fila)))
                return;
        }
    }

    private (List<FilaEnOrden>, Marca?) PorClave(IEnumerable<Tramo> tramos)
    {
        var filas = new List<FilaEnOrden>();
        contando = contador is not null && consulta.DespuesDe is null;
        Recolectar(tramos, null, consulta.DespuesDe?.Clave, filas);
        return Cortar(filas, fila => new Marca(fila.Clave));
    }

    private (List<FilaEnOrden>, Marca?) PorClaveDescendente()
    {
        var filas = new List<FilaEnOrden>();
        var tramos = pregunta.Tramos().OrderByDescending(tramo => tramo.Listado.Periodo).ThenBy(tramo => tramo.Listado.Lista);
        Recolectar(tramos, null, consulta.DespuesDe?.Clave, filas);
        return Cortar(filas, fila => new Marca(fila.Clave));
    }

    private (List<FilaEnOrden>, Marca?) PorNiveles()
    {
        var (exactas, otras) = (new List<FilaEnOrden>(), new List<FilaEnOrden>());
        if (consulta.DespuesDe is null)
        {
            contando = contador is not null;
            RecolectarNiveles(exactas, otras);
        }
        else if (consulta.DespuesDe is { Nivel: 0 } marca)
        {
            Recolectar(pregunta.Tramos(), 0, marca.Clave, exactas);
            if (exactas.Count <= consulta.Limite)
                Recolectar(pregunta.Tramos(), 1, null, otras);
        }
        else
            Recolectar(pregunta.Tramos(), 1, consulta.DespuesDe.Clave, otras);
        var cuantasExactas = exactas.Count;
        List<FilaEnOrden> filas = [.. exactas, .. otras];
        return Cortar(filas, fila => new Marca(fila.Clave, filas.IndexOf(fila) < cuantasExactas ? 0 : 1));
    }

    /// <summary>Adds the first rows of both levels, gone through once for as long as both are wanted.</summary>
    private void RecolectarNiveles(List<FilaEnOrden> exactas, List<FilaEnOrden> otras)
    {
        foreach (var tramo in pregunta.Tramos())
        {
            var desde = 0;
            if (otras.Count <= consulta.Limite || SeCuentan)
            {
                if (pregunta.Condiciones(tramo, null) is not { } condiciones)
                    continue;
                var escritas = new Lazy<Condicion[]?>(() => pregunta.SiHayOtraEscritura(tramo, condiciones), isThreadSafe: false);
                if (Recorrer(tramo, condiciones, 0, Faltan(exactas), fila => Tomar(fila, escritas)))
                    continue;
            }
            if (exactas.Count <= consulta.Limite && pregunta.Condiciones(tramo, 0) is { } soloExactas)
                Recorrer(tramo, soloExactas, desde, Faltan(exactas), fila => Agregar(exactas, tramo, fila));
            if (exactas.Count > consulta.Limite)
                return;

            bool Tomar(int fila, Lazy<Condicion[]?> escritas)
            {
                desde = fila + 1;
                var faltan = Contada(tramo, fila);
                if (exactas.Count > consulta.Limite)
                    return faltan;
                if (escritas.Value is not { } suyas || Condicion.Todas(suyas, fila))
                    return Agregar(exactas, tramo, fila) || faltan;
                return Agregar(otras, tramo, fila) || faltan;
            }
        }
    }

    /// <summary>Adds a row to a page that has still place for it; whether one more could be added.</summary>
    private bool Agregar(List<FilaEnOrden> filas, Tramo tramo, int fila)
    {
        if (filas.Count <= consulta.Limite)
            filas.Add(new FilaEnOrden(0, tramo, fila));
        return filas.Count <= consulta.Limite;
    }

    /// <summary>Whether the walk goes on counting rows, whatever the page has.</summary>
    private bool SeCuentan => contando && !contador!.Lleno;

    /// <summary>Counts a row, if the walk does; whether it wants more.</summary>
    private bool Contada(Tramo tramo, int fila) => contando && contador!.Contar(tramo, fila);

    /// <summary>How many rows a walk will take, at most.</summary>
    private int Faltan(List<FilaEnOrden> filas) => SeCuentan ? Contador.Maximo : consulta.Limite - filas.Count;

    /// <summary>Adds rows after a key, in the order of the tramos, up to one more than the page takes.</summary>
    private void Recolectar(IEnumerable<Tramo> tramos, int? nivel, long? despuesDe, List<FilaEnOrden> filas)
    {
        foreach (var tramo in tramos)
        {
            var desde = 0;
            if (despuesDe is { } clave)
            {
                // In whatever order the tramos come, those before the one of the mark are done with. It may be of no listado at all.
                var deLaMarca = clave >> 32;
                if (tramo.Listado.Clave == deLaMarca)
                    desde = (int)Math.Min(clave - tramo.Listado.PrimeraClave, tramo.Filas);
                else if (!EsPosterior(tramo.Listado, deLaMarca))
                    continue;
            }
            if (pregunta.Condiciones(tramo, nivel) is not { } condiciones)
                continue;
            if (!Recorrer(tramo, condiciones, desde, Faltan(filas), Tomar))
                return;

            bool Tomar(int fila)
            {
                var faltan = Contada(tramo, fila);
                return Agregar(filas, tramo, fila) || faltan;
            }
        }
    }

    /// <summary>Whether a listado comes after that of the mark. Of the key of a listado, all but the last bit is of its periodo.</summary>
    private bool EsPosterior(Listado listado, long deLaMarca) =>
        consulta.Orden is { Criterio: Criterio.Periodo, Descendente: true } && listado.Clave >> 1 != deLaMarca >> 1
            ? listado.Clave >> 1 < deLaMarca >> 1
            : listado.Clave > deLaMarca;

    private (List<FilaEnOrden>, Marca?) PorColumna(Orden orden)
    {
        var tramos = new List<(Tramo Tramo, Condicion[] Condiciones, ColumnaDeOrden Columna)>();
        foreach (var tramo in pregunta.Tramos())
        {
            if (pregunta.Condiciones(tramo, null) is { } condiciones)
                tramos.Add((tramo, condiciones, new ColumnaDeOrden(tramo, orden, partes)));
        }
        if (tramos.Count == 0)
            return ([], null);
        var marca = consulta.DespuesDe is { } suya
            ? (Peso: tramos[0].Columna.PesoDe(suya.Valor), suya.Clave)
            : (Peso: long.MinValue, Clave: 0);
        var filas = ConvieneSeguir(tramos) ? Siguiendo(tramos, marca) : Ordenando(tramos, marca);
        return Cortar(filas, fila => new Marca(fila.Clave, 0, new ColumnaDeOrden(fila.Tramo, orden, partes).Valor(fila.Fila)));
    }

    /// <summary>Whether to follow the order and look at each row, rather than find all rows and sort them.</summary>
    private bool ConvieneSeguir(List<(Tramo Tramo, Condicion[] Condiciones, ColumnaDeOrden Columna)> tramos)
    {
        if (plan != Plan.ElMejor)
            return plan == Plan.Orden;
        long todas = tramos.Sum(par => (long)par.Tramo.Filas);
        var alMenosDe = tramos.Sum(par =>
            Math.Min((long)par.Tramo.Filas, par.Condiciones.Select(c => (long)c.AlMenosDe).DefaultIfEmpty(long.MaxValue).Min())
        );
        if (alMenosDe < PocasHalladas)
            return false;
        var (paso, vistas, valen) = (Math.Max(1, todas / Muestra), 0L, 0L);
        foreach (var (tramo, condiciones, _) in tramos)
        {
            var enPie = tramo.EnPublicacion(consulta.Secuencia);
            for (var fila = paso / 2; fila < tramo.Filas; fila += paso)
            {
                vistas++;
                if (enPie.Tiene((int)fila) && Condicion.Todas(condiciones, (int)fila))
                    valen++;
            }
        }
        pregunta.Trabajo.Gastar((int)vistas);
        return valen * todas > PocasHalladas * vistas;
    }

    /// <summary>All that are found, and of them the first.</summary>
    private List<FilaEnOrden> Ordenando(
        List<(Tramo Tramo, Condicion[] Condiciones, ColumnaDeOrden Columna)> tramos,
        (long Peso, long Clave) marca
    )
    {
        contando = contador is not null;
        var primeras = new Primeras(consulta.Limite == int.MaxValue ? int.MaxValue : consulta.Limite + 1);
        foreach (var (tramo, condiciones, columna) in tramos)
        {
            Recorrer(
                tramo,
                condiciones,
                0,
                int.MaxValue,
                fila =>
                {
                    Contada(tramo, fila);
                    var hallada = new FilaEnOrden(columna.Peso(fila), tramo, fila);
                    if (hallada.Peso > marca.Peso || (hallada.Peso == marca.Peso && hallada.Clave > marca.Clave))
                        primeras.Agregar(hallada);
                    return true;
                }
            );
        }
        return primeras.EnOrden();
    }

    /// <summary>The order of each tramo is followed, side by side, until there are enough.</summary>
    private List<FilaEnOrden> Siguiendo(
        List<(Tramo Tramo, Condicion[] Condiciones, ColumnaDeOrden Columna)> tramos,
        (long Peso, long Clave) marca
    )
    {
        var filas = new List<FilaEnOrden>();
        var abiertos = tramos.Select(par => (par.Tramo, par.Condiciones, Grupos: par.Columna.Grupos(marca.Peso).GetEnumerator())).ToList();
        abiertos.RemoveAll(par => !par.Grupos.MoveNext());
        while (abiertos.Count > 0 && filas.Count <= consulta.Limite)
        {
            var peso = abiertos.Min(par => par.Grupos.Current.Peso);
            foreach (var (tramo, condiciones, grupos) in abiertos.ToList())
            {
                if (grupos.Current.Peso != peso)
                    continue;
                var enPie = tramo.EnPublicacion(consulta.Secuencia);
                foreach (var fila in grupos.Current.Tras(tramo, peso == marca.Peso ? marca.Clave : long.MinValue))
                {
                    pregunta.Trabajo.Gastar(CostoEnOrden);
                    if (enPie.Tiene(fila) && Condicion.Todas(condiciones, fila))
                        filas.Add(new FilaEnOrden(peso, tramo, fila));
                    if (filas.Count > consulta.Limite)
                        return filas;
                }
            }
            abiertos.RemoveAll(par => par.Grupos.Current.Peso == peso && !par.Grupos.MoveNext());
        }
        return filas;
    }

    private bool Recorrer(Tramo tramo, Condicion[] condiciones, int desde, int faltan, Func<int, bool> tomar)
    {
        double? rinden = recorridas == 0 ? null : (double)(halladas + 1) / recorridas;
        var sigue = Recorrido.Recorrer(
            tramo,
            condiciones,
            consulta.Secuencia,
            desde,
            faltan,
            plan,
            rinden,
            pregunta.Trabajo,
            fila =>
            {
                halladas++;
                return tomar(fila);
            }
        );
        recorridas += tramo.Filas;
        return sigue;
    }

    private (List<FilaEnOrden>, Marca?) Cortar(List<FilaEnOrden> filas, Func<FilaEnOrden, Marca> marca)
    {
        if (filas.Count <= consulta.Limite)
            return (filas, null);
        var siguiente = marca(filas[consulta.Limite - 1]);
        return (filas.GetRange(0, consulta.Limite), siguiente);
    }
}
