using Icsoe.Domain.Almacen.Acervo;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Retiros;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>
/// The only way to write the public store; its owner holds the lock of the folder. Rows are committed in batches that nobody sees,
/// since every read names a sealed publication; <see cref="Sellar"/> makes them count, in one small transaction.
/// Opening undoes what a dead run left.
/// </summary>
public sealed class EscritorPublico : IDisposable
{
    private const int RenglonesPorLote = 50_000;
    private const string Ejemplo = "ejemplo";

    private readonly SqliteConnection conexion;
    private readonly PublicoContext contexto;
    private readonly EscritorDeIndices indices;
    private Diccionarios diccionarios;
    private readonly List<Publicacion> publicaciones;
    private Transaccion? lote;
    private IDbContextTransaction? desalojo;
    private int enLote;

    private EscritorPublico(string ruta)
    {
        conexion = Conexiones.ParaEscribir(ruta);
        contexto = Conexiones.Contexto(conexion);
        try
        {
            Migrador.Migrar(contexto);
            Resumen.Sembrar(conexion);
        }
        catch
        {
            contexto.Dispose();
            conexion.Dispose();
            throw;
        }
        publicaciones = Estados.Publicaciones(contexto);
        RestosDeOrden.Deshacer(conexion, contexto, SecuenciaNueva);
        indices = new EscritorDeIndices(Path.GetDirectoryName(ruta)!, conexion, contexto);
        diccionarios = new Diccionarios(conexion, indices.Partes);
    }

    /// <summary>Opens the store of a folder, making or migrating it as needed.</summary>
    /// <exception cref="AlmacenException">It was written by a newer version, or is no store of ours.</exception>
    public static EscritorPublico Abrir(string directorio)
    {
        Directory.CreateDirectory(directorio);
        return new EscritorPublico(Path.Combine(directorio, Conexiones.Archivo));
    }

    /// <summary>The last sealed publication; null while there is none.</summary>
    public Publicacion? Vigente => publicaciones.Count == 0 ? null : publicaciones[^1];

    /// <summary>Every sealed publication, oldest first.</summary>
    public IReadOnlyList<Publicacion> Publicaciones => publicaciones;

    /// <summary>Whether this is the fictitious sample's store.</summary>
    public bool EsEjemplo => contexto.Ajustes.AsNoTracking().Any(ajuste => ajuste.Nombre == Ejemplo);

    /// <summary>Marks an empty store as the sample's, for ever.</summary>
    public void MarcarEjemplo()
    {
        contexto.Ajustes.Add(new AjusteFila { Nombre = Ejemplo, Valor = "si" });
        contexto.SaveChanges();
    }

    /// <summary>Listados as they stand now, in key order.</summary>
    public IReadOnlyList<EstadoListado> Listados() => Estados.Listados(contexto, Vigente?.Secuencia ?? 0);

    /// <summary>Public keys, the oldest first; the one that signs, if any, is not retired.</summary>
    public IReadOnlyList<LlavePublica> Llaves() => Estados.Llaves(contexto);

    /// <summary>Makes another key the one that signs: the one that did is retired.</summary>
    public void CambiarLlave(LlavePublica nueva)
    {
        using var transaccion = contexto.Database.BeginTransaction();
        contexto
            .Llaves.Where(llave => llave.RetiradaEn == null)
            .ExecuteUpdate(cambio => cambio.SetProperty(llave => llave.RetiradaEn, nueva.CreadaEn));
        contexto.Llaves.Add(
            new LlaveFila
            {
                Id = nueva.Id,
                Pem = nueva.Pem,
                CreadaEn = nueva.CreadaEn,
            }
        );
        contexto.SaveChanges();
        transaccion.Commit();
        contexto.ChangeTracker.Clear();
    }

    /// <summary>Hands out the lines of a listado as it will stand at the publication being written, in the order of files.</summary>
    public void Leer(Listado listado, AlLeerRenglon destino, CancellationToken ct) => Leer(listado, SecuenciaNueva, destino, ct);

    /// <summary>Hands out the lines of a listado as it stands at a publication, in the order of files.</summary>
    public void Leer(Listado listado, int secuencia, AlLeerRenglon destino, CancellationToken ct) =>
        new LectorDeListado(conexion).Leer(listado, secuencia, destino, ct);

    /// <summary>Gives back the memory that writing rows took: what follows reads them once, in order.</summary>
    internal void Aligerar() => Conexiones.Pragma(conexion, "cache_size = -8192; PRAGMA shrink_memory");

