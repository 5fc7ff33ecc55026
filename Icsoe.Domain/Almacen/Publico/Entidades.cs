namespace Icsoe.Domain.Almacen.Publico;

// Rows of the public store as they lie in SQLite. Times of the store: `Desde` is the publication a row appeared in,
// `Hasta` the one it left in (Siempre while it stands); every read tests Desde <= P AND Hasta > P (design, section 4).

/// <summary>What all rows with a life span share.</summary>
internal static class Tiempos
{
    /// <summary><c>hasta</c> of a row that still stands.</summary>
    public const int Siempre = int.MaxValue;
}

/// <summary>A sealed publication; its record goes in last.</summary>
internal sealed class PublicacionFila
{
    public int Secuencia { get; set; }
    public string Id { get; set; } = "";
    public string? Anterior { get; set; }
    public DateTimeOffset SelladaEn { get; set; }
    public DateOnly? Corte { get; set; }
    public int Puerta { get; set; }
    public string ProgramaVersion { get; set; } = "";
    public string? ProgramaCommit { get; set; }

    /// <summary>SHA-256 of its manifest.</summary>
    public string? Manifiesto { get; set; }
    public long? ManifiestoBytes { get; set; }

    /// <summary>Of its manifest, with the id of the key.</summary>
    public byte[]? Firma { get; set; }
    public string? Llave { get; set; }

    /// <summary>What <see cref="CodecDeCalidad"/> writes.</summary>
    public string Calidad { get; set; } = "";
}

/// <summary>The public half of a key that signs manifests, or did.</summary>
internal sealed class LlaveFila
{
    public string Id { get; set; } = "";
    public string Pem { get; set; } = "";
    public DateTimeOffset CreadaEn { get; set; }
    public DateTimeOffset? RetiradaEn { get; set; }
}

/// <summary>State of a listado over a span of publications.</summary>
internal sealed class ListadoFila
{
    /// <summary><see cref="Modelo.Listado.Clave"/>.</summary>
    public int Listado { get; set; }
    public int Desde { get; set; }
    public int Hasta { get; set; }
    public int Puerta { get; set; }
    public int Renglones { get; set; }
    public int Contratos { get; set; }
    public int Informativas { get; set; }
    public int InformativasSinContratos { get; set; }

    /// <summary>Sum of <see cref="FilaGuardada.Huella"/> over what stands.</summary>
    public long Huella { get; set; }

    /// <summary>SHA-256 of its CSV.</summary>
    public string Canonico { get; set; } = "";

    /// <summary>What <see cref="CodecDeCifras"/> writes.</summary>
    public string Cifras { get; set; } = "[]";

    /// <summary>
    /// What its manifest says, when some of its rows were taken out since (<see cref="CodecDeSellado"/>); null while that is what it still is.
    /// </summary>
    public string? Sellado { get; set; }
    public string? FuenteNombre { get; set; }
    public string? FuenteUrl { get; set; }
    public DateTimeOffset? FuenteObtenido { get; set; }
    public string? FuenteSha256 { get; set; }
}

/// <summary>A file of a listado, or of the whole store, over a span of publications; the bytes lie under archivos/ by digest.</summary>
internal sealed class ArchivoFila
{
    /// <summary><see cref="Listado"/> of the files of the whole store.</summary>
    public const int DelAcervo = 0;

    public int Listado { get; set; }
    public string Formato { get; set; } = "";
    public int Desde { get; set; }
    public int Hasta { get; set; }
    public string Nombre { get; set; } = "";
    public string Origen { get; set; } = "";
    public long Bytes { get; set; }
    public string Sha256 { get; set; } = "";

    /// <summary>The publication that took it out; null while it can be had.</summary>
    public int? Retiro { get; set; }
}

/// <summary>Something taken out of every publication.</summary>
internal sealed class RetiroFila
{
    /// <summary>The publication that took it out.</summary>
    public int Secuencia { get; set; }
    public string? Folio { get; set; }
    public string? Sha256 { get; set; }

    /// <summary>Folios that were in no publication after it.</summary>
    public List<string> Folios { get; set; } = [];
    public string Motivo { get; set; } = "";
}

/// <summary>One exact (nombre, tipo de persona) as published. Empty name or 0 stand for what the list does not say.</summary>
internal sealed class ParteFila
{
    public int Id { get; set; }
    public string Nombre { get; set; } = "";
    public int TipoPersona { get; set; }
    public string? Clave { get; set; }

    /// <summary><see cref="Diccionarios.Huella"/>.</summary>
    public long Huella { get; set; }
}

/// <summary>The findings of a row, stored once per distinct content; the key is derived from it.</summary>
internal sealed class HallazgosFila
{
    public long Id { get; set; }
    public byte[] Contenido { get; set; } = [];
}

/// <summary>A line of a listado.</summary>
internal sealed class RenglonFila
{
    public long Clave { get; set; }
    public int Desde { get; set; }
    public int Hasta { get; set; }
    public int Ordinal { get; set; }
    public string? FolioInformativa { get; set; }
    public int? TipoInformativa { get; set; }

    /// <summary>Days since 0001-01-01 (<see cref="DateOnly.DayNumber"/>), as all days of rows.</summary>
    public int? FechaPresentacion { get; set; }
    public int Contratista { get; set; }

    /// <summary>1: a contract (else an informativa without); 2: its service text was masked.</summary>
    public int Banderas { get; set; }
    public string? FolioContrato { get; set; }
    public int? Contratante { get; set; }
    public string? Servicio { get; set; }
    public int? FechaInicio { get; set; }
    public int? FechaFin { get; set; }
    public int? PersonasTrabajadoras { get; set; }

    /// <summary>One bit per <see cref="Reglas.Codigo"/>.</summary>
    public int Inconsistencias { get; set; }
    public int Observaciones { get; set; }
    public long? Hallazgos { get; set; }
}

/// <summary>A listed informativa.</summary>
internal sealed class InformativaFila
{
    public long Clave { get; set; }
    public int Desde { get; set; }
    public int Hasta { get; set; }
    public int Ordinal { get; set; }
    public string? Folio { get; set; }
    public int? Tipo { get; set; }
    public int? FechaPresentacion { get; set; }
    public int Contratista { get; set; }
    public int Contratos { get; set; }
    public int Inconsistencias { get; set; }
    public int Observaciones { get; set; }
    public long? Hallazgos { get; set; }

    /// <summary>Of no digest: it is not published, and a row that only has another one is the same row.</summary>
    public string? Referencia { get; set; }
}

/// <summary>
/// A listado that an unsealed publication is writing: from which keys its new rows start. What a dead run leaves behind,
/// and what the next writer needs to undo it.
/// </summary>
internal sealed class EnCursoFila
{
    public int Listado { get; set; }
    public long PrimerRenglon { get; set; }
    public long PrimeraInformativa { get; set; }
}

/// <summary>
/// A file of indice/: of a listado or of the parties, as a publication left it. Derived from the rows: a lost one is made again.
/// </summary>
internal sealed class IndiceFila
{
    public string Nombre { get; set; } = "";
    public int Desde { get; set; }
    public long Bytes { get; set; }

    /// <summary>Of all its bytes: it finds damage, not a forger.</summary>
    public long Huella { get; set; }
}

/// <summary>A fact about the whole store, by name.</summary>
internal sealed class AjusteFila
{
    public string Nombre { get; set; } = "";
    public string Valor { get; set; } = "";
}
