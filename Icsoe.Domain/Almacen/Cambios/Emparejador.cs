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
    private readonly Seccion columna = entidad == Entidad.Informativa ? Seccion.FolioInformativa : Seccion.FolioContrato;

    /// <summary>In the order of their keys.</summary>
    public List<Pareja> Emparejar(List<Sitio> salen, List<Sitio> llegan)
    {
        trabajo.Gastar(salen.Count + llegan.Count);
        if (salen.Count == 0)
            return [.. llegan.Select(sitio => new Pareja(0, sitio.Clave))];
        if (llegan.Count == 0)
            return [.. salen.Select(sitio => new Pareja(sitio.Clave, 0))];
        var parejas = new List<Pareja>(Math.Max(salen.Count, llegan.Count));
        // Where some folio does not fit in its number, all of them are read as they are written.
        var porTexto = salen.Concat(llegan).Any(sitio => sitio.Tramo.FoliosInexactos);
        var porFolio = salen.ToLookup(sitio => Folio(sitio, porTexto));
        var hallados = new HashSet<Sitio>();
        foreach (var grupo in llegan.GroupBy(sitio => Folio(sitio, porTexto)))
            Juntar([.. porFolio[grupo.Key]], [.. grupo], parejas, hallados);
        parejas.AddRange(salen.Where(sitio => !hallados.Contains(sitio)).Select(sitio => new Pareja(sitio.Clave, 0)));
        parejas.Sort((una, otra) => una.Clave.CompareTo(otra.Clave));
        return parejas;
    }

    private void Juntar(List<Sitio> salen, List<Sitio> llegan, List<Pareja> parejas, HashSet<Sitio> hallados)
    {
        if (salen.Count > 0 && salen.Count + llegan.Count > 2)
        {
            var porIdentidad = salen.ToLookup(Identidad);
            foreach (var sitio in llegan.ToList())
            {
                if (porIdentidad[Identidad(sitio)].FirstOrDefault(hallados.Add) is not { Tramo: not null } mismo)
                    continue;
                parejas.Add(new Pareja(mismo.Clave, sitio.Clave));
                llegan.Remove(sitio);
                salen.Remove(mismo);
            }
        }
        for (var i = 0; i < llegan.Count; i++)
        {
            if (i < salen.Count)
                hallados.Add(salen[i]);
            parejas.Add(new Pareja(i < salen.Count ? salen[i].Clave : 0, llegan[i].Clave));
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
