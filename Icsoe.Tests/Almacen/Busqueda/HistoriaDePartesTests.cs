using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Almacen.Busqueda;

/// <summary>Who took whose place: said by the filing itself, or inferred from the publications.</summary>
[TestFixture, Parallelizable]
internal sealed class HistoriaDePartesTests
{
    private static readonly PartePublica Contratista = Renglones.Parte("SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.");

    [Test]
    public void Lo_que_la_informativa_dice_se_declara_y_el_resto_se_infiere_si_no_hay_otra()
    {
        using var almacen = new AlmacenDePrueba();
        Sellar(almacen, Normal("N1"), Normal("N2"), Normal("N3"));
        Sellar(almacen, Correccion("C1", "N1"), Correccion("C2", "N2"), Correccion("C3", null));
        Assert.That(
            Vinculos(almacen, 2),
            Is.EqualTo(
                new (string?, string?, string?, bool?)[]
                {
                    ("N1", null, "C1", true),
                    ("N2", null, "C2", true),
                    ("N3", null, "C3", false),
                    ("C1", "N1", null, true),
                    ("C2", "N2", null, true),
                    ("C3", "N3", null, false),
                }
            )
        );
        Assert.That(Vinculos(almacen, 1).Select(par => par.Declarado), Is.All.Null, "Antes no había pasado.");
    }

    [TestCase("N1", true)]
    [TestCase(null, false)]
    [TestCase("N9", false)]
    public void Se_declara_solo_si_nombra_a_la_que_dejo_el_listado(string? referencia, bool declarado)
    {
        using var almacen = new AlmacenDePrueba();
        Sellar(almacen, Normal("N1"));
        Sellar(almacen, Correccion("C1", referencia));
        Assert.That(
            Vinculos(almacen, 2),
            Is.EqualTo(new (string?, string?, string?, bool?)[] { ("N1", null, "C1", declarado), ("C1", "N1", null, declarado) })
        );
    }

    [Test]
    public void De_varias_sin_referencia_no_se_infiere_nada()
    {
        using var almacen = new AlmacenDePrueba();
        Sellar(almacen, Normal("N1"), Normal("N2"));
        Sellar(almacen, Correccion("C1", null), Correccion("C2", null));
        Assert.That(Vinculos(almacen, 2).Select(par => par.Declarado), Is.All.Null);
    }

    [Test]
    public void Una_referencia_a_la_que_sigue_en_el_listado_no_sustituye_a_nadie()
    {
        using var almacen = new AlmacenDePrueba();
        Sellar(almacen, Normal("N1"));
        Sellar(almacen, Normal("N1"), Correccion("C1", "N1"));
        Assert.That(Vinculos(almacen, 2).Select(par => par.Declarado), Is.All.Null);
    }

    [Test]
    public void Otra_referencia_no_hace_otra_fila()
    {
        using var almacen = new AlmacenDePrueba();
        Sellar(almacen, Correccion("C1", "N1"));
        Sellar(almacen, Correccion("C1", null));
        Assert.That(almacen.Filas("informativas"), Is.EqualTo(1));
    }

    private static void Sellar(AlmacenDePrueba almacen, params RenglonPublico[] renglones) =>
        almacen.Sellar((Renglones.Publico, renglones));

    private static RenglonPublico Normal(string folio) =>
        Renglones.Publico.Renglon(int.Parse(folio[1..])) with
        {
            FolioInformativa = folio,
            Contratista = Contratista,
        };

    private static RenglonPublico Correccion(string folio, string? referencia) =>
        Normal(folio) with
        {
            TipoInformativa = TipoInformativa.Correccion,
            Referencia = referencia,
        };

    private static IEnumerable<(string? Folio, string? ReemplazaA, string? ReemplazadaPor, bool? Declarado)> Vinculos(
        AlmacenDePrueba almacen,
        int secuencia
    ) =>
        almacen
            .Publico.HistoriaDeParte(Contratista.Clave!, Renglones.Publico.Periodo, secuencia)
            .Select(p => (p.Informativa.Folio, p.ReemplazaA, p.ReemplazadaPor, p.Declarado));
}
