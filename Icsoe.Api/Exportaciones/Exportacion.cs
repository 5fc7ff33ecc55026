using System.Globalization;
using Icsoe.Api.Configuracion;
using Icsoe.Api.Descargas;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Exportaciones;

/// <summary>All the rows of a query as a file, without a cap.</summary>
/// <param name="nombre">What its rows are, in the plural: <c>contratos</c>.</param>
/// <param name="extension"><c>csv</c> or <c>ndjson</c>.</param>
public abstract class Exportacion(Peticion peticion, Consulta consulta, Entidad entidad, string nombre, string extension)
    : ArchivoAlVuelo(peticion)
{
    protected const int PorLote = 1000;

    private static readonly byte[] Bom = [0xEF, 0xBB, 0xBF];

    private FilasDeArchivo? _filas;
    private long _escritas;
    private long? _total;
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
    protected override double Avance => _total is > 0 and var total ? (double)_escritas / total : 0;

    protected bool EsCsv => extension == "csv";

    /// <summary>For spreadsheets: with a BOM, and nothing that one could take for a formula.</summary>
    protected bool ParaExcel { get; } = peticion.Valores.Tiene(ParametrosDeExportacion.Para);

    /// <summary>What comes before the first row.</summary>
    protected abstract void Encabezar(EscritorDeJson salida);

    /// <summary>Writes some of the rows; returns how many.</summary>
    protected abstract int Escribir(FilasDeArchivo filas, EscritorDeJson salida);

    /// <inheritdoc/>
    protected override void Empezar(HttpResponse respuesta)
    {
        _filas = Peticion.Almacen.Recorrer(consulta, entidad, Peticion.Aborto);
        // Over HTTP/1.1 the server has no trailers: there they are all counted first.
        _total = Total() ?? (respuesta.SupportsTrailers() ? null : _filas.Contar());
        if (_total is { } total)
            respuesta.Headers[CabecerasPublicas.Filas] = total.ToString(CultureInfo.InvariantCulture);
        else
            respuesta.DeclareTrailer(CabecerasPublicas.Filas);
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
        return _filas.Quedan;
    }

    /// <inheritdoc/>
    protected override void Terminar(HttpResponse respuesta)
    {
        if (_total is { } total && total != _escritas)
            throw new InvalidOperationException($"{total} rows were told of, and {_escritas} written.");
        if (_total is null)
            respuesta.AppendTrailer(CabecerasPublicas.Filas, _escritas.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>How many rows it has, where sealing knows or counting them costs little.</summary>
    private long? Total()
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
