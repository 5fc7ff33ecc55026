using Icsoe.Domain.Almacen.Cambios;

namespace Icsoe.Domain.Almacen.Publico;

// What changed between publications.
public sealed partial class AlmacenPublico
{
    /// <summary>How many rows are looked up one by one; only tests choose.</summary>
    internal int PocosCambios { get; set; } = 4_000;

    /// <summary>What changed from one publication to another: contracts by their folio, the rest by identity.</summary>
    public PaginaDeCambios Cambios(ConsultaDeCambios consulta, CancellationToken ct = default) =>
        consulta.Secuencia == consulta.Contra
            ? new([], null)
            : ConIndices(
                new PaginaDeCambios([], null),
                (indices, partes, filas) =>
                    new LectorDeCambios(indices, partes, filas, Trabajo(ct, "periodo", "entidad")).Pagina(consulta, PocosCambios)
            );

    /// <summary>Everything that happened, up to a publication, to the contracts or informativas of a folio; empty when there never was one.</summary>
    /// <param name="entidad"><see cref="Entidad.Contrato"/> or <see cref="Entidad.Informativa"/>.</param>
    public IReadOnlyList<HechoEnHistoria> HistoriaDeFolio(Entidad entidad, string folio, int secuencia, CancellationToken ct = default) =>
        // Nobody has an empty folio, and its number is that of those that have none.
        folio.Length == 0
            ? []
            : ConIndices<IReadOnlyList<HechoEnHistoria>>(
                [],
                (indices, partes, filas) => new LectorDeCambios(indices, partes, filas, Trabajo(ct)).Historia(entidad, folio, secuencia)
            );
}
