using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Icsoe.Domain.Modelo;
using Icsoe.Tests.Api;
using Icsoe.Tests.Comandos;
using MiniExcelLibs;
using static Icsoe.Tests.Comandos.Renglones;

namespace Icsoe.Tests.Sellado;

/// <summary>A file in, two judged lists out, sealed and served: both doors, through the command line, to what HTTP hands out.</summary>
[TestFixture, Parallelizable]
internal sealed class DePuntaAPuntaTests
{
    private static readonly string[] Encabezados =
    [
        "Nombre, denominación o razón social del contratista",
        "Tipo de persona del contratista",
        "Nombre, denominación o razón social del contratante",
        "Tipo de persona del contratante",
        "Folio del contrato",
        "Servicio u obra especializada contratada",
        "Fecha inicio",
        "Fecha fin",
        "Número de personas trabajadoras",
        "Cuatrimestre",
        "Año",
        "Tipo de informativa",
        "Folio de la informativa",
        "Fecha de presentación",
    ];

    private static readonly Presentada[] Mayo =
    [
        new()
        {
            Folio = "N260000002",
            Contratista = new("XQXX900101AA1", "JOSÉ ÁNGEL EJEMPLO MUÑOZ", "fisica"),
            ContratosDeclarados = 2,
            Contratos =
            [
                new()
                {
                    Folio = "A26P0000010",
                    Servicio = "  =LIMPIEZA 🧹\nTURNO NOCTURNO _x0041_",
                    FechaFin = "2026-12-31",
                },
                new()
                {
                    Folio = "A26P0000002",
                    Servicio = "4500010070 OBRA",
                    PersonasTrabajadoras = 1,
                },
            ],
        },
        new()
        {
            Folio = "SI260000001",
            Tipo = "sin_informacion",
            Contratista = new("XQX900101AA1", "LIMPIEZA FICTICIA PEÑA, S. DE R.L. DE C.V."),
            Contratos = [],
        },
        new()
        {
            Folio = "N260000003",
            ContratosDeclarados = 3,
            Contratos = [new() { Servicio = null, PersonasTrabajadoras = 0 }],
        },
    ];

    private Operador operador = null!;

    [SetUp]
    public async Task SellarAsync()
    {
        operador = new Operador();
        var anterior = new Listado(Periodo.De(2025, 3), Lista.Publico);
        await operador.LograrAsync(
            "importar",
            operador.Libro(anterior, anterior.Serie(3)),
            operador.Libro(anterior with { Lista = Lista.Inconsistente }, (anterior with { Lista = Lista.Inconsistente }).Serie(2)),
            "--publicacion",
            "2026-05"
        );
        await operador.LograrAsync("importar", operador.Ndjson(Mayo.Select(presentada => presentada.EnJson())));
        await operador.LograrAsync("publicar", "--publicacion", "2026-06");
    }

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public async Task Lo_presentado_llega_celda_por_celda_al_libro_que_se_sirve()
    {
        using var servidor = new ServidorDePrueba(operador.Datos);
        using var cliente = servidor.CreateClient();

        var publico = await LeerAsync(cliente, "publico/2026/1");
        var inconsistente = await LeerAsync(cliente, "inconsistente/2026/1");

        object?[] Munoz(params object?[] contrato) =>
            [
                "JOSÉ ÁNGEL EJEMPLO MUÑOZ",
                "Física",
                "COMERCIAL EJEMPLO, S.A. DE C.V.",
                "Moral",
                .. contrato,
                1d,
                2026d,
                "Normal",
                "N260000002",
                new DateTime(2026, 5, 12),
            ];
        Assert.That(
            publico,
            Is.EqualTo(
                new object?[][]
                {
                    [.. Encabezados],
                    Munoz("A26P0000002", "4500010070 OBRA", new DateTime(2026, 1, 15), null, 1d),
                    Munoz(
                        "A26P0000010",
                        "  =LIMPIEZA 🧹\nTURNO NOCTURNO _x0041_",
                        new DateTime(2026, 1, 15),
                        new DateTime(2026, 12, 31),
                        12d
                    ),
                    [
                        "LIMPIEZA FICTICIA PEÑA, S. DE R.L. DE C.V.",
                        "Moral",
                        .. new object?[7],
                        1d,
                        2026d,
                        "Sin información",
                        "SI260000001",
                        new DateTime(2026, 5, 12),
                    ],
                }
            )
        );
        Assert.That(inconsistente, Has.Count.EqualTo(2));
        Assert.That(inconsistente[0], Is.EqualTo([.. Encabezados, "Inconsistencia"]));
        Assert.That(inconsistente[1][8], Is.EqualTo(0d));
        Assert.That(
            ((string)inconsistente[1][14]!).Split("; "),
            Has.Length.EqualTo(3),
            "SERVICIO_NULO, CONTEO_CONTRATOS y SIN_TRABAJADORES."
        );
    }

