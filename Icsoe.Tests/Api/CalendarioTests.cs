using System.Text;
using System.Text.Json.Nodes;
using FsCheck.Fluent;
using Icsoe.Api.Calendario;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Api;

public sealed class CalendarioTests
{
    private static HttpClient Cliente => Muestra.Cliente;

    [Test]
    public async Task El_calendario_dice_plazos_ventanas_feriados_y_que_sigue()
    {
        var calendario = await Cliente.Json("/v1/calendario");
        var periodos = calendario["periodos"]!.AsArray();
        Assert.Multiple(() =>
        {
            Assert.That(
                calendario.AsObject().Select(par => par.Key),
                Is.EqualTo(new[] { "estado", "proxima", "zona_horaria", "periodos", "ventanas", "dias_inhabiles", "publicacion" })
            );
            Assert.That((string?)calendario["publicacion"], Is.EqualTo("2026-06"));
            Assert.That((string?)calendario["estado"], Is.EqualTo("retrasada"));
            Assert.That(
                calendario["proxima"]!.ToJsonString(),
                Is.EqualTo("""{"publicacion":"2026-07","desde":"2026-07-01","hasta":"2026-07-07"}""")
            );
            Assert.That(
                periodos[0]!.ToJsonString(),
                Is.EqualTo(
                    """{"periodo":"2021-1","ejercicio":2021,"cuatrimestre":1,"presentacion_desde":null,"presentacion_hasta":null,"publicacion_prevista":{"desde":null,"hasta":null}}"""
                )
            );
            Assert.That((string?)De(periodos, "periodo", "2022-3")["presentacion_desde"], Is.EqualTo("2023-01-01"));
            Assert.That((string?)De(periodos, "periodo", "2022-3")["presentacion_hasta"], Is.EqualTo("2023-01-17"));
            Assert.That((string?)periodos[^1]!["periodo"], Is.EqualTo("2026-3"));
            Assert.That((string?)calendario["ventanas"]!.AsArray()[^1]!["publicacion"], Is.EqualTo("2027-02"));
            Assert.That((string?)calendario["dias_inhabiles"]!.AsArray()[^1]!["dia"], Is.EqualTo("2027-12-25"));
        });
    }

    [Test]
    public async Task Cada_pendiente_se_preve_como_dice_el_calendario()
    {
        var periodos = (await Cliente.Json("/v1/calendario"))["periodos"]!.AsArray();
        foreach (var listado in (await Cliente.Json("/v1/listados?lista=publico"))["datos"]!.AsArray())
        {
            if (listado!["publicacion_prevista"] is { } prevista)
                Assert.That(
                    prevista.ToJsonString(),
                    Is.EqualTo(De(periodos, "periodo", (string)listado["periodo"]!)["publicacion_prevista"]!.ToJsonString())
                );
        }
    }

    // 7 July, the last day to publish, ends at 06:00 UTC.
    [TestCase("2026-07-08T05:59:59Z", "en_tiempo")]
    [TestCase("2026-07-08T06:00:00Z", "retrasada")]
    public async Task El_dia_del_calendario_es_el_de_la_Ciudad_de_Mexico(string ahora, string estado)
    {
        await using var servidor = new ServidorDePrueba(Muestra.Datos) { Instante = DateTimeOffset.Parse(ahora) };
        using var cliente = servidor.CreateClient();
        Assert.That((string?)(await cliente.Json("/v1/calendario"))["estado"], Is.EqualTo(estado));
    }

