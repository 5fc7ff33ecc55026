using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Almacen.Busqueda;

/// <summary>Laws of search, over random histories: whatever is asked, and however it is looked for, the oracle's answer comes.</summary>
[TestFixture, Parallelizable]
internal sealed class LeyesDeBusquedaTests
{
    private const int Consultas = 450;

    [Test]
    public void Toda_consulta_halla_lo_que_un_recorrido_de_todo_por_cualquier_plan_y_en_paginas_de_cualquier_tamano(
        [Range(1, 6)] int semilla
    )
    {
        using var historia = new Historia(semilla);
        var (hallan, nada) = (0, 0);
        foreach (var (consulta, entidad, esperadas) in historia.Consultas(Consultas))
        {
            if (esperadas.Count > 0)
                hallan++;
            else
                nada++;
            foreach (var plan in Preguntas.Planes)
            {
                historia.Publico.Plan = plan;
                var halladas = historia.Publico.Paginas(consulta, entidad);
                if (!halladas.SequenceEqual(esperadas.Select(fila => fila.Clave)))
                    Assert.That(
                        halladas,
                        Is.EqualTo(esperadas.Select(fila => fila.Clave)),
                        $"{plan}, {entidad}: {Fotografia.Texto(consulta)}"
                    );
            }
        }
        Assert.That(hallan, Is.GreaterThan(Consultas / 2), "Casi todas deben hallar algo.");
        Assert.That(nada, Is.GreaterThan(Consultas / 50), "Algunas no deben hallar nada.");
    }

    [Test]
    public void El_orden_por_cualquier_criterio_sigue_de_una_pagina_a_otra([Range(11, 13)] int semilla)
    {
        using var historia = new Historia(semilla);
        foreach (var entidad in Preguntas.Entidades)
        foreach (var criterio in AzarDeBusqueda.Criterios(entidad))
        foreach (var descendente in new[] { false, true })
        {
            var secuencia = 1 + historia.Azar.Hasta(Historia.Publicaciones);
            var consulta = AlmacenDePrueba.Todo(secuencia) with
            {
                Orden = new(criterio, descendente),
                Limite = 1 + historia.Azar.Hasta(12),
            };
            var esperadas = historia.Oraculo(secuencia).Responder(consulta, entidad).Select(fila => fila.Clave).ToList();
            foreach (var plan in Preguntas.Planes)
            {
                historia.Publico.Plan = plan;
                Assert.That(historia.Publico.Paginas(consulta, entidad), Is.EqualTo(esperadas), $"{plan}, {entidad}, {consulta.Orden}");
            }
        }
    }

    [Test]
    public void Se_cuentan_las_filas_que_se_hallan_y_cada_faceta_usada_de_filtro_halla_las_suyas([Range(21, 23)] int semilla)
    {
        using var historia = new Historia(semilla);
        foreach (var (consulta, entidad, esperadas) in historia.Consultas(Consultas / 3))
        {
            var pregunta = $"{entidad}: {Fotografia.Texto(consulta)}";
            var recuento = historia.Publico.Contar(consulta, entidad, conFacetas: true);
            Assert.That(recuento.Total, Is.EqualTo(new Conteo(esperadas.Count, Exacto: true)), pregunta);
            Assert.That(
                historia.Publico.Contar(consulta, entidad, conFacetas: false),
                Is.EqualTo(recuento with { Facetas = null }),
                pregunta
            );
            var facetas = recuento.Facetas!;
            Cuadrar(facetas.Lista, fila => [fila.Listado.Lista], consulta.Listas, valor => consulta with { Listas = [valor] });
            Cuadrar(facetas.Periodo, fila => [fila.Listado.Periodo], consulta.Periodos, valor => consulta with { Periodos = [valor] });
            Cuadrar(
                facetas.TipoPersonaContratista,
                fila => fila.Contratista.TipoPersona is { } tipo ? [tipo] : [],
                consulta.TiposDeContratista,
                valor => consulta with { TiposDeContratista = [valor] }
            );
            Cuadrar(
                facetas.TipoPersonaContratante,
                fila => fila.Contrato?.Contratante.TipoPersona is { } tipo ? [tipo] : [],
                consulta.TiposDeContratante,
                valor => consulta with { TiposDeContratante = [valor] }
            );
            Cuadrar(
                facetas.TipoInformativa,
                fila => fila.Tipo is { } tipo ? [tipo] : [],
                consulta.TiposInformativa,
                valor => consulta with { TiposInformativa = [valor] }
            );
            Cuadrar(
                facetas.Inconsistencia,
                fila => fila.Inconsistencias.Select(hallazgo => hallazgo.Codigo).Distinct(),
                consulta.Inconsistencias,
                valor => consulta with { Inconsistencias = [valor] }
            );

            void Cuadrar<T>(
                IReadOnlyList<(T Valor, long Filas)> faceta,
                Func<Vista, IEnumerable<T>> valores,
                IReadOnlyList<T> pedidos,
                Func<T, Consulta> con
            )
                where T : struct
            {
                var suyas = esperadas.SelectMany(valores).GroupBy(valor => valor).OrderBy(grupo => grupo.Key);
                Assert.That(faceta, Is.EqualTo(suyas.Select(grupo => (grupo.Key, (long)grupo.Count()))), pregunta);
                foreach (var (valor, filas) in faceta.Where(par => pedidos.Count == 0 || pedidos.Contains(par.Valor)))
                    Assert.That(historia.Publico.Contar(con(valor), entidad, false).Total, Is.EqualTo(new Conteo(filas, true)), pregunta);
            }
        }
    }

