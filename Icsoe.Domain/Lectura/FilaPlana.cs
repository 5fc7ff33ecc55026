namespace Icsoe.Domain.Lectura;

/// <summary>One row of a flat table, its values as NDJSON would write them; the same instance for every row.</summary>
internal sealed class FilaPlana
{
    /// <summary>1-based in its table, the header counted.</summary>
    public int Numero { get; set; }

    /// <summary>Its sheet of the workbook; null in CSV.</summary>
    public string? Hoja { get; set; }

    /// <summary>By <see cref="ColumnaPlana"/>; null when empty.</summary>
    public string?[] Valores { get; } = new string?[ColumnasPlanas.Cuantas];

    /// <summary>Why its values cannot be trusted to stand in their columns; null when they can.</summary>
    public string? Problema { get; set; }

    public string? this[ColumnaPlana columna] => Valores[(int)columna];

    public bool EstaVacia => Problema is null && !Valores.AsSpan().ContainsAnyExcept((string?)null);

    public bool TraeContrato => Valores.AsSpan(ColumnasPlanas.PrimeraDeContrato).ContainsAnyExcept((string?)null);
}
