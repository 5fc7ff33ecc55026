using System.Text.Json;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Tests.Comandos;
using Icsoe.Tests.Exportacion;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Sellado;

/// <summary>The files that a publication seals say the same in every format, told by readers that are not ours.</summary>
[TestFixture, Parallelizable]
internal sealed class FormatosTests
{
    private const string ConSqlite = """
        import json, sqlite3, sys
        base = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True)
        assert base.execute('PRAGMA integrity_check').fetchone() == ('ok',)
        for fila in base.execute(sys.argv[2]): print(json.dumps(['' if v is None else str(v) for v in fila]))
        """;

    private const string ConOpenpyxl = """
        import json, sys, openpyxl
        from openpyxl.utils.escape import unescape
        def celda(c):
            if c.value is None: return ''
            if c.data_type == 'd': return c.value.strftime('%Y-%m-%d')
            return unescape(c.value) if isinstance(c.value, str) else str(c.value)
        for fila in list(openpyxl.load_workbook(open(sys.argv[1], 'rb')).worksheets[0].iter_rows())[1:]: print(json.dumps([celda(c) for c in fila]))
        """;

    /// <summary>Those of <see cref="ConOpenpyxl"/> whose value is the same in people's words as in the machine's.</summary>
    private static readonly int[] IgualesEnElLibro = [0, 2, 4, 5, 6, 7, 8, 9, 10, 12, 13];

    private Operador operador = null!;

