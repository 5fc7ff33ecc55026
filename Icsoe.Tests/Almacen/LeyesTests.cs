using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Almacen;

/// <summary>Laws of the store, over random histories of several publications.</summary>
[TestFixture, Parallelizable]
internal sealed class LeyesTests
{
    private const int Publicaciones = 6;
    private const int ConsultasPorPublicacion = 40;

    /// <summary>Each publication says exactly what was written for it, and goes on saying it after each of those that follow.</summary>
    [Test]
    public void Cada_publicacion_se_lee_siempre_como_se_sello([Range(1, 8)] int semilla)
    {
        using var almacen = new AlmacenDePrueba();
        var azar = new Azar(semilla);
        var estado = new Dictionary<Listado, IReadOnlyList<RenglonPublico>>();
        var leidas = new List<List<string>>();
        for (var secuencia = 1; secuencia <= Publicaciones; secuencia++)
        {
            Continuar(almacen, azar, estado);

            foreach (var (listado, renglones) in estado)
            {
                var suyos = almacen.Renglones(secuencia).Where(renglon => renglon.Listado == listado);
                Assert.That(suyos.Select(Contenido), Is.EquivalentTo(ConOrdinal(renglones).Select(Contenido)), $"{listado} en {secuencia}");
            }
            Assert.That(almacen.Renglones(secuencia).Select(renglon => renglon.Clave), Is.Ordered.Ascending.And.Unique);
            Assert.That(almacen.Informativas(secuencia).Select(informativa => informativa.Clave), Is.Ordered.Ascending.And.Unique);
            leidas.Add(Leer(almacen, secuencia));
            for (var anterior = 1; anterior < secuencia; anterior++)
                Assert.That(Leer(almacen, anterior), Is.EqualTo(leidas[anterior - 1]), $"la {anterior} después de la {secuencia}");
        }
    }

    /// <summary>Any query, at any publication, page by page, answers what a scan of all its rows does.</summary>
    [Test]
    public void Una_consulta_responde_lo_que_un_recorrido_de_todo([Range(11, 16)] int semilla)
    {
        using var almacen = Historia(semilla, out var azar);
        var todos = Enumerable.Range(1, Publicaciones).Select(almacen.Renglones).ToList();
        var todas = Enumerable.Range(1, Publicaciones).Select(almacen.Informativas).ToList();
        var halladas = 0;
        for (var vuelta = 0; vuelta < Publicaciones * ConsultasPorPublicacion; vuelta++)
        {
            var consulta = azar.Consulta(1 + (vuelta % Publicaciones));
            var renglones = todos[consulta.Secuencia - 1].Where(renglon => Vale(consulta, renglon)).ToList();
            var informativas = todas[consulta.Secuencia - 1]
                .Where(informativa => Vale(consulta, informativa, todos[consulta.Secuencia - 1]))
                .ToList();
            halladas += renglones.Count;

            var pregunta = Fotografia.Texto(consulta);
            Assert.That(Paginas(consulta, almacen.Publico.Renglones), Is.EqualTo(renglones.Select(Fotografia.Texto)), pregunta);
            Assert.That(
                Paginas(consulta, almacen.Publico.Contratos),
                Is.EqualTo(renglones.Where(renglon => renglon.Contrato is not null).Select(Fotografia.Texto)),
                pregunta
            );
            Assert.That(
                Paginas(consulta, almacen.Publico.Informativas),
                Is.EqualTo(informativas.Select(Fotografia.Texto).ToList()),
                pregunta
            );
        }
        Assert.That(halladas, Is.GreaterThan(Publicaciones * ConsultasPorPublicacion), "Las consultas al azar deben hallar algo.");
    }

    [Test]
    public void La_ultima_publicacion_de_un_folio_es_la_ultima_que_lo_tuvo([Range(21, 24)] int semilla)
    {
        using var almacen = Historia(semilla, out _);
        var secuencias = Enumerable.Range(1, Publicaciones).ToList();
        var renglones = secuencias.ToDictionary(secuencia => secuencia, almacen.Renglones);
        foreach (var folio in new[] { "N1", "N2", "N3", "C1", "SI1", "N10", "n1", "A1", "A2", "A3", "A10", "a1", "NADIE" })
        {
            int? Ultima(Func<RenglonPublico, bool> condicion) =>
                secuencias.Where(s => renglones[s].Any(condicion)).Select(s => (int?)s).LastOrDefault();

            Assert.That(
                almacen.Publico.UltimaConContrato(folio)?.Secuencia,
                Is.EqualTo(Ultima(renglon => renglon.Contrato?.Folio == folio)),
                folio
            );
            Assert.That(
                almacen.Publico.UltimaConInformativa(folio)?.Secuencia,
                Is.EqualTo(Ultima(renglon => renglon.FolioInformativa == folio)),
                folio
            );
        }
    }

    private static AlmacenDePrueba Historia(int semilla, out Azar azar)
    {
        var almacen = new AlmacenDePrueba();
        azar = new Azar(semilla);
        var estado = new Dictionary<Listado, IReadOnlyList<RenglonPublico>>();
        for (var secuencia = 1; secuencia <= Publicaciones; secuencia++)
            Continuar(almacen, azar, estado);
        return almacen;
    }

