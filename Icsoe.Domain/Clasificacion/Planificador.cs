using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Clasificacion;

/// <summary>
/// The way from what was filed to one valid informativa, as the guide's four cases say it, and the same way for the cases it does not
/// cover: all but one are left without effects and, if one of those had contracts, a corrección over the one that stays takes them over.
/// It asks the classifier after each step, and so knows no more of referencias than it does. What contracts hold is not looked at.
/// </summary>
public sealed class Planificador(Clasificador clasificador)
{
    /// <summary>Filings it takes: a contratista files a few in a periodo, and the work grows with their cube.</summary>
    public const int MaximoDePresentadas = 20;

    /// <summary>Diagnoses the filings of ONE contratista in ONE periodo.</summary>
    /// <param name="presentadas">In order of reception, each with a folio of its own and a date.</param>
    /// <exception cref="ArgumentException">More than <see cref="MaximoDePresentadas"/>, or a folio that is missing or repeated: no step could name it.</exception>
    public Diagnostico Diagnosticar(IReadOnlyList<Informativa> presentadas)
    {
        if (presentadas.Count > MaximoDePresentadas)
            throw new ArgumentException($"At most {MaximoDePresentadas} filings.", nameof(presentadas));
        if (presentadas.Any(presentada => presentada.Folio is null) || presentadas.DistinctBy(p => p.Folio).Count() < presentadas.Count)
            throw new ArgumentException("Each filing needs a folio of its own.", nameof(presentadas));
        var clasificado = Clasificar(presentadas);
        var vivas = Vivas(clasificado);
        var (queda, pasos) = Planear(presentadas, vivas);
        return new Diagnostico(
            vivas,
            new Expediente(vivas).Caso,
            clasificado.ReferenciasIgnoradas,
            clasificado.Complementarias,
            pasos,
            queda
        );
    }

    private Plan Planear(IReadOnlyList<Informativa> presentadas, IReadOnlyList<Informativa> vivas) =>
        vivas.Count switch
        {
            0 => new Plan(TipoInformativa.Normal, [new Paso(TipoInformativa.Normal, null, [])]),
            1 => new Plan(vivas[0].Tipo!.Value, []),
            // The fewest steps. Among equals a corrección stays, and the last one, since it says what is meant now; else the
            // filing that was made first, since it is the one that may have been on time.
            _ => Candidatas(vivas)
                .Select((candidata, lugar) => (candidata.Tipo, lugar, Plan: PlanPara(candidata, presentadas, vivas)))
                .OrderBy(una => una.Plan.Pasos.Count)
                .ThenBy(una => una.Tipo == TipoInformativa.Correccion ? -1 - una.lugar : una.lugar)
                .First()
                .Plan,
        };

    /// <summary>Those that may stay: with contracts, if any has them.</summary>
    private static IReadOnlyList<Informativa> Candidatas(IReadOnlyList<Informativa> vivas) =>
        vivas.Where(ConContratos).ToList() is { Count: > 0 } suyas ? suyas : vivas;

    private Plan PlanPara(Informativa queda, IReadOnlyList<Informativa> presentadas, IReadOnlyList<Informativa> vivas)
    {
        var pasos = new List<Paso>();
        var todas = presentadas.ToList();
        // To annul a corrección may bring back what it replaced: then that is annulled too.
        while (Vivas(Clasificar(todas)).FirstOrDefault(viva => viva.Folio != queda.Folio) is { } sobra)
        {
            var paso = new Paso(TipoInformativa.SinEfectos, sobra.Folio, []);
            pasos.Add(paso);
            todas.Add(Presentar(paso, queda));
        }
        string[] incluye = [.. vivas.Where(ConContratos).Where(viva => viva.Folio != queda.Folio).Select(viva => viva.Folio!)];
        if (incluye.Length > 0)
            pasos.Add(new Paso(TipoInformativa.Correccion, queda.Folio, incluye));
        return new Plan(incluye.Length > 0 ? TipoInformativa.Correccion : queda.Tipo!.Value, pasos);
    }

    private static bool ConContratos(Informativa viva) => viva.Tipo != TipoInformativa.SinInformacion;

    private Clasificado Clasificar(IReadOnlyList<Informativa> presentadas) => clasificador.Clasificar(presentadas, DateOnly.MaxValue);

    private static IReadOnlyList<Informativa> Vivas(Clasificado clasificado) =>
        [.. clasificado.Veredictos.Select(veredicto => veredicto.Informativa)];

    /// <summary>A step once filed: after everything else.</summary>
    private static Informativa Presentar(Paso paso, Informativa otra) =>
        new()
        {
            Folio = null,
            Tipo = paso.Tipo,
            Periodo = otra.Periodo,
            PresentadaEn = DateTimeOffset.MaxValue,
            FechaPresentacion = DateOnly.MaxValue,
            Referencia = paso.Sobre,
            Contratista = otra.Contratista,
        };

    /// <summary>Steps, and the tipo of what they leave.</summary>
    private sealed record Plan(TipoInformativa Queda, IReadOnlyList<Paso> Pasos);
}
