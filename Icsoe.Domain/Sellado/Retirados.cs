using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>What was taken out of the store: no later import or sealing brings it back.</summary>
internal sealed class Retirados
{
    private readonly HashSet<string> folios;
    private readonly HashSet<string> archivos;

    public Retirados(EscritorPublico escritor)
    {
        var retiros = escritor.Retiros();
        folios = retiros.Select(retiro => retiro.Folio).OfType<string>().ToHashSet(StringComparer.Ordinal);
        archivos = retiros.Select(retiro => retiro.Sha256).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether a file of that digest, 64 lower-case hex digits, was taken out.</summary>
    public bool Tiene(string sha256) => archivos.Contains(sha256);

    /// <summary>A line as it may be published; null when it is of a folio that was taken out.</summary>
    public RenglonPublico? Sin(RenglonPublico renglon)
    {
        if (folios.Count == 0)
            return renglon;
        if (folios.Contains(renglon.FolioInformativa ?? "") || folios.Contains(renglon.Contrato?.Folio ?? ""))
            return null;
        return renglon with
        {
            Inconsistencias = Olvido.EnInconsistencias(renglon.Inconsistencias, folios.Contains),
            Observaciones = Olvido.EnObservaciones(renglon.Observaciones, folios.Contains),
        };
    }
}
