using System.Text;
using System.Text.Json;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;

namespace Icsoe.Tests.Lectura;

/// <summary>Rows of a flat table, one per contract, and the ways to read them.</summary>
internal static class TablaDePrueba
{
    public static readonly string[] Nombres =
    [
        "folio",
        "tipo",
        "ejercicio",
        "cuatrimestre",
        "fecha_presentacion",
        "contratos_declarados",
        "referencia",
        "contratista_rfc",
        "contratista_nombre",
        "contratista_tipo_persona",
        "contrato_folio",
        "contratante_rfc",
        "contratante_nombre",
        "contratante_tipo_persona",
        "servicio",
        "fecha_inicio",
        "fecha_fin",
        "personas_trabajadoras",
    ];

    /// <summary>A contract; what every rule accepts.</summary>
    public static object?[] Fila(int informativa = 1, int contrato = 1) =>
        [
            $"N26{informativa:D7}",
            "normal",
            2026,
            1,
            "2026-05-12T10:31:00-06:00",
            null,
            null,
            "SEM180312AB1",
            "SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.",
            "moral",
            $"A26P{informativa:D4}{contrato:D3}",
            "CEJ010101AA1",
            "COMERCIAL EJEMPLO",
            "moral",
            "MTTO \"PREVENTIVO\"; A\nELEVADORES, ñ 😀",
            "2026-01-15",
            null,
            12,
        ];

    /// <summary>An informativa without contracts.</summary>
    public static object?[] SinContratos(int informativa = 1)
    {
        var fila = Fila(informativa);
        fila[1] = "sin_informacion";
        fila.AsSpan(10).Clear();
        return fila;
    }

    public static object?[] Con(this object?[] fila, string columna, object? valor)
    {
        var otra = (object?[])fila.Clone();
        otra[Array.IndexOf(Nombres, columna)] = valor;
        return otra;
    }

    public static string Csv(params object?[][] filas) => Csv(',', "\r\n", [Nombres, .. filas]);

    public static string Csv(char separador, string salto, params object?[][] filas)
    {
        var texto = new StringBuilder();
        foreach (var fila in filas)
            texto.AppendJoin(separador, fila.Select(valor => Campo(valor, separador))).Append(salto);
        return texto.ToString();
    }

    public static List<LineaLeida> LeerCsv(string texto, LimitesDeLectura? limites = null) =>
        LeerCsv(Encoding.UTF8.GetBytes(texto), limites);

    public static List<LineaLeida> LeerCsv(byte[] bytes, LimitesDeLectura? limites = null) =>
        [.. LectorCsv.Leer(new MemoryStream(bytes), "tabla.csv", limites ?? new LimitesDeLectura(), default)];

    public static Informativa Acepta(params object?[][] filas)
    {
        var leida = LeerCsv(Csv(filas)).Single();
        Assert.That(leida.Rechazos, Is.Empty);
        return leida.Informativa!;
    }

    /// <summary><c>row column</c> of every rejection, in its order.</summary>
    public static IEnumerable<string> Lugares(this IEnumerable<LineaLeida> lineas) =>
        lineas.SelectMany(linea => linea.Rechazos).Select(rechazo => $"{rechazo.Linea} {rechazo.Campo}");

    /// <summary>All that an informativa says, to compare.</summary>
    public static string Retrato(this Informativa? informativa) => JsonSerializer.Serialize(informativa);

    private static string Campo(object? valor, char separador)
    {
        var texto = Convert.ToString(valor, System.Globalization.CultureInfo.InvariantCulture) ?? "";
        return texto.AsSpan().IndexOfAny([separador, '"', '\n', '\r']) < 0 ? texto : $"\"{texto.Replace("\"", "\"\"")}\"";
    }
}
