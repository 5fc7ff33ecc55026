using System.Text.Encodings.Web;
using System.Text.Json;

namespace Icsoe.Tests.Comandos;

/// <summary>An informativa as a contratista files it: one line of NDJSON. As it comes, every rule accepts it. All parties are fictitious.</summary>
internal sealed record Presentada
{
    private static readonly JsonSerializerOptions Opciones = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public string Folio { get; init; } = "N260000001";

    public string Tipo { get; init; } = "normal";

    public int Ejercicio { get; init; } = 2026;

    public int Cuatrimestre { get; init; } = 1;

    public string FechaPresentacion { get; init; } = "2026-05-12T10:31:00-06:00";

    public int? ContratosDeclarados { get; init; }

    public string? Referencia { get; init; }

    public ParteEnJson Contratista { get; init; } = new("SEM180312AB1", "SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.");

    public IReadOnlyList<ContratoEnJson> Contratos { get; init; } = [new()];

    public string EnJson() => JsonSerializer.Serialize(this, Opciones);

    /// <summary>One filing of a contratista of its own, by number: folios and RFC follow from it.</summary>
    public static Presentada Numero(int numero, int contratos = 1) =>
        new()
        {
            Folio = $"N26{numero:D7}",
            Contratista = new(RfcDe(numero), $"SERVICIOS EJEMPLO {numero}, S.A. DE C.V."),
            Contratos = [.. Enumerable.Range(0, contratos).Select(lugar => new ContratoEnJson { Folio = $"A26P{numero:D5}{lugar:D2}" })],
        };

    private static string RfcDe(int numero) =>
        $"XQX{numero / 1000 % 100:D2}0101{(char)('A' + (numero / 100 % 10))}{numero / 10 % 10}{numero % 10}";
}

internal sealed record ParteEnJson(string? Rfc, string? Nombre, string TipoPersona = "moral");

internal sealed record ContratoEnJson
{
    public string Folio { get; init; } = "A26P0000001";

    public ParteEnJson Contratante { get; init; } = new("CEJ010101AA1", "COMERCIAL EJEMPLO, S.A. DE C.V.");

    public string? Servicio { get; init; } = "MTTO PREVENTIVO A ELEVADORES";

    public string? FechaInicio { get; init; } = "2026-01-15";

    public string? FechaFin { get; init; }

    public int? PersonasTrabajadoras { get; init; } = 12;
}