    [Test]
    public async Task El_libro_del_IMSS_se_sirve_con_sus_mismos_bytes()
    {
        using var servidor = new ServidorDePrueba(operador.Datos);
        using var cliente = servidor.CreateClient();

        foreach (var (lista, nombre) in new[] { ("publico", "LPT2025.xlsx"), ("inconsistente", "LIIT2025.xlsx") })
        {
            var listado = await cliente.Json($"/v1/listados/{lista}/2025/3");
            var original = await File.ReadAllBytesAsync(operador.Ruta("junio", nombre));

            Assert.That((string?)listado["archivos"]![0]!["sha256"], Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(original))));
            Assert.That(await cliente.GetByteArrayAsync((string)listado["archivos"]![0]!["url"]!), Is.EqualTo(original));
        }
    }

    [Test]
    public async Task La_API_dice_lo_mismo_que_el_libro()
    {
        using var servidor = new ServidorDePrueba(operador.Datos);
        using var cliente = servidor.CreateClient();

        var libro = await LeerAsync(cliente, "publico/2026/1");
        var renglones = (await cliente.Json("/v1/listados/publico/2026/1/renglones"))["datos"]!.AsArray();

        Assert.That(
            renglones.Select(renglon => ((string?)renglon!["contrato"]?["folio"] ?? (string?)renglon["folio_contrato"], Servicio(renglon))),
            Is.EqualTo(libro.Skip(1).Select(fila => ((string?)fila[4], (string?)fila[5])))
        );
    }

    [Test]
    public async Task El_primer_mes_releido_tras_el_segundo_da_los_mismos_bytes()
    {
        using var servidor = new ServidorDePrueba(operador.Datos);
        using var cliente = servidor.CreateClient();
        var rutas = new List<string>();
        foreach (var publicacion in new[] { "2026-05", "2026-06" })
        {
            foreach (
                var coleccion in new[] { "contratos", "informativas", "listados/publico/2025/3/renglones", "listados/inconsistente/2025/3" }
            )
                rutas.Add($"/v1/{coleccion}?publicacion={publicacion}");
            rutas.AddRange([$"/v1/publicaciones/{publicacion}", $"/v1/publicaciones/{publicacion}/archivos/LPT2025.xlsx"]);
        }
        rutas.AddRange(Directory.GetFiles(operador.Archivos).Select(archivo => $"/v1/archivos/sha256/{Path.GetFileName(archivo)}"));
        var antes = await TodosAsync(cliente, rutas);

        operador.Ahora = Operador.Junio.AddMonths(1);
        var anterior = new Listado(Periodo.De(2025, 3), Lista.Publico);
        await operador.LograrAsync("importar", operador.Libro(anterior, anterior.Serie(5).Skip(1), "julio"));
        await operador.LograrAsync(
            "importar",
            operador.Ndjson(
                (
                    Mayo[2] with
                    {
                        Folio = "C260000001",
                        Tipo = "correccion",
                        Referencia = Mayo[2].Folio,
                        ContratosDeclarados = 1,
                        Contratos = [new()],
                        FechaPresentacion = "2026-06-20T10:00:00",
                    }
                ).EnJson()
            )
        );
        await operador.LograrAsync("publicar");

        Assert.That((string?)(await cliente.Json("/v1"))["publicacion"], Is.EqualTo("2026-07.2"));
        var despues = await TodosAsync(cliente, rutas);
        foreach (var ruta in rutas)
            Assert.That(despues[ruta], Is.EqualTo(antes[ruta]), ruta);
    }

    private static string? Servicio(JsonNode renglon) => (string?)(renglon["contrato"]?["servicio"] ?? renglon["servicio"]);

    private static async Task<Dictionary<string, byte[]>> TodosAsync(HttpClient cliente, IEnumerable<string> rutas)
    {
        var todos = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var ruta in rutas)
            todos[ruta] = await cliente.GetByteArrayAsync(ruta);
        return todos;
    }

    /// <summary>Every cell of the first sheet of a listado's workbook, as it is served.</summary>
    private static async Task<List<object?[]>> LeerAsync(HttpClient cliente, string listado)
    {
        var archivo = (await cliente.Json($"/v1/listados/{listado}"))["archivos"]![0]!;
        var bytes = await cliente.GetByteArrayAsync((string)archivo["url"]!);
        Assert.That(Convert.ToHexStringLower(SHA256.HashData(bytes)), Is.EqualTo((string?)archivo["sha256"]));
        using var flujo = new MemoryStream(bytes);
        return [.. flujo.Query().Cast<IDictionary<string, object?>>().Select(fila => fila.Values.ToArray())];
    }
}
