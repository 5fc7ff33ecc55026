using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Icsoe.Domain.Lectura;

namespace Icsoe.Tests.Lectura;

public sealed class GuardiaDeLibroTests : Temporales
{
    private const string Espacio = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private static void Revisar(string ruta, LimitesDeLectura? limites = null) =>
        GuardiaDeLibro.Revisar(ruta, limites ?? new LimitesDeLectura(), default);

    /// <summary>Refused, in time and within memory, with a reason that contains these words.</summary>
    internal static void Rechaza(string ruta, string motivo, LimitesDeLectura? limites = null)
    {
        var mejor = TimeSpan.MaxValue;
        // A busy machine may be slow once; a slow guard is slow each time.
        for (var intento = 0; intento < 3 && mejor > TimeSpan.FromSeconds(2); intento++)
        {
            var antes = GC.GetAllocatedBytesForCurrentThread();
            var reloj = Stopwatch.StartNew();
            var error = Assert.Throws<LecturaException>(() => Revisar(ruta, limites))!;
            mejor = reloj.Elapsed < mejor ? reloj.Elapsed : mejor;
            Assert.That(error.Message, Does.Contain(motivo));
            Assert.That(error.Archivo, Is.EqualTo(Path.GetFileName(ruta)));
            Assert.That(GC.GetAllocatedBytesForCurrentThread() - antes, Is.LessThan(32L << 20));
        }
        Assert.That(mejor, Is.LessThanOrEqualTo(TimeSpan.FromSeconds(2)));
    }

    private string Bueno() => LibroDePrueba.Publico(LibroDePrueba.FilaDeContrato()).Guardar(Ruta("LPP2026.xlsx"));

    private string ConHoja(string interior) => new LibroDePrueba().ConHojaCruda("H", interior).Guardar(Ruta("LPP2026.xlsx"));

    private string ConBytes(byte[] bytes)
    {
        File.WriteAllBytes(Ruta("LPP2026.xlsx"), bytes);
        return Ruta("LPP2026.xlsx");
    }

    private static string Celdas(params string[] textos) =>
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is>" + string.Concat(textos) + "</is></c></row></sheetData>";

    [Test]
    public void Un_libro_bueno_pasa([Values] CompressionLevel nivel)
    {
        var libro = LibroDePrueba.Publico(LibroDePrueba.FilaDeContrato());
        libro.ConParte("xl/vbaProject.bin", [0, 1, 2]).ConParte("xl/media/foto.png", [255, 254]);
        Assert.DoesNotThrow(() => Revisar(libro.Guardar(Ruta("libro.xlsx"), nivel)));
    }

    [Test]
    public void Lo_que_no_es_un_zip_se_rechaza()
    {
        Rechaza(ConBytes([]), "está vacío");
        Rechaza(ConBytes(Encoding.UTF8.GetBytes("nombre,tipo\r\n")), "no es un libro de Excel");
        Rechaza(ConBytes([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0]), "cifrado con contraseña");
    }

    [Test]
    public void Un_zip_truncado_en_cualquier_punto_se_rechaza()
    {
        var bytes = File.ReadAllBytes(Bueno());
        for (var largo = 1; largo < bytes.Length; largo += 37)
        {
            var ruta = ConBytes(bytes[..largo]);
            Assert.Throws<LecturaException>(() => Revisar(ruta), $"{largo} de {bytes.Length}");
        }
    }

    [Test]
    public void Un_zip_que_no_es_un_libro_se_rechaza()
    {
        using (var zip = ZipFile.Open(Ruta("otro.xlsx"), ZipArchiveMode.Create))
            zip.CreateEntry("hola.txt");
        Rechaza(Ruta("otro.xlsx"), "xl/workbook.xml");
        using (var zip = ZipFile.Open(Ruta("ods.xlsx"), ZipArchiveMode.Create))
            zip.CreateEntry("content.xml");
        Rechaza(Ruta("ods.xlsx"), "OpenDocument");
    }

