using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Sellado;

namespace Icsoe.Benchmarks.Archivos;

/// <summary>What a child process does while it is timed: the rows of a listado of a store into its files.</summary>
internal static class UnFormato
{
    private static readonly Listado Listado = new(Periodo.De(2026, 1), Lista.Publico);

    /// <summary>Text from the store, as it is sealed.</summary>
    /// <param name="formato"><c>csv</c> or <c>ndjson</c>.</param>
    public static void Texto(string formato, string almacen, string destino)
    {
        using var archivo = new FileStream(destino, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        using var bufer = new EscritorDeJson();
        var csv = new EscritorCsv(bufer);
        if (formato == "csv")
            CsvDeListado.Encabezar(csv, CamposDeArchivo.Todos);
        var lineasDeCsv = new CsvDeListado(csv, CamposDeArchivo.Todos);
        var lineasDeNdjson = new NdjsonDeListado(bufer, CamposDeArchivo.Todos);
        Leer(
            almacen,
            (in renglon) =>
            {
                if (formato == "csv")
                    lineasDeCsv.Escribir(renglon);
                else
                    lineasDeNdjson.Escribir(renglon);
                if (bufer.Escritos >= 1 << 17)
                    Vaciar();
            }
        );
        Vaciar();

        void Vaciar()
        {
            archivo.Write(bufer.Entre(0, bufer.Escritos).Span);
            bufer.Vaciar();
        }
    }

    /// <summary>Parquet from rows in memory, where DuckDB has its own: prints the seconds that writing took.</summary>
    public static void Parquet(string almacen, string destino)
    {
        var lote = new LoteDeRenglones();
        Leer(almacen, (in renglon) => lote.Agregar(renglon, default));
        File.Delete(destino);
        var reloj = Stopwatch.StartNew();
        using (var parquet = new ParquetDeListado(destino, CamposDeArchivo.Todos, Procedencia.De(Lista.Publico)))
        {
            lote.Leer((in renglon, _) => parquet.Escribir(renglon));
            parquet.Terminar();
        }
        Console.WriteLine(reloj.Elapsed.TotalSeconds.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The same by DuckDB, from a table of its own with the same types: prints the seconds that COPY took.</summary>
    public static void ConDuckDb(string csv, string destino)
    {
        using var conexion = new DuckDBConnection("Data Source=:memory:");
        conexion.Open();
        Ejecutar(
            $"""
            CREATE TABLE renglones AS SELECT * REPLACE (
                fecha_inicio::DATE AS fecha_inicio, fecha_fin::DATE AS fecha_fin, fecha_presentacion::DATE AS fecha_presentacion,
                personas_trabajadoras::INTEGER AS personas_trabajadoras, cuatrimestre::INTEGER AS cuatrimestre,
                ejercicio::INTEGER AS ejercicio, string_split(inconsistencias, ';') AS inconsistencias)
            FROM read_csv('{csv}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')
            """
        );
        var reloj = Stopwatch.StartNew();
        Ejecutar($"COPY renglones TO '{destino}' (FORMAT parquet, COMPRESSION zstd)");
        Console.WriteLine(reloj.Elapsed.TotalSeconds.ToString(CultureInfo.InvariantCulture));

        void Ejecutar(string sql)
        {
            using var comando = conexion.CreateCommand();
            comando.CommandText = sql;
            comando.ExecuteNonQuery();
        }
    }

    /// <summary>The four files of a listado from the store, as sealing writes them: XLSX on one core, the others on another.</summary>
    public static void Todos(string almacen, string destino)
    {
        var entorno = new Entorno { Carpetas = Carpetas.De(destino), Reloj = TimeProvider.System };
        Directory.CreateDirectory(entorno.Carpetas.Temporal);
        var xlsx = Task.Run(() =>
        {
            using var conexion = Conexiones.ParaLeer(Ruta(almacen));
            LibroPropio.Escribir(Listado, new LectorDeListado(conexion).Renglones(Listado, Secuencia(almacen)), entorno, default);
        });
        using var formatos = new FormatosDeListado(Listado, entorno.Carpetas);
        Leer(almacen, formatos.Escribir);
        formatos.Terminar();
        xlsx.GetAwaiter().GetResult();
    }

    private static void Leer(string almacen, AlLeerRenglon destino)
    {
        using var conexion = Conexiones.ParaLeer(Ruta(almacen));
        new LectorDeListado(conexion).Leer(Listado, Secuencia(almacen), destino, default);
    }

    private static int Secuencia(string almacen)
    {
        using var publico = new AlmacenPublico(almacen);
        return publico.Vigente()!.Secuencia;
    }

    private static string Ruta(string almacen) => Path.Combine(almacen, Conexiones.Archivo);
}
