using FluentValidation;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Reglas;

/// <summary>
/// FECHA_INICIO. «Sin fecha de inicio del servicio o fecha inconsistente.» Missing, unreadable or after the end always moves;
/// outside the cuatrimestre, as the policy says. One contract may have both findings, each with its motivo.
/// </summary>
public sealed class FechaInicio : Regla
{
    /// <summary>First ejercicio: contracts already running were reported too, so an earlier start is right.</summary>
    private const int EjercicioInicial = 2021;

    public FechaInicio(PoliticaFechaInicio politica)
    {
        CadaContrato(obliga: informativa => informativa.SeJuzganSusContratos(), cumple: (_, contrato) => Motivo(contrato) is null)
            .ConInconsistencia(Inconsistencia.FechaInicio, (_, contrato, hallazgo) => hallazgo with { Motivo = Motivo(contrato) });

        CadaContrato(
                obliga: informativa => informativa.SeJuzganSusContratos(),
                cumple: (informativa, contrato) => !EsFueraDelPeriodo(informativa.Periodo, contrato.FechaInicio)
            )
            .ConInconsistencia(Inconsistencia.FechaInicio, (_, _, hallazgo) => hallazgo with { Motivo = MotivoFechaInicio.FueraDelPeriodo })
            .WithSeverity(politica == PoliticaFechaInicio.Mover ? Severity.Error : Severity.Info);
    }

    private static MotivoFechaInicio? Motivo(Contrato contrato) =>
        contrato switch
        {
            { FechaInicio: null, FechaInicioIlegible: null } => MotivoFechaInicio.Ausente,
            { FechaInicio: null } => MotivoFechaInicio.Ilegible,
            { FechaInicio: var inicio, FechaFin: { } fin } when inicio > fin => MotivoFechaInicio.PosteriorAlFin,
            _ => null,
        };

    /// <summary>Whether a contract that starts that day is of another cuatrimestre.</summary>
    internal static bool EsFueraDelPeriodo(Periodo periodo, DateOnly? inicio) =>
        inicio > periodo.Fin || (inicio < periodo.Inicio && periodo.Ejercicio != EjercicioInicial);
}
