using Icsoe.Domain.Modelo;

namespace Icsoe.Tests.Modelo;

public class PeriodoTests
{
    [TestCase(2021, 1, true)]
    [TestCase(2020, 3, false)]
    [TestCase(2026, 0, false)]
    [TestCase(2026, 3, true)]
    [TestCase(2026, 4, false)]
    [TestCase(9999, 3, true)]
    [TestCase(10000, 1, false)]
    public void Empieza_en_2021_y_tiene_tres_cuatrimestres(int ejercicio, int cuatrimestre, bool vale) =>
        Assert.That(Periodo.TryCreate(ejercicio, cuatrimestre, out _), Is.EqualTo(vale));

    [TestCase("2026-1", "2026-01-01", "2026-04-30")]
    [TestCase("2026-2", "2026-05-01", "2026-08-31")]
    [TestCase("2026-3", "2026-09-01", "2026-12-31")]
    [TestCase("9999-3", "9999-09-01", "9999-12-31")]
    public void Va_del_primer_dia_al_ultimo_de_cuatro_meses(string texto, string inicio, string fin)
    {
        Assert.That(Periodo.TryParse(texto, out var periodo));
        Assert.That((periodo.Inicio, periodo.Fin), Is.EqualTo((DateOnly.Parse(inicio), DateOnly.Parse(fin))));
        Assert.That((periodo.ToString(), Periodo.DeClave(periodo.Clave)), Is.EqualTo((texto, periodo)));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("2026-0")]
    [TestCase("2026-4")]
    [TestCase("2026-06")]
    [TestCase("2020-3")]
    [TestCase(" 2026-1")]
    [TestCase("2026–1")]
    [TestCase("２026-1")]
    public void Lo_demas_no_es_un_periodo(string? texto) => Assert.That(Periodo.TryParse(texto, out _), Is.False);

    [TestCase("LPP2026", "2026-1", Lista.Publico)]
    [TestCase("LPS2026", "2026-2", Lista.Publico)]
    [TestCase("LIIT2025", "2025-3", Lista.Inconsistente)]
    public void El_listado_lleva_el_nombre_del_imss(string nombre, string periodo, Lista lista)
    {
        Assert.That(Listado.TryParseNombre(nombre, out var listado));
        Assert.That((listado.Nombre, listado.Periodo.ToString(), listado.Lista), Is.EqualTo((nombre, periodo, lista)));
        Assert.That(
            (Listado.DeClave(listado.Clave), Listado.DeRenglon(listado.PrimeraClave), Listado.DeRenglon(listado.UltimaClave)),
            Is.EqualTo((listado, listado, listado))
        );
    }

    [TestCase("lpp2026")]
    [TestCase("LPX2026")]
    [TestCase("LPP2020")]
    [TestCase("LPP2026.xlsx")]
    [TestCase("LIP2026")]
    [TestCase("LP")]
    [TestCase(null)]
    public void Lo_demas_no_es_un_listado(string? nombre) => Assert.That(Listado.TryParseNombre(nombre, out _), Is.False);
}
