using FluentValidation;
using FluentValidation.Results;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Reglas;

/// <summary>Every rule over one informativa, in catalogue order. Built once, used by many threads.</summary>
public sealed class InformativaValidator : AbstractValidator<Informativa>
{
    private readonly Regla[] reglas;

    public InformativaValidator(PoliticaFechaInicio politica = PoliticaFechaInicio.Observar)
    {
        reglas =
        [
            new ServicioNulo(),
            new MismoContratante(),
            new FechaInicio(politica),
            new SinContratos(),
            new ConteoContratos(),
            new SinTrabajadores(),
        ];
        foreach (var regla in reglas)
            Include(regla);
    }

    /// <summary>As each <see cref="Regla"/> does: nothing is run when nothing can be found.</summary>
    protected override bool PreValidate(ValidationContext<Informativa> context, ValidationResult result) =>
        !Array.TrueForAll(reglas, regla => regla.SeCumple(context.InstanceToValidate));
}
