using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Almacen.Retiros;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>
/// The last steps of both doors: the quality report of what the publication will be, its manifest and signature, the files into their places and, last of
/// all, the record that makes everything count.
/// </summary>
internal static class Sellador
{
    /// <param name="sabido">What is known of its quality before it is measured.</param>
    /// <param name="retiro">What it takes out of every publication; null for nothing.</param>
    /// <exception cref="OrdenRechazadaException">The private key is not the one that it should be; nothing changed.</exception>
    public static Publicacion Sellar(
        EscritorPublico escritor,
        IdPublicacion id,
        DateOnly? corte,
        Puerta puerta,
        IReadOnlyList<ListadoPorSellar> cambiados,
        IReadOnlyList<ArchivoListo> listos,
        Calidad sabido,
        Entorno entorno,
        CancellationToken ct,
        RetiroPorSellar? retiro = null
    )
    {
        // Where nothing changed, the files of the whole store stand on.
        var nuevos = cambiados.Count == 0 && retiro is null ? null : ArchivosNuevos.Escribir(escritor, cambiados, id, entorno, ct);
        cambiados = nuevos?.Cambiados ?? cambiados;
        sabido = sabido with { Medidas = [.. sabido.Medidas, .. nuevos?.Medidas ?? []] };
        var publicacion = new Publicacion
        {
            Secuencia = (escritor.Vigente?.Secuencia ?? 0) + 1,
            Id = id,
            Anterior = escritor.Vigente?.Id,
            // To the millisecond, as the record will say: the manifest must say the same.
            SelladaEn = DateTimeOffset.FromUnixTimeMilliseconds(entorno.Reloj.GetUtcNow().ToUnixTimeMilliseconds()),
            Corte = corte,
            Puerta = puerta,
            Programa = Entorno.Programa,
            ListadosCambiados = [.. cambiados.Select(cambiado => cambiado.Listado).Order()],
        };
        var listados = Listados(escritor, id, cambiados);
        var calidad = InformeDeCalidad.Hacer(escritor, publicacion, cambiados, listados, sabido);
        var (manifiesto, archivo) = Preparar(escritor, publicacion, listados, nuevos?.Acervo ?? escritor.Vigente?.Acervo ?? [], entorno);
        Archivero.Mover([.. listos, .. nuevos?.Listos ?? [], archivo], entorno.Carpetas);
        return escritor.Sellar(
            id,
            publicacion.SelladaEn,
            corte,
            puerta,
            publicacion.Programa,
            cambiados,
            nuevos?.Acervo,
            manifiesto,
            calidad,
            retiro
        );
    }

    /// <summary>Every listado as it will be, in key order.</summary>
    private static List<EstadoListado> Listados(EscritorPublico escritor, IdPublicacion id, IReadOnlyList<ListadoPorSellar> cambiados)
    {
        var nuevos = cambiados.Select(cambiado => cambiado.Estado(id)).ToDictionary(estado => estado.Listado);
        return
        [
            .. escritor
                .Listados()
                .Where(estado => !nuevos.ContainsKey(estado.Listado))
                .Concat(nuevos.Values)
                .OrderBy(estado => estado.Listado),
        ];
    }

    private static (ManifiestoSellado Manifiesto, ArchivoListo Archivo) Preparar(
        EscritorPublico escritor,
        Publicacion publicacion,
        IReadOnlyList<EstadoListado> listados,
        IReadOnlyList<ArchivoPublicado> acervo,
        Entorno entorno
    )
    {
        var contenido = Manifiesto.Escribir(
            publicacion,
            listados,
            acervo,
            escritor.Vigente is { Manifiesto: { } previo, Id: var anterior } ? (anterior, previo.Sha256) : null,
            Ejecucion.Actual
        );
        var firma = new Llavero(entorno.Carpetas).Firmar(escritor.Llaves().LastOrDefault(llave => llave.RetiradaEn is null), contenido);
        if (firma is null)
            entorno.Avance($"{publicacion.Id}: queda sin firma, porque no hay llave (se crea con llave nueva)");
        var temporal = Archivero.Nuevo(entorno.Carpetas);
        File.WriteAllBytes(temporal, contenido);
        var archivo = Archivero.Preparar(temporal, Manifiesto.Nombre(publicacion.Id), "json", "icsoe");
        return (new ManifiestoSellado(archivo.Archivo.Sha256, contenido.Length, firma), archivo);
    }
}
