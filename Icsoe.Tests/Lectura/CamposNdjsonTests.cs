using Icsoe.Domain.Modelo;
using static Icsoe.Tests.Lectura.LineaNdjson;

namespace Icsoe.Tests.Lectura;

/// <summary>What each field of NDJSON may say.</summary>
public sealed class CamposNdjsonTests
{
    [TestCase("2020", false)]
    [TestCase("2021", true)]
    [TestCase("9999", true)]
    [TestCase("10000", false)]
    [TestCase("2026.0", false)]
    [TestCase("\"2026\"", false)]
    [TestCase("null", false)]
    public void El_ejercicio_va_de_2021_a_9999(string valor, bool vale) =>
        Prueba("\"ejercicio\":2026", $"\"ejercicio\":{valor}", "ejercicio", vale);

    [TestCase("0", false)]
    [TestCase("1", true)]
    [TestCase("3", true)]
    [TestCase("4", false)]
    public void El_cuatrimestre_va_de_1_a_3(string valor, bool vale) =>
        Prueba("\"cuatrimestre\":1", $"\"cuatrimestre\":{valor}", "cuatrimestre", vale);

    [TestCase("-1", false)]
    [TestCase("0", true)]
    [TestCase("10000000", true)]
    [TestCase("10000001", false)]
    [TestCase("99999999999", false)]
    [TestCase("1.5", false)]
    [TestCase("1e2", false)]
    [TestCase("true", false)]
    [TestCase("null", true)]
    public void Las_personas_son_un_entero_desde_cero(string valor, bool vale) =>
        Prueba("\"personas_trabajadoras\":12", $"\"personas_trabajadoras\":{valor}", "contratos[0].personas_trabajadoras", vale);

    [TestCase("-1", false)]
    [TestCase("0", true)]
    [TestCase("null", true)]
    public void Los_contratos_declarados_son_un_entero_desde_cero(string valor, bool vale) =>
        Prueba("\"contratos_declarados\":1", $"\"contratos_declarados\":{valor}", "contratos_declarados", vale);

    [TestCase("\"normal\"", true)]
    [TestCase("\"correccion\"", true)]
    [TestCase("\"actualizacion\"", true)]
    [TestCase("\"Normal\"", false)]
    [TestCase("\"otro\"", false)]
    [TestCase("null", false)]
    [TestCase("1", false)]
    public void El_tipo_es_uno_de_los_cinco(string valor, bool vale) => Prueba("\"tipo\":\"normal\"", $"\"tipo\":{valor}", "tipo", vale);

    [TestCase("\"fisica\"", false, Description = "The RFC is of a moral")]
    [TestCase("\"Moral\"", false)]
    [TestCase("null", false)]
    public void El_tipo_de_persona_se_exige(string valor, bool vale)
    {
        var leida = Una(Con("\"COMERCIAL EJEMPLO\",\"tipo_persona\":\"moral\"", $"\"COMERCIAL EJEMPLO\",\"tipo_persona\":{valor}"));
        Assert.That(leida.Informativa is not null, Is.EqualTo(vale));
    }

    [TestCase("", false)]
    [TestCase("  ", false)]
    [TestCase("A", true)]
    [TestCase("N-26/0001 B", true)]
    [TestCase(" A", false)]
    [TestCase("A ", false)]
    [TestCase("A\\u0000B", false)]
    [TestCase("A\\tB", false)]
    [TestCase("1234567890123456789012345678901234567890", true)]
    [TestCase("12345678901234567890123456789012345678901", false)]
    public void El_folio_es_opaco_pero_acotado(string folio, bool vale)
    {
        Prueba("\"folio\":\"N262253432\"", $"\"folio\":\"{folio}\"", "folio", vale);
        Prueba("\"folio\":\"A26P3662382\"", $"\"folio\":\"{folio}\"", "contratos[0].folio", vale);
    }

    [Test]
    public void Un_sin_efectos_sin_referencia_se_rechaza()
    {
        Rechaza(Con("\"tipo\":\"normal\"", "\"tipo\":\"sin_efectos\""), "referencia");
        var acepta = Con("\"tipo\":\"normal\"", "\"tipo\":\"sin_efectos\"").Replace("\"referencia\":null", "\"referencia\":\"N1\"");
        Assert.That(Acepta(acepta).Referencia, Is.EqualTo("N1"));
    }

    [TestCase("2026-05-12T10:31:00-06:00", "2026-05-12T16:31:00Z", "2026-05-12")]
    [TestCase("2026-05-12T10:31:00Z", "2026-05-12T10:31:00Z", "2026-05-12")]
    [TestCase("2026-05-12T05:59:59.9999999Z", "2026-05-12T05:59:59.9999999Z", "2026-05-11")]
    [TestCase("2026-05-12T05:59:59.999999999Z", "2026-05-12T05:59:59.9999999Z", "2026-05-11")]
    [TestCase("2026-05-12T06:00:00Z", "2026-05-12T06:00:00Z", "2026-05-12")]
    [TestCase("2026-05-12T10:31:00", "2026-05-12T16:31:00Z", "2026-05-12")]
    [TestCase("2026-05-12 10:31", "2026-05-12T16:31:00Z", "2026-05-12")]
    [TestCase("2026-05-12", "2026-05-12T06:00:00Z", "2026-05-12")]
    [TestCase("2022-07-01", "2022-07-01T05:00:00Z", "2022-07-01", Description = "Horario de verano")]
    [TestCase("2021-01-01T00:00:00-06:00", "2021-01-01T06:00:00Z", "2021-01-01")]
    public void La_presentacion_es_un_instante_y_su_dia_en_Mexico(string escrita, string instante, string dia)
    {
        var informativa = Acepta(Con("2026-05-12T10:31:00-06:00", escrita));
        Assert.That(informativa.PresentadaEn, Is.EqualTo(DateTimeOffset.Parse(instante)));
        Assert.That(informativa.FechaPresentacion, Is.EqualTo(DateOnly.Parse(dia)));
    }

