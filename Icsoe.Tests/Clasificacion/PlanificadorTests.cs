using Icsoe.Domain.Clasificacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;
using Icsoe.Tests.Constructores;
using static Icsoe.Domain.Modelo.TipoInformativa;

namespace Icsoe.Tests.Clasificacion;

/// <summary>The way out of any mess of up to four filings, filed again and judged by the classifier.</summary>
[TestFixture, Parallelizable(ParallelScope.All)]
public sealed class PlanificadorTests
{
    private static readonly Clasificador Clasificador = new(new Juez());
    private static readonly Planificador Planificador = new(Clasificador);

    [TestCase("N1 C2", "1", "sin_efectos N1, correccion C2 +N1", "correccion", TestName = "Caso 1")]
    [TestCase("N1 N2", "2", "sin_efectos N2, correccion N1 +N2", "correccion", TestName = "Caso 2")]
    [TestCase("S1 N2", "3", "sin_efectos S1", "normal", TestName = "Caso 3")]
    [TestCase("S1 S2", "4", "sin_efectos S2", "sin_informacion", TestName = "Caso 4")]
    [TestCase("N1", "", "", "normal", TestName = "Una sola ya es válida")]
    [TestCase("N1 C2>N1", "", "", "correccion", TestName = "Una corregida ya es válida")]
    [TestCase("", "", "normal", "normal", TestName = "Sin nada presentado")]
    [TestCase("N1 E2>N1", "", "normal", "normal", TestName = "Con la única sin efectos")]
    [TestCase("N1 C2>N1 C3>N1", "otro", "sin_efectos C2, correccion C3 +C2", "correccion", TestName = "Dos correcciones: queda la última")]
    [TestCase("S1 C2>N9", "otro", "sin_efectos S1", "correccion", TestName = "Sin información y corrección")]
    [TestCase("S1 N2 N3", "otro", "sin_efectos S1, sin_efectos N3, correccion N2 +N3", "correccion", TestName = "Tres vivas")]
    [TestCase(
        "N1 N2 C3>N1",
        "1",
        "sin_efectos N2, correccion C3 +N2",
        "correccion",
        TestName = "Anular la corrección costaría más: traería de vuelta a la normal"
    )]
    [TestCase(
        "N1 C2>N1 N3 C4>N3",
        "otro",
        "sin_efectos C2, sin_efectos N1, correccion C4 +C2",
        "correccion",
        TestName = "Lo que vuelve al anular también se anula"
    )]
    public void Los_pasos_son_los_de_la_guia(string presentadas, string caso, string pasos, string queda)
    {
        var diagnostico = Planificador.Diagnosticar(Leer(presentadas));
        Assert.Multiple(() =>
        {
            Assert.That(
                diagnostico.Caso is { } suyo
                    ? suyo == CasoMultiple.Otro
                        ? "otro"
                        : $"{(int)suyo}"
                    : "",
                Is.EqualTo(caso)
            );
            Assert.That(string.Join(", ", diagnostico.Pasos.Select(Escribir)), Is.EqualTo(pasos));
            Assert.That(diagnostico.Queda.Valor(), Is.EqualTo(queda));
        });
    }

    [TestCase("N1 N2", 0, 2, true)]
    [TestCase("N1 N2 C3>N1 C4>C3", 2, 4, true)]
    [TestCase("N1 C2>N1 N3 C4>N3", 2, 5, false)]
    public void Las_complementarias_se_cuentan_y_son_cuatro(string presentadas, int usadas, int alFinal, bool alcanzan)
    {
        var diagnostico = Planificador.Diagnosticar(Leer(presentadas));
        Assert.That(
            (diagnostico.Complementarias, diagnostico.ComplementariasAlFinal, diagnostico.Alcanzan),
            Is.EqualTo((usadas, alFinal, alcanzan))
        );
    }

    /// <summary>Every tipo with every referencia: none, a stranger's, its own, and each of the others', earlier or later.</summary>
    [TestCase(1), TestCase(2), TestCase(3)]
    public void Presentar_los_pasos_deja_una_sola_valida_con_todos_los_contratos(int cuantas) =>
        RevisarTodas(cuantas, _ => Enumerable.Range(-2, cuantas + 2));

    /// <summary>Of four: every tipo with none and each earlier one. Any other referencia is as none: the classifier's own law.</summary>
    [Test]
    public void Presentar_los_pasos_deja_una_sola_valida_de_cualesquiera_cuatro() =>
        RevisarTodas(4, lugar => Enumerable.Range(-1, lugar + 1));

    /// <summary>Against every choice of filings to annul, tried one by one.</summary>
    [TestCase(2), TestCase(3)]
    public void Ningun_otro_camino_es_mas_corto(int cuantas)
    {
        var revisadas = 0;
        foreach (var presentadas in Combinaciones(cuantas, lugar => Enumerable.Range(-1, lugar + 1)))
        {
            var diagnostico = Planificador.Diagnosticar(presentadas);
            if (diagnostico.Vivas.Count < 2)
                continue;
            var conContratos = diagnostico.Vivas.Where(viva => viva.Tipo != SinInformacion).Select(viva => viva.Folio).ToHashSet();
            var menos = Enumerable
                .Range(1, (1 << cuantas) - 1)
                .Select(cuales => presentadas.Where((_, lugar) => (cuales >> lugar & 1) == 1).ToList())
                .Where(anuladas =>
                    Quedan([.. presentadas, .. anuladas.Select(SinEfectosDe)]) is [var unica]
                    && (conContratos.Count == 0 || conContratos.Contains(unica))
                )
                .Min(anuladas => anuladas.Count);
            Assert.That(diagnostico.Pasos, Has.Count.EqualTo(menos + (conContratos.Count > 1 ? 1 : 0)), Describir(presentadas));
            revisadas++;
        }
        Assert.That(revisadas, Is.GreaterThan(5));
    }

