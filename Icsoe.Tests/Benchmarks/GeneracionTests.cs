using System.Security.Cryptography;
using Icsoe.Benchmarks.Generador;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;

namespace Icsoe.Tests.Benchmarks;

/// <summary>What is measured must be the same thing every time, and like the real lists.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class GeneracionTests
{
    private static readonly Periodo Periodo = Periodo.De(2026, 1);

    [Test]
    public void La_misma_semilla_da_los_mismos_archivos()
    {
        using var una = new Carpeta();
        using var otra = new Carpeta();

        Assert.That(Generar(una, semilla: 7), Is.EqualTo(Generar(otra, semilla: 7)));
    }

    [Test]
    public void Otra_semilla_da_otros_archivos()
    {
        using var una = new Carpeta();
        using var otra = new Carpeta();

        Assert.That(Generar(una, semilla: 7), Is.Not.EqualTo(Generar(otra, semilla: 8)));
    }

    [Test]
    public void El_tamano_real_es_el_del_estudio()
    {
        var cuotas = Cuotas.De(Periodo, escala: 1, semilla: 1);
        var contratos = Cubetas.Contratos.Repartir(cuotas.ConContratos, cuotas.Contratos);

        Assert.Multiple(() =>
        {
            Assert.That(cuotas.Renglones, Is.EqualTo(356_095));
            Assert.That(contratos.Sum(), Is.EqualTo(263_040));
            Assert.That(contratos.Count(cuantos => cuantos > 100), Is.EqualTo(151));
        });
    }

    [Test]
    public void El_generador_no_cambia_sin_que_se_note() =>
        // Every figure of docs/rendimiento.md is of this data: if it must change, they must be measured again.
        Assert.That(
            new[] { Azar.De(1, Tema.Nombre, 2, 3, 4).Siguiente(), Azar.De(1, Tema.Nombre, 2, 3, 5).Siguiente() },
            Is.EqualTo(new[] { 7343122960257868947UL, 15815728795071433635UL })
        );

    [Test]
    public void Nuestra_puerta_lee_todo_lo_generado()
    {
        using var carpeta = new Carpeta();
        Generar(carpeta, semilla: 7);

        foreach (var archivo in Directory.GetFiles(carpeta.Ruta, "*.ndjson", SearchOption.AllDirectories))
        {
            using var flujo = File.OpenRead(archivo);
            var lineas = LectorNdjson.Leer(flujo, archivo, LimitesDeLectura.Predeterminados, CancellationToken.None).ToList();
            Assert.That(lineas.SelectMany(linea => linea.Rechazos), Is.Empty);
        }
    }

    [Test]
    public void Cada_mes_cambia_lo_pedido()
    {
        using var carpeta = new Carpeta();
        Generar(carpeta, semilla: 7);
        var meses = Directory
            .GetFiles(carpeta.Ruta, "LPP2026.tsv", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(archivo => File.ReadAllLines(archivo).ToHashSet())
            .ToList();

        var iguales = meses[0].Intersect(meses[1]).Count();

        Assert.That(1 - ((double)iguales / meses[1].Count), Is.InRange(0.005, 0.05));
    }

    [Test]
    public void Un_mes_sale_igual_sin_escribir_los_anteriores()
    {
        using var todos = new Carpeta();
        using var segundo = new Carpeta();

        var esperados = Generar(todos, semilla: 7);

        Assert.That(Generar(segundo, semilla: 7, desde: 2), Is.EqualTo(esperados.Skip(esperados.Count / 2)));
    }

    /// <summary>Name and digest of each file.</summary>
    private static List<string> Generar(Carpeta carpeta, ulong semilla, int desde = 1)
    {
        var pedido = new Pedido(
            semilla,
            [Periodo],
            Escala: 0.02,
            Meses: 2,
            Cambio: 0.02,
            carpeta.Ruta,
            ConLibros: false,
            ConTsv: true,
            desde
        );
        _ = Generacion.Escribir(pedido, CancellationToken.None).Count();
        return
        [
            .. Directory
                .GetFiles(carpeta.Ruta, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(archivo =>
                    $"{Path.GetRelativePath(carpeta.Ruta, archivo)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(archivo)))}"
                ),
        ];
    }

    private sealed class Carpeta : IDisposable
    {
        public string Ruta { get; } = Directory.CreateTempSubdirectory("icsoe-").FullName;

        public void Dispose() => Directory.Delete(Ruta, recursive: true);
    }
}
