using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Reglas;

/// <summary>
/// SIN_CONTRATOS. «Informativas presentadas sin información de contratos.» Of the tipos that are listed, all but Sin información.
/// </summary>
public sealed class SinContratos : Regla
{
    public SinContratos() =>
        SusContratos(
                obliga: informativa => informativa.Tipo is TipoInformativa.Normal or TipoInformativa.Correccion,
                cumplen: (_, contratos) => contratos.Count > 0
            )
            .ConInconsistencia(Inconsistencia.SinContratos);
}
