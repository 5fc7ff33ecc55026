using System.Collections;
using Icsoe.Domain.Almacen.Busqueda;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Almacen.Busqueda;

/// <summary>No question costs more than it may, nor goes on for nobody.</summary>
[TestFixture, Parallelizable]
internal sealed class TrabajoTests
{
    private static readonly Consulta Todo = AlmacenDePrueba.Todo(1) with { Limite = 50 };

    private static readonly Consulta[] Consultas =
    [
        Todo,
        Todo with
        {
            Q = ["ejemplo"],
        },
        Todo with
        {
            Contratistas = ["ejemplo"],
            FechaPresentacion = new(new DateOnly(2026, 1, 1), null),
        },
        Todo with
        {
            Orden = new(Criterio.Contratista, Descendente: true),
        },
        Todo with
        {
            Orden = new(Criterio.FechaPresentacion, Descendente: false),
            Q = ["s.a."],
        },
    ];

    private AlmacenDePrueba almacen = null!;

    [OneTimeSetUp]
    public void Sellar()
    {
        almacen = new AlmacenDePrueba();
        almacen.Sellar((Publico, [.. Publico.Serie(500)]), (Inconsistente, [.. Inconsistente.Serie(500)]));
    }

    [OneTimeTearDown]
    public void Borrar() => almacen.Dispose();

    [Test]
    public void Una_consulta_demasiado_amplia_dice_como_acotarla([ValueSource(nameof(Casos))] int caso, [Values] Entidad entidad)
    {
        foreach (var plan in Preguntas.Planes)
        {
            using var lector = new AlmacenPublico(almacen.Datos) { TrabajoMaximo = 40, Plan = plan };
            Assert.That(
                () => lector.Claves(Consultas[caso], entidad),
                Throws.InstanceOf<ConsultaDemasiadoAmpliaException>().With.Property("Acotar").Contains("periodo"),
                $"{plan}"
            );
            Assert.That(
                () => lector.Claves(Consultas[caso] with { Periodos = [Publico.Periodo], Listas = [Publico.Lista] }, entidad),
                Throws.InstanceOf<ConsultaDemasiadoAmpliaException>().With.Property("Acotar").Not.Contains("periodo"),
                $"{plan}"
            );
            Assert.That(
                () => lector.Contar(AlmacenDePrueba.RenglonPorRenglon(Consultas[caso]), entidad, conFacetas: true),
                Throws.InstanceOf<ConsultaDemasiadoAmpliaException>()
            );
            // What costs little is answered all the same.
            var una = Publico.Renglon(7);
            var deUna = Todo with { FoliosInformativa = [una.FolioInformativa!] };
            lector.Plan = Plan.Lista;
            Assert.That(lector.Claves(deUna, entidad).Filas.Count, Is.EqualTo(1), $"{plan}");
        }
    }

    [Test]
    public void Quien_se_va_detiene_su_consulta([ValueSource(nameof(Casos))] int caso, [Values] Entidad entidad)
    {
        var ido = new CancellationToken(canceled: true);
        foreach (var plan in Preguntas.Planes)
        {
            using var lector = new AlmacenPublico(almacen.Datos) { Plan = plan };
            Assert.That(() => lector.Claves(Consultas[caso], entidad, ido), Throws.InstanceOf<OperationCanceledException>(), $"{plan}");
            Assert.That(
                () => lector.Contar(AlmacenDePrueba.RenglonPorRenglon(Consultas[caso]), entidad, true, ido),
                Throws.InstanceOf<OperationCanceledException>()
            );
            Assert.That(lector.Claves(Consultas[caso], entidad).Filas, Is.Not.Empty, "Otro sí la espera.");
        }
    }

    [Test]
    public void Quien_se_va_a_media_consulta_no_recibe_nada([ValueSource(nameof(Casos))] int caso, [Values] Entidad entidad)
    {
        foreach (var plan in Preguntas.Planes)
        {
            using var lector = new AlmacenPublico(almacen.Datos) { Plan = plan };
            using var ida = new CancellationTokenSource();
            // It goes away when the second listado is about to be gone through: the rows of the first are found already.
            var listas = new ListasContadas(() => ida.Cancel());
            var consulta = Consultas[caso] with { Listas = listas, Limite = 1_000 };
            Assert.That(() => lector.Claves(consulta, entidad, ida.Token), Throws.InstanceOf<OperationCanceledException>(), $"{plan}");
            Assert.That(listas.Veces, Is.EqualTo(2), $"{plan}");
        }
    }

    private static IEnumerable<int> Casos => Enumerable.Range(0, Consultas.Length);

    /// <summary>Both lists, that call when they are looked up for the second time.</summary>
    private sealed class ListasContadas(Action alSegundo) : IReadOnlyList<Lista>
    {
        private static readonly Lista[] Listas = [Lista.Publico, Lista.Inconsistente];

        public int Veces { get; private set; }

        public int Count => Listas.Length;

        public Lista this[int lugar] => Listas[lugar];

        public IEnumerator<Lista> GetEnumerator()
        {
            if (++Veces == 2)
                alSegundo();
            return Listas.AsEnumerable().GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
