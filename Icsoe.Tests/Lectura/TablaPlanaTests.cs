using System.Text;
using Icsoe.Domain.Lectura;
using static Icsoe.Tests.Lectura.TablaDePrueba;

namespace Icsoe.Tests.Lectura;

/// <summary>How rows become informativas, whatever the format of the table.</summary>
public sealed class TablaPlanaTests
{
    [Test]
    public void Los_renglones_seguidos_de_un_folio_son_una_informativa()
    {
        var lineas = LeerCsv(Csv(Fila(), Fila(1, 2), Fila(2), SinContratos(3), Fila(4)));
        Assert.That(lineas.Select(l => l.Informativa!.Contratos.Count), Is.EqualTo([2, 1, 0, 1]));
        Assert.That(lineas.Select(l => l.Linea), Is.EqualTo([2, 4, 5, 6]));
        Assert.That(
            lineas.Select(l => l.FilasDeContratos!.Select(fila => fila.Numero)),
            Is.EqualTo(
                (int[][])
                    [
                        [2, 3],
                        [4],
                        [],
                        [6],
                    ]
            )
        );
    }

    [Test]
    public void Una_tabla_dice_lo_mismo_que_su_NDJSON()
    {
        var tabla = LeerCsv(Csv(Fila().Con("servicio", "MTTO"), Fila(1, 2).Con("servicio", null))).Single().Informativa;
        const string Contrato =
            """{"folio":"A26P000100X","contratante":{"rfc":"CEJ010101AA1","nombre":"COMERCIAL EJEMPLO","tipo_persona":"moral"},"servicio":Y,"fecha_inicio":"2026-01-15","fecha_fin":null,"personas_trabajadoras":12}""";
        var linea = LineaNdjson
            .Valida.Replace("N262253432", "N260000001")
            .Replace("\"contratos_declarados\":1", "\"contratos_declarados\":null")
            .Replace(
                LineaNdjson.UnContrato,
                Contrato.Replace("X", "1").Replace("Y", "\"MTTO\"") + "," + Contrato.Replace("X", "2").Replace("Y", "null")
            );
        Assert.That(tabla.Retrato(), Is.EqualTo(LineaNdjson.Acepta(linea).Retrato()));
    }

    [TestCase("tipo", "Normal", "tipo")]
    [TestCase("folio", null, "folio")]
    [TestCase("ejercicio", "2020", "ejercicio")]
    [TestCase("ejercicio", "2026.0", "ejercicio")]
    [TestCase("cuatrimestre", null, "cuatrimestre")]
    [TestCase("fecha_presentacion", "ayer", "fecha_presentacion")]
    [TestCase("contratos_declarados", "uno", "contratos_declarados")]
    [TestCase("contratista_rfc", "SEM181312AB1", "contratista_rfc")]
    [TestCase("contratista_nombre", " ", "contratista_nombre")]
    [TestCase("contratista_tipo_persona", "otra", "contratista_tipo_persona")]
    [TestCase("contrato_folio", null, "contrato_folio")]
    [TestCase("contrato_folio", " A", "contrato_folio")]
    [TestCase("contratante_rfc", "x", "contratante_rfc")]
    [TestCase("contratante_nombre", null, "contratante_nombre")]
    [TestCase("contratante_tipo_persona", null, "contratante_tipo_persona")]
    [TestCase("fecha_fin", "31/02/2026", "fecha_fin")]
    [TestCase("personas_trabajadoras", "-1", "personas_trabajadoras")]
    [TestCase("personas_trabajadoras", "1e2", "personas_trabajadoras")]
    [TestCase("personas_trabajadoras", "99999999999", "personas_trabajadoras")]
    public void Un_campo_ilegible_se_rechaza_con_su_fila_y_su_columna(string columna, string? valor, string campo)
    {
        var esDeContrato = Array.IndexOf(Nombres, columna) >= 10;
        // A column of the informativa is wrong in every row of it; one of a contract, in its own.
        object?[][] filas = esDeContrato ? [Fila(), Fila(1, 2).Con(columna, valor)] : [Fila().Con(columna, valor)];
        var lineas = LeerCsv(Csv([.. filas, Fila(2)]));
        Assert.That(lineas.Lugares(), Is.EqualTo([$"{(esDeContrato ? 3 : 2)} {campo}"]));
        Assert.That(lineas.Select(l => l.Informativa is null), Is.EqualTo([true, false]));
    }

