using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Icsoe.Domain.Lectura;

namespace Icsoe.Tests.Lectura;

/// <summary>Hostile workbooks beyond those of <see cref="GuardiaDeLibroTests"/>: large ones within the ratio, and zips inside of zips.</summary>
public sealed class LibrosHostilesTests : Temporales
{
    [Test]
    public void Muchos_textos_largos_se_rechazan()
    {
        // 17,000 texts as long as a cell may hold pass 512 MiB.
        var texto = Encoding.ASCII.GetBytes($"<si><t>{new string('a', 32_767)}</t></si>");
        var ruta = ConTextos(texto, 17_000);
        GuardiaDeLibroTests.Rechaza(ruta, "textos compartidos pasan de 536,870,912 bytes");
    }

    [Test]
    public void Muchos_textos_cortos_se_rechazan()
    {
        var bloque = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<si><t>a</t></si>", 1_000)));
        var limites = new LimitesDeLectura { TextosCompartidos = 1_000_000 };
        GuardiaDeLibroTests.Rechaza(ConTextos(bloque, 1_001), "1,000,000 textos compartidos", limites);
    }

    [Test]
    public void Una_parte_que_contiene_a_otra_se_rechaza()
    {
        var ruta = LibroDePrueba
            .Publico()
            .ConParte("xl/media/a.bin", new byte[100])
            .ConParte("xl/media/b.bin", new byte[50])
            .Guardar(Ruta("LPP2026.xlsx"), CompressionLevel.NoCompression);
        var bytes = File.ReadAllBytes(ruta);
        var (a, b) = (Central(bytes, "xl/media/a.bin"), Central(bytes, "xl/media/b.bin"));
        // The first part now reaches to the end of the second, header included.
        var hasta = Local(bytes, b) + 30 + "xl/media/b.bin".Length + 50;
        var largo = hasta - (Local(bytes, a) + 30 + "xl/media/a.bin".Length);
        foreach (var (donde, campo) in ((int, int)[])[(a, 20), (a, 24), (Local(bytes, a), 18), (Local(bytes, a), 22)])
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(donde + campo), (uint)largo);
        File.WriteAllBytes(ruta, bytes);
        GuardiaDeLibroTests.Rechaza(ruta, "se encima con otra");
    }

    [Test]
    public void Un_libro_dentro_de_otro_no_se_abre()
    {
        var dentro = File.ReadAllBytes(LibroDePrueba.Publico().ConParte("xl/styles.xml", "<!DOCTYPE a>").Guardar(Ruta("dentro.xlsx")));
        var ruta = LibroDePrueba.Publico(LibroDePrueba.FilaDeContrato()).ConParte("xl/embeddings/a.xlsx", dentro).Guardar(Ruta("a.xlsx"));
        Assert.DoesNotThrow(() => GuardiaDeLibro.Revisar(ruta, new LimitesDeLectura(), default));
    }

    [Test]
    public void Cinco_hojas_que_juntas_pasan_del_limite_de_filas_se_rechazan()
    {
        var libro = new LibroDePrueba();
        for (var i = 0; i < 5; i++)
            libro.ConHojaCruda($"H{i}", "<sheetData><row r=\"1048576\"/></sheetData>");
        GuardiaDeLibroTests.Rechaza(libro.Guardar(Ruta("a.xlsx")), "4,194,304 filas");
    }

    private string ConTextos(byte[] bloque, int veces) =>
        LibroDePrueba
            .Publico()
            .ConParte(
                "xl/sharedStrings.xml",
                flujo =>
                {
                    flujo.Write("<sst>"u8);
                    for (var i = 0; i < veces; i++)
                        flujo.Write(bloque);
                    flujo.Write("</sst>"u8);
                }
            )
            .Guardar(Ruta("LPP2026.xlsx"));

    private static int Central(byte[] bytes, string parte) => bytes.AsSpan().LastIndexOf(Encoding.UTF8.GetBytes(parte)) - 46;

    private static int Local(byte[] bytes, int central) => (int)BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(central + 42));
}