    [TestCase("")]
    [TestCase("ayer")]
    [TestCase("12/05/2026")]
    [TestCase("2026-02-30")]
    [TestCase("2026-05-12T25:00:00Z")]
    [TestCase("2026-05-12T10:31:00+25:00")]
    [TestCase("2026-05-12T")]
    [TestCase("2026-05-12TZ")]
    [TestCase("2026-05-12T10:31 PM")]
    [TestCase("2020-12-31T23:59:59-06:00")]
    [TestCase("2021-01-01T05:59:59Z")]
    [TestCase("9999-12-31")]
    [TestCase("9999-12-31T23:59:59-06:00")]
    [TestCase("0001-01-01T00:00:00+14:00")]
    public void Una_presentacion_ilegible_se_rechaza(string escrita) =>
        Rechaza(Con("2026-05-12T10:31:00-06:00", escrita), "fecha_presentacion");

    [TestCase("\"15/01/2026\"", "15/01/2026")]
    [TestCase("\"2026-02-30\"", "2026-02-30")]
    [TestCase("20260115", "20260115")]
    [TestCase("true", "true")]
    [TestCase("{\"d\":15}", "{\"d\":15}")]
    [TestCase("[2026,1,15]", "[2026,1,15]")]
    [TestCase("null", null)]
    [TestCase("\" \"", null)]
    public void Una_fecha_de_inicio_ilegible_no_rechaza(string valor, string? ilegible)
    {
        var contrato = Acepta(Con("\"2026-01-15\"", valor)).Contratos.Single();
        Assert.That(contrato.FechaInicio, Is.Null);
        Assert.That(contrato.FechaInicioIlegible, Is.EqualTo(ilegible));
        Assert.That(contrato.PersonasTrabajadoras, Is.EqualTo(12));
    }

    [TestCase("\"2026-12-31\"", true)]
    [TestCase("null", true)]
    [TestCase("\"31/12/2026\"", false)]
    [TestCase("\"\"", false)]
    [TestCase("20261231", false)]
    public void Una_fecha_de_fin_ilegible_rechaza(string valor, bool vale) =>
        Prueba("\"fecha_fin\":null", $"\"fecha_fin\":{valor}", "contratos[0].fecha_fin", vale);

    [TestCase("CEJ010101AA1", true)]
    [TestCase("CEJ010101AA2", true)]
    [TestCase("XAXX010101000", true)]
    [TestCase("CEJ011301AA1", false)]
    [TestCase("cej010101aa1", false)]
    [TestCase("CEJX010101AA1", false)]
    [TestCase("", true)]
    public void Un_RFC_sin_forma_rechaza_y_uno_con_mal_digito_solo_advierte(string rfc, bool vale)
    {
        var limpia = Con("\"rfc\":\"SEM180312AB1\",", "").Replace("CEJ010101AA1", rfc);
        var leida = Una(limpia);
        Assert.That(leida.Informativa is not null, Is.EqualTo(vale), string.Join('\n', leida.Rechazos));
        if (vale && rfc.Length == 12)
            Assert.That(leida.Advertencias.Any(a => a.Campo == "contratos[0].contratante.rfc"), Is.EqualTo(!Rfc.DigitoCorrecto(rfc)));
        if (!vale)
            Assert.That(leida.Rechazos.Single().ToString(), Does.Not.Contain(rfc));
    }

    [Test]
    public void Los_textos_se_guardan_como_vienen()
    {
        var informativa = Acepta(
            Con("\"MTTO\"", "\"  =1+1 😀 \\u200f_x0041_ línea\\n2  \"").Replace("COMERCIAL EJEMPLO", " COMERCIAL  EJEMPLO ")
        );
        Assert.That(informativa.Contratos[0].Servicio, Is.EqualTo("  =1+1 😀 \u200f_x0041_ línea\n2  "));
        Assert.That(informativa.Contratos[0].Contratante.Nombre, Is.EqualTo(" COMERCIAL  EJEMPLO "));
    }

    [TestCase("null")]
    [TestCase("\"\"")]
    [TestCase("\" \\n\"")]
    public void Un_servicio_en_blanco_es_nulo(string valor) => Assert.That(Acepta(Con("\"MTTO\"", valor)).Contratos[0].Servicio, Is.Null);

    [Test]
    public void Los_caracteres_que_XML_prohibe_se_sustituyen_y_se_cuentan()
    {
        var leida = Una(Con("\"MTTO\"", "\"a\\u0000b\\ud800c\\uffff\\ud83d\\ude00\\t\""));
        Assert.That(leida.Informativa!.Contratos[0].Servicio, Is.EqualTo("a\uFFFDb\uFFFDc\uFFFD😀\t"));
        Assert.That(leida.Advertencias.Select(a => a.Campo), Does.Contain("contratos[0].servicio"));
        Assert.That(leida.Advertencias.Single(a => a.Campo == "contratos[0].servicio").Motivo, Does.Contain(": 3."));
    }

    [TestCase(500, true)]
    [TestCase(501, false)]
    public void Un_nombre_tiene_limite(int largo, bool vale) =>
        Prueba("COMERCIAL EJEMPLO", new string('Ñ', largo), "contratos[0].contratante.nombre", vale);

    [TestCase(32_767, true)]
    [TestCase(32_768, false)]
    public void Un_servicio_cabe_en_una_celda(int largo, bool vale) =>
        Prueba("\"MTTO\"", $"\"{new string('a', largo)}\"", "contratos[0].servicio", vale);
}
