using System.Globalization;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;

namespace Icsoe.Tests.Lectura;

public sealed class LibroEspejoTests : Temporales
{
    private static readonly Listado Publico = new(Periodo.De(2026, 1), Lista.Publico);
    private static readonly Listado Inconsistente = new(Periodo.De(2026, 1), Lista.Inconsistente);

    private List<FilaEspejo> Leer(LibroDePrueba libro, Listado? listado = null) =>
        [.. LibroEspejo.Leer(libro.Guardar(Ruta("LPP2026.xlsx")), listado ?? Publico, new LimitesDeLectura(), default)];

    private LecturaException Rechazo(LibroDePrueba libro, Listado? listado = null) =>
        Assert.Throws<LecturaException>(() => Leer(libro, listado))!;

    private static object?[] Cambiar(object?[] fila, int columna, object? valor)
    {
        var otra = (object?[])fila.Clone();
        otra[columna] = valor;
        return otra;
    }

    [Test]
    public void Se_leen_un_contrato_y_una_informativa_sin_contratos([Values] bool compartidos, [Values] bool dimension)
    {
        var libro = new LibroDePrueba { ConTextosCompartidos = compartidos, ConDimension = dimension }.ConHoja(
            "Hoja1",
            [LibroDePrueba.EncabezadoPublico, LibroDePrueba.FilaDeContrato(), LibroDePrueba.FilaSinContratos()]
        );
        var filas = Leer(libro);
        Assert.Multiple(() =>
        {
            Assert.That(filas.Select(f => f.Fila), Is.EqualTo([2, 3]));
            Assert.That(filas.SelectMany(f => f.CamposNulos), Is.Empty);
            var contrato = filas[0].Contrato!;
            Assert.That(filas[0].Contratista, Is.EqualTo(new Parte("SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.", TipoPersona.Moral)));
            Assert.That(contrato.Contratante, Is.EqualTo(new Parte("COMERCIAL EJEMPLO 1", TipoPersona.Moral)));
            Assert.That(contrato.Folio, Is.EqualTo("A26P0000001"));
            Assert.That(contrato.Servicio, Is.EqualTo("MTTO PREVENTIVO A ELEVADORES"));
            Assert.That(contrato.FechaInicio, Is.EqualTo(new DateOnly(2026, 1, 15)));
            Assert.That(contrato.FechaFin, Is.Null);
            Assert.That(contrato.PersonasTrabajadoras, Is.EqualTo(12));
            Assert.That(filas[0].TipoInformativa, Is.EqualTo(TipoInformativa.Normal));
            Assert.That(filas[0].FolioInformativa, Is.EqualTo("N260000001"));
            Assert.That(filas[0].FechaPresentacion, Is.EqualTo(new DateOnly(2026, 5, 12)));
            Assert.That(filas[0].Inconsistencia, Is.Null);
            Assert.That(filas[1].Contrato, Is.Null);
            Assert.That(filas[1].TipoInformativa, Is.EqualTo(TipoInformativa.SinInformacion));
            Assert.That(filas[1].Contratista.TipoPersona, Is.EqualTo(TipoPersona.Fisica));
        });
    }

    [Test]
    public void Una_fila_sin_contratos_se_reconoce_por_su_relleno([Values(null, "", " ", "-", "N/A", "n/a", "0", 0)] object? relleno) =>
        Assert.That(Leer(LibroDePrueba.Publico(LibroDePrueba.FilaSinContratos(1, relleno))).Single().Contrato, Is.Null);

    [TestCase(0, 0)]
    [TestCase("0", 0)]
    [TestCase("12", 12)]
    [TestCase("1,200", 1200)]
    [TestCase("-", null)]
    [TestCase("N/A", null)]
    public void En_una_fila_con_contrato_el_cero_es_cero_personas(object valor, int? personas)
    {
        var fila = Leer(LibroDePrueba.Publico(LibroDePrueba.FilaDeContrato(personas: valor))).Single();
        Assert.That(fila.Contrato!.PersonasTrabajadoras, Is.EqualTo(personas));
        Assert.That(fila.CamposNulos, Is.Empty);
    }

    [TestCase("doce")]
    [TestCase(-1)]
    [TestCase(1.5)]
    [TestCase(10_000_001)]
    public void Unas_personas_ilegibles_son_nulas_y_se_anotan(object valor)
    {
        var fila = Leer(LibroDePrueba.Publico(LibroDePrueba.FilaDeContrato(personas: valor))).Single();
        Assert.That(fila.Contrato!.PersonasTrabajadoras, Is.Null);
        Assert.That(fila.CamposNulos, Is.EqualTo(["Número de personas trabajadoras"]));
    }

    [TestCase("15/01/2026")]
    [TestCase("15/1/2026 10:30")]
    [TestCase("15/01/2026 10:30:00 a. m.")]
    [TestCase("15-01-2026")]
    [TestCase("2026-01-15")]
    [TestCase("2026-01-15 10:30:00")]
    [TestCase("2026-01-15T10:30:00")]
    [TestCase("2026-01-15T23:30:00-06:00")]
    [TestCase("2026-01-16T05:30:00Z")]
    [TestCase(46037)]
    [TestCase(46037.75)]
    [TestCase("46037")]
    public void Las_fechas_se_leen_en_sus_formas(object escrita) =>
        Assert.That(
            Leer(LibroDePrueba.Publico(LibroDePrueba.FilaDeContrato(inicio: escrita))).Single().Contrato!.FechaInicio,
            Is.EqualTo(new DateOnly(2026, 1, 15))
        );