    [TestCase("<!DOCTYPE x [<!ENTITY a \"b\">]>")]
    [TestCase("<!ENTITY a \"b\">")]
    public void Una_DTD_se_rechaza_donde_este(string dtd)
    {
        Rechaza(ConHoja(dtd + "<sheetData/>"), "DTD");
        Rechaza(LibroDePrueba.Publico().ConParte("xl/styles.xml", dtd + "<styleSheet/>").Guardar(Ruta("a.xlsx")), "DTD");
        Rechaza(LibroDePrueba.Publico().ConParte("docProps/core.xml", dtd + "<a/>").Guardar(Ruta("b.xlsx")), "DTD");
    }

    [Test]
    public void Un_XML_que_no_es_UTF8_se_rechaza()
    {
        var utf16 = Encoding.Unicode.GetBytes("\uFEFF<!DOCTYPE x><worksheet/>");
        Rechaza(LibroDePrueba.Publico().ConParte("xl/worksheets/sheet1.xml", utf16).Guardar(Ruta("a.xlsx")), "UTF-8");
        var declarado = "<?xml version=\"1.0\" encoding=\"utf-7\"?><worksheet/>";
        Rechaza(LibroDePrueba.Publico().ConParte("xl/worksheets/sheet1.xml", declarado).Guardar(Ruta("b.xlsx")), "UTF-8");
    }

    [TestCase(32_767, true)]
    [TestCase(32_768, false)]
    public void Un_texto_cabe_en_una_celda(int largo, bool pasa)
    {
        // Entities, accents and pairs count as the characters that they are.
        var textos = new[]
        {
            $"<t>{new string('a', largo)}</t>",
            $"<t>{string.Concat(Enumerable.Repeat("&amp;", largo))}</t>",
            $"<t>{new string('ñ', largo)}</t>",
            $"<r><t>{new string('a', 20_000)}</t></r><r><t>{new string('b', largo - 20_000)}</t></r>",
            $"<t><![CDATA[{new string('&', largo)}]]></t>",
        };
        foreach (var texto in textos)
        {
            Prueba(ConHoja(Celdas(texto)), pasa);
            Prueba(
                LibroDePrueba.Publico().ConParte("xl/sharedStrings.xml", $"<sst {Espacio}><si>{texto}</si></sst>").Guardar(Ruta("s.xlsx")),
                pasa
            );
        }
    }

    [Test]
    public void Un_texto_compartido_de_un_gigabyte_se_rechaza([Values('a', '\0')] char relleno)
    {
        // NUL stands for bytes that do not compress.
        var ruta = ConParte(
            "xl/sharedStrings.xml",
            flujo =>
            {
                flujo.Write(Encoding.UTF8.GetBytes($"<sst {Espacio}><si><t>"));
                var bloque = new byte[1 << 20];
                Array.Fill(bloque, (byte)'a');
                for (var i = 0; i < (relleno == 'a' ? 1024 : 16); i++)
                {
                    if (relleno != 'a')
                        Ruido(bloque, i);
                    flujo.Write(bloque);
                }
                flujo.Write("</t></si></sst>"u8);
            }
        );
        Rechaza(ruta, relleno == 'a' ? "bomba" : "etiqueta o un texto");
    }

    [Test]
    public void Los_textos_compartidos_tienen_limite([Values(3, 4)] int cuantos)
    {
        var ruta = LibroDePrueba
            .Publico()
            .ConParte("xl/sharedStrings.xml", $"<sst>{string.Concat(Enumerable.Repeat("<si><t>a</t></si>", cuantos))}</sst>")
            .Guardar(Ruta("LPP2026.xlsx"));
        var limites = new LimitesDeLectura { TextosCompartidos = 3 };
        if (cuantos == 3)
            Assert.DoesNotThrow(() => Revisar(ruta, limites));
        else
            Rechaza(ruta, "textos compartidos", limites);
    }