    [Test]
    public async Task En_una_publicacion_el_calendario_es_el_de_su_mes_y_no_cambia_con_el_reloj()
    {
        await using var despues = new ServidorDePrueba(Muestra.Datos) { Instante = ServidorDePrueba.Ahora.AddYears(3) };
        using var cliente = despues.CreateClient();
        foreach (var ruta in (string[])["/v1/calendario?publicacion=2026-05", "/v1/calendario.ics?publicacion=2026-05"])
        {
            var respuesta = await Cliente.GetAsync(ruta);
            Assert.That(await cliente.GetStringAsync(ruta), Is.EqualTo(await respuesta.Content.ReadAsStringAsync()));
            Assert.That(respuesta.Cabecera("Cache-Control"), Does.Contain("immutable"));
            Assert.That(respuesta.Cabecera("Link"), Does.Contain("rel=\"latest-version\""));
        }
        Assert.That((string?)(await Cliente.Json("/v1/calendario?publicacion=2026-05"))["proxima"]!["publicacion"], Is.EqualTo("2026-06"));
    }

    [Test]
    public async Task Los_dias_que_descansa_el_IMSS_se_configuran_y_mueven_la_publicacion()
    {
        await using var servidor = new ServidorDePrueba(
            Muestra.Datos,
            ("Icsoe:DiasInhabiles:0:Dia", "2026-07-02"),
            ("Icsoe:DiasInhabiles:0:Nombre", "Descanso de ejemplo")
        );
        using var cliente = servidor.CreateClient();
        var calendario = await cliente.Json("/v1/calendario");
        Assert.Multiple(() =>
        {
            Assert.That((string?)calendario["proxima"]!["hasta"], Is.EqualTo("2026-07-08"));
            Assert.That(
                De(calendario["dias_inhabiles"]!.AsArray(), "dia", "2026-07-02").ToJsonString(),
                Is.EqualTo("""{"dia":"2026-07-02","nombre":"Descanso de ejemplo","ambito":"imss","fuente":null}""")
            );
        });
    }

    [Test]
    public async Task Sin_publicaciones_no_hay_estado_y_si_plazos()
    {
        await using var servidor = new ServidorDePrueba(Path.Combine(Path.GetTempPath(), $"icsoe-nada-{Guid.NewGuid():N}"));
        using var cliente = servidor.CreateClient();
        var calendario = await cliente.Json("/v1/calendario");
        Assert.Multiple(() =>
        {
            Assert.That((calendario["estado"], calendario["publicacion"]), Is.EqualTo(((JsonNode?)null, (JsonNode?)null)));
            Assert.That((string?)calendario["proxima"]!["publicacion"], Is.EqualTo("2026-07"));
        });
        Assert.That(await cliente.GetStringAsync("/v1/calendario.ics"), Does.Contain("DTSTAMP:20220413T000000Z\r\n"));
    }

