using System.Text.Json.Nodes;
using Icsoe.Domain.Modelo;

namespace Icsoe.Tests.Api;

/// <summary>What the searches find in the sample. Expectations are worked out of all of its rows, one by one.</summary>
public sealed class BusquedaTests
{
    private static HttpClient Cliente => Muestra.Cliente;

    [TestCase("ejemplo")]
    [TestCase("PEÑA")]
    [TestCase("pena")]
    [TestCase("baj")]
    [TestCase("del bajio servicios")]
    [TestCase("angeles maria")]
    [TestCase("s.a. de c.v.", "SA DE CV")]
    [TestCase("bajio s a de c v", "BAJIO SA DE CV")]
    public async Task Por_palabras_del_contratista(string texto, string? plegado = null)
    {
        var palabras = (plegado ?? Plegado.Plegar(texto)).Split(' ');
        var esperados = (await Todos("/v1/contratos"))
            .Where(contrato => Contiene((string?)contrato["contratista"]!["nombre"], palabras))
            .Select(Id);
        var hallados = await Todos($"/v1/contratos?contratista={Uri.EscapeDataString(texto)}");
        Assert.That(hallados, Is.Not.Empty);
        Assert.That(hallados.Select(Id), Is.EquivalentTo(esperados));
        Assert.That(hallados.Select(contrato => (bool)contrato["aproximado"]!), Is.All.False);
    }

    [Test]
    public async Task Lo_escrito_igual_va_primero()
    {
        var nombres = (await Todos("/v1/contratos?contratista=PEÑA"))
            .Select(contrato => (string)contrato["contratista"]!["nombre"]!)
            .ToList();
        var exactos = nombres.Select(nombre => nombre.Contains("PEÑA", StringComparison.Ordinal)).ToList();
        Assert.That(exactos, Is.EqualTo(exactos.OrderByDescending(exacto => exacto)));
    }

    [TestCase("fecha_inicio_desde=2025-02-01", "fecha_inicio", "2025-02-01", null)]
    [TestCase("fecha_inicio_desde=2025-01-10&fecha_inicio_hasta=2025-10-15", "fecha_inicio", "2025-01-10", "2025-10-15")]
    [TestCase("fecha_fin_hasta=2025-12-31", "fecha_fin", null, "2025-12-31")]
    public async Task Los_intervalos_incluyen_sus_extremos_y_lo_ausente_no_esta_en_ninguno(
        string consulta,
        string campo,
        string? desde,
        string? hasta
    )
    {
        var esperados = (await Todos("/v1/contratos"))
            .Where(contrato => (string?)contrato[campo] is { } dia && EstaEntre(dia, desde, hasta))
            .Select(Id);
        Assert.That((await Todos($"/v1/contratos?{consulta}")).Select(Id), Is.EqualTo(esperados).And.Not.Empty);
    }

    [Test]
    public async Task Vigente_en_un_dia_es_iniciado_y_sin_terminar()
    {
        const string dia = "2025-11-15";
        var esperados = (await Todos("/v1/contratos"))
            .Where(contrato =>
                (string?)contrato["fecha_inicio"] is { } inicio
                && EstaEntre(inicio, null, dia)
                && ((string?)contrato["fecha_fin"] is not { } fin || EstaEntre(fin, dia, null))
            )
            .Select(Id);
        Assert.That((await Todos($"/v1/contratos?vigente_en={dia}")).Select(Id), Is.EqualTo(esperados).And.Not.Empty);
    }

    [Test]
    public async Task Sin_fecha_fin_y_con_personas_entre_dos_numeros()
    {
        var todos = await Todos("/v1/contratos");
        var sinFin = await Todos("/v1/contratos?sin=fecha_fin");
        var personas = await Todos("/v1/contratos?personas_trabajadoras_min=5&personas_trabajadoras_max=20");
        Assert.Multiple(() =>
        {
            Assert.That(sinFin.Select(Id), Is.EqualTo(todos.Where(contrato => contrato["fecha_fin"] is null).Select(Id)));
            Assert.That(
                personas.Select(Id),
                Is.EqualTo(todos.Where(contrato => (int?)contrato["personas_trabajadoras"] is >= 5 and <= 20).Select(Id))
            );
        });
    }

    [TestCase("fecha_inicio_desde=2026-12-31&fecha_inicio_hasta=2020-01-01")]
    [TestCase("personas_trabajadoras_min=9&personas_trabajadoras_max=8")]
    [TestCase("sin=fecha_fin&fecha_fin_desde=2000-01-01")]
    [TestCase("tipo_persona_contratista=fisica&contratista=sapi")]
    [TestCase("contratista=zzzzzzzz")]
    public async Task Lo_contradictorio_es_una_coleccion_vacia(string consulta)
    {
        var sobre = await Cliente.Json($"/v1/contratos?{consulta}");
        Assert.That(sobre["datos"]!.AsArray(), Is.Empty);
        Assert.That(sobre["siguiente"], Is.Null);
    }

