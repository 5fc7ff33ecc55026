using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>The informativas of a party for one periodo, as the publications listed them one after another.</summary>
internal static class Historia
{
    public static List<PresentacionEnHistoria> De(
        Indices indices,
        IndiceDePartes partes,
        LectorDeFilas filas,
        string clave,
        Periodo periodo,
        int secuencia,
        Trabajo trabajo
    )
    {
        var presentaciones = new List<PresentacionEnHistoria>();
        foreach (var lista in Enum.GetValues<Lista>())
        {
            if (indices.De(new Listado(periodo, lista), Entidad.Informativa) is not { } tramo)
                continue;
            foreach (var parte in partes.DeClave(clave))
            {
                foreach (var fila in tramo.DeParte(parte, contratante: false))
                {
                    trabajo.Gastar(1);
                    if (tramo.Desde(fila) > secuencia)
                        continue;
                    var dejo = tramo.Hasta(fila) is { } hasta && hasta <= secuencia ? hasta - 1 : (int?)null;
                    var informativa = filas.Informativa(tramo.Clave(fila), partes);
                    presentaciones.Add(new PresentacionEnHistoria(informativa, tramo.Desde(fila), dejo, null, null, null));
                }
            }
        }
        presentaciones.Sort(
            (una, otra) =>
            {
                var porLlegada = una.Desde.CompareTo(otra.Desde);
                return porLlegada != 0 ? porLlegada : una.Informativa.Clave.CompareTo(otra.Informativa.Clave);
            }
        );
        Enlazar(presentaciones);
        return presentaciones;
    }

    /// <summary>Says which corrección took the place of which filing, where both were listed.</summary>
    private static void Enlazar(List<PresentacionEnHistoria> presentaciones)
    {
        var deCadaFolio = presentaciones
            .Where(p => p.Informativa.Folio is not null)
            .ToLookup(p => p.Informativa.Folio!, StringComparer.Ordinal);
        var llegan = deCadaFolio.SelectMany(LasPrimeras).Where(p => p.Informativa.Tipo == TipoInformativa.Correccion).ToList();
        var dejan = deCadaFolio.SelectMany(LasUltimas).ToList();
        // What the filing itself says goes first, and is not up to be inferred again.
        foreach (var nueva in llegan.ToList())
        {
            if (dejan.Find(p => p.Informativa.Folio == nueva.Informativa.Referencia) is { } vieja)
                Unir(nueva, vieja, declarado: true);
        }
        // The list of the mirror does not say: a corrección that comes at the very publication at which another filing leaves for good
        // took its place, if no other could have.
        foreach (var publicacion in llegan.Select(p => p.Desde).Distinct().ToList())
        {
            if (llegan.FindAll(p => p.Desde == publicacion) is [var nueva] && dejan.FindAll(p => p.Hasta == publicacion - 1) is [var vieja])
                Unir(nueva, vieja, declarado: false);
        }

        static IEnumerable<PresentacionEnHistoria> LasPrimeras(IEnumerable<PresentacionEnHistoria> suyas) =>
            suyas.Where(p => suyas.All(otra => otra.Desde >= p.Desde));

        // None, while some of them stands.
        static IEnumerable<PresentacionEnHistoria> LasUltimas(IEnumerable<PresentacionEnHistoria> suyas) =>
            suyas.Where(p => suyas.All(otra => otra.Hasta <= p.Hasta));

        void Unir(PresentacionEnHistoria nueva, PresentacionEnHistoria vieja, bool declarado)
        {
            llegan.Remove(nueva);
            dejan.Remove(vieja);
            Cambiar(nueva, antes => antes with { ReemplazaA = vieja.Informativa.Folio, Declarado = declarado });
            Cambiar(vieja, antes => antes with { ReemplazadaPor = nueva.Informativa.Folio, Declarado = declarado });
        }

        void Cambiar(PresentacionEnHistoria cual, Func<PresentacionEnHistoria, PresentacionEnHistoria> cambio)
        {
            var lugar = presentaciones.FindIndex(p => p.Informativa.Clave == cual.Informativa.Clave);
            presentaciones[lugar] = cambio(presentaciones[lugar]);
        }
    }
}
