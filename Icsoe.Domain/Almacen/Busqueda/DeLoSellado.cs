using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>Counts of whole listados, added up from the figures that sealing left.</summary>
internal static class DeLoSellado
{
    public static Recuento Contar(IReadOnlyList<CifrasDeListado> listados, Entidad entidad, bool conFacetas)
    {
        var total = listados.Sum(listado => De(listado, Dimension.Total).Sum(par => par.Filas));
        return new Recuento(new Conteo(total, Exacto: true), conFacetas ? Facetas() : null);

        Facetas Facetas() =>
            new(
                Por(listado => listado.Lista),
                Por(listado => listado.Periodo),
                PorValor<TipoPersona>(Dimension.TipoPersonaContratista),
                PorValor<TipoPersona>(Dimension.TipoPersonaContratante),
                PorValor<TipoInformativa>(Dimension.TipoInformativa),
                PorValor<Codigo>(Dimension.Inconsistencia)
            );

        List<(T, long)> Por<T>(Func<Listado, T> clave) =>
            [
                .. listados
                    .GroupBy(listado => clave(listado.Listado), listado => De(listado, Dimension.Total).Sum(par => par.Filas))
                    .Select(grupo => (Valor: grupo.Key, Filas: grupo.Sum()))
                    .Where(par => par.Filas > 0)
                    .OrderBy(par => par.Valor),
            ];

        List<(T, long)> PorValor<T>(Dimension dimension)
            where T : struct, Enum =>
            [
                .. listados
                    .SelectMany(listado => De(listado, dimension))
                    .Where(par => par.Valor is not null && par.Filas > 0)
                    .GroupBy(par => par.Valor!.Value, par => par.Filas)
                    .OrderBy(grupo => grupo.Key)
                    .Select(grupo => ((T)(object)grupo.Key, grupo.Sum())),
            ];

        IEnumerable<(int? Valor, long Filas)> De(CifrasDeListado listado, Dimension dimension) =>
            listado.Cifras.Where(cifra => cifra.Dimension == dimension).Select(cifra => (cifra.Valor, Filas(cifra.Cuenta)));

        long Filas(Cuenta cuenta) =>
            entidad switch
            {
                Entidad.Contrato => cuenta.Contratos,
                Entidad.Informativa => cuenta.Informativas,
                _ => cuenta.Contratos + cuenta.InformativasSinContratos,
            };
    }
}
