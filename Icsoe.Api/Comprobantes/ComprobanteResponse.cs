using Icsoe.Api.Documentacion;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Publicaciones;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Comprobantes;

/// <summary>What a publication says of a folio, or of a name, with what proves it.</summary>
public sealed record ComprobanteResponse
{
    private const string PorClave = "Se preguntó por una clave.";
    private const string PorFolio = "Se preguntó por un folio.";

    /// <summary>First of all, in JSON and on paper.</summary>
    public const string Advertencia = "No es documento del IMSS";

    [Campo("Lo que este comprobante no es.", Advertencia)]
    public required string Aviso { get; init; }

    [Campo("Publicación en la que se leyó.", "2026-06")]
    public required string Publicacion { get; init; }

    [Campo("Cuándo se selló, en UTC.", "2026-06-03T18:00:00Z")]
    public required DateTimeOffset SelladaEn { get; init; }

    [Campo("Folio por el que se preguntó.", "A26P3662382", Nulo = PorClave)]
    public required string? Folio { get; init; }

    [Campo("Clave por la que se preguntó.", "k3v7q2m5x4a6b", Nulo = PorFolio)]
    public required string? Clave { get; init; }

    [Campo("Si el folio está en la publicación.", "true", Nulo = PorClave + " Un nombre no identifica a nadie.")]
    public required bool? Presente { get; init; }

    [Campo("Renglones cuyo nombre, de contratista o de contratante, coincide con la clave.", Nulo = PorFolio)]
    public required ConteoResponse? Coincidencias { get; init; }

    [Campo("Aviso sobre homónimos.", Textos.AvisoHomonimia, Nulo = PorFolio)]
    public required string? AvisoHomonimia { get; init; }

    [Campo("El manifiesto de la publicación.", Nulo = "No tiene.")]
    public required ManifiestoResponse? Manifiesto { get; init; }

    [Campo("La firma del manifiesto, puesta al sellar la publicación.", Nulo = "No está firmado.")]
    public required FirmaResponse? Firma { get; init; }

    [Campo("Todos los listados de la publicación, tenga o no el folio cada uno.")]
    public required IReadOnlyList<ListadoDeComprobanteResponse> Listados { get; init; }

    [Campo("Lo mismo para imprimirse, con los pasos para comprobarlo sin este servidor.", Advertencia + "\n…\n")]
    public string Texto => TextoDeComprobante.De(this);

    /// <param name="coincidencias">Only of a clave.</param>
    public static ComprobanteResponse From(
        Publicacion publicacion,
        string? folio,
        string? clave,
        Conteo? coincidencias,
        IReadOnlyList<ListadoDeComprobanteResponse> listados
    ) =>
        new()
        {
            Aviso = Advertencia,
            Publicacion = publicacion.Id.ToString(),
            SelladaEn = publicacion.SelladaEn,
            Folio = folio,
            Clave = clave,
            Presente = folio is null ? null : listados.Any(listado => listado.Lugares is { Count: > 0 }),
            Coincidencias = coincidencias is { } conteo ? ConteoResponse.From(conteo) : null,
            AvisoHomonimia = folio is null ? Textos.AvisoHomonimia : null,
            Manifiesto = ManifiestoResponse.From(publicacion),
            Firma = publicacion.Manifiesto is { Firma: { } firma } manifiesto ? FirmaResponse.From(publicacion, manifiesto, firma) : null,
            Listados = listados,
        };
}

/// <summary>A listado of the publication, by the digest of its CSV.</summary>
public sealed record ListadoDeComprobanteResponse
{
    [Campo("Nombre, como lo escribe el IMSS.", "LPP2026")]
    public required string Nombre { get; init; }

    [Campo("Lista.", "publico", Valores = Enumeraciones.Lista)]
    public required string Lista { get; init; }

    [Campo("Año y cuatrimestre.", "2026-1")]
    public required string Periodo { get; init; }

    [Campo(
        "SHA-256 de su CSV, como lo dice el manifiesto en `csv_sha256`.",
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
    )]
    public required string CsvSha256 { get; init; }

    [Campo(
        "Dónde descargar ese CSV, para siempre.",
        "/v1/archivos/sha256/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        Nulo = "No tiene archivos, porque nunca se importó, o se le retiró algo después."
    )]
    public required string? Csv { get; init; }

    [Campo("Dónde está el folio; vacío si no está en este listado.", Nulo = "Se preguntó por una clave.")]
    public required IReadOnlyList<LugarDeFolioResponse>? Lugares { get; init; }

    /// <param name="descargable">Whether its CSV is still handed out.</param>
    /// <param name="lugares">Null when no folio was asked for.</param>
    public static ListadoDeComprobanteResponse From(EstadoListado estado, bool descargable, IReadOnlyList<LugarDeFolioResponse>? lugares) =>
        new()
        {
            Nombre = estado.Listado.Nombre,
            Lista = estado.Listado.Lista.Valor(),
            Periodo = estado.Listado.Periodo.ToString(),
            CsvSha256 = estado.Canonico,
            Csv = descargable ? $"/v1/archivos/sha256/{estado.Canonico}" : null,
            Lugares = lugares,
        };
}

/// <summary>A column of a listado's CSV where a folio stands.</summary>
public sealed record LugarDeFolioResponse
{
    [Campo("Columna del CSV.", "folio_contrato", Crece = true)]
    public required string Columna { get; init; }

    [Campo("En cuántos renglones.")]
    public required ConteoResponse Renglones { get; init; }
}
