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
        // Where some folio does not fit in its number, all of them are read as they are written.
        var porTexto = salen.Exists(sitio => sitio.Tramo.FoliosInexactos) || llegan.Exists(sitio => sitio.Tramo.FoliosInexactos);
        var grupos = new Dictionary<(ulong, string?), int>(salen.Count);
        var grupoDe = new int[salen.Count];
        var solos = new List<int>(salen.Count);
        for (var i = 0; i < salen.Count; i++)
        {
            var folio = Folio(salen[i], porTexto);
            if (!grupos.TryGetValue(folio, out grupoDe[i]))
            {
                grupos.Add(folio, grupoDe[i] = solos.Count);
                solos.Add(i);
            }
            else
            {
                solos[grupoDe[i]] = Ninguno;
            }
        }
        var llegadas = new int[solos.Count];
        var grupoDeLlegan = new int[llegan.Count];
        for (var i = 0; i < llegan.Count; i++)
        {
            grupoDeLlegan[i] = grupos.GetValueOrDefault(Folio(llegan[i], porTexto), Ninguno);
            if (grupoDeLlegan[i] != Ninguno)
                llegadas[grupoDeLlegan[i]]++;
        }
        var repetidos = new SortedDictionary<int, List<int>>();
        for (var i = 0; i < llegan.Count; i++)
        {
            var grupo = grupoDeLlegan[i];
            if (grupo == Ninguno)
                continue;
            if (solos[grupo] != Ninguno && llegadas[grupo] == 1)
                eraDe[i] = solos[grupo];
            else if (repetidos.TryGetValue(grupo, out var suyas))
                suyas.Add(i);
            else
                repetidos.Add(grupo, [i]);
        }
        if (repetidos.Count == 0)
            return;
        var porGrupo = Enumerable.Range(0, salen.Count).Where(i => repetidos.ContainsKey(grupoDe[i])).ToLookup(i => grupoDe[i]);
        foreach (var (grupo, suyas) in repetidos)
            Juntar([.. porGrupo[grupo]], suyas, salen, llegan, eraDe);
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

    private (ulong Numero, string? Texto) Folio(Sitio sitio, bool porTexto)
    {
        var numero = sitio.Tramo.Folios(columna)[sitio.Fila];
        // Without a folio only the identity says which row it is.
        if (numero == 0)
            return (0, Identidad(sitio));
        if (!porTexto)
            return (numero, null);
        trabajo.Gastar(1);
        return (numero, entidad == Entidad.Informativa ? lector.FolioInformativa(entidad, sitio.Clave) : lector.FolioContrato(sitio.Clave));
    }
}
