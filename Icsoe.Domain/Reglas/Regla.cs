using FluentValidation;
using FluentValidation.Results;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Reglas;

/// <summary>
/// A rule over one informativa. It looks at its own checks before it lets FluentValidation run them: nearly every filing fulfils them all,
/// and the check alone takes a hundredth of what a validation that finds nothing does.
/// </summary>
public abstract class Regla : AbstractValidator<Informativa>
{
    private readonly List<Func<Informativa, bool>> comprobaciones = [];

    /// <summary>Whether every check is fulfilled: then a validation would find nothing.</summary>
    internal bool SeCumple(Informativa informativa)
    {
        foreach (var comprobacion in comprobaciones)
        {
            if (!comprobacion(informativa))
                return false;
        }
        return true;
    }

    /// <summary>A check of each contract of the filings that it binds.</summary>
    protected IRuleBuilderOptions<Informativa, Contrato> CadaContrato(
        Func<Informativa, bool> obliga,
        Func<Informativa, Contrato, bool> cumple
    )
    {
        comprobaciones.Add(informativa => !obliga(informativa) || TodosCumplen(informativa));
        return RuleForEach(informativa => informativa.Contratos).Must(cumple).When(informativa => obliga(informativa));

        bool TodosCumplen(Informativa informativa)
        {
            for (var i = 0; i < informativa.Contratos.Count; i++)
            {
                if (!cumple(informativa, informativa.Contratos[i]))
                    return false;
            }
            return true;
        }
    }

    /// <summary>A check of the contracts together of the filings that it binds.</summary>
    protected IRuleBuilderOptions<Informativa, IReadOnlyList<Contrato>> SusContratos(
        Func<Informativa, bool> obliga,
        Func<Informativa, IReadOnlyList<Contrato>, bool> cumplen
    )
    {
        comprobaciones.Add(informativa => !obliga(informativa) || cumplen(informativa, informativa.Contratos));
        return RuleFor(informativa => informativa.Contratos).Must(cumplen).When(informativa => obliga(informativa));
    }

    /// <summary>False, and then nothing is run, when nothing can be found.</summary>
    protected override bool PreValidate(ValidationContext<Informativa> context, ValidationResult result) =>
        !SeCumple(context.InstanceToValidate);
}
