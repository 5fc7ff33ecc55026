using System.Text;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Almacen.Busqueda;

/// <summary>What somebody types is text and nothing but that.</summary>
[TestFixture, Parallelizable]
internal sealed class TextosTests
{
    private static readonly string[] Nombres =
    [
        "PENA RUIZ",
        "PEÑA RUIZ",
        "LIMPIEZA TOTAL, S.A. DE C.V.",
        "NEAR AND OR NOT",
        "CAFÉ ÑANDÚ",
        "PEN\u0303A RUIZ",
        "PEÑA SA DE CV",
        "PENA SA DE CV",
    ];

    private AlmacenDePrueba almacen = null!;

    [OneTimeSetUp]
    public void Sellar()
    {
        almacen = new AlmacenDePrueba();
        var listado = new Listado(Periodo.De(2026, 1), Lista.Publico);
        almacen.Sellar(
            (listado, [.. Nombres.Select((nombre, i) => DeNadie(listado.Renglon(i + 1, "ASEO")) with { Contratista = Parte(nombre) })])
        );
    }

    [OneTimeTearDown]
    public void Borrar() => almacen.Dispose();

    [TestCase("Ñ")]
    [TestCase("peña")]
    [TestCase("\"PEÑA RUIZ\"")]
    [TestCase("café ñandú")]
    [TestCase("cafe nandu")]
    public void Las_dos_formas_de_Unicode_hallan_lo_mismo(string texto)
    {
        var compuesto = Hallados(texto.Normalize(NormalizationForm.FormC));

        Assert.That(Hallados(texto.Normalize(NormalizationForm.FormD)), Is.EqualTo(compuesto).And.Not.Empty);
    }

    [TestCase("LIMPIEZA*")]
    [TestCase("*LIMPIEZA")]
    [TestCase("-LIMPIEZA")]
    [TestCase("^LIMPIEZA")]
    [TestCase(":LIMPIEZA:")]
    [TestCase("LIMPIEZA\0")]
    [TestCase("\0LIMPIEZA")]
    [TestCase("LIMPIEZA\"")]
    [TestCase("\"LIMPIEZA")]
    [TestCase("\"\"LIMPIEZA\"")]
    [TestCase("\"LIMPIEZA\"")]
    [TestCase("\"LIMPIEZA, TOTAL\"")]
    [TestCase("LIMPIEZA\uD800")]
    [TestCase("\uDC00LIMPIEZA")]
    [TestCase("LIM\u200FPIEZA")]
    [TestCase("(LIMPIEZA) + {TOTAL} ~ 'S.A.'; --")]
    public void Los_signos_solo_separan_palabras(string texto) => Assert.That(Hallados(texto), Is.EqualTo([Nombres[2]]));

    [TestCase("LIM*EZA")]
    [TestCase("LIM\0PIEZA")]
    [TestCase("contratista:LIMPIEZA")]
    [TestCase("LIMPIEZA OR CAFÉ")]
    [TestCase("LIMPIEZA NOT CAFÉ")]
    [TestCase("LIMPIEZA NEAR TOTAL")]
    [TestCase("\"LIMPIEZA TOTA\"")]
    [TestCase("\"TOTAL LIMPIEZA\"")]
    [TestCase("")]
    [TestCase(" ")]
    [TestCase("*")]
    [TestCase("\"")]
    [TestCase("\"\"")]
    [TestCase("\"*\"")]
    [TestCase("\0")]
    [TestCase("\uD800")]
    [TestCase("😀")]
    public void Ningun_signo_ni_palabra_manda(string texto) => Assert.That(Hallados(texto), Is.Empty);

    [Test]
    public void Las_palabras_que_mandan_en_otros_buscadores_se_hallan() =>
        Assert.That(Hallados("OR AND NEAR NOT"), Is.EqualTo([Nombres[3]]));

    [Test]
    public void Un_texto_de_512_caracteres_se_busca_entero()
    {
        Assert.That(Hallados(string.Concat(Enumerable.Repeat("TOTAL LIM ", 51))), Is.EqualTo([Nombres[2]]));
        Assert.That(Hallados(string.Concat(Enumerable.Repeat("L ", 256))), Is.EqualTo([Nombres[2]]));
        Assert.That(Hallados(new string('L', 512)), Is.Empty);
        Assert.That(Hallados(new string('"', 512)), Is.Empty);
        Assert.That(Hallados(string.Concat(Enumerable.Repeat("&", 512))), Is.Empty);
        Assert.That(Hallados(string.Concat(Enumerable.Repeat("\u0303", 512))), Is.Empty);
    }

    [TestCase("PEÑA RUIZ", 1, 5, 0)]
    [TestCase("pen\u0303a ruiz", 1, 5, 0)]
    [TestCase("PENA RUIZ", 0, 1, 5)]
    [TestCase("ruiz pen", 0, 1, 5)]
    [TestCase("\"PEÑA RUIZ\"", 1, 5, 0)]
    [TestCase("S.A. de C.V. PEÑA", 6, 7)]
    [TestCase("S.A. de C.V. PENA", 7, 6)]
    [TestCase("PENA \"S.A. de C.V.\"", 7, 6)]
    [TestCase("peña \"sociedad anónima de capital variable\"", 6, 7)]
    [TestCase("PEÑA S.\"A. de C.V.", 6, 7)]
    public void Primero_viene_lo_que_se_escribe_como_se_pidio(string texto, params int[] lugares)
    {
        Assert.That(Hallados(texto), Is.EqualTo(lugares.Select(lugar => Nombres[lugar])));
        Assert.That(Hallados(texto, enQ: true), Is.EqualTo(lugares.Select(lugar => Nombres[lugar])), "en q");
    }

    [TestCase("\"S.A. de C.V.\"")]
    [TestCase("\"SA DE CV\"")]
    [TestCase("s a de c v")]
    [TestCase("sociedad anónima de capital variable")]
    public void Un_sufijo_solo_se_halla_en_cualquier_escritura(string texto) =>
        Assert.That(Hallados(texto), Is.EquivalentTo([Nombres[2], Nombres[6], Nombres[7]]));

    /// <summary>Only the contratista has a name.</summary>
    private static RenglonPublico DeNadie(RenglonPublico renglon) =>
        renglon with
        {
            Contrato = renglon.Contrato! with { Contratante = PartePublica.Ninguna },
        };

    /// <summary>By every plan, and in pages of one.</summary>
    private List<string?> Hallados(string texto, bool enQ = false)
    {
        var consulta = AlmacenDePrueba.Todo(1) with { Limite = 1, Contratistas = enQ ? [] : [texto], Q = enQ ? [texto] : [] };
        var nombres = almacen.Renglones(1).ToDictionary(renglon => renglon.Clave, renglon => renglon.Contratista.Nombre);
        var halladas = Preguntas.Planes.Select(plan => PorPlan(plan)).ToList();
        Assert.That(halladas, Is.All.EqualTo(halladas[0]));
        return [.. halladas[0].Select(clave => nombres[clave])];

        List<long> PorPlan(Domain.Almacen.Busqueda.Plan plan)
        {
            almacen.Publico.Plan = plan;
            return almacen.Publico.Paginas(consulta, Entidad.Contrato);
        }
    }
}
