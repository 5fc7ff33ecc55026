using Icsoe.Api.Documentacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Listados;

/// <summary>A listado, published or still to come.</summary>
public sealed record ListadoResponse
{
    [Campo("Lista.", "publico", Valores = Enumeraciones.Lista)]
    public required string Lista { get; init; }

    [Campo("Año al que corresponden los datos.", "2026")]
    public required int Ejercicio { get; init; }

    [Campo("Cuatrimestre al que corresponden los datos.", "1", Valores = Enumeraciones.Cuatrimestre)]
    public required int Cuatrimestre { get; init; }

    [Campo("Año y cuatrimestre.", "2026-1")]
    public required string Periodo { get; init; }

    [Campo("Si ya está publicado.", "publicado", Valores = Enumeraciones.Estado)]
    public required string Estado { get; init; }

    [Campo("Renglones: contratos más informativas sin contratos.", "356095", Nulo = "Está pendiente.")]
    public required int? Renglones { get; init; }

    [Campo("Contratos.", "263040", Nulo = "Está pendiente.")]
    public required int? Contratos { get; init; }

    [Campo("Informativas.", "142770", Nulo = "Está pendiente.")]
    public required int? Informativas { get; init; }

    [Campo("Informativas sin contratos.", "93055", Nulo = "Está pendiente.")]
    public required int? InformativasSinContratos { get; init; }

    [Campo("Publicación en la que se leyó.", "2026-06", Nulo = "Todavía no hay ninguna publicación.")]
    public required string? Publicacion { get; init; }

    [Campo("Publicación desde la que su contenido es el que es.", "2026-05", Nulo = "Está pendiente.")]
    public required string? ContenidoDesde { get; init; }

    [Campo("Días en que se espera su primera publicación.", Nulo = "Ya está publicado, o es 2021-1.")]
    public required PublicacionPrevistaResponse? PublicacionPrevista { get; init; }

    [Campo("Dirección de la INFORMACIÓN IMPORTANTE de esta lista.", "/v1/avisos/publico")]
    public required string Aviso { get; init; }

    [Campo("De dónde salió el archivo del IMSS.", Nulo = "No se armó con un archivo del IMSS.")]
    public required FuenteResponse? Fuente { get; init; }

    [Campo("Archivos para descargar; vacío si está pendiente.")]
    public required IReadOnlyList<ArchivoResponse> Archivos { get; init; }

    /// <summary>A listado at a publication; <paramref name="estado"/> is null while it is pending.</summary>
    public static ListadoResponse From(
        Listado listado,
        EstadoListado? estado,
        Publicacion? publicacion,
        bool fijada,
        CalendarioDelImss calendario
    ) =>
        new()
        {
            Lista = listado.Lista.Valor(),
            Ejercicio = listado.Periodo.Ejercicio,
            Cuatrimestre = listado.Periodo.Cuatrimestre,
            Periodo = listado.Periodo.ToString(),
            Estado = estado is null ? "pendiente" : "publicado",
            Renglones = estado?.Renglones,
            Contratos = estado?.Contratos,
            Informativas = estado?.Informativas,
            InformativasSinContratos = estado?.InformativasSinContratos,
            Publicacion = publicacion?.Id.ToString(),
            ContenidoDesde = estado?.ContenidoDesde.ToString(),
            PublicacionPrevista = estado is null ? PublicacionPrevistaResponse.De(calendario.Prevista(listado.Periodo)) : null,
            Aviso = $"/v1/avisos/{listado.Lista.Valor()}",
            Fuente = estado?.Fuente is { } fuente ? FuenteResponse.From(fuente) : null,
            Archivos = estado is null
                ? []
                : [.. estado.Archivos.Select(archivo => ArchivoResponse.From(archivo, fijada ? publicacion : null))],
        };
}

/// <summary>Days in which a first publication is expected.</summary>
public sealed record PublicacionPrevistaResponse
{
    [Campo("Primer día hábil del mes.", "2026-06-01", Nulo = "El periodo no tuvo fecha límite conocida (2021-1).")]
    public required DateOnly? Desde { get; init; }

    [Campo("Quinto día hábil del mes.", "2026-06-05", Nulo = "El periodo no tuvo fecha límite conocida (2021-1).")]
    public required DateOnly? Hasta { get; init; }

    public static PublicacionPrevistaResponse De(VentanaDePublicacion? ventana) => new() { Desde = ventana?.Desde, Hasta = ventana?.Hasta };
}

/// <summary>Provenance of a mirrored workbook.</summary>
public sealed record FuenteResponse
{
    [Campo("Nombre del archivo que se importó.", "LPP2026.xlsx")]
    public required string Nombre { get; init; }

    [Campo(
        "Dirección de la que se descargó.",
        "https://www.imss.gob.mx/sites/all/statics/icsoe/listadopublico/LPP2026.xlsx",
        Nulo = "No se indicó."
    )]
    public required string? Url { get; init; }

    [Campo("Cuándo se descargó, en UTC.", "2026-06-03T15:04:05Z", Nulo = "No se indicó.")]
    public required DateTimeOffset? Obtenido { get; init; }

    [Campo("SHA-256 de los bytes originales, en minúsculas.", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    public required string Sha256 { get; init; }

    public static FuenteResponse From(Fuente fuente) =>
        new()
        {
            Nombre = fuente.Nombre,
            Url = fuente.Url,
            Obtenido = fuente.Obtenido,
            Sha256 = fuente.Sha256,
        };
}

/// <summary>A file to download.</summary>
public sealed record ArchivoResponse
{
    [Campo("Formato.", "xlsx", Valores = Enumeraciones.Formato)]
    public required string Formato { get; init; }

    [Campo("Quién lo hizo: el IMSS (son sus bytes originales) o este programa.", "imss", Valores = Enumeraciones.Origen)]
    public required string Origen { get; init; }

    [Campo("Nombre, como lo escribe el IMSS.", "LPP2026.xlsx")]
    public required string Nombre { get; init; }

    [Campo("Tamaño en bytes.", "26214400")]
    public required long Bytes { get; init; }

    [Campo("SHA-256 del archivo, en minúsculas.", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")]
    public required string Sha256 { get; init; }

    [Campo("Dónde descargarlo: el vigente de ese nombre, o el de la publicación nombrada en la consulta.", "/v1/archivos/LPP2026.xlsx")]
    public required string Url { get; init; }

    [Campo(
        "Dónde descargar exactamente estos bytes, para siempre.",
        "/v1/archivos/sha256/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    )]
    public required string UrlPermanente { get; init; }

    /// <param name="fijada">The publication the query named; null when it named none.</param>
    public static ArchivoResponse From(ArchivoPublicado archivo, Publicacion? fijada) =>
        new()
        {
            Formato = archivo.Formato,
            Origen = archivo.Origen,
            Nombre = archivo.Nombre,
            Bytes = archivo.Bytes,
            Sha256 = archivo.Sha256,
            Url = fijada is null
                ? $"/v1/archivos/{Uri.EscapeDataString(archivo.Nombre)}"
                : $"/v1/publicaciones/{fijada.Id}/archivos/{Uri.EscapeDataString(archivo.Nombre)}",
            UrlPermanente = $"/v1/archivos/sha256/{archivo.Sha256}",
        };
}