    /// <summary>Hands out every line of a listado that ever stood, up to the publication being written, in the order of files.</summary>
    internal void LeerHistoria(Listado listado, AlLeerVida destino, CancellationToken ct) =>
        new LectorDeListado(conexion).LeerHistoria(listado, SecuenciaNueva, destino, ct);

    /// <summary>Starts a database of rows for people to take away; the caller gives it the rows and disposes it.</summary>
    internal BaseParaLlevar BaseParaLlevar(string ruta, bool conHistoria) => new(ruta, conHistoria, Procedencia.De(), conexion);

    /// <summary>The same lines as <see cref="Leer(Listado, AlLeerRenglon, CancellationToken)"/>, whole.</summary>
    public IEnumerable<RenglonPublico> Renglones(Listado listado) => new LectorDeListado(conexion).Renglones(listado, SecuenciaNueva);

    /// <summary>Everything that was taken out of the store, in order.</summary>
    public IReadOnlyList<Retiro> Retiros() => Estados.Retiros(contexto);

    /// <summary>Digests of files that were taken out and of which no publication has another copy.</summary>
    public IReadOnlyList<string> ArchivosRetirados() =>
        [
            .. contexto
                .Archivos.Where(archivo => archivo.Retiro != null)
                .Select(archivo => archivo.Sha256)
                .Except(contexto.Archivos.Where(archivo => archivo.Retiro == null).Select(archivo => archivo.Sha256)),
        ];

    /// <summary>The files of a digest in every publication; empty when there is none.</summary>
    public IReadOnlyList<ArchivoPublicado> Archivos(string sha256) =>
        [.. contexto.Archivos.AsNoTracking().Where(archivo => archivo.Sha256 == sha256).AsEnumerable().Select(Estados.Archivo)];

    /// <summary>
    /// Empties the rows of a folio in every publication, in a transaction that <see cref="Sellar"/> ends and that goes with this writer if
    /// it does not: nobody sees a part of it.
    /// </summary>
    public Desalojado Desalojar(string folio)
    {
        // What is emptied must not lie on in the file. Neither setting can change once the transaction has begun.
        Conexiones.Pragma(conexion, "secure_delete = ON");
        Conexiones.Pragma(conexion, "synchronous = FULL");
        desalojo = contexto.Database.BeginTransaction();
        var (toques, folios) = new Desalojo(contexto, diccionarios).Desalojar(folio);
        if (toques.Count == 0)
            return new([], []);
        var vigencias = toques.GroupBy(toque => toque.Listado).ToDictionary(grupo => grupo.Key, grupo => grupo.ToList());
        indices.Rehacer(vigencias.Keys.Order(), SecuenciaNueva);
        var mermados =
            from fila in contexto.Listados.AsNoTracking().OrderBy(fila => fila.Desde).ThenBy(fila => fila.Listado).AsEnumerable()
            let listado = Listado.DeClave(fila.Listado)
            let suyas = vigencias.GetValueOrDefault(listado, []).Where(toque => toque.Vigencia.Toca(new(fila.Desde, fila.Hasta))).ToList()
            where suyas.Count > 0
            select new EstadoMermado(
                listado,
                fila.Desde,
                fila.Hasta == Tiempos.Siempre,
                suyas.Exists(toque => toque.SeVa),
                Contar(listado, fila.Desde)
            );
        return new([.. mermados], folios);
    }

    /// <summary>What a listado holds at a publication, counted row by row; it says nothing of changes.</summary>
    public Totales Contar(Listado listado, int secuencia) => new FilasGuardadas(conexion).Contar(listado, secuencia);

    /// <summary>The quality report of the last publication.</summary>
    public Calidad Calidad() => Estados.Calidad(contexto, Vigente?.Secuencia ?? 0);

    /// <summary>Measures what is being written.</summary>
    internal Medidor Medidor() => new(conexion, SecuenciaNueva);

    private int SecuenciaNueva => (Vigente?.Secuencia ?? 0) + 1;

    /// <summary>Starts to write the whole new content of a listado. Its rows count from the next <see cref="Sellar"/>.</summary>
    public EscrituraDeListado Escribir(Listado listado)
    {
        CerrarLote();
        var primeras = (Siguiente("renglones", listado), Siguiente("informativas", listado));
        contexto.EnCurso.Add(
            new EnCursoFila
            {
                Listado = listado.Clave,
                PrimerRenglon = primeras.Item1,
                PrimeraInformativa = primeras.Item2,
            }
        );
        contexto.SaveChanges();
        contexto.ChangeTracker.Clear();
        AbrirLote();
        return new EscrituraDeListado(conexion, listado, SecuenciaNueva, diccionarios, primeras, indices, AlEscribir);
    }

