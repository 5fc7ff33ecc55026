using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Validacion;

/// <summary>Why a finding was found, in Spanish.</summary>
public static class Motivos
{
    /// <summary>What is particular to it: sentences, with no related folios; null when its code says it all.</summary>
    public static string? Propio(Hallazgo hallazgo)
    {
        var motivo = hallazgo.Motivo switch
        {
            MotivoFechaInicio.Ausente => "Falta la fecha de inicio.",
            MotivoFechaInicio.Ilegible => "No es una fecha que se pueda leer.",
            MotivoFechaInicio.PosteriorAlFin => "Es posterior a la fecha fin.",
            MotivoFechaInicio.FueraDelPeriodo => "No cae en el cuatrimestre que se informa.",
            _ => hallazgo is { Declarados: { } declarados, Presentados: { } presentados }
                ? $"Declaró {declarados} y presentó {presentados}."
                : null,
        };
        return hallazgo.ConfianzaBaja ? Unir(motivo, "Sólo se comparó el nombre, y puede haber homónimos.") : motivo;
    }

    /// <summary>The same, with the condition of its code where that does not say it all. Never null.</summary>
    /// <param name="hallazgo">Of one of the seven codes.</param>
    public static string Completo(Hallazgo hallazgo) =>
        hallazgo.Codigo is Codigo.FechaInicio or Codigo.ConteoContratos
            ? Propio(hallazgo)!
            : Unir(Inconsistencia.De(hallazgo.Codigo).Condicion, Propio(hallazgo));

    private static string Unir(string? antes, string? despues) =>
        antes is null ? despues ?? ""
        : despues is null ? antes
        : $"{antes} {despues}";
}
