using System.Globalization;
using System.Text.Json;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Tests.Exportacion;

namespace Icsoe.Tests.Lectura;

/// <summary>The same rows, saved by the programs that people have, at both doors.</summary>
[TestFixture, Parallelizable, Category("Externo")]
public sealed class LibrosDeOtrosProgramasTests : Temporales
{
    private static readonly Listado Publico = new(Periodo.De(2026, 1), Lista.Publico);

    private static readonly object?[][] Listado =
    [
        [.. LibroDePrueba.EncabezadoPublico],
        LibroDePrueba.FilaDeContrato(1),
        LibroDePrueba.FilaDeContrato(2, personas: 0),
        LibroDePrueba.FilaSinContratos(3),
        [.. LibroDePrueba.FilaDeContrato(4).Select((v, i) => i == 5 ? "  =1+1 «ñ» 😀 línea\n2 <&>  " : v)],
    ];

    private static readonly object?[][] Tabla =
    [
        [.. TablaDePrueba.Nombres],
        Real(TablaDePrueba.Fila()),
        Real(TablaDePrueba.Fila(1, 2)),
        Real(TablaDePrueba.SinContratos(2)),
    ];

    /// <summary>Writes the JSON of the rows with each program; a text like <c>@46037.5</c> stands for a date cell.</summary>
    private const string ConOpenpyxl = """
        import sys, json, openpyxl
        from datetime import datetime, timedelta
        libro = openpyxl.Workbook()
        hoja = libro.active
        for r, fila in enumerate(json.load(open(sys.argv[1], encoding='utf-8')), 1):
            for c, v in enumerate(fila, 1):
                if isinstance(v, str) and v.startswith('@'):
                    celda = hoja.cell(r, c, datetime(1899, 12, 30) + timedelta(days=float(v[1:])))
                elif v is not None:
                    celda = hoja.cell(r, c)
                    celda.value = v
                    if isinstance(v, str): celda.data_type = 's'
        hoja.freeze_panes = 'A2'
        hoja.auto_filter.ref = hoja.dimensions
        libro.save(sys.argv[2])
        """;

    private const string ConXlsxWriter = """
        import sys, json, xlsxwriter
        libro = xlsxwriter.Workbook(sys.argv[2], {'constant_memory': len(sys.argv) > 3})
        fecha = libro.add_format({'num_format': 'dd/mm/yyyy hh:mm'})
        hoja = libro.add_worksheet()
        for r, fila in enumerate(json.load(open(sys.argv[1], encoding='utf-8'))):
            for c, v in enumerate(fila):
                if isinstance(v, str) and v.startswith('@'): hoja.write_number(r, c, float(v[1:]), fecha)
                elif isinstance(v, str): hoja.write_string(r, c, v)
                elif v is not None: hoja.write_number(r, c, v)
        libro.close()
        """;

    private const string ConSheetJs = """
        const X = require('xlsx'), fs = require('fs');
        const filas = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
        const hoja = {};
        filas.forEach((fila, r) => fila.forEach((v, c) => {
          if (v === null) return;
          const fecha = typeof v === 'string' && v.startsWith('@');
          hoja[X.utils.encode_cell({ r, c })] = fecha ? { t: 'n', v: +v.slice(1), z: 'yyyy-mm-dd hh:mm:ss' }
            : { t: typeof v === 'string' ? 's' : 'n', v };
        }));
        hoja['!ref'] = X.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: filas.length - 1, c: filas[0].length - 1 } });
        const libro = X.utils.book_new();
        X.utils.book_append_sheet(libro, hoja, 'Hoja1');
        X.writeFile(libro, process.argv[3], { bookSST: process.argv[4] === 'sst', compression: true });
        """;

