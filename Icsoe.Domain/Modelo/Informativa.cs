namespace Icsoe.Domain.Modelo;

/// <summary>One filing of a contratista for a periodo.</summary>
public sealed record Informativa
{
    /// <summary>«Identificador que se asigna por la herramienta ICSOE»: opaque. Null only at the mirror door.</summary>
    public required string? Folio { get; init; }

    /// <summary>Null only at the mirror door, for a label that is none of the guide's.</summary>
    public required TipoInformativa? Tipo { get; init; }

    public required Periodo Periodo { get; init; }

    /// <summary>Instant of the filing (UTC). At the mirror only <see cref="FechaPresentacion"/> is known and this is null.</summary>
    public DateTimeOffset? PresentadaEn { get; init; }

    /// <summary>Mexico City day of the filing; null only at the mirror door.</summary>
    public required DateOnly? FechaPresentacion { get; init; }

    /// <summary>Number of contracts the filer declared, ≥ 0; null when not reported, and then no finding.</summary>
    public int? ContratosDeclarados { get; init; }

    /// <summary>Folio of the filing this one corrects, annuls or updates; null when none.</summary>
    public string? Referencia { get; init; }

    public required Parte Contratista { get; init; }

    /// <summary>Its contracts in the order reported; empty, never null.</summary>
    public IReadOnlyList<Contrato> Contratos { get; init; } = [];

    /// <summary>
    /// What makes filings one expediente: the RFC, else the clave, of the contratista. Null when neither is known.
    /// A generic RFC identifies nobody, so it would join strangers: the clave stands in.
    /// </summary>
    public string? ClaveDeExpediente => Contratista.Rfc is { } rfc && !Rfc.EsGenerico(rfc) ? rfc : Contratista.Clave;
}
