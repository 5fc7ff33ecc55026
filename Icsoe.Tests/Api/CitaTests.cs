namespace Icsoe.Tests.Api;

public sealed class CitaTests
{
    private const string Publica = "https://datos.ejemplo.mx/icsoe";

    private static HttpClient Cliente => Muestra.Cliente;

    [Test]
    public async Task Una_cita_nombra_la_publicacion_cuando_se_sello_donde_esta_y_el_SHA256_del_manifiesto()
    {
        await using var servidor = new ServidorDePrueba(
            Muestra.Datos,
            ("Icsoe:UrlPublica", Publica),
            ("Icsoe:Editor:Nombre", "Datos & Más, A.C.")
        );
        using var cliente = servidor.CreateClient();
        var publicacion = await cliente.Json("/v1/publicaciones/2026-05.2");
        var sellada = ((string)publicacion["sellada_en"]!)[..10];
        var sha256 = (string)publicacion["manifiesto"]!["sha256"]!;
        Assert.Multiple(() =>
        {
            Assert.That(
                (string?)publicacion["cita"]!["apa"],
                Is.EqualTo(
                    "Instituto Mexicano del Seguro Social. (2026). Listado público de contratos de servicios u obras especializados reportados "
                        + $"al IMSS (ejemplo ficticio) (publicación 2026-05.2, sellada el {sellada}; SHA-256 del manifiesto: {sha256}) "
                        + $"[Conjunto de datos]. Datos & Más, A.C. {Publica}/v1/publicaciones/2026-05.2"
                )
            );
            Assert.That(
                (string?)publicacion["cita"]!["bibtex"],
                Is.EqualTo(
                    $$$"""
                    @misc{icsoe-2026-05.2,
                      author = {{Instituto Mexicano del Seguro Social}},
                      title = {{Listado público de contratos de servicios u obras especializados reportados al IMSS (ejemplo ficticio)}},
                      year = {2026},
                      version = {2026-05.2},
                      howpublished = {Conjunto de datos. Datos \& Más, A.C.},
                      url = {{{{Publica}}}/v1/publicaciones/2026-05.2},
                      note = {publicación 2026-05.2, sellada el {{{sellada}}}; SHA-256 del manifiesto: {{{sha256}}}. Reedición de datos públicos hecha por un programa independiente; no es un documento del IMSS.}
                    }

                    """.ReplaceLineEndings("\n")
                )
            );
        });
    }

    [Test]
    public async Task La_cita_de_hoy_es_la_de_siempre()
    {
        await using var servidor = new ServidorDePrueba(Muestra.Datos) { Instante = ServidorDePrueba.Ahora.AddYears(3) };
        using var cliente = servidor.CreateClient();
        Assert.That(
            (await cliente.Json("/v1/publicaciones/2026-06"))["cita"]!.ToJsonString(),
            Is.EqualTo((await Cliente.Json("/v1/publicaciones/2026-06"))["cita"]!.ToJsonString())
        );
    }

    [Test]
    public async Task Sin_licencia_configurada_se_dice_que_el_IMSS_no_la_declara()
    {
        foreach (var ruta in (string[])["/v1", "/v1/publicaciones/2026-06"])
        {
            Assert.That(
                (await Cliente.Json(ruta))["licencia"]!.ToJsonString(),
                Is.EqualTo("""{"nombre":"IMSS no declara licencia","url":null}"""),
                ruta
            );
        }
    }

    [Test]
    public async Task Con_licencia_configurada_se_dice_cual_y_donde_se_lee()
    {
        await using var servidor = new ServidorDePrueba(
            Muestra.Datos,
            ("Icsoe:Licencia", "CC BY 4.0"),
            ("Icsoe:LicenciaUrl", "https://creativecommons.org/licenses/by/4.0/")
        );
        using var cliente = servidor.CreateClient();
        foreach (var ruta in (string[])["/v1", "/v1/publicaciones/2026-06"])
        {
            Assert.That(
                (await cliente.Json(ruta))["licencia"]!.ToJsonString(),
                Is.EqualTo("""{"nombre":"CC BY 4.0","url":"https://creativecommons.org/licenses/by/4.0/"}"""),
                ruta
            );
        }
    }
}
