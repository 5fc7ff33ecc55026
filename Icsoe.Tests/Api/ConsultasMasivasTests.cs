using System.Text.Json.Nodes;
using Icsoe.Domain.Modelo;

namespace Icsoe.Tests.Api;

/// <summary><c>/v1/consultas-masivas</c>: what it answers.</summary>
[TestFixture, Parallelizable]
internal sealed class ConsultasMasivasTests
{
    private AlmacenDeMasivas almacen = null!;

    [OneTimeSetUp]
    public void Levantar() => almacen = new AlmacenDeMasivas();

    [OneTimeTearDown]
    public void Bajar() => almacen.Dispose();

    [TestCase("PUBLICA", "publico", 2)]
    [TestCase("INCONSISTENTE", "inconsistente", 1)]
    [TestCase("MIXTA", "ambos", 2)]
    [TestCase("NULA", "sin_informacion", 0)]
    [TestCase("SALIENTE", "solo_anteriores", 0, Description = "Estaba en la publicación anterior.")]
    [TestCase("ANTERIOR", "solo_anteriores", 0, Description = "Está en el cuatrimestre anterior.")]
    [TestCase("AJENA Y DESCONOCIDA", "ausente", 0)]
    [TestCase("HOMONIMA", "dudoso", null)]
    [TestCase("PUBLIKA", "dudoso", null)]
    public async Task Cada_linea_dice_como_esta(string cual, string estado, int? contratos)
    {
        var linea = await almacen.DeNombre(AlmacenDeMasivas.Nombre(cual));
        Assert.That(((string?)linea["estado"], (int?)linea["contratos"]), Is.EqualTo((estado, contratos)));
    }

    [Test]
    public async Task Sin_periodo_cuentan_todos()
    {
        var respuesta = await (await almacen.Enviar($$"""{"nombres":["{{AlmacenDeMasivas.Nombre("ANTERIOR")}}"]}""")).Leer();
        Assert.That(((string?)respuesta["datos"]![0]!["estado"], respuesta["periodo"]), Is.EqualTo(("publico", (JsonNode?)null)));
    }

    [Test]
    public async Task Un_periodo_anterior_no_conoce_a_quien_vino_despues()
    {
        var respuesta = await (
            await almacen.Enviar($$"""{"periodo":"2025-1","nombres":["{{AlmacenDeMasivas.Nombre("ANTERIOR")}}"]}""")
        ).Leer();
        Assert.That((string?)respuesta["datos"]![0]!["estado"], Is.EqualTo("ausente"));
    }

    [Test]
    public async Task Una_publicacion_anterior_no_conoce_a_quien_vino_despues()
    {
        var linea = await almacen.DeNombre(AlmacenDeMasivas.Nombre("HOMONIMA"), resto: ",\"publicacion\":\"2026-01\"");
        Assert.That(((string?)linea["estado"], linea["candidatos"]!.AsArray().Count), Is.EqualTo(("ausente", 0)));
    }

    [TestCase("PUBLICA", AlmacenDeMasivas.Cliente, "si")]
    [TestCase("PUBLICA", "Cliente Ejemplo del Bajio SA de CV", "si")]
    [TestCase("PUBLICA", "CLIENTE EJEMPLO DEL BAJIO", "dudoso")]
    [TestCase("PUBLICA", "NADIE CONOCIDO", "no")]
    [TestCase("MIXTA", "OTRO CLIENTE, S.C.", "no", Description = "Es cliente de otro.")]
    [TestCase("NULA", AlmacenDeMasivas.Cliente, "no")]
    [TestCase("SALIENTE", AlmacenDeMasivas.Cliente, "no", Description = "Ya no está.")]
    [TestCase("AJENA Y DESCONOCIDA", AlmacenDeMasivas.Cliente, "no")]
    [TestCase("PUBLIKA", AlmacenDeMasivas.Cliente, "dudoso")]
    [TestCase("PUBLICA", null, null)]
    public async Task Dice_si_reporto_su_contrato_con_un_cliente(string cual, string? cliente, string? respuesta)
    {
        var miembro = cliente is null ? "" : $",\"contratante\":\"{cliente}\"";
        Assert.That((string?)(await almacen.DeNombre(AlmacenDeMasivas.Nombre(cual), miembro))["con_contratante"], Is.EqualTo(respuesta));
    }

