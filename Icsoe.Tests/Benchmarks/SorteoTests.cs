using System.Collections;
using System.Reflection;
using Icsoe.Benchmarks.Consultas;
using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Generador;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Tests.Benchmarks;

/// <summary>The questions that are timed must be the same ones every time, and leave no parameter out.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class SorteoTests
{
    private const int Cuantas = 1_000;
    private const int Ultima = 2;

    private readonly Acopio _acopio = Sacar();

    [Test]
    public void La_misma_semilla_hace_las_mismas_preguntas()
    {
        var (unas, otras) = (Preguntas(semilla: 1), Preguntas(semilla: 1));

        Assert.That(unas, Is.EqualTo(otras));
    }

    [Test]
    public void Otra_semilla_hace_otras() =>
        Assert.That(Preguntas(semilla: 1).Intersect(Preguntas(semilla: 2)).Count(), Is.LessThan(Cuantas / 10));

    [Test]
    public void Pedir_mas_no_cambia_las_primeras() =>
        Assert.That(
            new Sorteo(_acopio, 1).Sacar(Cuantas + 7).Take(Cuantas).Select(pregunta => pregunta.EnPalabras()),
            Is.EqualTo(Preguntas(semilla: 1))
        );

    [TestCaseSource(nameof(Parametros))]
    public void Cada_parametro_de_la_consulta_lo_usa_alguna(PropertyInfo parametro)
    {
        var vacia = new Consulta { Secuencia = Ultima, Limite = 50 };
        var preguntas = new Sorteo(_acopio, 1).Sacar(Cuantas).OfType<PreguntaDeFilas>().ToList();

        // Where a page starts is walked to in the store: here it is only known how far.
        var usan =
            parametro.Name == nameof(Consulta.DespuesDe)
                ? preguntas.Count(pregunta => pregunta.PaginasAntes > 0)
                : preguntas.Count(pregunta => Distinto(parametro.GetValue(pregunta.Consulta), parametro.GetValue(vacia)));

        Assert.That(usan, Is.GreaterThan(3), $"{parametro.Name}: ponlo en algún ingrediente de Icsoe.Benchmarks/Consultas.");
    }

    [Test]
    public void Hay_de_cada_cosa()
    {
        var preguntas = new Sorteo(_acopio, 1).Sacar(Cuantas).OfType<PreguntaDeFilas>().ToList();

        Assert.Multiple(() =>
        {
            Assert.That(preguntas.Select(pregunta => pregunta.Entidad), Is.SupersetOf(Enum.GetValues<Entidad>()));
            foreach (var descendente in new[] { true, false })
            {
                var criterios = preguntas
                    .Where(pregunta => pregunta.Consulta.Orden?.Descendente == descendente)
                    .Select(pregunta => pregunta.Consulta.Orden!.Criterio);
                Assert.That(criterios, Is.SupersetOf(Enum.GetValues<Criterio>()));
            }
            Assert.That(preguntas.Count(pregunta => pregunta.ConPeriodo), Is.InRange(Cuantas / 5, Cuantas / 2));
            Assert.That(preguntas.Count(pregunta => pregunta.PaginasAntes >= 10), Is.GreaterThan(50));
            Assert.That(preguntas.Count(pregunta => pregunta.Consulta.Servicios.Any(texto => texto.StartsWith('"'))), Is.GreaterThan(10));
            Assert.That(preguntas.Select(pregunta => pregunta.Consulta.Limite), Has.All.InRange(1, 1000));
        });
    }

    [Test]
    public void Tambien_pregunta_por_nombres()
    {
        var preguntas = new Sorteo(_acopio, 1).Sacar(Cuantas);

        Assert.Multiple(() =>
        {
            Assert.That(preguntas.OfType<PreguntaDeSugerencias>().Count(), Is.GreaterThan(40));
            Assert.That(preguntas.OfType<PreguntaDePartes>().Count(), Is.GreaterThan(20));
            Assert.That(preguntas.OfType<PreguntaDeContrapartes>().Count(), Is.GreaterThan(10));
        });
    }

    [Test]
    public void Cada_ingrediente_encabeza_varias()
    {
        var preguntas = new Sorteo(_acopio, 1).Sacar(Cuantas);

        foreach (var ingrediente in Ingredientes.Todos)
            Assert.That(
                preguntas.Count(pregunta => pregunta.Clase.Split(" + ")[0] == ingrediente.Nombre),
                Is.GreaterThan(5),
                ingrediente.Nombre
            );
    }

    [Test]
    public void Cada_pregunta_cabe_en_una_direccion()
    {
        foreach (
            var pregunta in new Sorteo(_acopio, 1)
                .Sacar(Cuantas)
                .Where(pregunta => pregunta is not PreguntaDeFilas { Entidad: Entidad.Renglon })
        )
        {
            var direccion = pregunta.Direccion(secuencia => secuencia == Ultima ? null : "2026-06");
            Assert.That(direccion, Does.Match("^[!-~]+$"));
        }
    }

    [Test]
    public void Los_tecleos_crecen_letra_por_letra()
    {
        var tecleos = new SorteoDeNombres(_acopio, 1).Tecleos(100);
        var otraVez = new SorteoDeNombres(_acopio, 1).Tecleos(100);

        Assert.Multiple(() =>
        {
            Assert.That(tecleos.Select(tecleo => tecleo.EnPalabras()), Is.EqualTo(otraVez.Select(tecleo => tecleo.EnPalabras())));
            Assert.That(
                tecleos.Zip(tecleos.Skip(1)).Count(par => par.Second.Consulta.Q.StartsWith(par.First.Consulta.Q, StringComparison.Ordinal)),
                Is.GreaterThan(50)
            );
        });
    }

    // What is counted is not drawn: every question of rows is asked both ways.
    private static IEnumerable<PropertyInfo> Parametros() =>
        typeof(Consulta).GetProperties().Where(parametro => parametro.Name != nameof(Consulta.Contar));

    private static bool Distinto(object? valor, object? vacio) =>
        valor is ICollection coleccion ? coleccion.Count > 0 : !Equals(valor, vacio);

    private List<string> Preguntas(ulong semilla) =>
        [.. new Sorteo(_acopio, semilla).Sacar(Cuantas).Select(pregunta => pregunta.EnPalabras())];

    /// <summary>Two small generated listados.</summary>
    private static Acopio Sacar()
    {
        var carpeta = Directory.CreateTempSubdirectory("icsoe-").FullName;
        try
        {
            Periodo[] periodos = [Periodo.De(2025, 3), Periodo.De(2026, 1)];
            _ = Generacion
                .Escribir(new Pedido(1, periodos, 0.005, 1, 0, carpeta, ConLibros: false, ConTsv: true), CancellationToken.None)
                .Count();
            var renglones = new List<RenglonPublico>();
            foreach (var periodo in periodos)
            {
                var listado = new Listado(periodo, Lista.Publico);
                var tsv = Directory.GetFiles(carpeta, $"{listado.Nombre}.tsv", SearchOption.AllDirectories).Single();
                renglones.AddRange(new RenglonesDeTsv(listado).Leer(tsv));
            }
            return Acopio.De(renglones, Ultima);
        }
        finally
        {
            Directory.Delete(carpeta, recursive: true);
        }
    }
}
