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
        Inferir(presentaciones);
        return presentaciones;
    }

    /// <summary>
    /// A corrección that comes at the very publication at which another filing leaves for good took its place, if no other could have:
    /// the list does not say it, so it is only inferred.
    /// </summary>
    private static void Inferir(List<PresentacionEnHistoria> presentaciones)
    {
        var siguen = presentaciones
            .GroupBy(p => p.Informativa.Folio, StringComparer.Ordinal)
            .ToDictionary(g => g.Key ?? "", g => g.ToList(), StringComparer.Ordinal);
        foreach (var publicacion in presentaciones.Select(p => p.Desde).Distinct().ToList())
        {
            var llegan = presentaciones
                .Where(p =>
                    p.Desde == publicacion && p.Informativa is { Tipo: TipoInformativa.Correccion, Folio: not null } && EsLaPrimera(p)
                )
                .ToList();
            var dejan = presentaciones.Where(p => p.Hasta == publicacion - 1 && p.Informativa.Folio is not null && EsLaUltima(p)).ToList();
            if (llegan.Count != 1 || dejan.Count != 1)
                continue;
            Cambiar(llegan[0], antes => antes with { ReemplazaA = dejan[0].Informativa.Folio, Declarado = false });
            Cambiar(dejan[0], antes => antes with { ReemplazadaPor = llegan[0].Informativa.Folio, Declarado = false });
        }

        bool EsLaPrimera(PresentacionEnHistoria p) => siguen[p.Informativa.Folio!].TrueForAll(otra => otra.Desde >= p.Desde);

        bool EsLaUltima(PresentacionEnHistoria p) =>
            siguen[p.Informativa.Folio!].TrueForAll(otra => otra.Hasta is { } hasta && hasta <= p.Hasta);

        void Cambiar(PresentacionEnHistoria cual, Func<PresentacionEnHistoria, PresentacionEnHistoria> cambio)
        {
            var lugar = presentaciones.FindIndex(p => p.Informativa.Clave == cual.Informativa.Clave);
            presentaciones[lugar] = cambio(presentaciones[lugar]);
        }
    }
}
