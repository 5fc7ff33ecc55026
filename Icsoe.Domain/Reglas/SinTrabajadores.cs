using FluentValidation;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Reglas;

/// <summary>SIN_TRABAJADORES. «Contratos sin personas trabajadoras.»</summary>
public sealed class SinTrabajadores : AbstractValidator<Informativa>
{
    public SinTrabajadores() =>
        RuleForEach(informativa => informativa.Contratos)
            .Must(contrato => contrato.PersonasTrabajadoras > 0)
            .ConInconsistencia(Inconsistencia.SinTrabajadores)
            .When(informativa => informativa.SeJuzganSusContratos());
}
