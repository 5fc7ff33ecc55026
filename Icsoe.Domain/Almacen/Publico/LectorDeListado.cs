using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>Reads whole listados in the order of files: folio de informativa, folio de contrato, ordinal, each as its bytes.</summary>
internal sealed class LectorDeListado(SqliteConnection conexion)
{
    private const string Columnas = """
        SELECT r.clave, r.ordinal, r.folio_informativa, r.tipo_informativa, r.fecha_presentacion, r.banderas, r.folio_contrato, r.servicio,
            r.fecha_inicio, r.fecha_fin, r.personas_trabajadoras, r.inconsistencias, d.nombre, d.tipo_persona, d.clave,
            p.nombre, p.tipo_persona, p.clave, r.hallazgos, r.desde, r.hasta, r.contratista, p.id
        FROM renglones r CROSS JOIN partes d ON d.id = r.contratista LEFT JOIN partes p ON p.id = r.contratante
        WHERE r.clave BETWEEN ?1 AND ?2 AND r.desde <= ?3
        """;

    private const string Orden = "ORDER BY coalesce(r.folio_informativa, ''), coalesce(r.folio_contrato, ''), r.banderas & 1, r.ordinal";

    private const string Consulta = $"{Columnas} AND r.hasta > ?3 {Orden}, r.clave";

    // A row that was taken out is left empty, with a span of nothing.
    private const string ConsultaDeHistoria = $"{Columnas} AND r.hasta > r.desde {Orden}, r.desde, r.clave";

    /// <summary>Hands out every line that stands at a publication. Of its findings only the codes are read: files say no more.</summary>
    public void Leer(Listado listado, int secuencia, AlLeerRenglon destino, CancellationToken ct)
    {
        using var sentencia = new Sentencia(conexion, Consulta);
        using var filas = sentencia.Leer(listado.PrimeraClave, listado.UltimaClave, secuencia);
        while (filas.Avanzar())
        {
            ct.ThrowIfCancellationRequested();
            destino(Renglon(filas, listado));
        }
    }

    /// <summary>Hands out every line that stood at some publication up to one, each once; those of one place in the order in which they came.</summary>
    public void LeerHistoria(Listado listado, int secuencia, AlLeerVida destino, CancellationToken ct)
    {
        using var sentencia = new Sentencia(conexion, ConsultaDeHistoria);
        using var filas = sentencia.Leer(listado.PrimeraClave, listado.UltimaClave, secuencia);
        while (filas.Avanzar())
        {
            ct.ThrowIfCancellationRequested();
            var hasta = filas.Entero(20);
            destino(
                Renglon(filas, listado),
                new(filas.Entero(19), hasta > secuencia ? null : hasta, filas.Entero(21), filas.EnteroONada(22))
            );
        }
    }

    /// <summary>Every line that stands at a publication, whole.</summary>
    public IEnumerable<RenglonPublico> Renglones(Listado listado, int secuencia)
    {
        using var sentencia = new Sentencia(conexion, Consulta);
        using var hallazgos = new Sentencia(conexion, "SELECT contenido FROM hallazgos WHERE id = ?1");
        using var filas = sentencia.Leer(listado.PrimeraClave, listado.UltimaClave, secuencia);
        while (filas.Avanzar())
        {
            var (inconsistencias, observaciones) =
                filas.LargoONada(18) is { } id && hallazgos.Bytes(id) is { } contenido ? CodecDeHallazgos.Leer(contenido) : ([], []);
            yield return Renglon(filas, listado).ARenglon() with
            {
                Inconsistencias = inconsistencias,
                Observaciones = observaciones,
            };
        }
    }

    private static RenglonLeido Renglon(Sentencia.Filas filas, Listado listado)
    {
        var banderas = filas.Entero(5);
        return new RenglonLeido
        {
            Clave = filas.Largo(0),
            Listado = listado,
            Ordinal = filas.Entero(1),
            FolioInformativa = filas.Utf8(2),
            TipoInformativa = (TipoInformativa?)filas.EnteroONada(3),
            FechaPresentacion = Dia(filas.EnteroONada(4)),
            EsContrato = (banderas & Banderas.Contrato) != 0,
            ServicioEnmascarado = (banderas & Banderas.Enmascarado) != 0,
            FolioContrato = filas.Utf8(6),
            Servicio = filas.Utf8(7),
            FechaInicio = Dia(filas.EnteroONada(8)),
            FechaFin = Dia(filas.EnteroONada(9)),
            PersonasTrabajadoras = filas.EnteroONada(10),
            Codigos = filas.Entero(11),
            Contratista = Parte(filas, 12),
            Contratante = Parte(filas, 15),
            Inconsistencias = [],
            Observaciones = [],
            Aproximado = false,
        };
    }

    private static ParteLeida Parte(Sentencia.Filas filas, int columna) =>
        new(filas.Utf8(columna), filas.Entero(columna + 1) is not 0 and var tipo ? (TipoPersona)tipo : null, filas.Utf8(columna + 2));

    private static DateOnly? Dia(int? dia) => dia is { } uno ? DateOnly.FromDayNumber(uno) : null;
}

/// <summary>Between which publications a line stood, and which parties it names.</summary>
/// <param name="Desde">Number of the one it appeared in.</param>
/// <param name="Hasta">Number of the one it left in; null while it stands.</param>
/// <param name="Contratista">Its number in the store.</param>
/// <param name="Contratante">Its number in the store; null for an informativa without contracts.</param>
internal readonly record struct VidaDeRenglon(int Desde, int? Hasta, int Contratista, int? Contratante);

/// <summary>Takes a line, with its life, while it can be read.</summary>
internal delegate void AlLeerVida(in RenglonLeido renglon, VidaDeRenglon vida);
