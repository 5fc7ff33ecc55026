using System.IO.Compression;
using System.Text;
using Icsoe.Tests.Api;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Sellado;

/// <summary>What must not be known is nowhere public: not in the store's bytes, not in a file, not in an answer.</summary>
[TestFixture, Parallelizable]
internal sealed class PrivacidadTests
{
    private const string OrdenDeCompra = "4500010070";

    /// <summary>Each is filed once or more; none may come out.</summary>
    private static readonly string[] Privados =
    [
        "XQX900101AA1",
        "CQX010101BB2",
        "SEM180312AB1",
        "HEGG560427MVZRRL04",
        "12345678903",
        "23456789014",
        "privado@ejemplo.mx",
        "5512345678",
        "55 8765 4321",
    ];

    private static readonly string[] Colecciones =
    [
        "/v1",
        "/v1/listados",
        "/v1/listados/publico/2026/1",
        "/v1/listados/publico/2026/1/contratos",
        "/v1/listados/publico/2026/1/informativas",
        "/v1/listados/publico/2026/1/renglones",
        "/v1/listados/inconsistente/2026/1/renglones",
        "/v1/contratos",
        "/v1/contratos/A26P0000001",
        "/v1/informativas",
        "/v1/informativas/N260000001",
        "/v1/publicaciones",
        "/v1/publicaciones/2026-06",
        "/v1/publicaciones/2026-06/datapackage.json",
        "/v1/publicaciones/2026-06/SHA256SUMS",
        "/v1/catalogo",
        "/v1/diccionario",
    ];

    private Operador operador = null!;

    [SetUp]
    public async Task SellarAsync()
    {
        operador = new Operador();
        var publica = new Presentada
        {
            Contratista = new("XQX900101AA1", "SERVICIOS EJEMPLO, S.A. DE C.V."),
            Contratos =
            [
                new() { Contratante = new("CQX010101BB2", "COMERCIAL EJEMPLO, S.A. DE C.V."), Servicio = $"{OrdenDeCompra} LIMPIEZA" },
                new() { Folio = "A26P0000002", Servicio = "RFC SEM180312AB1, CURP HEGG560427MVZRRL04" },
                new() { Folio = "A26P0000003", Servicio = "NSS 12345678903 Y privado@ejemplo.mx" },
                new() { Folio = "A26P0000004", Servicio = "OBRA, TEL. 5512345678 O 55 8765 4321" },
            ],
        };
        var inconsistente = Presentada.Numero(2) with
        {
            ContratosDeclarados = 9,
            Contratos =
            [
                new()
                {
                    Folio = "A26P0000005",
                    Servicio = $"{OrdenDeCompra} CEL 5512345678, N.S.S. 23456789014",
                    FechaInicio = "SEM180312AB1",
                },
            ],
        };
        await operador.LograrAsync("importar", operador.Ndjson(publica.EnJson(), inconsistente.EnJson()));
        // A rejected line quotes nothing that could be published either.
        var rechazada = Presentada.Numero(3).EnJson().Replace("\"moral\"", "\"privado@ejemplo.mx\"", StringComparison.Ordinal);
        Assert.That((await operador.EjecutarAsync("importar", operador.Ndjson(rechazada))).Codigo, Is.EqualTo(3));
        await operador.LograrAsync("publicar");
    }

    [TearDown]
    public void Irse() => operador.Dispose();

    [Test]
    public void Lo_privado_se_recibio()
    {
        var recibido = Bytes(Directory.GetFiles(operador.Ruta("datos", "recepcion")));

        foreach (var privado in Privados)
            Assert.That(Contiene(recibido, privado), $"{privado} debe estar en recepcion/, o estas pruebas no prueban nada.");
    }

    [Test]
    public void Nada_privado_esta_en_el_almacen_publico()
    {
        var publico = Bytes(Directory.GetFiles(operador.Datos, "icsoe.db*"));

        ComprobarQueNoSale(publico, "icsoe.db");
        Assert.That(Contiene(publico, OrdenDeCompra), "Un pedido de SAP no se enmascara.");
    }

    [Test]
    public void Nada_privado_esta_en_los_archivos_sellados()
    {
        var archivos = Directory.GetFiles(operador.Archivos);
        Assert.That(archivos, Has.Length.EqualTo(13));
        foreach (var archivo in archivos)
        {
            ComprobarQueNoSale(File.ReadAllBytes(archivo), archivo);
            // Only workbooks are compressed whole.
            if (!File.ReadAllBytes(archivo).AsSpan().StartsWith("PK"u8))
                continue;
            using var libro = ZipFile.OpenRead(archivo);
            using var todo = new MemoryStream();
            foreach (var parte in libro.Entries)
            {
                using var flujo = parte.Open();
                flujo.CopyTo(todo);
            }
            ComprobarQueNoSale(todo.ToArray(), archivo);
            Assert.That(Contiene(todo.ToArray(), OrdenDeCompra), "Un pedido de SAP no se enmascara.");
        }
    }

    [Test]
    public async Task Nada_privado_esta_en_lo_que_se_sirve()
    {
        using var servidor = new ServidorDePrueba(operador.Datos);
        using var cliente = servidor.CreateClient();
        foreach (var ruta in Colecciones)
        {
            var respuesta = await cliente.GetAsync(ruta);
            Assert.That(respuesta.IsSuccessStatusCode, ruta);
            ComprobarQueNoSale(await respuesta.Content.ReadAsByteArrayAsync(), ruta);
            ComprobarQueNoSale(Encoding.UTF8.GetBytes(respuesta.Headers.ToString()), ruta);
        }
        var contratos = await cliente.Json("/v1/contratos");
        Assert.That(
            contratos["datos"]!.AsArray().Select(contrato => ((string?)contrato!["folio"], (bool)contrato["servicio_enmascarado"]!)),
            Is.EqualTo([("A26P0000001", false), ("A26P0000002", true), ("A26P0000003", true), ("A26P0000004", true), ("A26P0000005", true)])
        );
        Assert.That((string?)contratos["datos"]![0]!["servicio"], Is.EqualTo($"{OrdenDeCompra} LIMPIEZA"));
    }

    [Test]
    public async Task Buscar_un_RFC_o_una_CURP_no_revela_si_estan()
    {
        using var servidor = new ServidorDePrueba(operador.Datos);
        using var cliente = servidor.CreateClient();

        foreach (var privado in Privados.Where(privado => !privado.Contains(' ', StringComparison.Ordinal)))
        {
            Assert.That(
                (await cliente.Json($"/v1/contratos?folio_contrato={Uri.EscapeDataString(privado)}"))["datos"]!.AsArray(),
                Is.Empty
            );
            Assert.That(
                (await cliente.Json($"/v1/informativas?folio_informativa={Uri.EscapeDataString(privado)}"))["datos"]!.AsArray(),
                Is.Empty
            );
        }
    }

    private static void ComprobarQueNoSale(byte[] bytes, string donde)
    {
        foreach (var privado in Privados)
            Assert.That(Contiene(bytes, privado), Is.False, $"{privado} salió en {donde}.");
    }

    /// <summary>In UTF-8 and in UTF-16, as it is written.</summary>
    private static bool Contiene(byte[] bytes, string texto) =>
        bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(texto)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(texto)) >= 0;

    private static byte[] Bytes(IEnumerable<string> archivos) => [.. archivos.SelectMany(File.ReadAllBytes)];
}
