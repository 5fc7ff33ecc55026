namespace Icsoe.Domain.Reglas;

/// <summary>What a finding is about.</summary>
public enum Alcance
{
    /// <summary>The whole filing; in JSON <c>informativa</c>.</summary>
    Informativa = 0,

    /// <summary>One contract; in JSON <c>contrato</c>.</summary>
    Contrato = 1,
}

/// <summary>Why a FECHA_INICIO was found. Values are stored.</summary>
public enum MotivoFechaInicio
{
    Ausente = 1,
    Ilegible = 2,
    PosteriorAlFin = 3,
    FueraDelPeriodo = 4,
}

/// <summary>Which of the guide's four cases an INFORMATIVA_MULTIPLE is; <see cref="Otro"/> for those it does not cover. Values are stored.</summary>
public enum CasoMultiple
{
    NormalYCorreccion = 1,
    DosNormales = 2,
    SinInformacionYNormal = 3,
    DosSinInformacion = 4,
    Otro = 5,
}

/// <summary>
/// One finding of our rules, or one label of a published list: the <c>inconsistencia</c> and <c>observación</c> of the API (design, section 7).
/// Compared by value, <see cref="Relacionadas"/> included.
/// </summary>
public sealed record Hallazgo
{
    public required Codigo Codigo { get; init; }

    /// <summary>Label of the guide's help table; at the mirror, the wording as published. Never empty.</summary>
    public required string Texto { get; init; }

    public Alcance Alcance { get; init; }

    /// <summary>Folio of the contract it concerns; null when it concerns the informativa (or the contract has no folio).</summary>
    public string? Contrato { get; init; }

    /// <summary>Only for FECHA_INICIO.</summary>
    public MotivoFechaInicio? Motivo { get; init; }

    /// <summary>Only for INFORMATIVA_MULTIPLE.</summary>
    public CasoMultiple? Caso { get; init; }

    /// <summary>Folios of the other informativas it relates to (INFORMATIVA_MULTIPLE), ordinal order; else empty.</summary>
    public IReadOnlyList<string> Relacionadas { get; init; } = [];

    /// <summary>Only for CONTEO_CONTRATOS: contracts the filer declared.</summary>
    public int? Declarados { get; init; }

    /// <summary>Only for CONTEO_CONTRATOS: contracts actually in the informativa.</summary>
    public int? Presentados { get; init; }

    /// <summary>True when it rests on a name alone (JSON <c>confianza: "baja"</c>), else null in JSON.</summary>
    public bool ConfianzaBaja { get; init; }

    /// <summary>0-based place of its contract in the informativa that was judged, told while judging; neither stored nor compared.</summary>
    internal int? Lugar { get; init; }

    public bool Equals(Hallazgo? other) =>
        other is not null
        && Codigo == other.Codigo
        && Texto == other.Texto
        && Alcance == other.Alcance
        && Contrato == other.Contrato
        && Motivo == other.Motivo
        && Caso == other.Caso
        && Declarados == other.Declarados
        && Presentados == other.Presentados
        && ConfianzaBaja == other.ConfianzaBaja
        && Relacionadas.SequenceEqual(other.Relacionadas);

    public override int GetHashCode() => HashCode.Combine(Codigo, Texto, Alcance, Contrato, Motivo, Caso);
}
