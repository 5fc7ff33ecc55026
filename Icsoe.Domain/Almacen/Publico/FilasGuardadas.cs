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
        "clave, desde, hasta, ordinal, folio, tipo, fecha_presentacion, contratista, contratos, inconsistencias, observaciones, hallazgos";

    private const string EnPublicacion = "clave BETWEEN ?1 AND ?2 AND desde <= ?3 AND hasta > ?3";

    private readonly Resumen resumen = new();

    public IEnumerable<FilaGuardada> Renglones(Listado listado, int secuencia)
    {
        using var sentencia = new Sentencia(conexion, $"SELECT {ColumnasRenglon} FROM renglones WHERE {EnPublicacion}");
        using var filas = sentencia.Leer(listado.PrimeraClave, listado.UltimaClave, secuencia);
        while (filas.Avanzar())
        {
            var fila = new RenglonFila
            {
                FolioInformativa = filas.TextoONada(4),
                TipoInformativa = filas.EnteroONada(5),
                FechaPresentacion = filas.EnteroONada(6),
                Contratista = filas.Entero(7),
                Banderas = filas.Entero(8),
                FolioContrato = filas.TextoONada(9),
                Contratante = filas.EnteroONada(10),
                Servicio = filas.TextoONada(11),
                FechaInicio = filas.EnteroONada(12),
                FechaFin = filas.EnteroONada(13),
                PersonasTrabajadoras = filas.EnteroONada(14),
                Inconsistencias = filas.Entero(15),
                Observaciones = filas.Entero(16),
                Hallazgos = filas.LargoONada(17),
            };
            yield return new FilaGuardada(filas.Largo(0), filas.Entero(3), Identidad(fila), Contenido(fila));
        }
    }

    public IEnumerable<FilaGuardada> Informativas(Listado listado, int secuencia)
    {
        using var sentencia = new Sentencia(conexion, $"SELECT {ColumnasInformativa} FROM informativas WHERE {EnPublicacion}");
        using var filas = sentencia.Leer(listado.PrimeraClave, listado.UltimaClave, secuencia);
        while (filas.Avanzar())
        {
            var fila = new InformativaFila
            {
                Folio = filas.TextoONada(4),
                Tipo = filas.EnteroONada(5),
                FechaPresentacion = filas.EnteroONada(6),
                Contratista = filas.Entero(7),
                Contratos = filas.Entero(8),
                Inconsistencias = filas.Entero(9),
                Observaciones = filas.Entero(10),
                Hallazgos = filas.LargoONada(11),
            };
            yield return new FilaGuardada(filas.Largo(0), filas.Entero(3), Identidad(fila), Contenido(fila));
        }
    }

    public ulong Identidad(RenglonFila fila) =>
        resumen.Texto(fila.FolioInformativa).Texto(fila.FolioContrato).Numero(fila.Banderas & Banderas.Contrato).Terminar();

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
}
