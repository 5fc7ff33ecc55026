namespace Icsoe.Domain.Modelo;

/// <summary>
/// A contratista or contratante as reported. A name is never an identity: homonyms exist.
/// Nulls only come from the mirror door, whose lists are taken as published.
/// </summary>
/// <param name="Nombre">Nombre, denominación o razón social, exactly as written; never empty when not null.</param>
/// <param name="TipoPersona">Física or moral.</param>
/// <param name="Rfc">Private: only at the institute door, never published. Null when not reported.</param>
public sealed record Parte(string? Nombre, TipoPersona? TipoPersona, string? Rfc = null)
{
    /// <summary>The key of its folded name (design, section 5), null when name or tipo is.</summary>
    public string? Clave => Nombre is null || TipoPersona is not { } tipo ? null : Plegado.Clave(Nombre, tipo);
}
