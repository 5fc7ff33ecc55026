using System.Globalization;
using Icsoe.Benchmarks.Consultas;
using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Http;
using Icsoe.Benchmarks.Referencias;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Cifra = Icsoe.Benchmarks.Escala.Cifra;

namespace Icsoe.Benchmarks.Archivos;

/// <summary>The rows of the table of files, by name.</summary>
internal sealed class TandaDeArchivos(Programas programas, Datos datos, int vueltas, bool rehacer)
{
    private const int Lentos = 1_000;
    private const double Mib = 1048576.0;

    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<string> Nombres { get; } = ["texto", "parquet", "todos", "flujo", "descarga", "lentos"];

    public IEnumerable<Renglon> Medir(string nombre) =>
        nombre switch
        {
            "texto" => [Texto("csv"), Texto("ndjson")],
            "parquet" => Parquet(),
            "todos" => [Todos()],
            "flujo" => Flujo(),
            "descarga" => [Descargar()],
            "lentos" => [EntreLentos()],
            _ => throw new ArgumentOutOfRangeException(nameof(nombre), nombre, null),
        };

    /// <summary>One full-size listado in a store of its own.</summary>
    private string Almacen
    {
        get
        {
            field ??= datos.Vacia("archivos");
            if (!Directory.Exists(field))
                programas.Importar([datos.Libro], field, Datos.Publicacion);
            return field;
        }
    }

    private Renglon Texto(string formato)
    {
        var (nuestro, suyo) = (Salida($"nuestro.{formato}"), Salida("suyo.csv"));
        var (nuestra, referencia) = Cifra.EnTurnos(
            vueltas,
            () => Proceso.Propio("medir", formato, Almacen, nuestro).Exigir(),
            () => Proceso.Correr("sqlite3", ["-bail", Path.Combine(Almacen, "icsoe.db")], Consulta(suyo)).Exigir()
        );
        var renglones = File.ReadLines(suyo).Count() - 1;
        return new Renglon(
            $"{formato.ToUpperInvariant()} de un listado, desde el almacén: renglones por segundo",
            $"{renglones / nuestra.Segundos:N0}/s; {nuestra.Tiempos()}",
            $"sqlite3 en modo csv: {renglones / referencia.Segundos:N0}/s; {referencia.Tiempos()}",
            referencia.Segundos / nuestra.Segundos,
            0.5,
            null,
            "×",
            AlMenos: true
        );
    }

    private IEnumerable<Renglon> Parquet()
    {
        var (csv, nuestro, suyo) = (Salida("base.csv"), Salida("nuestro.parquet"), Salida("suyo.parquet"));
        Proceso.Propio("medir", "csv", Almacen, csv).Exigir();
        var (nuestros, suyos) = (new List<double>(), new List<double>());
        for (var vuelta = 0; vuelta < vueltas; vuelta++)
        {
            suyos.Add(Segundos(Proceso.Propio("medir", "duckdb", csv, suyo)));
            nuestros.Add(Segundos(Proceso.Propio("medir", "parquet", Almacen, nuestro)));
        }
        var (nuestra, referencia) = (nuestros.Mediana(), suyos.Mediana());
        yield return new Renglon(
            "Parquet de un listado, desde la memoria: tiempo",
            $"{nuestra:0.00} s",
            $"COPY de DuckDB, con zstd: {referencia:0.00} s",
            nuestra / referencia,
            3,
            null,
            "×"
        );
        var (bytes, otros) = (new FileInfo(nuestro).Length, new FileInfo(suyo).Length);
        yield return new Renglon(
            "Parquet de un listado: tamaño",
            Tabla.Mib(bytes),
            $"DuckDB: {Tabla.Mib(otros)}",
            (double)bytes / otros,
            1.2,
            null,
            "×"
        );

        static double Segundos(Medida medida) => double.Parse(medida.Exigir().Salida, CultureInfo.InvariantCulture);
    }

    private Renglon Todos()
    {
        var suyo = Salida("suyo.xlsx");
        var (nuestra, referencia) = Cifra.EnTurnos(
            vueltas,
            () => Proceso.Propio("medir", "todos", Almacen, datos.Vacia("archivos-todos")).Exigir(),
            () => LibroDeReferencia.Escribir(datos.Tsv, suyo, Lista.Publico)
        );
        return Renglon.DeTiempos(
            "XLSX, CSV, NDJSON y Parquet de un listado, juntos y desde el almacén",
            nuestra,
            "libxlsxwriter, sólo el XLSX",
            referencia,
            2.0,
            null
        );
    }