    [SetUp]
    public void Llegar() => operador = new Operador();

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test, Category("Externo")]
    public async Task Los_cinco_formatos_dicen_lo_mismo_celda_por_celda()
    {
        await PublicarHostilesAsync();

        var csv = Duck.Leer($"FROM {Duck.Tabla(Ruta("LPP2026.csv"), "csv")}");
        Assert.That(csv, Has.Count.EqualTo(LibroDePrueba.Hostiles.Length + 2));
        Assert.That(
            csv.Select(fila => fila.Split('|')[5]),
            Is.SupersetOf(LibroDePrueba.Hostiles.Where(hostil => !hostil.Fuente.Contains('|')).Select(Publicado))
        );
        Assert.That(Duck.Leer($"FROM {Duck.Tabla(Ruta("LPP2026.parquet"), "parquet")}"), Is.EqualTo(csv));
        Assert.That(Duck.Leer($"FROM {Duck.Tabla(Ruta("icsoe-vigente.parquet"), "parquet")} WHERE lista = 'publico'"), Is.EqualTo(csv));
        Assert.That(Ndjson(Ruta("LPP2026.ndjson")), Is.EqualTo(csv));
        Assert.That(Sqlite("icsoe-vigente.sqlite", "SELECT * FROM renglones WHERE lista = 'publico'"), Is.EqualTo(csv));
        var libro = Python(HerramientaExterna.ConOpenpyxl(ConOpenpyxl, Ruta("LPP2026.xlsx")));
        Assert.That(libro.Select(Comparables), Is.EqualTo(csv.Select(Comparables)));
    }

    [Test]
    public async Task El_Parquet_tiene_tipos_verdaderos_y_lleva_la_informacion_importante()
    {
        await PublicarHostilesAsync();
        var ruta = Ruta("LPP2026.parquet");

        Assert.That(
            Duck.Leer($"SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet('{ruta}')) WHERE column_type <> 'VARCHAR'"),
            Is.EqualTo([
                "fecha_inicio|DATE",
                "fecha_fin|DATE",
                "personas_trabajadoras|INTEGER",
                "cuatrimestre|INTEGER",
                "ejercicio|INTEGER",
                "fecha_presentacion|DATE",
                "inconsistencias|VARCHAR[]",
            ])
        );
        Assert.That(Duck.Leer($"SELECT DISTINCT compression FROM parquet_metadata('{ruta}')"), Is.EqualTo(["ZSTD"]));
        Assert.That(
            Duck.Leer($"SELECT value::VARCHAR FROM parquet_kv_metadata('{ruta}') WHERE key::VARCHAR = 'informacion_importante_publico'"),
            Has.Some.StartsWith("INFORMACI")
        );
    }

    [Test]
    public async Task Un_listado_sin_renglones_es_un_archivo_valido_en_cada_formato()
    {
        await PublicarHostilesAsync();

        Assert.That(File.ReadAllLines(Ruta("LIIP2026.csv")), Has.Length.EqualTo(1), "Sólo el encabezado.");
        Assert.That(new FileInfo(Ruta("LIIP2026.ndjson")).Length, Is.Zero);
        Assert.That(Duck.Leer($"FROM {Duck.Tabla(Ruta("LIIP2026.parquet"), "parquet")}"), Is.Empty);
    }

    [Test]
    public async Task La_historia_da_cada_publicacion_como_fue()
    {
        await operador.LograrAsync(
            "importar",
            operador.Libro(Publico, Publico.Serie(5)),
            operador.Libro(Inconsistente, Inconsistente.Serie(2)),
            "--publicacion",
            "2026-04"
        );
        await operador.LograrAsync(
            "importar",
            operador.Libro(Publico, [.. Publico.Serie(2), .. Publico.Serie(7).Skip(4)]),
            "--publicacion",
            "2026-05"
        );
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(6, "LIMPIEZA")), "--publicacion", "2026-06");

        foreach (var id in (string[])["2026-04", "2026-05", "2026-06"])
        {
            foreach (var listado in (Listado[])[Publico, Inconsistente])
            {
                var entonces = Duck.Leer($"FROM {Duck.Tabla(Ruta($"{listado.Nombre}.csv", id), "csv")}");
                var deLaHistoria = Duck.Leer(
                    $"SELECT * EXCLUDE (publicacion_desde, publicacion_hasta) FROM read_parquet('{Ruta("icsoe-historia.parquet")}') "
                        + $"WHERE lista = '{listado.Lista.Valor()}' AND publicacion_desde <= '{id}' AND (publicacion_hasta IS NULL OR publicacion_hasta > '{id}')"
                );
                Assert.That(entonces, Is.Not.Empty);
                Assert.That(deLaHistoria, Is.EqualTo(entonces), $"{listado} en {id}");
            }
        }
        const string cuantos = "SELECT count(*), count(publicacion_hasta), count(DISTINCT publicacion_desde) FROM";
        Assert.That(
            Duck.Leer($"{cuantos} read_parquet('{Ruta("icsoe-historia.parquet")}')"),
            Is.EqualTo(["15|7|3"]),
            "5 y 2, más 2, más 6: cada renglón una vez."
        );
    }

    [Test, Category("Externo")]
    public async Task La_base_SQLite_es_la_misma_historia_en_tablas_que_cualquiera_abre()
    {
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(5)), "--publicacion", "2026-05");
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(3)), "--publicacion", "2026-06");

        Assert.That(
            Sqlite("icsoe-historia.sqlite", "SELECT * FROM renglones"),
            Is.EqualTo(Duck.Leer($"FROM read_parquet('{Ruta("icsoe-historia.parquet")}')"))
        );
        Assert.That(
            Sqlite("icsoe-historia.sqlite", "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view') ORDER BY 2"),
            Is.EqualTo(["table|filas", "table|inconsistencias", "table|informacion", "table|partes", "view|renglones"])
        );
        Assert.That(Sqlite("icsoe-historia.sqlite", "SELECT count(*) FROM inconsistencias"), Is.EqualTo(["7"]));
        Assert.That(
            Sqlite("icsoe-historia.sqlite", "SELECT tema FROM informacion ORDER BY 1"),
            Is.EqualTo([
                "fuente",
                "fundamento",
                "homonimia",
                "informacion_importante_inconsistente",
                "informacion_importante_publico",
                "oficial",
            ])
        );
    }

    [Test]
    public async Task Un_renglon_que_sigue_igual_en_los_archivos_esta_una_vez_en_la_historia()
    {
        // A third filing of one contratista: the first two now are related to one more, which no file tells.
        await PresentarAsync(1, 2);
        await operador.LograrAsync("publicar", "--publicacion", "2026-05");
        await PresentarAsync(3);
        await operador.LograrAsync("publicar", "--publicacion", "2026-06");

        var historia = $"read_parquet('{Ruta("icsoe-historia.parquet")}')";
        Assert.That(
            Duck.Leer($"SELECT folio_informativa, publicacion_desde, publicacion_hasta FROM {historia} ORDER BY ALL"),
            Is.EqualTo(["N260000001|2026-05|", "N260000002|2026-05|", "N260000003|2026-06|"])
        );
        using var almacen = new AlmacenPublico(operador.Datos);
        Assert.That(
            almacen
                .Renglones(new Consulta { Secuencia = almacen.Vigente()!.Secuencia, Limite = 10 })
                .Filas[0]
                .Inconsistencias[0]
                .Relacionadas,
            Has.Count.EqualTo(2)
        );

        Task PresentarAsync(params int[] numeros) =>
            operador.LograrAsync(
                "importar",
                operador.Ndjson(
                    numeros.Select(numero =>
                        (
                            Presentada.Numero(numero) with
                            {
                                Contratista = Presentada.Numero(1).Contratista,
                                FechaPresentacion = $"2026-04-1{numero}",
                            }
                        ).EnJson()
                    )
                )
            );
    }

    [Test]
    public async Task Sin_cambios_los_archivos_de_todo_el_almacen_son_los_mismos()
    {
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(5)), "--publicacion", "2026-05");
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(5)), "--publicacion", "2026-06");

        using var almacen = new AlmacenPublico(operador.Datos);
        Assert.That(almacen.Vigente()!.Secuencia, Is.EqualTo(2));
        Assert.That(almacen.Acervo(2), Is.EqualTo(almacen.Acervo(1)).And.Count.EqualTo(4));
    }

    [Test]
    public async Task Lo_retirado_deja_los_archivos_de_todo_el_almacen_que_lo_tenian()
    {
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(5)), "--publicacion", "2026-04");
        await operador.LograrAsync("importar", operador.Libro(Publico, Publico.Serie(3)), "--publicacion", "2026-05");
        await operador.LograrAsync(
            "retirar",
            "--folio",
            Publico.Renglon(5).Contrato!.Folio!,
            "--motivo",
            "Orden judicial 123/2026.",
            "--publicacion",
            "2026-06"
        );

        using var almacen = new AlmacenPublico(operador.Datos);
        Assert.That(almacen.Vigente()!.Secuencia, Is.EqualTo(3));
        Assert.That(almacen.Acervo(1), Is.Empty, "Todos lo tenían.");
        Assert.That(
            almacen.Acervo(2).Select(archivo => archivo.Nombre),
            Is.EqualTo(["icsoe-vigente.parquet", "icsoe-vigente.sqlite"]),
            "Ya no estaba, pero la historia lo contaba."
        );
        Assert.That(almacen.Acervo(3), Has.Count.EqualTo(4));
        Assert.That(almacen.RetiroDeArchivo("icsoe-historia.parquet", 2)!.Value.Publicacion.Id.ToString(), Is.EqualTo("2026-06"));
        Assert.That(
            Duck.Leer($"SELECT folio_contrato, publicacion_hasta FROM read_parquet('{Ruta("icsoe-historia.parquet")}') ORDER BY 1"),
            Is.EqualTo([.. Publico.Serie(4).Select((renglon, i) => $"{renglon.Contrato!.Folio}|{(i == 3 ? "2026-05" : "")}")])
        );
        Assert.That((await operador.LograrAsync("verificar")).Linea.GetProperty("danados").GetInt32(), Is.Zero);
    }

    /// <summary>Where a file lies.</summary>
    private string Ruta(string nombre, string? publicacion = null)
    {
        using var almacen = new AlmacenPublico(operador.Datos);
        var vigente = almacen.Vigente()!;
        var suya = publicacion is null ? vigente : almacen.Buscar(IdPublicacion.Parse(publicacion))!;
        return almacen.Ruta(almacen.ArchivoPorNombre(nombre, suya.Secuencia)!);
    }

    /// <summary>A list with texts that some writer or reader is known to damage, a name in both normal forms, and an empty list beside it.</summary>
    private async Task PublicarHostilesAsync()
    {
        var presentadas = LibroDePrueba.Hostiles.Select(
            (hostil, i) => Presentada.Numero(i + 1) with { Contratos = [new() { Folio = $"A26P{i:D7}", Servicio = hostil.Fuente }] }
        );
        string[] enDosFormas = ["PEÑA; \"HIJOS\"\r\nY CÍA", "PEN\u0303A; \"HIJAS\"\r\nY CI\u0301A"];
        await operador.LograrAsync(
            "importar",
            operador.Ndjson(
                presentadas
                    .Concat(enDosFormas.Select((nombre, i) => Presentada.Numero(900 + i) with { Contratista = new(null, nombre) }))
                    .Select(presentada => presentada.EnJson())
            )
        );
        await operador.LograrAsync("publicar", "--publicacion", "2026-06");
    }

    /// <summary>A text that forbids nothing to a reader: as it is published.</summary>
    private static string Publicado((string Fuente, string Esperado) hostil) => hostil.Esperado;

    private static string Comparables(string fila)
    {
        var celdas = fila.Split('|');
        return string.Join('|', IgualesEnElLibro.Select(lugar => celdas[lugar]));
    }

    private static IReadOnlyList<string> Ndjson(string ruta) =>
        [
            .. File.ReadLines(ruta)
                .Select(linea =>
                    string.Join(
                        '|',
                        JsonSerializer
                            .Deserialize<Dictionary<string, JsonElement>>(linea)!
                            .Values.Select(valor =>
                                valor.ValueKind == JsonValueKind.Array
                                    ? string.Join(';', valor.EnumerateArray().Select(codigo => codigo.GetString()))
                                    : valor.ToString()
                            )
                    )
                ),
        ];

    private IReadOnlyList<string> Sqlite(string nombre, string sql) =>
        Python(
            HerramientaExterna.Exito(
                HerramientaExterna.Ejecutar(HerramientaExterna.Python, ["-c", ConSqlite, Ruta(nombre), sql]),
                "python3"
            )
        );

    private static IReadOnlyList<string> Python(string salida) =>
        [
            .. salida
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(linea => string.Join('|', JsonSerializer.Deserialize<string[]>(linea)!)),
        ];
}
