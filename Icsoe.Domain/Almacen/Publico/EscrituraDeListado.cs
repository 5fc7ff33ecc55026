using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>What a listado holds after its rows were written.</summary>
/// <param name="Renglones">Contratos + InformativasSinContratos.</param>
/// <param name="Cambios">Rows and informativas that appeared, changed or left; 0 when all stayed as it was.</param>
public sealed record Totales(int Renglones, int Contratos, int Informativas, int InformativasSinContratos, int Cambios);

/// <summary>
/// Takes the whole new content of one listado, row by row in its order, and writes only the difference:
/// what stays is not touched, what changed or left is closed at this publication, what is new opens at it.
/// </summary>
public sealed class EscrituraDeListado : IDisposable
{
    private const string ColumnasRenglon =
        "clave, desde, hasta, ordinal, folio_informativa, tipo_informativa, fecha_presentacion, contratista, banderas, folio_contrato, "
        + "contratante, servicio, fecha_inicio, fecha_fin, personas_trabajadoras, inconsistencias, observaciones, hallazgos";

    private const string ColumnasInformativa =
        "clave, desde, hasta, ordinal, folio, tipo, fecha_presentacion, contratista, contratos, inconsistencias, observaciones, hallazgos";

    private readonly Listado listado;
    private readonly int secuencia;
    private readonly Diccionarios diccionarios;
    private readonly Action alEscribir;
    private readonly Resumen resumen = new();
    private readonly Tabla renglones;
    private readonly Tabla informativas;

    private InformativaPublica? abierta;
    private int contratos;
    private int totalInformativas;
    private int sinContratos;

    /// <param name="alEscribir">Called after each row written: the writer commits its batches there.</param>
    internal EscrituraDeListado(
        SqliteConnection conexion,
        Listado listado,
        int secuencia,
        Diccionarios diccionarios,
        (long Renglon, long Informativa) primeras,
        Action alEscribir
    )
    {
        (this.listado, this.secuencia, this.diccionarios, this.alEscribir) = (listado, secuencia, diccionarios, alEscribir);
        renglones = new Tabla(conexion, "renglones", ColumnasRenglon, 18, primeras.Renglon);
        informativas = new Tabla(conexion, "informativas", ColumnasInformativa, 12, primeras.Informativa);
        CargarRenglones(conexion);
        CargarInformativas(conexion);
    }

    /// <summary>
    /// The next row. Rows of one informativa come together; its findings are those of its rows.
    /// </summary>
    /// <exception cref="ArgumentException">The row is of another listado.</exception>
    public void Agregar(RenglonPublico renglon)
    {
        if (renglon.Listado != listado)
            throw new ArgumentException($"A row of {renglon.Listado} in {listado}.", nameof(renglon));
        if (abierta is null || !EsLaMisma(abierta, renglon))
        {
            CerrarInformativa();
            abierta = new InformativaPublica
            {
                Listado = listado,
                Folio = renglon.FolioInformativa,
                Tipo = renglon.TipoInformativa,
                FechaPresentacion = renglon.FechaPresentacion,
                Contratista = renglon.Contratista,
                Contratos = 0,
                Inconsistencias = renglon.Inconsistencias,
                Observaciones = renglon.Observaciones,
            };
        }
        if (renglon.Contrato is not null)
            abierta = abierta with { Contratos = abierta.Contratos + 1 };
        Escribir(renglon);
        alEscribir();
    }

    /// <summary>No more rows come: closes what did not come back and counts.</summary>
    public Totales Terminar()
    {
        CerrarInformativa();
        renglones.CerrarLosQueFaltan(secuencia);
        informativas.CerrarLosQueFaltan(secuencia);
        return new Totales(contratos + sinContratos, contratos, totalInformativas, sinContratos, renglones.Cambios + informativas.Cambios);
    }

    public void Dispose()
    {
        renglones.Dispose();
        informativas.Dispose();
    }

