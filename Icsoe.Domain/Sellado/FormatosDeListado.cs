using System.Security.Cryptography;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Sellado;

/// <summary>The lines of a listado into its CSV, NDJSON and Parquet, all at one reading.</summary>
internal sealed class FormatosDeListado : IDisposable
{
    private readonly Listado _listado;
    private readonly Texto _csv;
    private readonly Texto _ndjson;
    private readonly string _rutaDeParquet;
    private readonly ParquetDeListado _parquet;
    private readonly CsvDeListado _lineasDeCsv;
    private readonly NdjsonDeListado _lineasDeNdjson;

    public FormatosDeListado(Listado listado, Carpetas carpetas)
    {
        _listado = listado;
        _csv = new Texto(Archivero.Nuevo(carpetas));
        _ndjson = new Texto(Archivero.Nuevo(carpetas));
        _rutaDeParquet = Archivero.Nuevo(carpetas);
        _parquet = new ParquetDeListado(_rutaDeParquet, CamposDeArchivo.Todos, Procedencia.De(listado.Lista));
        var csv = new EscritorCsv(_csv.Bufer);
        CsvDeListado.Encabezar(csv, CamposDeArchivo.Todos);
        _lineasDeCsv = new CsvDeListado(csv, CamposDeArchivo.Todos);
        _lineasDeNdjson = new NdjsonDeListado(_ndjson.Bufer, CamposDeArchivo.Todos);
    }

    /// <summary>Adds a line, in the order of files.</summary>
    public void Escribir(in RenglonLeido renglon)
    {
        _lineasDeCsv.Escribir(renglon);
        _csv.Avanzar();
        _lineasDeNdjson.Escribir(renglon);
        _ndjson.Avanzar();
        _parquet.Escribir(renglon);
    }

    /// <summary>The three files, in tmp/; the CSV's digest is the canonical one.</summary>
    public IReadOnlyList<ArchivoListo> Terminar()
    {
        _parquet.Terminar();
        return
        [
            Archivero.Preparar(_csv.Terminar(), $"{_listado.Nombre}.csv", "csv", "icsoe"),
            Archivero.Preparar(_ndjson.Terminar(), $"{_listado.Nombre}.ndjson", "ndjson", "icsoe"),
            Archivero.Preparar(_rutaDeParquet, $"{_listado.Nombre}.parquet", "parquet", "icsoe"),
        ];
    }

    public void Dispose()
    {
        _csv.Dispose();
        _ndjson.Dispose();
        _parquet.Dispose();
    }

    /// <summary>A file of text, hashed as it is written.</summary>
    private sealed class Texto(string ruta) : IDisposable
    {
        private const int PorEscritura = 1 << 17;

        private readonly FileStream _archivo = new(ruta, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        private readonly IncrementalHash _resumen = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        public EscritorDeJson Bufer { get; } = new();

        /// <summary>Writes what there is once it is enough.</summary>
        public void Avanzar()
        {
            if (Bufer.Escritos >= PorEscritura)
                Vaciar();
        }

        public ArchivoCopiado Terminar()
        {
            Vaciar();
            var bytes = _archivo.Length;
            _archivo.Dispose();
            return new ArchivoCopiado(ruta, Convert.ToHexStringLower(_resumen.GetHashAndReset()), bytes);
        }

        public void Dispose()
        {
            _archivo.Dispose();
            _resumen.Dispose();
            Bufer.Dispose();
        }

        private void Vaciar()
        {
            var bloque = Bufer.Entre(0, Bufer.Escritos).Span;
            _archivo.Write(bloque);
            _resumen.AppendData(bloque);
            Bufer.Vaciar();
        }
    }
}
