using System.Text.Json;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>The quality report as stored.</summary>
internal static class CodecDeCalidad
{
    public static string Escribir(Calidad calidad) =>
        JsonSerializer.Serialize(
            new Guardada(
                calidad.Forzada,
                [
                    .. calidad.Medidas.Select(m => new MedidaGuardada(
                        (int)m.Comprobacion,
                        m.Periodo?.Clave,
                        (int?)m.Lista,
                        m.Valor,
                        m.Ejemplos
                    )),
                ]
            )
        );

    public static Calidad Leer(string calidad)
    {
        var guardada = JsonSerializer.Deserialize<Guardada>(calidad)!;
        return new Calidad(
            guardada.Forzada,
            [
                .. guardada.Medidas.Select(m => new Medida(
                    (Comprobacion)m.Comprobacion,
                    m.Periodo is { } periodo ? Periodo.DeClave(periodo) : null,
                    (Lista?)m.Lista,
                    m.Valor,
                    m.Ejemplos
                )),
            ]
        );
    }

    private sealed record Guardada(string? Forzada, IReadOnlyList<MedidaGuardada> Medidas);

    private sealed record MedidaGuardada(int Comprobacion, int? Periodo, int? Lista, long Valor, IReadOnlyList<string> Ejemplos);
}
