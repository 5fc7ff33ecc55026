using System.Text.Json;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Tiempo;

namespace Icsoe.Tests.Casos;

/// <summary>Reads the lines of a case (design, section 6: institute input) with nothing but what a well-formed case needs.</summary>
internal static class LectorDeCasos
{
    public static IEnumerable<Informativa> Leer(string ruta) =>
        File.ReadLines(ruta).Where(linea => linea.Length > 0).Select(linea => Informativa(JsonDocument.Parse(linea).RootElement));

    private static Informativa Informativa(JsonElement linea)
    {
        var instante = linea.GetProperty("fecha_presentacion").GetDateTimeOffset();
        Assert.That(Valores.TryParse(Texto(linea, "tipo"), out TipoInformativa tipo), "El tipo del caso no existe.");
        return new Informativa
        {
            Folio = Texto(linea, "folio"),
            Tipo = tipo,
            Periodo = Periodo.De(linea.GetProperty("ejercicio").GetInt32(), linea.GetProperty("cuatrimestre").GetInt32()),
            PresentadaEn = instante.ToUniversalTime(),
            FechaPresentacion = HoraDeMexico.Dia(instante),
            ContratosDeclarados = Entero(linea, "contratos_declarados"),
            Referencia = Texto(linea, "referencia"),
            Contratista = Parte(linea.GetProperty("contratista")),
            Contratos = [.. linea.GetProperty("contratos").EnumerateArray().Select(Contrato)],
        };
    }

    private static Contrato Contrato(JsonElement contrato)
    {
        var inicio = Texto(contrato, "fecha_inicio");
        var seLee = DateOnly.TryParseExact(inicio, "yyyy-MM-dd", out var dia);
        return new Contrato
        {
            Folio = Texto(contrato, "folio"),
            Contratante = Parte(contrato.GetProperty("contratante")),
            Servicio = Texto(contrato, "servicio"),
            FechaInicio = seLee ? dia : null,
            FechaInicioIlegible = seLee ? null : inicio,
            FechaFin = Texto(contrato, "fecha_fin") is { } fin ? DateOnly.ParseExact(fin, "yyyy-MM-dd") : null,
            PersonasTrabajadoras = Entero(contrato, "personas_trabajadoras"),
        };
    }

    private static Parte Parte(JsonElement parte)
    {
        Assert.That(Valores.TryParse(Texto(parte, "tipo_persona"), out TipoPersona tipo), "El tipo de persona del caso no existe.");
        return new Parte(Texto(parte, "nombre"), tipo, Texto(parte, "rfc"));
    }

    private static string? Texto(JsonElement objeto, string nombre) => objeto.GetProperty(nombre).GetString();

    private static int? Entero(JsonElement objeto, string nombre) =>
        objeto.GetProperty(nombre) is { ValueKind: JsonValueKind.Number } numero ? numero.GetInt32() : null;
}
