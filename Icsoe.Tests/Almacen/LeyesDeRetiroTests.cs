using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Almacen;

/// <summary>The law of what is taken out, over random histories: every publication reads as if it had never been there.</summary>
[TestFixture, Parallelizable]
internal sealed class LeyesDeRetiroTests
{
    private const int Publicaciones = 5;

    private static readonly string[] Folios = ["A1", "A2", "a1", "N1", "N2", "C1"];

    [Test]
    public void Lo_retirado_es_como_si_nunca_hubiera_estado([Range(1, 6)] int semilla)
    {
        var historia = Historia(semilla);
        using var almacen = Sellar(historia, _ => false);
        var quitados = 0;
        foreach (var (lugar, folio) in Folios.Index().Where(par => par.Index % 3 == semilla % 3))
        {
            var antes = Enumerable.Range(1, Publicaciones).Sum(secuencia => almacen.Renglones(secuencia).Count);
            almacen.Retirar(folio);
            quitados += antes - Enumerable.Range(1, Publicaciones).Sum(secuencia => almacen.Renglones(secuencia).Count);

            var retirados = Folios.Where((_, otro) => otro <= lugar && otro % 3 == semilla % 3).ToList();
            using var limpio = Sellar(historia, folio => retirados.Contains(folio!));
            Comparar(almacen, limpio, folio);
        }
        Assert.That(quitados, Is.GreaterThan(10), "Las historias al azar deben tener de esos folios.");
    }

    [Test]
    public void Quitar_cada_antes_y_agregar_cada_despues_sigue_dando_la_otra_publicacion([Range(1, 3)] int semilla)
    {
        using var almacen = Sellar(Historia(semilla), _ => true);
        almacen.Retirar("A1");
        almacen.Retirar("N2");
        foreach (var contra in Enumerable.Range(1, Publicaciones + 2))
        {
            foreach (var secuencia in Enumerable.Range(1, Publicaciones + 2))
            {
                var contratos = Contratos(almacen, contra);
                foreach (var cambio in Cambios(almacen, contra, secuencia).OfType<CambioDeContrato>())
                {
                    if (cambio.Antes is { } antes)
                        Assert.That(contratos.Remove(Texto(antes)));
                    if (cambio.Despues is { } despues)
                        contratos.Add(Texto(despues));
                }
                Assert.That(contratos.Order(), Is.EqualTo(Contratos(almacen, secuencia).Order()), $"{contra} → {secuencia}");
            }
        }
        Assert.That(Cambios(almacen, Publicaciones, Publicaciones + 2), Is.Empty, "Retirar no es un cambio de la fuente.");
        Assert.That(almacen.Publico.HistoriaDeFolio(Entidad.Contrato, "A1", Publicaciones + 2), Is.Empty);
        Assert.That(almacen.Publico.UltimaConContrato("A1"), Is.Null);
        Assert.That(almacen.Publico.UltimaConInformativa("N2"), Is.Null);
    }

    [Test]
    public void Lo_que_se_sella_despues_no_ocupa_las_claves_retiradas([Range(1, 3)] int semilla)
    {
        var historia = Historia(semilla);
        using var almacen = Sellar(historia, _ => false);
        var retirados = almacen
            .Renglones(Publicaciones)
            .Where(renglon => renglon.FolioInformativa == "N1" || renglon.Contrato?.Folio == "N1")
            .Select(renglon => renglon.Clave)
            .ToList();
        almacen.Retirar("N1");

        almacen.Sellar(historia[0].Select(par => (par.Key, Sin(par.Value, folio => folio == "N1"))));

        Assert.That(almacen.Renglones(Publicaciones + 2).Select(renglon => renglon.Clave), Has.None.AnyOf(retirados));
        using var limpio = Sellar([.. historia, historia[^1], historia[0]], folio => folio == "N1");
        Comparar(almacen, limpio, "N1");
    }

    /// <summary>An informativa whose only contract is replaced by another: to take one out is to say when the other one came, or left.</summary>
    [TestCase("A1", 0, 2, 2)]
    [TestCase("A2", 2, 0, 1)]
    [TestCase("A3", 2, 2, 1)]
    public void Una_informativa_que_cambio_un_contrato_por_otro_se_recuenta_en_cada_publicacion(
        string folio,
        int primera,
        int segunda,
        int tercera
    )
    {
        var listado = Renglones.Publico;
        var uno = listado.Renglon(1);
        using var almacen = new AlmacenDePrueba();
        almacen.Sellar([(listado, [Con(uno, "A1"), Con(uno, "A1")]), (listado with { Lista = Lista.Inconsistente }, [])]);
        almacen.Sellar([(listado, [Con(uno, "A2"), Con(uno, "A2")])]);
        almacen.Sellar([(listado, [Con(uno, "A2"), Con(uno, "A3")])]);

        almacen.Retirar(folio);

        Assert.That(
            Enumerable.Range(1, 3).Select(secuencia => almacen.Informativas(secuencia).SingleOrDefault()?.Contratos ?? 0),
            Is.EqualTo([primera, segunda, tercera])
        );

        static RenglonPublico Con(RenglonPublico renglon, string folio) =>
            renglon with
            {
                Contrato = renglon.Contrato! with { Folio = folio },
            };
    }

