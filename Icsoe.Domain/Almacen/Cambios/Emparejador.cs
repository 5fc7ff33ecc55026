using System.Runtime.InteropServices;
using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Cambios;

/// <summary>A row of a tramo.</summary>
internal readonly record struct Sitio(Tramo Tramo, int Fila)
{
    public long Clave => Tramo.Clave(Fila);
}

/// <summary>Key of a row that left and of the one that took its place; 0 for none.</summary>
internal readonly record struct Pareja(long Sale, long Llega)
{
    /// <summary>Where it is in the order of changes: its row in the later publication, else in the earlier one.</summary>
    public long Clave => Llega != 0 ? Llega : Sale;
}

/// <summary>
/// Finds which of the rows that leave a periodo and of those that arrive are the same one: contracts by their folio, the rest by identity.
/// A folio may repeat: the same identity goes first, then the order of the lists.
/// </summary>
internal sealed class Emparejador(LectorDeFilas lector, IndiceDePartes partes, Entidad entidad, Trabajo trabajo)
{
    private const int Ninguno = -1;

    private readonly Seccion columna = entidad == Entidad.Informativa ? Seccion.FolioInformativa : Seccion.FolioContrato;

    /// <summary>In the order of their keys, as both lists are.</summary>
    public List<Pareja> Emparejar(List<Sitio> salen, List<Sitio> llegan)
    {
        trabajo.Gastar(salen.Count + llegan.Count);
        // Of each that arrives, which one it was.
        var eraDe = new int[llegan.Count];
        eraDe.AsSpan().Fill(Ninguno);
        if (salen.Count > 0 && llegan.Count > 0)
            Buscar(salen, llegan, eraDe);
        return EnOrden(salen, llegan, eraDe);
    }

    private void Buscar(List<Sitio> salen, List<Sitio> llegan, int[] eraDe)
    {
        // Where some folio does not fit in its number, those that share it are read as they are written.
        var porTexto = salen.Exists(Inexacto) || llegan.Exists(Inexacto);
        // By number first. Most are alone in theirs, and of a pair it only remains to see whether their folios are the same.
        var grupos = new Dictionary<ulong, int>(salen.Count);
        var grupoDe = new int[salen.Count];
        var (solo, salidas) = (new int[salen.Count], new int[salen.Count]);
        for (var i = 0; i < salen.Count; i++)
        {
            ref var grupo = ref CollectionsMarshal.GetValueRefOrAddDefault(grupos, Numero(salen[i]), out var esta);
            grupo = esta ? grupo : grupos.Count - 1;
            grupoDe[i] = grupo;
            (solo[grupo], salidas[grupo]) = (i, salidas[grupo] + 1);
        }
        var llegadas = new int[grupos.Count];
        var grupoDeLlegan = new int[llegan.Count];
        for (var i = 0; i < llegan.Count; i++)
        {
            grupoDeLlegan[i] = grupos.GetValueOrDefault(Numero(llegan[i]), Ninguno);
            if (grupoDeLlegan[i] != Ninguno)
                llegadas[grupoDeLlegan[i]]++;
        }
        var repetidos = new Dictionary<int, List<int>>();
        for (var i = 0; i < llegan.Count; i++)
        {
            var grupo = grupoDeLlegan[i];
            if (grupo == Ninguno)
                continue;
            if (salidas[grupo] == 1 && llegadas[grupo] == 1)
                eraDe[i] = Folio(salen[solo[grupo]], porTexto) == Folio(llegan[i], porTexto) ? solo[grupo] : Ninguno;
            else if (repetidos.TryGetValue(grupo, out var suyas))
                suyas.Add(i);
            else
                repetidos.Add(grupo, [i]);
        }
        if (repetidos.Count == 0)
            return;
        var porGrupo = Enumerable.Range(0, salen.Count).Where(i => repetidos.ContainsKey(grupoDe[i])).ToLookup(i => grupoDe[i]);
        foreach (var (grupo, suyas) in repetidos)
        {
            var porFolio = porGrupo[grupo].ToLookup(i => Folio(salen[i], porTexto));
            foreach (var iguales in suyas.GroupBy(i => Folio(llegan[i], porTexto)))
                Juntar([.. porFolio[iguales.Key]], [.. iguales], salen, llegan, eraDe);
        }
    }

    /// <summary>Those of one folio that several have.</summary>
    private void Juntar(List<int> salientes, List<int> llegadas, List<Sitio> salen, List<Sitio> llegan, int[] eraDe)
    {
        var porIdentidad = salientes.ToLookup(i => Identidad(salen[i]));
        var hallados = new HashSet<int>();
        foreach (var llegada in llegadas)
        {
            foreach (var mismo in porIdentidad[Identidad(llegan[llegada])].Where(hallados.Add).Take(1))
                eraDe[llegada] = mismo;
        }
        var quedan = salientes.Where(i => !hallados.Contains(i));
        foreach (var (llegada, otro) in llegadas.Where(i => eraDe[i] == Ninguno).ToList().Zip(quedan))
            eraDe[llegada] = otro;
    }

    private static List<Pareja> EnOrden(List<Sitio> salen, List<Sitio> llegan, int[] eraDe)
    {
        var halladas = new bool[salen.Count];
        foreach (var era in eraDe)
        {
            if (era != Ninguno)
                halladas[era] = true;
        }
        var parejas = new List<Pareja>(Math.Max(salen.Count, llegan.Count));
        var siguiente = 0;
        for (var i = 0; i < llegan.Count; i++)
        {
            var llega = llegan[i].Clave;
            Irse(llega);
            parejas.Add(new Pareja(eraDe[i] == Ninguno ? 0 : salen[eraDe[i]].Clave, llega));
        }
        Irse(long.MaxValue);
        return parejas;

        void Irse(long antesDe)
        {
            for (; siguiente < salen.Count && salen[siguiente].Clave is var clave && clave < antesDe; siguiente++)
            {
                if (!halladas[siguiente])
                    parejas.Add(new Pareja(clave, 0));
            }
        }
    }

    private string Identidad(Sitio sitio)
    {
        trabajo.Gastar(1);
        return entidad == Entidad.Informativa ? lector.Informativa(sitio.Clave, partes).Id() : lector.Renglon(sitio.Clave, partes).Id();
    }

    private bool Inexacto(Sitio sitio) => sitio.Tramo.FoliosInexactos(columna);

    private ulong Numero(Sitio sitio) => sitio.Tramo.Folios(columna)[sitio.Fila];

    /// <summary>What, besides the number, tells a folio from others: nothing mostly. Without a folio only the identity says which row it is.</summary>
    private string? Folio(Sitio sitio, bool porTexto)
    {
        if (Numero(sitio) == 0)
            return Identidad(sitio);
        if (!porTexto)
            return null;
        trabajo.Gastar(1);
        return entidad == Entidad.Informativa ? lector.FolioInformativa(entidad, sitio.Clave) : lector.FolioContrato(sitio.Clave);
    }
}
