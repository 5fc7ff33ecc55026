using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Tests.Api;

/// <summary>The public page as the server writes it, before any script.</summary>
public sealed partial class PaginaTests
{
    private static readonly string[] Rutas =
    [
        "/",
        "/inconsistente",
        "/buscar",
        "/contrato",
        "/nombre",
        "/cifras",
        "/cambios",
        "/valida",
        "/programar",
        "/como-solventar",
        "/informacion-importante/publico",
        "/informacion-importante/inconsistente",
    ];

    private static HttpClient Cliente => Muestra.Cliente;

    [TestCase("publico", "/?ejercicio=2025")]
    [TestCase("inconsistente", "/inconsistente?ejercicio=2025")]
    [TestCase("publico", "/?ejercicio=2026")]
    public async Task La_pantalla_de_la_guia_dice_lo_mismo_que_la_API(string lista, string ruta)
    {
        var pagina = await Cliente.GetStringAsync(ruta);
        var listados = (await Cliente.Json($"/v1/listados/{lista}/{ruta[^4..]}"))["datos"]!.AsArray();

        var filas = Fila().Matches(pagina).Select(fila => fila.Value).ToList();
        Assert.That(filas, Has.Count.EqualTo(3));
        foreach (var (listado, fila) in listados.Zip(filas))
        {
            if ((string?)listado!["estado"] == "pendiente")
            {
                Assert.That(fila, Does.Contain("Pendiente."));
                continue;
            }
            var archivos = listado["archivos"]!.AsArray();
            Assert.That((string?)archivos[0]!["formato"], Is.EqualTo("xlsx"));
            Assert.That(fila, Does.Contain($"""<code class="sha">{((string)archivos[0]!["sha256"]!).ToUpperInvariant()}</code>"""));
            foreach (var archivo in archivos)
            {
                Assert.That(fila, Does.Contain($"href=\"{archivo!["url"]}\""));
                Assert.That(fila, Does.Contain(((string)archivo["sha256"]!).ToUpperInvariant()));
            }
        }
    }

    [Test]
    public async Task Lo_pendiente_dice_cuando_se_espera()
    {
        var pagina = await Cliente.GetStringAsync("/?ejercicio=2026");
        Assert.That(pagina, Does.Contain("Pendiente. Se espera del 1 al 7 de octubre de 2026."));
    }

    [TestCase("2026-06-15", "En tiempo", "Se espera del")]
    [TestCase("2026-12-15", "Retrasada", "Debía publicarse del")]
    public async Task Se_dice_si_la_publicacion_va_en_tiempo(string hoy, string sello, string delPendiente)
    {
        await using var servidor = new ServidorDePrueba(Muestra.Datos)
        {
            Instante = DateTimeOffset.Parse($"{hoy}T18:00:00Z", CultureInfo.InvariantCulture),
        };
        using var cliente = servidor.CreateClient();
        var pagina = await cliente.GetStringAsync("/?ejercicio=2026");
        Assert.That(pagina, Does.Match($"<p class=\"estado\"><span class=\"sello[^>]*>{sello}</span> Publicación de junio de 2026"));
        Assert.That(pagina, Does.Contain($"Pendiente. {delPendiente}"));
    }

    [Test]
    public async Task Sin_decir_ano_se_ve_el_ultimo_publicado() =>
        Assert.That(
            await Cliente.GetStringAsync("/"),
            Does.Contain("""<a href="/?ejercicio=2026" aria-current="true">2026</a>""").And.Contain("LPP2026.xlsx")
        );

    [Test]
    public async Task El_estado_de_otro_mes_se_lee_en_su_publicacion()
    {
        var pagina = await Cliente.GetStringAsync("/?ejercicio=2025&publicacion=2026-05.2");
        var entonces = await Cliente.Json("/v1/listados/publico/2025/3?publicacion=2026-05.2");
        var ahora = await Cliente.Json("/v1/listados/publico/2025/3");
        Assert.Multiple(() =>
        {
            Assert.That(pagina, Does.Contain("Así estaba en la publicación de mayo de 2026 (2.ª)"));
            Assert.That(pagina, Does.Contain(((string)entonces["archivos"]![0]!["sha256"]!).ToUpperInvariant()));
            Assert.That(pagina, Does.Not.Contain(((string)ahora["archivos"]![0]!["sha256"]!).ToUpperInvariant()));
            Assert.That(pagina, Does.Contain("/v1/publicaciones/2026-05.2/archivos/LPT2025.xlsx"));
        });
    }

    [TestCase("/", "")]
    [TestCase("/cifras", "noindex")]
    [TestCase("/cambios", "noindex")]
    [TestCase("/valida", "")]
    [TestCase("/inconsistente", "noindex")]
    [TestCase("/?publicacion=2026-05", "noindex")]
    [TestCase("/?publicacion=2026-06", "")]
    [TestCase("/nombre", "noindex")]
    [TestCase("/contrato", "noindex")]
    [TestCase("/buscar", "noindex")]
    public async Task Los_buscadores_dejan_fuera_lo_que_no_deben_guardar(string ruta, string esperado)
    {
        var respuesta = await Cliente.GetAsync(ruta);
        Assert.That(respuesta.Cabecera("X-Robots-Tag"), Is.EqualTo(esperado));
    }

