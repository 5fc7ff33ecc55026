using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Publicaciones;
using Microsoft.Data.Sqlite;

namespace Icsoe.Tests.Almacen;

/// <summary>All the rows of a query for a file: the same as by pages, and of a listado in the order of its file.</summary>
[TestFixture, Parallelizable]
internal sealed class FilasDeArchivoTests
{
    private const int Publicaciones = 3;

    [Test]
    public void Los_renglones_de_un_listado_salen_en_el_orden_de_su_archivo([Range(1, 4)] int semilla, [Values(1, 7, 1000)] int cuantos)
    {
        using var almacen = Historia(semilla);
        using var escritor = EscritorPublico.Abrir(almacen.Datos);
        foreach (var secuencia in Enumerable.Range(1, Publicaciones))
        {
            foreach (var listado in Azar.Listados)
            {
                var archivo = new List<long>();
                escritor.Leer(listado, secuencia, (in renglon) => archivo.Add(renglon.Clave), CancellationToken.None);
                var consulta = AlmacenDePrueba.Todo(secuencia) with { Listas = [listado.Lista], Periodos = [listado.Periodo] };

                Assert.That(Claves(almacen, consulta, Entidad.Renglon, cuantos), Is.EqualTo(archivo), $"{listado} en {secuencia}");
            }
        }
    }

    [Test]
    public void De_cualquier_consulta_salen_las_mismas_filas_que_por_paginas([Range(1, 4)] int semilla)
    {
        using var almacen = Historia(semilla);
        var azar = new Azar(semilla + 100);
        var halladas = 0;
        for (var n = 0; n < 60; n++)
        {
            var consulta = azar.Consulta(1 + (n % Publicaciones)) with { Limite = int.MaxValue };
            if (n % 3 == 0)
                consulta = consulta with { Q = [n % 2 == 0 ? "ejemplo" : "limpieza cliente"] };
            if (n % 4 == 0)
                consulta = consulta with { Orden = new(Criterio.FechaInicio, n % 8 == 0) };
            var contratos = almacen.Publico.Contratos(consulta).Filas.Select(fila => fila.Clave).ToList();
            var informativas = almacen.Publico.Informativas(consulta with { Orden = null }).Filas.Select(fila => fila.Clave).ToList();
            halladas += contratos.Count;

            Assert.That(
                Claves(almacen, consulta, Entidad.Contrato, 5),
                consulta.Orden is null ? Is.EquivalentTo(contratos) : Is.EqualTo(contratos)
            );
            Assert.That(almacen.Publico.Recorrer(consulta, Entidad.Contrato).Contar(), Is.EqualTo(contratos.Count));
            Assert.That(ClavesDeInformativas(almacen, consulta with { Orden = null }, 3), Is.EquivalentTo(informativas));
        }
        Assert.That(halladas, Is.GreaterThan(100));
    }

    [Test]
    public void Las_informativas_salen_por_folio_y_ordinal()
    {
        using var almacen = Historia(2);
        foreach (var listado in Azar.Listados)
        {
            var consulta = AlmacenDePrueba.Todo(Publicaciones) with { Listas = [listado.Lista], Periodos = [listado.Periodo] };
            var filas = new List<InformativaPublica>();
            for (var recorrido = almacen.Publico.Recorrer(consulta, Entidad.Informativa); recorrido.Quedan; )
                filas.AddRange(recorrido.LeerInformativas(2));

            Assert.That(
                filas.Select(fila => fila.Clave),
                Is.EqualTo(
                    filas.OrderBy(fila => fila.Folio ?? "", StringComparer.Ordinal).ThenBy(fila => fila.Ordinal).Select(fila => fila.Clave)
                )
            );
        }
    }

    [Test]
    public void Si_algo_se_retira_a_la_mitad_lo_que_falta_no_sale()
    {
        using var almacen = Historia(1);
        var recorrido = almacen.Publico.Recorrer(AlmacenDePrueba.Todo(1), Entidad.Renglon);
        recorrido.Leer(2, conHallazgos: false, (in _) => { });

        almacen.Retirar("N1");

        Assert.That(() => recorrido.Leer(2, conHallazgos: false, (in _) => { }), Throws.InstanceOf<Domain.Almacen.AlmacenException>());
    }

