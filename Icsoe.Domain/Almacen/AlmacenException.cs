namespace Icsoe.Domain.Almacen;

/// <summary>A store that cannot be used as it is: written by a newer version, not ours, or damaged. The message, in Spanish, says what to do.</summary>
public sealed class AlmacenException(string message, Exception? innerException = null) : Exception(message, innerException);
