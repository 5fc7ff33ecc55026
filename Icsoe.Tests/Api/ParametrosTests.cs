namespace Icsoe.Tests.Api;

public sealed class ParametrosTests
{
    private static HttpClient Cliente => Muestra.Cliente;

    [TestCase("listas=publico", "PARAMETRO_DESCONOCIDO", "lista")]
    [TestCase("LISTA=publico", "PARAMETRO_DESCONOCIDO", "lista")]
    [TestCase("publicación=2026-06", "PARAMETRO_DESCONOCIDO", "publicacion")]
    [TestCase("folio-contrato=A", "PARAMETRO_DESCONOCIDO", "folio_contrato")]
    [TestCase("limite=1&limite=2", "PARAMETRO_REPETIDO", null)]
    [TestCase("lista=", "PARAMETRO_VACIO", null)]
    [TestCase("lista", "PARAMETRO_VACIO", null)]
    [TestCase("limite=", "PARAMETRO_VACIO", null)]
    [TestCase("lista=publica", "VALOR_INVALIDO", "publico")]
    [TestCase("lista=Publico", "VALOR_INVALIDO", "publico")]
    [TestCase("tipo_informativa=sin_efectos", "VALOR_INVALIDO", "sin_informacion")]
    [TestCase("inconsistencia=SIN_TRABAJADOR", "VALOR_INVALIDO", "SIN_TRABAJADORES")]
    [TestCase("limite=diez", "VALOR_INVALIDO", null)]
    [TestCase("limite=+5", "VALOR_INVALIDO", null)]
    [TestCase("limite=0", "VALOR_FUERA_DE_RANGO", null)]
    [TestCase("limite=1001", "VALOR_FUERA_DE_RANGO", null)]
    [TestCase("limite=99999999999999999999", "VALOR_FUERA_DE_RANGO", null)]
    [TestCase("ejercicio=2020", "VALOR_FUERA_DE_RANGO", null)]
    [TestCase("ejercicio=2027", "VALOR_FUERA_DE_RANGO", null)]
    [TestCase("cuatrimestre=4", "VALOR_FUERA_DE_RANGO", null)]
    [TestCase("periodo=2026-4", "VALOR_FUERA_DE_RANGO", null)]
    [TestCase("periodo=2020-1", "VALOR_FUERA_DE_RANGO", null)]
    [TestCase("periodo=20261", "VALOR_INVALIDO", null)]
    [TestCase("periodo=2026-06", "PERIODO_CONFUNDIDO", "publicacion=2026-06")]
    [TestCase("publicacion=2026-1", "PUBLICACION_CONFUNDIDA", "periodo=2026-1")]
    [TestCase("publicacion=2026-13", "VALOR_INVALIDO", null)]
    [TestCase("publicacion=Ultima", "VALOR_INVALIDO", "ultima")]
    [TestCase("folio_contrato=%00", "VALOR_INVALIDO", null)]
    [TestCase("cursor=hola", "CURSOR_INVALIDO", null)]
    [TestCase("cursor=x", "CURSOR_INVALIDO", null)]
    [TestCase("cursor=AQfqBgABAAAAAAAAAAAAAJ5KAAAAMqpgUp!", "CURSOR_INVALIDO", null)]
    [TestCase("cursor=%20AQfqBgABAAAAAAAAAAAAAJ5KAAAAMqpgUp4", "CURSOR_INVALIDO", null)]
    [TestCase("cursor=ñ", "CURSOR_INVALIDO", null)]
    [TestCase("=x", "PARAMETRO_DESCONOCIDO", "q")]
    [TestCase("folio_contrato=%ff", "VALOR_INVALIDO", null)]
    public async Task Un_parametro_malo_es_un_400_que_dice_que_se_quiso_escribir(string consulta, string codigo, string? sugerencia)
    {
        var respuesta = await Cliente.GetAsync($"/v1/contratos?{consulta}");
        var problema = await respuesta.Leer();
        Assert.Multiple(() =>
        {
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(400));
            Assert.That(respuesta.Cabecera("Content-Type"), Is.EqualTo("application/problem+json"));
            Assert.That((string?)problema["codigo"], Is.EqualTo(codigo));
            Assert.That((string?)problema["type"], Is.EqualTo($"/v1/problemas/{codigo}"));
            Assert.That((string?)problema["errores"]![0]!["codigo"], Is.EqualTo(codigo));
            Assert.That((string?)problema["errores"]![0]!["sugerencia"], Is.EqualTo(sugerencia));
        });
    }

    [TestCase(512, 200)]
    [TestCase(513, 400)]
    public async Task Un_texto_llega_hasta_512_caracteres(int largo, int estado)
    {
        var respuesta = await Cliente.GetAsync($"/v1/contratos?folio_contrato={new string('A', largo)}");
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
        if (estado == 400)
            Assert.That((string?)(await respuesta.Leer())["codigo"], Is.EqualTo("PARAMETRO_DEMASIADO_LARGO"));
    }

    [TestCase(500, 200)]
    [TestCase(501, 400)]
    public async Task Un_parametro_se_repite_hasta_500_veces(int veces, int estado)
    {
        var consulta = string.Join('&', Enumerable.Range(0, veces).Select(n => $"folio_contrato=A{n}"));
        var respuesta = await Cliente.GetAsync($"/v1/contratos?{consulta}");
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
    }

    [Test]
    public async Task Todos_los_errores_se_dicen_a_la_vez()
    {
        var problema = await Cliente.Json("/v1/contratos?listas=x&limite=0&periodo=2026-06&cursor=x");
        Assert.Multiple(() =>
        {
            Assert.That((string?)problema["codigo"], Is.EqualTo("PARAMETROS_INVALIDOS"));
            Assert.That(
                problema["errores"]!.AsArray().Select(error => (string?)error!["codigo"]),
                Is.EqualTo(new[] { "PARAMETRO_DESCONOCIDO", "VALOR_FUERA_DE_RANGO", "PERIODO_CONFUNDIDO", "CURSOR_INVALIDO" })
            );
        });
    }

    [Test]
    public async Task Un_parametro_desconocido_dice_cuales_hay()
    {
        var problema = await Cliente.Json("/v1/listados?periodo=2026-1");
        Assert.That(
            problema["errores"]![0]!["validos"]!.AsArray().Select(valido => (string?)valido),
            Is.EqualTo(new[] { "lista", "ejercicio", "publicacion" })
        );
    }

    [TestCase("lista=publico")]
    [TestCase("periodo=2026-1")]
    [TestCase("ejercicio=2026")]
    [TestCase("cuatrimestre=1")]
    public async Task Dentro_de_un_listado_no_se_filtra_por_lo_que_ya_dice_la_ruta(string consulta)
    {
        foreach (var recurso in (string[])["contratos", "informativas", "renglones"])
        {
            var problema = await Cliente.Json($"/v1/listados/publico/2026/1/{recurso}?{consulta}");
            Assert.That((string?)problema["codigo"], Is.EqualTo("PARAMETRO_DESCONOCIDO"), recurso);
        }
    }

    [TestCase("lista=inconsistente", "lista", "inconsistente")]
    [TestCase("periodo=2025-3", "periodo", "2025-3")]
    [TestCase("periodo=2025-3&lista=publico", "lista", "publico")]
    public async Task Un_filtro_deja_solo_lo_que_cumple(string consulta, string campo, string valor)
    {
        var datos = (await Cliente.Json($"/v1/contratos?{consulta}&limite=1000"))["datos"]!.AsArray();
        Assert.That(datos, Is.Not.Empty);
        Assert.That(datos.Select(dato => (string?)dato![campo]), Is.All.EqualTo(valor));
    }

    [Test]
    public async Task Repetido_equivale_a_o_y_distintos_a_y()
    {
        var uno = (await Cliente.Json("/v1/informativas?periodo=2024-1&limite=1000"))["datos"]!.AsArray().Count;
        var otro = (await Cliente.Json("/v1/informativas?periodo=2024-2&limite=1000"))["datos"]!.AsArray().Count;
        var ambos = (await Cliente.Json("/v1/informativas?periodo=2024-1&periodo=2024-2&limite=1000"))["datos"]!.AsArray().Count;
        var ninguno = (await Cliente.Json("/v1/informativas?periodo=2024-1&ejercicio=2025"))["datos"]!.AsArray().Count;
        Assert.That((ambos, ninguno), Is.EqualTo((uno + otro, 0)));
    }
}
