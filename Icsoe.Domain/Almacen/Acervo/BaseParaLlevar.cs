using System.Collections;
using System.Globalization;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;
using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen.Acervo;

/// <summary>
/// Rows as a SQLite database for people to take away: plain tables with the columns of the files, each party once, and a view that puts them
/// together; nothing that a SQLite of 3.40 cannot open. The same rows give the same bytes.
/// </summary>
internal sealed class BaseParaLlevar : IDisposable
{
    /// <summary>By the bits of a row's codes.</summary>
    private static readonly string[] Inconsistencias =
    [
        .. Enumerable.Range(0, Codigos.Mascaras).Select(mascara => string.Join(';', Codigos.DeMascara(mascara))),
    ];

    private static string Tablas(string columnas, string enLaVista) =>
        $"""
            CREATE TABLE informacion (tema TEXT PRIMARY KEY, texto TEXT NOT NULL);
            CREATE TABLE inconsistencias (codigo TEXT PRIMARY KEY, etiqueta TEXT NOT NULL, texto TEXT NOT NULL, condicion TEXT NOT NULL);
            CREATE TABLE partes (id INTEGER PRIMARY KEY, nombre TEXT, tipo_persona TEXT, clave TEXT);
            CREATE TABLE filas (
                id INTEGER PRIMARY KEY, contratista INTEGER NOT NULL REFERENCES partes (id), contratante INTEGER REFERENCES partes (id),
                folio_contrato TEXT, servicio TEXT, fecha_inicio TEXT, fecha_fin TEXT, personas_trabajadoras INTEGER, cuatrimestre INTEGER NOT NULL,
                ejercicio INTEGER NOT NULL, tipo_informativa TEXT, folio_informativa TEXT, fecha_presentacion TEXT, inconsistencias TEXT NOT NULL,
                lista TEXT NOT NULL{columnas}
            );
            CREATE VIEW renglones AS
                SELECT d.nombre AS contratista, d.tipo_persona AS tipo_persona_contratista, e.nombre AS contratante,
                    e.tipo_persona AS tipo_persona_contratante, f.folio_contrato, f.servicio, f.fecha_inicio, f.fecha_fin, f.personas_trabajadoras,
                    f.cuatrimestre, f.ejercicio, f.tipo_informativa, f.folio_informativa, f.fecha_presentacion, f.inconsistencias, f.lista,
                    d.clave AS contratista_clave, e.clave AS contratante_clave{enLaVista}
                FROM filas f JOIN partes d ON d.id = f.contratista LEFT JOIN partes e ON e.id = f.contratante;
            """;

    // Made at the end, when they cost least.
    private const string Indices = """
        CREATE INDEX filas_contratista ON filas (contratista);
        CREATE INDEX filas_contratante ON filas (contratante);
        CREATE INDEX filas_folio_contrato ON filas (folio_contrato);
        CREATE INDEX filas_folio_informativa ON filas (folio_informativa);
        CREATE INDEX partes_clave ON partes (clave);
        CREATE INDEX partes_nombre ON partes (nombre);
        """;

    private readonly SqliteConnection _almacen;
    private readonly SqliteConnection _base;
    private readonly bool _conHistoria;
    private readonly Sentencia _agregar;
    private readonly BitArray _usadas = new(1);
    private readonly byte[] _dia = new byte[10];

