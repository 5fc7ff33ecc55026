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
    private readonly ConcurrentDictionary<int, IReadOnlyList<EstadoListado>> estados = new();
    private volatile IReadOnlyList<Publicacion> publicaciones = [];
    private readonly Lock abriendo = new();
    private volatile Indices indices = Indice.Indices.Ningunos;
    private bool? ejemplo;

    /// <summary>Rows a question may look at, times what each costs: some 0.1 s of a core.</summary>
    internal long TrabajoMaximo { get; init; } = 24_000_000;

    /// <summary>How rows are gone through; only tests choose.</summary>
    internal Plan Plan { get; set; }

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
    /// <exception cref="ConsultaDemasiadoAmpliaException">It would take too much work; so with every question.</exception>
    public Pagina<RenglonPublico> Contratos(Consulta consulta, CancellationToken ct = default) =>
        Pagina(consulta, Entidad.Contrato, (filas, clave, partes) => filas.Renglon(clave, partes), ct);

    /// <summary>Rows of a query, in its order: contracts and informativas without contracts, as in the files.</summary>
    public Pagina<RenglonPublico> Renglones(Consulta consulta, CancellationToken ct = default) =>
        Pagina(consulta, Entidad.Renglon, (filas, clave, partes) => filas.Renglon(clave, partes), ct);

    /// <summary>Informativas of a query, in its order. <see cref="Consulta.FoliosContrato"/> keeps those that hold such a contract.</summary>
    public Pagina<InformativaPublica> Informativas(Consulta consulta, CancellationToken ct = default) =>
        Pagina(consulta, Entidad.Informativa, (filas, clave, partes) => filas.Informativa(clave, partes), ct);

    /// <summary>How many rows a query finds, up to 10,000, and if asked how many of each kind.</summary>
    public Recuento Contar(Consulta consulta, Entidad entidad, bool conFacetas, CancellationToken ct = default) =>
        Preguntar(
            new Contador(null!, false).Terminar(conFacetas),
            consulta,
            entidad,
            (buscador, _, partes) =>
            {
                var contador = new Contador(partes, entidad != Entidad.Informativa);
                buscador.Todas(Contador.Maximo, contador.Contar);
                return contador.Terminar(conFacetas);
            },
            ct
        );

    /// <summary>For a query that finds nothing: parameters with a text that does find something, nearest first.</summary>
    public IReadOnlyList<(string Parametro, string Valor)> QuizaQuisoDecir(
        Consulta consulta,
        Entidad entidad,
        CancellationToken ct = default
    ) => Con<IReadOnlyList<(string, string)>>([], _ => []);

    /// <summary>The last publication at which a contract of that folio stood, up to the current one; null when there never was one.</summary>
    public Publicacion? UltimaConContrato(string folio) => Ultima(Seccion.FolioContrato, Seccion.PorFolioContrato, Entidad.Renglon, folio);

    /// <summary>The last publication at which an informativa of that folio stood; null when there never was one.</summary>
    public Publicacion? UltimaConInformativa(string folio) =>
        Ultima(Seccion.FolioInformativa, Seccion.PorFolioInformativa, Entidad.Informativa, folio);

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

    private Pagina<T> Pagina<T>(
        Consulta consulta,
        Entidad entidad,
        Func<LectorDeFilas, long, IndiceDePartes, T> leer,
        CancellationToken ct
    ) =>
        Preguntar(
            new Pagina<T>([], null),
            consulta,
            entidad,
            (buscador, filas, partes) =>
            {
                var (halladas, siguiente) = buscador.Pagina();
                return new Pagina<T>([.. halladas.Select(hallada => leer(filas, hallada.Clave, partes))], siguiente);
            },
            ct
        );

    private T Preguntar<T>(
        T siNoHay,
        Consulta consulta,
        Entidad entidad,
        Func<Buscador, LectorDeFilas, IndiceDePartes, T> responder,
        CancellationToken ct
    ) =>
        Con(
            siNoHay,
            abierta =>
            {
                var abiertos = Indices(abierta);
                if (abiertos.Partes is not { } partes)
                    return siNoHay;
                var trabajo = new Trabajo(TrabajoMaximo, ct) { Acotar = ParaAcotar(consulta) };
                var pregunta = new Pregunta(abiertos, abierta.Filas, consulta, entidad, trabajo);
                var respuesta = responder(new Buscador(pregunta, partes, Plan), abierta.Filas, partes);
                // What was read lies in files that must stay mapped until here.
                GC.KeepAlive(abiertos);
                return respuesta;
            }
        );

    /// <summary>What would narrow a query most: a periodo above all.</summary>
    private static List<string> ParaAcotar(Consulta consulta)
    {
        var parametros = new List<string>();
        if (consulta.Periodos.Count == 0)
            parametros.Add("periodo");
        if (consulta.ClavesDeContratista.Count == 0)
            parametros.Add("contratista_clave");
        if (consulta.ClavesDeContratante.Count == 0)
            parametros.Add("contratante_clave");
        if (consulta.Listas.Count == 0)
            parametros.Add("lista");
        return parametros;
    }

    /// <summary>The indexes of the current publication, opened again when there is a new one.</summary>
    private Indices Indices(Abierta abierta)
    {
        var secuencia = abierta.UltimaSecuencia();
        var actuales = indices;
        if (actuales.Secuencia == secuencia)
            return actuales;
        lock (abriendo)
        {
            if (indices.Secuencia == secuencia)
                return indices;
            for (var intento = 0; ; intento++)
            {
                try
                {
                    return indices = Indice.Indices.Abrir(Directorio, secuencia, CarpetaDeIndices.Vigentes(abierta.Contexto), indices);
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
        Con(
            null,
            abierta =>
            {
                // Nobody has an empty folio, and its number is that of those that have none.
                if (folio.Length == 0)
                    return null;
                var actuales = Indices(abierta);
                var clave = ClaveDeFolio.De(folio, out var entera);
                var ultima = 0;
                foreach (var tramo in actuales.De(entidad))
                {
                    foreach (var fila in Lugares.EntreFolios(tramo, columna, orden, clave, clave + 1))
                    {
                        if ((entera && !tramo.FoliosInexactos) || Folio(abierta.Filas, tramo.Clave(fila)) == folio)
                            ultima = Math.Max(ultima, tramo.Hasta(fila) - 1 ?? actuales.Secuencia);
                    }
                }
                GC.KeepAlive(actuales);
                return ultima == 0 ? null : publicaciones[ultima - 1];

                string? Folio(LectorDeFilas filas, long suya) =>
                    columna == Seccion.FolioContrato ? filas.FolioContrato(suya) : filas.FolioInformativa(entidad, suya);
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

        private Abierta(SqliteConnection conexion)
        {
            this.conexion = conexion;
            Contexto = Conexiones.Contexto(conexion);
            ultima = new Sentencia(conexion, "SELECT coalesce(max(secuencia), 0) FROM publicaciones");
            Filas = new LectorDeFilas(conexion);
        }

        public PublicoContext Contexto { get; }

        public LectorDeFilas Filas { get; }

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
            Filas.Dispose();
            ultima.Dispose();
            Contexto.Dispose();
            conexion.Dispose();
        }
    }
}
