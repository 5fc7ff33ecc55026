using System.IO.Compression;
using Icsoe.Domain.Lectura;
using static Icsoe.Tests.Lectura.TablaDePrueba;

namespace Icsoe.Tests.Lectura;

/// <summary>The flat table as a workbook.</summary>
public sealed class LibroPlanoTests : Temporales
{
    private static LibroDePrueba Libro(params object?[][] filas) => new LibroDePrueba().ConHoja("Informativas", [Nombres, .. filas]);

    private List<LineaLeida> Leer(LibroDePrueba libro) =>
        [.. LibroPlano.Leer(libro.Guardar(Ruta("tabla.xlsx")), new LimitesDeLectura(), default)];

    private string Rechazo(LibroDePrueba libro) => Assert.Throws<LecturaException>(() => Leer(libro))!.Message;

    [Test]
    public void Un_libro_dice_lo_mismo_que_su_CSV([Values] bool compartidos)
    {
        object?[][] filas = [Fila(), Fila(1, 2), SinContratos(2), Fila(3).Con("fecha_inicio", "enero"), Fila(4).Con("tipo", "x")];
        var libro = new LibroDePrueba { ConTextosCompartidos = compartidos }.ConHoja("H", [Nombres, .. filas]);
        var leidas = Leer(libro);
        var esperadas = LeerCsv(Csv(filas));
        Assert.That(leidas.Select(l => l.Informativa.Retrato()), Is.EqualTo(esperadas.Select(l => l.Informativa.Retrato())));
        Assert.That(leidas.Select(l => l.Linea), Is.EqualTo(esperadas.Select(l => l.Linea)));
        Assert.That(leidas.Lugares(), Is.EqualTo(esperadas.Lugares()));
    }

    [Test]
    public void Las_fechas_son_celdas_de_fecha_o_texto([Values] bool desde1904)
    {
        var momento = new DateTime(2026, 5, 12, 10, 31, 5, DateTimeKind.Unspecified);
        var (inicio, fin) = (new DateOnly(2026, 1, 15), new DateOnly(2026, 12, 31));
        var corrido = desde1904 ? 1462 : 0;
        var esperada = Acepta(
                Fila().Con("fecha_presentacion", "2026-05-12T10:31:05").Con("fecha_inicio", "2026-01-15").Con("fecha_fin", "2026-12-31")
            )
            .Retrato();
        object[][] formas =
        [
            [momento, inicio, fin],
            [momento.ToOADate() - corrido, 46037 - corrido, 46387.5 - corrido],
            ["2026-05-12T10:31:05", $"{46037 - corrido}", "2026-12-31"],
            ["12/05/2026 10:31:05", "15/01/2026", "31-12-2026"],
        ];
        foreach (var forma in formas)
        {
            var fila = Fila().Con("fecha_presentacion", forma[0]).Con("fecha_inicio", forma[1]).Con("fecha_fin", forma[2]);
            var leida = Leer(new LibroDePrueba { Desde1904 = desde1904 }.ConHoja("H", [Nombres, fila])).Single();
            Assert.That(leida.Rechazos, Is.Empty);
            Assert.That(leida.Informativa.Retrato(), Is.EqualTo(esperada));
        }
    }

    [Test]
    public void Los_numeros_pueden_ser_texto_y_los_textos_numeros()
    {
        var fila = Fila()
            .Con("folio", 226000001)
            .Con("contrato_folio", 3662382)
            .Con("ejercicio", "2026")
            .Con("cuatrimestre", " 1 ")
            .Con("personas_trabajadoras", "12");
        var informativa = Leer(Libro(fila)).Single().Informativa!;
        Assert.That((informativa.Folio, informativa.Contratos[0].Folio), Is.EqualTo(("226000001", "3662382")));
        Assert.That((informativa.Periodo.Ejercicio, informativa.Contratos[0].PersonasTrabajadoras), Is.EqualTo((2026, 12)));
        Assert.That(Leer(Libro(Fila().Con("personas_trabajadoras", 1.5))).Lugares(), Is.EqualTo(["2 personas_trabajadoras"]));
    }

