using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Benchmarks.Generador;

/// <summary>What the inconsistent list holds: one way of being wrong for each contratista in it.</summary>
internal static class Fallas
{
    /// <summary>The filings of the base version of an inconsistent turn.</summary>
    public static Situacion Aplicar(Presentaciones presentaciones, Turno turno, Falla falla)
    {
        var contratos = presentaciones.DeTurnos.De(turno);
        return falla switch
        {
            Falla.NormalYCorreccion => Multiple(Normal(0), presentaciones.Nueva(turno, TipoInformativa.Correccion, 1, contratos, 1)),
            Falla.DosNormales => Multiple(
                Normal(0),
                presentaciones.Nueva(turno, TipoInformativa.Normal, 1, [presentaciones.DeTurnos.Agregado(turno, 1)], 1)
            ),
            Falla.NulaYNormal => Multiple(Nula(0), Normal(1)),
            Falla.DosNulas => Multiple(Nula(0), Nula(1)),
            _ => Una(Estropear(Normal(0), falla), Codigo(falla)),
        };

        Informativa Normal(int numero) => presentaciones.Nueva(turno, TipoInformativa.Normal, numero, contratos, 1);

        Informativa Nula(int numero) => presentaciones.Nueva(turno, TipoInformativa.SinInformacion, numero, [], 1);
    }

    private static Situacion Multiple(params IReadOnlyList<Informativa> informativas) =>
        new(informativas, informativas, Inconsistencia.InformativaMultiple);

    private static Situacion Una(Informativa informativa, Inconsistencia inconsistencia) =>
        new([informativa], [informativa], inconsistencia);

    private static Informativa Estropear(Informativa informativa, Falla falla) =>
        falla switch
        {
            Falla.SinContratos => informativa with { Contratos = [], ContratosDeclarados = null },
            Falla.Conteo => informativa with { ContratosDeclarados = informativa.Contratos.Count + 1 },
            _ => informativa with
            {
                Contratos = [Estropear(informativa.Contratos[0], informativa, falla), .. informativa.Contratos.Skip(1)],
            },
        };

    private static Contrato Estropear(Contrato contrato, Informativa informativa, Falla falla) =>
        falla switch
        {
            Falla.ServicioNulo => contrato with { Servicio = null },
            Falla.MismoContratante => contrato with { Contratante = informativa.Contratista },
            Falla.InicioAusente => contrato with { FechaInicio = null },
            Falla.InicioIlegible => contrato with { FechaInicio = null, FechaInicioIlegible = $"31/02/{informativa.Periodo.Ejercicio}" },
            Falla.InicioPosterior => contrato with { FechaFin = contrato.FechaInicio?.AddDays(-10) },
            _ => contrato with { PersonasTrabajadoras = 0 },
        };

    private static Inconsistencia Codigo(Falla falla) =>
        falla switch
        {
            Falla.ServicioNulo => Inconsistencia.ServicioNulo,
            Falla.MismoContratante => Inconsistencia.MismoContratante,
            Falla.SinContratos => Inconsistencia.SinContratos,
            Falla.Conteo => Inconsistencia.ConteoContratos,
            Falla.SinTrabajadores => Inconsistencia.SinTrabajadores,
            _ => Inconsistencia.FechaInicio,
        };
}
