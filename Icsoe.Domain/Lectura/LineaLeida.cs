using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Lectura;

/// <summary>One informativa as filed, read: either it, or the reasons why it was rejected.</summary>
/// <param name="Linea">
/// 1-based line of the NDJSON, or first row of the informativa in a flat table (its header is row 1); blank ones counted.
/// </param>
/// <param name="Informativa">Null when and only when there are <paramref name="Rechazos"/>.</param>
/// <param name="Rechazos">Every problem of the line; empty when it was accepted.</param>
/// <param name="Advertencias">What was noticed without rejecting anything; empty, never null.</param>
public sealed record LineaLeida(int Linea, Informativa? Informativa, IReadOnlyList<Rechazo> Rechazos, IReadOnlyList<Rechazo> Advertencias)
{
    /// <summary>Sheet of the workbook where it begins; null in text.</summary>
    public string? Hoja { get; init; }

    /// <summary>In a flat table, the row of each contract, in their order; null in NDJSON, where all share the line.</summary>
    public IReadOnlyList<FilaDeTabla>? FilasDeContratos { get; init; }
}

/// <summary>A row of a flat table.</summary>
/// <param name="Numero">1-based, the header counted.</param>
/// <param name="Hoja">Its sheet of the workbook; null in CSV.</param>
public readonly record struct FilaDeTabla(int Numero, string? Hoja);

/// <summary>A problem with its place.</summary>
/// <param name="Archivo">Name of the file.</param>
/// <param name="Linea">1-based line, or row of a flat table.</param>
/// <param name="Campo">
/// Path in the JSON, <c>contratos[0].contratante.nombre</c>, or column of a flat table, <c>contratante_nombre</c>;
/// <c>línea</c> or <c>renglón</c> when it is meant as a whole.
/// </param>
/// <param name="Motivo">What is wrong and what would be right, in Spanish. Never repeats an RFC.</param>
public sealed record Rechazo(string Archivo, int Linea, string Campo, string Motivo)
{
    /// <summary>Sheet of the workbook; null in text.</summary>
    public string? Hoja { get; init; }

    /// <summary>What was written there, its beginning; null when it is missing, is no one value, or is an RFC.</summary>
    public string? Valor { get; init; }

    /// <summary><c>archivo:línea: campo: motivo</c>, as standard error shows it.</summary>
    public override string ToString() => $"{Archivo}:{Linea}: {Campo}: {Motivo}";
}
