using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;
using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>Reads whole rows by their keys, on one connection. Not for several threads.</summary>
internal sealed class LectorDeFilas(SqliteConnection conexion) : IDisposable
{
    private const string DeRenglones =
        "SELECT ordinal, folio_informativa, tipo_informativa, fecha_presentacion, contratista, banderas, folio_contrato, contratante, "
        + "servicio, fecha_inicio, fecha_fin, personas_trabajadoras, hallazgos, inconsistencias, clave FROM renglones WHERE clave ";

    /// <summary>Where the key of a line stands among its columns.</summary>
    private const int Propia = 14;

    /// <summary>Rows nobody asked for that cost as much to step over as one to look up.</summary>
    private const int Salto = 8;

    private readonly Sentencia renglon = new(conexion, DeRenglones + "= ?1");
    private readonly Sentencia seguidos = new(conexion, DeRenglones + "BETWEEN ?1 AND ?2");
    private readonly Sentencia informativa = new(
        conexion,
        "SELECT ordinal, folio, tipo, fecha_presentacion, contratista, contratos, hallazgos, referencia FROM informativas WHERE clave = ?1"
    );
    private readonly Sentencia hallazgos = new(conexion, "SELECT contenido FROM hallazgos WHERE id = ?1");

    public RenglonPublico Renglon(long clave, IndiceDePartes partes, bool aproximado = false)
    {
        using var filas = renglon.Leer(clave);
        Exigir(filas, clave);
        return Leer(filas, clave, partes, aproximado).ARenglon();
    }

    /// <summary>Hands a line out as it lies.</summary>
    public T Renglon<T>(long clave, IndiceDePartes partes, bool aproximado, LeerRenglon<T> leer)
    {
        using var filas = renglon.Leer(clave);
        Exigir(filas, clave);
        return leer(Leer(filas, clave, partes, aproximado));
    }

    /// <summary>
    /// Hands out the lines of some keys, in their order, without an object for each: keys that follow one another closely are read in one go.
    /// </summary>
    /// <param name="conHallazgos">Whether their findings are wanted, and not only <see cref="RenglonLeido.Codigos"/>.</param>
    public void Renglones(ReadOnlySpan<long> claves, IndiceDePartes partes, bool aproximado, bool conHallazgos, AlLeerRenglon destino)
    {
        while (claves.Length > 0)
        {
            var juntas = 1;
            while (juntas < claves.Length && claves[juntas] - claves[juntas - 1] is > 0 and <= Salto)
                juntas++;
            using (var filas = seguidos.Con(claves[0]).Con(claves[juntas - 1]).Leer())
            {
                foreach (var clave in claves[..juntas])
                {
                    IrA(filas, clave);
                    destino(Leer(filas, clave, partes, aproximado, conHallazgos));
                }
            }
            claves = claves[juntas..];
        }
    }

    public InformativaPublica Informativa(long clave, IndiceDePartes partes, bool aproximado = false)
    {
        using var filas = informativa.Leer(clave);
        Exigir(filas, clave);
        var (inconsistencias, observaciones) = Hallazgos(filas.LargoONada(6));
        return new InformativaPublica
        {
            Clave = clave,
            Listado = Listado.DeRenglon(clave),
            Ordinal = filas.Entero(0),
            Folio = filas.TextoONada(1),
            Tipo = (TipoInformativa?)filas.EnteroONada(2),
            FechaPresentacion = Dia(filas.EnteroONada(3)),
            Contratista = Parte(partes, filas.Entero(4)),
            Contratos = filas.Entero(5),
            Referencia = filas.TextoONada(7),
            Inconsistencias = inconsistencias,
            Observaciones = observaciones,
            Aproximado = aproximado,
        };
    }

    public string? FolioContrato(long clave) => Texto(renglon, clave, 6);

    public string? FolioInformativa(Entidad entidad, long clave) =>
        entidad == Entidad.Informativa ? Texto(informativa, clave, 1) : Texto(renglon, clave, 1);

    public int Ordinal(Entidad entidad, long clave)
    {
        using var filas = (entidad == Entidad.Informativa ? informativa : renglon).Leer(clave);
        Exigir(filas, clave);
        return filas.Entero(0);
    }

    public string? Servicio(long clave) => Texto(renglon, clave, 8);

    public void Dispose()
    {
        renglon.Dispose();
        seguidos.Dispose();
        informativa.Dispose();
        hallazgos.Dispose();
    }

    public static PartePublica Parte(IndiceDePartes partes, int numero) => ParteLeida(partes, numero).AParte();

    private static ParteLeida ParteLeida(IndiceDePartes partes, int numero)
    {
        var tipo = partes.Tipos[numero];
        return new(partes.Nombre(numero), tipo == 0 ? null : (TipoPersona)tipo, partes.TieneClave(numero) ? partes.Clave(numero) : default);
    }

    private RenglonLeido Leer(Sentencia.Filas filas, long clave, IndiceDePartes partes, bool aproximado, bool conHallazgos = true)
    {
        var (inconsistencias, observaciones) = conHallazgos ? Hallazgos(filas.LargoONada(12)) : ([], []);
        var banderas = filas.Entero(5);
        return new RenglonLeido
        {
            Clave = clave,
            Listado = Listado.DeRenglon(clave),
            Ordinal = filas.Entero(0),
            FolioInformativa = filas.Utf8(1),
            TipoInformativa = (TipoInformativa?)filas.EnteroONada(2),
            FechaPresentacion = Dia(filas.EnteroONada(3)),
            Contratista = ParteLeida(partes, filas.Entero(4)),
            EsContrato = (banderas & Banderas.Contrato) != 0,
            FolioContrato = filas.Utf8(6),
            Contratante = ParteLeida(partes, filas.Entero(7)),
            Servicio = filas.Utf8(8),
            ServicioEnmascarado = (banderas & Banderas.Enmascarado) != 0,
            FechaInicio = Dia(filas.EnteroONada(9)),
            FechaFin = Dia(filas.EnteroONada(10)),
            PersonasTrabajadoras = filas.EnteroONada(11),
            Codigos = filas.Entero(13),
            Inconsistencias = inconsistencias,
            Observaciones = observaciones,
            Aproximado = aproximado,
        };
    }

    private static string? Texto(Sentencia sentencia, long clave, int columna)
    {
        using var filas = sentencia.Leer(clave);
        Exigir(filas, clave);
        return filas.TextoONada(columna);
    }

    /// <summary>Goes on to the line of a key, over those before it.</summary>
    private static void IrA(Sentencia.Filas filas, long clave)
    {
        long suya;
        do
        {
            Exigir(filas, clave);
            suya = filas.Largo(Propia);
        } while (suya < clave);
        if (suya > clave)
            throw Falta(clave);
    }

    private static void Exigir(Sentencia.Filas filas, long clave)
    {
        if (!filas.Avanzar())
            throw Falta(clave);
    }

    private static AlmacenException Falta(long clave) =>
        new($"icsoe.db: falta la fila {clave}, que el índice nombra. Compruébalo con verificar.");

    private static DateOnly? Dia(int? dia) => dia is { } uno ? DateOnly.FromDayNumber(uno) : null;

    private (IReadOnlyList<Hallazgo> Inconsistencias, IReadOnlyList<Hallazgo> Observaciones) Hallazgos(long? id) =>
        id is null
            ? ([], [])
            : CodecDeHallazgos.Leer(hallazgos.Bytes(id) ?? throw new AlmacenException($"icsoe.db: faltan los hallazgos {id}."));
}
