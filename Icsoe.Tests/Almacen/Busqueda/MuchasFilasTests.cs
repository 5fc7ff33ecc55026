using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Almacen.Busqueda;

/// <summary>Some 10,050 rows: where counting stops, and more than a block of a sweep or a page of the sort hold.</summary>
[TestFixture, Parallelizable]
internal sealed class MuchasFilasTests
{
    private static readonly Listado Otro = new(Periodo.De(2026, 2), Lista.Publico);

    private AlmacenDePrueba almacen = null!;
    private Oraculo oraculo = null!;

    [OneTimeSetUp]
    public void Sellar()
    {
        almacen = new AlmacenDePrueba();
        almacen.Sellar(
            (Renglones.Publico, [.. Renglones.Publico.Serie(9_999)]),
            (Renglones.Inconsistente, [.. Renglones.Inconsistente.Serie(1)]),
            (Otro, [.. Otro.Serie(50, "LIMPIEZA")])
        );
        oraculo = new Oraculo(almacen.Publico, 1);
    }

    [OneTimeTearDown]
    public void Borrar() => almacen.Dispose();

    [Test]
    public void Hasta_diez_mil_se_cuentan_todas_y_de_ahi_en_adelante_al_menos_tantas([Values] bool conFacetas)
    {
        var todo = AlmacenDePrueba.Todo(1);
        foreach (var entidad in Preguntas.Entidades)
        {
            var ejemplo = todo with { Q = ["ejemplo"], Limite = 1 };
            var delPeriodo = ejemplo with { Periodos = [Renglones.Publico.Periodo] };
            Assert.That(Contar(delPeriodo with { Listas = [Lista.Publico] }), Is.EqualTo(new Conteo(9_999, Exacto: true)));
            Assert.That(Contar(delPeriodo), Is.EqualTo(new Conteo(10_000, Exacto: true)));
            Assert.That(Contar(ejemplo with { Listas = [Lista.Publico] }), Is.EqualTo(new Conteo(10_000, Exacto: false)));
            Assert.That(Contar(ejemplo), Is.EqualTo(new Conteo(10_000, Exacto: false)));

            // What is asked for whole, sealing has counted.
            Assert.That(Contar(todo), Is.EqualTo(new Conteo(10_050, Exacto: true)));
            Assert.That(Contar(todo with { Listas = [Lista.Publico] }), Is.EqualTo(new Conteo(10_049, Exacto: true)));

            Conteo Contar(Consulta consulta) => almacen.Publico.Contar(consulta, entidad, conFacetas).Total;
        }
    }

    [Test]
    public void Las_facetas_de_lo_que_no_se_conto_entero_suman_lo_contado()
    {
        foreach (var entidad in Preguntas.Entidades)
        {
            var facetas = almacen.Publico.Contar(AlmacenDePrueba.Todo(1) with { Q = ["ejemplo"] }, entidad, conFacetas: true).Facetas!;

            Assert.That(facetas.Lista.Sum(par => par.Filas), Is.EqualTo(10_000));
            Assert.That(facetas.Periodo.Sum(par => par.Filas), Is.EqualTo(10_000));
            Assert.That(facetas.TipoPersonaContratista.Sum(par => par.Filas), Is.EqualTo(10_000));
            Assert.That(facetas.TipoInformativa.Sum(par => par.Filas), Is.EqualTo(10_000));
        }
    }

    [Test]
    public void Paginas_grandes_de_cualquier_orden_son_las_de_un_recorrido([ValueSource(nameof(Ordenes))] Orden? orden)
    {
        var consulta = AlmacenDePrueba.Todo(1) with { Limite = 3_500, Orden = orden };
        Consulta[] consultas = [consulta, consulta with { Servicios = ["jardineria"], Limite = 900, PersonasTrabajadoras = new(3, 9) }];
        foreach (var una in consultas)
        {
            var esperadas = oraculo.Responder(una, Entidad.Contrato).Select(fila => fila.Clave).ToList();
            Assert.That(esperadas, Has.Count.GreaterThan(1_000));
            foreach (var plan in new[] { Plan.ElMejor, Plan.Lista, Plan.Orden })
            {
                using var lector = new AlmacenPublico(almacen.Datos) { Plan = plan };
                Assert.That(lector.Paginas(una, Entidad.Contrato).SequenceEqual(esperadas), $"{plan}: {Fotografia.Texto(una)}");
            }
        }
    }

    private static IEnumerable<Orden?> Ordenes =>
        [null, .. new[] { Criterio.PersonasTrabajadoras, Criterio.Contratista, Criterio.Periodo }.Select(c => new Orden(c, true))];
}
