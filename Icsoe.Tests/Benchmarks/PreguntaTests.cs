using Icsoe.Benchmarks.Consultas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Tests.Almacen;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Benchmarks;

/// <summary>What the clock sees is the page it says.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
internal sealed class PreguntaTests
{
    private const int Renglones = 30;
    private const int Pagina = 7;

    [TestCase(0, 0)]
    [TestCase(3, 21)]
    [TestCase(4, 28)]
    public void Una_pregunta_se_situa_despues_de_sus_paginas(int paginas, int filas)
    {
        using var almacen = Almacen();

        var situada = (PreguntaDeFilas)Una(paginas).Situada(almacen.Publico, CancellationToken.None);

        Assert.That(almacen.Publico.Renglones(situada.Consulta).Filas, Is.EqualTo(almacen.Renglones(1).Skip(filas).Take(Pagina)));
    }

    [Test]
    public void Mas_alla_del_final_se_queda_en_algo_que_hay()
    {
        using var almacen = Almacen();

        var situada = (PreguntaDeFilas)Una(1_000).Situada(almacen.Publico, CancellationToken.None);

        Assert.That(almacen.Publico.Renglones(situada.Consulta).Filas, Is.Not.Empty);
    }

    [Test]
    public void Lo_que_aun_no_se_responde_no_entra_en_las_cifras()
    {
        var pasada = Pasada.Tomar([Una(0), Una(1), Una(2)], Responder, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(pasada.Tomas, Has.Count.EqualTo(2));
            Assert.That(pasada.SinRespuesta, Is.EqualTo(1));
            Assert.That(pasada.Amplias, Is.EqualTo(1));
        });

        static void Responder(Pregunta pregunta)
        {
            if (pregunta is PreguntaDeFilas { PaginasAntes: 1 })
                throw new NotSupportedException();
            if (pregunta is PreguntaDeFilas { PaginasAntes: 2 })
                throw new ConsultaDemasiadoAmpliaException([]);
        }
    }

    private static PreguntaDeFilas Una(int paginas) =>
        new(0, "", Entidad.Renglon, new Consulta { Secuencia = 1, Limite = Pagina }, paginas);

    private static AlmacenDePrueba Almacen()
    {
        var almacen = new AlmacenDePrueba();
        almacen.Sellar((Publico, [.. Enumerable.Range(1, Renglones).Select(n => Publico.Renglon(n))]));
        return almacen;
    }
}