    [Test]
    public async Task Un_cliente_no_se_confunde_con_el_contratista_de_ese_nombre()
    {
        var linea = await almacen.DeNombre(AlmacenDeMasivas.Cliente, ",\"rol\":\"contratante\"");
        var comoContratista = await almacen.DeNombre(AlmacenDeMasivas.Cliente, ",\"rol\":\"contratista\"");
        Assert.That(((string?)linea["estado"], (int?)linea["contratos"]), Is.EqualTo(("ambos", 7)));
        Assert.That((string?)comoContratista["estado"], Is.EqualTo("ausente"));
    }

    [TestCase("fisica")]
    [TestCase("moral")]
    public async Task De_los_homonimos_el_tipo_de_persona_deja_uno(string tipo)
    {
        var linea = await almacen.DeNombre(AlmacenDeMasivas.Nombre("HOMONIMA"), $",\"tipo_persona\":\"{tipo}\"");
        Assert.That(
            ((string?)linea["estado"], (int?)linea["contratos"], linea["candidatos"]!.AsArray().Select(c => (string?)c!["tipo_persona"])),
            Is.EqualTo(("publico", (int?)1, new[] { tipo }))
        );
    }

    [Test]
    public async Task Una_linea_dudosa_dice_como_esta_cada_candidato()
    {
        var linea = await almacen.DeNombre("Publika de Muestra", $",\"contratante\":\"{AlmacenDeMasivas.Cliente}\"");
        var candidato = linea["candidatos"]!.AsArray()[0]!;
        Assert.Multiple(() =>
        {
            Assert.That((string?)candidato["nombre"], Is.EqualTo(AlmacenDeMasivas.Nombre("PUBLICA")));
            Assert.That(candidato["motivos"]!.ToJsonString(), Is.EqualTo("""["sin_sufijo","una_letra"]"""));
            Assert.That((string?)candidato["estado"], Is.EqualTo("publico"));
            Assert.That((int?)candidato["contratos"], Is.EqualTo(2));
            Assert.That((string?)candidato["con_contratante"], Is.EqualTo("si"));
            Assert.That((double?)linea["puntaje"], Is.EqualTo((double?)candidato["puntaje"]));
            Assert.That(linea["motivos"]!.ToJsonString(), Is.EqualTo(candidato["motivos"]!.ToJsonString()));
            Assert.That((string?)linea["enlaces"]!["contratos"], Is.Null, "No se sabe de quién se trata.");
        });
    }

    [TestCase(1, "publico", 1)]
    [TestCase(6, "publico", 1)]
    [TestCase(4, "inconsistente", 1)]
    [TestCase(2, "solo_anteriores", 0)]
    [TestCase(7, "solo_anteriores", 0)]
    [TestCase(99, "ausente", 0)]
    public async Task Un_folio_de_contrato_se_busca_exacto(int numero, string estado, int contratos)
    {
        var linea = await almacen.Una($$"""{"folio":"{{AlmacenDeMasivas.Folio(numero)}}"}""");
        Assert.That(
            ((string?)linea["estado"], (int?)linea["contratos"], linea["candidatos"]!.AsArray().Count),
            Is.EqualTo((estado, (int?)contratos, numero == 99 ? 0 : 1))
        );
    }

    [Test]
    public async Task Un_folio_de_informativa_tambien_y_dice_si_es_de_un_cliente()
    {
        var linea = await almacen.Una($$"""{"folio":"N25T0000001","contratante":"{{AlmacenDeMasivas.Cliente}}"}""");
        Assert.That(
            ((string?)linea["estado"], (string?)linea["con_contratante"], (string?)linea["candidatos"]![0]!["nombre"]),
            Is.EqualTo(("publico", "si", AlmacenDeMasivas.Nombre("PUBLICA")))
        );
    }

