using Icsoe.Domain.Modelo;

namespace Icsoe.Tests.Modelo;

/// <summary>Vectors of fold spec 1, which is frozen: a failing one is a mistake in the code, never in the vector.</summary>
public class PlegadoTests
{
    [TestCase("Ejemplo, S.A. de C.V.", "EJEMPLO SA DE CV")]
    [TestCase("EJEMPLO SA DE CV", "EJEMPLO SA DE CV")]
    [TestCase("EJEMPLO S A DE C V", "EJEMPLO SA DE CV")]
    [TestCase("EJEMPLO, S.A DE C.V", "EJEMPLO SA DE CV")]
    [TestCase("Ejemplo Sociedad Anónima de Capital Variable", "EJEMPLO SA DE CV")]
    [TestCase("EJEMPLO SOCIEDAD ANONIMA DE C.V.", "EJEMPLO SA DE CV")]
    [TestCase("EJEMPLO S.A.", "EJEMPLO SA")]
    [TestCase("EJEMPLO S.C.", "EJEMPLO SC")]
    [TestCase("EJEMPLO S. DE R.L. MI", "EJEMPLO S DE RL MI")]
    [TestCase("EJEMPLO S.C. DE R.L. DE C.V.", "EJEMPLO SC DE RL DE CV")]
    [TestCase("EJEMPLO S.A.P.I. DE C.V., SOFOM, E.N.R.", "EJEMPLO SAPI DE CV SOFOM ENR")]
    [TestCase("  Peña & Hijos--del   Bajío ", "PENA Y HIJOS DEL BAJIO")]
    [TestCase("PEN\u0303A", "PENA")]
    [TestCase("A\u200bB\u200f C", "AB C")]
    [TestCase("S.A. de C.V.", "S A DE C V")]
    [TestCase("…", "")]
    [TestCase("", "")]
    [TestCase("&", "Y")]
    [TestCase("A&B&", "A Y B Y")]
    [TestCase("a\u00adb ª ß ŉ ǆ", "AB ª ß ŉ Ǆ")]
    [TestCase("“CAFÉ” – Ω", "CAFE Ω")]
    public void Pliega(string texto, string plegado) => Assert.That(Plegado.Plegar(texto), Is.EqualTo(plegado));

    [TestCase("EJEMPLO, S.A. DE C.V.", "Ejemplo Sa De Cv", true)]
    [TestCase("EJEMPLO, S.A. DE C.V.", "EJEMPLO SOCIEDAD ANÓNIMA DE CAPITAL VARIABLE", true)]
    [TestCase("EJEMPLO, S.A. DE C.V.", "EJEMPLO, S.C.", false)]
    [TestCase("EJEMPLO, S.A. DE C.V.", "EJEMPLO", false)]
    [TestCase("PEÑA", "PENA", false)]
    [TestCase("PEÑA", "pen\u0303a", true)]
    [TestCase("PEÑA", "PEN\u0323\u0303A", true)]
    [TestCase("PEÑA", "PEN\u200d\u0303A…", true)]
    [TestCase("PÉREZ", "PEREZ", true)]
    [TestCase("A & B", "A Y B", true)]
    public void La_clave_une_escrituras_y_conserva_la_enie(string uno, string otro, bool misma) =>
        Assert.That(Plegado.Clave(uno, TipoPersona.Moral) == Plegado.Clave(otro, TipoPersona.Moral), Is.EqualTo(misma));

    [Test]
    public void La_clave_son_trece_letras_y_distingue_el_tipo_de_persona() =>
        Assert.Multiple(() =>
        {
            Assert.That(Plegado.Clave("EJEMPLO", TipoPersona.Moral), Does.Match("^[a-z2-7]{13}$"));
            Assert.That(Plegado.Clave("EJEMPLO", TipoPersona.Fisica), Is.Not.EqualTo(Plegado.Clave("EJEMPLO", TipoPersona.Moral)));
        });

    [Test]
    public void Un_sustituto_suelto_no_lo_rompe() => Assert.That(Plegado.Plegar("É\ud83d"), Is.EqualTo("E"));
}