    private static bool EsLaMisma(InformativaPublica informativa, RenglonPublico renglon) =>
        informativa.Folio == renglon.FolioInformativa
        && informativa.Tipo == renglon.TipoInformativa
        && informativa.FechaPresentacion == renglon.FechaPresentacion
        && informativa.Contratista == renglon.Contratista
        && renglon.Contrato is not null
        && informativa.Contratos > 0;

    private void CerrarInformativa()
    {
        if (abierta is not { } informativa)
            return;
        abierta = null;
        totalInformativas++;
        if (informativa.Contratos == 0)
            sinContratos++;
        var fila = new InformativaFila
        {
            Folio = informativa.Folio,
            Tipo = (int?)informativa.Tipo,
            FechaPresentacion = informativa.FechaPresentacion?.DayNumber,
            Contratista = diccionarios.Parte(informativa.Contratista),
            Contratos = informativa.Contratos,
            Inconsistencias = CodecDeHallazgos.Mascara(informativa.Inconsistencias),
            Observaciones = CodecDeHallazgos.Mascara(informativa.Observaciones),
            Hallazgos = diccionarios.Hallazgos(informativa.Inconsistencias, informativa.Observaciones),
        };
        if (informativas.Reclamar(Identidad(fila), Contenido(fila), secuencia) is var (clave, ordinal))
            informativas.Insertar(
                clave,
                secuencia,
                Tiempos.Siempre,
                ordinal,
                fila.Folio,
                fila.Tipo,
                fila.FechaPresentacion,
                fila.Contratista,
                fila.Contratos,
                fila.Inconsistencias,
                fila.Observaciones,
                fila.Hallazgos
            );
    }

    private void Escribir(RenglonPublico renglon)
    {
        var contrato = renglon.Contrato;
        if (contrato is not null)
            contratos++;
        var fila = new RenglonFila
        {
            FolioInformativa = renglon.FolioInformativa,
            TipoInformativa = (int?)renglon.TipoInformativa,
            FechaPresentacion = renglon.FechaPresentacion?.DayNumber,
            Contratista = diccionarios.Parte(renglon.Contratista),
            Banderas = Banderas.De(contrato),
            FolioContrato = contrato?.Folio,
            Contratante = contrato is null ? null : diccionarios.Parte(contrato.Contratante),
            Servicio = contrato?.Servicio,
            FechaInicio = contrato?.FechaInicio?.DayNumber,
            FechaFin = contrato?.FechaFin?.DayNumber,
            PersonasTrabajadoras = contrato?.PersonasTrabajadoras,
            Inconsistencias = CodecDeHallazgos.Mascara(renglon.Inconsistencias),
            Observaciones = CodecDeHallazgos.Mascara(renglon.Observaciones),
            Hallazgos = diccionarios.Hallazgos(renglon.Inconsistencias, renglon.Observaciones),
        };
        if (renglones.Reclamar(Identidad(fila), Contenido(fila), secuencia) is var (clave, ordinal))
            renglones.Insertar(
                clave,
                secuencia,
                Tiempos.Siempre,
                ordinal,
                fila.FolioInformativa,
                fila.TipoInformativa,
                fila.FechaPresentacion,
                fila.Contratista,
                fila.Banderas,
                fila.FolioContrato,
                fila.Contratante,
                fila.Servicio,
                fila.FechaInicio,
                fila.FechaFin,
                fila.PersonasTrabajadoras,
                fila.Inconsistencias,
                fila.Observaciones,
                fila.Hallazgos
            );
    }

    private void CargarRenglones(SqliteConnection conexion)
    {
        using var sentencia = new Sentencia(
            conexion,
            $"SELECT {ColumnasRenglon} FROM renglones WHERE clave BETWEEN ?1 AND ?2 AND hasta = {Tiempos.Siempre}"
        );
        using var filas = sentencia.Leer(listado.PrimeraClave, listado.UltimaClave);
        while (filas.Avanzar())
        {
            var fila = new RenglonFila
            {
                Clave = filas.Largo(0),
                Ordinal = filas.Entero(3),
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
                Hallazgos = filas.LargoONada(17),
            };
            renglones.Cargar(Identidad(fila), fila.Ordinal, Contenido(fila), fila.Clave);
        }
    }

