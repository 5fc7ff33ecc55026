using System.Text;
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
    private readonly Sentencia renglon = new(
        conexion,
        "SELECT ordinal, folio_informativa, tipo_informativa, fecha_presentacion, contratista, banderas, folio_contrato, contratante, "
            + "servicio, fecha_inicio, fecha_fin, personas_trabajadoras, hallazgos FROM renglones WHERE clave = ?1"
    );
    private readonly Sentencia informativa = new(
        conexion,
        "SELECT ordinal, folio, tipo, fecha_presentacion, contratista, contratos, hallazgos, referencia FROM informativas WHERE clave = ?1"
    );
    private readonly Sentencia hallazgos = new(conexion, "SELECT contenido FROM hallazgos WHERE id = ?1");

    public RenglonPublico Renglon(long clave, IndiceDePartes partes, bool aproximado = false)
    {
        using var filas = renglon.Leer(clave);
        Exigir(filas, clave);
        var (inconsistencias, observaciones) = Hallazgos(filas.LargoONada(12));
        var banderas = filas.Entero(5);
        return new RenglonPublico
        {
            Clave = clave,
            Listado = Listado.DeRenglon(clave),
            Ordinal = filas.Entero(0),
            FolioInformativa = filas.TextoONada(1),
            TipoInformativa = (TipoInformativa?)filas.EnteroONada(2),
            FechaPresentacion = Dia(filas.EnteroONada(3)),
            Contratista = Parte(partes, filas.Entero(4)),
            Contrato =
                (banderas & Banderas.Contrato) == 0
                    ? null
                    : new ContratoPublico(
                        filas.TextoONada(6),
                        Parte(partes, filas.EnteroONada(7) ?? 0),
                        filas.TextoONada(8),
                        (banderas & Banderas.Enmascarado) != 0,
                        Dia(filas.EnteroONada(9)),
                        Dia(filas.EnteroONada(10)),
                        filas.EnteroONada(11)
                    ),
            Inconsistencias = inconsistencias,
            Observaciones = observaciones,
            Aproximado = aproximado,
        };
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

    public string? Servicio(long clave) => Texto(renglon, clave, 8);

    public void Dispose()
    {
        renglon.Dispose();
        informativa.Dispose();
        hallazgos.Dispose();
    }

    public static PartePublica Parte(IndiceDePartes partes, int numero)
    {
        var nombre = partes.Nombre(numero);
        var tipo = partes.Tipos[numero];
        return new PartePublica(
            nombre.IsEmpty ? null : Encoding.UTF8.GetString(nombre),
            tipo == 0 ? null : (TipoPersona)tipo,
            partes.TieneClave(numero) ? Encoding.ASCII.GetString(partes.Clave(numero)) : null
        );
    }

    private static string? Texto(Sentencia sentencia, long clave, int columna)
    {
        using var filas = sentencia.Leer(clave);
        Exigir(filas, clave);
        return filas.TextoONada(columna);
    }

    private static void Exigir(Sentencia.Filas filas, long clave)
    {
        if (!filas.Avanzar())
            throw new AlmacenException($"icsoe.db: falta la fila {clave}, que el índice nombra. Compruébalo con verificar.");
    }

    private static DateOnly? Dia(int? dia) => dia is { } uno ? DateOnly.FromDayNumber(uno) : null;

    private (IReadOnlyList<Hallazgo> Inconsistencias, IReadOnlyList<Hallazgo> Observaciones) Hallazgos(long? id) =>
        id is null
            ? ([], [])
            : CodecDeHallazgos.Leer(hallazgos.Bytes(id) ?? throw new AlmacenException($"icsoe.db: faltan los hallazgos {id}."));
}
