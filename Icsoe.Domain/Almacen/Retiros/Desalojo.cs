using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Microsoft.EntityFrameworkCore;

namespace Icsoe.Domain.Almacen.Retiros;

/// <summary>
/// Empties the rows of a folio in every publication. The rows stay, blank and standing nowhere: a key is never given to another, and places in
/// the index follow from keys.
/// </summary>
internal sealed class Desalojo(PublicoContext contexto, Diccionarios diccionarios)
{
    private readonly DbSet<RenglonFila> renglones = contexto.Set<RenglonFila>();
    private readonly DbSet<InformativaFila> informativas = contexto.Set<InformativaFila>();

    /// <summary>
    /// The rows of the folio and those that named it, and the folios that stood only there; nothing when it never stood. Inside a transaction
    /// of the caller.
    /// </summary>
    /// <param name="folio">Of contracts or of informativas.</param>
    public (IReadOnlyList<Toque> Toques, IReadOnlyList<string> Folios) Desalojar(string folio)
    {
        var idos = renglones.Where(fila => fila.FolioContrato == folio || fila.FolioInformativa == folio).ToList();
        if (idos.Count == 0)
            return ([], []);
        var toques = idos.Select(fila => new Toque(Listado.DeRenglon(fila.Clave), new(fila.Desde, fila.Hasta), SeVa: true)).ToList();
        var partes = idos.Select(fila => fila.Contratista).Concat(idos.Select(fila => fila.Contratante).OfType<int>()).ToHashSet();
        var folios = idos.SelectMany(fila => new[] { fila.FolioContrato, fila.FolioInformativa }).OfType<string>().ToHashSet();
        var hallazgos = idos.Select(fila => fila.Hallazgos).OfType<long>().ToHashSet();

        foreach (var informativa in informativas.Where(fila => fila.Folio == folio).ToList())
            Vaciar(informativa);
        foreach (var grupo in idos.Where(fila => fila.FolioInformativa != folio).GroupBy(Cabeza))
            Recontar(grupo.Key, [.. grupo.Select(fila => new Vigencia(fila.Desde, fila.Hasta))]);
        idos.ForEach(Vaciar);
        contexto.SaveChanges();
        toques.AddRange(OlvidarMenciones(folio, hallazgos));
        contexto.ChangeTracker.Clear();
        OlvidarPartes(partes);
        OlvidarHallazgos(hallazgos);
        folios.ExceptWith(renglones.Where(fila => folios.Contains(fila.FolioContrato!)).Select(fila => fila.FolioContrato!));
        folios.ExceptWith(renglones.Where(fila => folios.Contains(fila.FolioInformativa!)).Select(fila => fila.FolioInformativa!));
        return (toques, [.. folios.Order(StringComparer.Ordinal)]);
    }

    private static CabezaDeInformativa Cabeza(RenglonFila fila) =>
        new(Listado.DeRenglon(fila.Clave), fila.FolioInformativa, fila.TipoInformativa, fila.FechaPresentacion, fila.Contratista);

    private void Recontar(CabezaDeInformativa cabeza, List<Vigencia> idos)
    {
        var (primera, ultima) = (cabeza.Listado.PrimeraClave, cabeza.Listado.UltimaClave);
        var filas = informativas
            .Where(fila =>
                fila.Clave >= primera
                && fila.Clave <= ultima
                && fila.Hasta > fila.Desde
                && fila.Folio == cabeza.Folio
                && fila.Tipo == cabeza.Tipo
                && fila.FechaPresentacion == cabeza.FechaPresentacion
                && fila.Contratista == cabeza.Contratista
            )
            .OrderBy(fila => fila.Clave)
            .ToDictionary(fila => fila.Clave);
        var quedan = RecuentoDeInformativas
            .Recontar(
                [.. filas.Values.Select(fila => new InformativaContada(fila.Clave, new(fila.Desde, fila.Hasta), fila.Contratos))],
                idos
            )
            .ToLookup(una => una.Clave);
        var siguiente = informativas.Where(fila => fila.Clave <= ultima).Max(fila => fila.Clave) + 1;
        foreach (var fila in filas.Values)
        {
            if (!quedan[fila.Clave].Any())
            {
                Vaciar(fila);
                continue;
            }
            foreach (var (lugar, una) in quedan[fila.Clave].Index())
            {
                // The row keeps its key for what it first says, and what it says later takes a new one.
                var suya = lugar == 0 ? fila : Otra(fila, siguiente++);
                (suya.Desde, suya.Hasta, suya.Contratos) = (una.Vigencia.Desde, una.Vigencia.Hasta, una.Contratos);
            }
        }
        // The next group of this listado asks for the highest key again.
        contexto.SaveChanges();
    }

