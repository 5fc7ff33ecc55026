namespace Icsoe.Domain.Publicaciones;

/// <summary>
/// What was taken out of every publication, by court order or because a personal datum slipped through: the one case in which what was sealed
/// stops being readable. It stays told: what was asked for answers that it was taken out, when and why.
/// </summary>
/// <param name="Secuencia">The publication that was sealed to take it out.</param>
/// <param name="Folio">Of contract or of informativa; null when a file was taken out.</param>
/// <param name="Sha256">Of the file, 64 lower-case hex digits; null when a folio was taken out.</param>
/// <param name="Folios">Folios of contracts and informativas that are in no publication since then: of a folio, itself among them.</param>
/// <param name="Motivo">Why, as the operator wrote it, what is personal masked.</param>
public sealed record Retiro(int Secuencia, string? Folio, string? Sha256, IReadOnlyList<string> Folios, string Motivo);
