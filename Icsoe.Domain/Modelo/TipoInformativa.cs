namespace Icsoe.Domain.Modelo;

/// <summary>Tipo de informativa (Lineamientos, numeral 5.6). The values are stored: never renumber.</summary>
public enum TipoInformativa
{
    /// <summary>First filing of the period, with contracts; in JSON <c>normal</c>.</summary>
    Normal = 1,

    /// <summary>No contracts in the period; in JSON <c>sin_informacion</c>.</summary>
    SinInformacion = 2,

    /// <summary>Complementaria that replaces the filing it refers to; in JSON <c>correccion</c>.</summary>
    Correccion = 3,

    /// <summary>Complementaria that annuls the filing it refers to; never listed; in JSON <c>sin_efectos</c>.</summary>
    SinEfectos = 4,

    /// <summary>Complementaria with later changes to contracts; overlays, never listed; in JSON <c>actualizacion</c>.</summary>
    Actualizacion = 5,
}
