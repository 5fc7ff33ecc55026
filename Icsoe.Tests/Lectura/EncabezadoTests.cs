using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;

namespace Icsoe.Tests.Lectura;

public sealed class EncabezadoTests : Temporales
{
    private static readonly Listado Publico = new(Periodo.De(2026, 1), Lista.Publico);
    private static readonly Listado Inconsistente = new(Periodo.De(2026, 1), Lista.Inconsistente);

    private List<FilaEspejo> Leer(LibroDePrueba libro, Listado? listado = null) =>
        [.. LibroEspejo.Leer(libro.Guardar(Ruta("libro.xlsx")), listado ?? Publico, new LimitesDeLectura(), default)];

    private LecturaException Rechazo(LibroDePrueba libro, Listado? listado = null) =>
        Assert.Throws<LecturaException>(() => Leer(libro, listado))!;

    private static object?[][] Preambulo(int filas) =>
        [.. Enumerable.Range(0, filas).Select(i => new object?[] { i == 0 ? "Listado Público de Contratos" : null })];

    private void LeeUno(params object?[][] hoja)
    {
        var fila = Leer(new LibroDePrueba().ConHoja("H", hoja)).Single();
        Assert.That(fila.CamposNulos, Is.Empty);
        Assert.That(fila.Contrato!.Contratante.Nombre, Is.EqualTo("COMERCIAL EJEMPLO 1"));
        Assert.That(fila.FolioInformativa, Is.EqualTo("N260000001"));
        Assert.That(fila.Fila, Is.EqualTo(hoja.Length));
    }

    [Test]
    public void Un_encabezado_de_dos_filas_con_grupos_combinados_se_reconoce() =>
        LeeUno(
            ["LISTADO"],
            ["Contratista", null, "Contratante", null, "Contrato", null, null, null, null, "Informativa", null, null, null, null],
            [
                "Nombre, denominación o razón social",
                "Tipo de persona",
                "Nombre, denominación o razón social",
                "Tipo de persona",
                "Folio",
                "Servicios u obras contratados",
                "Fecha inicio",
                "Fecha fin",
                "Número de personas trabajadoras",
                "Cuatrimestre",
                "Año",
                "Tipo",
                "Folio",
                "Fecha de presentación",
            ],
            LibroDePrueba.FilaDeContrato()
        );

    [Test]
    public void Un_encabezado_combinado_hacia_abajo_se_reconoce() =>
        LeeUno(
            [
                "Datos del contratista",
                null,
                "Datos del contratante",
                null,
                "FOLIO DEL CONTRATO",
                "SERVICIO U OBRA",
                "FECHA DE INICIO",
                "FECHA DE TÉRMINO",
                "No. de trabajadores",
                "CUATRIMESTRE",
                "EJERCICIO",
                "TIPO DE INFORMATIVA",
                "FOLIO INFORMATIVA",
                "FECHA PRESENTACION",
            ],
            ["Razón social", "Tipo persona", "Razón social", "Tipo persona"],
            LibroDePrueba.FilaDeContrato()
        );

    [Test]
    public void Mayusculas_acentos_y_puntuacion_no_importan() =>
        LeeUno(
            [.. LibroDePrueba.EncabezadoPublico.Select(e => (object?)$" {e.ToUpperInvariant().Replace("Ó", "O").Replace(",", "")}: ")],
            LibroDePrueba.FilaDeContrato()
        );

    [Test]
    public void El_orden_de_las_columnas_no_importa() =>
        LeeUno([.. LibroDePrueba.EncabezadoPublico.Reverse()], [.. LibroDePrueba.FilaDeContrato().Reverse()]);

    [TestCase(0)]
    [TestCase(19)]
    public void El_encabezado_se_busca_en_las_primeras_veinte_filas(int antes) =>
        LeeUno([.. Preambulo(antes), LibroDePrueba.EncabezadoPublico, LibroDePrueba.FilaDeContrato()]);

    [Test]
    public void Un_encabezado_en_la_fila_veintiuno_no_se_encuentra() =>
        Assert.That(
            Rechazo(new LibroDePrueba().ConHoja("H", [.. Preambulo(20), LibroDePrueba.EncabezadoPublico])).Message,
            Does.Contain("no se encontró el encabezado")
        );

    [Test]
    public void Cuatrimestre_y_anio_pueden_faltar()
    {
        var sinPeriodo = (object?[] fila) => fila.Where((_, i) => i is not (9 or 10)).ToArray();
        LeeUno(sinPeriodo([.. LibroDePrueba.EncabezadoPublico]), sinPeriodo(LibroDePrueba.FilaDeContrato()));
    }

    [Test]
    public void Las_columnas_que_faltan_se_nombran_todas()
    {
        var encabezado = LibroDePrueba.EncabezadoPublico.Where((_, i) => i is not (4 or 12)).ToArray<object?>();
        var error = Rechazo(new LibroDePrueba().ConHoja("H", [encabezado]));
        Assert.That(error.Message, Does.Contain("«Folio del contrato», «Folio de la informativa»"));
        Assert.That(Rechazo(LibroDePrueba.Publico(), Inconsistente).Message, Does.Contain("faltan columnas: «Inconsistencia»"));
        Assert.That(
            Rechazo(new LibroDePrueba().ConHoja("Vacía")).Message,
            Does.Contain("«Fecha de presentación»").And.Not.Contain("«Año»")
        );
    }

    [Test]
    public void Una_columna_ambigua_rechaza_el_libro()
    {
        var encabezado = (object?[])[.. LibroDePrueba.EncabezadoPublico, "Fecha de inicio"];
        Assert.That(Rechazo(new LibroDePrueba().ConHoja("H", [encabezado])).Message, Does.Contain("«Fecha inicio»"));
    }

    [Test]
    public void Un_encabezado_sin_filas_son_cero_filas() => Assert.That(Leer(LibroDePrueba.Publico()), Is.Empty);

    [Test]
    public void Las_hojas_de_aviso_se_saltan_y_las_de_datos_se_leen_en_orden()
    {
        var libro = new LibroDePrueba()
            .ConHoja(
                "Aviso",
                [
                    ["INFORMACIÓN IMPORTANTE"],
                    ["Este listado se publica para consulta."],
                ]
            )
            .ConHoja("Uno & dos", [LibroDePrueba.EncabezadoPublico, LibroDePrueba.FilaDeContrato()])
            .ConHoja("Vacía")
            .ConHoja(
                "Otra",
                [
                    ["x"],
                    LibroDePrueba.EncabezadoPublico,
                    LibroDePrueba.FilaDeContrato(2),
                ]
            );
        Assert.That(Leer(libro).Select(f => (f.Fila, f.Contrato!.Folio)), Is.EqualTo([(2, "A26P0000001"), (3, "A26P0000002")]));
    }
}