    [TestCase("/v1/contratos", "periodo", "periodo")]
    [TestCase("/v1/contratos", "fecha_inicio", "fecha_inicio")]
    [TestCase("/v1/contratos", "fecha_fin", "fecha_fin")]
    [TestCase("/v1/contratos", "fecha_presentacion", "informativa.fecha_presentacion")]
    [TestCase("/v1/contratos", "personas_trabajadoras", "personas_trabajadoras")]
    [TestCase("/v1/contratos", "contratista", "contratista.nombre")]
    [TestCase("/v1/contratos", "contratante", "contratante.nombre")]
    [TestCase("/v1/informativas", "contratos", "contratos")]
    [TestCase("/v1/informativas", "fecha_presentacion", "fecha_presentacion")]
    [TestCase("/v1/listados/publico/2025/3/renglones", "fecha_fin", "fecha_fin")]
    public async Task El_orden_se_cumple_de_pagina_en_pagina(string ruta, string orden, string campo)
    {
        foreach (var descendente in (bool[])[false, true])
        {
            var filas = await PorPaginas($"{ruta}?orden={(descendente ? "-" : "")}{orden}", 7);
            Assert.That(filas.Select(Id), Is.EquivalentTo((await Todos(ruta)).Select(Id)).And.Unique);
            var valores = filas.Select(fila => Comparable(Valor(fila, campo), orden)).ToList();
            var conDato = valores.TakeWhile(valor => valor is not null).ToList();
            Assert.That(valores.Skip(conDato.Count), Is.All.Null, "lo que no trae el dato va al final");
            Assert.That(
                conDato,
                Is.EqualTo(
                    descendente ? conDato.OrderByDescending(valor => valor, StringComparer.Ordinal) : conDato.Order(StringComparer.Ordinal)
                )
            );
        }
    }

