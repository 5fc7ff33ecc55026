using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck.Fluent;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Icsoe.Tests.Exportacion;

public partial class LibroXlsxTests
{
    private static readonly string[] EncabezadosPublicos =
    [
        "Nombre, denominación o razón social del contratista",
        "Tipo de persona del contratista",
        "Nombre, denominación o razón social del contratante",
        "Tipo de persona del contratante",
        "Folio del contrato",
        "Servicio u obra especializada contratada",
        "Fecha inicio",
        "Fecha fin",
        "Número de personas trabajadoras",
        "Cuatrimestre",
        "Año",
        "Tipo de informativa",
        "Folio de la informativa",
        "Fecha de presentación",
    ];

    // By default MiniExcel's reader takes a text «@@@fileid@@@,…» for a file inside the workbook, and falls when it is not there.
    private static readonly OpenXmlConfiguration Lectura = new() { EnableConvertByteArray = false };

    private LibroDePrueba _libro = null!;

    [SetUp]
    public void Preparar() => _libro = LibroDePrueba.Nuevo();

    [TearDown]
    public void Limpiar() => _libro.Dispose();

    [Test]
    public void El_listado_publico_lleva_catorce_columnas_en_su_orden() =>
        Assert.That(Leer(_libro.Escribir([LibroDePrueba.UnRenglon()]))[0], Is.EqualTo(EncabezadosPublicos));

    [Test]
    public void El_listado_inconsistente_lleva_ademas_la_inconsistencia() =>
        Assert.That(
            Leer(_libro.Escribir([LibroDePrueba.UnRenglon(Lista.Inconsistente)], Lista.Inconsistente))[0],
            Is.EqualTo([.. EncabezadosPublicos, "Inconsistencia"])
        );

    [Test]
    public void Cada_celda_dice_lo_que_el_renglon()
    {
        var fila = Leer(_libro.Escribir([LibroDePrueba.UnRenglon()]))[1];

        Assert.That(
            fila,
            Is.EqualTo(
                new object?[]
                {
                    "SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.",
                    "Moral",
                    "JUANA EJEMPLO",
                    "Física",
                    "A26P3662382",
                    "MTTO PREVENTIVO A ELEVADORES",
                    new DateTime(2026, 1, 15),
                    new DateTime(2026, 12, 31),
                    12d,
                    1d,
                    2026d,
                    "Normal",
                    "N262253432",
                    new DateTime(2026, 5, 12),
                }
            )
        );
    }

    [Test]
    public void Un_renglon_sin_contrato_deja_vacias_las_columnas_del_contrato()
    {
        var renglon = LibroDePrueba.UnRenglon() with { Contrato = null, TipoInformativa = TipoInformativa.SinInformacion };

        var fila = Leer(_libro.Escribir([renglon]))[1];

        Assert.That(fila[2..9], Is.All.Null);
        Assert.That(fila[11], Is.EqualTo("Sin información"));
    }

    [Test]
    public void Lo_que_falta_es_una_celda_vacia()
    {
        var renglon = LibroDePrueba.UnRenglon() with
        {
            FolioInformativa = null,
            TipoInformativa = null,
            FechaPresentacion = null,
            Contratista = PartePublica.Ninguna,
            Contrato = new ContratoPublico(null, PartePublica.Ninguna, null, ServicioEnmascarado: false, null, null, null),
        };

        var fila = Leer(_libro.Escribir([renglon, LibroDePrueba.UnRenglon()]))[1];

        Assert.That(fila[9..11], Is.EqualTo(new object[] { 1d, 2026d }));
        Assert.That(fila[..9].Concat(fila[11..]), Is.All.Null);
    }

    [Test]
    public void Las_etiquetas_de_las_inconsistencias_se_dicen_una_vez_y_en_orden()
    {
        Hallazgo uno = new()
        {
            Codigo = Codigo.ServicioNulo,
            Texto = "Servicio nulo",
            Contrato = "A1",
        };
        Hallazgo otro = new() { Codigo = Codigo.SinTrabajadores, Texto = "Sin trabajadores" };
        RenglonPublico[] renglones =
        [
            LibroDePrueba.UnRenglon(Lista.Inconsistente, inconsistencias: [uno, uno with { Contrato = "A2" }, otro]),
            LibroDePrueba.UnRenglon(Lista.Inconsistente, inconsistencias: otro),
        ];

        var filas = Leer(_libro.Escribir(renglones, Lista.Inconsistente));

        Assert.That(filas.Skip(1).Select(fila => fila[14]), Is.EqualTo(["Servicio nulo; Sin trabajadores", "Sin trabajadores"]));
    }

    [Test]
    public void Los_textos_hostiles_vuelven_como_estaban()
    {
        var filas = Leer(_libro.Escribir(LibroDePrueba.RenglonesHostiles()));

        var esperados = LibroDePrueba.Hostiles.Select(hostil => hostil.Esperado).ToArray();
        Assert.That(filas.Skip(1).Select(fila => fila[0]), Is.EqualTo(esperados));
        Assert.That(filas.Skip(1).Select(fila => fila[5]), Is.EqualTo(esperados));
    }

    [Test]
    public void Cualquier_texto_vuelve_como_estaba()
    {
        var trozo = Gen.OneOf(
            Gen.Elements(
                "_",
                "x",
                "_x",
                "0041",
                "005F",
                "_x0041_",
                "_x4_",
                "\r",
                "\n",
                " ",
                "😀",
                "\uE000",
                "\uD83D",
                "\0",
                "<",
                "&amp;",
                "ñ"
            ),
            Gen.Choose(1, char.MaxValue).Select(c => ((char)c).ToString())
        );
        var textos = Gen.Sample(Gen.NonEmptyListOf(trozo).Select(trozos => string.Concat(trozos)), 500).ToArray();

        var ruta = _libro.Escribir(textos.Select(texto => LibroDePrueba.UnRenglon(servicio: texto)));

        Assert.That(Servicios(ruta), Is.EqualTo(textos.Select(SinProhibidos)));
    }

