using System.Text;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;

namespace Icsoe.Tests.Lectura;

public sealed class LectorNdjsonTests
{
    private const string Contratista =
        """{"rfc":"SEM180312AB1","nombre":"SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.","tipo_persona":"moral"}""";

    private const string Contrato = """
        {"folio":"A26P3662382","contratante":{"rfc":"CEJ010101AA1","nombre":"COMERCIAL EJEMPLO","tipo_persona":"moral"},"servicio":"MTTO","fecha_inicio":"2026-01-15","fecha_fin":null,"personas_trabajadoras":12}
        """;

    private const string Valida =
        """{"folio":"N262253432","tipo":"normal","ejercicio":2026,"cuatrimestre":1,"fecha_presentacion":"2026-05-12T10:31:00-06:00","contratos_declarados":1,"referencia":null,"contratista":"""
        + Contratista
        + ""","contratos":["""
        + Contrato
        + "]}";

    private static List<LineaLeida> Leer(byte[] bytes, LimitesDeLectura? limites = null) =>
        [.. LectorNdjson.Leer(new MemoryStream(bytes), "entrada.ndjson", limites ?? new LimitesDeLectura(), default)];

    private static List<LineaLeida> Leer(string texto) => Leer(Encoding.UTF8.GetBytes(texto));

    private static LineaLeida Una(string linea) => Leer(linea).Single();

    private static string Con(string antes, string ahora)
    {
        Assert.That(Valida.Contains(antes, StringComparison.Ordinal));
        return Valida.Replace(antes, ahora, StringComparison.Ordinal);
    }

    private static void Rechaza(string linea, string campo, string? motivo = null)
    {
        var leida = Una(linea);
        Assert.That(leida.Informativa, Is.Null);
        Assert.That(leida.Rechazos.Select(r => r.Campo), Is.EqualTo([campo]), string.Join('\n', leida.Rechazos));
        if (motivo is not null)
            Assert.That(leida.Rechazos[0].Motivo, Does.Contain(motivo));
    }

    private static Informativa Acepta(string linea)
    {
        var leida = Una(linea);
        Assert.That(leida.Rechazos, Is.Empty);
        return leida.Informativa!;
    }

    [Test]
    public void Una_linea_valida_se_lee_entera()
    {
        var informativa = Acepta(Valida);
        Assert.Multiple(() =>
        {
            Assert.That(informativa.Folio, Is.EqualTo("N262253432"));
            Assert.That(informativa.Tipo, Is.EqualTo(TipoInformativa.Normal));
            Assert.That(informativa.Periodo, Is.EqualTo(Periodo.De(2026, 1)));
            Assert.That(informativa.PresentadaEn, Is.EqualTo(new DateTimeOffset(2026, 5, 12, 16, 31, 0, TimeSpan.Zero)));
            Assert.That(informativa.PresentadaEn!.Value.Offset, Is.EqualTo(TimeSpan.Zero));
            Assert.That(informativa.FechaPresentacion, Is.EqualTo(new DateOnly(2026, 5, 12)));
            Assert.That(informativa.ContratosDeclarados, Is.EqualTo(1));
            Assert.That(informativa.Contratista.Nombre, Is.EqualTo("SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V."));
            Assert.That(informativa.Contratista.Rfc, Is.EqualTo("SEM180312AB1"));
            var contrato = informativa.Contratos.Single();
            Assert.That(contrato.Folio, Is.EqualTo("A26P3662382"));
            Assert.That(contrato.Contratante.TipoPersona, Is.EqualTo(TipoPersona.Moral));
            Assert.That(contrato.FechaInicio, Is.EqualTo(new DateOnly(2026, 1, 15)));
            Assert.That(contrato.FechaFin, Is.Null);
            Assert.That(contrato.PersonasTrabajadoras, Is.EqualTo(12));
        });
    }

    [Test]
    public void Se_admiten_BOM_CRLF_lineas_en_blanco_y_un_final_sin_salto()
    {
        var lineas = Leer("\uFEFF" + Valida + "\r\n\r\n  \n" + Valida);
        Assert.That(lineas.Select(l => l.Linea), Is.EqualTo([1, 4]));
        Assert.That(lineas.All(l => l.Informativa is not null));
    }