    [Test]
    public void Un_error_de_la_hoja_es_un_campo_vacio()
    {
        var informativa = Leer(Libro(Fila().Con("servicio", "#N/A").Con("fecha_inicio", "#REF!"))).Single().Informativa!;
        Assert.That(informativa.Contratos[0].Servicio, Is.Null);
        Assert.That(
            (informativa.Contratos[0].FechaInicio, informativa.Contratos[0].FechaInicioIlegible),
            Is.EqualTo((default(DateOnly?), default(string)))
        );
    }

    [Test]
    public void Las_hojas_sin_encabezado_se_saltan_y_el_preambulo_tambien()
    {
        var libro = new LibroDePrueba()
            .ConHoja(
                "Instrucciones",
                [
                    ["folio", "El de la informativa"],
                    ["tipo", "normal"],
                ]
            )
            .ConHoja("Vacía")
            .ConHoja(
                "Informativas",
                [
                    ["Informativas de 2026-1"],
                    [],
                    Nombres,
                    Fila(),
                ]
            );
        Assert.That(Leer(libro).Select(l => l.Linea), Is.EqualTo([4]));
    }

    [Test]
    public void Las_columnas_que_faltan_o_no_se_reconocen_se_dicen()
    {
        var encabezado = Nombres.Select(c => c == "servicio" ? "servcio" : c).ToArray<object?>();
        Assert.That(
            Rechazo(
                new LibroDePrueba().ConHoja(
                    "H",
                    [
                        ["x"],
                        encabezado,
                        Fila(),
                    ]
                )
            ),
            Is.EqualTo(
                "tabla.xlsx: fila 2: falta la columna «servicio»; no se reconoce la columna «servcio» (la más parecida es «servicio»)."
            )
        );
        Assert.That(Rechazo(Libro()), Does.Contain("no trae ninguna informativa"));
    }

    [Test]
    public void Un_listado_del_IMSS_con_otro_nombre_recibe_consejo() =>
        Assert.That(Rechazo(LibroDePrueba.Publico(LibroDePrueba.FilaDeContrato())), Does.Contain("--lista y --periodo"));

    [Test]
    public void La_guardia_va_primero()
    {
        Assert.That(Rechazo(Libro(Fila()).ConParte("docProps/core.xml", "<!DOCTYPE a>")), Does.Contain("DTD"));
        var hojas = new LibroDePrueba().ConHojaCruda("H", "<sheetData><row r=\"2\"/><row r=\"1\"/></sheetData>");
        Assert.That(Rechazo(hojas), Does.Contain("deben subir"));
    }

    [TestCase(".xlsx")]
    [TestCase(".csv")]
    [TestCase(".ndjson")]
    [TestCase(".txt")]
    public void El_formato_se_reconoce_por_lo_que_hay_dentro(string extension)
    {
        List<LineaLeida> Abrir(string ruta) => [.. ArchivoDeInformativas.Leer(ruta, new LimitesDeLectura(), default)];
        var libro = Libro(Fila()).Guardar(Ruta("a" + extension));
        Assert.That(Abrir(libro).Single().Informativa, Is.Not.Null);
        File.WriteAllText(Ruta("b" + extension), "\uFEFF" + Csv(';', "\n", Nombres, Fila()));
        Assert.That(Abrir(Ruta("b" + extension)).Single().Informativa, Is.Not.Null);
        File.WriteAllText(Ruta("c" + extension), "\n" + LineaNdjson.Valida);
        Assert.That(Abrir(Ruta("c" + extension)).Single().Informativa, Is.Not.Null);
    }

    [Test]
    public void Lo_que_no_se_reconoce_se_juzga_por_su_nombre()
    {
        string Motivo(string nombre, string contenido)
        {
            File.WriteAllText(Ruta(nombre), contenido);
            return Assert
                .Throws<LecturaException>(() => ArchivoDeInformativas.Leer(Ruta(nombre), new LimitesDeLectura(), default).ToList())!
                .Message;
        }
        Assert.That(Motivo("a.csv", "hola"), Does.Contain("faltan las columnas"));
        Assert.That(Motivo("a.xlsx", "hola"), Does.Contain("no es un libro de Excel"));
        Assert.That(Motivo("a.xlsx", ""), Does.Contain("vacío"));
        using (var zip = ZipFile.Open(Ruta("b.zip"), ZipArchiveMode.Create))
            zip.CreateEntry("hola.txt");
        Assert.Throws<LecturaException>(() => ArchivoDeInformativas.Leer(Ruta("b.zip"), new LimitesDeLectura(), default).ToList());
    }
}
