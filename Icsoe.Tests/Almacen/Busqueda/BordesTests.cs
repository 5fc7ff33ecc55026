using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Publicaciones;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Almacen.Busqueda;

/// <summary>Edges of search that once were wrong, each the smallest that shows it.</summary>
[TestFixture, Parallelizable]
internal sealed class BordesTests
{
    [Test]
    public void La_primera_pagina_de_un_orden_descendente_empieza_por_el_mayor([ValueSource(nameof(Planes))] object plan)
    {
        using var almacen = new AlmacenDePrueba();
        almacen.Sellar((Publico, [Publico.Renglon(1), Publico.Renglon(2), Con(3, contrato => contrato with { FechaInicio = null })]));
        almacen.Publico.Plan = (Plan)plan;

        var consulta = AlmacenDePrueba.Todo(1) with { Orden = new(Criterio.FechaInicio, Descendente: true) };

        Assert.That(Folios(almacen.Publico.Contratos(consulta)), Is.EqualTo([Folio(2), Folio(1), Folio(3)]));
    }

    [TestCase(-1, 0)]
    [TestCase(-5, -1)]
    [TestCase(int.MinValue, int.MaxValue)]
    public void Quien_no_dice_cuantas_personas_no_satisface_ningun_minimo(int desde, int hasta)
    {
        using var almacen = new AlmacenDePrueba();
        almacen.Sellar((Publico, [Con(1, contrato => contrato with { PersonasTrabajadoras = null })]));

        var halladas = almacen.Publico.Contratos(AlmacenDePrueba.Todo(1) with { PersonasTrabajadoras = new(desde, hasta) });

        Assert.That(halladas.Filas, Is.Empty);
    }

    [Test]
    public void Una_clave_de_puros_ceros_no_es_la_de_quien_no_tiene()
    {
        using var almacen = new AlmacenDePrueba();
        almacen.Sellar((Publico, [Con(1, contrato => contrato with { Contratante = PartePublica.Ninguna })]));

        var halladas = almacen.Publico.Contratos(AlmacenDePrueba.Todo(1) with { ClavesDeParte = [new string('\0', 13)] });

        Assert.That(halladas.Filas, Is.Empty);
    }

    [Test]
    public void Un_folio_vacio_no_es_el_de_quien_no_tiene()
    {
        using var almacen = new AlmacenDePrueba();
        almacen.Sellar((Publico, [Con(1, contrato => contrato with { Folio = null }) with { FolioInformativa = null }]));
        almacen.Publico.Vigente();

        Assert.That(almacen.Publico.Contratos(AlmacenDePrueba.Todo(1) with { FoliosContrato = [""] }).Filas, Is.Empty);
        Assert.That(almacen.Publico.Informativas(AlmacenDePrueba.Todo(1) with { FoliosInformativa = [""] }).Filas, Is.Empty);
        Assert.That(almacen.Publico.UltimaConContrato(""), Is.Null);
        Assert.That(almacen.Publico.UltimaConInformativa(""), Is.Null);
    }

    private static object[] Planes => [.. Preguntas.Planes];

    private static RenglonPublico Con(int numero, Func<ContratoPublico, ContratoPublico> cambio) =>
        Publico.Renglon(numero) with
        {
            Contrato = cambio(Publico.Renglon(numero).Contrato!),
        };

    private static string? Folio(int numero) => Publico.Renglon(numero).Contrato!.Folio;

    private static IEnumerable<string?> Folios(Pagina<RenglonPublico> pagina) => pagina.Filas.Select(fila => fila.Contrato?.Folio);
}
