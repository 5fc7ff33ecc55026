namespace Icsoe.Domain.Modelo;

/// <summary>A contract inside an informativa (Lineamientos, numeral 6).</summary>
public sealed record Contrato
{
    /// <summary>«Identificador que se asigna por la herramienta ICSOE»: opaque. Null only at the mirror door.</summary>
    public required string? Folio { get; init; }

    /// <summary>The client. Its nulls only come from the mirror door.</summary>
    public required Parte Contratante { get; init; }

    /// <summary>Servicio u obra especializada contratada, as written; null when nothing but blanks was reported.</summary>
    public string? Servicio { get; init; }

    /// <summary>First day; null when absent or unreadable.</summary>
    public DateOnly? FechaInicio { get; init; }

    /// <summary>What stood in place of a readable start date; null when it was readable or absent.</summary>
    public string? FechaInicioIlegible { get; init; }

    /// <summary>Last day; null when not known («fecha fin» is optional at capture).</summary>
    public DateOnly? FechaFin { get; init; }

    /// <summary>Número de personas trabajadoras, ≥ 0; null when not reported.</summary>
    public int? PersonasTrabajadoras { get; init; }
}
