using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>
/// The last steps of both doors: the manifest of what the publication will be, its signature, the files into their places and, last of
/// all, the record that makes everything count.
/// </summary>
internal static class Sellador
{
    /// <exception cref="OrdenRechazadaException">The private key is not the one that it should be; nothing changed.</exception>
    public static Publicacion Sellar(
        EscritorPublico escritor,
        IdPublicacion id,
        DateOnly? corte,
        Puerta puerta,
        IReadOnlyList<ListadoPorSellar> cambiados,
        IReadOnlyList<ArchivoListo> listos,
        Entorno entorno,
        CancellationToken ct
    )
    {
        cambiados =
        [
            .. cambiados.Select(cambiado =>
                cambiado with
                {
                    Canonico = CsvDeListado.Resumir(destino => escritor.Leer(cambiado.Listado, destino, ct)),
                }
            ),
        ];
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
        var (manifiesto, archivo) = Preparar(escritor, publicacion, cambiados, entorno);
        Archivero.Mover([.. listos, archivo], entorno.Carpetas);
        return escritor.Sellar(id, publicacion.SelladaEn, corte, puerta, publicacion.Programa, cambiados, manifiesto);
    }

    private static (ManifiestoSellado Manifiesto, ArchivoListo Archivo) Preparar(
        EscritorPublico escritor,
        Publicacion publicacion,
        IReadOnlyList<ListadoPorSellar> cambiados,
        Entorno entorno
    )
    {
        var nuevos = cambiados.Select(cambiado => cambiado.Estado(publicacion.Id)).ToDictionary(estado => estado.Listado);
        var listados = escritor
            .Listados()
            .Where(estado => !nuevos.ContainsKey(estado.Listado))
            .Concat(nuevos.Values)
            .OrderBy(estado => estado.Listado)
            .ToList();
        var contenido = Manifiesto.Escribir(
            publicacion,
            listados,
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
