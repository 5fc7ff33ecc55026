using System.Text;
using System.Text.Json.Nodes;
using Icsoe.Api.Peticiones;
using Icsoe.Tests.Api;
using Icsoe.Tests.Comandos;

namespace Icsoe.Tests.Validacion;

/// <summary>Validating and then filing gives the lists that were foretold, finding by finding.</summary>
[TestFixture, Parallelizable]
internal sealed class LeyesDePrevisionTests
{
    private static readonly string[] DelHallazgo =
    [
        "codigo",
        "texto",
        "alcance",
        "contrato",
        "motivo",
        "caso",
        "relacionadas",
        "declarados",
        "presentados",
        "confianza",
    ];

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public async Task Lo_previsto_es_lo_que_se_sella(int semilla)
    {
        var presentadas = Presentadas(new Random(semilla));
        using var operador = new Operador();
        // One that cannot be read and one told twice: neither is foretold nor filed.
        await operador.EjecutarAsync(
            "importar",
            operador.Ndjson([.. presentadas.Select(una => una.EnJson()), "{}", presentadas[0].EnJson()])
        );
        await operador.LograrAsync("publicar", "--publicacion", "2026-06");
        await using var servidor = new ServidorDePrueba(operador.Datos);
        using var cliente = servidor.CreateClient();

        var sellado = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var informativa in (await cliente.Json("/v1/informativas?limite=1000"))["datos"]!.AsArray())
            sellado[(string)informativa!["folio"]!] = Retrato(informativa, (string)informativa["lista"]!);
        Assert.That(sellado, Is.Not.Empty);
        Assert.That(sellado.Values.Any(retrato => retrato.StartsWith("publico", StringComparison.Ordinal)), "De las dos listas.");
        Assert.That(sellado.Values.Any(retrato => retrato.StartsWith("inconsistente", StringComparison.Ordinal)), "De las dos listas.");

