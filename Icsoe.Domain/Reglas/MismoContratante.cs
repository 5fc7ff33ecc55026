using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Reglas;

/// <summary>
/// MISMO_CONTRATANTE. «Contratista y contratante son el mismo.» By RFC; where one is missing or generic (it names nobody),
/// by clave, and then with low confidence: a name is never an identity.
/// </summary>
public sealed class MismoContratante : Regla
{
    public MismoContratante() =>
        CadaContrato(
                obliga: informativa => informativa.SeJuzganSusContratos(),
                cumple: (informativa, contrato) => !EsElMismo(informativa.Contratista, contrato.Contratante)
            )
            .ConInconsistencia(
                Inconsistencia.MismoContratante,
                (informativa, contrato, hallazgo) =>
                    hallazgo with
                    {
                        ConfianzaBaja = !TienenRfc(informativa.Contratista, contrato.Contratante),
                    }
            );

    private static bool EsElMismo(Parte contratista, Parte contratante) =>
        TienenRfc(contratista, contratante)
            ? string.Equals(contratista.Rfc, contratante.Rfc, StringComparison.OrdinalIgnoreCase)
            : TienenElMismoNombre(contratista, contratante);

    private static bool TienenRfc(Parte contratista, Parte contratante) =>
        contratista.Rfc is { } uno && contratante.Rfc is { } otro && !Rfc.EsGenerico(uno) && !Rfc.EsGenerico(otro);

    /// <summary>
    /// The clave holds the tipo de persona, so unlike tipos need no fold; nor do names that begin with another letter,
    /// which are nearly all: a list without RFC has hundreds of thousands of pairs.
    /// </summary>
    private static bool TienenElMismoNombre(Parte contratista, Parte contratante) =>
        contratista is { Nombre: { } uno, TipoPersona: { } tipo }
        && contratante is { Nombre: { } otro }
        && contratante.TipoPersona == tipo
        && (Inicial(uno), Inicial(otro)) is var (a, b)
        && (a is null || b is null || a == b)
        && contratista.Clave == contratante.Clave;

    /// <summary>The first character of the folded name; null where only the fold can tell.</summary>
    private static char? Inicial(string nombre)
    {
        foreach (var c in nombre)
        {
            if (!char.IsAscii(c) || c == '&')
                return null;
            if (char.IsAsciiLetterOrDigit(c))
                return char.ToUpperInvariant(c);
        }
        return null;
    }
}
