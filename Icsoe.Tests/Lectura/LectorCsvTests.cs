using System.Text;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using static Icsoe.Tests.Lectura.TablaDePrueba;

namespace Icsoe.Tests.Lectura;

/// <summary>CSV as text: its header, its quotes, its bytes.</summary>
public sealed class LectorCsvTests
{
    private static string Rechazo(string texto, LimitesDeLectura? limites = null) =>
        Assert.Throws<LecturaException>(() => LeerCsv(texto, limites))!.Message;

    [Test]
    public void Cada_columna_llega_a_su_lugar()
    {
        var informativa = Acepta(
            Fila().Con("contratos_declarados", 1).Con("referencia", "N1").Con("tipo", "correccion").Con("fecha_fin", "2026-12-31")
        );
        var contrato = informativa.Contratos.Single();
        Assert.Multiple(() =>
        {
            Assert.That(informativa.Folio, Is.EqualTo("N260000001"));
            Assert.That(informativa.Tipo, Is.EqualTo(TipoInformativa.Correccion));
            Assert.That(informativa.Periodo, Is.EqualTo(Periodo.De(2026, 1)));
            Assert.That(informativa.PresentadaEn, Is.EqualTo(new DateTimeOffset(2026, 5, 12, 16, 31, 0, TimeSpan.Zero)));
            Assert.That(informativa.ContratosDeclarados, Is.EqualTo(1));
            Assert.That(informativa.Referencia, Is.EqualTo("N1"));
            Assert.That(
                informativa.Contratista,
                Is.EqualTo(new Parte("SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.", TipoPersona.Moral, "SEM180312AB1"))
            );
            Assert.That(contrato.Folio, Is.EqualTo("A26P0001001"));
            Assert.That(contrato.Contratante, Is.EqualTo(new Parte("COMERCIAL EJEMPLO", TipoPersona.Moral, "CEJ010101AA1")));
            Assert.That(contrato.Servicio, Is.EqualTo("MTTO \"PREVENTIVO\"; A\nELEVADORES, ñ 😀"));
            Assert.That(contrato.FechaInicio, Is.EqualTo(new DateOnly(2026, 1, 15)));
            Assert.That(contrato.FechaFin, Is.EqualTo(new DateOnly(2026, 12, 31)));
            Assert.That(contrato.PersonasTrabajadoras, Is.EqualTo(12));
        });
    }

    [Test]
    public void Separador_salto_y_BOM_no_importan([Values(',', ';')] char separador, [Values("\n", "\r\n")] string salto, [Values] bool bom)
    {
        var texto = (bom ? "\uFEFF" : "") + Csv(separador, salto, Nombres, Fila(), Fila(2));
        foreach (var otro in (string[])[texto, texto.TrimEnd()])
            Assert.That(
                LeerCsv(otro).Select(l => l.Informativa.Retrato()),
                Is.EqualTo([Acepta(Fila()).Retrato(), Acepta(Fila(2)).Retrato()])
            );
    }

    [Test]
    public void El_orden_de_las_columnas_no_importa_y_las_que_pueden_faltar_faltan()
    {
        string[] opcionales = ["contratos_declarados", "referencia", "contratista_rfc", "contratante_rfc"];
        var quedan = Enumerable.Range(0, 18).Where(i => !opcionales.Contains(Nombres[i])).Reverse().ToList();
        object?[] Tomar(object?[] fila) => [.. quedan.Select(i => fila[i])];
        var leida = LeerCsv(Csv(',', "\n", Tomar(Nombres), Tomar(Fila()))).Single();
        var esperada = Acepta(Fila().Con("contratista_rfc", null).Con("contratante_rfc", null));
        Assert.That(leida.Informativa.Retrato(), Is.EqualTo(esperada.Retrato()));
    }

    [Test]
    public void Las_columnas_que_faltan_sobran_o_se_repiten_se_dicen_todas()
    {
        var encabezado = string.Join(',', Nombres).Replace("servicio", "servcio").Replace("fecha_fin", "fecha_inicio");
        Assert.That(
            Rechazo(encabezado + "\n" + Csv(Fila())),
            Is.EqualTo(
                "tabla.csv: fila 1: faltan las columnas «servicio», «fecha_fin»; se repite «fecha_inicio»; no se reconoce la columna «servcio» (la más parecida es «servicio»)."
            )
        );
        Assert.That(Rechazo("hola,qué,tal\n1,2,3\n"), Does.Contain("faltan las columnas «folio», «tipo»"));
        Assert.That(Rechazo(string.Join(',', Nombres) + ",contratante_nombr\n"), Does.Contain("«contratante_nombre»"));
    }

    [TestCase("")]
    [TestCase("\n\r\n \n")]
    public void Un_archivo_sin_encabezado_se_rechaza_entero(string texto) => Assert.Throws<LecturaException>(() => LeerCsv(texto));

    [Test]
    public void Un_encabezado_sin_renglones_se_rechaza_entero() =>
        Assert.That(Rechazo(Csv() + "\r\n,,,,,,,,,,,,,,,,,\r\n"), Does.Contain("no trae ninguna informativa"));