    /// <summary>Every row of sixteen periodos as one CSV.</summary>
    private IEnumerable<Renglon> Flujo()
    {
        using var servidor = ServidorHijo.Programa(programas.Api, AlmacenDeConsultas.Preparar(datos, programas, rehacer), "/v1");
        var descargas = Enumerable
            .Range(0, vueltas)
            .Select(_ => Descarga.Leer($"{servidor.Direccion}/v1/exportaciones/renglones.csv", contar: true))
            .ToList();
        var mediana = descargas.OrderBy(descarga => descarga.Total).ElementAt(vueltas / 2);
        var que = $"CSV de todo el almacén por HTTP, {mediana.Lineas - 1:N0} renglones";
        yield return new Renglon(
            $"{que}: memoria",
            $"{mediana}, {(mediana.Lineas - 1) / mediana.Total.TotalSeconds:N0} renglones/s",
            "",
            servidor.RssAnon / Mib,
            150,
            null,
            "MiB"
        );
        yield return new Renglon(
            $"{que}: primer byte",
            $"de cada vez: {string.Join(", ", descargas.Select(descarga => $"{descarga.PrimerByte.TotalMilliseconds:0}"))} ms",
            "",
            descargas.Select(descarga => descarga.PrimerByte.TotalMilliseconds).Mediana(),
            200,
            null,
            "ms"
        );
    }

    private Renglon Descargar()
    {
        using var servidor = ServidorHijo.Programa(programas.Api, Almacen, "/v1");
        var sha256 = ElMayor();
        using var nginx = Nginx.Servir(
            Path.Combine(Path.GetFullPath(Almacen), "archivos"),
            Path.GetFullPath(datos.Vacia("nginx")),
            $"/{sha256}"
        );
        var (nuestras, suyas) = (new List<double>(), new List<double>());
        // The first of each only warms.
        for (var vuelta = 0; vuelta <= vueltas * 3; vuelta++)
        {
            var suya = Descarga.Leer($"{nginx.Direccion}/{sha256}");
            var nuestra = Descarga.Leer($"{servidor.Direccion}/v1/archivos/sha256/{sha256}");
            if (vuelta == 0)
                continue;
            suyas.Add(suya.MibPorSegundo);
            nuestras.Add(nuestra.MibPorSegundo);
        }
        return new Renglon(
            "Descarga de un archivo entero (el NDJSON de un listado)",
            $"{nuestras.Mediana():0} MiB/s",
            $"nginx con sendfile: {suyas.Mediana():0} MiB/s",
            nuestras.Mediana() / suyas.Mediana(),
            0.85,
            null,
            "×",
            AlMenos: true
        );
    }

    private Renglon EntreLentos()
    {
        using var servidor = ServidorHijo.Programa(programas.Api, Almacen, "/v1");
        var ruta = $"/v1/archivos/sha256/{ElMayor()}";
        var primera = Descarga.EntreLentosAsync(servidor, ruta, Lentos).GetAwaiter().GetResult();
        var segunda = Descarga.EntreLentosAsync(servidor, ruta, Lentos).GetAwaiter().GetResult();
        return new Renglon(
            $"{Lentos:N0} clientes lentos a la vez del mismo archivo: lo que crece la memoria con otros tantos",
            $"la primera vez crece {primera / 1024 / Lentos:0} KiB por cliente, lo que Kestrel aparta para enviar y vuelve a usar",
            "",
            segunda / Mib,
            8,
            null,
            "MiB"
        );
    }

    /// <summary>Digest of the largest file of the listado: its NDJSON.</summary>
    private string ElMayor()
    {
        using var almacen = new AlmacenPublico(Almacen);
        return almacen.ArchivoPorNombre("LPP2026.ndjson", almacen.Vigente()!.Secuencia)!.Sha256;
    }

    private string Salida(string nombre) => Path.Combine(Directory.CreateDirectory(datos.Vacia($"archivos-{nombre}")).FullName, nombre);

    /// <summary>The columns of our CSV by the shell, of the rows that stand, in the order of files; words and days as they lie, which costs it less.</summary>
    private static string Consulta(string destino)
    {
        var listado = new Listado(Periodo.De(2026, 1), Lista.Publico);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            .mode csv
            .headers on
            .output {destino}
            SELECT d.nombre AS contratista, d.tipo_persona AS tipo_persona_contratista, p.nombre AS contratante,
                p.tipo_persona AS tipo_persona_contratante, r.folio_contrato, r.servicio,
                r.fecha_inicio, r.fecha_fin,
                r.personas_trabajadoras, 1 AS cuatrimestre, 2026 AS ejercicio, r.tipo_informativa, r.folio_informativa,
                r.fecha_presentacion, r.inconsistencias, 'publico' AS lista, d.clave AS contratista_clave, p.clave AS contratante_clave
            FROM renglones r CROSS JOIN partes d ON d.id = r.contratista LEFT JOIN partes p ON p.id = r.contratante
            WHERE r.clave BETWEEN {listado.PrimeraClave} AND {listado.UltimaClave} AND r.desde <= 1 AND r.hasta > 1
            ORDER BY coalesce(r.folio_informativa, ''), coalesce(r.folio_contrato, ''), r.banderas & 1, r.ordinal;

            """
        );
    }
}
