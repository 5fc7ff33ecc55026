using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Tests.Exportacion;

public class ReproducibilidadTests
{
    private static readonly XNamespace Hoja = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly string[] Partes =
    [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
    ];

    private LibroDePrueba _libro = null!;

    [SetUp]
    public void Preparar() => _libro = LibroDePrueba.Nuevo();

    [TearDown]
    public void Limpiar() => _libro.Dispose();

    [Test]
    public void Los_mismos_renglones_dan_los_mismos_bytes()
    {
        var uno = File.ReadAllBytes(_libro.Escribir(LibroDePrueba.RenglonesHostiles(), nombre: "uno.xlsx"));

        // The clock of a zip counts in steps of two seconds.
        Thread.Sleep(TimeSpan.FromSeconds(2.1));
        var otro = File.ReadAllBytes(_libro.Escribir(LibroDePrueba.RenglonesHostiles(), nombre: "otro.xlsx"));

        Assert.That(otro, Is.EqualTo(uno));
    }

    [Test]
    public void El_ritmo_de_los_renglones_no_cambia_los_bytes()
    {
        static IEnumerable<RenglonPublico> Renglones(int pausa)
        {
            for (var i = 0; i < 5_000; i++)
            {
                if (i % pausa == 0)
                    Thread.Sleep(1);
                yield return LibroDePrueba.UnRenglon(servicio: $"{i * 7919 % 1000} {new string((char)('a' + (i % 26)), i % 300)}");
            }
        }

        var uno = File.ReadAllBytes(_libro.Escribir(Renglones(5_000), nombre: "uno.xlsx"));

        Assert.That(File.ReadAllBytes(_libro.Escribir(Renglones(13), nombre: "otro.xlsx")), Is.EqualTo(uno));
    }

