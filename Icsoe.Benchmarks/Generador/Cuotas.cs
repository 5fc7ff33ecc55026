using Icsoe.Domain.Modelo;

namespace Icsoe.Benchmarks.Generador;

/// <summary>How many of each there are in a periodo. At scale 1, 2026-1 is the study's to the row (domain, section 1.2).</summary>
/// <param name="SinInformacion">Nil returns in the public list.</param>
/// <param name="Normales">Effective normals in the public list.</param>
/// <param name="Correcciones">Effective correcciones in the public list.</param>
/// <param name="Contratos">Contracts in the public list.</param>
/// <param name="Personas">Workers of all those contracts.</param>
/// <param name="Tardias">Late ones among nil returns, normals and correcciones.</param>
internal sealed record Cuotas(
    int SinInformacion,
    int Normales,
    int Correcciones,
    int Contratos,
    int Personas,
    (int SinInformacion, int Normales, int Correcciones) Tardias
)
{
    private const double ParteInconsistente = 0.01;

    public int ConContratos => Normales + Correcciones;

    public int Publicas => SinInformacion + ConContratos;

    /// <summary>Rows of the public list.</summary>
    public int Renglones => SinInformacion + Contratos;

    /// <summary>Contratistas beyond the public ones, whose filings go to the inconsistent list: many times IMSS's, so that it is not empty.</summary>
    public int Inconsistentes => Math.Max(12, (int)(Publicas * ParteInconsistente));

    public static Cuotas De(Periodo periodo, double escala, ulong semilla)
    {
        var (nulas, normales, correcciones, tardias) = periodo.Clave switch
        {
            20261 => (93_055, 46_566, 3_149, (30_279, 16_149, 2_711)),
            20253 => (96_538, 46_719, 2_870, (28_500, 15_833, 2_607)),
            20252 => (97_900, 47_017, 3_300, (33_000, 17_022, 2_748)),
            20251 => (98_600, 46_312, 3_600, (45_000, 19_746, 3_272)),
            _ => Otro(periodo, semilla),
        };
        var conContratos = normales + correcciones;
        return new Cuotas(
            Escalar(nulas),
            Escalar(normales),
            Escalar(correcciones),
            (int)Math.Round(263_040.0 * conContratos / 49_715 * escala),
            (int)Math.Round(3_730_000.0 * conContratos / 49_715 * escala),
            (Escalar(tardias.Item1), Escalar(tardias.Item2), Escalar(tardias.Item3))
        );

        int Escalar(int cuantas) => Math.Max(1, (int)Math.Round(cuantas * escala));
    }

    /// <summary>Nobody counted the earlier ones: like the counted, within 3 %.</summary>
    private static (int, int, int, (int, int, int)) Otro(Periodo periodo, ulong semilla)
    {
        var azar = Azar.De(semilla, Tema.Tipo, periodo.Clave);
        var factor = 0.97 + (0.06 * azar.Fraccion());
        int Con(int cuantas) => (int)(cuantas * factor);
        return (Con(95_000), Con(46_600), Con(3_100), (Con(32_000), Con(16_800), Con(2_700)));
    }
}