    [Test]
    public void Veinte_millones_de_filas_vacias_se_rechazan()
    {
        var ruta = ConParte(
            "xl/worksheets/sheet2.xml",
            flujo =>
            {
                var bloque = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<row/>", 10_000)));
                flujo.Write("<worksheet><sheetData>"u8);
                for (var i = 0; i < 2_000; i++)
                    flujo.Write(bloque);
                flujo.Write("</sheetData></worksheet>"u8);
            }
        );
        Rechaza(ruta, "bomba");
        Rechaza(ruta, "1,048,576", new LimitesDeLectura { RazonDeInflado = 1_000_000 });
    }

    [TestCase("<row r=\"1\"/><row r=\"2\"/><row r=\"9\"/><row/>", null)]
    [TestCase("<row r=\"1048576\"/>", null)]
    [TestCase("<row r=\"1048577\"/>", "1,048,576")]
    [TestCase("<row r=\"1048576\"/><row/>", "1,048,576")]
    [TestCase("<row r=\"99999999999\"/>", "ilegible")]
    [TestCase("<row r=\"2\"/><row r=\"2\"/>", "deben subir")]
    [TestCase("<row r=\"2\"/><row r=\"1\"/>", "deben subir")]
    [TestCase("<row r=\"0\"/>", "ilegible")]
    [TestCase("<row r=\"-1\"/>", "ilegible")]
    [TestCase("<row r=\"&#49;\"/>", "ilegible")]
    [TestCase("<x:row xmlns:x=\"y\" r=\"2\"/><row spans='1:2' r='1' />", "deben subir")]
    [TestCase("<row r=\"1\"><c r=\"XFD1\"/></row>", null)]
    [TestCase("<row r=\"1\"><c r=\"XFE1\"/></row>", "XFD")]
    [TestCase("<row r=\"1\"><c r=\"AAAA1\"/></row>", "XFD")]
    [TestCase("<row r=\"1\"><c r=\"A2\"/></row>", "referencia")]
    [TestCase("<row r=\"1\"><c r=\"1\"/></row>", "referencia")]
    [TestCase("<row r=\"1\"><c r=\"A1\"/><c/></row>", "sin referencia")]
    [TestCase("<row r=\"1\"><c/><c/></row>", null)]
    [TestCase("<row r=\"1\"><!-- <row r=\"1\"/> --><c r=\"A1\" x='>'/></row>", null)]
    [TestCase("<row x='", "truncada")]
    public void Las_filas_y_columnas_caben_en_el_formato(string filas, string? motivo)
    {
        var ruta = ConHoja($"<sheetData>{filas}</sheetData>");
        if (motivo is null)
            Assert.DoesNotThrow(() => Revisar(ruta));
        else
            Rechaza(ruta, motivo);
    }