    [Test]
    public async Task Por_clave_es_como_por_su_nombre()
    {
        var clave = Plegado.Clave(AlmacenDeMasivas.Nombre("MIXTA"), TipoPersona.Moral);
        var porClave = await almacen.Una($$"""{"ref":"x","clave":"{{clave}}"}""");
        var porNombre = await almacen.Una($$"""{"ref":"x","nombre":"{{AlmacenDeMasivas.Nombre("MIXTA")}}"}""");
        Assert.That(porClave.ToJsonString(), Is.EqualTo(porNombre.ToJsonString()));
    }

    [TestCase("PUBLICA", "publico", 1, 1, 0)]
    [TestCase("SALIENTE", "publico", 1, 0, 1)]
    [TestCase("CAMBIANTE", "inconsistente", 1, 0, 0, Description = "Sólo cambió de lista.")]
    [TestCase("MIXTA", "inconsistente", 1, 1, 0)]
    [TestCase("ANTERIOR", "solo_anteriores", 0, 0, 0)]
    [TestCase("AJENA Y DESCONOCIDA", "ausente", 0, 0, 0)]
    public async Task Contra_otra_publicacion_dice_lo_que_cambio(string cual, string antes, int contratos, int aparecieron, int salieron)
    {
        var cambio = (await almacen.DeNombre(AlmacenDeMasivas.Nombre(cual), resto: ",\"contra\":\"2026-01\""))["cambio"]!;
        Assert.That(
            cambio.ToJsonString(),
            Is.EqualTo(
                $$"""{"estado_antes":"{{antes}}","contratos_antes":{{contratos}},"aparecieron":{{aparecieron}},"salieron":{{salieron}}}"""
            )
        );
    }

    [Test]
    public async Task Contra_una_posterior_es_lo_mismo_al_reves()
    {
        var cambio = (
            await almacen.DeNombre(AlmacenDeMasivas.Nombre("PUBLICA"), resto: ",\"publicacion\":\"2026-01\",\"contra\":\"ultima\"")
        )["cambio"]!;
        Assert.That(cambio.ToJsonString(), Is.EqualTo("""{"estado_antes":"publico","contratos_antes":2,"aparecieron":0,"salieron":1}"""));
    }

    [Test]
    public async Task Sin_contra_o_en_la_duda_no_hay_cambio()
    {
        Assert.That((await almacen.DeNombre(AlmacenDeMasivas.Nombre("PUBLICA")))["cambio"], Is.Null);
        Assert.That((await almacen.DeNombre(AlmacenDeMasivas.Nombre("HOMONIMA"), resto: ",\"contra\":\"2026-01\""))["cambio"], Is.Null);
    }

    [Test]
    public async Task Se_responde_en_orden_y_cada_nombre_es_su_referencia()
    {
        string[] nombres =
        [
            "Zeta",
            AlmacenDeMasivas.Nombre("PUBLICA"),
            AlmacenDeMasivas.Nombre("MIXTA"),
            AlmacenDeMasivas.Nombre("PUBLICA"),
        ];
        var cuerpo = new JsonObject { ["nombres"] = new JsonArray([.. nombres.Select(nombre => JsonValue.Create(nombre))]) };
        var respuesta = await (await almacen.Enviar(cuerpo.ToJsonString())).Leer();
        Assert.That(respuesta["datos"]!.AsArray().Select(linea => (string?)linea!["ref"]), Is.EqualTo(nombres));
        Assert.That((string?)respuesta["aviso_homonimia"], Does.Contain("no identifica a nadie"));
        Assert.That((string?)respuesta["publicacion"], Is.EqualTo("2026-01.2"));
    }

