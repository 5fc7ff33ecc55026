using FluentValidation;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Reglas;

/// <summary>How a rule says which inconsistency it finds.</summary>
public static class ConInconsistenciaExtensions
{
    /// <summary>
    /// Sets code, message and state (a <see cref="Hallazgo"/>) of the chain's last check from the catalogue: one check per rule.
    /// </summary>
    /// <param name="regla">The check.</param>
    /// <param name="inconsistencia">What it finds.</param>
    /// <param name="detallar">Adds to the finding what only this rule knows; null when code and contract say it all.</param>
    public static IRuleBuilderOptions<T, TProperty> ConInconsistencia<T, TProperty>(
        this IRuleBuilderOptions<T, TProperty> regla,
        Inconsistencia inconsistencia,
        Func<T, TProperty, Hallazgo, Hallazgo>? detallar = null
    ) =>
        regla
            .WithErrorCode(inconsistencia.Codigo.Valor())
            .WithMessage(inconsistencia.Etiqueta)
            .WithState(
                (sujeto, valor) =>
                {
                    var hallazgo = inconsistencia.Hallar((valor as Contrato)?.Folio);
                    return detallar is null ? hallazgo : detallar(sujeto, valor, hallazgo);
                }
            );

    /// <summary>Whether the contracts of a filing of that tipo are judged: a Sin información is exempt, a Sin efectos holds none. An unknown tipo is judged.</summary>
    internal static bool SeJuzganSusContratos(this Informativa informativa) =>
        informativa.Tipo is not (TipoInformativa.SinInformacion or TipoInformativa.SinEfectos);
}