    private InformativaFila Otra(InformativaFila fila, long clave)
    {
        var otra = new InformativaFila
        {
            Clave = clave,
            Ordinal = fila.Ordinal,
            Folio = fila.Folio,
            Tipo = fila.Tipo,
            FechaPresentacion = fila.FechaPresentacion,
            Contratista = fila.Contratista,
            Inconsistencias = fila.Inconsistencias,
            Observaciones = fila.Observaciones,
            Hallazgos = fila.Hallazgos,
            Referencia = fila.Referencia,
        };
        informativas.Add(otra);
        return otra;
    }

    private static void Vaciar(RenglonFila fila)
    {
        fila.Hasta = fila.Desde;
        (fila.Ordinal, fila.Contratista, fila.Banderas, fila.Inconsistencias, fila.Observaciones) = (0, 0, 0, 0, 0);
        (fila.FolioInformativa, fila.FolioContrato, fila.Servicio) = (null, null, null);
        (fila.TipoInformativa, fila.FechaPresentacion, fila.Contratante) = (null, null, null);
        (fila.FechaInicio, fila.FechaFin, fila.PersonasTrabajadoras, fila.Hallazgos) = (null, null, null, null);
    }

    private static void Vaciar(InformativaFila fila)
    {
        fila.Hasta = fila.Desde;
        (fila.Ordinal, fila.Contratista, fila.Contratos, fila.Inconsistencias, fila.Observaciones) = (0, 0, 0, 0, 0);
        (fila.Folio, fila.Referencia, fila.Tipo, fila.FechaPresentacion, fila.Hallazgos) = (null, null, null, null, null);
    }

    /// <summary>Findings of other rows that name the folio: they say the rest. Adds to <paramref name="viejos"/> those that nobody has any more.</summary>
    private List<Toque> OlvidarMenciones(string folio, HashSet<long> viejos)
    {
        var nuevos = new Dictionary<long, (long? Id, int Observaciones)>();
        foreach (var fila in contexto.Set<HallazgosFila>().AsNoTracking())
        {
            var (inconsistencias, observaciones) = CodecDeHallazgos.Leer(fila.Contenido);
            var (quedan, observadas) = (
                Olvido.EnInconsistencias(inconsistencias, folio.Equals),
                Olvido.EnObservaciones(observaciones, folio.Equals)
            );
            if (!ReferenceEquals(quedan, inconsistencias) || !ReferenceEquals(observadas, observaciones))
                nuevos[fila.Id] = (diccionarios.Hallazgos(quedan, observadas), CodecDeHallazgos.Mascara(observadas));
        }
        var cambian = nuevos.Keys.ToList();
        viejos.UnionWith(cambian);
        var toques = new List<Toque>();
        foreach (var fila in renglones.Where(fila => cambian.Contains(fila.Hallazgos!.Value)).ToList())
        {
            (fila.Hallazgos, fila.Observaciones) = nuevos[fila.Hallazgos!.Value];
            toques.Add(new(Listado.DeRenglon(fila.Clave), new(fila.Desde, fila.Hasta), SeVa: false));
        }
        foreach (var fila in informativas.Where(fila => cambian.Contains(fila.Hallazgos!.Value)).ToList())
            (fila.Hallazgos, fila.Observaciones) = nuevos[fila.Hallazgos!.Value];
        contexto.SaveChanges();
        return toques;
    }

    /// <summary>Names that no row says any more; their numbers are not given to others.</summary>
    private void OlvidarPartes(HashSet<int> partes)
    {
        partes.ExceptWith(renglones.Where(fila => partes.Contains(fila.Contratista)).Select(fila => fila.Contratista).Distinct());
        partes.ExceptWith(
            renglones.Where(fila => partes.Contains(fila.Contratante!.Value)).Select(fila => fila.Contratante!.Value).Distinct()
        );
        var nadie = diccionarios.Huella("", 0);
        contexto
            .Set<ParteFila>()
            .Where(parte => partes.Contains(parte.Id))
            .ExecuteUpdate(cambio =>
                cambio
                    .SetProperty(parte => parte.Nombre, "")
                    .SetProperty(parte => parte.TipoPersona, 0)
                    .SetProperty(parte => parte.Clave, (string?)null)
                    .SetProperty(parte => parte.Huella, nadie)
            );
    }

    private void OlvidarHallazgos(HashSet<long> hallazgos)
    {
        hallazgos.ExceptWith(
            renglones.Where(fila => hallazgos.Contains(fila.Hallazgos!.Value)).Select(fila => fila.Hallazgos!.Value).Distinct()
        );
        contexto.Set<HallazgosFila>().Where(fila => hallazgos.Contains(fila.Id)).ExecuteDelete();
    }

    /// <summary>What tells an informativa from others; several may share it.</summary>
    private sealed record CabezaDeInformativa(Listado Listado, string? Folio, int? Tipo, int? FechaPresentacion, int Contratista);
}
