using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Publicaciones;
using Icsoe.Tests.Comandos;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Almacen;

/// <summary>Only the difference is written, and what was sealed reads for ever as it was.</summary>
[TestFixture, Parallelizable]
internal sealed class CambiosTests
{
    private Escriba escriba = null!;

    [SetUp]
    public void Llegar() => escriba = new Escriba();

    [TearDown]
    public void Irse() => escriba.Dispose();

    [Test]
    public void Reponer_lo_mismo_no_escribe_nada()
    {
        var contenido = new Generador(3).Contenido(Inconsistente);
        var primera = escriba.Sellar(contenido).Single();
        var antes = Tablas.De(escriba.Datos);

        var segunda = escriba.Sellar(contenido).Single();

        Assert.That(segunda, Is.EqualTo(primera with { Cambios = 0, RenglonesCambiados = 0 }));
        Assert.That(Tablas.De(escriba.Datos), Is.EqualTo(antes));
    }

    [Test]
    public void Un_renglon_que_cambia_cierra_uno_y_abre_otro()
    {
        var antes = Publico.Serie(5).ToList();
        escriba.Sellar(antes);

        var totales = escriba.Sellar([antes[0], antes[1], Con(antes[2], "OTRO SERVICIO"), antes[3], antes[4]]).Single();

        Assert.That(totales.Cambios, Is.EqualTo(1));
        using var almacen = escriba.Leer();
        var (vieja, nueva) = (Todos(almacen, 1), Todos(almacen, 2));
        Assert.That(vieja.Select(r => r.Contrato!.Servicio), Has.None.EqualTo("OTRO SERVICIO"));
        Assert.That(
            nueva.Select(r => r.Clave),
            Is.EqualTo([vieja[0].Clave, vieja[1].Clave, vieja[3].Clave, vieja[4].Clave, vieja[4].Clave + 1]),
            "Lo que sigue igual conserva su clave; una clave no se reasigna."
        );
        Assert.That(nueva.Select(r => r.Id()), Is.EquivalentTo(vieja.Select(r => r.Id())), "El id no cambia con el texto.");
        Assert.That(
            Tablas.Filas(escriba.Datos, "SELECT desde, hasta FROM renglones WHERE folio_contrato = $1", antes[2].Contrato!.Folio!),
            Is.EqualTo(["1|2", $"2|{int.MaxValue}"])
        );
    }

    [Test]
    public void Lo_que_se_fue_y_volvio_conserva_su_id_y_su_hueco()
    {
        var serie = Publico.Serie(3).ToList();
        var (folio, informativa) = (serie[1].Contrato!.Folio!, serie[1].FolioInformativa!);
        escriba.Sellar(serie);
        escriba.Sellar([serie[0], serie[2]]);
        using var ausente = escriba.Leer();
        Assert.That(
            (ausente.UltimaConContrato(folio)?.Secuencia, ausente.UltimaConInformativa(informativa)?.Secuencia),
            Is.EqualTo((1, 1))
        );

        escriba.Sellar(serie);

        using var almacen = escriba.Leer();
        IReadOnlyList<RenglonPublico>[] estados = [Todos(almacen, 1), Todos(almacen, 2), Todos(almacen, 3)];
        var primera = estados[0].Single(r => r.Contrato!.Folio == folio);
        var vuelta = estados[2].Single(r => r.Contrato!.Folio == folio);
        Assert.That(estados[1].Select(r => r.Contrato!.Folio), Has.None.EqualTo(folio));
        Assert.That(vuelta.Id(), Is.EqualTo(primera.Id()));
        Assert.That(vuelta.Clave, Is.GreaterThan(estados[0].Max(r => r.Clave)));
        Assert.That(
            (almacen.UltimaConContrato(folio)?.Secuencia, almacen.UltimaConInformativa(informativa)?.Secuencia),
            Is.EqualTo((3, 3))
        );
        Assert.That(almacen.UltimaConContrato("A26P9999999"), Is.Null);
    }