    [TestCase("31/02/2026", "31/02/2026")]
    [TestCase("enero", "enero")]
    [TestCase(2026, "2026")]
    [TestCase("01/15/2026", "01/15/2026")]
    public void Una_fecha_de_inicio_ilegible_conserva_su_texto(object escrita, string ilegible)
    {
        var contrato = Leer(LibroDePrueba.Publico(LibroDePrueba.FilaDeContrato(inicio: escrita))).Single().Contrato!;
        Assert.That(contrato.FechaInicio, Is.Null);
        Assert.That(contrato.FechaInicioIlegible, Is.EqualTo(ilegible));
    }

    [Test]
    public void Las_fechas_de_1904_se_corren()
    {
        var libro = new LibroDePrueba { Desde1904 = true }.ConHoja("H", [LibroDePrueba.EncabezadoPublico, LibroDePrueba.FilaDeContrato()]);
        Assert.That(Leer(libro).Single().Contrato!.FechaInicio, Is.EqualTo(new DateOnly(2026, 1, 15)));
        var serial = new LibroDePrueba { Desde1904 = true }.ConHoja(
            "H",
            [LibroDePrueba.EncabezadoPublico, LibroDePrueba.FilaDeContrato(inicio: 46037 - 1462)]
        );
        Assert.That(Leer(serial).Single().Contrato!.FechaInicio, Is.EqualTo(new DateOnly(2026, 1, 15)));
    }

    [Test]
    public void Lo_que_los_listados_siempre_traen_y_viene_vacio_se_anota()
    {
        var fila = new object?[14];
        fila[5] = "VIGILANCIA";
        fila[11] = "Extraña";
        fila[7] = "nunca";
        var leida = Leer(LibroDePrueba.Publico(fila)).Single();
        Assert.That(leida.TipoInformativaTexto, Is.EqualTo("Extraña"));
        Assert.That(leida.Contrato!.Folio, Is.Null);
        Assert.That(
            leida.CamposNulos,
            Is.EquivalentTo([
                "Nombre, denominación o razón social del contratista",
                "Tipo de persona del contratista",
                "Nombre, denominación o razón social del contratante",
                "Tipo de persona del contratante",
                "Folio del contrato",
                "Fecha fin",
                "Tipo de informativa",
                "Folio de la informativa",
                "Fecha de presentación",
            ])
        );
    }

    [TestCase("Física", TipoPersona.Fisica)]
    [TestCase("FISICA", TipoPersona.Fisica)]
    [TestCase("Persona física", TipoPersona.Fisica)]
    [TestCase("F", TipoPersona.Fisica)]
    [TestCase("moral ", TipoPersona.Moral)]
    [TestCase("PERSONA MORAL", TipoPersona.Moral)]
    [TestCase("M", TipoPersona.Moral)]
    [TestCase("X", null)]
    public void El_tipo_de_persona_se_reconoce(string escrito, TipoPersona? tipo) =>
        Assert.That(
            Leer(LibroDePrueba.Publico(Cambiar(LibroDePrueba.FilaDeContrato(), 1, escrito))).Single().Contratista.TipoPersona,
            Is.EqualTo(tipo)
        );

    [TestCase("NORMAL", TipoInformativa.Normal)]
    [TestCase("sin informacion", TipoInformativa.SinInformacion)]
    [TestCase("Corrección", TipoInformativa.Correccion)]
    [TestCase("Complementaria: CORRECCION", TipoInformativa.Correccion)]
    [TestCase("Anormal", null)]
    public void El_tipo_de_informativa_se_reconoce(string escrito, TipoInformativa? tipo)
    {
        var fila = Leer(LibroDePrueba.Publico(Cambiar(LibroDePrueba.FilaDeContrato(), 11, escrito))).Single();
        Assert.That(fila.TipoInformativa, Is.EqualTo(tipo));
        Assert.That(fila.TipoInformativaTexto, Is.EqualTo(escrito));
    }

    [Test]
    public void Un_folio_numerico_se_vuelve_texto() =>
        Assert.That(
            Leer(LibroDePrueba.Publico(Cambiar(LibroDePrueba.FilaDeContrato(), 4, 3662382))).Single().Contrato!.Folio,
            Is.EqualTo("3662382")
        );

    [Test]
    public void Los_textos_se_conservan()
    {
        const string Texto = "  =1+1 😀 \u200f línea\n2  ";
        var fila = Leer(LibroDePrueba.Publico(Cambiar(LibroDePrueba.FilaDeContrato(), 5, Texto))).Single();
        Assert.That(fila.Contrato!.Servicio, Is.EqualTo(Texto));
    }

