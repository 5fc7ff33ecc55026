using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>What a listado holds after its rows were written.</summary>
/// <param name="Renglones">Contratos + InformativasSinContratos.</param>
/// <param name="Cambios">Rows and informativas that appeared, changed or left; 0 when all stayed as it was.</param>
/// <param name="Huella">Digest of what stands, whatever its order: what <c>verificar</c> recomputes.</param>
public sealed record Totales(int Renglones, int Contratos, int Informativas, int InformativasSinContratos, int Cambios, ulong Huella);

/// <summary>
/// Takes the whole new content of one listado, row by row in its order, and writes only the difference:
/// what stays is not touched, what changed or left is closed at this publication, what is new opens at it.
/// </summary>
public sealed class EscrituraDeListado : IDisposable
{
    private readonly Listado listado;
    private readonly int secuencia;
    private readonly Diccionarios diccionarios;
    private readonly Action alEscribir;
    private readonly FilasGuardadas guardadas;
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
        guardadas = new FilasGuardadas(conexion);
        renglones = new Tabla(conexion, "renglones", FilasGuardadas.ColumnasRenglon, primeras.Renglon);
        informativas = new Tabla(conexion, "informativas", FilasGuardadas.ColumnasInformativa, primeras.Informativa);
        renglones.Cargar(guardadas.Renglones(listado, secuencia - 1));
        informativas.Cargar(guardadas.Informativas(listado, secuencia - 1));
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
        return new Totales(
            contratos + sinContratos,
            contratos,
            totalInformativas,
            sinContratos,
            renglones.Cambios + informativas.Cambios,
            renglones.Huella + informativas.Huella
        );
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
        if (informativas.Reclamar(guardadas.Identidad(fila), guardadas.Contenido(fila), secuencia) is var (clave, ordinal))
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
        if (renglones.Reclamar(guardadas.Identidad(fila), guardadas.Contenido(fila), secuencia) is var (clave, ordinal))
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

    /// <summary>One of the two tables of rows: its map, its next key, its statements.</summary>
    private sealed class Tabla(SqliteConnection conexion, string nombre, string columnas, long primera) : IDisposable
    {
        private long siguiente = primera;
        private readonly MapaDeIdentidad mapa = new();
        private readonly Sentencia insertar = new(
            conexion,
            $"INSERT INTO {nombre} ({columnas}) VALUES ({string.Join(", ", columnas.Split(',').Select((_, i) => $"?{i + 1}"))})"
        );
        private readonly Sentencia cerrar = new(conexion, $"UPDATE {nombre} SET hasta = ?2 WHERE clave = ?1");

        public int Cambios { get; private set; }

        /// <summary>Sum of the digests of the rows that came.</summary>
        public ulong Huella { get; private set; }

        public void Cargar(IEnumerable<FilaGuardada> filas)
        {
            foreach (var fila in filas)
                mapa.Cargar(fila.Identidad, fila.Ordinal, fila.Contenido, fila.Clave);
        }

        /// <summary>Null when the row stands as it came; else the key and ordinal to insert it with, the one it replaces already closed.</summary>
        public (long Clave, int Ordinal)? Reclamar(ulong identidad, ulong contenido, int secuencia)
        {
            var (ordinal, anterior, igual) = mapa.Reclamar(identidad, contenido);
            Huella += new FilaGuardada(0, ordinal, identidad, contenido).Huella;
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
