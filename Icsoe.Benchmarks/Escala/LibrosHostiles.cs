using System.IO.Compression;
using System.Text;

namespace Icsoe.Benchmarks.Escala;

/// <summary>Workbooks made to harm whoever reads them (issue on size). Each must be refused whole.</summary>
internal static class LibrosHostiles
{
    private const string Hoja = "xl/worksheets/sheet1.xml";
    private const string Textos = "xl/sharedStrings.xml";
    private const string Abre = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    private const string Cierra = "</sheetData></worksheet>";
    private const string AbreTextos = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";

    /// <summary>Name, and how to write it.</summary>
    public static IReadOnlyList<(string Nombre, Action<string> Escribir)> Todos { get; } =
    [
        ("no-es-zip", ruta => File.WriteAllText(ruta, "esto no es un libro")),
        ("vacio", ruta => File.WriteAllBytes(ruta, [])),
        ("truncado", ruta => Alterar(ruta, bytes => bytes[..(bytes.Length * 2 / 3)])),
        (
            "texto-de-1-gb",
            ruta =>
                Libro(ruta, Textos, salida => Repetir(salida, $"{AbreTextos}<si><t>", new string('a', 1 << 20), 1024, "</t></si></sst>"))
        ),
        (
            "muchos-textos-largos",
            ruta =>
                Libro(ruta, Textos, salida => Repetir(salida, AbreTextos, $"<si><t>{new string('b', 32_767)}</t></si>", 30_000, "</sst>"))
        ),
        (
            "demasiados-textos",
            ruta => Libro(ruta, Textos, salida => Repetir(salida, AbreTextos, "<si><t>x</t></si>", 20_000_000, "</sst>"))
        ),
        ("veinte-millones-de-filas", ruta => Libro(ruta, Hoja, salida => Repetir(salida, Abre, "<row/>", 20_000_000, Cierra))),
        ("fila-repetida", ruta => Filas(ruta, "<row r=\"1\"/><row r=\"1\"/>")),
        ("fila-que-baja", ruta => Filas(ruta, "<row r=\"5\"/><row r=\"4\"/>")),
        ("fila-fuera-del-formato", ruta => Filas(ruta, "<row r=\"1048577\"/>")),
        ("columna-fuera-del-formato", ruta => Filas(ruta, "<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>")),
        (
            "texto-de-celda-enorme",
            ruta =>
                Libro(
                    ruta,
                    Hoja,
                    salida =>
                        Repetir(
                            salida,
                            $"{Abre}<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>",
                            new string('c', 1 << 20),
                            300,
                            $"</t></is></c></row>{Cierra}"
                        )
                )
        ),
        (
            "dtd-y-entidades",
            ruta =>
                Libro(
                    ruta,
                    Hoja,
                    salida =>
                        Repetir(
                            salida,
                            $"<!DOCTYPE w [<!ENTITY a \"{new string('d', 999)}\"><!ENTITY b \"&a;&a;&a;&a;\">]>{Abre}",
                            "",
                            0,
                            Cierra
                        )
                )
        ),
        ("dos-partes-de-un-nombre", DosPartes),
        ("demasiadas-partes", ruta => Libro(ruta, Hoja, salida => Repetir(salida, Abre, "", 0, Cierra), otras: 60_000)),
        ("partes-encimadas", ruta => Alterar(ruta, bytes => EnDirectorio(bytes, 42, 0, 0, 0, 0))),
        ("tamano-falso", ruta => Alterar(ruta, bytes => EnDirectorio(bytes, 24, 9, 0, 0, 0))),
        ("deflate64", ruta => Alterar(ruta, bytes => EnDirectorio(bytes, 10, 9, 0))),
    ];

    private static void Filas(string ruta, string filas) => Libro(ruta, Hoja, salida => Repetir(salida, Abre + filas, "", 0, Cierra));

    private static void DosPartes(string ruta)
    {
        Libro(ruta, Hoja, salida => Repetir(salida, Abre, "", 0, Cierra));
        using var zip = ZipFile.Open(ruta, ZipArchiveMode.Update);
        using var salida = zip.CreateEntry("xl/workbook.xml").Open();
        salida.WriteByte((byte)'<');
    }

    /// <summary>A workbook with everything in its place but one part.</summary>
    private static void Libro(string ruta, string parte, Action<Stream> escribir, int otras = 0)
    {
        using var zip = ZipFile.Open(ruta, ZipArchiveMode.Create);
        Parte(
            "[Content_Types].xml",
            salida => Texto(salida, "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
        );
        Parte(
            "xl/workbook.xml",
            salida =>
                Texto(
                    salida,
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Hoja\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                )
        );
        Parte(
            "xl/_rels/workbook.xml.rels",
            salida =>
                Texto(
                    salida,
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
                )
        );
        if (parte != Hoja)
            Parte(Hoja, salida => Texto(salida, Abre + Cierra));
        Parte(parte, escribir);
        for (var i = 0; i < otras; i++)
            zip.CreateEntry($"xl/media/{i}.bin");

        void Parte(string nombre, Action<Stream> contenido)
        {
            using var salida = zip.CreateEntry(nombre, CompressionLevel.Fastest).Open();
            contenido(salida);
        }
    }

    /// <summary>A good workbook, spoilt byte by byte.</summary>
    private static void Alterar(string ruta, Func<byte[], byte[]> alterar)
    {
        Filas(ruta, "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");
        File.WriteAllBytes(ruta, alterar(File.ReadAllBytes(ruta)));
    }

    /// <summary>Overwrites a field of the last entry of the zip's directory.</summary>
    private static byte[] EnDirectorio(byte[] bytes, int lugar, params ReadOnlySpan<byte> valor)
    {
        var entrada = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        valor.CopyTo(bytes.AsSpan(entrada + lugar));
        return bytes;
    }

    private static void Texto(Stream salida, string texto) => salida.Write(Encoding.UTF8.GetBytes(texto));

    private static void Repetir(Stream salida, string antes, string pieza, int veces, string despues)
    {
        Texto(salida, antes);
        // Small pieces go in blocks: what is slow here is not what is measured.
        var juntas = Math.Max(1, Math.Min(veces, (1 << 20) / Math.Max(1, pieza.Length)));
        var bloque = Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, pieza, juntas).ToString());
        var quedan = veces;
        for (; quedan >= juntas && quedan > 0; quedan -= juntas)
            salida.Write(bloque);
        for (; quedan > 0; quedan--)
            Texto(salida, pieza);
        Texto(salida, despues);
    }
}
