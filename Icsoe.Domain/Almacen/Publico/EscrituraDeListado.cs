using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;
using Microsoft.Data.Sqlite;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>What a listado holds after its rows were written.</summary>
/// <param name="Renglones">Contratos + InformativasSinContratos.</param>
/// <param name="Cambios">Rows and informativas that appeared, changed or left; 0 when all stayed as it was.</param>
/// <param name="Huella">Digest of what stands, whatever its order: what <c>verificar</c> recomputes.</param>
public sealed record Totales(int Renglones, int Contratos, int Informativas, int InformativasSinContratos, int Cambios, ulong Huella)
{
    /// <summary>Of <see cref="Cambios"/>, those of lines.</summary>
    public int RenglonesCambiados { get; init; }
}

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
    private readonly EscritorDeIndices indices;
    private readonly (TramoNuevo Renglones, TramoNuevo Informativas) tramos;
    private readonly Tabla renglones;
    private readonly Tabla informativas;

    /// <summary>A row of the informativa being written, and how many contracts it has so far.</summary>
    private RenglonPublico? abierta;
    private int deLaAbierta;
    private int contratista;

    /// <summary>The last findings and their number: rows of an informativa share them.</summary>
    private (IReadOnlyList<Hallazgo> Inconsistencias, IReadOnlyList<Hallazgo> Observaciones, long? Id) hallazgos = ([], [], null);
    private int contratos;
    private int totalInformativas;
    private int sinContratos;

    /// <param name="primeras">Keys of the first new row and informativa.</param>
    /// <param name="alEscribir">Called after each row written: the writer commits its batches there.</param>
    internal EscrituraDeListado(
        SqliteConnection conexion,
        Listado listado,
        int secuencia,
        Diccionarios diccionarios,
        (long Renglon, long Informativa) primeras,
        EscritorDeIndices indices,
        Action alEscribir
    )
    {
        this.indices = indices;
        tramos = indices.Abrir(listado);
        (this.listado, this.secuencia, this.diccionarios, this.alEscribir) = (listado, secuencia, diccionarios, alEscribir);
        guardadas = new FilasGuardadas(conexion);
        renglones = new Tabla(conexion, "renglones", FilasGuardadas.ColumnasRenglon, listado, primeras.Renglon, tramos.Renglones);
        informativas = new Tabla(
            conexion,
            "informativas",
            FilasGuardadas.ColumnasInformativa,
            listado,
            primeras.Informativa,
            tramos.Informativas
        );
        renglones.Cargar(guardadas.Renglones(listado, secuencia - 1));
        informativas.Cargar(guardadas.Informativas(listado, secuencia - 1));
    }

    /// <summary>Says before the first row how many come, when that is known: it only spares memory.</summary>
    public void Esperar(int esperados)
    {
        renglones.Esperar(esperados);
        informativas.Esperar(esperados / 2);
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
            contratista = diccionarios.Parte(renglon.Contratista);
            abierta = renglon;
        }
        if (renglon.Contrato is not null)
            deLaAbierta++;
        Escribir(renglon);
        alEscribir();
    }

    /// <summary>No more rows come: closes what did not come back and counts.</summary>
    public Totales Terminar()
    {
        CerrarInformativa();
        renglones.CerrarLosQueFaltan(secuencia);
        informativas.CerrarLosQueFaltan(secuencia);
        if (renglones.Cambios + informativas.Cambios > 0)
            indices.Escribir(listado, tramos, secuencia);
        return new Totales(
            contratos + sinContratos,
            contratos,
            totalInformativas,
            sinContratos,
            renglones.Cambios + informativas.Cambios,
            renglones.Huella + informativas.Huella
        )
        {
            RenglonesCambiados = renglones.Cambios,
        };
    }

    public void Dispose()
    {
        renglones.Dispose();
        informativas.Dispose();
        tramos.Renglones.Dispose();
        tramos.Informativas.Dispose();
    }

    private bool EsLaMisma(RenglonPublico otro, RenglonPublico renglon) =>
        otro.FolioInformativa == renglon.FolioInformativa
        && otro.TipoInformativa == renglon.TipoInformativa
        && otro.FechaPresentacion == renglon.FechaPresentacion
        && (ReferenceEquals(otro.Contratista, renglon.Contratista) || otro.Contratista == renglon.Contratista)
        && renglon.Contrato is not null
        && deLaAbierta > 0;

    private long? Hallazgos(RenglonPublico renglon)
    {
        var iguales =
            ReferenceEquals(hallazgos.Inconsistencias, renglon.Inconsistencias)
            && ReferenceEquals(hallazgos.Observaciones, renglon.Observaciones);
        if (!iguales)
            hallazgos = (
                renglon.Inconsistencias,
                renglon.Observaciones,
                diccionarios.Hallazgos(renglon.Inconsistencias, renglon.Observaciones)
            );
        return hallazgos.Id;
    }

    private void CerrarInformativa()
    {
        if (abierta is not { } informativa)
            return;
        totalInformativas++;
        if (deLaAbierta == 0)
            sinContratos++;
        var fila = new InformativaFila
        {
            Folio = informativa.FolioInformativa,
            Tipo = (int?)informativa.TipoInformativa,
            FechaPresentacion = informativa.FechaPresentacion?.DayNumber,
            Contratista = contratista,
            Contratos = deLaAbierta,
            Inconsistencias = CodecDeHallazgos.Mascara(informativa.Inconsistencias),
            Observaciones = CodecDeHallazgos.Mascara(informativa.Observaciones),
            Hallazgos = Hallazgos(informativa),
            Referencia = informativa.Referencia,
        };
        (abierta, deLaAbierta) = (null, 0);
        if (informativas.Reclamar(guardadas.Identidad(fila), guardadas.Contenido(fila), secuencia) is var (clave, ordinal))
        {
            informativas
                .Insertar(clave, secuencia, ordinal)
                .Con(fila.Folio)
                .Con(fila.Tipo)
                .Con(fila.FechaPresentacion)
                .Con(fila.Contratista)
                .Con(fila.Contratos)
                .Con(fila.Inconsistencias)
                .Con(fila.Observaciones)
                .Con(fila.Hallazgos)
                .Con(fila.Referencia)
                .Ejecutar();
            tramos.Informativas.Agregar(FilaDeIndice.De(fila), secuencia);
        }
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
            Contratista = contratista,
            Banderas = Banderas.De(contrato),
            FolioContrato = contrato?.Folio,
            Contratante = contrato is null ? null : diccionarios.Parte(contrato.Contratante),
            Servicio = contrato?.Servicio,
            FechaInicio = contrato?.FechaInicio?.DayNumber,
            FechaFin = contrato?.FechaFin?.DayNumber,
            PersonasTrabajadoras = contrato?.PersonasTrabajadoras,
            Inconsistencias = CodecDeHallazgos.Mascara(renglon.Inconsistencias),
            Observaciones = CodecDeHallazgos.Mascara(renglon.Observaciones),
            Hallazgos = Hallazgos(renglon),
        };
        if (renglones.Reclamar(guardadas.Identidad(fila), guardadas.Contenido(fila), secuencia) is var (clave, ordinal))
        {
            renglones
                .Insertar(clave, secuencia, ordinal)
                .Con(fila.FolioInformativa)
                .Con(fila.TipoInformativa)
                .Con(fila.FechaPresentacion)
                .Con(fila.Contratista)
                .Con(fila.Banderas)
                .Con(fila.FolioContrato)
                .Con(fila.Contratante)
                .Con(fila.Servicio)
                .Con(fila.FechaInicio)
                .Con(fila.FechaFin)
                .Con(fila.PersonasTrabajadoras)
                .Con(fila.Inconsistencias)
                .Con(fila.Observaciones)
                .Con(fila.Hallazgos)
                .Ejecutar();
            tramos.Renglones.Agregar(FilaDeIndice.De(fila), secuencia);
        }
    }

    /// <summary>One of the two tables of rows: its map, its next key, its statements.</summary>
    private sealed class Tabla(SqliteConnection conexion, string nombre, string columnas, Listado listado, long primera, TramoNuevo tramo)
        : IDisposable
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

        public void Esperar(int esperadas) => mapa.Esperar(esperadas);

        public void Cargar(IEnumerable<FilaGuardada> filas)
        {
            foreach (var fila in filas)
                mapa.Cargar(fila.Identidad, fila.Ordinal, fila.Contenido, (int)(fila.Clave - listado.PrimeraClave));
        }

        /// <summary>Null when the row stands as it came; else the key and ordinal to insert it with, the one it replaces already closed.</summary>
        public (long Clave, int Ordinal)? Reclamar(ulong identidad, ulong contenido, int secuencia)
        {
            var (ordinal, anterior, igual) = mapa.Reclamar(identidad, contenido);
            Huella += new FilaGuardada(0, ordinal, identidad, contenido).Huella;
            if (igual)
                return null;
            if (anterior is { } suya)
                Cerrar(suya, secuencia);
            Cambios++;
            return (siguiente++, ordinal);
        }

        /// <summary>The insert with its first columns bound; the caller binds the rest and runs it.</summary>
        public Sentencia Insertar(long clave, int desde, int ordinal) => insertar.Con(clave).Con(desde).Con(Tiempos.Siempre).Con(ordinal);

        public void CerrarLosQueFaltan(int secuencia)
        {
            foreach (var suya in mapa.SinReclamar())
            {
                Cerrar(suya, secuencia);
                Cambios++;
            }
        }

        private void Cerrar(int suya, int secuencia)
        {
            cerrar.Con(listado.PrimeraClave + suya).Con(secuencia).Ejecutar();
            tramo.Cerrar(suya - 1, secuencia);
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
