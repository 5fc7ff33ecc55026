using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Reglas;

/// <summary>
/// CONTEO_CONTRATOS. «Número de contratos presentados diferente al número de contratos en la informativa.»
/// It concerns the filing, not a contract, so it also binds a Sin información that declared some.
/// </summary>
public sealed class ConteoContratos : Regla
{
    public ConteoContratos() =>
        SusContratos(
                obliga: informativa => informativa.Tipo is not (TipoInformativa.SinEfectos or TipoInformativa.Actualizacion),
                cumplen: (informativa, contratos) => informativa.ContratosDeclarados is not { } declarados || declarados == contratos.Count
            )
            .ConInconsistencia(
                Inconsistencia.ConteoContratos,
                (informativa, contratos, hallazgo) =>
                    hallazgo with
                    {
                        Declarados = informativa.ContratosDeclarados,
                        Presentados = contratos.Count,
                    }
            );
}
