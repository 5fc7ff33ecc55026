using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>Measures, for the quality report, what no single line says, at the publication being written.</summary>
internal sealed class Medidor(SqliteConnection conexion, int secuencia)
{
    /// <summary>Identity and all that is published of a line without inconsistencias, but what is observed about it.</summary>
    private const string SinObservaciones =
        "SELECT folio_informativa, folio_contrato, ordinal, tipo_informativa, fecha_presentacion, contratista, banderas, contratante, servicio, "
        + "fecha_inicio, fecha_fin, personas_trabajadoras FROM renglones WHERE clave BETWEEN ?1 AND ?2 AND inconsistencias = 0 AND ";

    /// <summary>Folios that stand in both lists of a periodo, zeros too.</summary>
    public IEnumerable<Medida> EnAmbasListas(Periodo periodo) =>
        [
            EnAmbas(Comprobacion.InformativaEnAmbasListas, "informativas", "folio", periodo),
            EnAmbas(Comprobacion.ContratoEnAmbasListas, "renglones", "folio_contrato", periodo),
        ];

    /// <summary>Claves with more than one spelling, over every name that the store has seen.</summary>
    public Medida NombresConVariasEscrituras()
    {
        using var sentencia = new Sentencia(
            conexion,
            "SELECT count(*) FROM (SELECT 1 FROM partes WHERE clave IS NOT NULL GROUP BY clave HAVING count(*) > 1)"
        );
        return new Medida(Comprobacion.NombreConVariasEscrituras, null, null, sentencia.Numero() ?? 0, []);
    }

    /// <summary>Lines that left a listado and came back the same but for their observaciones.</summary>
    public long SoloEnObservaciones(Listado listado)
    {
        using var sentencia = new Sentencia(
            conexion,
            $"SELECT count(*) FROM ({SinObservaciones} desde = ?3 INTERSECT {SinObservaciones} hasta = ?3)"
        );
        return sentencia.Numero(listado.PrimeraClave, listado.UltimaClave, secuencia) ?? 0;
    }

    private Medida EnAmbas(Comprobacion comprobacion, string tabla, string folio, Periodo periodo)
    {
        // The list of inconsistencies is the small one: its folios are what is kept at hand.
        var (publico, inconsistente) = (new Listado(periodo, Lista.Publico), new Listado(periodo, Lista.Inconsistente));
        using var sentencia = new Sentencia(
            conexion,
            $"""
            SELECT DISTINCT {folio} FROM {tabla} WHERE {EnPie(1)}
                AND {folio} IN (SELECT {folio} FROM {tabla} WHERE {EnPie(3)})
            ORDER BY 1
            """
        );
        using var filas = sentencia.Leer(
            publico.PrimeraClave,
            publico.UltimaClave,
            inconsistente.PrimeraClave,
            inconsistente.UltimaClave,
            secuencia
        );
        var valor = 0L;
        var ejemplos = new List<string>();
        for (; filas.Avanzar(); valor++)
        {
            if (ejemplos.Count < MedidasDeListado.MaximoDeEjemplos)
                ejemplos.Add(filas.Texto(0));
        }
        return new Medida(comprobacion, periodo, null, valor, ejemplos);
    }

    private static string EnPie(int primera) => $"clave BETWEEN ?{primera} AND ?{primera + 1} AND desde <= ?5 AND hasta > ?5";
}
