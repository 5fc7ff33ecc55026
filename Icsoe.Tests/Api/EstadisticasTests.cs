using Icsoe.Api.Cifras;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Tests.Api;

public sealed class EstadisticasTests
{
    [TestCase(null, null)]
    [TestCase(0, Tamano.Cero)]
    [TestCase(1, Tamano.De1A10)]
    [TestCase(10, Tamano.De1A10)]
    [TestCase(11, Tamano.De11A50)]
    [TestCase(50, Tamano.De11A50)]
    [TestCase(51, Tamano.De51A250)]
    [TestCase(250, Tamano.De51A250)]
    [TestCase(251, Tamano.De251OMas)]
    [TestCase(int.MaxValue, Tamano.De251OMas)]
    public void El_tamano_de_un_contrato_lo_dan_sus_personas(int? personas, Tamano? tamano) =>
        Assert.That(Contaduria.TamanoDe(personas), Is.EqualTo(tamano));

    [Test]
    public void Las_cifras_de_la_muestra_cuadran_con_sus_renglones()
    {
        using var almacen = new AlmacenPublico(Muestra.Datos);
        var secuencia = almacen.Vigente()!.Secuencia;
        var estados = almacen.Listados(secuencia);
        var respuesta = EstadisticasResponse.From(new([.. estados.Select(estado => Contar(almacen, estado.Listado))], [], []), "2026-06");
        var contratos = (long)estados.Sum(estado => estado.Contratos);
        var informativas = (long)estados.Sum(estado => estado.Informativas);
        Assert.Multiple(() =>
        {
            Assert.That(respuesta.Total.Contratos, Is.EqualTo(contratos).And.Positive);
            Assert.That(respuesta.Total.Informativas, Is.EqualTo(informativas).And.Positive);
            Assert.That(respuesta.Total.InformativasSinContratos, Is.EqualTo(estados.Sum(estado => estado.InformativasSinContratos)));
            foreach (
                var reparto in (IReadOnlyList<CuentaPorValorResponse>[])
                    [respuesta.Lista, respuesta.Periodo, respuesta.TipoPersonaContratista, respuesta.TipoInformativa]
            )
            {
                Assert.That(reparto.Sum(cuenta => cuenta.Contratos), Is.EqualTo(contratos));
                Assert.That(reparto.Sum(cuenta => cuenta.Informativas), Is.EqualTo(informativas));
                Assert.That(
                    reparto.Sum(cuenta => cuenta.PersonasPorContratoSuma),
                    Is.EqualTo(respuesta.Total.PersonasPorContratoSuma).And.Positive
                );
            }
            foreach (var reparto in (IReadOnlyList<CuentaPorValorResponse>[])[respuesta.TipoPersonaContratante, respuesta.Tamano])
            {
                Assert.That(reparto.Sum(cuenta => cuenta.Contratos), Is.EqualTo(contratos));
                Assert.That(reparto.Select(cuenta => cuenta.Informativas), Is.All.Null);
            }
            Assert.That(
                respuesta.Tamano.Select(cuenta => cuenta.Valor),
                Is.EqualTo(new[] { "0", "1-10", "11-50", "51-250", "251+", "sin_dato" })
            );
            var puntualidad = respuesta.Puntualidad;
            Assert.That(puntualidad.Tardias + puntualidad.ATiempo + puntualidad.NoSeSabe, Is.EqualTo(informativas));
            Assert.That(puntualidad.Proporcion, Is.InRange(0, 1));
            Assert.That(respuesta.Evolucion.Sum(periodo => periodo.Contratos), Is.EqualTo(contratos));
            Assert.That(
                respuesta.Evolucion.SelectMany(periodo => periodo.Lista).Sum(lista => lista.Informativas),
                Is.EqualTo(informativas)
            );
            Assert.That(respuesta.Evolucion.Select(periodo => periodo.Periodo), Is.Ordered.And.Unique);
            Assert.That(respuesta.Nota, Does.Contain("varias veces"));
        });
        foreach (var inconsistencia in respuesta.Inconsistencia)
        {
            var cuantas = estados
                .SelectMany(estado => Informativas(almacen, estado.Listado))
                .Count(fila => fila.Inconsistencias.Any(hallazgo => hallazgo.Codigo.ToString() == EnPascal(inconsistencia.Valor)));
            Assert.That(inconsistencia.Informativas, Is.EqualTo(cuantas), inconsistencia.Valor);
        }
    }

    [Test]
    public void Las_cifras_de_dos_listados_son_su_suma()
    {
        using var almacen = new AlmacenPublico(Muestra.Datos);
        var listados = almacen.Listados(almacen.Vigente()!.Secuencia).Select(estado => estado.Listado).ToList();
        var juntos = new Contaduria();
        foreach (var listado in listados)
            Agregar(juntos, almacen, listado);
        var sumadas = listados
            .SelectMany(listado => Contar(almacen, listado).Cifras)
            .GroupBy(cifra => (cifra.Dimension, cifra.Valor))
            .Select(grupo => new Cifra(
                grupo.Key.Dimension,
                grupo.Key.Valor,
                grupo.Aggregate(default(Cuenta), (cuenta, cifra) => cuenta + cifra.Cuenta)
            ));
        Assert.That(juntos.Cifras(), Is.EquivalentTo(sumadas));
    }

    [TestCase(0, 0, null)]
    [TestCase(1, 3, 0.25)]
    [TestCase(1, 2, 0.333333)]
    public void La_proporcion_es_de_las_que_se_saben(long tardias, long aTiempo, double? proporcion) =>
        Assert.That(PuntualidadResponse.From(tardias, aTiempo, 99).Proporcion, Is.EqualTo(proporcion));

    [Test]
    public void Sin_listados_todo_es_cero_y_las_clases_siguen_ahi()
    {
        var respuesta = EstadisticasResponse.From(new([], [], []), null);
        Assert.Multiple(() =>
        {
            Assert.That(respuesta.Total.Contratos, Is.Zero);
            Assert.That(respuesta.Periodo, Is.Empty);
            Assert.That(respuesta.TipoInformativa, Has.Count.EqualTo(4));
            Assert.That(respuesta.Inconsistencia, Has.Count.EqualTo(8));
            Assert.That(respuesta.Puntualidad.Proporcion, Is.Null);
        });
    }

    private static CifrasDeListado Contar(AlmacenPublico almacen, Listado listado)
    {
        var contaduria = new Contaduria();
        Agregar(contaduria, almacen, listado);
        return new(listado, contaduria.Cifras());
    }

    private static void Agregar(Contaduria contaduria, AlmacenPublico almacen, Listado listado)
    {
        foreach (var informativa in Informativas(almacen, listado))
            contaduria.Agregar(informativa);
        foreach (var renglon in almacen.Renglones(Todo(almacen, listado)).Filas)
            contaduria.Agregar(renglon);
    }

    private static IReadOnlyList<Domain.Publicaciones.InformativaPublica> Informativas(AlmacenPublico almacen, Listado listado) =>
        almacen.Informativas(Todo(almacen, listado)).Filas;

    private static Consulta Todo(AlmacenPublico almacen, Listado listado) =>
        new()
        {
            Secuencia = almacen.Vigente()!.Secuencia,
            Limite = 1_000_000,
            Listas = [listado.Lista],
            Periodos = [listado.Periodo],
        };

    private static string EnPascal(string codigo) =>
        string.Concat(codigo.Split('_').Select(parte => parte[0] + parte[1..].ToLowerInvariant()));
}
