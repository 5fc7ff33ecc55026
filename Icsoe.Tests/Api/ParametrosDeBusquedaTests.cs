using System.Text;
using Icsoe.Api.Parametros;

namespace Icsoe.Tests.Api;

public sealed class ParametrosDeBusquedaTests
{
    private static HttpClient Cliente => Muestra.Cliente;

    [TestCase("fecha_inicio_desde=2026-02-30", "VALOR_INVALIDO", "2026-02-28")]
    [TestCase("fecha_inicio_desde=2024-02-30", "VALOR_INVALIDO", "2024-02-29")]
    [TestCase("fecha_inicio_hasta=2026-13-01", "VALOR_INVALIDO", null)]
    [TestCase("fecha_fin_desde=2026-00-10", "VALOR_INVALIDO", null)]
    [TestCase("fecha_fin_hasta=2026-01-00", "VALOR_INVALIDO", null)]
    [TestCase("fecha_presentacion_desde=0000-01-01", "VALOR_INVALIDO", null)]
    [TestCase("fecha_presentacion_hasta=31/01/2026", "VALOR_INVALIDO", "2026-01-31")]
    [TestCase("vigente_en=2026-1-5", "VALOR_INVALIDO", "2026-01-05")]
    [TestCase("vigente_en=2026-01-05T00:00:00", "VALOR_INVALIDO", null)]
    [TestCase("vigente_en=hoy", "VALOR_INVALIDO", null)]
    [TestCase("vigente_en=%d9%a2%d9%a0%d9%a2%d9%a6-01-01", "VALOR_INVALIDO", null)]
    [TestCase("vigente_en=", "PARAMETRO_VACIO", null)]
    [TestCase("vigente_en=2026-01-01&vigente_en=2026-01-01", "PARAMETRO_REPETIDO", null)]
    [TestCase("fecha_inicio_desde=2026-01-01&fecha_inicio_desde=2026-01-02", "PARAMETRO_REPETIDO", null)]
    [TestCase("personas_trabajadoras_min=-1", "VALOR_FUERA_DE_RANGO", null)]
    [TestCase("personas_trabajadoras_max=2147483648", "VALOR_FUERA_DE_RANGO", null)]
    [TestCase("personas_trabajadoras_min=1.5", "VALOR_INVALIDO", null)]
    [TestCase("personas_trabajadoras_min=1&personas_trabajadoras_min=2", "PARAMETRO_REPETIDO", null)]
    [TestCase("contratista_clave=K3V7Q2M5X4A6B", "VALOR_INVALIDO", "k3v7q2m5x4a6b")]
    [TestCase("contratante_clave=k3v7q2m5x4a6", "VALOR_INVALIDO", null)]
    [TestCase("parte_clave=k3v7q2m5x4a61", "VALOR_INVALIDO", null)]
    [TestCase("tipo_persona_contratista=fiscia", "VALOR_INVALIDO", "fisica")]
    [TestCase("tipo_persona_contratante=Moral", "VALOR_INVALIDO", "moral")]
    [TestCase("sin=fechafin", "VALOR_INVALIDO", "fecha_fin")]
    [TestCase("sin=fecha_fin&sin=fecha_fin", "PARAMETRO_REPETIDO", null)]
    [TestCase("aproximar=true", "VALOR_INVALIDO", null)]
    [TestCase("aproximar=si&aproximar=si", "PARAMETRO_REPETIDO", null)]
    [TestCase("orden=fecha", "VALOR_INVALIDO", "fecha_fin")]
    [TestCase("orden=--periodo", "VALOR_INVALIDO", "-periodo")]
    [TestCase("orden=contratos", "VALOR_INVALIDO", "contratista")]
    [TestCase("orden=periodo&orden=contratista", "PARAMETRO_REPETIDO", null)]
    [TestCase("incluir=cuenta", "VALOR_INVALIDO", "conteo")]
    [TestCase("incluir=conteo,facetas,", "PARAMETRO_VACIO", null)]
    [TestCase("incluir=conteo,%20facetas", "VALOR_INVALIDO", "facetas")]
    [TestCase("incluir=", "PARAMETRO_VACIO", null)]
    [TestCase("q=", "PARAMETRO_VACIO", null)]
    [TestCase("q=%ff", "VALOR_INVALIDO", null)]
    [TestCase("q=%c3%28", "VALOR_INVALIDO", null)]
    [TestCase("q=%ed%a0%80", "VALOR_INVALIDO", null)]
    [TestCase("q=%c0%af", "VALOR_INVALIDO", null)]
    [TestCase("con_contratos=si", "PARAMETRO_DESCONOCIDO", "folio_contrato")]
    [TestCase("lista=%ef%bf%be", "VALOR_INVALIDO", null)]
    public async Task Un_valor_malo_es_un_400_que_dice_cual_habria_sido_bueno(string consulta, string codigo, string? sugerencia)
    {
        var respuesta = await Cliente.GetAsync($"/v1/contratos?{consulta}");
        var problema = await respuesta.Leer();
        Assert.Multiple(() =>
        {
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(400));
            Assert.That((string?)problema["errores"]![0]!["codigo"], Is.EqualTo(codigo));
            Assert.That((string?)problema["errores"]![0]!["sugerencia"], Is.EqualTo(sugerencia));
        });
    }

    [Test]
    public async Task Una_fecha_que_no_existe_lo_dice()
    {
        var problema = await Cliente.Json("/v1/contratos?vigente_en=2026-02-30");
        Assert.That((string?)problema["detail"], Does.Contain("2026-02-30 no existe"));
    }

    [TestCase("vigente_en=0001-01-01")]
    [TestCase("vigente_en=9999-12-31")]
    [TestCase("fecha_inicio_desde=2026-12-31&fecha_inicio_hasta=2026-01-01")]
    [TestCase("personas_trabajadoras_min=0&personas_trabajadoras_max=2147483647")]
    [TestCase("personas_trabajadoras_min=2147483647&personas_trabajadoras_max=0")]
    [TestCase("contratista_clave=k3v7q2m5x4a6b&contratista_clave=aaaaaaaaaaaaa")]
    [TestCase("tipo_persona_contratista=fisica&tipo_persona_contratista=moral&tipo_persona_contratante=fisica")]
    [TestCase("sin=fecha_fin&fecha_fin_desde=2026-01-01")]
    [TestCase("aproximar=si")]
    public async Task Los_limites_se_admiten_y_lo_contradictorio_no_es_un_error(string consulta) =>
        Assert.That((int)(await Cliente.GetAsync($"/v1/contratos?{consulta}")).StatusCode, Is.EqualTo(200));

    [TestCase("%00")]
    [TestCase("a%00b")]
    [TestCase("\"")]
    [TestCase("'")]
    [TestCase("%22%22%22")]
    [TestCase("*")]
    [TestCase("a* AND NEAR(b c) OR NOT d:e -f ^g {h}")]
    [TestCase("100%")]
    [TestCase("100%25")]
    [TestCase("%zz")]
    [TestCase("+")]
    [TestCase("%20%20")]
    [TestCase("...")]
    [TestCase("%ef%bf%be")]
    [TestCase("%ef%bf%bf")]
    [TestCase("%f0%9f%98%80")]
    [TestCase("%e2%80%8f%e2%80%ae")]
    [TestCase("%cc%83")]
    [TestCase(";DROP TABLE renglones;--")]
    [TestCase("%0d%0aSet-Cookie:%20a=b")]
    public async Task Un_texto_nunca_es_invalido_por_lo_que_dice(string texto)
    {
        foreach (var parametro in (string[])["q", "contratista", "contratante", "servicio"])
        {
            var respuesta = await Cliente.GetAsync(new Uri($"/v1/contratos?{parametro}={texto}&limite=1", UriKind.Relative));
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(200), $"{parametro}={texto}");
        }
    }

    [TestCase("Peña", "/v1/contratos")]
    [TestCase("CAFÉ “BAJÍO”", "/v1/contratos")]
    [TestCase("각각", "/v1/informativas")]
    [TestCase("\u1e69", "/v1/listados/publico/2025/1/renglones")]
    public async Task Las_dos_formas_de_Unicode_son_la_misma_consulta(string texto, string ruta)
    {
        var (compuesto, descompuesto) = (texto.Normalize(NormalizationForm.FormC), texto.Normalize(NormalizationForm.FormD));
        Assert.That(compuesto, Is.Not.EqualTo(descompuesto));
        var una = await Cliente.GetAsync($"{ruta}?contratista={Uri.EscapeDataString(compuesto)}&limite=2");
        var otra = await Cliente.GetAsync($"{ruta}?contratista={Uri.EscapeDataString(descompuesto)}&limite=2");
        Assert.Multiple(async () =>
        {
            Assert.That(await otra.Content.ReadAsStringAsync(), Is.EqualTo(await una.Content.ReadAsStringAsync()));
            Assert.That(otra.Cabecera("ETag"), Is.EqualTo(una.Cabecera("ETag")));
            Assert.That(otra.Cabecera("Link"), Is.EqualTo(una.Cabecera("Link")));
        });
    }

    [TestCase("a", 512, true)]
    [TestCase("a", 513, false)]
    [TestCase("😀", 512, true)]
    [TestCase("😀", 513, false)]
    [TestCase("e\u0301", 512, true)]
    [TestCase("e\u0301", 513, false)]
    public async Task Un_texto_llega_hasta_512_caracteres_como_quiera_que_se_escriban(string letra, int veces, bool cabe)
    {
        var texto = Uri.EscapeDataString(string.Concat(Enumerable.Repeat(letra, veces)));
        var respuesta = await Cliente.GetAsync($"/v1/contratos?servicio={texto}");
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(cabe ? 200 : 400));
        if (!cabe)
            Assert.That((string?)(await respuesta.Leer())["codigo"], Is.EqualTo("PARAMETRO_DEMASIADO_LARGO"));
    }

    [TestCase("contratante=x")]
    [TestCase("servicio=x")]
    [TestCase("contratante_clave=k3v7q2m5x4a6b")]
    [TestCase("tipo_persona_contratante=moral")]
    [TestCase("fecha_inicio_desde=2026-01-01")]
    [TestCase("fecha_fin_hasta=2026-01-01")]
    [TestCase("vigente_en=2026-01-01")]
    [TestCase("sin=fecha_fin")]
    [TestCase("personas_trabajadoras_min=1")]
    public async Task Las_informativas_no_admiten_lo_que_es_de_un_contrato(string consulta)
    {
        foreach (var ruta in (string[])["/v1/informativas", "/v1/listados/publico/2025/1/informativas"])
        {
            var problema = await Cliente.Json($"{ruta}?{consulta}");
            Assert.That((string?)problema["codigo"], Is.EqualTo("PARAMETRO_DESCONOCIDO"), ruta);
        }
    }

    [TestCase("con_contratos=tal vez", "VALOR_INVALIDO")]
    [TestCase("con_contratos=si&con_contratos=no", "PARAMETRO_REPETIDO")]
    [TestCase("orden=fecha_inicio", "VALOR_INVALIDO")]
    [TestCase("orden=contratante", "VALOR_INVALIDO")]
    public async Task Las_informativas_tienen_sus_propios_valores(string consulta, string codigo) =>
        Assert.That((string?)(await Cliente.Json($"/v1/informativas?{consulta}"))["codigo"], Is.EqualTo(codigo));

    [Test]
    public async Task El_orden_dice_cuales_hay()
    {
        var error = (await Cliente.Json("/v1/informativas?orden=nada"))["errores"]![0]!;
        Assert.That(
            error["validos"]!.AsArray().Select(valido => (string?)valido),
            Is.EqualTo(
                new[]
                {
                    "periodo",
                    "-periodo",
                    "fecha_presentacion",
                    "-fecha_presentacion",
                    "contratista",
                    "-contratista",
                    "contratos",
                    "-contratos",
                }
            )
        );
    }

    [TestCase("/v1/contratos", "q=x")]
    [TestCase("/v1/contratos", "contratante=x")]
    [TestCase("/v1/contratos", "parte_clave=k3v7q2m5x4a6b")]
    [TestCase("/v1/informativas", "contratista=x")]
    [TestCase("/v1/listados/publico/2025/1/renglones", "contratante_clave=k3v7q2m5x4a6b")]
    public async Task Una_consulta_que_nombra_a_alguien_lleva_el_aviso_de_homonimia(string ruta, string consulta)
    {
        var con = await Cliente.Json($"{ruta}?{consulta}");
        var sin = (await Cliente.Json($"{ruta}?limite=1")).AsObject();
        Assert.That(sin.ContainsKey("aviso_homonimia"), Is.True);
        Assert.That(sin["aviso_homonimia"], Is.Null);
        Assert.That((string?)con["aviso_homonimia"], Does.Contain("no identifica a nadie"));
    }

    [TestCase("\ufffe", "\ufffd")]
    [TestCase("e\u0301\ufffe", "\u00e9\ufffd")]
    [TestCase("a\0b", "a\0b")]
    public void Lo_que_ninguna_forma_conoce_es_un_signo_mas(string texto, string compuesto) =>
        Assert.That(LectoresDeBusqueda.EnNfc(texto), Is.EqualTo(compuesto));
}
