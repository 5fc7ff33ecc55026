using System.Text;
using System.Text.Json.Nodes;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Tests.Api;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Sellado;

/// <summary>Six months through both doors: what each publication answered the day it was sealed is what it answers for ever, byte for byte.</summary>
[TestFixture, Parallelizable]
internal sealed class RelecturaTests
{
    private static readonly Listado Publico = new(Periodo.De(2025, 3), Lista.Publico);
    private static readonly Listado Inconsistente = Publico with { Lista = Lista.Inconsistente };

    /// <summary>Those that name no publication: they say what stands now, what a digest has always named, or how to ask.</summary>
    private static readonly string[] SinPublicacion =
    [
        "/.well-known/icsoe-llaves.json",
        "/v1/archivos/sha256/{hex}",
        "/v1/archivos/{nombre}",
        "/v1/reconciliacion/propiedades",
        "/v1/reconciliacion/propuestas",
        "/v1/reconciliacion/tipos",
        "/v1/validaciones/plantilla.csv",
        "/v1/validaciones/plantilla.ndjson",
        "/v1/validaciones/plantilla.xlsx",
        "/salud/listo",
        "/salud/vivo",
    ];

    private readonly Dictionary<string, SortedSet<string>> valores = new()
    {
        ["id"] = [],
        ["lista"] = ["publico", "inconsistente"],
        ["ejercicio"] = ["2025", "2026"],
        ["cuatrimestre"] = ["1", "2", "3"],
        ["nombre"] = ["LPT2025.xlsx", "LIIT2025.xlsx", "LPP2026.xlsx", "NADA"],
        ["contratos"] = [],
        ["informativas"] = [],
        ["clave"] = [],
    };

    private Operador operador = null!;

    [SetUp]
    public void Llegar() => operador = new Operador();

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public async Task Cada_mes_se_relee_byte_por_byte_despues_de_los_que_le_siguen()
    {
        var guardadas = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var mes = 2; mes <= 7; mes++)
        {
            operador.Ahora = new(2026, mes, 10, 18, 0, 0, TimeSpan.Zero);
            await SellarAsync(mes);
            await using var servidor = new ServidorDePrueba(operador.Datos) { Instante = operador.Ahora };
            using var cliente = servidor.CreateClient();
            await GuardarAsync(cliente, $"2026-{mes:D2}", guardadas);
        }
        Assert.That(guardadas.Values.Count(respuesta => respuesta.StartsWith("200 ", StringComparison.Ordinal)), Is.GreaterThan(500));

