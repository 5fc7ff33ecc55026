using FluentValidation;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Reglas;

/// <summary>Every rule over one informativa, in catalogue order. Built once, used by many threads.</summary>
public sealed class InformativaValidator : AbstractValidator<Informativa>
{
    public InformativaValidator(PoliticaFechaInicio politica = PoliticaFechaInicio.Observar)
    {
        Include(new ServicioNulo());
        Include(new MismoContratante());
        Include(new FechaInicio(politica));
        Include(new SinContratos());
        Include(new ConteoContratos());
        Include(new SinTrabajadores());
    }
}
