using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;
using Icsoe.Tests.Constructores;

namespace Icsoe.Tests.Reglas;

public class MismoContratanteTests
{
    private const string Generico = "XEXX010101000";

    [TestCase("SEM180312AB1", "SEM180312AB1", "OTRO NOMBRE", true, false, TestName = "El mismo RFC basta, aunque el nombre difiera")]
    [TestCase("SEM180312AB1", "CEJ010101AA1", "EJEMPLO SA DE CV", false, false, TestName = "Con RFC distintos el nombre no cuenta")]
    [TestCase(null, "CEJ010101AA1", "EJEMPLO SA DE CV", true, true, TestName = "Sin RFC del contratista decide el nombre")]
    [TestCase("SEM180312AB1", null, "EJEMPLO SA DE CV", true, true, TestName = "Sin RFC del contratante decide el nombre")]
    [TestCase(null, null, "EJEMPLO SC", false, false, TestName = "Otro sufijo es otro nombre")]
    [TestCase(Generico, Generico, "OTRO NOMBRE", false, false, TestName = "Un RFC genérico no identifica a nadie")]
    [TestCase(Generico, Generico, "EJEMPLO SA DE CV", true, true, TestName = "Con RFC genérico decide el nombre")]
    public void Por_rfc_y_si_falta_por_clave(
        string? rfcContratista,
        string? rfcContratante,
        string nombre,
        bool esElMismo,
        bool confianzaBaja
    )
    {
        var informativa = UnaInformativa.EntrePartes(
            new Parte("Ejemplo, S.A. de C.V.", TipoPersona.Moral, rfcContratista),
            new Parte(nombre, TipoPersona.Moral, rfcContratante)
        );
        var hallazgo = new Juez().Juzgar(informativa, []).Inconsistencias.SingleOrDefault();
        Assert.Multiple(() =>
        {
            Assert.That(hallazgo?.Codigo, Is.EqualTo(esElMismo ? Codigo.MismoContratante : (Codigo?)null));
            Assert.That(hallazgo?.ConfianzaBaja ?? false, Is.EqualTo(confianzaBaja));
        });
    }

    [TestCase("ÑANDÚ SC", "n\u0303andu\u0301 S.C.", true)]
    [TestCase("Ángel Ruiz", "ANGEL RUIZ", true)]
    [TestCase("& HIJOS", "Y HIJOS", true)]
    [TestCase("\u200fEJEMPLO", "¡Ejemplo!", true)]
    [TestCase("ÑANDÚ", "NANDU", false)]
    [TestCase("…", "EJEMPLO", false)]
    public void Sin_rfc_cuenta_el_nombre_plegado(string contratista, string contratante, bool esElMismo) =>
        Assert.That(
            new Juez()
                .Juzgar(
                    UnaInformativa.EntrePartes(new Parte(contratista, TipoPersona.Moral), new Parte(contratante, TipoPersona.Moral)),
                    []
                )
                .Inconsistencias,
            Has.Count.EqualTo(esElMismo ? 1 : 0)
        );

    [Test]
    public void Otro_tipo_de_persona_es_otra_parte() =>
        Assert.That(
            new Juez()
                .Juzgar(
                    UnaInformativa.EntrePartes(new Parte("JUAN PÉREZ", TipoPersona.Fisica), new Parte("JUAN PÉREZ", TipoPersona.Moral)),
                    []
                )
                .Inconsistencias,
            Is.Empty
        );
}
