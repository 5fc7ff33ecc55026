namespace Icsoe.Api.Documentacion;

/// <summary>
/// What a field of an answer means: the one place it is said. <c>/v1/diccionario</c> and the OpenAPI document read it from here.
/// </summary>
/// <param name="descripcion">Meaning, in Spanish, in the guide's words where it has them.</param>
/// <param name="ejemplo">A value as JSON writes it (a text without quotes); null for objects and lists, whose own fields carry examples.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CampoAttribute(string descripcion, string? ejemplo = null) : Attribute
{
    public string Descripcion { get; } = descripcion;

    public string? Ejemplo { get; } = ejemplo;

    /// <summary>When the field is null; null if it never is.</summary>
    public string? Nulo { get; init; }

    /// <summary>Which of <see cref="Enumeraciones"/> its values come from; null when it is no enumeration.</summary>
    public string? Valores { get; init; }

    /// <summary>Whether it is an enumeration kept elsewhere that may grow, so that clients must accept values they do not know.</summary>
    public bool Crece { get; init; }

    /// <summary>What an object is one of; empty when its own type says it.</summary>
    public Type[] Alguno { get; init; } = [];
}
