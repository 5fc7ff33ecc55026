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
    private string? clave;

    /// <summary>One whose clave is known already; null when it is not.</summary>
    internal Parte(string? nombre, TipoPersona? tipoPersona, string? rfc, string? clave)
        : this(nombre, tipoPersona, rfc) => this.clave = clave;

    /// <summary>A copy may be given another name: it works its clave out again.</summary>
    private Parte(Parte otra) => (Nombre, TipoPersona, Rfc) = (otra.Nombre, otra.TipoPersona, otra.Rfc);

    /// <summary>The key of its folded name (design, section 5), worked out when first asked for; null when name or tipo is.</summary>
    public string? Clave => clave ??= Nombre is null || TipoPersona is not { } tipo ? null : Plegado.Clave(Nombre, tipo);

    /// <summary>The clave if somebody has asked for it; null otherwise.</summary>
    internal string? ClaveSabida => clave;

    /// <summary>By what was reported, not by what was worked out of it.</summary>
    public bool Equals(Parte? other) => other is not null && Nombre == other.Nombre && TipoPersona == other.TipoPersona && Rfc == other.Rfc;

    public override int GetHashCode() => HashCode.Combine(Nombre, TipoPersona, Rfc);
}