    /// <summary>What our test workbooks leave out and LibreOffice needs to know what they are.</summary>
    private const string Tipos = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
        <Default Extension="xml" ContentType="application/xml"/>
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
        <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
        </Types>
        """;

    private const string Raiz = """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
        <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
        </Relationships>
        """;

    [Test]
    public void Openpyxl() => Prueba((datos, salida) => HerramientaExterna.ConOpenpyxl(ConOpenpyxl, datos, salida));

    [Test]
    public void Xlsxwriter([Values] bool memoriaConstante)
    {
        if (HerramientaExterna.Ejecutar(HerramientaExterna.Python, ["-c", "import xlsxwriter"]) is not { Codigo: 0 })
            HerramientaExterna.Falta("python3-xlsxwriter");
        Prueba(
            (datos, salida) =>
                HerramientaExterna.Exito(
                    HerramientaExterna.Ejecutar(
                        HerramientaExterna.Python,
                        ["-c", ConXlsxWriter, datos, salida, .. memoriaConstante ? (string[])["1"] : []]
                    ),
                    "python3"
                )
        );
    }

    [Test]
    public void SheetJs([Values] bool compartidos) =>
        Prueba(
            (datos, salida) => HerramientaExterna.ConNode(Carpeta, ConSheetJs, ["xlsx@0.18.5"], datos, salida, compartidos ? "sst" : "no")
        );

    [Test]
    public void LibreOffice() =>
        Prueba(
            (datos, salida) =>
            {
                var filas = datos == Ruta("listado.json") ? Listado : Tabla;
                // LibreOffice opens our plain workbook and saves it its own way.
                var carpeta = Directory.CreateDirectory(Ruta(Path.GetFileNameWithoutExtension(salida))).FullName;
                var sencillo = new LibroDePrueba()
                    .ConHoja("Hoja1", filas)
                    .ConParte("[Content_Types].xml", Tipos)
                    .ConParte("_rels/.rels", Raiz)
                    .Guardar(Path.Combine(carpeta, "sencillo.xlsx"));
                var otra = Directory.CreateDirectory(Path.Combine(carpeta, "salida")).FullName;
                HerramientaExterna.ConvertirConLibreOffice(sencillo, "xlsx:Calc MS Excel 2007 XML", otra);
                File.Move(Path.Combine(otra, "sencillo.xlsx"), salida, overwrite: true);
            }
        );

    private void Prueba(Action<string, string> escribir)
    {
        var espejo = Escribir("listado", Listado, escribir);
        var esperado = new LibroDePrueba().ConHoja("H", Listado).Guardar(Ruta("LPP2026.xlsx"));
        Assert.That(Filas(espejo), Is.EqualTo(Filas(esperado)));
        Assert.That(Filas(espejo), Has.Count.EqualTo(4));

        var plano = Escribir("tabla", Tabla, escribir);
        var sencilla = new LibroDePrueba().ConHoja("H", Tabla).Guardar(Ruta("sencilla.xlsx"));
        Assert.That(Informativas(plano), Is.EqualTo(Informativas(sencilla)));
        Assert.That(Informativas(plano), Has.Count.EqualTo(2).And.None.Contain("rechazo"));
    }

    private string Escribir(string nombre, object?[][] filas, Action<string, string> escribir)
    {
        var datos = Ruta(nombre + ".json");
        File.WriteAllText(datos, JsonSerializer.Serialize(filas.Select(fila => fila.Select(EnJson))));
        escribir(datos, Ruta(nombre + "-ajeno.xlsx"));
        return Ruta(nombre + "-ajeno.xlsx");
    }

    private static object? EnJson(object? valor) =>
        valor switch
        {
            DateOnly dia => "@" + dia.ToDateTime(TimeOnly.MinValue).ToOADate().ToString("R", CultureInfo.InvariantCulture),
            DateTime momento => "@" + momento.ToOADate().ToString("R", CultureInfo.InvariantCulture),
            _ => valor,
        };

    private static object?[] Real(object?[] fila) =>
        fila.Con("fecha_presentacion", new DateTime(2026, 5, 12, 10, 31, 0, DateTimeKind.Unspecified))
            .Con("fecha_inicio", fila[15] is null ? null : new DateOnly(2026, 1, 15));

    private static List<string> Filas(string ruta) =>
        [
            .. LibroEspejo
                .Leer(ruta, Publico, new LimitesDeLectura(), default)
                .Select(f =>
                    $"{f.Fila} {f.FolioInformativa} {f.TipoInformativa} {f.FechaPresentacion:O} {f.Contratista} {f.Contrato} {string.Join(',', f.CamposNulos)}"
                ),
        ];

    private static List<string> Informativas(string ruta) =>
        [
            .. LibroPlano
                .Leer(ruta, new LimitesDeLectura(), default)
                .Select(l => l.Informativa is null ? "rechazo: " + string.Join('\n', l.Rechazos) : $"{l.Linea} {l.Informativa.Retrato()}"),
        ];
}
