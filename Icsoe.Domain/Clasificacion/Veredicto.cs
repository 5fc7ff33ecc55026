using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Clasificacion;

/// <summary>The list a filing goes to, and why.</summary>
/// <param name="Informativa">Effective: as filed, overlaid by its actualizaciones; folio, tipo and date are its own. A referencia that does not count is null.</param>
/// <param name="Lista">Inconsistent with any inconsistencia: the whole informativa moves (exclusive).</param>
/// <param name="Inconsistencias">Catalogue order, then the order of its contracts.</param>
/// <param name="Observaciones">Noted without moving anything; same order.</param>
public sealed record Veredicto(
    Informativa Informativa,
    Lista Lista,
    IReadOnlyList<Hallazgo> Inconsistencias,
    IReadOnlyList<Hallazgo> Observaciones
);

/// <summary>What came of one expediente.</summary>
/// <param name="Veredictos">One per filing alive, in order of filing; empty when none is: then nothing is listed.</param>
/// <param name="ReferenciasIgnoradas">Folios of the filings whose referencia did not count, in order of filing.</param>
/// <param name="Complementarias">
/// Correcciones and sin efectos filed, annulled or not; an actualización is not counted. Above <see cref="MaximoDeComplementarias"/>
/// it is reported, never rejected.
/// </param>
public sealed record Clasificado(IReadOnlyList<Veredicto> Veredictos, IReadOnlyList<string> ReferenciasIgnoradas, int Complementarias)
{
    /// <summary>Complementarias a contratista may file per periodo.</summary>
    public const int MaximoDeComplementarias = 4;

    /// <summary>Whether there is a fifth.</summary>
    public bool ExcedeComplementarias => Complementarias > MaximoDeComplementarias;
}
