using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>How many. A count that stopped at its limit says so.</summary>
public readonly record struct Conteo(long Valor, bool Exacto);

/// <summary>How many rows a query finds.</summary>
/// <param name="Facetas">Null when they were not asked for.</param>
public sealed record Recuento(Conteo Total, Facetas? Facetas);

/// <summary>
/// How many rows of each kind a query finds, only kinds that some row has, in the order of their values. Counted over the rows that
/// <see cref="Recuento.Total"/> counted: unless it is exact, neither are these.
/// </summary>
public sealed record Facetas(
    IReadOnlyList<(Lista Valor, long Filas)> Lista,
    IReadOnlyList<(Periodo Valor, long Filas)> Periodo,
    IReadOnlyList<(TipoPersona Valor, long Filas)> TipoPersonaContratista,
    IReadOnlyList<(TipoPersona Valor, long Filas)> TipoPersonaContratante,
    IReadOnlyList<(TipoInformativa Valor, long Filas)> TipoInformativa,
    IReadOnlyList<(Codigo Valor, long Filas)> Inconsistencia
);

/// <summary>A query that would take more work than one request may cost.</summary>
/// <param name="acotar">Parameters that would narrow it, the most useful first.</param>
public sealed class ConsultaDemasiadoAmpliaException(IReadOnlyList<string> acotar) : Exception("The query takes too much work.")
{
    public IReadOnlyList<string> Acotar { get; } = acotar;
}
