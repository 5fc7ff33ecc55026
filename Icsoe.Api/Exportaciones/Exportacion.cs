using System.Globalization;
using Icsoe.Api.Configuracion;
using Icsoe.Api.Descargas;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Exportaciones;

/// <summary>All the rows of a query as a file, without a cap.</summary>
/// <param name="nombre">What its rows are, in the plural: <c>contratos</c>.</param>
/// <param name="extension"><c>csv</c>, <c>ndjson</c> or <c>xlsx</c>.</param>
public abstract class Exportacion(Peticion peticion, Consulta consulta, Entidad entidad, string nombre, string extension)
    : ArchivoAlVuelo(peticion)
{
    protected const int PorLote = 1000;

    private static readonly byte[] Bom = [0xEF, 0xBB, 0xBF];

    private FilasDeArchivo? _filas;
    private long _escritas;
    private bool _empezada;

    /// <inheritdoc/>
    protected override string Nombre => $"{nombre}-{Peticion.Publicacion?.Id.ToString() ?? "sin-publicacion"}.{extension}";

    /// <inheritdoc/>
    protected override string Tipo => ArchivoSellado.TipoDe(extension);

    /// <inheritdoc/>
    protected override string Version => "1";

    /// <inheritdoc/>
    protected override IEnumerable<Lista> Listas => Filtros.ListasDe(consulta);

    /// <inheritdoc/>
    protected override double Avance => Total is > 0 and var total ? (double)_escritas / total : _filas?.Avance ?? 0;

    protected Consulta Consulta => consulta;

    /// <summary>How many rows it has; null while nobody knows.</summary>
    protected long? Total { get; private set; }

    protected bool EsCsv => extension == "csv";

    /// <summary>For spreadsheets: with a BOM, and nothing that one could take for a formula.</summary>
    protected bool ParaExcel { get; } = peticion.Valores.Tiene(ParametrosDeExportacion.Para);

    /// <summary>What comes before the first row.</summary>
    protected abstract void Encabezar(EscritorDeJson salida);

    /// <summary>Writes some of the rows; returns how many.</summary>
    protected abstract int Escribir(FilasDeArchivo filas, EscritorDeJson salida);

    /// <summary>Writes what comes after the last row.</summary>
    protected virtual void Cerrar(EscritorDeJson salida) { }

    /// <summary>How many rows it has, told before the first, where sealing knows or counting them costs little; null where it would cost much.</summary>
    protected virtual long? Contar(FilasDeArchivo filas)
    {
        try
        {
            var (valor, exacto) = Peticion.Almacen.Contar(consulta, entidad, conFacetas: false, Peticion.Aborto).Total;
            return exacto ? valor : null;
        }
        catch (ConsultaDemasiadoAmpliaException)
        {
            return null;
        }
    }

    /// <summary>What keeps so many rows from being written in this format; null for nothing.</summary>
    protected virtual Problema? Rechazar() => null;

    /// <inheritdoc/>
    protected override Problema? Empezar(HttpResponse respuesta)
    {
        _filas = Peticion.Almacen.Recorrer(consulta, entidad, Peticion.Aborto);
        Total = Contar(_filas);
        if (Rechazar() is { } problema)
            return problema;
        if (Total is { } total)
            respuesta.Headers[CabecerasPublicas.Filas] = total.ToString(CultureInfo.InvariantCulture);
        // Over HTTP/1.1 the server has no trailers.
        else if (respuesta.SupportsTrailers())
            respuesta.DeclareTrailer(CabecerasPublicas.Filas);
        return null;
    }

    /// <inheritdoc/>
    protected override bool Seguir(EscritorDeJson salida)
    {
        if (!_empezada)
        {
            if (EsCsv && ParaExcel)
                salida.Crudo(Bom);
            Encabezar(salida);
        }
        _empezada = true;
        if (_filas!.Quedan)
            _escritas += Escribir(_filas, salida);
        if (!_filas.Quedan)
            Cerrar(salida);
        return _filas.Quedan;
    }

    /// <inheritdoc/>
    protected override void Terminar(HttpResponse respuesta)
    {
        if (Total is { } total && total != _escritas)
            throw new InvalidOperationException($"{total} rows were told of, and {_escritas} written.");
        if (Total is null && respuesta.SupportsTrailers())
            respuesta.AppendTrailer(CabecerasPublicas.Filas, _escritas.ToString(CultureInfo.InvariantCulture));
    }
}

/// <summary>Contracts or lines, with the columns of the files.</summary>
public sealed class ExportacionDeRenglones(Peticion peticion, Consulta consulta, Entidad entidad, string nombre, string extension)
    : Exportacion(peticion, consulta, entidad, nombre, extension)
{
    private readonly IReadOnlyList<CampoDeArchivo> _campos = peticion.Valores.Todos(ParametrosDeExportacion.CamposDeRenglones)
        is { Count: > 0 } elegidos
        ? elegidos
        : CamposDeArchivo.Todos;

    /// <inheritdoc/>
    protected override void Encabezar(EscritorDeJson salida)
    {
        if (EsCsv)
            CsvDeListado.Encabezar(new EscritorCsv(salida), _campos);
    }

    /// <inheritdoc/>
    protected override int Escribir(FilasDeArchivo filas, EscritorDeJson salida)
    {
        var cuantas = 0;
        var csv = new CsvDeListado(new EscritorCsv(salida, ParaExcel), _campos);
        var ndjson = new NdjsonDeListado(salida, _campos);
        filas.Leer(
            PorLote,
            conHallazgos: false,
            (in renglon) =>
            {
                cuantas++;
                if (EsCsv)
                    csv.Escribir(renglon);
                else
                    ndjson.Escribir(renglon);
            }
        );
        return cuantas;
    }
}

/// <summary>Filings, with the members of their JSON, parties flattened.</summary>
public sealed class ExportacionDeInformativas(Peticion peticion, Consulta consulta, string extension)
    : Exportacion(peticion, consulta, Entidad.Informativa, "informativas", extension)
{
    private readonly IReadOnlyList<CampoDeInformativa> _campos = peticion.Valores.Todos(ParametrosDeExportacion.CamposDeInformativas)
        is { Count: > 0 } elegidos
        ? elegidos
        : CampoDeInformativa.Todos;

    /// <inheritdoc/>
    protected override void Encabezar(EscritorDeJson salida)
    {
        if (!EsCsv)
            return;
        var csv = new EscritorCsv(salida);
        foreach (var campo in _campos)
            csv.Palabra(campo.Nombre);
        csv.Fin();
    }

    /// <inheritdoc/>
    protected override int Escribir(FilasDeArchivo filas, EscritorDeJson salida)
    {
        var informativas = filas.LeerInformativas(PorLote);
        var csv = new EscritorCsv(salida, ParaExcel);
        foreach (var informativa in informativas)
        {
            if (EsCsv)
                CampoDeInformativa.Escribir(csv, _campos, informativa);
            else
                CampoDeInformativa.Escribir(salida, _campos, informativa);
        }
        return informativas.Count;
    }
}
