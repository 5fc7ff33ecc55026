using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Clasificacion;

/// <summary>
/// Overlays actualizaciones (Lineamientos, numeral 5.9): each holds only the contracts it changes, whole and by folio.
/// Folio, tipo and date stay the base's.
/// </summary>
internal static class Actualizaciones
{
    /// <summary>The filings alive, in order, each with the contracts that its actualizaciones left.</summary>
    public static IReadOnlyList<Informativa> Aplicar(Informativa[] presentadas, Cadena cadena)
    {
        var capas = new Dictionary<int, Capa>();
        for (var i = 0; i < presentadas.Length; i++)
        {
            if (presentadas[i].Tipo != TipoInformativa.Actualizacion || cadena.EstaAnulada(i) || cadena.BaseDe(i) is not { } lugar)
                continue;
            if (!capas.TryGetValue(lugar, out var capa))
                capas[lugar] = capa = new Capa(presentadas[lugar]);
            capa.Superponer(presentadas[i].Contratos);
        }
        return
        [
            .. Enumerable
                .Range(0, presentadas.Length)
                .Where(cadena.EstaViva)
                .Select(lugar => ConSuReferencia(lugar, capas.TryGetValue(lugar, out var capa) ? capa.Efectiva() : presentadas[lugar])),
        ];

        Informativa ConSuReferencia(int lugar, Informativa efectiva) =>
            efectiva.Referencia is null || cadena.CuentaSuReferencia(lugar) ? efectiva : efectiva with { Referencia = null };
    }

    /// <summary>A base being overlaid. Where a folio repeats, its first in the actualización is its first in the base, and so on.</summary>
    private sealed class Capa
    {
        private readonly Informativa informativa;
        private readonly List<Contrato> contratos;
        private readonly Dictionary<(string Folio, int Vez), int> lugares = [];

        public Capa(Informativa informativa)
        {
            this.informativa = informativa;
            contratos = [.. informativa.Contratos];
            var veces = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < contratos.Count; i++)
            {
                if (contratos[i].Folio is { } folio)
                    lugares[(folio, Contar(veces, folio))] = i;
            }
        }

        public void Superponer(IReadOnlyList<Contrato> cambios)
        {
            var veces = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var cambio in cambios)
            {
                if (cambio.Folio is not { } folio)
                    contratos.Add(cambio);
                else if (lugares.TryGetValue((folio, Contar(veces, folio)), out var lugar))
                    contratos[lugar] = cambio;
                else
                {
                    lugares[(folio, veces[folio])] = contratos.Count;
                    contratos.Add(cambio);
                }
            }
        }

        /// <summary>What an actualización adds was not in the filer's count: it must not look like a wrong one.</summary>
        public Informativa Efectiva() =>
            informativa with
            {
                Contratos = contratos,
                ContratosDeclarados = informativa.ContratosDeclarados + (contratos.Count - informativa.Contratos.Count),
            };

        private static int Contar(Dictionary<string, int> veces, string folio) =>
            veces[folio] = veces.TryGetValue(folio, out var vez) ? vez + 1 : 1;
    }
}