        // Another server, which remembers nothing, a year later: nothing of this may depend on the day either.
        await using var otro = new ServidorDePrueba(operador.Datos) { Instante = operador.Ahora.AddYears(1) };
        using var lector = otro.CreateClient();
        var distintas = new List<string>();
        foreach (var (ruta, antes) in guardadas)
        {
            var despues = await LeerAsync(lector, ruta);
            if (despues != antes)
                distintas.Add($"{ruta}\n- {antes}\n+ {despues}");
        }
        Assert.That(distintas, Is.Empty);
    }

    /// <summary>Rows that change, leave, come back and move; a month without changes; a first month without a key and another key later.</summary>
    private async Task SellarAsync(int mes)
    {
        var corregido = Inconsistente.Renglon(1) with { Listado = Publico, Inconsistencias = [] };
        switch (mes)
        {
            case 2:
                await ImportarAsync(mes, Publico.Serie(5), Inconsistente.Serie(2));
                break;
            case 3:
                await operador.LograrAsync("llave", "nueva");
                await ImportarAsync(mes, [.. Publico.Serie(4, "PODA DE EJEMPLO").Skip(1), corregido], Inconsistente.Serie(2).Skip(1));
                break;
            case 4:
                await ImportarAsync(mes, [.. Publico.Serie(4, "PODA DE EJEMPLO").Skip(1), corregido], Inconsistente.Serie(2).Skip(1));
                break;
            case 5:
                await ImportarAsync(mes, [.. Publico.Serie(6), corregido], Inconsistente.Serie(3).Skip(1));
                break;
            case 6:
                await operador.LograrAsync("llave", "rotar");
                await PresentarAsync(Presentada.Numero(1, contratos: 2), Presentada.Numero(2), SinPersonas(Presentada.Numero(3)));
                break;
            case 7:
                await PresentarAsync(
                    Presentada.Numero(3) with
                    {
                        Folio = "C260000003",
                        Tipo = "correccion",
                        Referencia = "N260000003",
                        FechaPresentacion = "2026-06-20T10:00:00",
                    },
                    SinPersonas(Presentada.Numero(4))
                );
                break;
        }
    }

    private async Task ImportarAsync(int mes, IEnumerable<RenglonPublico> publicos, IEnumerable<RenglonPublico> inconsistentes) =>
        await operador.LograrAsync(
            "importar",
            operador.Libro(Publico, publicos, $"{mes}"),
            operador.Libro(Inconsistente, inconsistentes, $"{mes}"),
            "--publicacion",
            $"2026-{mes:D2}"
        );

    private async Task PresentarAsync(params Presentada[] presentadas)
    {
        await operador.LograrAsync("importar", operador.Ndjson(presentadas.Select(presentada => presentada.EnJson())));
        await operador.LograrAsync("publicar");
    }

    private static Presentada SinPersonas(Presentada presentada) =>
        presentada with
        {
            Contratos = [.. presentada.Contratos.Select(contrato => contrato with { PersonasTrabajadoras = 0 })],
        };

    /// <summary>Everything that can be asked of a publication today, page by page, and every file there is.</summary>
    private async Task GuardarAsync(HttpClient cliente, string id, Dictionary<string, string> guardadas)
    {
        // What left in an earlier month is asked for too.
        foreach (var fila in (await cliente.Json($"/v1/contratos?publicacion={id}&limite=1000"))["datos"]!.AsArray())
        {
            valores["contratos"].Add((string)fila!["folio"]!);
            valores["informativas"].Add((string)fila["informativa"]!["folio"]!);
            valores["clave"].Add((string)fila["contratista"]!["clave"]!);
            valores["clave"].Add((string)fila["contratante"]!["clave"]!);
        }
        var rutas = new Queue<string>(
            Directory.GetFiles(operador.Archivos).Select(ruta => $"/v1/archivos/sha256/{Path.GetFileName(ruta)}")
        );
        foreach (var ruta in Rutas(await cliente.Contrato(), id))
            rutas.Enqueue(ruta);
        valores["id"].Add(id);
        while (rutas.TryDequeue(out var ruta))
        {
            guardadas[ruta] = await LeerAsync(cliente, ruta);
            if (ruta.Contains("limite=", StringComparison.Ordinal) && (string?)(await cliente.Json(ruta))["siguiente"] is { } siguiente)
                rutas.Enqueue($"{ruta.Split("&cursor=")[0]}&cursor={siguiente}");
        }
    }

    /// <summary>Every read that the contract documents, at a publication, with the parameters that make it answer something else.</summary>
    private List<string> Rutas(JsonNode documento, string id)
    {
        var rutas = new List<string>();
        var sinPublicacion = new List<string>();
        foreach (var (plantilla, operaciones) in documento["paths"]!.AsObject())
        {
            // What is asked by POST is nobody's to keep.
            if (operaciones!["get"] is not { } lectura)
                continue;
            var parametros = (lectura["parameters"]?.AsArray() ?? []).ToDictionary(suyo => (string)suyo!["name"]!, suyo => suyo!);
            var enRuta = plantilla.Contains("{id}", StringComparison.Ordinal);
            if (!enRuta && !parametros.ContainsKey("publicacion"))
            {
                sinPublicacion.Add(plantilla);
                continue;
            }
            var fijos = parametros
                .Values.Where(suyo => (string?)suyo["in"] == "query" && (bool?)suyo["required"] == true)
                .Select(suyo => $"{suyo["name"]}={(suyo["name"]!.ToString() == "periodo" ? "2025-3" : "ejemplo")}");
            var base_ = string.Join('&', enRuta ? fijos : fijos.Prepend($"publicacion={id}"));
            string[] variantes =
            [
                "",
                .. Si("q", "q=ejemplo"),
                .. Si("incluir", "incluir=conteo,facetas"),
                .. Si("cursor", "limite=2"),
                .. Si("periodo", "periodo=2025-3"),
                .. Si("folio", [.. valores["contratos"].Concat(valores["informativas"]).Select(folio => $"folio={folio}")]),
                .. Si("clave", [.. valores["clave"].Select(clave => $"clave={clave}")]),
                .. Si("contra", [.. valores["id"].Select(contra => $"contra={contra}")]),
            ];
            rutas.AddRange(
                from ruta in Direcciones(plantilla.Replace("{id}", id), parametros)
                from variante in variantes
                let consulta = string.Join('&', new[] { base_, variante }.Where(texto => texto.Length > 0))
                select consulta.Length == 0 ? ruta : $"{ruta}?{consulta}"
            );

            string[] Si(string parametro, params string[] suyas) =>
                parametros.TryGetValue(parametro, out var suyo) && (bool?)suyo["required"] != true ? suyas : [];
        }
        Assert.That(sinPublicacion, Is.EquivalentTo(SinPublicacion), "Una lectura nueva debe poder releerse, o decirse aquí por qué no.");
        return rutas;
    }

    /// <summary>The path with each of the values that its variables are given here; with that of its example where none is.</summary>
    private IEnumerable<string> Direcciones(string plantilla, Dictionary<string, JsonNode> parametros)
    {
        var abre = plantilla.IndexOf('{', StringComparison.Ordinal);
        if (abre < 0)
            return [plantilla];
        var nombre = plantilla[(abre + 1)..plantilla.IndexOf('}', StringComparison.Ordinal)];
        var suyos =
            valores.GetValueOrDefault(nombre == "folio" ? plantilla.Split('/')[2] : nombre) ?? [parametros[nombre]["example"]!.ToString()];
        return suyos.SelectMany(valor => Direcciones(plantilla.Replace($"{{{nombre}}}", valor), parametros));
    }

    /// <summary>
    /// What a client is told, body and headers. Not <c>X-Robots-Tag</c>: it says whether this is still the current state, which is the one
    /// thing that a later publication changes.
    /// </summary>
    private static async Task<string> LeerAsync(HttpClient cliente, string ruta)
    {
        using var respuesta = await cliente.GetAsync(ruta);
        string[] cabeceras = ["Content-Type", "Icsoe-Publicacion", "ETag", "Cache-Control", "Link", "Content-Disposition", "Repr-Digest"];
        // A character for each byte.
        var cuerpo = Encoding.Latin1.GetString(await respuesta.Content.ReadAsByteArrayAsync());
        return $"{(int)respuesta.StatusCode} {string.Join(" | ", cabeceras.Select(respuesta.Cabecera))}\n{cuerpo}";
    }
}
