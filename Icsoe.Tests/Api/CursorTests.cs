using Icsoe.Api.Parametros;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Tests.Api;

public sealed class CursorTests
{
    private static HttpClient Cliente => Muestra.Cliente;

    [TestCase("/v1/contratos?", 7)]
    [TestCase("/v1/informativas?ejercicio=2025&", 3)]
    [TestCase("/v1/listados/publico/2025/3/renglones?", 4)]
    public async Task Las_paginas_juntas_son_la_consulta_entera_sin_repetir(string consulta, int limite)
    {
        var enteros = (await Cliente.Json($"{consulta}limite=1000"))["datos"]!.AsArray().Select(dato => (string)dato!["id"]!).ToList();
        var juntos = new List<string>();
        string? cursor = null;
        do
        {
            var pagina = await Cliente.Json($"{consulta}limite={limite}" + (cursor is null ? "" : $"&cursor={cursor}"));
            juntos.AddRange(pagina["datos"]!.AsArray().Select(dato => (string)dato!["id"]!));
            cursor = (string?)pagina["siguiente"];
        } while (cursor is not null);
        Assert.That(juntos, Is.EqualTo(enteros).And.Unique);
    }

    [Test]
    public async Task El_limite_puede_cambiar_y_el_enlace_siguiente_es_el_mismo()
    {
        var primera = await Cliente.GetAsync("/v1/contratos?limite=2");
        var cursor = (string)(await primera.Leer())["siguiente"]!;
        var segunda = await Cliente.GetAsync($"/v1/contratos?limite=5&cursor={cursor}");
        Assert.Multiple(() =>
        {
            Assert.That(primera.Cabecera("Link"), Does.Contain($"</v1/contratos?limite=2&cursor={cursor}>; rel=\"next\""));
            Assert.That((int)segunda.StatusCode, Is.EqualTo(200));
            Assert.That(segunda.Cabecera("Cache-Control"), Does.Contain("immutable"));
        });
        Assert.That((await segunda.Leer())["datos"]!.AsArray(), Has.Count.EqualTo(5));
    }

    [TestCase("/v1/contratos?limite=2&lista=publico&cursor={0}")]
    [TestCase("/v1/informativas?limite=2&cursor={0}")]
    [TestCase("/v1/contratos?limite=2&publicacion=2026-05&cursor={0}")]
    public async Task El_cursor_de_otra_consulta_es_un_400(string otra)
    {
        var cursor = (string)(await Cliente.Json("/v1/contratos?limite=2"))["siguiente"]!;
        var problema = await Cliente.Json(string.Format(otra, cursor));
        Assert.That((string?)problema["codigo"], Is.EqualTo("CURSOR_INVALIDO"));
    }

    [Test]
    public async Task El_orden_de_los_filtros_no_cambia_la_consulta()
    {
        var cursor = (string)(await Cliente.Json("/v1/contratos?limite=2&periodo=2025-1&periodo=2024-1&lista=publico"))["siguiente"]!;
        var respuesta = await Cliente.GetAsync($"/v1/contratos?lista=publico&periodo=2024-1&periodo=2025-1&cursor={cursor}");
        Assert.That((int)respuesta.StatusCode, Is.EqualTo(200));
    }

    [Test]
    public async Task Ultima_se_resuelve_solo_en_la_primera_pagina()
    {
        var pagina = await Cliente.Json("/v1/contratos?limite=2&publicacion=2026-05");
        var cursor = (string)pagina["siguiente"]!;
        var segunda = await Cliente.Json($"/v1/contratos?limite=2&publicacion=ultima&cursor={cursor}");
        Assert.That((string?)segunda["publicacion"], Is.EqualTo("2026-05"));
    }