    private static List<Dictionary<Listado, IReadOnlyList<RenglonPublico>>> Historia(int semilla)
    {
        var azar = new Azar(semilla);
        var historia = new List<Dictionary<Listado, IReadOnlyList<RenglonPublico>>>();
        while (historia.Count < Publicaciones)
        {
            var estado = historia is [.., var previo] ? new(previo) : new Dictionary<Listado, IReadOnlyList<RenglonPublico>>();
            foreach (var listado in Azar.Listados.Where(_ => historia.Count == 0 || azar.Suerte(0.7)))
                estado[listado] = azar.Contenido(listado, estado.GetValueOrDefault(listado, []));
            historia.Add(estado);
        }
        return historia;
    }

    private static AlmacenDePrueba Sellar(
        IEnumerable<Dictionary<Listado, IReadOnlyList<RenglonPublico>>> historia,
        Func<string?, bool> retirado
    )
    {
        var almacen = new AlmacenDePrueba();
        foreach (var estado in historia)
            almacen.Sellar(estado.Select(par => (par.Key, Sin(par.Value, retirado))));
        return almacen;
    }

    private static IReadOnlyList<RenglonPublico> Sin(IReadOnlyList<RenglonPublico> renglones, Func<string?, bool> retirado) =>
        [
            .. renglones
                .Where(renglon => !retirado(renglon.FolioInformativa) && !retirado(renglon.Contrato?.Folio))
                .Select(renglon =>
                    renglon with
                    {
                        Inconsistencias = Olvido.EnInconsistencias(renglon.Inconsistencias, retirado.Invoke),
                        Observaciones = Olvido.EnObservaciones(renglon.Observaciones, retirado.Invoke),
                    }
                ),
        ];

    private static void Comparar(AlmacenDePrueba almacen, AlmacenDePrueba limpio, string folio)
    {
        foreach (var secuencia in Enumerable.Range(1, limpio.Publico.Vigente()!.Secuencia))
        {
            var aqui = $"{folio} en {secuencia}";
            Assert.That(
                almacen.Renglones(secuencia).Select(Texto).Order(),
                Is.EqualTo(limpio.Renglones(secuencia).Select(Texto).Order()),
                aqui
            );
            Assert.That(
                almacen.Informativas(secuencia).Select(Texto).Order(),
                Is.EqualTo(limpio.Informativas(secuencia).Select(Texto).Order()),
                aqui
            );
            Assert.That(
                almacen.Publico.Listados(secuencia).Select(Conteos),
                Is.EqualTo(limpio.Publico.Listados(secuencia).Select(Conteos)),
                aqui
            );
            var consulta = AlmacenDePrueba.Todo(secuencia);
            Assert.That(Cifras(almacen, consulta), Is.EqualTo(Cifras(limpio, consulta)), aqui);
            Assert.That(Nombres(almacen, secuencia), Is.EqualTo(Nombres(limpio, secuencia)), aqui);
        }
    }

    private static (int, int, int, int) Conteos(EstadoListado estado) =>
        (estado.Renglones, estado.Contratos, estado.Informativas, estado.InformativasSinContratos);

    private static string Cifras(AlmacenDePrueba almacen, Consulta consulta) =>
        Fotografia.Texto(almacen.Publico.Estadisticas(consulta).Listados);

    private static List<string> Nombres(AlmacenDePrueba almacen, int secuencia) =>
        [.. almacen.Publico.Renglones(AlmacenDePrueba.Todo(secuencia) with { Q = ["ejemplo"] }).Filas.Select(Texto).Order()];

    private static IReadOnlyList<Cambio> Cambios(AlmacenDePrueba almacen, int contra, int secuencia) =>
        almacen
            .Publico.Cambios(
                new()
                {
                    Secuencia = secuencia,
                    Contra = contra,
                    Limite = int.MaxValue,
                }
            )
            .Cambios;

    private static List<string> Contratos(AlmacenDePrueba almacen, int secuencia) =>
        [.. almacen.Renglones(secuencia).Where(renglon => renglon.Contrato is not null).Select(Texto)];

    // Where it lies, and which of its equals it is, say nothing of what is read.
    private static string Texto(RenglonPublico renglon) => Fotografia.Texto(renglon with { Clave = 0, Ordinal = 0 });

    private static string Texto(InformativaPublica informativa) => Fotografia.Texto(informativa with { Clave = 0, Ordinal = 0 });
}
