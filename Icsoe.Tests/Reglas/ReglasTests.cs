using FluentValidation.TestHelper;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;
using Icsoe.Tests.Constructores;

namespace Icsoe.Tests.Reglas;

/// <summary>Each rule on both sides of its edge.</summary>
public class ReglasTests
{
    [TestCase(null)]
    [TestCase(0)]
    [TestCase(-1)]
    public void Un_contrato_necesita_personas(int? personas) =>
        new SinTrabajadores()
            .TestValidate(UnaInformativa.ConTrabajadores(personas))
            .ShouldHaveValidationErrorFor("Contratos[0]")
            .WithErrorCode("SIN_TRABAJADORES")
            .WithErrorMessage("Sin trabajadores.");

    [Test]
    public void Una_persona_basta() =>
        new SinTrabajadores().TestValidate(UnaInformativa.ConTrabajadores(1)).ShouldNotHaveAnyValidationErrors();

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" \t\r\n\u00a0")]
    [TestCase("\u200b\ufeff\u200f")]
    public void Un_servicio_sin_texto_es_nulo(string? servicio) =>
        new ServicioNulo()
            .TestValidate(UnaInformativa.ConServicio(servicio))
            .ShouldHaveValidationErrorFor("Contratos[0]")
            .WithErrorCode("SERVICIO_NULO");

    [TestCase("S")]
    [TestCase(" 🛗 ")]
    public void Cualquier_texto_describe_el_servicio(string servicio) =>
        new ServicioNulo().TestValidate(UnaInformativa.ConServicio(servicio)).ShouldNotHaveAnyValidationErrors();

    [TestCase(TipoInformativa.Normal, true)]
    [TestCase(TipoInformativa.Correccion, true)]
    [TestCase(TipoInformativa.SinInformacion, false)]
    [TestCase(TipoInformativa.SinEfectos, false)]
    [TestCase(null, false)]
    public void El_servicio_solo_obliga_a_normal_y_correccion(TipoInformativa? tipo, bool obliga) =>
        Assert.That(new ServicioNulo().Validate(UnaInformativa.ConServicio(null) with { Tipo = tipo }).IsValid, Is.Not.EqualTo(obliga));

    [TestCase(TipoInformativa.Normal, false)]
    [TestCase(TipoInformativa.Correccion, false)]
    [TestCase(TipoInformativa.SinInformacion, true)]
    [TestCase(TipoInformativa.SinEfectos, true)]
    [TestCase(null, true)]
    public void Sin_contratos_solo_puede_ser_sin_informacion(TipoInformativa? tipo, bool vale) =>
        Assert.That(new SinContratos().Validate(UnaInformativa.Normal() with { Tipo = tipo, Contratos = [] }).IsValid, Is.EqualTo(vale));

    [Test]
    public void Con_un_contrato_hay_contratos() =>
        new SinContratos().TestValidate(UnaInformativa.Normal()).ShouldNotHaveAnyValidationErrors();

    [TestCase(null, true)]
    [TestCase(1, true)]
    [TestCase(0, false)]
    [TestCase(2, false)]
    public void Los_contratos_declarados_son_los_presentados(int? declarados, bool vale)
    {
        var hallazgos = Juzgar(UnaInformativa.Normal() with { ContratosDeclarados = declarados }).Inconsistencias;
        Assert.That(hallazgos, Has.Count.EqualTo(vale ? 0 : 1));
        if (!vale)
            Assert.That(
                (hallazgos[0].Declarados, hallazgos[0].Presentados, hallazgos[0].Contrato),
                Is.EqualTo((declarados, 1, (string?)null))
            );
    }

    [Test]
    public void El_conteo_tambien_obliga_a_una_sin_informacion() =>
        Assert.That(
            Juzgar(UnaInformativa.SinInformacion() with { ContratosDeclarados = 3 }).Inconsistencias.Single().Codigo,
            Is.EqualTo(Codigo.ConteoContratos)
        );

    [Test]
    public void Una_sin_informacion_esta_exenta_de_las_reglas_de_contrato()
    {
        var vacio = UnaInformativa.UnContrato() with
        {
            Servicio = null,
            FechaInicio = null,
            PersonasTrabajadoras = null,
            Contratante = UnaInformativa.Contratista,
        };
        Assert.Multiple(() =>
        {
            Assert.That(Juzgar(UnaInformativa.SinInformacion().ConContratos(vacio)), Is.EqualTo(Dictamen.Limpio));
            Assert.That(Juzgar(UnaInformativa.Normal().ConContratos(vacio)).Inconsistencias, Has.Count.EqualTo(4));
        });
    }

    [Test]
    public void Lo_que_el_espejo_no_trae_no_rompe_las_reglas()
    {
        var nadie = new Parte(null, null);
        var nula = new Informativa
        {
            Folio = null,
            Tipo = null,
            Periodo = UnaInformativa.Periodo,
            FechaPresentacion = null,
            Contratista = nadie,
            Contratos = [new Contrato { Folio = null, Contratante = nadie }],
        };
        Assert.That(
            new Juez().Juzgar(nula, [nula, nula with { Folio = "N1" }]).Inconsistencias.Select(hallazgo => hallazgo.Codigo),
            Is.EqualTo(new[] { Codigo.FechaInicio, Codigo.SinTrabajadores, Codigo.InformativaMultiple })
        );
    }

    [Test]
    public void Los_hallazgos_siguen_el_catalogo_y_luego_los_contratos()
    {
        var uno = UnaInformativa.UnContrato("A1") with { PersonasTrabajadoras = 0, FechaInicio = new DateOnly(2020, 1, 1) };
        var dos = UnaInformativa.UnContrato("A2") with { PersonasTrabajadoras = 0, FechaInicio = null };
        var dictamen = new Juez(PoliticaFechaInicio.Mover).Juzgar(
            UnaInformativa.Normal().ConContratos(uno, dos) with
            {
                ContratosDeclarados = 3,
            },
            []
        );
        Assert.That(
            dictamen.Inconsistencias.Select(hallazgo => (hallazgo.Codigo, hallazgo.Contrato)),
            Is.EqualTo(
                new (Codigo, string?)[]
                {
                    (Codigo.FechaInicio, "A1"),
                    (Codigo.FechaInicio, "A2"),
                    (Codigo.ConteoContratos, null),
                    (Codigo.SinTrabajadores, "A1"),
                    (Codigo.SinTrabajadores, "A2"),
                }
            )
        );
    }

    private static Dictamen Juzgar(Informativa informativa) => new Juez().Juzgar(informativa, [informativa]);
}
