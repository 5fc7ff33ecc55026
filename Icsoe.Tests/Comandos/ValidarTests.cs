using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Comandos;

/// <summary><c>validar</c>: the same rules as sealing, nothing stored.</summary>
[TestFixture, Parallelizable]
internal sealed class ValidarTests
{
    private Operador operador = null!;

    [SetUp]
    public void Llegar() => operador = new Operador();

    [TearDown]
    public void Irse()
    {
        Assert.That(operador.Datos, Does.Not.Exist, "validar no guarda nada.");
        operador.Dispose();
    }

    [Test]
    public async Task Cada_hallazgo_se_dice_con_su_lugar_su_codigo_y_su_motivo()
    {
        var archivo = operador.Ndjson(
            Presentada.Numero(1).EnJson(),
            (
                Presentada.Numero(2) with
                {
                    Contratos =
                    [
                        new(),
                        new()
                        {
                            Folio = "A26P0000002",
                            PersonasTrabajadoras = 0,
                            Servicio = " ",
                        },
                    ],
                }
            ).EnJson(),
            (Presentada.Numero(3) with { ContratosDeclarados = 2 }).EnJson(),
            (Presentada.Numero(4) with { Contratos = [new() { FechaInicio = "31/11/2026" }] }).EnJson()
        );

        var respuesta = await operador.EjecutarAsync("validar", archivo);

        Assert.That(respuesta.Codigo, Is.Zero);
        Assert.That(
            respuesta.LineasDeError.Select(linea => string.Join(' ', linea.Split(' ')[..3])),
            Is.EqualTo([
                "informativas.ndjson:2: contratos[1].servicio: SERVICIO_NULO",
                "informativas.ndjson:2: contratos[1].personas_trabajadoras: SIN_TRABAJADORES",
                "informativas.ndjson:3: contratos_declarados: CONTEO_CONTRATOS",
                "informativas.ndjson:4: contratos[0].fecha_inicio: FECHA_INICIO",
            ])
        );
        Assert.That(respuesta.LineasDeError[2], Does.Contain("Declaró 2 y presentó 1."));
        var linea = respuesta.Linea;
        Assert.That((linea.GetProperty("publicas").GetInt32(), linea.GetProperty("inconsistentes").GetInt32()), Is.EqualTo((1, 3)));
        Assert.That(linea.GetProperty("publicacion").GetString(), Is.Null);
    }

    [Test]
    public async Task Con_lineas_rechazadas_sale_con_3()
    {
        var respuesta = await operador.EjecutarAsync("validar", operador.Ndjson(Presentada.Numero(1).EnJson(), "{}"));

        Assert.That(respuesta.Codigo, Is.EqualTo(3));
        Assert.That(respuesta.LineasDeError, Is.Not.Empty.And.All.StartsWith("informativas.ndjson:2: "));
        Assert.That(respuesta.Linea.GetProperty("rechazados").GetInt32(), Is.EqualTo(1));
        Assert.That(respuesta.Linea.GetProperty("informe").GetString(), Is.Null);
    }

    [Test]
    public async Task La_misma_linea_dos_veces_es_una_como_al_recibir()
    {
        var linea = Presentada.Numero(1).EnJson();

        var respuesta = await operador.EjecutarAsync("validar", operador.Ndjson(linea, linea));

        Assert.That(respuesta.Codigo, Is.Zero);
        Assert.That(respuesta.Errores, Is.Empty, "Repetir la línea no hace múltiple a la informativa.");
        Assert.That(respuesta.Linea.GetProperty("recibidas").GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task Un_folio_repetido_con_otro_contenido_se_rechaza_como_al_recibir()
    {
        var primera = Presentada.Numero(1);

        var respuesta = await operador.EjecutarAsync(
            "validar",
            operador.Ndjson(primera.EnJson(), (primera with { ContratosDeclarados = 1 }).EnJson())
        );

        Assert.That(respuesta.Codigo, Is.EqualTo(3));
        Assert.That(respuesta.LineasDeError.Single(), Does.Match("^informativas.ndjson:2: folio: .*otro contenido"));
    }

    [Test]
    public async Task Un_libro_se_valida_por_sus_renglones()
    {
        var sinPersonas = Publico.Renglon(2);
        var libro = operador.Libro(
            Publico,
            [Publico.Renglon(1), sinPersonas with { Contrato = sinPersonas.Contrato! with { PersonasTrabajadoras = 0 } }]
        );

        var respuesta = await operador.EjecutarAsync("validar", libro);

        Assert.That(respuesta.Codigo, Is.Zero);
        Assert.That(respuesta.LineasDeError.Single(), Does.Match("^LPP2026.xlsx:3: Número de personas trabajadoras: SIN_TRABAJADORES "));
        Assert.That(respuesta.Linea.GetProperty("renglones").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task Un_archivo_ilegible_se_rechaza_por_su_nombre()
    {
        var respuesta = await operador.EjecutarAsync("validar", operador.Archivo("LPP2026.xlsx", "no soy un libro"));

        Assert.That(respuesta.Codigo, Is.EqualTo(1));
        Assert.That(respuesta.Errores, Does.StartWith("LPP2026.xlsx: "));
    }
}
