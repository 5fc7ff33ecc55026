using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Almacen.Retiros;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>
/// <c>retirar</c>: takes a folio or a file out of every publication, by court order or because a personal datum slipped through, and seals a
/// publication that says so. The one order that changes what was sealed; manifests stay, with the digests of what is gone.
/// </summary>
public static class Retirador
{
    /// <summary>Takes out every row of a folio, of contracts or of informativas, and every file that has them.</summary>
    /// <param name="motivo">Why; it is published.</param>
    /// <param name="id">Id to seal with; null for the clock's month with its next free suffix.</param>
    /// <exception cref="OrdenRechazadaException">No publication has that folio; nothing changed.</exception>
    public static Resultado RetirarFolio(string folio, string motivo, IdPublicacion? id, Entorno entorno, CancellationToken ct)
    {
        using var candado = Candado.Tomar(entorno.Carpetas);
        using var escritor = entorno.AbrirEscritor();
        var (vigente, elegido) = Empezar(escritor, id, entorno);
        var dejado = escritor.Desalojar(folio);
        if (dejado.Mermados.Count == 0)
            throw new OrdenRechazadaException(
                escritor.Retiros().Any(retiro => retiro.Folio == folio)
                    ? $"El folio {folio} ya se retiró: no está en ninguna publicación."
                    : $"Ninguna publicación tiene contratos ni informativas con el folio {folio}. Revisa mayúsculas y ceros."
            );
        var contados = new List<EstadoMermado>();
        foreach (var mermado in dejado.Mermados)
        {
            entorno.Avance($"{mermado.Listado}: recontando la publicación {escritor.Publicaciones[mermado.Desde - 1].Id}");
            contados.Add(
                mermado with
                {
                    Canonico = CsvDeListado.Resumir(destino => escritor.Leer(mermado.Listado, mermado.Desde, destino, ct)),
                }
            );
        }
        var estados = escritor.Listados().ToDictionary(estado => estado.Listado);
        var porSellar = contados.Where(mermado => mermado.Vigente && mermado.Perdio).Select(mermado => estados[mermado.Listado]).ToList();
        return Sellar(
            escritor,
            vigente,
            elegido,
            porSellar,
            new RetiroPorSellar(folio, null, Mostrable(motivo), dejado with { Mermados = contados }),
            entorno,
            ct
        );
    }

    /// <summary>Takes out a workbook of IMSS: its listado goes on with an XLSX of ours.</summary>
    /// <param name="sha256">64 hex digits, of either case.</param>
    /// <param name="motivo">Why; it is published.</param>
    /// <param name="id">Id to seal with; null for the clock's month with its next free suffix.</param>
    /// <exception cref="OrdenRechazadaException">No publication has that file, or it holds nothing but rows; nothing changed.</exception>
    public static Resultado RetirarArchivo(string sha256, string motivo, IdPublicacion? id, Entorno entorno, CancellationToken ct)
    {
        sha256 = sha256.ToLowerInvariant();
        using var candado = Candado.Tomar(entorno.Carpetas);
        using var escritor = entorno.AbrirEscritor();
        var (vigente, elegido) = Empezar(escritor, id, entorno);
        if (escritor.Retiros().Any(retiro => retiro.Sha256 == sha256) || escritor.ArchivosRetirados().Contains(sha256))
            throw new OrdenRechazadaException($"El archivo {sha256} ya se retiró: no está en ninguna publicación.");
        if (escritor.Publicaciones.Any(publicacion => publicacion.Manifiesto?.Sha256 == sha256))
            throw new OrdenRechazadaException(
                $"El archivo {sha256} es un manifiesto: solo dice digests y conteos, y la cadena lo necesita. No se retira."
            );
        var archivos = escritor.Archivos(sha256);
        if (archivos.Count == 0)
            throw new OrdenRechazadaException($"Ninguna publicación tiene el archivo {sha256}.");
        if (archivos.FirstOrDefault(archivo => archivo.Origen != "imss") is { } nuestro)
            throw new OrdenRechazadaException(
                $"{nuestro.Nombre} ({sha256}) lo escribe el programa con los renglones del listado y volvería a salir igual: retira el folio con --folio."
            );
        var porSellar = escritor.Listados().Where(estado => estado.Archivos.Any(archivo => archivo.Sha256 == sha256)).ToList();
        return Sellar(
            escritor,
            vigente,
            elegido,
            porSellar,
            new RetiroPorSellar(null, sha256, Mostrable(motivo), new([], [])),
            entorno,
            ct
        );
    }

    private static (Publicacion Vigente, IdPublicacion Elegido) Empezar(EscritorPublico escritor, IdPublicacion? id, Entorno entorno) =>
        escritor.Vigente is { } vigente
            ? (vigente, entorno.ElegirId(id, vigente))
            : throw new OrdenRechazadaException($"No hay publicaciones en {entorno.Carpetas.Datos}: nada que retirar.");

    private static string Mostrable(string motivo) => Enmascarado.Enmascarar(motivo, out _);

    private static Resultado Sellar(
        EscritorPublico escritor,
        Publicacion vigente,
        IdPublicacion id,
        IReadOnlyList<EstadoListado> porSellar,
        RetiroPorSellar retiro,
        Entorno entorno,
        CancellationToken ct
    )
    {
        var listos = new List<ArchivoListo>();
        var cambiados = new List<ListadoPorSellar>();
        foreach (var estado in porSellar)
        {
            entorno.Avance($"{estado.Listado}: escribiendo su XLSX");
            var listo = LibroPropio.Escribir(estado.Listado, escritor.Renglones(estado.Listado), entorno, ct);
            var totales = escritor.Contar(estado.Listado, vigente.Secuencia);
            listos.Add(listo);
            cambiados.Add(new ListadoPorSellar(estado.Listado, estado.Puerta, totales, estado.Fuente, [listo.Archivo]));
        }
        var publicacion = Sellador.Sellar(
            escritor,
            id,
            // It judges nothing: what counts is what counted.
            vigente.Corte,
            vigente.Puerta,
            cambiados,
            listos,
            Calidad.Ninguna,
            entorno,
            ct,
            retiro
        );
        Archivero.Borrar(escritor.ArchivosRetirados(), entorno.Carpetas);
        return new Resultado
        {
            Orden = "retirar",
            Publicacion = publicacion,
            Listados = publicacion.ListadosCambiados,
            Renglones = cambiados.Sum(cambiado => cambiado.Totales.Renglones),
        };
    }
}