    [Test]
    public void Un_servicio_y_un_nombre_tienen_los_mismos_limites_que_en_NDJSON()
    {
        Acepta(Fila().Con("servicio", new string('a', 32_767)).Con("contratante_nombre", new string('Ñ', 500)));
        var mala = Fila().Con("servicio", new string('a', 32_768)).Con("contratante_nombre", new string('Ñ', 501));
        Assert.That(LeerCsv(Csv(mala)).Lugares(), Is.EquivalentTo(["2 servicio", "2 contratante_nombre"]));
    }

    [Test]
    public void Un_RFC_con_mal_digito_solo_advierte_y_nunca_se_repite()
    {
        var leida = LeerCsv(Csv(Fila(), Fila(1, 2).Con("contratante_rfc", "CEJ010101AA2"))).Single();
        Assert.That(leida.Informativa, Is.Not.Null);
        Assert.That(
            leida.Advertencias.Select(a => $"{a.Linea} {a.Campo}"),
            Does.Contain("3 contratante_rfc").Or.Contain("2 contratante_rfc")
        );
        var rechazada = LeerCsv(Csv(Fila(), Fila(1, 2).Con("contratista_rfc", "XQX260101A12"))).Single();
        Assert.That(string.Concat(rechazada.Rechazos), Does.Not.Contain("XQX"));
    }

    [TestCase("2026-01-15", "2026-01-15", null)]
    [TestCase("15/01/2026", "2026-01-15", null)]
    [TestCase("01/15/2026", null, "01/15/2026")]
    [TestCase("enero", null, "enero")]
    [TestCase("2026-02-30", null, "2026-02-30")]
    [TestCase("46037", null, "46037")]
    [TestCase(" ", null, null)]
    public void Una_fecha_de_inicio_ilegible_no_rechaza(string escrita, string? dia, string? ilegible)
    {
        var contrato = Acepta(Fila().Con("fecha_inicio", escrita)).Contratos.Single();
        Assert.That(contrato.FechaInicio?.ToString("yyyy-MM-dd"), Is.EqualTo(dia));
        Assert.That(contrato.FechaInicioIlegible, Is.EqualTo(ilegible));
    }

    [TestCase("2026-05-12", "2026-05-12T06:00:00Z")]
    [TestCase("12/05/2026", "2026-05-12T06:00:00Z")]
    [TestCase("12/05/2026 10:31", "2026-05-12T16:31:00Z")]
    [TestCase("12/05/2026 10:31:05 p. m.", "2026-05-13T04:31:05Z")]
    [TestCase("2026-05-12 10:31", "2026-05-12T16:31:00Z")]
    public void La_presentacion_se_lee_en_hora_de_Mexico(string escrita, string instante) =>
        Assert.That(Acepta(Fila().Con("fecha_presentacion", escrita)).PresentadaEn, Is.EqualTo(DateTimeOffset.Parse(instante)));

    [Test]
    public void Las_columnas_de_la_informativa_se_repiten_iguales_o_se_rechaza()
    {
        var otra = Fila(1, 2).Con("contratista_nombre", "OTRA").Con("tipo", "correccion").Con("contratos_declarados", 2);
        var lineas = LeerCsv(Csv(Fila(), otra, Fila(2)));
        Assert.That(lineas.Lugares(), Is.EqualTo(["3 tipo", "3 contratos_declarados", "3 contratista_nombre"]));
        Assert.That(lineas[0].Rechazos[0].Motivo, Does.Contain("la fila 2"));
        Assert.That(lineas.Select(l => l.Informativa is null), Is.EqualTo([true, false]));
    }

