using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>
/// What a publication writes for people to take away: the formats of each listado that it changes, and the files of the whole store. Reading
/// the rows in the order of files is what costs, so each listado is read once for all of them, and for what its lines say of its quality.
/// </summary>
/// <param name="Cambiados">The listados with their canonical digests and all their files.</param>
/// <param name="Acervo">Files of the whole store.</param>
/// <param name="Listos">All that was written, in tmp/.</param>
/// <param name="Medidas">Quality of the listados, zeros too.</param>
internal sealed record ArchivosNuevos(
    IReadOnlyList<ListadoPorSellar> Cambiados,
    IReadOnlyList<ArchivoPublicado> Acervo,
    IReadOnlyList<ArchivoListo> Listos,
    IReadOnlyList<Medida> Medidas
)
{
    /// <param name="id">The publication being sealed.</param>
    public static ArchivosNuevos Escribir(
        EscritorPublico escritor,
        IReadOnlyList<ListadoPorSellar> cambiados,
        IdPublicacion id,
        Entorno entorno,
        CancellationToken ct
    )
    {
        escritor.Aligerar();
        var porSellar = cambiados.ToDictionary(cambiado => cambiado.Listado);
        var listos = new List<ArchivoListo>();
        var medidas = new List<Medida>();
        using var vigente = new CopiaDelAcervo(ArchivoPublicado.Vigente, conHistoria: false, escritor, entorno.Carpetas);
        using var historia = new CopiaDelAcervo(ArchivoPublicado.Historia, conHistoria: true, escritor, entorno.Carpetas);
        string[] ids = [.. escritor.Publicaciones.Select(publicacion => publicacion.Id.ToString()), id.ToString()];
        using var aparte = new EscrituraAparte(
            (in renglon, vida) =>
            {
                var hasta = vida.Hasta is { } salida ? ids[salida - 1] : null;
                historia.Agregar(renglon, vida, ids[vida.Desde - 1], hasta);
                if (hasta is null)
                    vigente.Agregar(renglon, vida);
            }
        );
        foreach (var listado in escritor.Listados().Select(estado => estado.Listado).Union(porSellar.Keys).Order())
        {
            entorno.Avance($"{listado}: escribiendo CSV, NDJSON, Parquet y SQLite");
            if (!porSellar.TryGetValue(listado, out var cambiado))
            {
                escritor.LeerHistoria(listado, aparte.Agregar, ct);
                continue;
            }
            var suyas = new MedidasDeListado(listado);
            using var formatos = new FormatosDeListado(listado, entorno.Carpetas);
            escritor.LeerHistoria(
                listado,
                (in renglon, vida) =>
                {
                    aparte.Agregar(renglon, vida);
                    if (vida.Hasta is not null)
                        return;
                    formatos.Escribir(renglon);
                    suyas.Ver(renglon);
                },
                ct
            );
            medidas.AddRange(suyas.Medidas());
            var nuevos = formatos.Terminar();
            // A mirrored listado whose workbook never came has no files: that it is empty is not known.
            var conArchivos = cambiado.Archivos.Count > 0;
            if (conArchivos)
                listos.AddRange(nuevos);
            porSellar[listado] = cambiado with
            {
                Canonico = nuevos[0].Archivo.Sha256,
                Archivos = conArchivos ? [.. cambiado.Archivos, .. nuevos.Select(listo => listo.Archivo)] : [],
            };
        }
        aparte.Terminar();
        // By name, as the records give them.
        List<ArchivoListo> acervo = [.. historia.Terminar(), .. vigente.Terminar()];
        return new ArchivosNuevos(
            [.. cambiados.Select(cambiado => porSellar[cambiado.Listado])],
            [.. acervo.Select(listo => listo.Archivo)],
            [.. listos, .. acervo],
            medidas
        );
    }
}
