namespace Icsoe.Domain.Publicaciones;

/// <summary>A day off, other than a Saturday or a Sunday.</summary>
/// <param name="Nombre">What it is, as people say it.</param>
/// <param name="Fuente">Law or notice that says so; null when whoever configured it did not say.</param>
/// <param name="DelImss">Whether only IMSS rests, and not the whole federal calendar.</param>
public sealed record DiaInhabil(DateOnly Dia, string Nombre, string? Fuente, bool DelImss);
