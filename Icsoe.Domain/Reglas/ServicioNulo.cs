using System.Globalization;
using System.Text;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Reglas;

/// <summary>
/// SERVICIO_NULO. «Informativas de los tipos Normal y Corrección, sin descripción del servicio u obra especializados contratados.»
/// </summary>
public sealed class ServicioNulo : Regla
{
    public ServicioNulo() =>
        CadaContrato(
                obliga: informativa => informativa.Tipo is TipoInformativa.Normal or TipoInformativa.Correccion,
                cumple: (_, contrato) => SeLee(contrato.Servicio)
            )
            .ConInconsistencia(Inconsistencia.ServicioNulo);

    /// <summary>A text of spaces, controls or invisible marks describes nothing, whatever its length.</summary>
    private static bool SeLee(string? servicio)
    {
        foreach (var runa in servicio.AsSpan().EnumerateRunes())
        {
            if (!Rune.IsWhiteSpace(runa) && Rune.GetUnicodeCategory(runa) is not (UnicodeCategory.Control or UnicodeCategory.Format))
                return true;
        }
        return false;
    }
}
