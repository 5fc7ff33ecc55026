using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Tests.Almacen;

/// <summary>
/// What the public store should say, kept the simplest way: for each publication, the rows of each listado whole. Keys and ordinals
/// are the store's own to give, so they are taken off before comparing and checked on their own.
/// </summary>
internal sealed class AlmacenEnMemoria
{
    private readonly List<Dictionary<Listado, IReadOnlyList<RenglonPublico>>> publicaciones = [];

    public int Cuantas => publicaciones.Count;

    /// <summary>What stands now, to start the next publication from.</summary>
    public Dictionary<Listado, IReadOnlyList<RenglonPublico>> Vigente => publicaciones.Count == 0 ? [] : publicaciones[^1];

    /// <summary>A publication that changes some listados and carries the rest over.</summary>
    public void Sellar(IReadOnlyDictionary<Listado, IReadOnlyList<RenglonPublico>> cambiados)
    {
        var nueva = new Dictionary<Listado, IReadOnlyList<RenglonPublico>>(Vigente);
        foreach (var (listado, renglones) in cambiados)
            nueva[listado] = renglones;
        publicaciones.Add(nueva);
    }

    /// <summary>Every row that a query asks for, whatever its limit and start.</summary>
    public IEnumerable<RenglonPublico> Renglones(Consulta consulta) =>
        Todos(consulta)
            .Where(r =>
                Vale(consulta.FoliosInformativa, r.FolioInformativa)
                && Vale(consulta.FoliosContrato, r.Contrato?.Folio)
                && (consulta.TiposInformativa.Count == 0 || (r.TipoInformativa is { } tipo && consulta.TiposInformativa.Contains(tipo)))
                && Vale(consulta.Inconsistencias, r.Inconsistencias)
                && Vale(consulta.Observaciones, r.Observaciones)
            );

    public IEnumerable<RenglonPublico> Contratos(Consulta consulta) => Renglones(consulta).Where(r => r.Contrato is not null);

    /// <summary>Every informativa that a query asks for: rows that share all of the filing, one after another.</summary>
    public IEnumerable<InformativaPublica> Informativas(Consulta consulta) =>
        publicaciones[consulta.Secuencia - 1]
            .Where(par => Pide(consulta, par.Key))
            .OrderBy(par => par.Key)
            .SelectMany(par => Agrupar(par.Value))
            .Where(grupo => consulta.FoliosContrato.Count == 0 || grupo.Any(r => Vale(consulta.FoliosContrato, r.Contrato?.Folio)))
            .Select(Informativa)
            .Where(i =>
                Vale(consulta.FoliosInformativa, i.Folio)
                && (consulta.TiposInformativa.Count == 0 || (i.Tipo is { } tipo && consulta.TiposInformativa.Contains(tipo)))
                && Vale(consulta.Inconsistencias, i.Inconsistencias)
                && Vale(consulta.Observaciones, i.Observaciones)
            );

    /// <summary>The last publication where some row answers; null when none ever did.</summary>
    public int? Ultima(Func<RenglonPublico, bool> condicion)
    {
        var ultima = publicaciones.FindLastIndex(estado => estado.Values.Any(renglones => renglones.Any(condicion)));
        return ultima < 0 ? null : ultima + 1;
    }

    private IEnumerable<RenglonPublico> Todos(Consulta consulta) =>
        publicaciones[consulta.Secuencia - 1].Where(par => Pide(consulta, par.Key)).OrderBy(par => par.Key).SelectMany(par => par.Value);

    private static bool Pide(Consulta consulta, Listado listado) =>
        (consulta.Listas.Count == 0 || consulta.Listas.Contains(listado.Lista))
        && (consulta.Periodos.Count == 0 || consulta.Periodos.Contains(listado.Periodo))
        && (consulta.Ejercicios.Count == 0 || consulta.Ejercicios.Contains(listado.Periodo.Ejercicio))
        && (consulta.Cuatrimestres.Count == 0 || consulta.Cuatrimestres.Contains(listado.Periodo.Cuatrimestre));

    private static bool Vale(IReadOnlyList<string> pedidos, string? valor) =>
        pedidos.Count == 0 || (valor is not null && pedidos.Contains(valor));

    private static bool Vale(IReadOnlyList<Codigo> pedidos, IReadOnlyList<Hallazgo> hallazgos) =>
        pedidos.Count == 0 || hallazgos.Any(hallazgo => pedidos.Contains(hallazgo.Codigo));

    private static List<List<RenglonPublico>> Agrupar(IReadOnlyList<RenglonPublico> renglones)
    {
        var grupos = new List<List<RenglonPublico>>();
        foreach (var renglon in renglones)
        {
            var sigue =
                grupos.Count > 0
                && renglon.Contrato is not null
                && grupos[^1][^1] is { Contrato: not null } previo
                && Presentacion(previo) == Presentacion(renglon);
            if (!sigue)
                grupos.Add([]);
            grupos[^1].Add(renglon);
        }
        return grupos;
    }

    private static (string?, TipoInformativa?, DateOnly?, PartePublica) Presentacion(RenglonPublico r) =>
        (r.FolioInformativa, r.TipoInformativa, r.FechaPresentacion, r.Contratista);

    private static InformativaPublica Informativa(List<RenglonPublico> grupo) =>
        new()
        {
            Listado = grupo[0].Listado,
            Folio = grupo[0].FolioInformativa,
            Tipo = grupo[0].TipoInformativa,
            FechaPresentacion = grupo[0].FechaPresentacion,
            Contratista = grupo[0].Contratista,
            Contratos = grupo.Count(r => r.Contrato is not null),
            Inconsistencias = grupo[0].Inconsistencias,
            Observaciones = grupo[0].Observaciones,
        };
}
