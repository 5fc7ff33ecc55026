using Icsoe.Domain.Sellado;

namespace Icsoe.Tests.Sellado;

/// <summary>Sorting on disk gives what sorting in memory gives, however many runs it took.</summary>
[TestFixture, Parallelizable]
internal sealed class AcomodoTests
{
    private string carpeta = null!;

    [SetUp]
    public void Llegar() => carpeta = Directory.CreateTempSubdirectory("icsoe-acomodo-").FullName;

    [TearDown]
    public void Irse() => Directory.Delete(carpeta, recursive: true);

    [Test]
    public void Sale_en_el_orden_en_que_saldria_de_la_memoria([Range(1, 12)] int semilla, [Values(0, 500, 1 << 20)] int bytesEnMemoria)
    {
        var azar = new Random(semilla);
        var registros = Enumerable.Range(0, azar.Next(400)).Select(lugar => Registro(azar, lugar)).ToList();
        using var acomodo = Nuevo(bytesEnMemoria);
        foreach (var (clave, dato) in registros)
            acomodo.Agregar(clave, dato);

        var esperado = registros.OrderBy(r => r.Clave, ComoBytes).Select(r => r.Dato).ToList();
        Assert.That(acomodo.Cuantos, Is.EqualTo(registros.Count));
        Assert.That(acomodo.Leer(), Is.EqualTo(esperado));
        Assert.That(acomodo.Leer(), Is.EqualTo(esperado), "La segunda vuelta.");
    }

    [Test]
    public void Las_claves_iguales_salen_juntas_y_ninguna_se_pierde([Values(0, 200)] int bytesEnMemoria)
    {
        using var acomodo = Nuevo(bytesEnMemoria);
        for (var i = 0; i < 100; i++)
            acomodo.Agregar([(byte)(i % 3)], $"{i % 3} {i}");

        var leidos = acomodo.Leer().ToList();

        Assert.That(leidos.Select(dato => dato[0]), Is.Ordered);
        Assert.That(leidos, Is.EquivalentTo(Enumerable.Range(0, 100).Select(i => $"{i % 3} {i}")));
    }

    [Test]
    public void Dos_vueltas_a_la_vez_no_se_estorban()
    {
        using var acomodo = Nuevo(100);
        for (byte i = 200; i > 0; i--)
            acomodo.Agregar([i], $"{i}");

        using var una = acomodo.Leer().GetEnumerator();
        for (var i = 0; i < 50; i++)
            una.MoveNext();
        var otra = acomodo.Leer().ToList();

        Assert.That(una.Current, Is.EqualTo("50"));
        Assert.That(otra, Is.EqualTo(Enumerable.Range(1, 200).Select(i => $"{i}")));
        Assert.That(una.MoveNext() ? una.Current : null, Is.EqualTo("51"));
    }

    [Test]
    public void Un_registro_mayor_que_la_memoria_cabe()
    {
        var grande = new string('ñ', 300_000);
        using var acomodo = Nuevo(1000);
        acomodo.Agregar("b"u8, grande);
        acomodo.Agregar("a"u8, "");
        acomodo.Agregar([], "primero");

        Assert.That(acomodo.Leer(), Is.EqualTo(["primero", "", grande]));
    }

    [Test]
    public void Sin_registros_no_hay_nada_ni_queda_archivo()
    {
        using (var vacio = Nuevo(0))
            Assert.That(vacio.Leer(), Is.Empty);
        using (var lleno = Nuevo(0))
        {
            lleno.Agregar("a"u8, "a");
            lleno.Agregar("b"u8, "b");
            Assert.That(lleno.Leer().First(), Is.EqualTo("a"), "Una vuelta que no se acaba.");
            Assert.That(Directory.GetFiles(carpeta), Has.Length.EqualTo(1));
        }
        Assert.That(Directory.GetFiles(carpeta), Is.Empty);
    }

    private Acomodo<string> Nuevo(int bytesEnMemoria) =>
        new(carpeta, (registro, dato) => registro.Texto(dato), registro => registro.Texto()!, bytesEnMemoria);

    /// <summary>Keys that share beginnings, end in one another and hold every byte; the last four tell all of them apart.</summary>
    private static (byte[] Clave, string Dato) Registro(Random azar, int lugar)
    {
        var clave = new byte[azar.Next(6) + 4];
        for (var i = 0; i < clave.Length - 4; i++)
            clave[i] = azar.Next(4) switch
            {
                0 => 0,
                1 => 255,
                _ => (byte)azar.Next(256),
            };
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(clave.AsSpan(clave.Length - 4), lugar);
        return (clave, $"{lugar}:{new string('á', azar.Next(30))}");
    }

    private static readonly Comparer<byte[]> ComoBytes = Comparer<byte[]>.Create((una, otra) => una.AsSpan().SequenceCompareTo(otra));
}