    [Test]
    public void Cada_renglon_dice_lo_mismo_que_por_paginas([Range(1, 3)] int semilla, [Values] bool conHallazgos)
    {
        using var almacen = Historia(semilla);
        var azar = new Azar(semilla + 200);
        var comparados = 0;
        for (var n = 0; n < 20; n++)
        {
            var consulta = azar.Consulta(1 + (n % Publicaciones)) with { Limite = int.MaxValue, Orden = null };
            var porClave = almacen.Publico.Renglones(consulta).Filas.ToDictionary(fila => fila.Clave, Dicho);
            for (var filas = almacen.Publico.Recorrer(consulta, Entidad.Renglon); filas.Quedan; )
                filas.Leer(
                    7,
                    conHallazgos,
                    (in renglon) =>
                    {
                        comparados++;
                        Assert.That(Dicho(renglon.ARenglon()), Is.EqualTo(porClave[renglon.Clave]));
                    }
                );
        }
        Assert.That(comparados, Is.GreaterThan(50));

        string Dicho(RenglonPublico renglon)
        {
            var hallazgos = conHallazgos ? renglon.Inconsistencias.Concat(renglon.Observaciones).Select(uno => uno.ToString()) : [];
            return $"{renglon with { Inconsistencias = [], Observaciones = [] }} {string.Join(' ', hallazgos)}";
        }
    }

    [Test]
    public void Una_fila_que_falta_en_la_base_no_se_salta()
    {
        using var almacen = Historia(1);
        var claves = Claves(almacen, AlmacenDePrueba.Todo(1), Entidad.Renglon, 1000);
        using (var conexion = new SqliteConnection($"Data Source={Path.Combine(almacen.Datos, "icsoe.db")};Pooling=False"))
        {
            conexion.Open();
            using var orden = conexion.CreateCommand();
            orden.CommandText = $"DELETE FROM renglones WHERE clave = {claves[claves.Count / 2]}";
            Assert.That(orden.ExecuteNonQuery(), Is.EqualTo(1));
        }
        Assert.That(
            () => Claves(almacen, AlmacenDePrueba.Todo(1), Entidad.Renglon, 1000),
            Throws.InstanceOf<Domain.Almacen.AlmacenException>().With.Message.Contains($"{claves[claves.Count / 2]}")
        );
    }

    [Test]
    public void El_avance_va_de_nada_a_todo()
    {
        using var almacen = Historia(1);
        var filas = almacen.Publico.Recorrer(AlmacenDePrueba.Todo(1), Entidad.Renglon);
        var avances = new List<double> { filas.Avance };
        while (filas.Quedan)
        {
            filas.Leer(3, conHallazgos: false, (in _) => { });
            avances.Add(filas.Avance);
        }
        Assert.That(avances, Is.Ordered);
        Assert.That(avances[^1], Is.EqualTo(1));
        Assert.That(avances[1], Is.InRange(double.Epsilon, 0.5));
    }

    [Test]
    public void Lo_aproximado_sale_solo_si_nada_esta_escrito_asi()
    {
        using var almacen = Historia(3);
        var todo = AlmacenDePrueba.Todo(1) with { Aproximar = true };
        var exactas = Claves(almacen, todo with { Servicios = ["limpieza"] }, Entidad.Contrato, 10);
        Assert.That(exactas, Is.Not.Empty);
        Assert.That(
            exactas,
            Is.EquivalentTo(Claves(almacen, todo with { Servicios = ["limpieza"], Aproximar = false }, Entidad.Contrato, 10))
        );
        Assert.That(Claves(almacen, todo with { Servicios = ["limpeiza"] }, Entidad.Contrato, 10), Is.EquivalentTo(exactas));
        Assert.That(Claves(almacen, todo with { Servicios = ["limpeiza"], Aproximar = false }, Entidad.Contrato, 10), Is.Empty);
    }

    private static List<long> Claves(AlmacenDePrueba almacen, Consulta consulta, Entidad entidad, int cuantas)
    {
        var claves = new List<long>();
        for (var filas = almacen.Publico.Recorrer(consulta, entidad); filas.Quedan; )
        {
            var antes = claves.Count;
            filas.Leer(cuantas, conHallazgos: false, (in renglon) => claves.Add(renglon.Clave));
            Assert.That(claves.Count - antes, Is.LessThanOrEqualTo(cuantas));
        }
        return claves;
    }

    private static List<long> ClavesDeInformativas(AlmacenDePrueba almacen, Consulta consulta, int cuantas)
    {
        var claves = new List<long>();
        for (var filas = almacen.Publico.Recorrer(consulta, Entidad.Informativa); filas.Quedan; )
            claves.AddRange(filas.LeerInformativas(cuantas).Select(fila => fila.Clave));
        return claves;
    }

    private static AlmacenDePrueba Historia(int semilla)
    {
        var azar = new Azar(semilla);
        var almacen = new AlmacenDePrueba();
        var estado = Azar.Listados.ToDictionary(listado => listado, _ => (IReadOnlyList<RenglonPublico>)[]);
        for (var n = 0; n < Publicaciones; n++)
        {
            foreach (var listado in Azar.Listados)
                estado[listado] = azar.Contenido(listado, estado[listado]);
            almacen.Sellar(estado.Select(par => (par.Key, par.Value)));
        }
        return almacen;
    }
}