    [Test]
    public void Los_renglones_de_un_folio_que_estan_separados_rechazan_el_archivo()
    {
        var error = Assert.Throws<LecturaException>(() => LeerCsv(Csv(Fila(), Fila(2), Fila(1, 2))))!;
        Assert.That(
            error.Message,
            Does.StartWith("tabla.csv: fila 4, columna «folio»: el folio «N260000001» ya había aparecido en la fila 2")
                .And.Contain("ordena")
        );
    }

    [Test]
    public void Una_informativa_escrita_dos_veces_se_entrega_igual_las_dos()
    {
        var lineas = LeerCsv(Csv(Fila(), Fila(1, 2), Fila(2), Fila(), Fila(1, 2)));
        Assert.That(lineas.Lugares(), Is.Empty);
        Assert.That(lineas[2].Informativa.Retrato(), Is.EqualTo(lineas[0].Informativa.Retrato()));
    }

    [Test]
    public void Otra_informativa_que_usa_el_mismo_folio_se_rechaza_y_sigue()
    {
        var lineas = LeerCsv(Csv(Fila(), Fila(2), Fila(1, 2).Con("contratista_nombre", "OTRA"), Fila(3)));
        Assert.That(lineas.Lugares(), Is.EqualTo(["4 folio"]));
        Assert.That(lineas.Count(l => l.Informativa is not null), Is.EqualTo(3));
        var mala = Fila().Con("ejercicio", 2020);
        Assert.That(LeerCsv(Csv(mala, Fila(2), Fila())).Lugares(), Is.EqualTo(["2 ejercicio", "4 folio"]));
    }

    [Test]
    public void Una_informativa_y_sus_problemas_tienen_tope()
    {
        var filas = Enumerable.Range(1, 2_000).Select(i => Fila(1, i)).ToArray();
        var lineas = LeerCsv(Csv([.. filas, Fila(2)]), new LimitesDeLectura { BytesDeInformativa = 10_000 });
        Assert.That(lineas.Lugares(), Is.EqualTo(["2 renglón"]));
        Assert.That(lineas, Has.Count.EqualTo(2));
        Assert.That(LeerCsv(Csv(filas)).Single().Informativa!.Contratos, Has.Count.EqualTo(2_000));
        var unlike = Enumerable.Range(1, 2_000).Select(i => Fila(1, i).Con("contratista_nombre", $"N{i}")).ToArray();
        Assert.That(LeerCsv(Csv(unlike)).Single().Rechazos, Has.Count.EqualTo(101));
    }

    [Test]
    public void Los_caracteres_que_XML_prohibe_se_sustituyen_y_se_advierten()
    {
        var leida = LeerCsv(Csv(Fila().Con("servicio", "a\u0001b"))).Single();
        Assert.That(leida.Informativa!.Contratos[0].Servicio, Is.EqualTo("a\uFFFDb"));
        Assert.That(leida.Advertencias.Select(a => $"{a.Linea} {a.Campo}"), Does.Contain("2 servicio"));
    }

    [Test]
    public void Una_orden_interrumpida_se_detiene()
    {
        using var fuente = new CancellationTokenSource();
        var bytes = Encoding.UTF8.GetBytes(Csv(Fila(), Fila(2), Fila(3)));
        using var lineas = LectorCsv.Leer(new MemoryStream(bytes), "a.csv", new LimitesDeLectura(), fuente.Token).GetEnumerator();
        Assert.That(lineas.MoveNext());
        fuente.Cancel();
        Assert.Throws<OperationCanceledException>(() =>
        {
            while (lineas.MoveNext()) { }
        });
    }
}
