using System.Globalization;
using System.IO.Compression;
using System.Text;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;

namespace Icsoe.Tests.Lectura;

/// <summary>Odd but honest workbooks at the mirror door: each is read to the same rows as the plain one.</summary>
public sealed class LibrosRarosTests : Temporales
{
    private const string Oficina = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Espacio = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly Listado Publico = new(Periodo.De(2026, 1), Lista.Publico);

    private static readonly object?[][] Filas =
    [
        LibroDePrueba.EncabezadoPublico,
        LibroDePrueba.FilaDeContrato(1),
        LibroDePrueba.FilaDeContrato(2),
        LibroDePrueba.FilaSinContratos(3),
    ];

    private List<string> Leer(LibroDePrueba libro, CompressionLevel nivel = CompressionLevel.Fastest) =>
        Leer(libro.Guardar(Ruta("LPP2026.xlsx"), nivel));

    private static List<string> Leer(string ruta) =>
        LibroEspejo.Leer(ruta, Publico, new LimitesDeLectura(), default).Select(Retrato).ToList();

    /// <summary>All that a row says, but its number.</summary>
    private static string Retrato(FilaEspejo fila) =>
        $"{fila with { Fila = 0, CamposNulos = [] }} {fila.Contratista} {fila.Contrato} {string.Join(',', fila.CamposNulos)}".Replace(
            "CamposNulos = System.String[]",
            ""
        );

    private void IgualAlSencillo(LibroDePrueba libro, CompressionLevel nivel = CompressionLevel.Fastest)
    {
        var raras = Leer(libro, nivel);
        Assert.That(raras, Is.EqualTo(Leer(new LibroDePrueba().ConHoja("H", Filas))));
        Assert.That(raras, Has.Count.EqualTo(3));
    }

