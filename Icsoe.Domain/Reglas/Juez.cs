using FluentValidation;
using FluentValidation.Results;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Reglas;

/// <summary>Runs the rules. One instance serves a whole run and many threads.</summary>
public sealed class Juez
{
    /// <summary>The key under which FluentValidation leaves the place of an element in its collection.</summary>
    private const string LugarEnColeccion = "CollectionIndex";

    private readonly InformativaValidator informativas;
    private readonly InformativaMultiple multiples = new();

    public Juez(PoliticaFechaInicio politica = PoliticaFechaInicio.Observar)
    {
        Politica = politica;
        informativas = new InformativaValidator(politica);
    }

    /// <summary>What a start date outside the cuatrimestre does.</summary>
    public PoliticaFechaInicio Politica { get; }

    /// <summary>Judges one filing among those alive in its expediente.</summary>
    /// <param name="informativa">The filing.</param>
    /// <param name="vivasDelExpediente">All that are alive, the filing itself included (by reference); empty or alone when it has no siblings.</param>
    public Dictamen Juzgar(Informativa informativa, IReadOnlyList<Informativa> vivasDelExpediente)
    {
        var lugar = 0;
        while (lugar < vivasDelExpediente.Count && !ReferenceEquals(vivasDelExpediente[lugar], informativa))
            lugar++;
        var suyas = Multiples(new Expediente(vivasDelExpediente));
        return Juzgar(informativa, lugar < suyas.Count ? suyas[lugar] : null);
    }

    /// <summary>What makes each filing alive múltiple, in their order; none with fewer than two alive.</summary>
    internal IReadOnlyList<Hallazgo> Multiples(Expediente expediente) =>
        expediente.Caso is null ? [] : multiples.Validate(expediente).Errors.ConvertAll(falla => (Hallazgo)falla.CustomState);

    /// <summary>Judges one filing, with what <see cref="Multiples"/> said of it; null when nothing.</summary>
    internal Dictamen Juzgar(Informativa informativa, Hallazgo? multiple)
    {
        var dictamen = Dictar(informativas.Validate(informativa).Errors);
        return multiple is null
            ? dictamen
            : dictamen with
            {
                Inconsistencias = [.. dictamen.Inconsistencias.Append(multiple).OrderBy(hallazgo => hallazgo.Codigo)],
            };
    }

    /// <summary>Judges every filing of an expediente, in its order, in time linear in its contracts.</summary>
    public IReadOnlyList<Dictamen> Juzgar(Expediente expediente)
    {
        var suyas = Multiples(expediente);
        var dictamenes = new Dictamen[expediente.Vivas.Count];
        for (var i = 0; i < dictamenes.Length; i++)
            dictamenes[i] = Juzgar(expediente.Vivas[i], i < suyas.Count ? suyas[i] : null);
        return dictamenes;
    }

    /// <summary>The findings alone, in the order people read them: by code, then by contract.</summary>
    private static Dictamen Dictar(List<ValidationFailure> fallas)
    {
        if (fallas.Count == 0)
            return Dictamen.Limpio;
        var enOrden = fallas.OrderBy(falla => ((Hallazgo)falla.CustomState).Codigo).ThenBy(Lugar).ToList();
        return new Dictamen(De(enOrden, Severity.Error), De(enOrden, Severity.Info));
    }

    private static IReadOnlyList<Hallazgo> De(List<ValidationFailure> fallas, Severity severidad) =>
        [
            .. fallas
                .Where(falla => falla.Severity == severidad)
                .Select(falla =>
                    (Hallazgo)falla.CustomState is { Alcance: Alcance.Contrato } deContrato
                        ? deContrato with
                        {
                            Lugar = Lugar(falla),
                        }
                        : (Hallazgo)falla.CustomState
                ),
        ];

    private static int Lugar(ValidationFailure falla) =>
        falla.FormattedMessagePlaceholderValues.TryGetValue(LugarEnColeccion, out var lugar) ? (int)lugar : 0;
}
