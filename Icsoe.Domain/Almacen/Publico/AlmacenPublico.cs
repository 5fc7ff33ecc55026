using System.Collections.Concurrent;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>
/// The public store, read-only: <c>icsoe.db</c> opened with <c>Mode=ReadOnly</c> and <c>query_only</c>. Safe for many threads.
/// A store that does not exist yet reads as one without publications and is picked up when it appears.
/// </summary>
public sealed partial class AlmacenPublico(string directorio) : IDisposable
{
    private const int EstadosGuardados = 32;

    private readonly string ruta = Path.Combine(directorio, Conexiones.Archivo);
    private readonly ConcurrentBag<Abierta> libres = [];
    private readonly ConcurrentDictionary<int, IReadOnlyList<EstadoListado>> estados = new();
    private volatile IReadOnlyList<Publicacion> publicaciones = [];
    private bool? ejemplo;

    /// <summary>Folder of the store: <c>icsoe.db</c> and <c>archivos/</c> live there.</summary>
    public string Directorio { get; } = directorio;

    /// <summary>Whether the store holds the fictitious sample.</summary>
    public bool EsEjemplo
    {
        get
        {
            // Only a sealed store has said what it is: the question is asked again until then.
            if (ejemplo is null && Vigente() is not null)
                ejemplo = Con(false, abierta => abierta.Contexto.Ajustes.AsNoTracking().Any(ajuste => ajuste.Nombre == "ejemplo"));
            return ejemplo ?? false;
        }
    }

    /// <summary>The current publication; null while nothing was sealed.</summary>
    /// <exception cref="AlmacenException">The store was written by another version of the program.</exception>
    public Publicacion? Vigente()
    {
        var secuencia = Con(0, abierta => abierta.UltimaSecuencia());
        if (secuencia > publicaciones.Count)
            publicaciones = Con<IReadOnlyList<Publicacion>>([], abierta => Estados.Publicaciones(abierta.Contexto));
        return secuencia == 0 ? null : publicaciones[secuencia - 1];
    }

    /// <summary>The publication of that id; null when there is none.</summary>
    public Publicacion? Buscar(IdPublicacion id)
    {
        Vigente();
        return publicaciones.FirstOrDefault(publicacion => publicacion.Id == id);
    }

    /// <summary>Every publication up to and including <paramref name="secuencia"/>, newest first.</summary>
    public IReadOnlyList<Publicacion> Publicaciones(int secuencia) => [.. publicaciones.Take(secuencia).Reverse()];

    /// <summary>Every listado that stands at a publication, in key order.</summary>
    public IReadOnlyList<EstadoListado> Listados(int secuencia)
    {
        if (estados.TryGetValue(secuencia, out var guardados))
            return guardados;
        var leidos = Con<IReadOnlyList<EstadoListado>>([], abierta => Estados.Listados(abierta.Contexto, secuencia));
        // What a sealed publication says never changes; a few of them are kept, and too many are forgotten together.
        if (estados.Count >= EstadosGuardados)
            estados.Clear();
        if (secuencia > 0 && secuencia <= publicaciones.Count)
            estados[secuencia] = leidos;
        return leidos;
    }

    /// <summary>Contracts of a query, in its order: rows whose <see cref="RenglonPublico.Contrato"/> is not null.</summary>
    public Pagina<RenglonPublico> Contratos(Consulta consulta, CancellationToken ct = default) => Renglones(consulta, soloContratos: true);

    /// <summary>Rows of a query, in its order: contracts and informativas without contracts, as in the files.</summary>
    public Pagina<RenglonPublico> Renglones(Consulta consulta, CancellationToken ct = default) => Renglones(consulta, soloContratos: false);

    /// <summary>Informativas of a query, in its order. <see cref="Consulta.FoliosContrato"/> keeps those that hold such a contract.</summary>
    public Pagina<InformativaPublica> Informativas(Consulta consulta, CancellationToken ct = default)
    {
        var existentes = Existentes(consulta.Secuencia);
        var filas = Con([], abierta => abierta.Renglones.Informativas(UnaMas(consulta), existentes));
        return Cortar(filas, consulta, fila => fila.Clave);
    }

    /// <summary>How many rows a query finds and, if asked, how many of each kind.</summary>
    public Recuento Contar(Consulta consulta, Entidad entidad, bool conFacetas, CancellationToken ct = default) =>
        Con(new Recuento(default, null), _ => throw new NotSupportedException());

    /// <summary>For a query that finds nothing: parameters with a text that does find something, nearest first.</summary>
    public IReadOnlyList<(string Parametro, string Valor)> QuizaQuisoDecir(
        Consulta consulta,
        Entidad entidad,
        CancellationToken ct = default
    ) => Con<IReadOnlyList<(string, string)>>([], _ => []);