    [Test]
    public void Los_renglones_en_blanco_se_cuentan_y_se_saltan()
    {
        var texto = "\n" + Csv(Fila()) + "\n" + new string(',', 17) + "\n" + Csv(',', "\n", SinContratos(2));
        Assert.That(LeerCsv(texto).Select(l => l.Linea), Is.EqualTo([3, 6]));
    }

    [Test]
    public void Un_salto_dentro_de_comillas_no_hace_otro_renglon() =>
        Assert.That(LeerCsv(Csv(Fila(), Fila(2))).Select(l => l.Linea), Is.EqualTo([2, 3]));

    [Test]
    public void Un_renglon_que_empieza_con_gato_no_es_un_comentario() =>
        Assert.That(
            LeerCsv(Csv(Fila().Con("folio", "#1"), Fila().Con("folio", "\0"))).Select(l => l.Informativa?.Folio),
            Is.EqualTo(["#1", null])
        );

    [Test]
    public void Un_separador_sin_comillas_rechaza_su_informativa_y_sigue()
    {
        var malo = Csv(',', "\n", Fila()).Replace("COMERCIAL EJEMPLO", "COMERCIAL, EJEMPLO");
        var lineas = LeerCsv(Csv() + malo + Csv(',', "\n", Fila(2)));
        Assert.That(lineas.Lugares(), Is.EqualTo(["2 renglón"]));
        Assert.That(lineas[0].Rechazos[0].Motivo, Does.StartWith("tiene 19 campos y el encabezado 18;"));
        Assert.That(lineas[1].Informativa, Is.Not.Null);
    }

    [Test]
    public void Los_separadores_del_final_pueden_faltar_si_no_hay_contrato_y_sobrar_si_no_traen_nada()
    {
        var sinContrato = Csv(',', "", SinContratos()).TrimEnd(',') + "\n";
        Assert.That(LeerCsv(Csv() + sinContrato).Single().Informativa!.Contratos, Is.Empty);
        Assert.That(LeerCsv(Csv() + Csv(',', "", Fila()) + ",, ,\n").Single().Informativa, Is.Not.Null);
        var cortado = Csv(',', "", Fila())[..^3];
        Assert.That(LeerCsv(Csv() + cortado).Lugares(), Is.EqualTo(["2 renglón"]));
    }

    [TestCase("\"sin cerrar")]
    [TestCase("\"mal\" cerrado")]
    public void Unas_comillas_que_no_cierran_rechazan_el_archivo(string campo)
    {
        var texto = Csv(Fila(), Fila(2)) + Csv(',', "\n", Fila(3)).Replace("COMERCIAL EJEMPLO", campo);
        Assert.That(Rechazo(texto), Does.StartWith("tabla.csv: fila 4: ").And.Contain("comillas"));
    }

    [Test]
    public void Unas_comillas_a_media_palabra_son_texto() =>
        Assert.That(
            LeerCsv(Csv(Fila()).Replace("COMERCIAL EJEMPLO", "TUBO 3\" EJEMPLO")).Single().Informativa!.Contratos[0].Contratante.Nombre,
            Is.EqualTo("TUBO 3\" EJEMPLO")
        );

    [Test]
    public void Un_campo_sin_fin_se_rechaza_sin_guardarlo()
    {
        var bytes = new byte[64 << 20];
        Array.Fill(bytes, (byte)'a');
        Encoding.UTF8.GetBytes(Csv() + "\"").CopyTo(bytes, 0);
        var antes = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(Assert.Throws<LecturaException>(() => LeerCsv(bytes))!.Message, Does.Contain("fila 2: pasa de 1,048,576 caracteres"));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - antes, Is.LessThan(16 << 20));
    }

    [Test]
    public void Un_UTF8_invalido_rechaza_el_archivo_y_dice_su_linea([Values(1, 3_000, 9_000)] int antes)
    {
        var filas = Enumerable.Range(1, antes).Select(i => Fila(i).Con("servicio", "é"));
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Csv([.. filas])), 0xD1, (byte)'A', .. "\r\n"u8];
        Assert.That(Assert.Throws<LecturaException>(() => LeerCsv(bytes))!.Message, Does.Contain($"la línea {antes + 2:N0} no es UTF-8"));
        Assert.Throws<LecturaException>(() => LeerCsv(bytes[..^3]));
        Assert.That(LeerCsv(bytes[..^4]), Has.Count.EqualTo(antes));
    }

    [Test]
    public void Lo_que_no_es_texto_o_es_demasiado_se_rechaza_entero()
    {
        Assert.That(Rechazo("PK\u0003\u0004"), Does.Contain("zip"));
        Assert.That(Rechazo(new string('\0', 100)), Does.Contain("no es un archivo de texto"));
        Assert.That(Assert.Throws<LecturaException>(() => LeerCsv([0xFF, 0xFE, 65, 0]))!.Message, Does.Contain("UTF-16"));
        Assert.That(Rechazo(Csv(Fila()), new LimitesDeLectura { BytesDeTexto = 300 }), Does.Contain("pasa de 300 bytes"));
    }
}
