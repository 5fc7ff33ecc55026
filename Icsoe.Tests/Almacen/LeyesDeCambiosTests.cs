using FsCheck;
using FsCheck.Fluent;
using Icsoe.Domain.Almacen.Cambios;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Tests.Comandos;
using Icsoe.Tests.Exportacion;
using NUnit.Framework.Internal;

namespace Icsoe.Tests.Almacen;

/// <summary>The law of changes, over random histories: what there was, less what it was, plus what it is, is what there is.</summary>
[TestFixture, Parallelizable]
internal sealed class LeyesDeCambiosTests
{
    private const int Publicaciones = 5;
    private const int Historias = 20;

    [Test]
    public void Quitar_cada_antes_y_agregar_cada_despues_da_la_otra_publicacion_en_cualquier_sentido()
    {
        var vistos = new Dictionary<TipoDeCambio, int>();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Historias), Prop.ForAll(HistoriaAlAzar.Historias, Cumple));
        Assert.That(vistos.Keys, Is.EquivalentTo(Enum.GetValues<TipoDeCambio>()), "Las historias al azar deben tener de todo.");

        void Cumple(byte[][][] historia)
        {
            // What fails on the way to the smallest one is not told.
            using var aparte = new TestExecutionContext.IsolatedContext();
            using var almacen = new AlmacenDePrueba();
            foreach (var contenidos in HistoriaAlAzar.Contenidos(historia))
                almacen.Sellar(contenidos.Select(par => (par.Key, par.Value)));
            foreach (var (contra, secuencia) in Pares(historia.Length))
            {
                var cambios = Todos(almacen, contra, secuencia);
                var contratos = Contratos(almacen, contra).ToList();
                var informativas = Informativas(almacen, contra).ToList();
                foreach (var cambio in cambios)
                {
                    vistos[cambio.Tipo] = vistos.GetValueOrDefault(cambio.Tipo) + 1;
                    if (cambio is CambioDeContrato contrato)
                        Aplicar(contratos, Texto, contrato.Antes, contrato.Despues);
                    else if (cambio is CambioDeInformativa informativa)
                        Aplicar(informativas, Texto, informativa.Antes, informativa.Despues);
                }
                var cuales = $"{contra} → {secuencia}";
                Assert.That(Filas(contratos).Order(), Is.EqualTo(Filas(Contratos(almacen, secuencia)).Order()), cuales);
                Assert.That(Filas(informativas).Order(), Is.EqualTo(Filas(Informativas(almacen, secuencia)).Order()), cuales);
                // Lines of a file: contracts, and informativas that have none.
                var renglones = contratos
                    .Concat(informativas.Where(suya => suya.Contratos == 0).Select(Renglon))
                    .ToLookup(fila => fila.Listado);
                Assert.That(
                    almacen.Publico.Listados(secuencia).Select(estado => (estado.Listado, CsvEsperado.Canonico(renglones[estado.Listado]))),
                    Is.EqualTo(almacen.Publico.Listados(secuencia).Select(estado => (estado.Listado, estado.Canonico))),
                    cuales
                );
            }
        }
    }

    [Test]
    public void Cada_cambio_dice_en_que_y_nunca_en_nada([Range(1, 4)] int semilla)
    {
        using var almacen = Historia(semilla);
        foreach (var (contra, secuencia) in Pares())
        {
            foreach (var cambio in Todos(almacen, contra, secuencia))
            {
                var (antes, despues) = Listados(cambio);
                Assert.That(
                    cambio.Tipo,
                    Is.EqualTo(
                        antes is null ? TipoDeCambio.Aparece
                        : despues is null ? TipoDeCambio.Desaparece
                        : antes.Value.Lista == despues.Value.Lista ? TipoDeCambio.Cambia
                        : TipoDeCambio.CambiaDeLista
                    )
                );
                Assert.That(cambio.Campos.Count > 0, Is.EqualTo(antes is not null && despues is not null));
                Assert.That(cambio.Campos.Contains("lista"), Is.EqualTo(cambio.Tipo == TipoDeCambio.CambiaDeLista));
                if (antes is { } uno && despues is { } otro)
                    Assert.That(uno.Periodo, Is.EqualTo(otro.Periodo));
                if (cambio is CambioDeContrato { Antes.Contrato.Folio: { } folio, Despues: { } contrato })
                    Assert.That(contrato.Contrato!.Folio, Is.EqualTo(folio));
            }
        }
    }

    [Test]
    public void Las_parejas_son_tantas_como_se_puede_por_periodo_y_folio([Range(1, 4)] int semilla)
    {
        using var almacen = Historia(semilla);
        foreach (var (contra, secuencia) in Pares())
        {
            var solos = Todos(almacen, contra, secuencia)
                .OfType<CambioDeContrato>()
                .Where(cambio => (cambio.Despues ?? cambio.Antes)!.Contrato!.Folio is not null)
                .GroupBy(cambio => (cambio.Listado.Periodo, (cambio.Despues ?? cambio.Antes)!.Contrato!.Folio));
            foreach (var grupo in solos)
                Assert.That(
                    grupo.Any(cambio => cambio.Antes is null) && grupo.Any(cambio => cambio.Despues is null),
                    Is.False,
                    $"{grupo.Key}: uno aparece y otro desaparece"
                );
        }
    }

    [Test]
    public void Por_paginas_de_cualquier_tamano_salen_los_mismos([Values(1, 2, 3, 7)] int limite)
    {
        using var almacen = Historia(5);
        foreach (var (contra, secuencia) in Pares())
        {
            var todos = Todos(almacen, contra, secuencia).Select(Texto).ToList();
            var paginas = new List<string>();
            MarcaDeCambio? marca = null;
            do
            {
                var pagina = almacen.Publico.Cambios(
                    new()
                    {
                        Secuencia = secuencia,
                        Contra = contra,
                        Limite = limite,
                        DespuesDe = marca,
                    }
                );
                Assert.That(pagina.Cambios, Has.Count.LessThanOrEqualTo(limite));
                Assert.That(pagina.Siguiente is null || pagina.Cambios.Count == limite);
                paginas.AddRange(pagina.Cambios.Select(Texto));
                marca = pagina.Siguiente;
            } while (marca is not null);
            Assert.That(paginas, Is.EqualTo(todos));
        }
    }

    [Test]
    public void Los_filtros_dejan_lo_que_dejaria_un_recorrido([Range(1, 4)] int semilla, [Values(0, 3, 4_000)] int pocos)
    {
        using var almacen = Historia(semilla);
        // With few allowed, whatever the filter leaves everything is paired; with many, only what it may leave.
        almacen.Publico.PocosCambios = pocos;
        var claves = Contratos(almacen, 1).Select(fila => fila.Contratista.Clave).OfType<string>().Distinct().Take(3).ToList();
        var clientes = Contratos(almacen, 1).Select(fila => fila.Contrato!.Contratante.Clave).OfType<string>().Distinct().Take(2).ToList();
        foreach (var (contra, secuencia) in Pares())
        {
            var todos = Todos(almacen, contra, secuencia);
            var consulta = new ConsultaDeCambios
            {
                Secuencia = secuencia,
                Contra = contra,
                Limite = int.MaxValue,
            };
            Comparar(consulta with { Entidades = [Entidad.Informativa] }, cambio => cambio is CambioDeInformativa);
            Comparar(
                consulta with
                {
                    Tipos = [TipoDeCambio.CambiaDeLista, TipoDeCambio.Aparece],
                },
                cambio => cambio.Tipo is TipoDeCambio.CambiaDeLista or TipoDeCambio.Aparece
            );
            foreach (var tipo in Enum.GetValues<TipoDeCambio>())
                Comparar(consulta with { Tipos = [tipo] }, cambio => cambio.Tipo == tipo);
            Comparar(consulta with { Periodos = [Periodo.De(2025, 1)] }, cambio => cambio.Listado.Periodo == Periodo.De(2025, 1));
            Comparar(
                consulta with
                {
                    Listas = [Lista.Inconsistente],
                },
                cambio =>
                    Listados(cambio) is var (antes, despues)
                    && (antes?.Lista == Lista.Inconsistente || despues?.Lista == Lista.Inconsistente)
            );
            Comparar(consulta with { ClavesDeContratista = claves }, DeSuyos);
            Comparar(
                consulta with
                {
                    ClavesDeContratista = claves,
                    Listas = [Lista.Inconsistente],
                    Tipos = [TipoDeCambio.CambiaDeLista],
                },
                cambio => cambio.Tipo == TipoDeCambio.CambiaDeLista && DeSuyos(cambio)
            );
            Comparar(
                consulta with
                {
                    ClavesDeContratante = clientes,
                },
                cambio =>
                    cambio is CambioDeContrato c
                    && (
                        clientes.Contains(c.Antes?.Contrato!.Contratante.Clave!)
                        || clientes.Contains(c.Despues?.Contrato!.Contratante.Clave!)
                    )
            );

            bool DeSuyos(Cambio cambio) =>
                cambio switch
                {
                    CambioDeContrato c => claves.Contains(c.Antes?.Contratista.Clave!) || claves.Contains(c.Despues?.Contratista.Clave!),
                    CambioDeInformativa i => claves.Contains(i.Antes?.Contratista.Clave!) || claves.Contains(i.Despues?.Contratista.Clave!),
                    _ => false,
                };

            void Comparar(ConsultaDeCambios suya, Func<Cambio, bool> vale) =>
                Assert.That(
                    almacen.Publico.Cambios(suya).Cambios.Select(Texto),
                    Is.EqualTo(todos.Where(vale).Select(Texto)),
                    $"{contra} → {secuencia}"
                );
        }
    }

    [Test]
    public void La_historia_de_un_folio_son_sus_cambios_de_cada_publicacion([Range(1, 4)] int semilla)
    {
        using var almacen = Historia(semilla);
        foreach (var folio in new[] { "A1", "A2", "A3", "A10", "a1" })
        {
            var historia = almacen.Publico.HistoriaDeFolio(Entidad.Contrato, folio, Publicaciones);
            var filas = new List<RenglonPublico>();
            for (var secuencia = 1; secuencia <= Publicaciones; secuencia++)
            {
                foreach (var hecho in historia.Where(hecho => hecho.Secuencia == secuencia).Select(hecho => (CambioDeContrato)hecho.Cambio))
                    Aplicar(filas, Texto, hecho.Antes, hecho.Despues);
                var suyas = Contratos(almacen, secuencia).Where(fila => fila.Contrato!.Folio == folio);
                Assert.That(Filas(filas).Order(), Is.EqualTo(Filas(suyas).Order()), $"{folio} en {secuencia}");
                Assert.That(
                    almacen.Publico.HistoriaDeFolio(Entidad.Contrato, folio, secuencia).Select(hecho => Texto(hecho.Cambio)),
                    Is.EqualTo(historia.Where(hecho => hecho.Secuencia <= secuencia).Select(hecho => Texto(hecho.Cambio)))
                );
            }
        }
        Assert.That(almacen.Publico.HistoriaDeFolio(Entidad.Contrato, "NADIE", Publicaciones), Is.Empty);
        Assert.That(almacen.Publico.HistoriaDeFolio(Entidad.Contrato, "", Publicaciones), Is.Empty);
        Assert.That(almacen.Publico.HistoriaDeFolio(Entidad.Informativa, "N1", Publicaciones), Is.Not.Empty);
    }

    private static RenglonPublico Renglon(InformativaPublica informativa) =>
        new()
        {
            Listado = informativa.Listado,
            FolioInformativa = informativa.Folio,
            TipoInformativa = informativa.Tipo,
            FechaPresentacion = informativa.FechaPresentacion,
            Contratista = informativa.Contratista,
            Ordinal = informativa.Ordinal,
            Inconsistencias = informativa.Inconsistencias,
        };

    private static AlmacenDePrueba Historia(int semilla)
    {
        var almacen = new AlmacenDePrueba();
        var azar = new Azar(semilla);
        var estado = new Dictionary<Listado, IReadOnlyList<RenglonPublico>>();
        for (var secuencia = 1; secuencia <= Publicaciones; secuencia++)
        {
            foreach (var listado in Azar.Listados)
            {
                if (estado.Count == 0 || azar.Suerte(0.7))
                    estado[listado] = azar.Contenido(listado, estado.GetValueOrDefault(listado, []));
            }
            // Some move to the other list, whole informativas at a time.
            foreach (var listado in Azar.Listados.Where(listado => listado.Lista == Lista.Publico))
            {
                var otro = listado with { Lista = Lista.Inconsistente };
                var mudados = estado.GetValueOrDefault(listado, []).Take(azar.Suerte(0.5) ? 3 : 0).ToList();
                estado[listado] = [.. estado.GetValueOrDefault(listado, []).Except(mudados)];
                estado[otro] = [.. estado.GetValueOrDefault(otro, []), .. mudados.Select(fila => fila with { Listado = otro })];
            }
            almacen.Sellar(estado.Select(par => (par.Key, par.Value)));
        }
        return almacen;
    }

    private static IEnumerable<(int Contra, int Secuencia)> Pares(int publicaciones = Publicaciones) =>
        from contra in Enumerable.Range(0, publicaciones + 1)
        from secuencia in Enumerable.Range(1, publicaciones)
        select (contra, secuencia);

    private static IReadOnlyList<Cambio> Todos(AlmacenDePrueba almacen, int contra, int secuencia) =>
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

    private static (Listado? Antes, Listado? Despues) Listados(Cambio cambio) =>
        cambio is CambioDeContrato contrato
            ? (contrato.Antes?.Listado, contrato.Despues?.Listado)
            : (((CambioDeInformativa)cambio).Antes?.Listado, ((CambioDeInformativa)cambio).Despues?.Listado);

    private static IEnumerable<RenglonPublico> Contratos(AlmacenDePrueba almacen, int secuencia) =>
        secuencia == 0 ? [] : almacen.Renglones(secuencia).Where(fila => fila.Contrato is not null);

    private static IEnumerable<InformativaPublica> Informativas(AlmacenDePrueba almacen, int secuencia) =>
        secuencia == 0 ? [] : almacen.Informativas(secuencia);

    private static List<string> Filas(IEnumerable<RenglonPublico> filas) => [.. filas.Select(fila => Texto(fila)!)];

    private static List<string> Filas(IEnumerable<InformativaPublica> filas) => [.. filas.Select(fila => Texto(fila)!)];

    // A row that leaves and comes back has another key: it is the same row.
    private static string? Texto(RenglonPublico? fila) => fila is null ? null : Fotografia.Texto(fila with { Clave = 0 });

    private static string? Texto(InformativaPublica? fila) => fila is null ? null : Fotografia.Texto(fila with { Clave = 0 });

    private static string Texto(Cambio cambio) =>
        cambio is CambioDeContrato contrato
            ? $"{cambio.Tipo} {Texto(contrato.Antes)} {Texto(contrato.Despues)}"
            : $"{cambio.Tipo} {Texto(((CambioDeInformativa)cambio).Antes)} {Texto(((CambioDeInformativa)cambio).Despues)}";

    private static void Aplicar<T>(List<T> filas, Func<T?, string?> texto, T? antes, T? despues)
        where T : class
    {
        if (antes is not null)
        {
            var lugar = filas.FindIndex(fila => texto(fila) == texto(antes));
            Assert.That(lugar, Is.Not.Negative, $"«antes» no estaba: {texto(antes)}");
            filas.RemoveAt(lugar);
        }
        if (despues is not null)
            filas.Add(despues);
    }
}