    [TestCase("ar-SA")]
    [TestCase("es-MX")]
    [TestCase("th-TH")]
    [TestCase("tr-TR")]
    public void La_cultura_no_cambia_los_bytes(string cultura)
    {
        var uno = File.ReadAllBytes(_libro.Escribir([LibroDePrueba.UnRenglon()], nombre: "uno.xlsx"));
        var (antes, antesDeInterfaz) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo(cultura);
            Assert.That(File.ReadAllBytes(_libro.Escribir([LibroDePrueba.UnRenglon()], nombre: "otro.xlsx")), Is.EqualTo(uno));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (antes, antesDeInterfaz);
        }
    }

    [TestCase("Asia/Kolkata")]
    [TestCase("America/Mexico_City")]
    [NonParallelizable]
    public void La_zona_horaria_no_cambia_los_bytes(string zona)
    {
        var uno = File.ReadAllBytes(_libro.Escribir([LibroDePrueba.UnRenglon()], nombre: "uno.xlsx"));
        var antes = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", zona);
            TimeZoneInfo.ClearCachedData();
            Assert.That(File.ReadAllBytes(_libro.Escribir([LibroDePrueba.UnRenglon()], nombre: "otro.xlsx")), Is.EqualTo(uno));
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", antes);
            TimeZoneInfo.ClearCachedData();
        }
    }

    [Test]
    public void Un_destino_sin_retroceso_recibe_los_mismos_bytes()
    {
        var archivo = File.ReadAllBytes(_libro.Escribir([LibroDePrueba.UnRenglon()]));
        using var memoria = new MemoryStream();
        using var comprimido = new GZipStream(memoria, CompressionLevel.NoCompression, leaveOpen: true);
        LibroXlsx.Escribir(comprimido, Lista.Publico, [LibroDePrueba.UnRenglon()], LibroDePrueba.Aviso, _libro.Carpeta, default);
        comprimido.Dispose();
        memoria.Position = 0;
        using var descomprimido = new GZipStream(memoria, CompressionMode.Decompress);
        using var leido = new MemoryStream();
        descomprimido.CopyTo(leido);

        Assert.That(leido.ToArray(), Is.EqualTo(archivo));
    }

    [Test]
    public void Las_partes_van_en_orden_fijo_y_con_fecha_fija()
    {
        using var zip = ZipFile.OpenRead(_libro.Escribir([LibroDePrueba.UnRenglon()]));

        Assert.That(zip.Entries.Select(parte => parte.FullName), Is.EqualTo(Partes));
        Assert.That(zip.Entries.Select(parte => parte.LastWriteTime.DateTime), Is.All.EqualTo(new DateTime(1980, 1, 1)));
    }

    [Test]
    public void Las_relaciones_tienen_nombres_fijos()
    {
        var ruta = _libro.Escribir([LibroDePrueba.UnRenglon()]);

        foreach (var parte in Partes.Where(parte => parte.EndsWith(".rels", StringComparison.Ordinal) || parte == "xl/workbook.xml"))
        {
            var ids = Xml(ruta, parte)
                .Descendants()
                .Attributes()
                .Where(a => a.Name.LocalName is "id" or "Id")
                .Select(a => a.Value)
                .ToArray();
            Assert.That(ids, Is.EqualTo(Enumerable.Range(1, ids.Length).Select(i => $"rId{i}")), parte);
        }
    }

    [Test]
    public void La_hoja_declara_su_rango_y_cada_texto_va_en_linea()
    {
        var hoja = Parte(_libro.Escribir([LibroDePrueba.UnRenglon(servicio: " =1+1")]), "xl/worksheets/sheet1.xml");

        Assert.That(hoja, Does.Contain("<dimension ref=\"A1:N2\"/>").And.Contain("<autoFilter ref=\"A1:N2\"/>"));
        Assert.That(hoja, Does.Contain("<c r=\"F2\" t=\"inlineStr\" s=\"2\"><is><t xml:space=\"preserve\"> =1+1</t></is></c>"));
        Assert.That(hoja, Does.Not.Contain("t=\"str\"").And.Not.Contain("<f>"));
    }

    [Test]
    public void Las_fechas_son_celdas_de_fecha()
    {
        var ruta = _libro.Escribir([LibroDePrueba.UnRenglon()]);

        var celda = Xml(ruta, "xl/worksheets/sheet1.xml").Descendants(Hoja + "c").Single(c => (string?)c.Attribute("r") == "G2");
        Assert.That(celda.Attribute("t"), Is.Null);
        Assert.That(celda.Value, Is.EqualTo("46037"));
        var estilos = Xml(ruta, "xl/styles.xml");
        var estilo = estilos.Descendants(Hoja + "cellXfs").Single().Elements().ElementAt((int)celda.Attribute("s")!);
        var formato = estilos.Descendants(Hoja + "numFmt").Single(f => (int)f.Attribute("numFmtId")! == (int)estilo.Attribute("numFmtId")!);
        Assert.That((string?)formato.Attribute("formatCode"), Is.EqualTo("dd/mm/yyyy"));
    }

    [TestCase("")]
    [TestCase("<x:worksheet><x:sheetViews></x:sheetViews><x:sheetData>")]
    [TestCase(
        "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetData></x:sheetData></x:worksheet>"
    )]
    [TestCase(
        "<x:worksheet xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><x:sheetViews></x:sheetViews>"
            + "<x:sheetData><x:row><x:c s=\"1\"/></x:row><x:row><x:c/></x:row></x:sheetData></x:worksheet>"
    )]
    public void Una_hoja_desconocida_se_rechaza(string hoja) =>
        Assert.That(() => MarcoDeHoja.Leer(hoja, 1), Throws.InstanceOf<InvalidDataException>());

    [TestCase(0, 1)]
    [TestCase(1, 0)]
    [TestCase(3, 70_000)]
    [TestCase(70_000, 3)]
    public void El_crc_de_dos_trozos_sale_de_los_suyos(int uno, int otro)
    {
        var bytes = new byte[uno + otro];
        new Random(1).NextBytes(bytes);

        Assert.That(EscritorDeZip.Unir(Crc(bytes[..uno]), Crc(bytes[uno..]), otro), Is.EqualTo(Crc(bytes)));
    }

    [Test]
    public void Cada_parte_mide_lo_que_dice_y_corresponde_a_su_crc()
    {
        using var zip = ZipFile.OpenRead(_libro.Escribir(LibroDePrueba.RenglonesHostiles()));

        foreach (var parte in zip.Entries)
        {
            using var contenido = new MemoryStream();
            using (var flujo = parte.Open())
                flujo.CopyTo(contenido);
            Assert.That(contenido.Length, Is.EqualTo(parte.Length), parte.FullName);
            Assert.That(Crc(contenido.ToArray()), Is.EqualTo(parte.Crc32), parte.FullName);
        }
    }

    [Test]
    [CancelAfter(30_000)]
    public void Un_deposito_que_falla_no_deja_a_nadie_esperando()
    {
        using var cerrado = new MemoryStream();
        cerrado.Dispose();
        var bloque = new byte[1 << 20];

        Assert.That(
            () =>
                Trozo.Deflactar(
                    cerrado,
                    salida =>
                    {
                        for (var i = 0; i < 16; i++)
                            salida(bloque);
                    }
                ),
            Throws.InstanceOf<ObjectDisposedException>().Or.InstanceOf<ArgumentException>()
        );
    }

    private static uint Crc(byte[] bytes) => ~Crc32.Agregar(uint.MaxValue, bytes);

    private static string Parte(string ruta, string parte)
    {
        using var zip = ZipFile.OpenRead(ruta);
        using var lector = new StreamReader(zip.GetEntry(parte)!.Open());
        return lector.ReadToEnd();
    }

    private static XDocument Xml(string ruta, string parte) => XDocument.Parse(Parte(ruta, parte));
}