    [TestCase("#N/A")]
    [TestCase(" ")]
    [TestCase("-")]
    public void Un_servicio_en_blanco_o_con_error_es_nulo(string escrito) =>
        Assert.That(Leer(LibroDePrueba.Publico(Cambiar(LibroDePrueba.FilaDeContrato(), 5, escrito))).Single().Contrato!.Servicio, Is.Null);

    [TestCase(9, 2, "Cuatrimestre")]
    [TestCase(9, "Segundo", "Cuatrimestre")]
    [TestCase(10, 2025, "Año")]
    [TestCase(10, "2025", "Año")]
    public void Una_fila_de_otro_periodo_rechaza_el_libro(int columna, object valor, string nombre)
    {
        var error = Rechazo(
            LibroDePrueba.Publico(LibroDePrueba.FilaDeContrato(), Cambiar(LibroDePrueba.FilaDeContrato(2), columna, valor))
        );
        Assert.That(error.Fila, Is.EqualTo(3));
        Assert.That(error.Columna, Is.EqualTo(nombre));
        Assert.That(error.Message, Does.StartWith($"LPP2026.xlsx: fila 3, columna «{nombre}»: "));
    }

    [TestCase("1")]
    [TestCase("Primero")]
    [TestCase("1er cuatrimestre")]
    [TestCase("enero-abril")]
    [TestCase(null)]
    public void Un_cuatrimestre_en_palabras_o_que_no_se_entiende_pasa(object? valor) =>
        Assert.That(Leer(LibroDePrueba.Publico(Cambiar(LibroDePrueba.FilaDeContrato(), 9, valor))), Has.Count.EqualTo(1));

    [Test]
    public void Las_filas_vacias_y_las_notas_se_saltan()
    {
        var nota = new object?[14];
        nota[0] = "Fuente: IMSS";
        var filas = Leer(
            LibroDePrueba.Publico([], LibroDePrueba.FilaDeContrato(), new object?[14], LibroDePrueba.FilaSinContratos(), nota)
        );
        Assert.That(filas.Select(f => f.Fila), Is.EqualTo([3, 5]));
    }

    [Test]
    public void La_inconsistencia_conserva_sus_palabras()
    {
        var libro = new LibroDePrueba().ConHoja(
            "H",
            [
                LibroDePrueba.EncabezadoInconsistente,
                [.. LibroDePrueba.FilaDeContrato(), "Sin trabajadores."],
                [.. LibroDePrueba.FilaDeContrato(2), null],
            ]
        );
        var filas = Leer(libro, Inconsistente);
        Assert.That(filas.Select(f => f.Inconsistencia), Is.EqualTo(["Sin trabajadores.", null]));
        Assert.That(filas[1].CamposNulos, Is.EqualTo(["Inconsistencia"]));
    }

    [Test]
    public void Los_numeros_de_fila_que_saltan_y_una_columna_lejana_dan_las_mismas_filas()
    {
        var interior = new System.Text.StringBuilder("<sheetData><row r=\"3\">");
        for (var i = 0; i < 14; i++)
            interior.Append(
                CultureInfo.InvariantCulture,
                $"<c r=\"{LibroDePrueba.Letra(i)}3\" t=\"inlineStr\"><is><t>{LibroDePrueba.EncabezadoPublico[i]}</t></is></c>"
            );
        interior.Append("<c r=\"XFD3\" t=\"inlineStr\"><is><t>lejos</t></is></c></row>");
        foreach (var r in (int[])[5, 90_000])
            interior.Append(
                CultureInfo.InvariantCulture,
                $"<row r=\"{r}\"><c r=\"A{r}\" t=\"str\"><f>X</f><v>UNO</v></c><c r=\"M{r}\" t=\"inlineStr\"><is><r><t>N</t></r><r><t>{r}</t></r></is></c><c r=\"E{r}\" t=\"e\"><v>#REF!</v></c></row>"
            );
        interior.Append("</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>");
        var filas = Leer(new LibroDePrueba().ConHojaCruda("H", interior.ToString()));
        Assert.That(filas.Select(f => (f.Fila, f.FolioInformativa)), Is.EqualTo([(5, "N5"), (90_000, "N90000")]));
        Assert.That(filas.All(f => f.Contrato is null));
    }

    [Test]
    public void Un_libro_de_MiniExcel_se_lee()
    {
        var filas = Enumerable
            .Range(1, 3)
            .Select(i =>
                LibroDePrueba
                    .EncabezadoPublico.Zip(LibroDePrueba.FilaDeContrato(i))
                    .ToDictionary(p => p.First, p => p.Second is DateOnly d ? d.ToDateTime(TimeOnly.MinValue) : p.Second)
            );
        MiniExcelLibs.MiniExcel.SaveAs(Ruta("LPP2026.xlsx"), filas);
        var leidas = LibroEspejo.Leer(Ruta("LPP2026.xlsx"), Publico, new LimitesDeLectura(), default).ToList();
        Assert.That(leidas.Select(f => f.Contrato!.FechaInicio), Is.All.EqualTo(new DateOnly(2026, 1, 15)));
        Assert.That(leidas, Has.Count.EqualTo(3));
    }
}