    [Test]
    public async Task Un_cursor_con_cualquier_letra_cambiada_es_un_400()
    {
        var cursor = (string)(await Cliente.Json("/v1/contratos?limite=2"))["siguiente"]!;
        for (var i = 0; i < cursor.Length; i++)
        {
            var alterado = cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..];
            var problema = await Cliente.Json($"/v1/contratos?limite=2&cursor={alterado}");
            Assert.That((string?)problema["codigo"], Is.EqualTo("CURSOR_INVALIDO"), $"letra {i}");
        }
    }

    private const long Fila = (40523L << 32) + 5;
    private const string Clave = "k3v7q2m5x4a6b";

    private static readonly object[] Buenas =
    [
        new Marca(Fila),
        new Marca(Fila, Nivel: 1),
        new Marca(Fila, Nivel: 0, Valor: -7),
        new Marca(Fila, Nivel: 1, Valor: long.MaxValue),
        new MarcaDeParte(Clave),
        new MarcaDeParte(Clave, Nivel: 1),
        new MarcaDeContraparte(1, Clave, Rol.Contratista),
        new MarcaDeContraparte(long.MaxValue, Clave, Rol.Contratante),
    ];

    private static readonly object[] Malas =
    [
        new Marca(5),
        new Marca(-1),
        new Marca(long.MaxValue),
        new Marca(Fila, Nivel: 3),
        new Marca(Fila, Nivel: 355),
        new MarcaDeParte("K3V7Q2M5X4A6B"),
        new MarcaDeParte("k3v7q2m5x4a6"),
        new MarcaDeParte(Clave, Nivel: 3),
        new MarcaDeContraparte(0, Clave, Rol.Contratista),
        new MarcaDeContraparte(-1, Clave, Rol.Contratista),
        new MarcaDeContraparte(1, Clave, (Rol)2),
        new MarcaDeContraparte(1, "k3v7q2m5x4a61", Rol.Contratista),
    ];

    [TestCaseSource(nameof(Buenas))]
    public void Un_cursor_se_lee_como_se_escribio(object marca)
    {
        var cursor = new Cursor(IdPublicacion.Parse("2026-06.2"), 7, marca);
        Assert.That(Cursor.TryParse(cursor.ToString(), out var leido), Is.True);
        Assert.That(leido, Is.EqualTo(cursor));
    }

    [TestCaseSource(nameof(Malas))]
    public void Un_cursor_bien_sellado_con_valores_imposibles_no_se_lee(object marca) =>
        Assert.That(Cursor.TryParse(new Cursor(IdPublicacion.Parse("2026-06.2"), 7, marca).ToString(), out _), Is.False);

    [Test]
    public void Un_cursor_de_una_publicacion_imposible_no_se_lee() =>
        Assert.That(Cursor.TryParse(new Cursor(default, 7, new Marca(Fila)).ToString(), out _), Is.False);

    [Test]
    public void Un_cursor_que_ya_se_entrego_se_sigue_leyendo()
    {
        // Written before there were other orders; cursors never expire.
        Assert.That(Cursor.TryParse("AQfqBgABAAAAAAAAAAAAAJ5KAAAAMqpgUp4", out var leido), Is.True);
        Assert.That(leido, Is.EqualTo(new Cursor(IdPublicacion.Parse("2026-06"), 0, new Marca((40522L << 32) + 50))));
    }

    [TestCase("orden=-fecha_inicio")]
    [TestCase("q=x")]
    [TestCase("aproximar=si")]
    public async Task Los_filtros_y_el_orden_son_parte_de_la_consulta(string otra)
    {
        var cursor = (string)(await Cliente.Json("/v1/contratos?limite=2"))["siguiente"]!;
        var problema = await Cliente.Json($"/v1/contratos?limite=2&{otra}&cursor={cursor}");
        Assert.That((string?)problema["codigo"], Is.EqualTo("CURSOR_INVALIDO"));
    }

    [Test]
    public async Task El_cursor_de_otra_clase_no_sirve_aunque_sea_de_la_misma_consulta()
    {
        var ajeno = new Cursor(IdPublicacion.Parse("2026-06"), Cursor.ResumenDe("/v1/contratos"), new MarcaDeParte(Clave));
        var problema = await Cliente.Json($"/v1/contratos?cursor={ajeno}");
        Assert.That((string?)problema["codigo"], Is.EqualTo("CURSOR_INVALIDO"));
    }

    [Test]
    public async Task Un_cursor_de_una_publicacion_que_no_existe_es_un_400()
    {
        var ajeno = new Cursor(IdPublicacion.Parse("2026-04"), Cursor.ResumenDe("/v1/contratos"), new Marca(Fila));
        var problema = await Cliente.Json($"/v1/contratos?cursor={ajeno}");
        Assert.That((string?)problema["codigo"], Is.EqualTo("CURSOR_INVALIDO"));
    }
}
