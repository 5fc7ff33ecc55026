using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Cambios;

/// <summary>The rows of a periodo that stand at one of two publications and not at the other. What it hands out is in the order of keys.</summary>
internal sealed class Diferencia(Indices indices, Periodo periodo, Entidad entidad, int antes, int despues, Trabajo trabajo)
{
    private readonly (Seccion Columna, Seccion Orden) folios =
        entidad == Entidad.Informativa
            ? (Seccion.FolioInformativa, Seccion.PorFolioInformativa)
            : (Seccion.FolioContrato, Seccion.PorFolioContrato);

    private readonly List<Tramo> tramos =
    [
        .. Enum.GetValues<Lista>().Select(lista => indices.De(new Listado(periodo, lista), entidad)).OfType<Tramo>(),
    ];

    public bool AlgunaSale => tramos.Exists(tramo => Solo(tramo, antes, despues).Any());

    public bool AlgunaLlega => tramos.Exists(tramo => Solo(tramo, despues, antes).Any());

    public (List<Sitio> Salen, List<Sitio> Llegan) Todas()
    {
        var (salen, llegan) = (EnUna(antes, despues), EnUna(despues, antes));
        trabajo.Gastar(salen.Count + llegan.Count);
        return (salen, llegan);

        List<Sitio> EnUna(int una, int otra)
        {
            var sitios = new List<Sitio>();
            foreach (var tramo in tramos)
            {
                foreach (var fila in tramo.SoloEn(una, otra))
                {
                    if (Cuenta(tramo, fila))
                        sitios.Add(new Sitio(tramo, fila));
                }
            }
            return sitios;
        }
    }

    /// <summary>Those of a list.</summary>
    public IEnumerable<Sitio> DeLista(Lista lista) =>
        tramos
            .Where(tramo => tramo.Listado.Lista == lista)
            .SelectMany(tramo => Solo(tramo, antes, despues).Concat(Solo(tramo, despues, antes)));

    /// <summary>Those that name some parties in a role.</summary>
    public IEnumerable<Sitio> DePartes(Conjunto partes, bool contratante)
    {
        foreach (var tramo in tramos)
        {
            foreach (var parte in partes.Numeros())
            {
                foreach (var fila in tramo.DeParte(parte, contratante).ToArray())
                {
                    trabajo.Gastar(1);
                    if (Cuenta(tramo, fila) && EnPie(tramo, fila, antes) != EnPie(tramo, fila, despues))
                        yield return new Sitio(tramo, fila);
                }
            }
        }
    }

    /// <summary>Those that have the folio of one of these, which are some of them.</summary>
    public (List<Sitio> Salen, List<Sitio> Llegan) DelFolioDe(List<Sitio> sitios)
    {
        var numeros = sitios.Select(sitio => sitio.Tramo.Folios(folios.Columna)[sitio.Fila]).ToHashSet();
        var (salen, llegan) = (new List<Sitio>(), new List<Sitio>());
        foreach (var tramo in tramos)
        {
            foreach (var numero in numeros)
            {
                foreach (var fila in Lugares.EntreFolios(tramo, folios.Columna, folios.Orden, numero, numero + 1))
                {
                    trabajo.Gastar(1);
                    if (!Cuenta(tramo, fila))
                        continue;
                    var (sale, llega) = (EnPie(tramo, fila, antes), EnPie(tramo, fila, despues));
                    if (sale != llega)
                        (sale ? salen : llegan).Add(new Sitio(tramo, fila));
                }
            }
        }
        salen.Sort(PorClave);
        llegan.Sort(PorClave);
        return (salen, llegan);

        static int PorClave(Sitio uno, Sitio otro) => uno.Clave.CompareTo(otro.Clave);
    }

    private IEnumerable<Sitio> Solo(Tramo tramo, int una, int otra) =>
        tramo.SoloEn(una, otra).Where(fila => Cuenta(tramo, fila)).Select(fila => new Sitio(tramo, fila));

    private bool Cuenta(Tramo tramo, int fila) => entidad == Entidad.Informativa || (tramo.Rasgos[fila] & Rasgos.Contrato) != 0;

    private static bool EnPie(Tramo tramo, int fila, int secuencia) => tramo.EnPublicacion(secuencia).Tiene(fila);
}
