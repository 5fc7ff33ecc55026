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
        var fallas = informativas.Validate(informativa).Errors;
        if (vivasDelExpediente.Count < 2)
            return Dictar(fallas);
        var lugar = 0;
        while (lugar < vivasDelExpediente.Count && !ReferenceEquals(vivasDelExpediente[lugar], informativa))
            lugar++;
        return lugar == vivasDelExpediente.Count
            ? Dictar(fallas)
            : Dictar([.. fallas, multiples.Validate(new Expediente(vivasDelExpediente)).Errors[lugar]]);
    }

    /// <summary>Judges every filing of an expediente, in its order, in time linear in its contracts.</summary>
    public IReadOnlyList<Dictamen> Juzgar(Expediente expediente)
    {
        var multiple = expediente.Caso is null ? null : multiples.Validate(expediente).Errors;
        var dictamenes = new Dictamen[expediente.Vivas.Count];
        for (var i = 0; i < dictamenes.Length; i++)
        {
            var fallas = informativas.Validate(expediente.Vivas[i]).Errors;
            dictamenes[i] = Dictar(multiple is null ? fallas : [.. fallas, multiple[i]]);
        }
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
        [.. fallas.Where(falla => falla.Severity == severidad).Select(falla => (Hallazgo)falla.CustomState)];

    private static int Lugar(ValidationFailure falla) =>
        falla.FormattedMessagePlaceholderValues.TryGetValue(LugarEnColeccion, out var lugar) ? (int)lugar : 0;
}
