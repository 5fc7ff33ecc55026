namespace Icsoe.Domain.Reglas;

/// <summary>What the rules say of one informativa: both lists in catalogue order, then in the order of its contracts.</summary>
/// <param name="Inconsistencias">Any of them moves the informativa to the inconsistent list.</param>
/// <param name="Observaciones">Noted without moving anything.</param>
public sealed record Dictamen(IReadOnlyList<Hallazgo> Inconsistencias, IReadOnlyList<Hallazgo> Observaciones)
{
    /// <summary>Nothing found.</summary>
    public static Dictamen Limpio { get; } = new([], []);
}
