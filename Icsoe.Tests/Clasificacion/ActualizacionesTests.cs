using Icsoe.Domain.Modelo;
using static Icsoe.Tests.Clasificacion.CadenasTests;
using static Icsoe.Tests.Constructores.UnaInformativa;

namespace Icsoe.Tests.Clasificacion;

/// <summary>What an actualización overlays, and on which filing.</summary>
public class ActualizacionesTests
{
    [Test]
    public void Cambia_por_folio_y_lo_demas_sigue_como_en_la_base()
    {
        var presentada = Normal("N1").ConContratosDe(("A1", 5), ("A2", 6)) with { ContratosDeclarados = 2 };
        var efectiva = Unica(presentada, Actualizacion("U1", "N1", Contrato("A2", 9)));
        Assert.Multiple(() =>
        {
            Assert.That(Personas(efectiva), Is.EqualTo("A1=5 A2=9"));
            Assert.That(
                (efectiva.Folio, efectiva.Tipo, efectiva.FechaPresentacion, efectiva.ContratosDeclarados),
                Is.EqualTo((presentada.Folio, presentada.Tipo, presentada.FechaPresentacion, presentada.ContratosDeclarados))
            );
        });
    }

    [Test]
    public void Varias_se_superponen_en_orden() =>
        Assert.That(
            Personas(
                Unica(
                    Normal("N1").ConContratosDe(("A1", 5), ("A2", 6)),
                    Actualizacion("U1", "N1", Contrato("A1", 7), Contrato("A2", 7)),
                    Actualizacion("U2", "U1", Contrato("A2", 8))
                )
            ),
            Is.EqualTo("A1=7 A2=8")
        );

    [Test]
    public void Una_anulada_no_se_superpone() =>
        Assert.That(
            Personas(Unica(Normal("N1").ConContratosDe(("A1", 5)), Actualizacion("U1", "N1", Contrato("A1", 7)), SinEfectos("E1", "U1"))),
            Is.EqualTo("A1=5")
        );

    [Test]
    public void Un_folio_que_la_base_no_tiene_se_agrega_y_no_descuadra_el_conteo()
    {
        var clasificado = Clasificar([
            Normal("N1").ConContratosDe(("A1", 5)) with
            {
                ContratosDeclarados = 1,
            },
            Actualizacion("U1", "N1", Contrato("A9", 3)),
            Actualizacion("U2", "N1", Contrato("A9", 4)),
        ]);
        var veredicto = clasificado.Veredictos.Single();
        Assert.Multiple(() =>
        {
            Assert.That(Personas(veredicto.Informativa), Is.EqualTo("A1=5 A9=4"));
            Assert.That(veredicto.Lista, Is.EqualTo(Lista.Publico));
        });
    }

    [Test]
    public void Entre_folios_iguales_cambia_el_primero_con_el_primero() =>
        Assert.That(
            Personas(Unica(Normal("N1").ConContratosDe(("A1", 5), ("A1", 6)), Actualizacion("U1", "N1", Contrato("A1", 9)))),
            Is.EqualTo("A1=9 A1=6")
        );

    [Test]
    public void Una_correccion_posterior_sustituye_lo_actualizado() =>
        Assert.That(
            Personas(
                Unica(
                    Normal("N1").ConContratosDe(("A1", 5)),
                    Actualizacion("U1", "N1", Contrato("A1", 7)),
                    Correccion("C1", "N1").ConContratosDe(("A1", 6))
                )
            ),
            Is.EqualTo("A1=6")
        );

    [Test]
    public void Posterior_a_la_correccion_cambia_a_la_que_sustituyo() =>
        Assert.That(
            Personas(
                Unica(
                    Normal("N1").ConContratosDe(("A1", 5)),
                    Correccion("C1", "N1").ConContratosDe(("A1", 6)),
                    Actualizacion("U1", "N1", Contrato("A1", 7))
                )
            ),
            Is.EqualTo("A1=7")
        );

    [Test]
    public void Si_la_correccion_se_anula_vuelve_la_base_con_su_actualizacion() =>
        Assert.That(
            Personas(
                Unica(
                    Normal("N1").ConContratosDe(("A1", 5)),
                    Correccion("C1", "N1").ConContratosDe(("A1", 6)),
                    Actualizacion("U1", "N1", Contrato("A1", 7)),
                    SinEfectos("E1", "C1")
                )
            ),
            Is.EqualTo("A1=7")
        );

    [Test]
    public void Sin_base_viva_no_hace_nada() =>
        Assert.That(Clasificar([Normal("N1"), SinEfectos("E1", "N1"), Actualizacion("U1", "N1", Contrato("A1", 7))]).Veredictos, Is.Empty);

    [Test]
    public void Una_referencia_que_no_cuenta_no_cambia_nada()
    {
        var clasificado = Clasificar([Normal("N1").ConContratosDe(("A1", 5)), Actualizacion("U1", "X9", Contrato("A1", 7))]);
        Assert.Multiple(() =>
        {
            Assert.That(Personas(clasificado.Veredictos.Single().Informativa), Is.EqualTo("A1=5"));
            Assert.That(clasificado.ReferenciasIgnoradas, Is.EqualTo(new[] { "U1" }));
        });
    }

    [Test]
    public void Lo_actualizado_tambien_se_juzga() =>
        Assert.That(
            Clasificar([Normal("N1").ConContratosDe(("A1", 5)), Actualizacion("U1", "N1", Contrato("A1", 0))]).Veredictos.Single().Lista,
            Is.EqualTo(Lista.Inconsistente)
        );

    private static Informativa Unica(params Informativa[] presentadas) => Clasificar(presentadas).Veredictos.Single().Informativa;

    private static Contrato Contrato(string folio, int personas) => UnContrato(folio) with { PersonasTrabajadoras = personas };

    private static string Personas(Informativa informativa) =>
        string.Join(' ', informativa.Contratos.Select(contrato => $"{contrato.Folio}={contrato.PersonasTrabajadoras}"));
}

file static class Contratos
{
    public static Informativa ConContratosDe(this Informativa informativa, params (string Folio, int Personas)[] contratos) =>
        informativa with
        {
            Contratos = [.. contratos.Select(par => UnContrato(par.Folio) with { PersonasTrabajadoras = par.Personas })],
        };
}