    /// <summary>The plain sheet as XML, each cell written by <paramref name="celda"/>.</summary>
    private static string Hoja(Func<int, int> numero, Func<string, object?, string>? celda = null)
    {
        var xml = new StringBuilder("<sheetData>");
        for (var i = 0; i < Filas.Length; i++)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<row r=\"{numero(i)}\">");
            for (var j = 0; j < Filas[i].Length; j++)
                xml.Append((celda ?? Celda)($"{LibroDePrueba.Letra(j)}{numero(i)}", Filas[i][j]));
            xml.Append("</row>");
        }
        return xml.Append("</sheetData>").ToString();
    }

    private static string Celda(string referencia, object? valor) =>
        valor switch
        {
            null => "",
            string texto => $"<c r=\"{referencia}\" t=\"inlineStr\"><is><t>{texto}</t></is></c>",
            DateOnly dia => string.Create(
                CultureInfo.InvariantCulture,
                $"<c r=\"{referencia}\" s=\"1\"><v>{dia.ToDateTime(TimeOnly.MinValue).ToOADate()}</v></c>"
            ),
            _ => $"<c r=\"{referencia}\"><v>{valor}</v></c>",
        };

    /// <summary>A workbook.xml of the test's own, over one sheet.</summary>
    private static string Libro(string hojas, string mas = "") =>
        $"<workbook xmlns=\"{Espacio}\" xmlns:r=\"{Oficina}\"><sheets>{hojas}</sheets>{mas}</workbook>";

    [Test]
    public void Numeros_de_fila_que_saltan() => IgualAlSencillo(new LibroDePrueba().ConHojaCruda("H", Hoja(i => 1 + (i * 5_000))));

    [Test]
    public void Una_columna_lejana_dentro_del_formato() =>
        IgualAlSencillo(
            new LibroDePrueba().ConHojaCruda(
                "H",
                Hoja(
                    i => i + 1,
                    // The last column of the plain rows brings a far one with it.
                    (referencia, valor) => Celda(referencia, valor) + (referencia[0] == 'N' ? Celda($"XFD{referencia[1..]}", "lejos") : "")
                )
            )
        );

    [Test]
    public void Partes_sin_comprimir() => IgualAlSencillo(new LibroDePrueba().ConHoja("H", Filas), CompressionLevel.NoCompression);

    [Test]
    public void Relaciones_externas_y_macros_se_ignoran()
    {
        var relaciones =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + $"<Relationship Id=\"rId9\" Type=\"{Oficina}/externalLink\" Target=\"file:///etc/passwd\" TargetMode=\"External\"/>"
            + $"<Relationship Id=\"rId8\" Type=\"{Oficina}/worksheet\" Target=\"http://192.0.2.1/sheet2.xml\" TargetMode=\"External\"/>"
            + $"<Relationship Id=\"rId7\" Type=\"http://schemas.microsoft.com/office/2006/relationships/vbaProject\" Target=\"vbaProject.bin\"/>"
            + $"<Relationship Id=\"rId1\" Type=\"{Oficina}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
        IgualAlSencillo(
            new LibroDePrueba()
                .ConHoja("H", Filas)
                .ConParte("xl/_rels/workbook.xml.rels", relaciones)
                .ConParte(
                    "xl/workbook.xml",
                    Libro("<sheet name=\"H\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Fuera\" sheetId=\"2\" r:id=\"rId8\"/>")
                )
                .ConParte("xl/vbaProject.bin", [0xD0, 0xCF, 0x11, 0xE0])
                .ConParte("xl/externalLinks/externalLink1.xml", "<externalLink/>")
        );
    }

    [Test]
    public void Formulas_con_su_valor_guardado() =>
        IgualAlSencillo(
            new LibroDePrueba().ConHojaCruda(
                "H",
                Hoja(
                    i => i + 1,
                    (referencia, valor) =>
                        valor is string texto ? $"<c r=\"{referencia}\" t=\"str\"><f>A1&amp;\"x\"</f><v>{texto}</v></c>"
                        : valor is int ? $"<c r=\"{referencia}\"><f>1+{valor}</f><v>{valor}</v></c>"
                        : Celda(referencia, valor)
                )
            )
        );

    [TestCase("hidden")]
    [TestCase("veryHidden")]
    public void Hojas_ocultas(string estado) =>
        IgualAlSencillo(
            new LibroDePrueba()
                .ConHoja("H", Filas)
                .ConHoja(
                    "Aviso",
                    [
                        ["INFORMACIÓN IMPORTANTE"],
                    ]
                )
                .ConParte(
                    "xl/workbook.xml",
                    Libro(
                        $"<sheet name=\"Aviso\" sheetId=\"2\" r:id=\"rId2\"/><sheet name=\"H\" sheetId=\"1\" state=\"{estado}\" r:id=\"rId1\"/>"
                    )
                )
        );

    [Test]
    public void Encabezados_combinados_filtros_y_paneles_inmoviles()
    {
        var antes =
            "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols><col min=\"1\" max=\"14\" width=\"20\" hidden=\"1\"/></cols>";
        var despues =
            "<autoFilter ref=\"A2:N5\"><filterColumn colId=\"0\"><filters><filter val=\"x\"/></filters></filterColumn></autoFilter><mergeCells count=\"2\"><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"E1:I1\"/></mergeCells>";
        var filas = Hoja(i => i + 2).Replace("<row r=\"4\">", "<row r=\"4\" hidden=\"1\" ht=\"30\">");
        var grupos =
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>LISTADO PÚBLICO</t></is></c><c r=\"E1\" t=\"inlineStr\"><is><t>2026</t></is></c></row>";
        IgualAlSencillo(
            new LibroDePrueba()
                .ConHojaCruda("H", antes + filas.Replace("<sheetData>", grupos) + despues)
                .ConParte(
                    "xl/workbook.xml",
                    Libro(
                        "<sheet name=\"H\" sheetId=\"1\" r:id=\"rId1\"/>",
                        "<definedNames><definedName name=\"_xlnm._FilterDatabase\" localSheetId=\"0\" hidden=\"1\">H!$A$2:$N$5</definedName></definedNames>"
                    )
                )
        );
    }

    [Test]
    public void Dias_contados_desde_1904() => IgualAlSencillo(new LibroDePrueba { Desde1904 = true }.ConHoja("H", Filas));

    [TestCase("dd/MM/yyyy")]
    [TestCase("yyyy-MM-dd")]
    [TestCase("yyyy-MM-dd'T'HH:mm:ss")]
    public void Fechas_como_texto(string forma) =>
        IgualAlSencillo(
            new LibroDePrueba().ConHoja(
                "H",
                Filas.Select(fila =>
                    fila.Select(v =>
                            v is DateOnly dia ? dia.ToDateTime(new TimeOnly(23, 59)).ToString(forma, CultureInfo.InvariantCulture) : v
                        )
                        .ToArray()
                )
            )
        );

    [Test]
    public void Numeros_como_texto() =>
        IgualAlSencillo(new LibroDePrueba().ConHoja("H", Filas.Select(fila => fila.Select(v => v is int ? $"{v}" : v).ToArray())));

    [Test]
    public void Celdas_con_error_son_campos_vacios()
    {
        var conError = Hoja(
            i => i + 1,
            (referencia, valor) => valor is null ? $"<c r=\"{referencia}\" t=\"e\"><v>#DIV/0!</v></c>" : Celda(referencia, valor)
        );
        IgualAlSencillo(new LibroDePrueba().ConHojaCruda("H", conError));
    }

    [TestCase("1", "99999999")]
    [TestCase("1", "1E+300")]
    [TestCase("1", "-5")]
    [TestCase("2", "99999999")]
    [TestCase("2", "1E+300")]
    [TestCase("2", "-1E+300")]
    public void Un_numero_que_no_es_un_dia_es_una_fecha_ilegible_y_nada_mas(string estilo, string numero)
    {
        // Format 1 is a date; format 2, hours. Neither can show these numbers.
        const string Estilos =
            $"<styleSheet xmlns=\"{Espacio}\"><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>";
        var hoja = Hoja(i => i + 1).Replace("<c r=\"G3\" s=\"1\"><v>46037</v>", $"<c r=\"G3\" s=\"{estilo}\"><v>{numero}</v>");
        var libro = new LibroDePrueba().ConHojaCruda("H", hoja).ConParte("xl/styles.xml", Estilos).Guardar(Ruta("LPP2026.xlsx"));
        var filas = LibroEspejo.Leer(libro, Publico, new LimitesDeLectura(), default).ToList();
        Assert.That(filas.Select(f => f.Contrato?.FechaInicio), Is.EqualTo(new DateOnly?[] { new DateOnly(2026, 1, 15), null, null }));
        Assert.That(filas[1].Contrato!.FechaInicioIlegible, Is.Not.Null.And.Not.Empty);
        Assert.That(filas.Select(f => f.Fila), Is.EqualTo([2, 3, 4]));
        Assert.That(filas.Select(f => f.FechaPresentacion), Is.All.EqualTo(new DateOnly(2026, 5, 12)));
        Assert.That(filas.SelectMany(f => f.CamposNulos), Is.Empty);
    }

    [Test]
    public void Una_fecha_con_formato_de_horas_se_lee()
    {
        const string Estilos =
            $"<styleSheet xmlns=\"{Espacio}\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"46\"/></cellXfs></styleSheet>";
        IgualAlSencillo(new LibroDePrueba().ConHoja("H", Filas).ConParte("xl/styles.xml", Estilos));
    }
}
