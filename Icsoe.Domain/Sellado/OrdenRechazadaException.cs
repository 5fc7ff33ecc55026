namespace Icsoe.Domain.Sellado;

/// <summary>An order that cannot be carried out; nothing changed. The message, in Spanish, says what was wrong and what would be right.</summary>
public sealed class OrdenRechazadaException(string message) : Exception(message);
