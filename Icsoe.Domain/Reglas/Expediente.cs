using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Reglas;

/// <summary>The filings of one contratista in one periodo that are alive: neither annulled nor replaced (design, section 5).</summary>
public sealed class Expediente
{
    /// <summary>Related folios that a finding names; more would help nobody, and thousands alive would cost their square.</summary>
    public const int MaximoDeRelacionadas = 100;

    private readonly string[] folios;

    /// <param name="vivas">In order of filing; may be empty.</param>
    public Expediente(IReadOnlyList<Informativa> vivas)
    {
        Vivas = vivas;
        folios = [.. vivas.Select(viva => viva.Folio).OfType<string>().Order(StringComparer.Ordinal)];
        Caso =
            vivas.Count < 2 ? null
            : vivas.Count == 2 ? CasoDe(vivas[0].Tipo, vivas[1].Tipo)
            : CasoMultiple.Otro;
    }

    /// <summary>In order of filing.</summary>
    public IReadOnlyList<Informativa> Vivas { get; }

    /// <summary>Which case of informativa múltiple it is; null with fewer than two alive.</summary>
    public CasoMultiple? Caso { get; }

    /// <summary>Folios of the others alive, ordinal order: the first <see cref="MaximoDeRelacionadas"/>.</summary>
    public IReadOnlyList<string> Relacionadas(Informativa viva)
    {
        var propio = viva.Folio is null ? -1 : Array.BinarySearch(folios, viva.Folio, StringComparer.Ordinal);
        return [.. folios.Where((_, lugar) => lugar != propio).Take(MaximoDeRelacionadas)];
    }

    /// <summary>The guide's four; which was filed first does not matter for what to do.</summary>
    private static CasoMultiple CasoDe(TipoInformativa? uno, TipoInformativa? otro) =>
        (uno, otro) switch
        {
            (TipoInformativa.Normal, TipoInformativa.Correccion) or (TipoInformativa.Correccion, TipoInformativa.Normal) =>
                CasoMultiple.NormalYCorreccion,
            (TipoInformativa.Normal, TipoInformativa.Normal) => CasoMultiple.DosNormales,
            (TipoInformativa.SinInformacion, TipoInformativa.Normal) or (TipoInformativa.Normal, TipoInformativa.SinInformacion) =>
                CasoMultiple.SinInformacionYNormal,
            (TipoInformativa.SinInformacion, TipoInformativa.SinInformacion) => CasoMultiple.DosSinInformacion,
            _ => CasoMultiple.Otro,
        };
}
