using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Cambios;

/// <summary>Reads what changed between two publications, periodo by periodo, contracts before informativas.</summary>
internal sealed class LectorDeCambios(Indices indices, IndiceDePartes partes, LectorDeFilas lector, Trabajo trabajo)
{
    private static readonly Entidad[] Entidades = [Entidad.Contrato, Entidad.Informativa];

    /// <param name="pocas">Of <see cref="FiltroDeCambios"/>.</param>
    public PaginaDeCambios Pagina(ConsultaDeCambios consulta, int pocas)
    {
        var cambios = new List<Cambio>();
        var filtro = new FiltroDeCambios(consulta, indices, partes, pocas);
        foreach (var periodo in Periodos(consulta))
        {
            foreach (var entidad in Entidades)
            {
                if (!filtro.Pide(entidad) || consulta.DespuesDe is { } marca && Pasado(periodo, entidad, marca))
                    continue;
                var parejas = Parejas(periodo, entidad, consulta, filtro);
                for (var i = Primera(parejas, periodo, entidad, consulta.DespuesDe); i < parejas.Count; i++)
                {
                    if (!filtro.Pasa(parejas[i], entidad))
                        continue;
                    trabajo.Gastar(1);
                    if (Leer(entidad, parejas[i]) is not { } cambio)
                        continue;
                    if (cambios.Count == consulta.Limite)
                        return new(cambios, MarcaDe(cambios[^1]));
                    cambios.Add(cambio);
                }
            }
        }
        return new(cambios, null);
    }

    /// <summary>Everything that happened to the rows of a folio, up to a publication, in order.</summary>
    public List<HechoEnHistoria> Historia(Entidad entidad, string folio, int secuencia)
    {
        var columna = entidad == Entidad.Informativa ? Seccion.FolioInformativa : Seccion.FolioContrato;
        var orden = entidad == Entidad.Informativa ? Seccion.PorFolioInformativa : Seccion.PorFolioContrato;
        var clave = ClaveDeFolio.De(folio, out var entera);
        var sitios = new List<Sitio>();
        foreach (var tramo in indices.De(entidad))
        {
            foreach (var fila in Lugares.EntreFolios(tramo, columna, orden, clave, clave + 1))
            {
                trabajo.Gastar(1);
                if (
                    tramo.Desde(fila) <= secuencia
                    && ((entera && !tramo.FoliosInexactos(columna)) || Folio(entidad, tramo.Clave(fila)) == folio)
                )
                    sitios.Add(new Sitio(tramo, fila));
            }
        }
        var hechos = new List<HechoEnHistoria>();
        foreach (var periodo in sitios.GroupBy(sitio => sitio.Tramo.Listado.Periodo).OrderBy(grupo => grupo.Key))
        {
            var suyos = periodo.OrderBy(sitio => sitio.Clave).ToList();
            var momentos = suyos.Select(sitio => sitio.Tramo.Desde(sitio.Fila)).Concat(suyos.Select(Hasta)).Distinct().Order();
            foreach (var momento in momentos.TakeWhile(momento => momento <= secuencia))
            {
                var parejas = new Emparejador(lector, partes, entidad, trabajo).Emparejar(
                    [.. suyos.Where(sitio => Hasta(sitio) == momento)],
                    [.. suyos.Where(sitio => sitio.Tramo.Desde(sitio.Fila) == momento)]
                );
                hechos.AddRange(
                    parejas.Select(pareja => Leer(entidad, pareja)).OfType<Cambio>().Select(cambio => new HechoEnHistoria(momento, cambio))
                );
            }
        }
        return hechos;

        static int Hasta(Sitio sitio) => sitio.Tramo.Hasta(sitio.Fila) ?? int.MaxValue;
    }

    private IEnumerable<Periodo> Periodos(ConsultaDeCambios consulta) =>
        indices
            .Informativas.Concat(indices.Renglones)
            .Select(tramo => tramo.Listado.Periodo)
            .Distinct()
            .Order()
            .Where(periodo => consulta.Periodos.Count == 0 || consulta.Periodos.Contains(periodo));

    private static bool Pasado(Periodo periodo, Entidad entidad, MarcaDeCambio marca)
    {
        var suyo = Listado.DeRenglon(marca.Clave).Periodo;
        return periodo < suyo || (periodo == suyo && entidad < marca.Entidad);
    }

    private static int Primera(IReadOnlyList<Pareja> parejas, Periodo periodo, Entidad entidad, MarcaDeCambio? marca)
    {
        if (marca is null || entidad != marca.Entidad || periodo != Listado.DeRenglon(marca.Clave).Periodo)
            return 0;
        var (bajo, alto) = (0, parejas.Count);
        while (bajo < alto)
        {
            var medio = (bajo + alto) / 2;
            if (parejas[medio].Clave <= marca.Clave)
                bajo = medio + 1;
            else
                alto = medio;
        }
        return bajo;
    }

    private static MarcaDeCambio MarcaDe(Cambio cambio) =>
        new(cambio.Clave, cambio is CambioDeInformativa ? Entidad.Informativa : Entidad.Contrato);

    /// <summary>Those that may pass, and perhaps others.</summary>
    private IReadOnlyList<Pareja> Parejas(Periodo periodo, Entidad entidad, ConsultaDeCambios consulta, FiltroDeCambios filtro)
    {
        var diferencia = new Diferencia(indices, periodo, entidad, consulta.Contra, consulta.Secuencia, trabajo);
        if (!filtro.Puede(diferencia))
            return [];
        return filtro.Indispensables(diferencia) switch
        {
            [] => [],
            { } pocas => Emparejar(diferencia.DelFolioDe(pocas)),
            null => indices.Parejas.De((periodo, entidad, consulta.Contra, consulta.Secuencia), () => Emparejar(diferencia.Todas())),
        };

        List<Pareja> Emparejar((List<Sitio> Salen, List<Sitio> Llegan) distintas) =>
            new Emparejador(lector, partes, entidad, trabajo).Emparejar(distintas.Salen, distintas.Llegan);
    }

    /// <summary>The change; null when the row left and came back saying the same.</summary>
    private Cambio? Leer(Entidad entidad, Pareja pareja)
    {
        Cambio cambio =
            entidad == Entidad.Informativa
                ? new CambioDeInformativa(Informativa(pareja.Sale), Informativa(pareja.Llega))
                : new CambioDeContrato(Contrato(pareja.Sale), Contrato(pareja.Llega));
        return cambio is { Tipo: TipoDeCambio.Cambia, Campos.Count: 0 } ? null : cambio;
    }

    private RenglonPublico? Contrato(long clave) => clave == 0 ? null : lector.Renglon(clave, partes);

    private InformativaPublica? Informativa(long clave) => clave == 0 ? null : lector.Informativa(clave, partes);

    private string? Folio(Entidad entidad, long clave) =>
        entidad == Entidad.Informativa ? lector.FolioInformativa(entidad, clave) : lector.FolioContrato(clave);
}
