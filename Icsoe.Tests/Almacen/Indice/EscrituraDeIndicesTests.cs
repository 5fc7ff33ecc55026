using System.Text;
using Icsoe.Domain.Almacen.Indice;

namespace Icsoe.Tests.Almacen.Indice;

/// <summary>What index files are written with gives the same, whether it fits in memory or not.</summary>
[TestFixture, Parallelizable]
internal sealed class EscrituraDeIndicesTests
{
    private string carpeta = null!;

    [SetUp]
    public void Llegar() => carpeta = Directory.CreateTempSubdirectory("icsoe-indice-").FullName;

    [TearDown]
    public void Irse() => Directory.Delete(carpeta, recursive: true);

    // A piece that stays in memory holds 16 384 numbers.
    [TestCase(0, 0)]
    [TestCase(16_384, 0)]
    [TestCase(16_385, 1)]
    [TestCase(50_000, 1)]
    public void Una_lista_larga_tiene_lo_que_se_le_dio_y_su_archivo_se_va_con_ella(int cuantos, int archivos)
    {
        var esperados = Enumerable.Range(0, cuantos).Select(i => i * 7).ToArray();
        using (var lista = new ListaLarga<int>(carpeta))
        {
            lista.Agregar(esperados.AsSpan(0, cuantos / 2));
            foreach (var valor in esperados[(cuantos / 2)..])
                lista.Agregar(valor);

            Assert.That(lista.Cuantos, Is.EqualTo(cuantos));
            Assert.That(Directory.GetFiles(carpeta), Has.Length.EqualTo(archivos));
            Assert.That(lista.Leer().ToArray(), Is.EqualTo(esperados));

            lista.Agregar([1, 2, 3]);
            Assert.That(lista.Leer().ToArray(), Is.EqualTo([.. esperados, 1, 2, 3]), "Después de leerla se le agrega más.");
        }
        Assert.That(Directory.GetFiles(carpeta), Is.Empty);
    }

    [Test]
    public void El_orden_de_los_textos_es_el_de_sus_bytes_y_entre_iguales_el_que_se_diga([Range(1, 20)] int semilla)
    {
        var azar = new Random(semilla);
        // Few letters, of them the first of all, and beginnings of just what is compared at once: many are alike, and one goes on where another ends.
        string[] trozos = ["", "\0", "A", "Ñ", "ABCDEFGH", "\0\0\0\0\0\0\0\0", "\U0001F600"];
        var textos = Enumerable
            .Range(0, azar.Next(300))
            .Select(_ => Encoding.UTF8.GetBytes(string.Concat(azar.GetItems(trozos, azar.Next(5)))))
            .ToArray();
        var desde = textos.Aggregate(new List<int> { 0 }, (inicios, texto) => [.. inicios, inicios[^1] + texto.Length]).ToArray();

        var orden = OrdenDeTextos.Ordenar(textos.SelectMany(texto => texto).ToArray(), desde, 0, Comparar);

        var esperado = Enumerable.Range(0, textos.Length).ToArray();
        Array.Sort(esperado, Comparar);
        Assert.That(orden, Is.EqualTo(esperado));

        int Comparar(int a, int b)
        {
            var comparacion = textos[a].AsSpan().SequenceCompareTo(textos[b]);
            return comparacion != 0 ? comparacion : b.CompareTo(a);
        }
    }

    [Test]
    public void Un_vocabulario_da_a_cada_palabra_un_solo_numero_aunque_crezca()
    {
        var vocabulario = new Vocabulario();
        var palabras = Enumerable.Range(0, 5_000).Select(i => Encoding.UTF8.GetBytes($"{i:x}{new string('Ñ', i % 40)}")).ToList();
        for (var vuelta = 0; vuelta < 2; vuelta++)
        {
            for (var i = 0; i < palabras.Count; i++)
                Assert.That(vocabulario.Numero(palabras[i]), Is.EqualTo(i));
        }

        Assert.That(vocabulario.Cuantas, Is.EqualTo(palabras.Count));
        Assert.That(Enumerable.Range(0, palabras.Count).Select(i => vocabulario[i].ToArray()), Is.EqualTo(palabras));
    }

    [Test]
    public void Las_apariciones_son_las_mismas_de_una_vuelta_o_de_muchas([Values(1, 2, 7, 500)] int porVuelta)
    {
        Assert.That(Apariciones(porVuelta), Is.EqualTo(Apariciones(1 << 20)));

        byte[] Apariciones(int cuantas)
        {
            var azar = new Random(1);
            using var palabras = new PalabrasNuevas(carpeta, cuantas);
            for (var i = 0; i < 300; i++)
                palabras.Agregar(string.Join(' ', azar.GetItems(["aseo", "de", "obra", "oficinas", "S.A.", "peña", "pena"], azar.Next(6))));
            var ruta = Path.Combine(carpeta, "palabras");
            using (var salida = new EscritorDeMapa(ruta))
            {
                palabras.Escribir(salida, null);
                salida.Terminar();
            }
            return File.ReadAllBytes(ruta);
        }
    }

    [Test]
    public void Lo_que_se_hace_aparte_se_hace_en_su_orden([Values(0, 1, 127, 128, 129, 5_000)] int cuantos)
    {
        var hechos = new List<int>();
        var aparte = new Aparte<int>(hechos.Add);
        for (var i = 0; i < cuantos; i++)
            aparte.Agregar(i);

        aparte.Esperar();

        Assert.That(hechos, Is.EqualTo(Enumerable.Range(0, cuantos)));
    }

    [Test]
    public void Lo_que_falla_aparte_lo_sabe_quien_espera_y_nada_se_hace_despues()
    {
        var hechos = new List<int>();
        var aparte = new Aparte<int>(i => (i == 200 ? throw new IOException("Disco lleno.") : hechos).Add(i));

        Assert.That(
            () =>
            {
                for (var i = 0; i < 5_000; i++)
                    aparte.Agregar(i);
                aparte.Esperar();
            },
            Throws.InstanceOf<IOException>()
        );

        aparte.Abandonar();
        Assert.That(hechos, Is.EqualTo(Enumerable.Range(0, 200)));
    }
}