    /// <summary>The last publication at which a contract of that folio stood, up to the current one; null when there never was one.</summary>
    public Publicacion? UltimaConContrato(string folio) => Ultima("renglones", "folio_contrato", folio);

    /// <summary>The last publication at which an informativa of that folio stood; null when there never was one.</summary>
    public Publicacion? UltimaConInformativa(string folio) => Ultima("informativas", "folio", folio);

    /// <summary>The file of that exact name at a publication; null when there is none.</summary>
    public ArchivoPublicado? ArchivoPorNombre(string nombre, int secuencia) =>
        Listados(secuencia).SelectMany(estado => estado.Archivos).FirstOrDefault(archivo => archivo.Nombre == nombre);

    /// <summary>Any published file, of any publication, by digest (64 lower-case hex digits); null when there is none.</summary>
    public ArchivoPublicado? ArchivoPorDigest(string sha256)
    {
        var vigente = Vigente()?.Secuencia ?? 0;
        return Con(
            null,
            abierta =>
                abierta
                    .Contexto.Archivos.AsNoTracking()
                    .Where(a => a.Sha256 == sha256 && a.Desde <= vigente)
                    .OrderBy(a => a.Desde)
                    .FirstOrDefault()
                    is { } fila
                    ? Estados.Archivo(fila)
                    : null
        );
    }

    /// <summary>Path on disk of a published file; it may have been removed or altered since.</summary>
    public string Ruta(ArchivoPublicado archivo) => Path.Combine(Directorio, "archivos", archivo.Sha256);

    public void Dispose()
    {
        while (libres.TryTake(out var abierta))
            abierta.Dispose();
    }

    private Pagina<RenglonPublico> Renglones(Consulta consulta, bool soloContratos)
    {
        var existentes = Existentes(consulta.Secuencia);
        var filas = Con([], abierta => abierta.Renglones.Renglones(UnaMas(consulta), existentes, soloContratos));
        return Cortar(filas, consulta, fila => fila.Clave);
    }

    private static Consulta UnaMas(Consulta consulta) =>
        consulta.Limite == int.MaxValue ? consulta : consulta with { Limite = consulta.Limite + 1 };

    private static Pagina<T> Cortar<T>(List<T> filas, Consulta consulta, Func<T, long> clave) =>
        filas.Count <= consulta.Limite
            ? new(filas, null)
            : new(filas.GetRange(0, consulta.Limite), new Marca(clave(filas[consulta.Limite - 1])));

    private List<Listado> Existentes(int secuencia) => [.. Listados(secuencia).Select(estado => estado.Listado)];

    private Publicacion? Ultima(string tabla, string columna, string folio)
    {
        if (Vigente() is not { } vigente)
            return null;
        return Con(null, abierta => abierta.Renglones.UltimaSecuencia(tabla, columna, folio, vigente.Secuencia)) is { } secuencia
            ? publicaciones[secuencia - 1]
            : null;
    }

    /// <summary>Runs a question on a connection of its own; <paramref name="siNoHay"/> while there is no store.</summary>
    private T Con<T>(T siNoHay, Func<Abierta, T> pregunta)
    {
        if (!libres.TryTake(out var abierta))
        {
            if (!File.Exists(ruta))
                return siNoHay;
            abierta = Abierta.Abrir(ruta);
            if (abierta is null)
                return siNoHay;
        }
        try
        {
            return pregunta(abierta);
        }
        finally
        {
            libres.Add(abierta);
        }
    }

    /// <summary>A connection with what is prepared on it.</summary>
    private sealed class Abierta : IDisposable
    {
        private readonly SqliteConnection conexion;
        private readonly Sentencia ultima;

        private Abierta(SqliteConnection conexion)
        {
            this.conexion = conexion;
            Contexto = Conexiones.Contexto(conexion);
            ultima = new Sentencia(conexion, "SELECT coalesce(max(secuencia), 0) FROM publicaciones");
            Renglones = new LectorDeRenglones(conexion);
        }

        public PublicoContext Contexto { get; }

        public LectorDeRenglones Renglones { get; }

        /// <summary>Null while a first writer is still making the store.</summary>
        public static Abierta? Abrir(string ruta)
        {
            var abierta = new Abierta(Conexiones.ParaLeer(ruta));
            try
            {
                if (Migrador.Pendientes(abierta.conexion, abierta.Contexto) == 0)
                    return abierta;
            }
            catch
            {
                abierta.Dispose();
                throw;
            }
            abierta.Dispose();
            return null;
        }

        public int UltimaSecuencia() => (int)ultima.Numero()!.Value;

        public void Dispose()
        {
            ultima.Dispose();
            Contexto.Dispose();
            conexion.Dispose();
        }
    }
}
