namespace Icsoe.Domain.Modelo;

/// <summary>The two lists IMSS publishes for each cuatrimestre. The values are stored: never renumber.</summary>
public enum Lista
{
    /// <summary>«Listado Público»; in JSON and paths <c>publico</c>.</summary>
    Publico = 0,

    /// <summary>«Listado con Información Inconsistente»; in JSON and paths <c>inconsistente</c>.</summary>
    Inconsistente = 1,
}