    /// <param name="ruta">File to write, which does not exist.</param>
    /// <param name="conHistoria">Whether each row says between which publications it stood.</param>
    /// <param name="datos">What the file says of itself, by name.</param>
    /// <param name="almacen">Where the names of parties are read.</param>
    public BaseParaLlevar(string ruta, bool conHistoria, IReadOnlyDictionary<string, string> datos, SqliteConnection almacen)
    {
        (_almacen, _conHistoria) = (almacen, conHistoria);
        _base = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = ruta, Pooling = false }.ToString());
        _base.Open();
        // Nobody sees it until it is whole and flushed: a journal would only cost. Its parties come after its rows.
        Conexiones.Pragma(
            _base,
            "journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -4096"
        );
        Sentencia.Ejecutar(
            _base,
            conHistoria
                ? Tablas(", publicacion_desde TEXT NOT NULL, publicacion_hasta TEXT", ", f.publicacion_desde, f.publicacion_hasta")
                : Tablas("", "")
        );
        Sentencia.Ejecutar(_base, "BEGIN");
        Explicar(datos);
        var valores = string.Join(", ", Enumerable.Range(1, conHistoria ? 16 : 14).Select(lugar => $"?{lugar}"));
        _agregar = new Sentencia(_base, $"INSERT INTO filas VALUES (NULL, {valores})");
    }

    /// <summary>Adds a row.</summary>
    /// <param name="desde">Id of the publication it appeared in; null where history is not told.</param>
    /// <param name="hasta">Id of the one it left in; null while it stands.</param>
    public void Agregar(in RenglonLeido renglon, VidaDeRenglon vida, string? desde = null, string? hasta = null)
    {
        Usar(vida.Contratista);
        if (vida.Contratante is { } contratante)
            Usar(contratante);
        _agregar.Con(vida.Contratista).Con(vida.Contratante);
        Dia(_agregar.Con(renglon.FolioContrato).Con(renglon.Servicio), renglon.FechaInicio);
        Dia(_agregar, renglon.FechaFin).Con(renglon.PersonasTrabajadoras).Con(renglon.Listado.Periodo.Cuatrimestre);
        _agregar.Con(renglon.Listado.Periodo.Ejercicio).Con(renglon.TipoInformativa?.Valor()).Con(renglon.FolioInformativa);
        Dia(_agregar, renglon.FechaPresentacion).Con(Inconsistencias[renglon.Codigos]).Con(renglon.Listado.Lista.Valor());
        if (_conHistoria)
            _agregar.Con(desde).Con(hasta);
        _agregar.Ejecutar();
    }

    /// <summary>Writes the parties that were named, the indexes, and closes the file.</summary>
    public void Terminar()
    {
        using (var agregar = new Sentencia(_base, "INSERT INTO partes VALUES (?1, ?2, ?3, ?4)"))
        using (var leer = new Sentencia(_almacen, "SELECT id, nombre, tipo_persona, clave FROM partes ORDER BY id"))
        using (var filas = leer.Leer())
        {
            while (filas.Avanzar())
            {
                var id = filas.Entero(0);
                if (id >= _usadas.Length || !_usadas[id])
                    continue;
                var tipo = filas.Entero(2) is not 0 and var valor ? ((TipoPersona)valor).Valor() : null;
                agregar.Con(id).Con(filas.Utf8(1)).Con(tipo).Con(filas.Utf8(3)).Ejecutar();
            }
        }
        Sentencia.Ejecutar(_base, "COMMIT");
        Sentencia.Ejecutar(_base, Indices);
        Dispose();
    }

    public void Dispose()
    {
        _agregar.Dispose();
        _base.Dispose();
    }

    /// <summary>What a person must know who has nothing but this file.</summary>
    private void Explicar(IReadOnlyDictionary<string, string> datos)
    {
        using var informar = new Sentencia(_base, "INSERT INTO informacion VALUES (?1, ?2)");
        foreach (var (tema, texto) in datos)
            informar.Ejecutar(tema, texto);
        using var catalogar = new Sentencia(_base, "INSERT INTO inconsistencias VALUES (?1, ?2, ?3, ?4)");
        foreach (var una in Inconsistencia.Catalogo)
            catalogar.Ejecutar(una.Codigo.Valor(), una.Etiqueta, una.Texto, una.Condicion);
    }

    private void Usar(int parte)
    {
        if (parte >= _usadas.Length)
            _usadas.Length = Math.Max(parte + 1, _usadas.Length * 2);
        _usadas[parte] = true;
    }

    private Sentencia Dia(Sentencia sentencia, DateOnly? dia)
    {
        if (dia is not { } uno)
            return sentencia.Con((string?)null);
        uno.TryFormat(_dia, out _, "O", CultureInfo.InvariantCulture);
        return sentencia.Con(_dia.AsSpan());
    }
}
