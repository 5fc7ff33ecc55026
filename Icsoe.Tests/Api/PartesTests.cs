using System.Text.Json;
using Icsoe.Api.Configuracion;
using Icsoe.Api.Partes;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Sugerencias;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Tests.Api;

public sealed class PartesTests
{
    private const string Clave = "k3v7q2m5x4a6b";

    private static HttpClient Cliente => Muestra.Cliente;

    [TestCase("k3v7q2m5x4a6")]
    [TestCase("K3V7Q2M5X4A6B")]
    [TestCase("k3v7q2m5x4a60")]
    [TestCase("%ef%bf%be")]
    [TestCase("a%20b")]
    public async Task Una_clave_mal_escrita_no_es_de_nadie(string clave)
    {
        foreach (var recurso in (string[])["", "/contratos", "/contrapartes", "/historia?periodo=2025-1"])
        {
            var respuesta = await Cliente.GetAsync(new Uri($"/v1/partes/{clave}{recurso}", UriKind.Relative));
            var problema = await respuesta.Leer();
            Assert.Multiple(() =>
            {
                Assert.That((int)respuesta.StatusCode, Is.EqualTo(404), recurso);
                Assert.That((string?)problema["codigo"], Is.EqualTo("PARTE_INEXISTENTE"), recurso);
                Assert.That((string?)problema["errores"]![0]!["parametro"], Is.EqualTo("clave"), recurso);
            });
        }
    }

