using System.Buffers;
using System.IO.Compression;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Publicaciones;
using MiniExcelLibs;

namespace Icsoe.Tests.Exportacion;

/// <summary>The workbook that is only written forward.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class LibroAlVueloTests
{
    private static readonly (string, string)[] Notas = [("Uno", "1"), ("", "sigue"), ("Otro", "=2")];

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(5_000)]
    public void Es_el_mismo_se_vacie_la_salida_cuando_se_vacie(int filas)
    {
        var entero = Escribir(filas, cada: int.MaxValue);
        Assert.That(Escribir(filas, cada: 1), Is.EqualTo(entero));
        Assert.That(Escribir(filas, cada: 777), Is.EqualTo(entero));
        using var flujo = new MemoryStream(entero);
        Assert.That(flujo.Query(sheetName: LibroXlsx.HojaDeDatos).Count(), Is.EqualTo(filas + 1));
    }

    [Test]
    public void Su_primera_hoja_es_la_del_libro_que_se_sella()
    {
        using var sellado = new MemoryStream();
        var hostiles = LibroDePrueba.RenglonesHostiles().ToList();
        LibroXlsx.Escribir(sellado, Domain.Modelo.Lista.Publico, hostiles, LibroDePrueba.Aviso, Path.GetTempPath(), CancellationToken.None);
        Assert.That(
            Parte(Escribir(hostiles), "xl/worksheets/sheet1.xml"),
            Is.EqualTo(Parte(sellado.ToArray(), "xl/worksheets/sheet1.xml"))
        );
    }

    [Test]
    public void Las_notas_son_siempre_texto()
    {
        using var flujo = new MemoryStream(Escribir([]));
        var filas = flujo.Query(sheetName: "Notas").Cast<IDictionary<string, object?>>().Select(fila => fila.Values.ToArray());
        Assert.That(filas, Is.EqualTo(new object?[][] { ["Dato", "Valor"], ["Uno", "1"], [null, "sigue"], ["Otro", "=2"] }));
    }

    [TestCase(1)]
    [TestCase(3)]
    public void Con_otras_filas_que_las_dichas_no_hay_libro(int dichas)
    {
        var salida = new ArrayBufferWriter<byte>();
        using var libro = Nuevo(salida, dichas);
        libro.Escribir(LibroDePrueba.UnRenglon());
        libro.Escribir(LibroDePrueba.UnRenglon());
        Assert.That(libro.Terminar, Throws.InvalidOperationException);
    }

    [Test]
    public void No_se_empieza_lo_que_no_cabe_en_una_hoja()
    {
        Assert.That(
            () => Nuevo(new ArrayBufferWriter<byte>(), LibroXlsx.FilasMaximas + 1),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );
        using var lleno = Nuevo(new ArrayBufferWriter<byte>(), LibroXlsx.FilasMaximas);
    }

    [Test]
    public void Dejado_a_medias_ya_no_escribe_nada()
    {
        var salida = new ArrayBufferWriter<byte>();
        var libro = Nuevo(salida, 5);
        libro.Escribir(LibroDePrueba.UnRenglon());
        var escritos = salida.WrittenCount;
        libro.Dispose();
        Assert.That(salida.WrittenCount, Is.EqualTo(escritos));
        Assert.That(() => new ZipArchive(new MemoryStream(salida.WrittenSpan.ToArray())), Throws.InstanceOf<InvalidDataException>());
    }

    private static LibroAlVuelo<RenglonPublico> Nuevo(IBufferWriter<byte> salida, int filas) =>
        new(salida, ColumnasDeListado.Publico, filas, "Notas", Notas);

    private static byte[] Escribir(int filas, int cada)
    {
        var salida = new ArrayBufferWriter<byte>();
        using var copia = new MemoryStream();
        using var libro = Nuevo(salida, filas);
        for (var i = 1; i <= filas; i++)
        {
            libro.Escribir(LibroDePrueba.UnRenglon(servicio: $"SERVICIO {i * 7919 % 1000}"));
            if (i % cada == 0)
                Vaciar();
        }
        libro.Terminar();
        Vaciar();
        return copia.ToArray();

        void Vaciar()
        {
            copia.Write(salida.WrittenSpan);
            salida.ResetWrittenCount();
        }
    }

    private static byte[] Escribir(List<RenglonPublico> renglones)
    {
        var salida = new ArrayBufferWriter<byte>();
        using var libro = Nuevo(salida, renglones.Count);
        foreach (var renglon in renglones)
            libro.Escribir(renglon);
        libro.Terminar();
        return salida.WrittenSpan.ToArray();
    }

    private static string Parte(byte[] libro, string ruta)
    {
        using var zip = new ZipArchive(new MemoryStream(libro));
        using var lector = new StreamReader(zip.GetEntry(ruta)!.Open());
        return lector.ReadToEnd();
    }
}
