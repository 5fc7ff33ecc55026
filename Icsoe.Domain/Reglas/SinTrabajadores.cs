namespace Icsoe.Domain.Reglas;

/// <summary>SIN_TRABAJADORES. «Contratos sin personas trabajadoras.»</summary>
public sealed class SinTrabajadores : Regla
{
    public SinTrabajadores() =>
        CadaContrato(obliga: informativa => informativa.SeJuzganSusContratos(), cumple: (_, contrato) => contrato.PersonasTrabajadoras > 0)
            .ConInconsistencia(Inconsistencia.SinTrabajadores);
}
