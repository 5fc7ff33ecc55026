using System.Collections.Concurrent;
using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Indice;
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

    /// <summary>By the last publication known and the one they are of: a later one may have taken something out of it.</summary>
    private readonly ConcurrentDictionary<(int Conocida, int Suya), IReadOnlyList<EstadoListado>> estados = new();
    private volatile IReadOnlyList<Publicacion> publicaciones = [];
    private readonly Lock abriendo = new();
    private volatile Indices abiertos = Indices.Ningunos;
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

    /// <summary>The publication of a number; null for 0. The indexes may know of one that nobody has listed yet.</summary>
    private Publicacion? DeSecuencia(int secuencia)
    {
        if (secuencia > publicaciones.Count)
            Vigente();
        return secuencia == 0 ? null : publicaciones[secuencia - 1];
    }

    /// <summary>Every publication up to and including <paramref name="secuencia"/>, newest first.</summary>
    public IReadOnlyList<Publicacion> Publicaciones(int secuencia)
    {
        if (secuencia > publicaciones.Count)
            Vigente();
        return [.. publicaciones.Take(secuencia).Reverse()];
    }

    /// <summary>Every listado that stands at a publication, in key order.</summary>
    public IReadOnlyList<EstadoListado> Listados(int secuencia)
    {
        var conocida = publicaciones.Count;
        if (estados.TryGetValue((conocida, secuencia), out var guardados))
            return guardados;
        var leidos = Con<IReadOnlyList<EstadoListado>>([], abierta => Estados.Listados(abierta.Contexto, secuencia));
        // What a sealed publication says never changes; a few of them are kept, and too many are forgotten together.
        if (estados.Count >= EstadosGuardados)
            estados.Clear();
        if (secuencia > 0 && secuencia <= conocida)
            estados[(conocida, secuencia)] = leidos;
        return leidos;
    }

    /// <summary>Every listado of a publication as its manifest tells it, whatever was taken out since; in key order.</summary>
    public IReadOnlyList<EstadoListado> ListadosSellados(int secuencia) =>
        Con<IReadOnlyList<EstadoListado>>([], abierta => Estados.ListadosSellados(abierta.Contexto, secuencia));

    /// <summary>Files of the whole store at a publication: every row that stands, and every row that ever stood.</summary>
    public IReadOnlyList<ArchivoPublicado> Acervo(int secuencia) => DeSecuencia(secuencia)?.Acervo ?? [];

    /// <summary>The quality report of a publication.</summary>
    public Calidad Calidad(int secuencia) =>
        Con(Domain.Publicaciones.Calidad.Ninguna, abierta => Estados.Calidad(abierta.Contexto, secuencia));

    /// <summary>The last publication at which a contract of that folio stood, up to the current one; null when there never was one.</summary>
    public Publicacion? UltimaConContrato(string folio) => Ultima(Seccion.FolioContrato, Seccion.PorFolioContrato, Entidad.Renglon, folio);

    /// <summary>The last publication at which an informativa of that folio stood; null when there never was one.</summary>
    public Publicacion? UltimaConInformativa(string folio) =>
        Ultima(Seccion.FolioInformativa, Seccion.PorFolioInformativa, Entidad.Informativa, folio);

    /// <summary>The file of that exact name at a publication; null when there is none.</summary>
    public ArchivoPublicado? ArchivoPorNombre(string nombre, int secuencia) =>
        Listados(secuencia)
            .SelectMany(estado => estado.Archivos)
            .Concat(Acervo(secuencia))
            .FirstOrDefault(archivo => archivo.Nombre == nombre);

    /// <summary>Any published file, of any publication, by digest (64 lower-case hex digits); null when there is none.</summary>
    public ArchivoPublicado? ArchivoPorDigest(string sha256)
    {
        var vigente = Vigente()?.Secuencia ?? 0;
        if (publicaciones.Take(vigente).FirstOrDefault(publicacion => publicacion.Manifiesto?.Sha256 == sha256) is { } suya)
            return Manifiesto.Archivo(suya);
        return Con(
            null,
            abierta =>
                abierta
                    .Contexto.Archivos.AsNoTracking()
                    .Where(a => a.Sha256 == sha256 && a.Desde <= vigente && a.Retiro == null)
                    .OrderBy(a => a.Desde)
                    .FirstOrDefault()
                    is { } fila
                    ? Estados.Archivo(fila)
                    : null
        );
    }

    /// <summary>Public keys that sign or signed manifests, the oldest first.</summary>
    public IReadOnlyList<LlavePublica> Llaves() => Con<IReadOnlyList<LlavePublica>>([], abierta => Estados.Llaves(abierta.Contexto));

    /// <summary>Path on disk of a published file; it may have been removed or altered since.</summary>
    public string Ruta(ArchivoPublicado archivo) => Path.Combine(Directorio, "archivos", archivo.Sha256);

    public void Dispose()
    {
        while (libres.TryTake(out var abierta))
            abierta.Dispose();
    }

    /// <summary>Runs a question on the indexes of the current publication; <paramref name="siNoHay"/> while there are none.</summary>
    private T ConIndices<T>(T siNoHay, Func<Indices, IndiceDePartes, LectorDeFilas, T> pregunta)
    {
        return Con(
            siNoHay,
            abierta =>
            {
                // One read for all the rows of an answer: else SQLite takes and leaves its lock for each.
                using (abierta.Leer())
                {
                    var indices = abiertos;
                    if (indices.Secuencia == abierta.UltimaSecuencia())
                        return Preguntar(indices, abierta);
                }
                // Outside of the read, which would not see what may be sealed meanwhile.
                var nuevos = AbrirIndices(abierta);
                using (abierta.Leer())
                    return Preguntar(nuevos, abierta);
            }
        );

        T Preguntar(Indices indices, Abierta abierta)
        {
            var respuesta = indices.Partes is { } partes ? pregunta(indices, partes, abierta.Filas) : siNoHay;
            // What was read lies in files that must stay mapped until here.
            GC.KeepAlive(indices);
            return respuesta;
        }
    }

    /// <summary>The indexes of the current publication, opened again when there is a new one.</summary>
    private Indices AbrirIndices(Abierta abierta)
    {
        var secuencia = abierta.UltimaSecuencia();
        lock (abriendo)
        {
            for (var intento = 0; ; intento++)
            {
                if (abiertos.Secuencia == secuencia)
                    return abiertos;
                try
                {
                    return abiertos = Indices.Abrir(Directorio, secuencia, CarpetaDeIndices.Vigentes(abierta.Contexto), abiertos);
                }
                // Between reading the record and opening the file, two publications may have been sealed.
                catch (IOException) when (intento < 2)
                {
                    secuencia = abierta.UltimaSecuencia();
                }
                catch (IOException error)
                {
                    throw new AlmacenException(
                        $"{error.Message} Cualquier orden que escriba (importar, publicar) rehace el índice.",
                        error
                    );
                }
            }
        }
    }

    private Publicacion? Ultima(Seccion columna, Seccion orden, Entidad entidad, string folio) =>
        ConIndices<Publicacion?>(
            null,
            (indices, _, filas) =>
            {
                // Nobody has an empty folio, and its number is that of those that have none.
                if (folio.Length == 0)
                    return null;
                var clave = ClaveDeFolio.De(folio, out var entera);
                var ultima = 0;
                foreach (var tramo in indices.De(entidad))
                {
                    foreach (var fila in Lugares.EntreFolios(tramo, columna, orden, clave, clave + 1))
                    {
                        if ((entera && !tramo.FoliosInexactos(columna)) || Folio(filas, tramo.Clave(fila)) == folio)
                            ultima = Math.Max(ultima, tramo.Hasta(fila) - 1 ?? indices.Secuencia);
                    }
                }
                return DeSecuencia(ultima);

                string? Folio(LectorDeFilas lector, long suya) =>
                    columna == Seccion.FolioContrato ? lector.FolioContrato(suya) : lector.FolioInformativa(entidad, suya);
            }
        );

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
        private readonly Sentencia comenzar;
        private readonly Sentencia acabar;

        private Abierta(SqliteConnection conexion, PublicoContext contexto)
        {
            (this.conexion, Contexto) = (conexion, contexto);
            comenzar = new Sentencia(conexion, "BEGIN");
            acabar = new Sentencia(conexion, "COMMIT");
            ultima = new Sentencia(conexion, "SELECT coalesce(max(secuencia), 0) FROM publicaciones");
            Filas = new LectorDeFilas(conexion);
        }

        public PublicoContext Contexto { get; }

        public LectorDeFilas Filas { get; }

        /// <summary>Null while a first writer is still making the store.</summary>
        public static Abierta? Abrir(string ruta)
        {
            var suya = Conexiones.ParaLeer(ruta);
            var contexto = Conexiones.Contexto(suya);
            try
            {
                // Before anything is prepared: there may be no tables yet.
                if (Migrador.Pendientes(suya, contexto) == 0)
                    return new Abierta(suya, contexto);
            }
            catch
            {
                contexto.Dispose();
                suya.Dispose();
                throw;
            }
            contexto.Dispose();
            suya.Dispose();
            return null;
        }

        public Lectura Leer() => new(comenzar, acabar);

        public int UltimaSecuencia() => (int)ultima.Numero()!.Value;

        public void Dispose()
        {
            Filas.Dispose();
            ultima.Dispose();
            comenzar.Dispose();
            acabar.Dispose();
            Contexto.Dispose();
            conexion.Dispose();
        }
    }

    /// <summary>A transaction that only reads.</summary>
    private readonly ref struct Lectura
    {
        private readonly Sentencia acabar;

        public Lectura(Sentencia comenzar, Sentencia acabar)
        {
            this.acabar = acabar;
            comenzar.Ejecutar();
        }

        public void Dispose() => acabar.Ejecutar();
    }
}