    [TestCase("tipo_persona_contratista=moral&tipo_persona_contratante=moral&lista=publico&periodo=2024-1", "")]
    [TestCase("tipo_persona_contratista=fisica&lista=publico", "noindex")]
    [TestCase("tipo_persona_contratante=fisica&lista=publico", "noindex")]
    [TestCase("lista=inconsistente", "noindex")]
    // It is in the public list now, and its page tells that it was in the other one.
    [TestCase("folio_contrato=A25T0000155", "noindex")]
    public async Task De_los_contratos_solo_se_indexan_los_de_personas_morales_que_siempre_estuvieron_bien(string filtro, string esperado)
    {
        var contratos = (await Cliente.Json($"/v1/contratos?{filtro}&limite=5"))["datos"]!.AsArray();
        Assert.That(contratos, Is.Not.Empty);
        foreach (var contrato in contratos)
        {
            var folio = (string)contrato!["folio"]!;
            var respuesta = await Cliente.GetAsync($"/contrato?folio={folio}");
            Assert.That(respuesta.Cabecera("X-Robots-Tag"), Is.EqualTo(esperado), folio);
            Assert.That(await respuesta.Content.ReadAsStringAsync(), Does.Contain($"<title>Ejemplo · Contrato {folio}</title>"));
            var antes = await Cliente.GetAsync($"/contrato?folio={folio}&publicacion=2026-05");
            Assert.That(antes.Cabecera("X-Robots-Tag"), Is.EqualTo("noindex"));
        }
    }

    [Test]
    public async Task La_pagina_de_un_nombre_lo_lleva_por_titulo_y_no_se_indexa()
    {
        foreach (var parte in (await Cliente.Json("/v1/partes?limite=5"))["datos"]!.AsArray())
        {
            var respuesta = await Cliente.GetAsync($"/nombre?clave={parte!["clave"]}");
            Assert.That(respuesta.Cabecera("X-Robots-Tag"), Is.EqualTo("noindex"));
            Assert.That(
                WebUtility.HtmlDecode(await respuesta.Content.ReadAsStringAsync()),
                Does.Contain($"<title>Ejemplo · {parte["nombre"]}</title>")
            );
        }
    }