    private void CargarInformativas(SqliteConnection conexion)
    {
        using var sentencia = new Sentencia(
            conexion,
            $"SELECT {ColumnasInformativa} FROM informativas WHERE clave BETWEEN ?1 AND ?2 AND hasta = {Tiempos.Siempre}"
        );
        using var filas = sentencia.Leer(listado.PrimeraClave, listado.UltimaClave);
        while (filas.Avanzar())
        {
            var fila = new InformativaFila
            {
                Clave = filas.Largo(0),
                Ordinal = filas.Entero(3),
                Folio = filas.TextoONada(4),
                Tipo = filas.EnteroONada(5),
                FechaPresentacion = filas.EnteroONada(6),
                Contratista = filas.Entero(7),
                Contratos = filas.Entero(8),
                Hallazgos = filas.LargoONada(11),
            };
            informativas.Cargar(Identidad(fila), fila.Ordinal, Contenido(fila), fila.Clave);
        }
    }

    private ulong Identidad(RenglonFila fila) =>
        resumen.Texto(fila.FolioInformativa).Texto(fila.FolioContrato).Numero(fila.Banderas & Banderas.Contrato).Terminar();

    private ulong Contenido(RenglonFila fila) =>
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
            .Numero(fila.Hallazgos)
            .Terminar();

    private ulong Identidad(InformativaFila fila) => resumen.Texto(fila.Folio).Terminar();

    private ulong Contenido(InformativaFila fila) =>
        resumen
            .Numero(fila.Tipo)
            .Numero(fila.FechaPresentacion)
            .Numero(fila.Contratista)
            .Numero(fila.Contratos)
            .Numero(fila.Hallazgos)
            .Terminar();

    /// <summary>One of the two tables of rows: its map, its next key, its statements.</summary>
    private sealed class Tabla(SqliteConnection conexion, string nombre, string columnas, int cuantas, long primera) : IDisposable
    {
        private long siguiente = primera;
        private readonly MapaDeIdentidad mapa = new();
        private readonly Sentencia insertar = new(
            conexion,
            $"INSERT INTO {nombre} ({columnas}) VALUES ({string.Join(", ", Enumerable.Range(1, cuantas).Select(i => $"?{i}"))})"
        );
        private readonly Sentencia cerrar = new(conexion, $"UPDATE {nombre} SET hasta = ?2 WHERE clave = ?1");

        public int Cambios { get; private set; }

        public void Cargar(ulong identidad, int ordinal, ulong contenido, long clave) => mapa.Cargar(identidad, ordinal, contenido, clave);

        /// <summary>Null when the row stands as it came; else the key and ordinal to insert it with, the one it replaces already closed.</summary>
        public (long Clave, int Ordinal)? Reclamar(ulong identidad, ulong contenido, int secuencia)
        {
            var (ordinal, anterior, igual) = mapa.Reclamar(identidad, contenido);
            if (igual)
                return null;
            if (anterior is { } clave)
                cerrar.Ejecutar(clave, secuencia);
            Cambios++;
            return (siguiente++, ordinal);
        }

        public void Insertar(params ReadOnlySpan<object?> valores) => insertar.Ejecutar(valores);

        public void CerrarLosQueFaltan(int secuencia)
        {
            foreach (var clave in mapa.SinReclamar())
            {
                cerrar.Ejecutar(clave, secuencia);
                Cambios++;
            }
        }

        public void Dispose()
        {
            insertar.Dispose();
            cerrar.Dispose();
        }
    }
}

/// <summary>Bits of <c>renglones.banderas</c>.</summary>
internal static class Banderas
{
    public const int Contrato = 1;
    public const int Enmascarado = 2;

    public static int De(ContratoPublico? contrato) =>
        contrato is null ? 0
        : contrato.ServicioEnmascarado ? Contrato | Enmascarado
        : Contrato;
}
