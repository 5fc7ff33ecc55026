using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Publicaciones;

/// <summary>How a listado came in. Values are stored.</summary>
public enum Puerta
{
    /// <summary>Mirror: IMSS's own workbooks; in JSON <c>espejo</c>.</summary>
    Espejo = 1,

    /// <summary>Institute: informativas as filed; in JSON <c>instituto</c>.</summary>
    Instituto = 2,
}

/// <summary>A sealed publication: never changed, only followed (design, section 2).</summary>
public sealed record Publicacion
{
    /// <summary>1, 2, 3… in the order of sealing: the number every read resolves first.</summary>
    public required int Secuencia { get; init; }

    public required IdPublicacion Id { get; init; }

    /// <summary>The one before; null for the first.</summary>
    public IdPublicacion? Anterior { get; init; }

    /// <summary>UTC instant.</summary>
    public required DateTimeOffset SelladaEn { get; init; }

    /// <summary>Last Mexico City day whose filings count; null at the mirror.</summary>
    public DateOnly? Corte { get; init; }

    public required Puerta Puerta { get; init; }

    public required Programa Programa { get; init; }

    /// <summary>The listados whose rows or files this publication changed, by key.</summary>
    public required IReadOnlyList<Listado> ListadosCambiados { get; init; }

    /// <summary>Null while it is being made.</summary>
    public ManifiestoSellado? Manifiesto { get; init; }

    /// <summary>Its files of the whole store that were not taken out since.</summary>
    public IReadOnlyList<ArchivoPublicado> Acervo { get; init; } = [];

    /// <summary>What it was sealed to take out of every publication; null but for <c>retirar</c>.</summary>
    public Retiro? Retiro { get; init; }
}

/// <summary>The program that sealed. <paramref name="Commit"/> is null in a build without version control.</summary>
public sealed record Programa(string Version, string? Commit);

/// <summary>A listado as it stands at a publication.</summary>
public sealed record EstadoListado
{
    public required Listado Listado { get; init; }

    public required Puerta Puerta { get; init; }

    /// <summary>Id of the publication since which its content is what it is.</summary>
    public required IdPublicacion ContenidoDesde { get; init; }

    /// <summary>Contracts + informativas without contracts.</summary>
    public required int Renglones { get; init; }

    public required int Contratos { get; init; }

    public required int Informativas { get; init; }

    public required int InformativasSinContratos { get; init; }

    /// <summary>SHA-256 of its CSV, 64 lower-case hex digits: what its rows are, whatever wrote them.</summary>
    public required string Canonico { get; init; }

    /// <summary>Where the workbook came from; null at the institute door, or while IMSS's workbook was never imported.</summary>
    public Fuente? Fuente { get; init; }

    /// <summary>Its files; empty for a mirrored listado whose workbook was never imported.</summary>
    public required IReadOnlyList<ArchivoPublicado> Archivos { get; init; }
}

/// <summary>Provenance of a mirrored workbook.</summary>
/// <param name="Nombre">File name as the operator had it.</param>
/// <param name="Url"><c>--origen</c>; null when not given.</param>
/// <param name="Obtenido"><c>--obtenido</c>, UTC; null when not given.</param>
/// <param name="Sha256">Of the original bytes, 64 lower-case hex digits.</param>
public sealed record Fuente(string Nombre, string? Url, DateTimeOffset? Obtenido, string Sha256);

/// <summary>A published file, kept for ever under its digest.</summary>
/// <param name="Nombre">IMSS's own name: <c>LPP2026.xlsx</c>; of the whole store, <c>icsoe-vigente.parquet</c>.</param>
/// <param name="Formato"><c>xlsx</c>, <c>csv</c>, <c>ndjson</c>, <c>parquet</c>, <c>sqlite</c>, or <c>json</c> (manifest).</param>
/// <param name="Origen"><c>imss</c>: original bytes; <c>icsoe</c>: sealed by us.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Sha256">64 lower-case hex digits.</param>
public sealed record ArchivoPublicado(string Nombre, string Formato, string Origen, long Bytes, string Sha256)
{
    /// <summary>Whether it is of the whole store: of both lists and every periodo.</summary>
    public bool EsDelAcervo => EsHistoria || Path.GetFileNameWithoutExtension(Nombre) == Vigente;

    /// <summary>Whether it has every row that ever stood, and not only those that stand.</summary>
    public bool EsHistoria => Path.GetFileNameWithoutExtension(Nombre) == Historia;

    /// <summary>Name, without format, of the files with every row that stands.</summary>
    public const string Vigente = "icsoe-vigente";

    /// <summary>Name, without format, of the files with every row that ever stood.</summary>
    public const string Historia = "icsoe-historia";
}
