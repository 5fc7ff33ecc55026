using Icsoe.Domain.Publicaciones;
using Icsoe.Tests.Comandos;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Almacen;

/// <summary>The writer writes the difference and nothing else.</summary>
[TestFixture, Parallelizable]
internal sealed class EscrituraTests
{
    private AlmacenDePrueba almacen = null!;

    [SetUp]
    public void Abrir() => almacen = new AlmacenDePrueba();

    [TearDown]
    public void Cerrar() => almacen.Dispose();

    [Test]
    public void El_mismo_contenido_otra_vez_no_escribe_nada()
    {
        almacen.Sellar((Publico, [.. Publico.Serie(5)]));
        var antes = (almacen.Filas("renglones"), almacen.Filas("informativas"), almacen.Filas("partes"));

        var totales = almacen.Sellar((Publico, [.. Publico.Serie(5)])).Single();

        Assert.That(totales.Cambios, Is.Zero);
        Assert.That((almacen.Filas("renglones"), almacen.Filas("informativas"), almacen.Filas("partes")), Is.EqualTo(antes));
    }

    [Test]
    public void El_mismo_contenido_en_otro_orden_no_escribe_nada()
    {
        almacen.Sellar((Publico, [.. Publico.Serie(5)]));

        Assert.That(almacen.Sellar((Publico, [.. Publico.Serie(5).Reverse()])).Single().Cambios, Is.Zero);
    }

    [Test]
    public void Un_renglon_que_cambia_cierra_uno_y_abre_otro()
    {
        almacen.Sellar((Publico, [.. Publico.Serie(3)]));
        var cambiado = Publico.Renglon(2);

        var totales = almacen
            .Sellar(
                (
                    Publico,
                    [
                        Publico.Renglon(1),
                        cambiado with
                        {
                            Contrato = cambiado.Contrato! with { PersonasTrabajadoras = 99 },
                        },
                        Publico.Renglon(3),
                    ]
                )
            )
            .Single();

        Assert.That(totales.Cambios, Is.EqualTo(1));
        Assert.That((almacen.Filas("renglones"), almacen.Filas("informativas")), Is.EqualTo((4L, 3L)));
        var (antes, ahora) = (almacen.Renglones(1), almacen.Renglones(2));
        Assert.That(antes.Select(renglon => renglon.Contrato!.PersonasTrabajadoras), Is.EqualTo([2, 3, 4]));
        Assert.That(ahora.Select(renglon => renglon.Contrato!.PersonasTrabajadoras), Is.EqualTo([2, 4, 99]), "El nuevo va al final.");
        Assert.That(
            ahora.Select(renglon => renglon.Id()),
            Is.EquivalentTo(antes.Select(renglon => renglon.Id())),
            "La identidad no cambia."
        );
    }

    [Test]
    public void Un_renglon_que_se_fue_y_volvio_es_el_mismo_con_otra_clave()
    {
        almacen.Sellar((Publico, [.. Publico.Serie(3)]));
        almacen.Sellar((Publico, [Publico.Renglon(1), Publico.Renglon(3)]));
        almacen.Sellar((Publico, [.. Publico.Serie(3)]));

        Assert.That(almacen.Renglones(2), Has.Count.EqualTo(2));
        var (antes, ahora) = (almacen.Renglones(1)[1], almacen.Renglones(3)[2]);
        Assert.That((ahora.Id(), ahora.Ordinal), Is.EqualTo((antes.Id(), antes.Ordinal)));
        Assert.That(ahora.Clave, Is.GreaterThan(almacen.Renglones(1)[2].Clave), "Una clave no se reasigna.");
        Assert.That(Fotografia.Texto(ahora with { Clave = 0 }), Is.EqualTo(Fotografia.Texto(antes with { Clave = 0 })));
    }

    [Test]
    public void Los_folios_repetidos_llevan_ordinales_que_permanecen()
    {
        var repetidos = Enumerable
            .Range(1, 3)
            .Select(numero => Publico.Renglon(7) with { Contrato = Publico.Renglon(numero).Contrato! with { Folio = "A26P7" } });

        almacen.Sellar((Publico, [.. repetidos]));
        Assert.That(almacen.Renglones(1).Select(renglon => renglon.Ordinal), Is.EqualTo([0, 1, 2]));
        Assert.That(almacen.Renglones(1).Select(renglon => renglon.Id()), Is.Unique);
        Assert.That(almacen.Informativas(1).Single().Contratos, Is.EqualTo(3));

        Assert.That(almacen.Sellar((Publico, [.. repetidos])).Single().Cambios, Is.Zero);
        almacen.Sellar((Publico, [.. repetidos.Take(2)]));
        Assert.That(
            almacen.Renglones(3).Select(renglon => (renglon.Ordinal, renglon.Clave)),
            Is.EqualTo(almacen.Renglones(1).Take(2).Select(renglon => (renglon.Ordinal, renglon.Clave)))
        );
    }

    [Test]
    public void Lo_que_dejo_una_orden_muerta_no_se_ve_y_se_deshace()
    {
        almacen.Sellar((Publico, [.. Publico.Serie(3)]));
        var antes = Fotografia.De(almacen.Datos);

        almacen.Abandonar(Publico, [.. Publico.Serie(3, "OTRO SERVICIO").Skip(1)]);
        Assert.That(almacen.Filas("renglones"), Is.EqualTo(5), "Quedó algo por deshacer.");
        Assert.That(Fotografia.De(almacen.Datos), Is.EqualTo(antes));

        Assert.That(almacen.Sellar((Publico, [.. Publico.Serie(3)])).Single().Cambios, Is.Zero);
        Assert.That((almacen.Filas("renglones"), almacen.Filas("en_curso")), Is.EqualTo((3L, 0L)));
    }

    [Test]
    public void Un_renglon_de_otro_listado_no_se_escribe() =>
        Assert.That(() => almacen.Sellar((Publico, [Inconsistente.Renglon(1)])), Throws.ArgumentException);
}
