using Icsoe.Domain.Modelo;
using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>A stored row as the writer and the checker see it: who it is and what it says, as digests.</summary>
internal readonly record struct FilaGuardada(long Clave, int Ordinal, ulong Identidad, ulong Contenido)
{
    /// <summary>
    /// One number for identity, ordinal and content. Sums of it say whether two listados hold the same rows in whatever order;
    /// they find damage, not a forger.
    /// </summary>
    public ulong Huella
    {
        get
        {
            // The finalizer of SplitMix64: every bit of what goes in reaches every bit of the sum.
            var mezcla = Identidad + ((ulong)Ordinal * 0x9E3779B97F4A7C15) + ulong.RotateLeft(Contenido, 32);
            mezcla = (mezcla ^ (mezcla >> 30)) * 0xBF58476D1CE4E5B9;
            mezcla = (mezcla ^ (mezcla >> 27)) * 0x94D049BB133111EB;
            return mezcla ^ (mezcla >> 31);
        }
    }
}

/// <summary>Reads the rows of a listado as they stood at a publication, and says what identity and content are.</summary>
internal sealed class FilasGuardadas(SqliteConnection conexion)
{
    public const string ColumnasRenglon =
        "clave, desde, hasta, ordinal, folio_informativa, tipo_informativa, fecha_presentacion, contratista, banderas, folio_contrato, "
        + "contratante, servicio, fecha_inicio, fecha_fin, personas_trabajadoras, inconsistencias, observaciones, hallazgos";

    public const string ColumnasInformativa =
        "clave, desde, hasta, ordinal, folio, tipo, fecha_presentacion, contratista, contratos, inconsistencias, observaciones, hallazgos, "
        + "referencia";

    private const string EnPublicacion = "clave BETWEEN ?1 AND ?2 AND desde <= ?3 AND hasta > ?3";

    private readonly Resumen resumen = Resumen.De(conexion);

    /// <summary>What a listado holds at a publication, counted row by row; it says nothing of changes.</summary>
    public Totales Contar(Listado listado, int secuencia)
    {
        int renglones = 0,
            informativas = 0;
        ulong huella = 0;
        foreach (var fila in Renglones(listado, secuencia))
        {
            renglones++;
            huella += fila.Huella;
        }
        foreach (var fila in Informativas(listado, secuencia))
        {
            informativas++;
            huella += fila.Huella;
        }
        using var sentencia = new Sentencia(
            conexion,
            $"SELECT count(*) FROM renglones WHERE {EnPublicacion} AND (banderas & {Banderas.Contrato}) <> 0"
        );
        var contratos = (int)sentencia.Numero(listado.PrimeraClave, listado.UltimaClave, secuencia)!.Value;
        return new Totales(renglones, contratos, informativas, renglones - contratos, 0, huella);
    }

    public IEnumerable<FilaGuardada> Renglones(Listado listado, int secuencia)
    {
        using var sentencia = new Sentencia(conexion, $"SELECT {ColumnasRenglon} FROM renglones WHERE {EnPublicacion}");
        using var filas = sentencia.Leer(listado.PrimeraClave, listado.UltimaClave, secuencia);
        while (filas.Avanzar())
        {
            Texto(filas, 4);
            Texto(filas, 9);
            var identidad = resumen.Numero(filas.Entero(8) & Banderas.Contrato).Terminar();
            Numeros(filas, 5, 8);
            Numeros(filas, 10, 10);
            Texto(filas, 11);
            Numeros(filas, 12, 17);
            yield return new FilaGuardada(filas.Largo(0), filas.Entero(3), identidad, resumen.Terminar());
        }
    }

    public IEnumerable<FilaGuardada> Informativas(Listado listado, int secuencia)
    {
        using var sentencia = new Sentencia(conexion, $"SELECT {ColumnasInformativa} FROM informativas WHERE {EnPublicacion}");
        using var filas = sentencia.Leer(listado.PrimeraClave, listado.UltimaClave, secuencia);
        while (filas.Avanzar())
        {
            Texto(filas, 4);
            var identidad = resumen.Terminar();
            Numeros(filas, 5, 11);
            yield return new FilaGuardada(filas.Largo(0), filas.Entero(3), identidad, resumen.Terminar());
        }
    }

    public ulong Identidad(RenglonFila fila) =>
        resumen.Texto(fila.FolioInformativa).Texto(fila.FolioContrato).Numero(fila.Banderas & Banderas.Contrato).Terminar();

    /// <summary>In the order of the columns, as everything here.</summary>
    public ulong Contenido(RenglonFila fila) =>
        resumen
            .Numero(fila.TipoInformativa)
            .Numero(fila.FechaPresentacion)
            .Numero(fila.Contratista)
            .Numero(fila.Banderas)
            .Numero(fila.Contratante)
            .Texto(fila.Servicio)
            .Numero(fila.FechaInicio)
            .Numero(fila.FechaFin)
            .Numero(fila.PersonasTrabajadoras)
            .Numero(fila.Inconsistencias)
            .Numero(fila.Observaciones)
            .Numero(fila.Hallazgos)
            .Terminar();

    public ulong Identidad(InformativaFila fila) => resumen.Texto(fila.Folio).Terminar();

    public ulong Contenido(InformativaFila fila) =>
        resumen
            .Numero(fila.Tipo)
            .Numero(fila.FechaPresentacion)
            .Numero(fila.Contratista)
            .Numero(fila.Contratos)
            .Numero(fila.Inconsistencias)
            .Numero(fila.Observaciones)
            .Numero(fila.Hallazgos)
            .Terminar();

    private void Texto(Sentencia.Filas filas, int columna)
    {
        if (filas.EsNulo(columna))
            resumen.Texto(null);
        else
            resumen.Utf8(filas.Utf8(columna));
    }

    private void Numeros(Sentencia.Filas filas, int primera, int ultima)
    {
        for (var columna = primera; columna <= ultima; columna++)
            resumen.Numero(filas.LargoONada(columna));
    }
}
