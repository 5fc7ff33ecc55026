using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>
/// The public store, read-only: <c>icsoe.db</c> opened with <c>Mode=ReadOnly</c> and <c>query_only</c>. Safe for many threads.
/// A store that does not exist yet reads as one without publications and is picked up when it appears.
/// </summary>
public sealed class AlmacenPublico(string directorio) : IDisposable
{
    /// <summary>Folder of the store: <c>icsoe.db</c> and <c>archivos/</c> live there.</summary>
    public string Directorio { get; } = directorio;

    /// <summary>Whether the store holds the fictitious sample.</summary>
    public bool EsEjemplo => throw new NotSupportedException();

    /// <summary>The current publication; null while nothing was sealed.</summary>
    public Publicacion? Vigente() => throw new NotSupportedException();

    /// <summary>The publication of that id; null when there is none.</summary>
    public Publicacion? Buscar(IdPublicacion id) => throw new NotSupportedException();

    /// <summary>Every publication up to and including <paramref name="secuencia"/>, newest first.</summary>
    public IReadOnlyList<Publicacion> Publicaciones(int secuencia) => throw new NotSupportedException();

    /// <summary>Every listado that stands at a publication, in key order.</summary>
    public IReadOnlyList<EstadoListado> Listados(int secuencia) => throw new NotSupportedException();

    /// <summary>Contracts of a query, in key order: rows whose <see cref="RenglonPublico.Contrato"/> is not null.</summary>
    public IReadOnlyList<RenglonPublico> Contratos(Consulta consulta) => throw new NotSupportedException();

    /// <summary>Rows of a query, in key order: contracts and informativas without contracts, as in the files.</summary>
    public IReadOnlyList<RenglonPublico> Renglones(Consulta consulta) => throw new NotSupportedException();

    /// <summary>Informativas of a query, in key order. <see cref="Consulta.FoliosContrato"/> keeps those that hold such a contract.</summary>
    public IReadOnlyList<InformativaPublica> Informativas(Consulta consulta) => throw new NotSupportedException();

    /// <summary>The last publication at which a contract of that folio stood, up to the current one; null when there never was one.</summary>
    public Publicacion? UltimaConContrato(string folio) => throw new NotSupportedException();

    /// <summary>The last publication at which an informativa of that folio stood; null when there never was one.</summary>
    public Publicacion? UltimaConInformativa(string folio) => throw new NotSupportedException();

    /// <summary>The file of that exact name at a publication; null when there is none.</summary>
    public ArchivoPublicado? ArchivoPorNombre(string nombre, int secuencia) => throw new NotSupportedException();

    /// <summary>Any published file, of any publication, by digest (64 lower-case hex digits); null when there is none.</summary>
    public ArchivoPublicado? ArchivoPorDigest(string sha256) => throw new NotSupportedException();

    /// <summary>Path on disk of a published file; it may have been removed or altered since.</summary>
    public string Ruta(ArchivoPublicado archivo) => Path.Combine(Directorio, "archivos", archivo.Sha256);

    public void Dispose() { }
}
