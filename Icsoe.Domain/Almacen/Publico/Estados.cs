using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Microsoft.EntityFrameworkCore;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>The small tables read whole: publications, and the listados and files as they stood at one of them.</summary>
internal static class Estados
{
    /// <summary>Every publication, oldest first.</summary>
    public static List<Publicacion> Publicaciones(PublicoContext contexto)
    {
        var cambiados = contexto
            .Listados.AsNoTracking()
            .Select(l => new { l.Listado, l.Desde })
            .ToLookup(l => l.Desde, l => Listado.DeClave(l.Listado));
        var retiros = Retiros(contexto).ToDictionary(retiro => retiro.Secuencia);
        var acervo = contexto.Archivos.AsNoTracking().Where(a => a.Listado == ArchivoFila.DelAcervo && a.Retiro == null).ToList();
        return
        [
            .. contexto
                .Publicaciones.AsNoTracking()
                .OrderBy(p => p.Secuencia)
                .AsEnumerable()
                .Select(fila => new Publicacion
                {
                    Secuencia = fila.Secuencia,
                    Id = IdPublicacion.Parse(fila.Id),
                    Anterior = fila.Anterior is null ? null : IdPublicacion.Parse(fila.Anterior),
                    SelladaEn = fila.SelladaEn,
                    Corte = fila.Corte,
                    Puerta = (Puerta)fila.Puerta,
                    Programa = new Programa(fila.ProgramaVersion, fila.ProgramaCommit),
                    ListadosCambiados = [.. cambiados[fila.Secuencia].Order()],
                    Acervo = EnOrden(acervo.Where(a => a.Desde <= fila.Secuencia && a.Hasta > fila.Secuencia).Select(Archivo)),
                    Retiro = retiros.GetValueOrDefault(fila.Secuencia),
                    Manifiesto = fila.Manifiesto is { } manifiesto
                        ? new ManifiestoSellado(
                            manifiesto,
                            fila.ManifiestoBytes ?? 0,
                            fila.Firma is { } firma && fila.Llave is { } llave ? new Firma(llave, firma) : null
                        )
                        : null,
                }),
        ];
    }

    /// <summary>Listados at a publication, in key order.</summary>
    public static List<EstadoListado> Listados(PublicoContext contexto, int secuencia) => Listados(contexto, secuencia, comoSeSello: false);

    /// <summary>Listados at a publication as its manifest tells them, whatever was taken out since.</summary>
    public static List<EstadoListado> ListadosSellados(PublicoContext contexto, int secuencia) =>
        Listados(contexto, secuencia, comoSeSello: true);

    /// <summary>Files of the whole store at a publication as its manifest tells them, whatever was taken out since.</summary>
    public static IReadOnlyList<ArchivoPublicado> AcervoSellado(PublicoContext contexto, int secuencia) =>
        EnOrden(
            Archivos(contexto, secuencia, comoSeSello: true).Where(a => a.Listado == ArchivoFila.DelAcervo).AsEnumerable().Select(Archivo)
        );

    private static IQueryable<ArchivoFila> Archivos(PublicoContext contexto, int secuencia, bool comoSeSello) =>
        contexto.Archivos.AsNoTracking().Where(a => a.Desde <= secuencia && a.Hasta > secuencia && (comoSeSello || a.Retiro == null));

    /// <summary>The format that most people open first, then the others.</summary>
    private static IReadOnlyList<ArchivoPublicado> EnOrden(IEnumerable<ArchivoPublicado> archivos) =>
        [.. archivos.OrderBy(a => a.Formato != "xlsx").ThenBy(a => a.Nombre, StringComparer.Ordinal)];

    /// <summary>Everything that was taken out, in order.</summary>
    public static List<Retiro> Retiros(PublicoContext contexto) =>
        [
            .. contexto
                .Retiros.AsNoTracking()
                .OrderBy(retiro => retiro.Secuencia)
                .AsEnumerable()
                .Select(retiro => new Retiro(retiro.Secuencia, retiro.Folio, retiro.Sha256, retiro.Folios, retiro.Motivo)),
        ];

    private static List<EstadoListado> Listados(PublicoContext contexto, int secuencia, bool comoSeSello)
    {
        var ids = contexto.Publicaciones.AsNoTracking().ToDictionary(p => p.Secuencia, p => IdPublicacion.Parse(p.Id));
        var archivos = Archivos(contexto, secuencia, comoSeSello).ToLookup(a => a.Listado, Archivo);
        return
        [
            .. contexto
                .Listados.AsNoTracking()
                .Where(l => l.Desde <= secuencia && l.Hasta > secuencia)
                .OrderBy(l => l.Listado)
                .AsEnumerable()
                .Select(fila => (fila.Sellado, Actual: Estado(fila)))
                .Select(par => comoSeSello && par.Sellado is { } sellado ? CodecDeSellado.Leer(sellado, par.Actual) : par.Actual),
        ];

        EstadoListado Estado(ListadoFila fila) =>
            new()
            {
                Listado = Listado.DeClave(fila.Listado),
                Puerta = (Puerta)fila.Puerta,
                ContenidoDesde = ids[fila.Desde],
                Renglones = fila.Renglones,
                Contratos = fila.Contratos,
                Informativas = fila.Informativas,
                InformativasSinContratos = fila.InformativasSinContratos,
                Canonico = fila.Canonico,
                Fuente = fila.FuenteSha256 is { } sha256
                    ? new Fuente(fila.FuenteNombre!, fila.FuenteUrl, fila.FuenteObtenido, sha256)
                    : null,
                Archivos = EnOrden(archivos[fila.Listado]),
            };
    }

    /// <summary>Public keys, the oldest first.</summary>
    public static List<LlavePublica> Llaves(PublicoContext contexto) =>
        [
            .. contexto
                .Llaves.AsNoTracking()
                .AsEnumerable()
                .OrderBy(l => l.CreadaEn)
                .Select(l => new LlavePublica(l.Id, l.Pem, l.CreadaEn, l.RetiradaEn)),
        ];

    /// <summary>The quality report of a publication; one that found nothing when there is no such publication.</summary>
    public static Calidad Calidad(PublicoContext contexto, int secuencia) =>
        contexto.Publicaciones.AsNoTracking().Where(p => p.Secuencia == secuencia).Select(p => p.Calidad).SingleOrDefault() is { } guardada
            ? CodecDeCalidad.Leer(guardada)
            : Domain.Publicaciones.Calidad.Ninguna;

    /// <summary>The figures of every listado that stands at a publication, in key order.</summary>
    public static List<CifrasDeListado> Cifras(PublicoContext contexto, int secuencia) =>
        [
            .. contexto
                .Listados.AsNoTracking()
                .Where(l => l.Desde <= secuencia && l.Hasta > secuencia)
                .OrderBy(l => l.Listado)
                .Select(l => new { l.Listado, l.Cifras })
                .AsEnumerable()
                .Select(l => new CifrasDeListado(Listado.DeClave(l.Listado), CodecDeCifras.Leer(l.Cifras))),
        ];

    public static ArchivoPublicado Archivo(ArchivoFila fila) => new(fila.Nombre, fila.Formato, fila.Origen, fila.Bytes, fila.Sha256);
}