    [Test]
    public void Una_pagina_cuenta_lo_mismo_que_quien_solo_cuenta_sea_cual_sea_la_pagina([Range(24, 26)] int semilla)
    {
        using var historia = new Historia(semilla);
        foreach (var (consulta, entidad, esperadas) in historia.Consultas(Consultas / 3))
        {
            var pregunta = $"{entidad}: {Fotografia.Texto(consulta)}";
            var sola = historia.Publico.Contar(consulta, entidad, conFacetas: true);
            foreach (var plan in Preguntas.Planes)
            {
                historia.Publico.Plan = plan;
                var (limite, marca, vistas) = (Math.Max(1, esperadas.Count / 2), (Marca?)null, 0);
                do
                {
                    var pagina = historia.Publico.Claves(
                        consulta with
                        {
                            Contar = QueContar.Facetas,
                            Limite = limite,
                            DespuesDe = marca,
                        },
                        entidad
                    );
                    Assert.That(
                        Fotografia.Texto(pagina.Recuento),
                        Is.EqualTo(Fotografia.Texto(sola)),
                        $"{plan}, tras {vistas}, {pregunta}"
                    );
                    vistas += pagina.Filas.Count;
                    marca = pagina.Siguiente;
                } while (marca is not null);
                Assert.That(vistas, Is.EqualTo(esperadas.Count), pregunta);
            }
            var total = historia.Publico.Claves(consulta with { Contar = QueContar.Total }, entidad).Recuento;
            Assert.That(total, Is.EqualTo(sola with { Facetas = null }), pregunta);
            Assert.That(historia.Publico.Claves(consulta, entidad).Recuento, Is.Null);
        }
    }

    /// <summary>A mark is what somebody sent: it may say anything.</summary>
    [Test]
    public void Una_marca_absurda_da_alguna_pagina([Range(31, 32)] int semilla)
    {
        using var historia = new Historia(semilla);
        var alguna = historia.Oraculo(Historia.Publicaciones).Todas(Entidad.Renglon)[^1].Clave;
        long[] claves = [0, 1, -1, long.MinValue, long.MaxValue, int.MaxValue, alguna, alguna + 1_000_000, alguna + uint.MaxValue, -alguna];
        long[] valores =
        [
            0,
            1,
            -1,
            long.MinValue,
            long.MinValue + 1,
            long.MaxValue,
            long.MaxValue - 1,
            int.MinValue,
            int.MaxValue,
            739_000,
        ];
        foreach (var entidad in Preguntas.Entidades)
        foreach (
            var orden in AzarDeBusqueda.Criterios(entidad).SelectMany(c => new[] { new Orden(c, false), new Orden(c, true) }).Append(null)
        )
        foreach (var plan in new[] { Plan.Barrido, Plan.Orden })
        foreach (var clave in claves)
        foreach (var valor in valores)
        {
            historia.Publico.Plan = plan;
            var marca = new Marca(clave, (int)(valor % 3), valor);
            var consulta = AlmacenDePrueba.Todo(Historia.Publicaciones) with
            {
                Limite = 2,
                Orden = orden,
                DespuesDe = marca,
                Q = valor % 2 == 0 ? ["limpieza"] : [],
            };
            Assert.That(() => historia.Publico.Claves(consulta, entidad).Filas.Count, Is.AtMost(2), $"{plan}, {entidad}, {orden}, {marca}");
        }
    }

    /// <summary>The mark of another question, or of rows that have gone, tells where to go on all the same.</summary>
    [Test]
    public void Una_marca_de_otro_lugar_sigue_desde_ahi([Range(41, 42)] int semilla)
    {
        using var historia = new Historia(semilla);
        foreach (var (consulta, entidad, _) in historia.Consultas(Consultas))
        {
            var marca = historia.Publico.Claves(consulta with { Limite = 3 }, entidad).Siguiente;
            if (marca is null || consulta.Orden is not null)
                continue;
            var otra = AlmacenDePrueba.Todo(1 + historia.Azar.Hasta(Historia.Publicaciones)) with { DespuesDe = marca };
            var esperadas = historia.Oraculo(otra.Secuencia).Todas(entidad).Select(fila => fila.Clave).Where(clave => clave > marca.Clave);
            Assert.That(historia.Publico.Claves(otra, entidad).Filas, Is.EqualTo(esperadas));
        }
    }
}