    [Test]
    public void Sin_folios_propios_o_con_demasiadas_no_hay_plan() =>
        Assert.Multiple(() =>
        {
            Assert.That(() => Planificador.Diagnosticar(Leer("N1 N1")), Throws.ArgumentException);
            Assert.That(() => Planificador.Diagnosticar([UnaInformativa.Normal() with { Folio = null }]), Throws.ArgumentException);
            Assert.That(() => Planificador.Diagnosticar(Muchas(21)), Throws.ArgumentException);
            Assert.That(Planificador.Diagnosticar(Muchas(20)).Pasos, Has.Count.EqualTo(20));
        });

    private static void RevisarTodas(int cuantas, Func<int, IEnumerable<int>> referencias)
    {
        foreach (var presentadas in Combinaciones(cuantas, referencias))
        {
            var diagnostico = Planificador.Diagnosticar(presentadas);
            var despues = Clasificador.Clasificar([.. presentadas, .. Presentar(diagnostico, presentadas)], DateOnly.MaxValue);
            var limpio =
                despues.Veredictos is [{ Lista: Lista.Publico, Inconsistencias.Count: 0 } unico]
                && unico.Informativa.Tipo == diagnostico.Queda
                && Contratos([unico.Informativa]).SetEquals(diagnostico.Vivas.Count == 0 ? ["A-nueva"] : Contratos(diagnostico.Vivas))
                && despues.Complementarias == diagnostico.ComplementariasAlFinal;
            if (!limpio)
                Assert.Fail($"{Describir(presentadas)}: {string.Join(", ", diagnostico.Pasos.Select(Escribir))}");
        }
    }

    private static HashSet<string> Contratos(IEnumerable<Informativa> informativas) =>
        [.. informativas.SelectMany(informativa => informativa.Contratos).Select(contrato => contrato.Folio!)];

    /// <summary>What a contratista would file who does as told.</summary>
    private static IEnumerable<Informativa> Presentar(Diagnostico diagnostico, IReadOnlyList<Informativa> presentadas)
    {
        var contratos = diagnostico.Vivas.ToDictionary(viva => viva.Folio!, viva => viva.Contratos);
        foreach (var (paso, numero) in diagnostico.Pasos.Select((paso, numero) => (paso, numero)))
        {
            IReadOnlyList<Contrato> suyos = paso.Tipo switch
            {
                Correccion => [.. paso.Incluye.Prepend(paso.Sobre!).SelectMany(folio => contratos[folio])],
                Normal => [UnaInformativa.UnContrato("A-nueva")],
                _ => [],
            };
            yield return UnaInformativa
                .Normal($"P{numero}")
                .Presentada(new DateTimeOffset(2026, 6, 1 + numero, 18, 0, 0, TimeSpan.Zero)) with
            {
                Tipo = paso.Tipo,
                Referencia = paso.Sobre,
                Contratos = suyos,
            };
        }
    }

    private static IEnumerable<IReadOnlyList<Informativa>> Combinaciones(int cuantas, Func<int, IEnumerable<int>> referencias)
    {
        IEnumerable<IReadOnlyList<Informativa>> todas =
        [
            [],
        ];
        for (var i = 0; i < cuantas; i++)
        {
            var lugar = i;
            todas =
                from primeras in todas
                from tipo in Enum.GetValues<TipoInformativa>()
                from referencia in referencias(lugar)
                select (IReadOnlyList<Informativa>)
                    [
                        .. primeras,
                        Una(
                            tipo,
                            $"F{lugar}",
                            referencia switch
                            {
                                -1 => null,
                                -2 => "AJENO",
                                _ => $"F{referencia}",
                            }
                        ),
                    ];
        }
        return todas;
    }

    private static Informativa Una(TipoInformativa tipo, string folio, string? referencia) =>
        UnaInformativa.Normal(folio) with
        {
            Tipo = tipo,
            Referencia = referencia,
            Contratos = tipo is Normal or Correccion ? [UnaInformativa.UnContrato($"A-{folio}")] : [],
        };

    private static Informativa SinEfectosDe(Informativa anulada) => Una(SinEfectos, $"E-{anulada.Folio}", anulada.Folio);

    private static IReadOnlyList<string> Quedan(IReadOnlyList<Informativa> presentadas) =>
        [.. Clasificador.Clasificar(presentadas, DateOnly.MaxValue).Veredictos.Select(veredicto => veredicto.Informativa.Folio!)];

    private static List<Informativa> Muchas(int cuantas) =>
        [.. Enumerable.Range(1, cuantas).Select(numero => Una(Normal, $"N{numero}", null))];

    /// <summary>«N1 C2&gt;N1»: the letter is the tipo; after the arrow, the referencia.</summary>
    private static IReadOnlyList<Informativa> Leer(string presentadas) =>
        [
            .. presentadas
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(una => una.Split('>'))
                .Select(partes =>
                    Una(
                        partes[0][0] switch
                        {
                            'N' => Normal,
                            'S' => SinInformacion,
                            'C' => Correccion,
                            _ => SinEfectos,
                        },
                        partes[0],
                        partes.ElementAtOrDefault(1)
                    )
                ),
        ];

    private static string Escribir(Paso paso) =>
        string.Join(
            ' ',
            paso.Incluye.Select(folio => $"+{folio}").Prepend(paso.Sobre).Prepend(paso.Tipo.Valor()).Where(parte => parte is not null)
        );

    private static string Describir(IEnumerable<Informativa> presentadas) =>
        string.Join(", ", presentadas.Select(una => $"{una.Tipo!.Value.Valor()} {una.Folio} → {una.Referencia}"));
}