    [TestCase("/v1/partes/k3v7q2m5x4a6b/historia", "PARAMETRO_FALTANTE", "periodo")]
    [TestCase("/v1/partes/k3v7q2m5x4a6b/historia?periodo=", "PARAMETRO_VACIO", "periodo")]
    [TestCase("/v1/partes/k3v7q2m5x4a6b/historia?periodo=2026-06", "PERIODO_CONFUNDIDO", "periodo")]
    [TestCase("/v1/partes/k3v7q2m5x4a6b/historia?periodo=2025-1&periodo=2025-2", "PARAMETRO_REPETIDO", "periodo")]
    [TestCase("/v1/partes/k3v7q2m5x4a6b/contratos?parte_clave=k3v7q2m5x4a6b", "PARAMETRO_DESCONOCIDO", "parte_clave")]
    [TestCase("/v1/partes/k3v7q2m5x4a6b/contrapartes?q=x", "PARAMETRO_DESCONOCIDO", "q")]
    [TestCase("/v1/partes/k3v7q2m5x4a6b?periodo=2025-1", "PARAMETRO_DESCONOCIDO", "periodo")]
    [TestCase("/v1/partes?rol=cliente", "VALOR_INVALIDO", "rol")]
    [TestCase("/v1/partes?tipo_persona=x", "VALOR_INVALIDO", "tipo_persona")]
    [TestCase("/v1/partes?q=a&q=b", "PARAMETRO_REPETIDO", "q")]
    [TestCase("/v1/partes?orden=nombre", "PARAMETRO_DESCONOCIDO", "orden")]
    [TestCase("/v1/partes?limite=1001", "VALOR_FUERA_DE_RANGO", "limite")]
    [TestCase("/v1/sugerencias", "PARAMETRO_FALTANTE", "q")]
    [TestCase("/v1/sugerencias?q=", "PARAMETRO_VACIO", "q")]
    [TestCase("/v1/sugerencias?q=a&q=b", "PARAMETRO_REPETIDO", "q")]
    [TestCase("/v1/sugerencias?q=a&limite=0", "VALOR_FUERA_DE_RANGO", "limite")]
    [TestCase("/v1/sugerencias?q=a&limite=51", "VALOR_FUERA_DE_RANGO", "limite")]
    [TestCase("/v1/sugerencias?q=a&cursor=x", "PARAMETRO_DESCONOCIDO", "cursor")]
    [TestCase("/v1/estadisticas?q=x", "PARAMETRO_DESCONOCIDO", "q")]
    [TestCase("/v1/estadisticas?limite=5", "PARAMETRO_DESCONOCIDO", "limite")]
    [TestCase("/v1/estadisticas?periodo=2026-4", "VALOR_FUERA_DE_RANGO", "periodo")]
    public async Task Un_parametro_malo_es_un_400_que_lo_nombra(string ruta, string codigo, string parametro)
    {
        var respuesta = await Cliente.GetAsync(ruta);
        var problema = await respuesta.Leer();
        Assert.Multiple(() =>
        {
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(400));
            Assert.That((string?)problema["codigo"], Is.EqualTo(codigo));
            Assert.That((string?)problema["errores"]![0]!["parametro"], Is.EqualTo(parametro));
        });
    }

    [Test]
    public async Task Lo_que_falta_se_dice_junto_con_lo_demas()
    {
        var problema = await Cliente.Json("/v1/sugerencias?limite=0&rol=x");
        Assert.That(
            problema["errores"]!.AsArray().Select(error => (string?)error!["codigo"]),
            Is.EqualTo(new[] { "VALOR_FUERA_DE_RANGO", "VALOR_INVALIDO", "PARAMETRO_FALTANTE" })
        );
    }

    [TestCase("/v1/partes", "/v1/partes/{clave}/contrapartes")]
    [TestCase("/v1/partes/{clave}/contrapartes", "/v1/contratos")]
    public async Task El_cursor_de_otra_clase_no_sirve(string ruta, string otra)
    {
        var documento = await Cliente.Contrato();
        var ajeno = (string)
            documento["paths"]![otra]!["get"]!["parameters"]!.AsArray().First(parametro => (string?)parametro!["name"] == "cursor")![
                "example"
            ]!;
        var problema = await Cliente.Json($"{ruta.Replace("{clave}", Clave, StringComparison.Ordinal)}?cursor={ajeno}");
        Assert.That((string?)problema["codigo"], Is.EqualTo("CURSOR_INVALIDO"));
    }

    [Test]
    public async Task El_inicio_y_el_diccionario_los_enlazan_y_los_explican()
    {
        var enlaces = (await Cliente.Json("/v1"))["enlaces"]!;
        var diccionario = (await Cliente.Json("/v1/diccionario"))["datos"]!.AsArray();
        var nombres = diccionario.ToDictionary(
            recurso => (string)recurso!["recurso"]!,
            recurso => recurso!["campos"]!.AsArray().Select(campo => (string)campo!["nombre"]!).ToList()
        );
        Assert.Multiple(() =>
        {
            Assert.That((string?)enlaces["partes"], Is.EqualTo("/v1/partes"));
            Assert.That((string?)enlaces["sugerencias"], Is.EqualTo("/v1/sugerencias"));
            Assert.That((string?)enlaces["estadisticas"], Is.EqualTo("/v1/estadisticas"));
            Assert.That(nombres["parte"], Does.Contain("variantes").And.Contain("contratos.como_contratista"));
            Assert.That(nombres["contraparte"], Does.Contain("personas_por_contrato_suma"));
            Assert.That(nombres["presentacion"], Does.Contain("informativa.folio").And.Contain("vinculo"));
            Assert.That(nombres["sugerencia"], Does.Contain("coincide"));
            Assert.That(nombres["estadisticas"], Does.Contain("evolucion[].lista[].contratos"));
        });
    }

    [Test]
    public void Una_parte_dice_como_se_escribe_que_es_y_desde_cuando()
    {
        var ficha = new FichaDeParte(
            Clave,
            "SERVICIOS DEL BAJÍO",
            TipoPersona.Moral,
            ["SERVICIOS DEL BAJÍO", "Servicios del Bajio"],
            [Rol.Contratista, Rol.Contratante],
            [Periodo.De(2024, 1), Periodo.De(2025, 3), Periodo.De(2026, 1)],
            [Lista.Publico],
            12,
            3
        );
        var json = JsonSerializer.Serialize(ParteHalladaResponse.From(ficha), IcsoeJson.Actual.ParteHalladaResponse);
        Assert.That(
            json,
            Is.EqualTo(
                """
                {"clave":"k3v7q2m5x4a6b","nombre":"SERVICIOS DEL BAJÍO","tipo_persona":"moral","variantes":["SERVICIOS DEL BAJÍO","Servicios del Bajio"],"roles":["contratista","contratante"],"primera":"2024-1","ultima":"2026-1","contratos":{"como_contratista":12,"como_contratante":3},"aproximado":false}
                """
            )
        );
    }

    [Test]
    public void Una_sugerencia_dice_que_resaltar()
    {
        var sugerencia = new Sugerencia(TipoDeSugerencia.Servicio, "MTTO A ELEVADORES", null, null, 7, [(0, 4), (7, 11)]);
        Assert.That(
            JsonSerializer.Serialize(SugerenciaResponse.From(sugerencia), IcsoeJson.Actual.SugerenciaResponse),
            Is.EqualTo(
                """{"tipo":"servicio","texto":"MTTO A ELEVADORES","clave":null,"tipo_persona":null,"contratos":7,"coincide":[[0,4],[7,11]]}"""
            )
        );
    }

    [TestCase(null, null)]
    [TestCase(1, "2026-04")]
    [TestCase(2, null)]
    [TestCase(9, null)]
    public void En_la_historia_lo_que_paso_despues_no_ha_pasado(int? hasta, string? publicacion)
    {
        var publicaciones = new[] { "2026-04", "2026-05" }
            .Select(
                (id, lugar) =>
                    new Publicacion
                    {
                        Secuencia = lugar + 1,
                        Id = IdPublicacion.Parse(id),
                        SelladaEn = default,
                        Puerta = Puerta.Instituto,
                        Programa = new("0", null),
                        ListadosCambiados = [],
                    }
            )
            .ToDictionary(una => una.Secuencia);
        var informativa = new InformativaPublica
        {
            Listado = new(Periodo.De(2025, 3), Lista.Publico),
            Folio = "N1",
            Tipo = TipoInformativa.Normal,
            FechaPresentacion = null,
            Contratista = PartePublica.Ninguna,
            Contratos = 1,
        };
        var presentacion = PresentacionResponse.From(new(informativa, 1, hasta, null, "N2", false), publicaciones);
        Assert.Multiple(() =>
        {
            Assert.That(presentacion.PublicacionDesde, Is.EqualTo("2026-04"));
            Assert.That(presentacion.PublicacionHasta, Is.EqualTo(publicacion));
            Assert.That(presentacion.Vinculo, Is.EqualTo("inferido"));
        });
    }

    [Test]
    public void Un_conteo_que_se_detuvo_lo_dice() =>
        Assert.That(
            (ConteoResponse.From(new(10_000, false)).Relacion, ConteoResponse.From(new(3, true)).Relacion),
            Is.EqualTo(("al_menos", "exacto"))
        );

    [TestCase(true, "exacto")]
    [TestCase(false, "al_menos")]
    public void Las_facetas_son_tan_exactas_como_el_conteo(bool exacto, string relacion)
    {
        var facetas = FacetasResponse.From(
            new(
                [(Lista.Publico, 3)],
                [(Periodo.De(2025, 1), 3)],
                [(TipoPersona.Fisica, 1), (TipoPersona.Moral, 2)],
                [],
                [(TipoInformativa.SinInformacion, 3)],
                []
            ),
            exacto
        );
        Assert.Multiple(() =>
        {
            Assert.That(facetas.TipoPersonaContratista.Select(faceta => faceta.Valor), Is.EqualTo(new[] { "fisica", "moral" }));
            Assert.That(facetas.TipoInformativa[0].Valor, Is.EqualTo("sin_informacion"));
            Assert.That(facetas.Periodo[0].Conteo, Is.EqualTo(new ConteoResponse { Valor = 3, Relacion = relacion }));
            Assert.That(facetas.TipoPersonaContratante, Is.Empty);
        });
    }
}
