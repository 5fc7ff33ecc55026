using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

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
    public void Leer(Listado listado, AlLeerRenglon destino, CancellationToken ct) =>
        new LectorDeListado(conexion).Leer(listado, SecuenciaNueva, destino, ct);

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
    public Publicacion Sellar(
        IdPublicacion id,
        DateTimeOffset selladaEn,
        DateOnly? corte,
        Puerta puerta,
        Programa programa,
        IReadOnlyList<ListadoPorSellar> cambiados,
        ManifiestoSellado? manifiesto = null,
        Calidad? calidad = null
    )
    {
        CerrarLote();
        var secuencia = SecuenciaNueva;
        Conexiones.Pragma(conexion, "synchronous = FULL");
        using (var transaccion = contexto.Database.BeginTransaction())
        {
            indices.Sellar(secuencia);
            foreach (var cambiado in cambiados)
                RegistroDeListados.Seguir(contexto, cambiado, indices.Cifras(cambiado.Listado, secuencia), secuencia);
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