    [Test]
    public async Task La_agenda_es_iCalendar_con_lineas_de_75_octetos_y_UID_estables()
    {
        var respuesta = await Cliente.GetAsync("/v1/calendario.ics");
        var texto = await respuesta.Content.ReadAsStringAsync();
        var lineas = texto.Split("\r\n");
        var uids = Valores(texto, "UID:").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(respuesta.Cabecera("Content-Type"), Is.EqualTo("text/calendar; charset=utf-8"));
            Assert.That((lineas[0], lineas[^2], lineas[^1]), Is.EqualTo(("BEGIN:VCALENDAR", "END:VCALENDAR", "")));
            Assert.That(texto.Replace("\r\n", "", StringComparison.Ordinal), Does.Not.Contain('\n').And.Not.Contain('\r'));
            Assert.That(lineas.Max(Encoding.UTF8.GetByteCount), Is.LessThanOrEqualTo(75));
            Assert.That(uids, Is.Unique);
            // A window and a last day for each of 17 periodos, and 65 months.
            Assert.That(uids, Has.Count.EqualTo((17 * 2) + 65));
            Assert.That(Valores(texto, "DTSTAMP:").Distinct().Single(), Does.Match(@"^2026\d{4}T\d{6}Z$"));
            Assert.That(
                texto,
                Does.Contain(
                    "UID:presentacion-2026-1@calendario.icsoe\r\nDTSTAMP:"
                        + Valores(texto, "DTSTAMP:").First()
                        + "\r\nDTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260519\r\n"
                )
            );
            Assert.That(texto, Does.Not.Contain("presentacion-2021-1"));
            Assert.That(Desdoblar(texto), Does.Contain("SUMMARY:ICSOE: publicación de julio de 2026\r\n"));
        });
    }

    [TestCase("ñandú", "ñandú\r\n")]
    [TestCase(75, 0)]
    [TestCase(76, 1)]
    [TestCase(149, 1)]
    [TestCase(150, 2)]
    public void Una_linea_se_dobla_a_los_75_octetos(object que, object esperado)
    {
        var texto = new StringBuilder();
        Agenda.Linea(texto, que as string ?? new string('a', (int)que));
        if (esperado is string igual)
            Assert.That(texto.ToString(), Is.EqualTo(igual));
        else
            Assert.That(texto.ToString().Split("\r\n ").Length - 1, Is.EqualTo(esperado));
    }

    [FsCheck.NUnit.Property]
    public FsCheck.Property Lo_doblado_se_desdobla_igual_y_ninguna_letra_se_parte() =>
        Prop.ForAll(
            Gen.ListOf(Gen.Elements("a", "ñ", "€", "🏗")).Resize(200).Select(string.Concat).ToArbitrary(),
            linea =>
            {
                var texto = new StringBuilder();
                Agenda.Linea(texto, linea);
                var partes = texto.ToString().Split("\r\n");
                return Desdoblar(texto.ToString()) == linea + "\r\n"
                    && partes.All(parte => Encoding.UTF8.GetByteCount(parte) <= 75)
                    && !partes.Any(parte => parte.TrimStart(' ') is [var primera, ..] && char.IsLowSurrogate(primera));
            }
        );

    [TestCase("a;b,c\\d\ne", @"a\;b\,c\\d\ne")]
    public void Un_texto_lleva_escapados_sus_separadores(string texto, string escapado) =>
        Assert.That(Agenda.Texto(texto), Is.EqualTo(escapado));

    // The deadline of 2026-1 is 18 May, until midnight in Mexico City: 06:00 UTC of the 19th.
    [TestCase("2026-05-19T05:30:00Z", "2026-05-18", false)]
    [TestCase("2026-05-19T05:59:59Z", "2026-05-18", false)]
    [TestCase("2026-05-19T06:00:00Z", "2026-05-19", true)]
    [TestCase("2026-05-18T23:59:59-06:00", "2026-05-18", false)]
    [TestCase("2026-05-18T23:30:00", "2026-05-18", false)]
    public async Task El_plazo_vence_a_medianoche_de_la_Ciudad_de_Mexico(string presentada, string dia, bool tardia)
    {
        using var operador = new Operador();
        await operador.LograrAsync("importar", operador.Ndjson((Presentada.Numero(1) with { FechaPresentacion = presentada }).EnJson()));
        await operador.LograrAsync("publicar");
        await using var servidor = new ServidorDePrueba(operador.Datos);
        using var cliente = servidor.CreateClient();
        var informativa = (await cliente.Json("/v1/informativas"))["datos"]!.AsArray().Single()!;
        var plazo = De((await cliente.Json("/v1/calendario"))["periodos"]!.AsArray(), "periodo", "2026-1");
        Assert.Multiple(() =>
        {
            Assert.That((string?)informativa["fecha_presentacion"], Is.EqualTo(dia));
            Assert.That((bool?)informativa["tardia"], Is.EqualTo(tardia));
            Assert.That(string.CompareOrdinal(dia, (string)plazo["presentacion_hasta"]!) > 0, Is.EqualTo(tardia));
        });
    }

    private static JsonNode De(JsonArray lista, string campo, string valor) => lista.Single(uno => (string?)uno![campo] == valor)!;

    private static IEnumerable<string> Valores(string texto, string propiedad) =>
        texto
            .Split("\r\n")
            .Where(linea => linea.StartsWith(propiedad, StringComparison.Ordinal))
            .Select(linea => linea[propiedad.Length..]);

    private static string Desdoblar(string texto) => texto.Replace("\r\n ", "", StringComparison.Ordinal);
}
