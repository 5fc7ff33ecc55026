using System.Text;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using static Icsoe.Tests.Lectura.LineaNdjson;

namespace Icsoe.Tests.Lectura;

/// <summary>Files and lines of NDJSON.</summary>
public sealed class LectorNdjsonTests
{
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
        var leida = Una(Con("[" + UnContrato + "]", "[" + string.Join(',', Enumerable.Repeat("{}", 1000)) + "]"));
        Assert.That(leida.Rechazos, Has.Count.EqualTo(101));
        Assert.That(leida.Rechazos[^1].Motivo, Does.Contain("1,900"));
    }

    [TestCase("\"contratista\":" + UnContratista, "\"contratista\":null", "contratista")]
    [TestCase("\"contratista\":" + UnContratista, "\"contratista\":[]", "contratista")]
    [TestCase("[" + UnContrato + "]", "{}", "contratos")]
    [TestCase("\"nombre\":\"COMERCIAL EJEMPLO\"", "\"nombre\":\" \"", "contratos[0].contratante.nombre")]
    [TestCase("\"nombre\":\"COMERCIAL EJEMPLO\"", "\"nombre\":7", "contratos[0].contratante.nombre")]
    public void Lo_que_falta_o_es_de_otro_tipo_se_rechaza_una_vez(string antes, string ahora, string campo) =>
        Rechaza(Con(antes, ahora), campo);

    [Test]
    public void Dos_contratos_del_mismo_folio_se_aceptan() =>
        Assert.That(Acepta(Con("[" + UnContrato + "]", $"[{UnContrato},{UnContrato}]")).Contratos, Has.Count.EqualTo(2));

    [TestCase("\"contratos\":null")]
    [TestCase("\"contratos\":[]")]
    public void Una_informativa_puede_no_traer_contratos(string valor) =>
        Assert.That(Acepta(Con("\"contratos\":[" + UnContrato + "]", valor)).Contratos, Is.Empty);

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
}
