using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Meses;
using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Tests.Benchmarks;

/// <summary>A few months, tiny, of the year that the meses command measures.</summary>
[TestFixture, Parallelizable]
internal sealed class MesesTests
{
    private readonly string _trabajo = Directory.CreateTempSubdirectory("icsoe-").FullName;

    [OneTimeTearDown]
    public void Limpiar() => Directory.Delete(_trabajo, recursive: true);

    [Test]
    public void Los_almacenes_viven_los_meses_que_les_faltan_y_se_miden()
    {
        var datos = new Datos(_trabajo, 0.0005, CancellationToken.None);
        var uno = AlmacenesDeMeses.Preparar(datos, 1, rehacer: false, CancellationToken.None);
        var (primero, sellada) = (uno.Pesos.Single(), SelladaEn(uno.Todos));

        var dos = AlmacenesDeMeses.Preparar(datos, 2, rehacer: false, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(dos.Pesos, Has.Count.EqualTo(2));
            Assert.That(dos.Pesos[0], Is.EqualTo(primero));
            Assert.That(SelladaEn(dos.Todos), Is.EqualTo(sellada));
            Assert.That(Cambiados(dos.Todos), Is.EqualTo(new[] { 32, 16 }), "Ambas listas al principio; luego, cada público.");
            Assert.That(Cambiados(dos.Solo), Is.EqualTo(new[] { 2, 1 }));
        });
        var tanda = new TandaDeMeses(dos, 1, 1, CancellationToken.None);
        var renglones = TandaDeMeses.Nombres.SelectMany(tanda.Medir).ToList();
        Assert.That(renglones.Select(renglon => renglon.Medido), Has.All.Positive);
    }

    private static DateTimeOffset SelladaEn(string almacen)
    {
        using var abierto = new AlmacenPublico(almacen);
        return abierto.Publicaciones(1).Single().SelladaEn;
    }

    private static IEnumerable<int> Cambiados(string almacen)
    {
        using var abierto = new AlmacenPublico(almacen);
        return [.. abierto.Publicaciones(2).Reverse().Select(publicacion => publicacion.ListadosCambiados.Count)];
    }
}
