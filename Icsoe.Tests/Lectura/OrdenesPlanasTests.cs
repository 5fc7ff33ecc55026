using Icsoe.Tests.Comandos;
using static Icsoe.Tests.Lectura.TablaDePrueba;

namespace Icsoe.Tests.Lectura;

/// <summary>The orders of the institute door take a flat table as they take NDJSON.</summary>
[TestFixture, Parallelizable]
internal sealed class OrdenesPlanasTests
{
    private Operador operador = null!;

    [SetUp]
    public void Llegar() => operador = new Operador();

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public async Task Un_CSV_y_un_libro_se_reciben_y_se_publican()
    {
        var csv = operador.Ruta("uno.csv");
        await File.WriteAllTextAsync(
            csv,
            Csv(Fila(), Fila(1, 2), SinContratos(2).Con("contratista_rfc", null).Con("contratista_nombre", "OTRA"))
        );
        var libro = new LibroDePrueba()
            .ConHoja("H", [Nombres, Fila(3).Con("contratista_rfc", null).Con("contratista_nombre", "TERCERA")])
            .Guardar(operador.Ruta("dos.xlsx"));

        var recibido = await operador.LograrAsync("importar", csv, libro);
        Assert.That(recibido.Linea.GetProperty("recibidas").GetInt32(), Is.EqualTo(3));
        var publicado = await operador.LograrAsync("publicar");
        Assert.That(publicado.Linea.GetProperty("renglones").GetInt32(), Is.EqualTo(4));
    }

    [Test]
    public async Task La_misma_informativa_en_CSV_y_en_XLSX_es_una()
    {
        var csv = operador.Ruta("uno.csv");
        await File.WriteAllTextAsync(csv, Csv(Fila(), Fila(), Fila(2), Fila(), Fila()));
        var libro = new LibroDePrueba().ConHoja("H", [Nombres, Fila(), Fila()]).Guardar(operador.Ruta("dos.xlsx"));

        var respuesta = await operador.EjecutarAsync("importar", csv, libro);

        Assert.That((respuesta.Codigo, respuesta.Errores), Is.EqualTo((0, "")));
        Assert.That(respuesta.Linea.GetProperty("recibidas").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task Los_rechazos_y_los_hallazgos_dicen_la_fila_y_la_columna()
    {
        var csv = operador.Ruta("tabla.csv");
        await File.WriteAllTextAsync(
            csv,
            Csv(
                Fila(),
                Fila(1, 2).Con("servicio", null).Con("personas_trabajadoras", 0),
                Fila(2).Con("contratante_nombre", null),
                Fila(3)
                    .Con("fecha_inicio", "enero")
                    .Con("contratos_declarados", 2)
                    .Con("contratista_rfc", null)
                    .Con("contratista_nombre", "C")
            )
        );

        var respuesta = await operador.EjecutarAsync("validar", csv);

        Assert.That(respuesta.Codigo, Is.EqualTo(3));
        Assert.That(
            respuesta.LineasDeError.Select(linea => string.Join(' ', linea.Split(' ')[..2])),
            Is.EquivalentTo([
                "tabla.csv:4: contratante_nombre:",
                "tabla.csv:3: servicio:",
                "tabla.csv:3: personas_trabajadoras:",
                "tabla.csv:5: fecha_inicio:",
                "tabla.csv:5: contratos_declarados:",
            ])
        );
        Assert.That(Directory.Exists(operador.Datos), Is.False);
    }

    [Test]
    public async Task Un_archivo_rechazado_entero_no_deja_nada([Values("importar", "validar")] string orden)
    {
        var csv = operador.Ruta("tabla.csv");
        await File.WriteAllTextAsync(csv, Csv(Fila(), Fila(2), Fila(1, 2)));

        var respuesta = await operador.EjecutarAsync(orden, csv);

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.StartWith("tabla.csv: fila 4, columna «folio»: "));
        Assert.That(respuesta.Salida, Is.Empty);
    }

    [Test]
    public async Task Un_libro_que_no_es_de_nadie_recibe_consejo([Values("importar", "validar")] string orden)
    {
        var libro = LibroDePrueba.Publico(LibroDePrueba.FilaDeContrato()).Guardar(operador.Ruta("listado.xlsx"));

        var respuesta = await operador.EjecutarAsync(orden, libro);

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.StartWith("listado.xlsx: ").And.Contain("--lista y --periodo"));
    }
}
