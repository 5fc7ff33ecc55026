using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Lectura;

/// <summary>One row of a mirrored workbook, taken as published: what could not be read is null, never refused.</summary>
public sealed record FilaEspejo
{
    /// <summary>1-based row in its sheet.</summary>
    public required int Fila { get; init; }

    /// <summary>Null when empty.</summary>
    public required string? FolioInformativa { get; init; }

    /// <summary>Null when empty or none of the guide's labels.</summary>
    public required TipoInformativa? TipoInformativa { get; init; }

    /// <summary>The cell's own wording; null when empty.</summary>
    public required string? TipoInformativaTexto { get; init; }

    /// <summary>Mexico City day; null when empty or unreadable.</summary>
    public required DateOnly? FechaPresentacion { get; init; }

    /// <summary>Without RFC: the lists carry none.</summary>
    public required Parte Contratista { get; init; }

    /// <summary>Null when every contract column is empty, <c>-</c>, <c>N/A</c> or <c>0</c>: an informativa without contracts.</summary>
    public required Contrato? Contrato { get; init; }

    /// <summary>The cell's own wording; null at the public list and when empty.</summary>
    public required string? Inconsistencia { get; init; }

    /// <summary>Fields that the lists always carry and that came empty or unreadable, by their headers; empty, never null.</summary>
    public required IReadOnlyList<string> CamposNulos { get; init; }
}