    [Test]
    public void Una_linea_de_un_MiB_pasa_y_una_de_un_byte_mas_se_rechaza([Values(0, 1)] int sobra, [Values("\n", "\r\n")] string salto)
    {
        // Blanks after the value belong to the line and to no field.
        var relleno = new string(' ', (1 << 20) + sobra - Encoding.UTF8.GetByteCount(Valida));
        var lineas = Leer(Valida + relleno + salto + Valida + "\n");
        Assert.That(lineas, Has.Count.EqualTo(2));
        Assert.That(lineas[0].Informativa, sobra == 0 ? Is.Not.Null : Is.Null);
        Assert.That(lineas[1].Informativa, Is.Not.Null);
    }

    [Test]
    public void Una_linea_enorme_se_salta_sin_guardarla()
    {
        var enorme = new byte[40 << 20];
        Array.Fill(enorme, (byte)'a');
        Encoding.UTF8.GetBytes("\n" + Valida).CopyTo(enorme, enorme.Length - 2000);
        Array.Fill(
            enorme,
            (byte)' ',
            enorme.Length - 2000 + Encoding.UTF8.GetByteCount("\n" + Valida),
            2000 - Encoding.UTF8.GetByteCount("\n" + Valida)
        );
        var antes = GC.GetAllocatedBytesForCurrentThread();
        var lineas = Leer(enorme);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - antes, Is.LessThan(8 << 20));
        Assert.That(lineas.Select(l => l.Informativa is null), Is.EqualTo([true, false]));
    }

    [Test]
    public void Un_UTF8_invalido_rechaza_su_linea_y_sigue()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Valida + "\n{\"folio\":\""), 0xC3, 0x28, .. "\"}\n"u8, .. Encoding.UTF8.GetBytes(Valida)];
        var lineas = Leer(bytes);
        Assert.That(lineas.Select(l => l.Informativa is null), Is.EqualTo([false, true, false]));
        Assert.That(lineas[1].Rechazos.Single().ToString(), Does.StartWith("entrada.ndjson:2: línea: "));
    }

    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("hola")]
    [TestCase("{\"folio\":\"A\",}")]
    [TestCase("{\"folio\":\"A\" /* no */}")]
    [TestCase("{\"folio\":\"\\ud8\"}")]
    public void Lo_que_no_es_un_objeto_JSON_rechaza_la_linea(string linea) => Rechaza(linea, "línea");

    [Test]
    public void Lo_que_sigue_al_objeto_rechaza_la_linea() => Rechaza(Valida + "{}", "línea", "JSON");

    [TestCase(16, true)]
    [TestCase(17, false)]
    public void La_profundidad_tiene_limite(int niveles, bool legible)
    {
        // The informativa, its list and its contract are three levels already.
        var hondo = new string('[', niveles - 3) + new string(']', niveles - 3);
        var leida = Una(Con("\"2026-01-15\"", hondo));
        Assert.That(leida.Informativa is not null, Is.EqualTo(legible));
    }

    [Test]
    public void Las_claves_repetidas_rechazan_en_cualquier_nivel()
    {
        Rechaza(Con("\"tipo\":\"normal\"", "\"tipo\":\"normal\",\"tipo\":\"normal\""), "tipo", "repetida");
        Rechaza(Con("\"tipo\":\"normal\"", "\"tipo\":\"normal\",\"t\\u0069po\":\"normal\""), "tipo", "repetida");
        Rechaza(Con("\"servicio\":\"MTTO\"", "\"servicio\":\"MTTO\",\"servicio\":null"), "contratos[0].servicio", "repetida");
        Rechaza(
            Con("\"nombre\":\"COMERCIAL EJEMPLO\"", "\"nombre\":\"A\",\"nombre\":\"B\""),
            "contratos[0].contratante.nombre",
            "repetida"
        );
        Rechaza(Con("\"2026-01-15\"", "{\"a\":1,\"a\":2}"), "contratos[0].fecha_inicio", "repetida");
    }

    [Test]
    public void Una_clave_desconocida_nombra_la_mas_parecida()
    {
        Rechaza(Con("\"contratos_declarados\":1", "\"contratos_declarado\":1"), "contratos_declarado", "«contratos_declarados»");
        Rechaza(Con("\"servicio\":", "\"servcio\":"), "contratos[0].servcio", "«servicio»");
        Rechaza(Con("\"rfc\":\"CEJ010101AA1\"", "\"curp\":{\"x\":[1]}"), "contratos[0].contratante.curp", "«rfc»");
    }

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

    [Test]
    public void Todos_los_problemas_de_una_linea_se_dicen_a_la_vez()
    {
        var leida = Una(
            """{"tipo":"x","ejercicio":2020,"cuatrimestre":4,"contratista":{"nombre":" "},"contratos":[7,{"contratante":"yo"}],"otra":1}"""
        );
        Assert.That(
            leida.Rechazos.Select(r => r.Campo),
            Is.EquivalentTo([
                "folio",
                "tipo",
                "ejercicio",
                "cuatrimestre",
                "fecha_presentacion",
                "contratista.nombre",
                "contratista.tipo_persona",
                "contratos[0]",
                "contratos[1].contratante",
                "contratos[1].folio",
                "otra",
            ])
        );
    }

    [Test]
    public void Los_problemas_de_una_linea_tienen_tope()
    {
        var leida = Una(Con("[" + Contrato + "]", "[" + string.Join(',', Enumerable.Repeat("{}", 1000)) + "]"));
        Assert.That(leida.Rechazos, Has.Count.EqualTo(101));
        Assert.That(leida.Rechazos[^1].Motivo, Does.Contain("1,900"));
    }

    [TestCase("\"contratista\":" + Contratista, "\"contratista\":null", "contratista")]
    [TestCase("\"contratista\":" + Contratista, "\"contratista\":[]", "contratista")]
    [TestCase("[" + Contrato + "]", "{}", "contratos")]
    [TestCase("\"nombre\":\"COMERCIAL EJEMPLO\"", "\"nombre\":\" \"", "contratos[0].contratante.nombre")]
    [TestCase("\"nombre\":\"COMERCIAL EJEMPLO\"", "\"nombre\":7", "contratos[0].contratante.nombre")]
    public void Lo_que_falta_o_es_de_otro_tipo_se_rechaza_una_vez(string antes, string ahora, string campo) =>
        Rechaza(Con(antes, ahora), campo);

    [Test]
    public void Dos_contratos_del_mismo_folio_se_aceptan() =>
        Assert.That(Acepta(Con("[" + Contrato + "]", $"[{Contrato},{Contrato}]")).Contratos, Has.Count.EqualTo(2));

    [TestCase("\"contratos\":null")]
    [TestCase("\"contratos\":[]")]
    public void Una_informativa_puede_no_traer_contratos(string valor) =>
        Assert.That(Acepta(Con("\"contratos\":[" + Contrato + "]", valor)).Contratos, Is.Empty);

    [Test]
    public void Un_archivo_que_no_es_texto_se_rechaza_entero()
    {
        Assert.Throws<LecturaException>(() => Leer([]));
        Assert.Throws<LecturaException>(() => Leer("\n \n"));
        Assert.Throws<LecturaException>(() => Leer("PK\u0003\u0004 etcétera"));
        Assert.Throws<LecturaException>(() => Leer(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Valida)).ToArray()));
        Assert.Throws<LecturaException>(() => Leer(new byte[5000]));
        Assert.Throws<LecturaException>(() => Leer(Encoding.UTF8.GetBytes(Valida), new LimitesDeLectura { BytesDeTexto = 100 }));
    }

    private static void Prueba(string antes, string ahora, string campo, bool vale)
    {
        if (vale)
            Acepta(Con(antes, ahora));
        else
            Rechaza(Con(antes, ahora), campo);
    }
}