    [Test]
    public void Los_folios_repetidos_se_distinguen_por_su_ordinal()
    {
        var uno = Publico.Renglon(1);
        var iguales = new[] { uno, uno, Con(uno, "OTRO SERVICIO"), uno with { Contrato = null }, uno with { Contrato = null } };
        escriba.Sellar(iguales);
        escriba.Sellar([iguales[0], iguales[2], iguales[3]]);
        escriba.Sellar(iguales);

        using var almacen = escriba.Leer();
        foreach (var (secuencia, contratos, sinContratos) in new[] { (1, 3, 2), (2, 2, 1), (3, 3, 2) })
        {
            var renglones = Todos(almacen, secuencia);
            Assert.That(Ordinales(renglones.Where(r => r.Contrato is not null)), Is.EqualTo(Enumerable.Range(0, contratos)));
            Assert.That(Ordinales(renglones.Where(r => r.Contrato is null)), Is.EqualTo(Enumerable.Range(0, sinContratos)));
            Assert.That(renglones.Select(r => r.Id()), Is.Unique);
            var informativas = almacen.Informativas(new Consulta { Secuencia = secuencia, Limite = 100 }).Filas;
            Assert.That(informativas.Select(i => i.Ordinal), Is.EquivalentTo(Enumerable.Range(0, 1 + sinContratos)));
            Assert.That(informativas.Select(i => i.Id()), Is.Unique);
        }
        Assert.That(Todos(almacen, 3).Select(r => r.Id()), Is.EquivalentTo(Todos(almacen, 1).Select(r => r.Id())));
    }

    [Test]
    public void Un_renglon_de_otro_listado_se_rechaza()
    {
        using var escritor = EscritorPublico.Abrir(escriba.Datos);
        using var escritura = escritor.Escribir(Publico);
        Assert.That(() => escritura.Agregar(Inconsistente.Renglon(1)), Throws.ArgumentException);
    }

    [Test]
    public void Lo_descartado_no_deja_rastro_y_se_puede_seguir_escribiendo()
    {
        escriba.Sellar([.. Publico.Serie(4)]);
        var (antes, foto) = (Tablas.De(escriba.Datos), Fotografia.De(escriba.Datos));
        using var escritor = EscritorPublico.Abrir(escriba.Datos);

        Escriba.Escribir(escritor, Inconsistente, Inconsistente.Serie(2));
        Escriba.Escribir(escritor, Publico, [Con(Publico.Renglon(2), "OTRO"), Publico.Renglon(9)]);
        escritor.Descartar();

        Assert.That(Fotografia.De(escriba.Datos), Is.EqualTo(foto));
        Assert.That(Tablas.De(escriba.Datos), Is.EqualTo(antes));
        var despues = Publico.Serie(9).Concat([Publico.Renglon(10) with { Contratista = Parte("OTRO EJEMPLO") }]).ToList();
        escriba.Sellar(escritor, new Dictionary<Domain.Modelo.Listado, IReadOnlyList<RenglonPublico>> { [Publico] = despues });
        using var almacen = escriba.Leer();
        Assert.That(
            Todos(almacen, 2).Select(r => Fotografia.Texto(r with { Clave = 0 })),
            Is.EqualTo(despues.Select(Fotografia.Texto)),
            "Los nombres que se descartaron se vuelven a guardar."
        );
    }

    [TestCase(3)]
    [TestCase(20_050)]
    public void Lo_que_dejo_una_orden_que_murio_se_deshace_al_abrir(int renglones)
    {
        escriba.Sellar([.. Publico.Serie(4)]);
        var (antes, foto) = (Tablas.De(escriba.Datos), Fotografia.De(escriba.Datos));
        using (var muerto = EscritorPublico.Abrir(escriba.Datos))
            Escriba.Escribir(muerto, Publico, [Con(Publico.Renglon(2), "OTRO"), .. Publico.Serie(renglones, "OTRO MÁS")]);

        Assert.That(Fotografia.De(escriba.Datos), Is.EqualTo(foto), "Nadie ve lo que no se selló.");
        EscritorPublico.Abrir(escriba.Datos).Dispose();

        Assert.That(Fotografia.De(escriba.Datos), Is.EqualTo(foto));
        Assert.That(Tablas.De(escriba.Datos), Is.EqualTo(antes));
    }

    private static IEnumerable<int> Ordinales(IEnumerable<RenglonPublico> renglones) => renglones.Select(r => r.Ordinal).Order();

    private static RenglonPublico Con(RenglonPublico renglon, string servicio) =>
        renglon with
        {
            Contrato = renglon.Contrato! with { Servicio = servicio },
        };

    private static IReadOnlyList<RenglonPublico> Todos(AlmacenPublico almacen, int secuencia) =>
        almacen.Renglones(new Consulta { Secuencia = secuencia, Limite = int.MaxValue }).Filas;
}