    [TestCase("/nada", "text/html,application/xhtml+xml,*/*;q=0.8", "text/html; charset=utf-8")]
    [TestCase("/nada", "*/*", "application/problem+json")]
    [TestCase("/v1/nada", "text/html", "application/problem+json")]
    public async Task A_una_persona_que_se_pierde_se_le_contesta_con_una_pagina(string ruta, string acepta, string tipo)
    {
        using var solicitud = new HttpRequestMessage(HttpMethod.Get, ruta) { Headers = { { "Accept", acepta } } };
        var respuesta = await Cliente.SendAsync(solicitud);
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(404));
        Assert.That(respuesta.Cabecera("Content-Type"), Is.EqualTo(tipo));
        Assert.That(await respuesta.Content.ReadAsStringAsync(), Does.Contain($"No hay nada en «{ruta}»"));
        Assert.That(
            respuesta.Cabecera("Content-Security-Policy"),
            tipo.StartsWith("text/html", StringComparison.Ordinal) ? Does.Contain("style-src") : Does.Not.Contain("style-src")
        );
    }

    [TestCase(Lista.Publico)]
    [TestCase(Lista.Inconsistente)]
    public async Task La_informacion_importante_va_como_esta_escrita(Lista lista)
    {
        var pagina = EnTexto(await Cliente.GetStringAsync($"/informacion-importante/{lista.Valor()}"));
        var aviso = Aviso.De(lista);
        foreach (var apartado in aviso.Apartados)
        {
            Assert.That(pagina, Does.Contain(apartado.Texto));
            foreach (var punto in apartado.Vinetas)
                Assert.That(pagina, Does.Contain(punto));
        }
        foreach (var inconsistencia in aviso.InconsistenciasEnumeradas)
            Assert.That(pagina, Does.Contain(inconsistencia));
    }

    [Test]
    public async Task La_ayuda_va_como_esta_escrita()
    {
        var pagina = EnTexto(await Cliente.GetStringAsync("/como-solventar"));
        foreach (var inconsistencia in Inconsistencia.Catalogo)
            Assert.That(pagina, Does.Contain(inconsistencia.Etiqueta));
        Assert.That(pagina, Does.Contain(Inconsistencia.SinTrabajadores.ComoSolventarContratista));
        foreach (var caso in Inconsistencia.InformativaMultiple.Casos)
            Assert.That(pagina, Does.Contain(caso.Titulo).And.Contain(caso.Texto));
    }

    [TestCaseSource(nameof(Rutas))]
    public async Task Ninguna_pagina_ejecuta_lo_que_lleva_dentro(string ruta)
    {
        var respuesta = await Cliente.GetAsync(ruta);
        var pagina = await respuesta.Content.ReadAsStringAsync();
        Assert.Multiple(() =>
        {
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(200));
            Assert.That(respuesta.Cabecera("Content-Type"), Is.EqualTo("text/html; charset=utf-8"));
            Assert.That(
                respuesta.Cabecera("Content-Security-Policy"),
                Does.StartWith("default-src 'none'; script-src 'self'; style-src 'sha256-")
            );
            Assert.That(respuesta.Cabecera("Content-Security-Policy"), Does.Not.Contain("unsafe"));
            Assert.That(pagina, Does.Not.Match(@"<script(?![^>]* src=)|\son\w+=|\sstyle=|javascript:"));
            Assert.That(pagina, Does.Contain("Los datos son ficticios").And.Contain("<title>Ejemplo · "));
        });
    }

    [Test]
    public async Task Lo_que_carga_una_pagina_se_guarda_para_siempre_y_lo_de_antes_no()
    {
        var pagina = await Cliente.GetStringAsync("/cifras");
        var recursos = Recurso().Matches(pagina).Select(recurso => recurso.Value).Distinct().ToList();
        Assert.That(recursos, Has.Count.GreaterThan(4));
        foreach (var recurso in recursos)
        {
            var respuesta = await Cliente.GetAsync(recurso);
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(200), recurso);
            Assert.That(respuesta.Cabecera("Cache-Control"), Is.EqualTo("public, max-age=31536000, immutable"));
        }
        var deAntes = await Cliente.GetAsync("/recursos/0123456789ab/estilo.css");
        Assert.That((int)deAntes.StatusCode, Is.EqualTo(200));
        Assert.That(deAntes.Cabecera("Cache-Control"), Is.EqualTo("no-store"));
    }

    [TestCase("nada.js")]
    [TestCase("partes/buscar.html")]
    [TestCase("../appsettings.json")]
    [TestCase("%2e%2e/appsettings.json")]
    public async Task Solo_se_sirven_los_archivos_de_la_pagina(string nombre) =>
        Assert.That((int)(await Cliente.GetAsync($"/recursos/0123456789ab/{nombre}")).StatusCode, Is.EqualTo(404));

    [Test]
    public async Task Un_enlace_compartido_con_algo_de_mas_abre_igual() =>
        Assert.That((int)(await Cliente.GetAsync("/?ejercicio=2025&fbclid=x&publicacion=")).StatusCode, Is.EqualTo(200));

    [TestCase("/?ejercicio=%3Cb%3E", 400, "de 2021 a 2026")]
    [TestCase("/?publicacion=2026-04", 404, "la vigente es 2026-06")]
    public async Task Lo_que_no_existe_se_dice_en_una_pagina(string ruta, int estado, string dice)
    {
        var respuesta = await Cliente.GetAsync(ruta);
        var pagina = await respuesta.Content.ReadAsStringAsync();
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(estado));
        Assert.That(pagina, Does.Contain(dice).And.Not.Contain("<b>"));
        Assert.That(respuesta.Cabecera("Cache-Control"), Is.EqualTo("no-store"));
    }

    [Test]
    public async Task Un_almacen_vacio_dice_a_quien_lo_opera_que_orden_sigue()
    {
        var carpeta = Path.Combine(Path.GetTempPath(), $"icsoe-pagina-{Guid.NewGuid():N}");
        await using var servidor = new ServidorDePrueba(carpeta);
        using var cliente = servidor.CreateClient();
        foreach (var ruta in Rutas)
        {
            var pagina = await cliente.GetStringAsync(ruta);
            Assert.That(pagina, Does.Contain("dotnet run --project Icsoe.Api -- importar LPP2026.xlsx LIIP2026.xlsx"), ruta);
            Assert.That(pagina, Does.Not.Contain("ficticios"));
        }
    }

    [Test]
    public async Task Los_libros_retenidos_no_se_ofrecen()
    {
        await using var servidor = new ServidorDePrueba(Muestra.Datos, ("Icsoe:Originales", "retener"));
        using var cliente = servidor.CreateClient();
        var pagina = await cliente.GetStringAsync("/?ejercicio=2024");
        var listado = await cliente.Json("/v1/listados/publico/2024/1");
        Assert.That((string?)listado["archivos"]![0]!["origen"], Is.EqualTo("imss"));
        Assert.That(
            pagina,
            Does.Contain("En el sitio del IMSS").And.Contain(((string)listado["archivos"]![0]!["sha256"]!).ToUpperInvariant())
        );
        Assert.That(pagina, Does.Not.Contain("href=\"/v1/archivos/LPP2024.xlsx\"").And.Contain("href=\"/v1/archivos/LPP2024.csv\""));
    }

    private static string EnTexto(string html) => WebUtility.HtmlDecode(Etiqueta().Replace(html, ""));

    [GeneratedRegex("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">[^<]*<small>.*?</tr>", RegexOptions.Singleline, 1000)]
    private static partial Regex Fila();

    [GeneratedRegex("(?<=\")/recursos/[^\"]+", RegexOptions.None, 1000)]
    private static partial Regex Recurso();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Etiqueta();
}
