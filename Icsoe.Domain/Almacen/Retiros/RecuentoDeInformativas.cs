namespace Icsoe.Domain.Almacen.Retiros;

/// <summary>How many contracts an informativa lists over a span of publications.</summary>
/// <param name="Clave">Of its row; what says the same under two keys is told apart by it.</param>
internal readonly record struct InformativaContada(long Clave, Vigencia Vigencia, int Contratos);

/// <summary>
/// What informativas list once some of their contracts are gone. One row of them may stand over publications in which another contract took
/// the place of a gone one, so that its count now differs from one publication to another: then it becomes several.
/// </summary>
internal static class RecuentoDeInformativas
{
    /// <summary>
    /// The informativas as they must be, by key and then in time: several of a key where its count changes on the way, none where none of its
    /// contracts is left.
    /// </summary>
    /// <param name="informativas">All that share folio and header, in the order of their keys.</param>
    /// <param name="idos">When the contracts that go stood, each under some informativa of those.</param>
    public static List<InformativaContada> Recontar(IReadOnlyList<InformativaContada> informativas, IReadOnlyList<Vigencia> idos)
    {
        var momentos = informativas
            .Select(informativa => informativa.Vigencia)
            .Concat(idos)
            .SelectMany(vigencia => new[] { vigencia.Desde, vigencia.Hasta })
            .Distinct()
            .Order()
            .ToList();
        var contadas = new List<InformativaContada>();
        foreach (var (desde, hasta) in momentos.Zip(momentos.Skip(1)))
        {
            var faltan = idos.Count(ido => ido.Incluye(desde));
            foreach (var informativa in informativas.Where(una => una.Vigencia.Incluye(desde)))
            {
                // Where several share everything, nothing says whose contract it was: the first that has some loses it.
                var suyos = Math.Min(faltan, informativa.Contratos);
                faltan -= suyos;
                if (suyos == 0 || suyos < informativa.Contratos)
                    contadas.Add(new(informativa.Clave, new(desde, hasta), informativa.Contratos - suyos));
            }
        }
        return Juntar(contadas.OrderBy(una => una.Clave).ThenBy(una => una.Vigencia.Desde));
    }

    private static List<InformativaContada> Juntar(IEnumerable<InformativaContada> contadas)
    {
        var juntas = new List<InformativaContada>();
        foreach (var una in contadas)
        {
            if (
                juntas is [.., var previa]
                && previa.Clave == una.Clave
                && previa.Contratos == una.Contratos
                && previa.Vigencia.Hasta == una.Vigencia.Desde
            )
                juntas[^1] = previa with { Vigencia = previa.Vigencia with { Hasta = una.Vigencia.Hasta } };
            else
                juntas.Add(una);
        }
        return juntas;
    }
}
