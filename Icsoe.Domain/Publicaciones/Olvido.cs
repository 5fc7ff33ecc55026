using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Publicaciones;

/// <summary>Findings without the folios that were taken out: those of an informativa stand on all its rows, and some name a contract that is gone.</summary>
internal static class Olvido
{
    /// <summary>The inconsistencias all stay, since they are why the informativa is where it is; what they named they name no more.</summary>
    /// <returns>The same list when none named any.</returns>
    public static IReadOnlyList<Hallazgo> EnInconsistencias(IReadOnlyList<Hallazgo> inconsistencias, Predicate<string> olvidado) =>
        inconsistencias.Any(hallazgo => Nombra(hallazgo, olvidado))
            ? [.. inconsistencias.Select(hallazgo => Sin(hallazgo, olvidado))]
            : inconsistencias;

    /// <summary>An observación about a contract that is gone goes with it.</summary>
    /// <returns>The same list when none named any.</returns>
    public static IReadOnlyList<Hallazgo> EnObservaciones(IReadOnlyList<Hallazgo> observaciones, Predicate<string> olvidado) =>
        observaciones.Any(hallazgo => Nombra(hallazgo, olvidado))
            ?
            [
                .. observaciones
                    .Where(hallazgo => hallazgo.Contrato is not { } suyo || !olvidado(suyo))
                    .Select(hallazgo => Sin(hallazgo, olvidado)),
            ]
            : observaciones;

    private static bool Nombra(Hallazgo hallazgo, Predicate<string> olvidado) =>
        (hallazgo.Contrato is { } contrato && olvidado(contrato)) || hallazgo.Relacionadas.Any(folio => olvidado(folio));

    private static Hallazgo Sin(Hallazgo hallazgo, Predicate<string> olvidado) =>
        hallazgo with
        {
            Contrato = hallazgo.Contrato is { } contrato && olvidado(contrato) ? null : hallazgo.Contrato,
            Relacionadas = [.. hallazgo.Relacionadas.Where(folio => !olvidado(folio))],
        };
}
