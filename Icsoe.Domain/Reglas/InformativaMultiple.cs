using FluentValidation;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Reglas;

/// <summary>
/// INFORMATIVA_MULTIPLE. «Informativas múltiples (más de una informativa por periodo).» One finding on each filing alive;
/// with low confidence where only a name joins them.
/// </summary>
public sealed class InformativaMultiple : AbstractValidator<Expediente>
{
    public InformativaMultiple() =>
        RuleForEach(expediente => expediente.Vivas)
            .Must((expediente, _) => expediente.Caso is null)
            .ConInconsistencia(
                Inconsistencia.InformativaMultiple,
                (expediente, viva, hallazgo) =>
                    hallazgo with
                    {
                        Caso = expediente.Caso,
                        Relacionadas = expediente.Relacionadas(viva),
                        ConfianzaBaja = viva.Contratista.Rfc is not { } rfc || Rfc.EsGenerico(rfc),
                    }
            );
}