    [TestCase("/v1/contratos?incluir=conteo,facetas")]
    [TestCase("/v1/contratos?incluir=facetas&incluir=conteo&contratista=ejemplo")]
    [TestCase("/v1/informativas?incluir=conteo,facetas&lista=inconsistente")]
    [TestCase("/v1/listados/inconsistente/2025/3/renglones?incluir=conteo,facetas")]
    public async Task El_conteo_y_las_facetas_cuadran_con_las_filas(string consulta)
    {
        var sobre = await Cliente.Json($"{consulta}&limite=1000");
        var filas = sobre["datos"]!.AsArray().Select(fila => fila!).ToList();
        var facetas = sobre["facetas"]!.AsObject();
        var informativas = consulta.StartsWith("/v1/informativas", StringComparison.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That((int?)sobre["conteo"]!["valor"], Is.EqualTo(filas.Count));
            Assert.That((string?)sobre["conteo"]!["relacion"], Is.EqualTo("exacto"));
            Assert.That(
                string.Join(' ', facetas.Select(par => par.Key)),
                Is.EqualTo("lista periodo tipo_persona_contratista tipo_persona_contratante tipo_informativa inconsistencia")
            );
            Assert.That(Contados(facetas["lista"]!), Is.EquivalentTo(Cuantos(filas, fila => (string?)fila["lista"])));
            if (informativas)
                Assert.That(facetas["tipo_persona_contratante"]!.AsArray(), Is.Empty);
            var codigos = filas.SelectMany(fila =>
                fila["inconsistencias"]!
                    .AsArray()
                    .Select(hallazgo => hallazgo is JsonObject ? (string)hallazgo["codigo"]! : (string)hallazgo!)
                    .Distinct()
            );
            Assert.That(
                Contados(facetas["inconsistencia"]!),
                Is.EquivalentTo(codigos.GroupBy(codigo => codigo).Select(grupo => (grupo.Key, grupo.Count())))
            );
        });
    }

    [Test]
    public async Task Incluir_puede_cambiar_entre_paginas_y_la_direccion_permanente_lo_repite()
    {
        var primera = await Cliente.Json("/v1/contratos?limite=3&incluir=facetas,conteo");
        var cursor = (string)primera["siguiente"]!;
        var segunda = await Cliente.Json($"/v1/contratos?limite=3&cursor={cursor}");
        var permanente = (string)primera["permanente"]!;
        Assert.Multiple(() =>
        {
            Assert.That(segunda["conteo"], Is.Null);
            Assert.That(permanente, Is.EqualTo("/v1/contratos?publicacion=2026-06&incluir=conteo,facetas&limite=3"));
        });
        Assert.That((await Cliente.Json(permanente))["facetas"]!.ToJsonString(), Is.EqualTo(primera["facetas"]!.ToJsonString()));
    }

    [TestCase("/v1/contratos?contratista_clave={0}")]
    [TestCase("/v1/contratos?parte_clave={0}&ejercicio=2025")]
    [TestCase("/v1/listados/{1}/{2}/contratos?parte_clave={0}")]
    public async Task Quien_no_tiene_contratos_se_encuentra_en_sus_informativas(string consulta)
    {
        var conContratos = (await Todos("/v1/contratos")).Select(contrato => (string?)contrato["contratista"]!["clave"]).ToHashSet();
        var informativa = (await Todos("/v1/informativas?ejercicio=2025")).First(fila =>
            (int)fila["contratos"]! == 0 && !conContratos.Contains((string?)fila["contratista"]!["clave"])
        );
        var clave = informativa["contratista"]!["clave"]!;
        var periodo = ((string)informativa["periodo"]!).Replace('-', '/');
        var sobre = await Cliente.Json(string.Format(consulta, clave, informativa["lista"], periodo));
        Assert.That(sobre["datos"]!.AsArray(), Is.Empty);
        var enlazadas = await Cliente.Json((string)sobre["informativas_sin_contratos"]!["url"]!);
        Assert.Multiple(() =>
        {
            Assert.That(
                enlazadas["datos"]!.AsArray(),
                Has.Count.EqualTo((int)sobre["informativas_sin_contratos"]!["conteo"]!["valor"]!).And.Count.Positive
            );
            Assert.That(enlazadas["datos"]!.AsArray().Select(fila => (int)fila!["contratos"]!), Is.All.Zero);
        });
    }

    [TestCase("si")]
    [TestCase("no")]
    public async Task Las_informativas_con_contratos_y_sin_ellos(string cual)
    {
        var filas = await Todos($"/v1/informativas?con_contratos={cual}");
        Assert.That(filas, Is.Not.Empty);
        Assert.That(filas.Select(fila => (int)fila["contratos"]! > 0), Is.All.EqualTo(cual == "si"));
    }

    internal static async Task<List<JsonNode>> Todos(string ruta) =>
        [
            .. (await Cliente.Json($"{ruta}{(ruta.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limite=1000"))["datos"]!
                .AsArray()
                .Select(dato => dato!),
        ];

    internal static async Task<List<JsonNode>> PorPaginas(string consulta, int limite)
    {
        var juntas = new List<JsonNode>();
        string? cursor = null;
        do
        {
            var pagina = await Cliente.Json($"{consulta}&limite={limite}" + (cursor is null ? "" : $"&cursor={cursor}"));
            juntas.AddRange(pagina["datos"]!.AsArray().Select(dato => dato!));
            cursor = (string?)pagina["siguiente"];
        } while (cursor is not null);
        return juntas;
    }

    internal static bool Contiene(string? nombre, IEnumerable<string> palabras)
    {
        var suyas = Plegado.Plegar(nombre ?? "").Split(' ');
        return palabras.All(palabra => suyas.Any(suya => suya.StartsWith(palabra, StringComparison.Ordinal)));
    }

    internal static string Id(JsonNode fila) => (string)fila["id"]!;

    private static bool EstaEntre(string dia, string? desde, string? hasta) =>
        (desde is null || string.CompareOrdinal(dia, desde) >= 0) && (hasta is null || string.CompareOrdinal(dia, hasta) <= 0);

    private static JsonNode? Valor(JsonNode fila, string campo) =>
        campo.Split('.').Aggregate((JsonNode?)fila, (nodo, nombre) => nodo?[nombre]);

    // Texts that sort as the values do: names by their fold, numbers by their digits.
    private static string? Comparable(JsonNode? valor, string orden) =>
        valor is null ? null
        : orden is "contratista" or "contratante" ? Plegado.Plegar((string)valor!)
        : orden is "contratos" or "personas_trabajadoras" ? ((int)valor).ToString("D10")
        : (string)valor!;

    private static IEnumerable<(string?, int)> Contados(JsonNode faceta) =>
        faceta.AsArray().Select(valor => ((string?)valor!["valor"], (int)valor["conteo"]!["valor"]!));

    private static IEnumerable<(string?, int)> Cuantos(IEnumerable<JsonNode> filas, Func<JsonNode, string?> valor) =>
        filas.GroupBy(valor).Select(grupo => (grupo.Key, grupo.Count()));
}
