using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Lectura;

/// <summary>One line of NDJSON, read: either an informativa, or the reasons why it was rejected.</summary>
/// <param name="Linea">1-based line of the file, blank ones counted.</param>
/// <param name="Informativa">Null when and only when there are <paramref name="Rechazos"/>.</param>
/// <param name="Rechazos">Every problem of the line; empty when it was accepted.</param>
/// <param name="Advertencias">What was noticed without rejecting anything; empty, never null.</param>
public sealed record LineaLeida(int Linea, Informativa? Informativa, IReadOnlyList<Rechazo> Rechazos, IReadOnlyList<Rechazo> Advertencias);

/// <summary>A problem with its place.</summary>
/// <param name="Archivo">Name of the file.</param>
/// <param name="Linea">1-based line.</param>
/// <param name="Campo">Path in the JSON, <c>contratos[0].contratante.nombre</c>; <c>línea</c> when the line as a whole is meant.</param>
/// <param name="Motivo">What is wrong and what would be right, in Spanish. Never repeats an RFC.</param>
public sealed record Rechazo(string Archivo, int Linea, string Campo, string Motivo)
{
    /// <summary><c>archivo:línea: campo: motivo</c>, as standard error shows it.</summary>
    public override string ToString() => $"{Archivo}:{Linea}: {Campo}: {Motivo}";
}
