using FluentValidation;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Reglas;

/// <summary>
/// SIN_CONTRATOS. «Informativas presentadas sin información de contratos.» Of the tipos that are listed, all but Sin información.
/// </summary>
public sealed class SinContratos : AbstractValidator<Informativa>
{
    public SinContratos() =>
        RuleFor(informativa => informativa.Contratos)
            .Must(contratos => contratos.Count > 0)
            .ConInconsistencia(Inconsistencia.SinContratos)
            .When(informativa => informativa.Tipo is TipoInformativa.Normal or TipoInformativa.Correccion);
}
