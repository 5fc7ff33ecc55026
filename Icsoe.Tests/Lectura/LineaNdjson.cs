using System.Text;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;

namespace Icsoe.Tests.Lectura;

/// <summary>A valid line, and what a test does with it: change one thing and see whether it is still read.</summary>
internal static class LineaNdjson
{
    public const string UnContratista =
        """{"rfc":"SEM180312AB1","nombre":"SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.","tipo_persona":"moral"}""";

    public const string UnContrato = """
        {"folio":"A26P3662382","contratante":{"rfc":"CEJ010101AA1","nombre":"COMERCIAL EJEMPLO","tipo_persona":"moral"},"servicio":"MTTO","fecha_inicio":"2026-01-15","fecha_fin":null,"personas_trabajadoras":12}
        """;

    public const string Valida =
        """{"folio":"N262253432","tipo":"normal","ejercicio":2026,"cuatrimestre":1,"fecha_presentacion":"2026-05-12T10:31:00-06:00","contratos_declarados":1,"referencia":null,"contratista":"""
        + UnContratista
        + ""","contratos":["""
        + UnContrato
        + "]}";

    public static List<LineaLeida> Leer(byte[] bytes, LimitesDeLectura? limites = null) =>
        [.. LectorNdjson.Leer(new MemoryStream(bytes), "entrada.ndjson", limites ?? new LimitesDeLectura(), default)];

    public static List<LineaLeida> Leer(string texto) => Leer(Encoding.UTF8.GetBytes(texto));

    public static LineaLeida Una(string linea) => Leer(linea).Single();

    public static string Con(string antes, string ahora)
    {
        Assert.That(Valida.Contains(antes, StringComparison.Ordinal));
        return Valida.Replace(antes, ahora, StringComparison.Ordinal);
    }

    public static void Rechaza(string linea, string campo, string? motivo = null)
    {
        var leida = Una(linea);
        Assert.That(leida.Informativa, Is.Null);
        Assert.That(leida.Rechazos.Select(r => r.Campo), Is.EqualTo([campo]), string.Join('\n', leida.Rechazos));
        if (motivo is not null)
            Assert.That(leida.Rechazos[0].Motivo, Does.Contain(motivo));
    }

    public static Informativa Acepta(string linea)
    {
        var leida = Una(linea);
        Assert.That(leida.Rechazos, Is.Empty);
        return leida.Informativa!;
    }

    public static void Prueba(string antes, string ahora, string campo, bool vale)
    {
        if (vale)
            Acepta(Con(antes, ahora));
        else
            Rechaza(Con(antes, ahora), campo);
    }
}