    [Test]
    public async Task Los_parametros_valen_para_las_lineas_que_no_dicen_otra_cosa()
    {
        var nombre = AlmacenDeMasivas.Nombre("HOMONIMA");
        var respuesta = await almacen.Enviar(
            $$"""{"consultas":[{"nombre":"{{nombre}}"},{"nombre":"{{nombre}}","tipo_persona":"fisica","contratante":"NADIE CONOCIDO"}]}""",
            $"?periodo=2025-3&tipo_persona=moral&contratante={Uri.EscapeDataString(AlmacenDeMasivas.Cliente)}"
        );
        var datos = (await respuesta.Leer())["datos"]!.AsArray();
        Assert.That(
            datos.Select(linea => ((string?)linea!["candidatos"]![0]!["tipo_persona"], (string?)linea["con_contratante"])),
            Is.EqualTo(new[] { ("moral", "si"), ("fisica", "no") })
        );
    }

    [TestCase("PUBLICA", null)]
    [TestCase("MIXTA", "contratista")]
    [TestCase("ANTERIOR", null)]
    public async Task Los_enlaces_llevan_a_lo_que_se_dijo(string cual, string? rol)
    {
        var miembro = rol is null ? "" : $",\"rol\":\"{rol}\"";
        var linea = await almacen.DeNombre(AlmacenDeMasivas.Nombre(cual), miembro, ",\"contra\":\"2026-01\"");
        Assert.That((string?)linea["enlaces"]!["cambios"], rol is null ? Is.Null : Does.Contain("&contratista_clave="));
        foreach (var (nombre, enlace) in linea["enlaces"]!.AsObject().Where(par => par.Value is not null))
        {
            var respuesta = await almacen.Http.GetAsync((string)enlace!);
            Assert.That((int)respuesta.StatusCode, Is.EqualTo(200), $"{nombre}: {enlace}");
            if (nombre == "contratos")
                Assert.That(
                    (await respuesta.Leer())["datos"]!.AsArray(),
                    Has.Count.EqualTo(cual == "ANTERIOR" ? 1 : (int)linea["contratos"]!),
                    "Los de quien sólo está antes, en todos los periodos."
                );
        }
    }

    [TestCase("", 2)]
    [TestCase(",\"rol\":\"contratista\"", 1)]
    [TestCase(",\"rol\":\"contratante\"", 1)]
    [TestCase(",\"contratante\":\"NADIE CONOCIDO\"", 1)]
    [TestCase(",\"rol\":\"contratista\",\"contratante\":\"NADIE CONOCIDO\"", 1)]
    public async Task El_enlace_lista_los_contratos_que_se_contaron(string miembros, int contratos)
    {
        var linea = await almacen.DeNombre(AlmacenDeMasivas.Nombre("INTERMEDIARIA"), miembros);
        var listados = await almacen.Http.Json((string)linea["enlaces"]!["contratos"]!);
        Assert.That(((int)linea["contratos"]!, listados["datos"]!.AsArray().Count), Is.EqualTo((contratos, contratos)));
    }

    [Test]
    public async Task Un_folio_lleva_a_su_comprobante()
    {
        var linea = await almacen.Una($$"""{"folio":"{{AlmacenDeMasivas.Folio(1)}}"}""");
        var comprobante = await almacen.Http.GetAsync((string)linea["enlaces"]!["comprobante"]!);
        Assert.That((int)comprobante.StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task Nadie_puede_guardar_la_respuesta()
    {
        var respuesta = await almacen.Enviar("""{"nombres":["X"]}""");
        Assert.That(respuesta.Cabecera("Cache-Control"), Is.EqualTo("no-store"));
    }

    [Test]
    public async Task Sin_publicaciones_nadie_esta()
    {
        var vacio = Directory.CreateTempSubdirectory("icsoe-vacio-");
        try
        {
            await using var servidor = new ServidorDePrueba(vacio.FullName);
            var respuesta = await servidor
                .CreateClient()
                .PostAsync(AlmacenDeMasivas.Ruta, new StringContent("""{"nombres":["X"]}""", null, "application/json"));
            var json = await respuesta.Leer();
            Assert.That(((string?)json["datos"]![0]!["estado"], json["publicacion"]), Is.EqualTo(("ausente", (JsonNode?)null)));
        }
        finally
        {
            vacio.Delete(recursive: true);
        }
    }
}