        var json = Encoding.UTF8.GetBytes(ValidacionesTests.Lista(presentadas));
        Assert.That(await Previsto(cliente, json, Operacion.Json), Is.EqualTo(sellado).AsCollection);
        var ndjson = Encoding.UTF8.GetBytes(
            string.Join('\n', presentadas.Select(una => una.EnJson()).Append("{}").Append(presentadas[0].EnJson()))
        );
        Assert.That(await Previsto(cliente, ndjson, Medios.Ndjson), Is.EqualTo(sellado).AsCollection);
        var csv = Encoding.UTF8.GetBytes(EnCsv(presentadas));
        Assert.That(await Previsto(cliente, csv, Medios.Csv), Is.EqualTo(sellado).AsCollection);
    }

    private static async Task<SortedDictionary<string, string>> Previsto(HttpClient cliente, byte[] cuerpo, string medio)
    {
        var validacion = await (await ValidacionesTests.Enviar(cuerpo, medio, cliente)).Leer();
        var previsto = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var informativa in validacion["informativas"]!.AsArray())
        {
            if ((string)informativa!["veredicto"]! is var veredicto and not "no_se_lista")
                previsto[(string)informativa["folio"]!] = Retrato(informativa, veredicto);
        }
        return previsto;
    }

    private static string Retrato(JsonNode informativa, string lista) =>
        $"{lista} {informativa["tardia"]?.ToJsonString()} {Hallazgos(informativa["inconsistencias"]!)} {Hallazgos(informativa["observaciones"]!)}";

    private static string Hallazgos(JsonNode hallazgos) =>
        string.Join(';', hallazgos.AsArray().Select(uno => string.Join(',', DelHallazgo.Select(campo => uno![campo]?.ToJsonString()))));

    /// <summary>Some contratistas, one of them without RFC, who file all sorts of things for two periodos.</summary>
    private static List<Presentada> Presentadas(Random azar)
    {
        string[] tipos = ["normal", "normal", "normal", "sin_informacion", "correccion", "correccion", "sin_efectos", "actualizacion"];
        var presentadas = new List<Presentada>();
        for (var i = 0; i < 120; i++)
        {
            var quien = azar.Next(40);
            var tipo = tipos[azar.Next(tipos.Length)];
            // One that exists, mostly of the same contratista, or none.
            var referencia = azar.Next(3) == 0 || presentadas.Count == 0 ? null : presentadas[azar.Next(presentadas.Count)].Folio;
            var suyas = presentadas.Where(una => una.Contratista.Nombre == $"CONTRATISTA EJEMPLO {quien}").ToList();
            if (suyas.Count > 0 && azar.Next(4) > 0)
                referencia = suyas[azar.Next(suyas.Count)].Folio;
            var contratos =
                tipo is "sin_informacion" or "sin_efectos" ? 0
                : tipo == "actualizacion" ? 1
                : azar.Next(4);
            presentadas.Add(
                Presentada.Numero(i + 1) with
                {
                    Tipo = tipo,
                    Cuatrimestre = azar.Next(5) == 0 ? 3 : 1,
                    Ejercicio = 2025 + azar.Next(2),
                    FechaPresentacion = $"2026-05-{azar.Next(1, 32):D2}T{azar.Next(24):D2}:00:00-06:00",
                    ContratosDeclarados = azar.Next(3) == 0 ? azar.Next(4) : null,
                    Referencia = tipo == "sin_efectos" ? referencia ?? "NADIE" : referencia,
                    Contratista = new(quien % 7 == 0 ? null : $"XQX900101A{quien:D2}", $"CONTRATISTA EJEMPLO {quien}"),
                    Contratos = [.. Enumerable.Range(0, contratos).Select(lugar => Contrato(azar, quien, lugar))],
                }
            );
        }
        return presentadas;
    }

    private static ContratoEnJson Contrato(Random azar, int quien, int lugar) =>
        new()
        {
            Folio = $"A26P{quien:D4}{lugar:D3}",
            Contratante = azar.Next(8) == 0 ? new(null, $"CONTRATISTA EJEMPLO {quien}") : new("CEJ010101AA1", "COMERCIAL EJEMPLO"),
            Servicio = azar.Next(8) == 0 ? null : "LIMPIEZA, \"A FONDO\"",
            FechaInicio = azar.Next(8) switch
            {
                0 => null,
                1 => "pronto",
                2 => "2027-01-01",
                _ => "2026-01-15",
            },
            FechaFin = azar.Next(3) == 0 ? "2026-12-31" : null,
            PersonasTrabajadoras = azar.Next(8) == 0 ? null : azar.Next(3),
        };

    private static string EnCsv(IEnumerable<Presentada> presentadas)
    {
        var csv = new StringBuilder();
        csv.AppendJoin(',', Lectura.TablaDePrueba.Nombres).Append('\n');
        foreach (var una in presentadas)
        {
            foreach (var contrato in una.Contratos.DefaultIfEmpty())
                csv.AppendJoin(',', Fila(una, contrato).Select(valor => $"\"{$"{valor}".Replace("\"", "\"\"")}\"")).Append('\n');
        }
        return csv.ToString();
    }

    private static object?[] Fila(Presentada una, ContratoEnJson? contrato) =>
        [
            una.Folio,
            una.Tipo,
            una.Ejercicio,
            una.Cuatrimestre,
            una.FechaPresentacion,
            una.ContratosDeclarados,
            una.Referencia,
            una.Contratista.Rfc,
            una.Contratista.Nombre,
            una.Contratista.TipoPersona,
            contrato?.Folio,
            contrato?.Contratante.Rfc,
            contrato?.Contratante.Nombre,
            contrato?.Contratante.TipoPersona,
            contrato?.Servicio,
            contrato?.FechaInicio,
            contrato?.FechaFin,
            contrato?.PersonasTrabajadoras,
        ];
}