    /// <summary>One more publication, which touches some listados; now and then a run dies before it.</summary>
    private static void Continuar(AlmacenDePrueba almacen, Azar azar, Dictionary<Listado, IReadOnlyList<RenglonPublico>> estado)
    {
        var tocados = Azar.Listados.Where(_ => azar.Suerte(0.7)).ToList();
        if (azar.Suerte(0.3))
            almacen.Abandonar(Azar.Listados[0], azar.Contenido(Azar.Listados[0], estado.GetValueOrDefault(Azar.Listados[0], [])));
        foreach (var listado in tocados)
            estado[listado] = azar.Contenido(listado, estado.GetValueOrDefault(listado, []));
        almacen.Sellar(tocados.Select(listado => (listado, estado[listado])));
        Assert.That(almacen.Publico.Vigente(), Is.Not.Null);
    }

    /// <summary>Every page, each asked for from the mark of the one before; none longer than its limit.</summary>
    private static IEnumerable<string> Paginas<T>(Consulta consulta, Func<Consulta, CancellationToken, Pagina<T>> preguntar)
    {
        while (true)
        {
            var pagina = preguntar(consulta, default);
            Assert.That(pagina.Filas, Has.Count.AtMost(consulta.Limite));
            foreach (var fila in pagina.Filas)
                yield return Fotografia.Texto(fila);
            if (pagina.Siguiente is null)
                yield break;
            Assert.That(pagina.Filas, Has.Count.EqualTo(consulta.Limite));
            consulta = consulta with { DespuesDe = pagina.Siguiente };
        }
    }

    private static bool Vale(Consulta consulta, RenglonPublico renglon) =>
        Vale(consulta, renglon.Listado)
        && Entre(consulta.FoliosContrato, renglon.Contrato?.Folio)
        && Entre(consulta.FoliosInformativa, renglon.FolioInformativa)
        && Entre(consulta.TiposInformativa, renglon.TipoInformativa)
        && Alguno(consulta.Inconsistencias, renglon.Inconsistencias)
        && Alguno(consulta.Observaciones, renglon.Observaciones);

    private static bool Vale(Consulta consulta, InformativaPublica informativa, IReadOnlyList<RenglonPublico> renglones) =>
        Vale(consulta, informativa.Listado)
        && Entre(consulta.FoliosInformativa, informativa.Folio)
        && Entre(consulta.TiposInformativa, informativa.Tipo)
        && Alguno(consulta.Inconsistencias, informativa.Inconsistencias)
        && Alguno(consulta.Observaciones, informativa.Observaciones)
        && (
            consulta.FoliosContrato.Count == 0
            || renglones.Any(renglon =>
                renglon.Listado == informativa.Listado
                && renglon.Contratista == informativa.Contratista
                && Entre(consulta.FoliosContrato, renglon.Contrato?.Folio)
            )
        );

    private static bool Vale(Consulta consulta, Listado listado) =>
        Entre(consulta.Listas, listado.Lista)
        && Entre(consulta.Periodos, listado.Periodo)
        && Entre(consulta.Ejercicios, listado.Periodo.Ejercicio)
        && Entre(consulta.Cuatrimestres, listado.Periodo.Cuatrimestre);

    private static bool Entre<T>(IReadOnlyList<T> pedidos, T valor)
        where T : struct => pedidos.Count == 0 || pedidos.Contains(valor);

    private static bool Entre<T>(IReadOnlyList<T> pedidos, T? valor)
        where T : struct => pedidos.Count == 0 || (valor is { } uno && pedidos.Contains(uno));

    private static bool Entre(IReadOnlyList<string> pedidos, string? valor) =>
        pedidos.Count == 0 || (valor is not null && pedidos.Contains(valor));

    private static bool Alguno(IReadOnlyList<Codigo> pedidos, IReadOnlyList<Hallazgo> hallazgos) =>
        pedidos.Count == 0 || hallazgos.Any(hallazgo => pedidos.Contains(hallazgo.Codigo));

    private static List<string> Leer(AlmacenDePrueba almacen, int secuencia) =>
        [.. almacen.Renglones(secuencia).Select(Fotografia.Texto), .. almacen.Informativas(secuencia).Select(Fotografia.Texto)];

    private static string Contenido(RenglonPublico renglon) => Fotografia.Texto(renglon with { Clave = 0 });

    /// <summary>The ordinal each row must take: its place among those with its folios.</summary>
    private static IEnumerable<RenglonPublico> ConOrdinal(IEnumerable<RenglonPublico> renglones)
    {
        var veces = new Dictionary<(string?, string?, bool), int>();
        foreach (var renglon in renglones)
        {
            var folios = (renglon.FolioInformativa, renglon.Contrato?.Folio, renglon.Contrato is null);
            var ordinal = veces[folios] = veces.TryGetValue(folios, out var vez) ? vez + 1 : 0;
            yield return renglon with
            {
                Ordinal = ordinal,
            };
        }
    }
}