    /// <summary>
    /// Seals: the records of the publication and of the listados it changes, in one transaction flushed to disk. After it the publication
    /// stands whole; before it, nobody sees anything of it.
    /// </summary>
    /// <param name="acervo">Files of the whole store; null for those that stood.</param>
    public Publicacion Sellar(
        IdPublicacion id,
        DateTimeOffset selladaEn,
        DateOnly? corte,
        Puerta puerta,
        Programa programa,
        IReadOnlyList<ListadoPorSellar> cambiados,
        IReadOnlyList<ArchivoPublicado>? acervo = null,
        ManifiestoSellado? manifiesto = null,
        Calidad? calidad = null,
        RetiroPorSellar? retiro = null
    )
    {
        CerrarLote();
        var secuencia = SecuenciaNueva;
        if (desalojo is null)
            Conexiones.Pragma(conexion, "synchronous = FULL");
        using (var transaccion = desalojo ?? contexto.Database.BeginTransaction())
        {
            indices.Sellar(secuencia);
            if (retiro is not null)
                RegistroDeRetiros.Asentar(contexto, retiro, indices.Cifras, secuencia);
            foreach (var cambiado in cambiados)
                RegistroDeListados.Seguir(contexto, cambiado, indices.Cifras(cambiado.Listado, secuencia), secuencia);
            if (acervo is not null)
                RegistroDeListados.SeguirAcervo(contexto, acervo, secuencia);
            contexto.Publicaciones.Add(
                new PublicacionFila
                {
                    Secuencia = secuencia,
                    Id = id.ToString(),
                    Anterior = Vigente?.Id.ToString(),
                    SelladaEn = selladaEn,
                    Corte = corte,
                    Puerta = (int)puerta,
                    ProgramaVersion = programa.Version,
                    ProgramaCommit = programa.Commit,
                    Manifiesto = manifiesto?.Sha256,
                    ManifiestoBytes = manifiesto?.Bytes,
                    Firma = manifiesto?.Firma?.Der,
                    Llave = manifiesto?.Firma?.Llave,
                    Calidad = CodecDeCalidad.Escribir(calidad ?? Domain.Publicaciones.Calidad.Ninguna),
                }
            );
            contexto.EnCurso.ExecuteDelete();
            contexto.SaveChanges();
            transaccion.Commit();
            desalojo = null;
        }
        contexto.ChangeTracker.Clear();
        indices.Limpiar();
        Recomenzar();
        publicaciones.Clear();
        publicaciones.AddRange(Estados.Publicaciones(contexto));
        Ordenar();
        return publicaciones[^1];
    }

    /// <summary>Undoes what was written and not sealed.</summary>
    public void Descartar()
    {
        lote?.Dispose();
        lote = null;
        RestosDeOrden.Deshacer(conexion, contexto, SecuenciaNueva);
        indices.Descartar();
        // Its numbers of parties may be of rows that were rolled back with the batch.
        Recomenzar();
    }

    public void Dispose()
    {
        lote?.Dispose();
        desalojo?.Dispose();
        diccionarios.Dispose();
        indices.Dispose();
        contexto.Dispose();
        conexion.Dispose();
    }

    /// <summary>What is sealed is sealed: a disk that fills up now must not make anyone believe otherwise, and the next writer does this.</summary>
    private void Ordenar()
    {
        try
        {
            Conexiones.Pragma(conexion, "optimize");
            Conexiones.Pragma(conexion, "wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteException error) when (FallaDeDisco.Frase(error) is not null) { }
    }

    private void Recomenzar()
    {
        diccionarios.Dispose();
        diccionarios = new Diccionarios(conexion, indices.Partes);
    }

    private void AlEscribir()
    {
        if (++enLote < RenglonesPorLote)
            return;
        CerrarLote();
        AbrirLote();
    }

    private void AbrirLote()
    {
        lote = new Transaccion(conexion);
        enLote = 0;
    }

    private void CerrarLote()
    {
        lote?.Confirmar();
        lote?.Dispose();
        lote = null;
    }

    /// <summary>Sequences follow the order of appearance and are never reassigned: the next is one past the highest ever sealed.</summary>
    private long Siguiente(string tabla, Listado listado)
    {
        using var sentencia = new Sentencia(conexion, $"SELECT max(clave) FROM {tabla} WHERE clave BETWEEN ?1 AND ?2");
        return sentencia.Numero(listado.PrimeraClave, listado.UltimaClave) is { } ultima ? ultima + 1 : listado.PrimeraClave + 1;
    }
}