    [TestCase(32_767)]
    [TestCase(200_000)]
    public void Un_texto_larguisimo_no_tropieza(int largo)
    {
        var texto = new string('ñ', largo - 2) + "😀";

        Assert.That(Leer(_libro.Escribir([LibroDePrueba.UnRenglon(servicio: texto)]))[1][5], Is.EqualTo(texto));
    }

    [Test]
    public void Una_fecha_que_ninguna_hoja_representa_va_como_texto()
    {
        var renglon = LibroDePrueba.UnRenglon();
        DateOnly[] fechas = [DateOnly.MinValue, new(1900, 2, 28), new(1900, 3, 1), DateOnly.MaxValue];

        var filas = Leer(
            _libro.Escribir(fechas.Select(fecha => renglon with { Contrato = renglon.Contrato! with { FechaInicio = fecha } }))
        );

        Assert.That(
            filas.Skip(1).Select(fila => fila[6]),
            Is.EqualTo(new object[] { "01/01/0001", "28/02/1900", new DateTime(1900, 3, 1), new DateTime(9999, 12, 31) })
        );
    }

    [TestCase(Lista.Publico, 14)]
    [TestCase(Lista.Inconsistente, 15)]
    public void Sin_renglones_quedan_los_encabezados(Lista lista, int columnas)
    {
        var filas = Leer(_libro.Escribir([], lista));

        Assert.That(filas, Has.Length.EqualTo(1));
        Assert.That(filas[0], Has.Length.EqualTo(columnas));
    }

    [Test]
    public void La_segunda_hoja_es_el_aviso_linea_por_linea()
    {
        var ruta = _libro.Escribir([LibroDePrueba.UnRenglon()]);

        Assert.That(MiniExcel.GetSheetNames(ruta), Is.EqualTo(["Listado", "INFORMACIÓN IMPORTANTE"]));
        Assert.That(
            Leer(ruta, LibroXlsx.HojaDeAviso).Select(fila => fila[0]),
            Is.EqualTo(LibroDePrueba.Aviso.Select(linea => linea.Length == 0 ? null : linea))
        );
    }

    [Test]
    public void Responde_cuantos_renglones_escribio_y_no_deja_temporales()
    {
        var temporal = Path.Combine(_libro.Carpeta, "tmp");
        using var destino = new MemoryStream();

        var escritos = LibroXlsx.Escribir(destino, Lista.Publico, LibroDePrueba.RenglonesHostiles(), [], temporal, CancellationToken.None);

        Assert.That(escritos, Is.EqualTo(LibroDePrueba.Hostiles.Length));
        Assert.That(Directory.EnumerateFileSystemEntries(temporal), Is.Empty);
    }

    [Test]
    public void Al_cancelar_se_detiene_y_no_deja_temporales()
    {
        var temporal = Path.Combine(_libro.Carpeta, "tmp");
        using var cancelacion = new CancellationTokenSource();
        var renglones = Enumerable
            .Range(0, 5_000)
            .Select(i =>
            {
                if (i == 1_000)
                    cancelacion.Cancel();
                return LibroDePrueba.UnRenglon();
            });

        Assert.That(
            () => LibroXlsx.Escribir(Stream.Null, Lista.Publico, renglones, [], temporal, cancelacion.Token),
            Throws.InstanceOf<OperationCanceledException>()
        );
        Assert.That(Directory.EnumerateFileSystemEntries(temporal), Is.Empty);
    }

    [Test]
    public void Lo_que_no_cabe_en_una_hoja_se_dice()
    {
        var hoja = new EscritorDeHoja(new MarcoDeHoja("", [0], [0]), _ => { });
        for (var i = 0; i < 1_048_576; i++)
            hoja.AbrirFila();

        Assert.That(hoja.AbrirFila, Throws.InvalidOperationException);
    }

    private static object?[][] Leer(string ruta, string hoja = LibroXlsx.HojaDeDatos) =>
        [
            .. MiniExcel
                .Query(ruta, sheetName: hoja, configuration: Lectura)
                .Cast<IDictionary<string, object?>>()
                .Select(fila => fila.Values.ToArray()),
        ];

    // As the standards say, XML first and ST_Xstring after: MiniExcel's reader repeats part of a text such as _x005F_x0041_ab_x0.
    private static IEnumerable<string> Servicios(string ruta)
    {
        using var zip = ZipFile.OpenRead(ruta);
        using var hoja = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return
        [
            .. XDocument
                .Load(hoja, LoadOptions.PreserveWhitespace)
                .Descendants()
                .Where(celda => ((string?)celda.Attribute("r"))?.StartsWith('F') == true)
                .Skip(1)
                .Select(celda => Escapes().Replace(celda.Value, m => ((char)Convert.ToInt32(m.Groups["codigo"].Value, 16)).ToString())),
        ];
    }

    [GeneratedRegex("_x(?<codigo>[0-9A-Fa-f]{4})_", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Escapes();

    private static string SinProhibidos(string texto) =>
        string.Concat(
            texto
                .EnumerateRunes()
                .Select(c =>
                    c.Value is '\t' or '\n' or '\r' || (c.Value >= ' ' && c.Value is not (0xFFFE or 0xFFFF)) ? c.ToString() : "\uFFFD"
                )
        );
}
