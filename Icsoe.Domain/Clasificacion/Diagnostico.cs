using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Clasificacion;

/// <summary>What the filings of one expediente come to, and how to be left with one valid informativa.</summary>
/// <param name="Vivas">Filings alive, in order of filing.</param>
/// <param name="Caso">Case of informativa múltiple; null with fewer than two alive.</param>
/// <param name="ReferenciasIgnoradas">Folios of the filings whose referencia did not count, in order of filing.</param>
/// <param name="Complementarias">Correcciones and sin efectos filed so far, annulled or not.</param>
/// <param name="Pasos">What to file, in order; empty when one is alive already.</param>
/// <param name="Queda">Tipo of the one informativa that is left once every step is filed.</param>
public sealed record Diagnostico(
    IReadOnlyList<Informativa> Vivas,
    CasoMultiple? Caso,
    IReadOnlyList<string> ReferenciasIgnoradas,
    int Complementarias,
    IReadOnlyList<Paso> Pasos,
    TipoInformativa Queda
)
{
    /// <summary>Complementarias once every step is filed.</summary>
    public int ComplementariasAlFinal =>
        Complementarias + Pasos.Count(paso => paso.Tipo is TipoInformativa.SinEfectos or TipoInformativa.Correccion);

    /// <summary>Whether the steps fit within what a contratista may file per periodo.</summary>
    public bool Alcanzan => ComplementariasAlFinal <= Clasificado.MaximoDeComplementarias;
}

/// <summary>One filing of the way out.</summary>
/// <param name="Tipo">Normal, sin efectos or corrección.</param>
/// <param name="Sobre">Folio of the filing it refers to; null for a normal.</param>
/// <param name="Incluye">Folios of the annulled filings whose contracts it takes over, beside those of <paramref name="Sobre"/>.</param>
public sealed record Paso(TipoInformativa Tipo, string? Sobre, IReadOnlyList<string> Incluye);
