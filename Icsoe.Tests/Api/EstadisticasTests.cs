using Icsoe.Api.Cifras;
using Icsoe.Domain.Almacen.Busqueda;
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
        var respuesta = EstadisticasResponse.From(almacen.Estadisticas(new Consulta { Secuencia = secuencia, Limite = 1 }), "2026-06");
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
            Assert.That(puntualidad.Tardias, Is.Positive);
            Assert.That(respuesta.Evolucion.Sum(periodo => periodo.Puntualidad.Tardias), Is.EqualTo(puntualidad.Tardias));
            Assert.That(respuesta.Evolucion.Sum(periodo => periodo.Puntualidad.ATiempo), Is.EqualTo(puntualidad.ATiempo));
            Assert.That(respuesta.Evolucion.Sum(periodo => periodo.Puntualidad.NoSeSabe), Is.EqualTo(puntualidad.NoSeSabe));
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
    public void Las_cifras_selladas_son_la_suma_de_los_renglones_en_cada_publicacion()
    {
        using var almacen = new AlmacenPublico(Muestra.Datos);
        for (var secuencia = 1; secuencia <= almacen.Vigente()!.Secuencia; secuencia++)
        {
            var selladas = almacen.Estadisticas(new Consulta { Secuencia = secuencia, Limite = 1 }).Listados;
            Assert.That(selladas, Has.Count.EqualTo(almacen.Listados(secuencia).Count));
            foreach (var (listado, cifras) in selladas)
                Assert.That(cifras, Is.EqualTo(Contar(almacen, listado, secuencia)), $"{listado} en {secuencia}");
        }
    }

    [Test]
    public void De_listados_enteros_se_cuenta_lo_mismo_por_lo_sellado_y_por_los_renglones(
        [Values] Entidad entidad,
        [Values(1, 2, 3)] int secuencia,
        [Values] bool soloPublico
    )
    {
        using var almacen = new AlmacenPublico(Muestra.Datos);
        var entera = new Consulta
        {
            Secuencia = secuencia,
            Limite = 1,
            Listas = soloPublico ? [Lista.Publico] : [],
        };
        // A filter that asks nothing, but is not the one that says so.
        var recorrida = entera with
        {
            TiposInformativa = new List<TipoInformativa>(),
        };
        var sellado = almacen.Contar(entera, entidad, conFacetas: true);
        var contado = almacen.Contar(recorrida, entidad, conFacetas: true);
        Assert.Multiple(() =>
        {
            Assert.That(sellado.Total, Is.EqualTo(contado.Total));
            Assert.That(sellado.Facetas!.Lista, Is.EqualTo(contado.Facetas!.Lista));
            Assert.That(sellado.Facetas.Periodo, Is.EqualTo(contado.Facetas.Periodo));
            Assert.That(sellado.Facetas.TipoPersonaContratista, Is.EqualTo(contado.Facetas.TipoPersonaContratista));
            Assert.That(sellado.Facetas.TipoPersonaContratante, Is.EqualTo(contado.Facetas.TipoPersonaContratante));
            Assert.That(sellado.Facetas.TipoInformativa, Is.EqualTo(contado.Facetas.TipoInformativa));
            Assert.That(sellado.Facetas.Inconsistencia, Is.EqualTo(contado.Facetas.Inconsistencia));
        });
    }

    [Test]
    public void Los_mayores_son_los_que_mas_contratos_tienen()
    {
        using var almacen = new AlmacenPublico(Muestra.Datos);
        var consulta = new Consulta { Secuencia = almacen.Vigente()!.Secuencia, Limite = int.MaxValue };
        var estadisticas = almacen.Estadisticas(consulta);
        var contratos = almacen.Contratos(consulta).Filas;
        var esperados = contratos
            .GroupBy(renglon => renglon.Contrato!.Contratante.Clave)
            .Select(grupo =>
                (Clave: grupo.Key, Contratos: grupo.LongCount(), Personas: grupo.Sum(r => (long)(r.Contrato!.PersonasTrabajadoras ?? 0)))
            )
            .OrderByDescending(mayor => mayor.Contratos)
            .ThenBy(mayor => mayor.Clave, StringComparer.Ordinal)
            .Take(Estadisticas.Mayores);
        Assert.That(
            estadisticas.Contratantes.Select(mayor => (mayor.Clave, mayor.Contratos, mayor.PersonasPorContratoSuma)),
            Is.EqualTo(esperados)
        );
        Assert.That(estadisticas.Contratistas.Select(mayor => mayor.Contratos), Is.Ordered.Descending);
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

    private static IReadOnlyList<Cifra> Contar(AlmacenPublico almacen, Listado listado, int secuencia)
    {
        var contaduria = new ContaduriaPorFilas();
        foreach (var informativa in almacen.Informativas(Todo(listado, secuencia)).Filas)
            contaduria.Agregar(informativa);
        foreach (var renglon in almacen.Renglones(Todo(listado, secuencia)).Filas)
            contaduria.Agregar(renglon);
        return contaduria.Cifras();
    }

    private static IReadOnlyList<Domain.Publicaciones.InformativaPublica> Informativas(AlmacenPublico almacen, Listado listado) =>
        almacen.Informativas(Todo(listado, almacen.Vigente()!.Secuencia)).Filas;

    private static Consulta Todo(Listado listado, int secuencia) =>
        new()
        {
            Secuencia = secuencia,
            Limite = 1_000_000,
            Listas = [listado.Lista],
            Periodos = [listado.Periodo],
        };

    private static string EnPascal(string codigo) =>
        string.Concat(codigo.Split('_').Select(parte => parte[0] + parte[1..].ToLowerInvariant()));
}
