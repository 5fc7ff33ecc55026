namespace Icsoe.Domain.Modelo;

/// <summary>Tipo de persona. The values are stored: never renumber.</summary>
public enum TipoPersona
{
    /// <summary>Persona física; in JSON <c>fisica</c>.</summary>
    Fisica = 1,

    /// <summary>Persona moral; in JSON <c>moral</c>.</summary>
    Moral = 2,
}