    [Test]
    public void Una_bomba_se_rechaza_por_lo_que_dice_y_por_lo_que_hace()
    {
        var ruta = ConParte("xl/media/ceros.bin", flujo => flujo.Write(new byte[64 << 20]));
        Rechaza(ruta, "bomba");
        Rechaza(ruta, "descomprimido mide", new LimitesDeLectura { RazonDeInflado = 5000, BytesInflados = 10 << 20 });

        // The same, with headers that say little: what comes out is counted.
        var bytes = File.ReadAllBytes(ruta);
        var central = Central(bytes, "xl/media/ceros.bin");
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(central + 24), 1000);
        var local = (int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(central + 42));
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(local + 22), 1000);
        Rechaza(ConBytes(bytes), "no mide lo que dicen");
    }

    [TestCase(24, "tamaños", Description = "Inflated size, central only")]
    [TestCase(20, "coinciden", Description = "Compressed size, central only")]
    [TestCase(16, "coinciden", Description = "CRC, central only")]
    public void Las_cabeceras_que_se_contradicen_se_rechazan(int campo, string motivo)
    {
        var bytes = File.ReadAllBytes(Bueno());
        bytes[Central(bytes, "xl/worksheets/sheet1.xml") + campo]--;
        Rechaza(ConBytes(bytes), motivo);
    }

    [Test]
    public void Un_byte_cambiado_en_los_datos_se_nota()
    {
        var bytes = File.ReadAllBytes(
            LibroDePrueba.Publico(LibroDePrueba.FilaDeContrato()).Guardar(Ruta("a.xlsx"), CompressionLevel.NoCompression)
        );
        var local = (int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(Central(bytes, "xl/styles.xml") + 42));
        bytes[local + 30 + "xl/styles.xml".Length + 40] ^= 1;
        Rechaza(ConBytes(bytes), "CRC");
    }

    [TestCase(8, 1, "cifrada")]
    [TestCase(10, 9, "Deflate64")]
    [TestCase(10, 12, "compresión")]
    public void El_cifrado_y_otras_compresiones_se_rechazan(int campo, byte valor, string motivo)
    {
        var bytes = File.ReadAllBytes(Bueno());
        bytes[Central(bytes, "xl/worksheets/sheet1.xml") + campo] = valor;
        Rechaza(ConBytes(bytes), motivo);
    }

    [Test]
    public void Dos_partes_del_mismo_nombre_se_rechazan()
    {
        var ruta = LibroDePrueba.Publico().ConParte("XL/Worksheets/sheet1.xml", "<a/>").Guardar(Ruta("LPP2026.xlsx"));
        Rechaza(ruta, "dos partes con el nombre");
    }

    [Test]
    public void Las_partes_encimadas_se_rechazan()
    {
        var bytes = File.ReadAllBytes(Bueno());
        var una = Central(bytes, "xl/styles.xml");
        var otra = Central(bytes, "xl/workbook.xml");
        bytes.AsSpan(una + 42, 4).CopyTo(bytes.AsSpan(otra + 42));
        Assert.Throws<LecturaException>(() => Revisar(ConBytes(bytes)));
    }

    [Test]
    public void Demasiadas_partes_u_hojas_se_rechazan()
    {
        Rechaza(Bueno(), "partes; el máximo", new LimitesDeLectura { PartesDeLibro = 4 });
        Assert.DoesNotThrow(() => Revisar(Bueno(), new LimitesDeLectura { PartesDeLibro = 5, HojasDeLibro = 1 }));
        Rechaza(Bueno(), "hojas; el máximo", new LimitesDeLectura { HojasDeLibro = 0 });
        Rechaza(Bueno(), "bytes; el máximo", new LimitesDeLectura { BytesDeLibro = 100 });
    }

    private static void Prueba(string ruta, bool pasa)
    {
        if (pasa)
            Assert.DoesNotThrow(() => Revisar(ruta));
        else
            Rechaza(ruta, "32,767 caracteres");
    }

    private string ConParte(string parte, Action<Stream> escribir) =>
        LibroDePrueba.Publico().ConParte(parte, escribir).Guardar(Ruta("LPP2026.xlsx"));

    /// <summary>Where the directory of the zip speaks of a part.</summary>
    private static int Central(byte[] bytes, string parte)
    {
        var nombre = Encoding.UTF8.GetBytes(parte);
        var en = bytes.AsSpan().LastIndexOf(nombre);
        Assert.That(en, Is.GreaterThan(46));
        return en - 46;
    }

    /// <summary>Letters without a pattern, the same each time.</summary>
    private static void Ruido(byte[] bloque, int semilla)
    {
        var estado = (uint)(semilla + 1) * 2654435761;
        for (var i = 0; i < bloque.Length; i++)
        {
            estado = (estado * 1664525) + 1013904223;
            bloque[i] = (byte)('a' + (estado >> 24) % 26);
        }
    }
}
