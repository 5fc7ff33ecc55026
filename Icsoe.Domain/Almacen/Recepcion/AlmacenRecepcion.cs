using System.Security.Cryptography;
using Icsoe.Domain.Modelo;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Icsoe.Domain.Almacen.Recepcion;

/// <summary>What became of a filing that came in.</summary>
public enum Recibida
{
    Nueva,

    /// <summary>The same filing was already here: once is enough.</summary>
    Repetida,

    /// <summary>Its folio was already received with other content: rejected.</summary>
    ConOtroContenido,
}

/// <summary>A filing made ready to be kept: what costs time is done before it comes to the store.</summary>
/// <param name="Expediente">RFC, else clave, of the contratista.</param>
/// <param name="Dia">Mexico City day of the filing.</param>
/// <param name="Huella">SHA-256 of <paramref name="Contenido"/>: the same line twice is one.</param>
/// <param name="Contenido">The whole filing.</param>
public sealed record PorRecibir(string Folio, Periodo Periodo, string? Expediente, DateOnly Dia, byte[] Huella, byte[] Contenido)
{
    /// <summary>Makes a filing of the institute door ready: it has folio and date.</summary>
    public static PorRecibir De(Informativa informativa)
    {
        var contenido = CodecDeInformativa.Escribir(informativa);
        return new PorRecibir(
            informativa.Folio!,
            informativa.Periodo,
            informativa.ClaveDeExpediente,
            informativa.FechaPresentacion!.Value,
            SHA256.HashData(contenido),
            contenido
        );
    }
}

/// <summary>
/// The private store of the institute door, <c>recepcion.db</c> in a folder of mode 0700: filings whole, with RFC. Only the command line
/// opens it, under the lock of the public folder.
/// </summary>
public sealed class AlmacenRecepcion : IDisposable
{
    private readonly SqliteConnection conexion;
    private readonly Sentencia buscar;
    private readonly Sentencia insertar;
    private Transaccion? transaccion;
    private long ultimoOrden;

    private AlmacenRecepcion(string ruta)
    {
        conexion = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = ruta, Pooling = false }.ToString());
        conexion.Open();
        try
        {
            Sentencia.Ejecutar(conexion, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768");
            Migrador.Migrar(
                conexion,
                () => new RecepcionContext(new DbContextOptionsBuilder<RecepcionContext>().UseSqlite(conexion).Options)
            );
        }
        catch (Exception error)
        {
            conexion.Dispose();
            if (error is SqliteException sqlite && Migrador.EsIlegible(sqlite))
                throw Migrador.Ilegible(ruta, sqlite);
            throw;
        }
        buscar = new Sentencia(conexion, "SELECT huella FROM recibidas WHERE folio = ?1");
        insertar = new Sentencia(
            conexion,
            """
            INSERT INTO recibidas (orden, folio, periodo, expediente, dia, huella, contenido) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT (folio) DO NOTHING
            """
        );
        using var ultimo = new Sentencia(conexion, "SELECT coalesce(max(orden), 0) FROM recibidas");
        ultimoOrden = ultimo.Numero()!.Value;
    }

    /// <summary>Opens the store of a folder, making or migrating it as needed.</summary>
    /// <exception cref="AlmacenException">It was written by a newer version, or is no store of ours.</exception>
    public static AlmacenRecepcion Abrir(string directorio)
    {
        CrearCarpeta(directorio);
        return new AlmacenRecepcion(Path.Combine(directorio, "recepcion.db"));
    }

    /// <summary>Makes the private folder, which only its owner may enter.</summary>
    internal static void CrearCarpeta(string directorio)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(directorio);
        else
            Directory.CreateDirectory(directorio, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Takes a filing in, within one transaction that <see cref="Confirmar"/> ends; without it nothing was received.</summary>
    public Recibida Recibir(PorRecibir informativa)
    {
        transaccion ??= new Transaccion(conexion);
        var nueva = insertar
            .Con(ultimoOrden + 1)
            .Con(informativa.Folio)
            .Con(informativa.Periodo.Clave)
            .Con(informativa.Expediente)
            .Con(informativa.Dia.DayNumber)
            .Ejecutar(informativa.Huella, informativa.Contenido);
        if (nueva == 1)
        {
            ultimoOrden++;
            return Recibida.Nueva;
        }
        return buscar.Bytes(informativa.Folio).AsSpan().SequenceEqual(informativa.Huella) ? Recibida.Repetida : Recibida.ConOtroContenido;
    }

    /// <summary>Keeps what was received.</summary>
    public void Confirmar()
    {
        transaccion?.Confirmar();
        transaccion?.Dispose();
        transaccion = null;
    }

    /// <summary>Periodos with filings up to the corte that no sealing has considered, in order.</summary>
    public IReadOnlyList<Periodo> Pendientes(DateOnly corte)
    {
        using var sentencia = new Sentencia(
            conexion,
            """
            SELECT r.periodo FROM recibidas r LEFT JOIN sellados s ON s.periodo = r.periodo
            WHERE r.dia <= ?1 AND (s.periodo IS NULL OR r.orden > s.orden OR r.dia > s.corte)
            GROUP BY r.periodo ORDER BY r.periodo
            """
        );
        using var filas = sentencia.Leer(corte.DayNumber);
        var periodos = new List<Periodo>();
        while (filas.Avanzar())
            periodos.Add(Periodo.DeClave(filas.Entero(0)));
        return periodos;
    }

    /// <summary>The expedientes of a periodo, one after another, each in order of reception. Only one is in memory at a time.</summary>
    public IEnumerable<IReadOnlyList<Informativa>> Expedientes(Periodo periodo)
    {
        using var sentencia = new Sentencia(
            conexion,
            "SELECT expediente, contenido FROM recibidas WHERE periodo = ?1 ORDER BY expediente, orden"
        );
        using var filas = sentencia.Leer(periodo.Clave);
        byte[] actual = [];
        var informativas = new List<Informativa>();
        while (filas.Avanzar())
        {
            if (!filas.Utf8(0).SequenceEqual(actual))
            {
                if (informativas.Count > 0)
                    yield return informativas;
                (actual, informativas) = (filas.Bytes(0), []);
            }
            informativas.Add(CodecDeInformativa.Leer(filas.Utf8(1)));
        }
        if (informativas.Count > 0)
            yield return informativas;
    }

    /// <summary>
    /// Remembers up to where these periodos have been sealed. On a disk that has just filled up it does not: what is sealed is sealed, and
    /// a periodo that is not marked is only judged once more.
    /// </summary>
    public void MarcarSellados(IEnumerable<Periodo> periodos, DateOnly corte)
    {
        try
        {
            Marcar(periodos, corte);
        }
        catch (SqliteException error) when (FallaDeDisco.Frase(error) is not null) { }
    }

    private void Marcar(IEnumerable<Periodo> periodos, DateOnly corte)
    {
        using var sellar = new Sentencia(
            conexion,
            """
            INSERT INTO sellados (periodo, orden, corte) VALUES (?1, ?2, ?3)
            ON CONFLICT (periodo) DO UPDATE SET orden = excluded.orden, corte = excluded.corte
            """
        );
        using var marca = new Transaccion(conexion);
        foreach (var periodo in periodos)
            sellar.Con(periodo.Clave).Con(ultimoOrden).Con(corte.DayNumber).Ejecutar();
        marca.Confirmar();
    }

    public void Dispose()
    {
        transaccion?.Dispose();
        buscar.Dispose();
        insertar.Dispose();
        conexion.Dispose();
    }
}
