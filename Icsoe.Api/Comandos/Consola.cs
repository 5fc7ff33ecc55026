using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Icsoe.Domain.Sellado;

namespace Icsoe.Api.Comandos;

/// <summary>
/// Where an order speaks. A person sees progress and a sentence; a pipe gets one JSON line on stdout and nothing else there.
/// Rejected lines and errors always go to stderr, one a line.
/// </summary>
/// <param name="Persona">Whether a person is looking at stdout.</param>
internal sealed record Consola(TextWriter Salida, TextWriter Errores, bool Persona)
{
    private static readonly CultureInfo Numeros = CultureInfo.GetCultureInfo("es-MX");
    private readonly Lock cerrojo = new();

    /// <summary>The process's own console.</summary>
    public static Consola DelProceso() => new(Console.Out, Console.Error, !Console.IsOutputRedirected);

    public void Error(string mensaje)
    {
        lock (cerrojo)
            Errores.WriteLine(mensaje);
    }

    /// <summary>Progress, only for a person.</summary>
    public void Avance(string mensaje)
    {
        if (Persona)
            Error($"  {mensaje}");
    }

    /// <summary>The summary: a sentence for a person, one JSON line for a pipe.</summary>
    /// <param name="extra">Members that only this order has, after the common ones.</param>
    public void Resumir(Resultado resultado, TimeSpan duracion, params IReadOnlyList<(string Nombre, object? Valor)> extra)
    {
        lock (cerrojo)
        {
            if (Persona)
                Salida.WriteLine(Frase(resultado, duracion));
            else
                Salida.WriteLine(Linea(resultado, duracion, extra));
            Salida.Flush();
        }
    }

    private static string Frase(Resultado resultado, TimeSpan duracion)
    {
        var partes = new List<string>();
        if (resultado.Publicacion is { } publicacion)
            partes.Add(resultado.Sella ? $"publicación {publicacion.Id} sellada" : $"publicación vigente {publicacion.Id}");
        if (resultado.SinCambios)
            partes.Add("sin cambios: nada que sellar");
        if (resultado.Listados.Count > 0)
            partes.Add($"{string.Join(", ", resultado.Listados)}: {resultado.Renglones.ToString("N0", Numeros)} renglones");
        if (resultado.Recibidas > 0)
            partes.Add($"{resultado.Recibidas.ToString("N0", Numeros)} informativas recibidas");
        if (resultado.Rechazados > 0)
            partes.Add(
                $"{resultado.Rechazados.ToString("N0", Numeros)} líneas rechazadas{(resultado.Informe is { } informe ? $" (informe: {informe})" : "")}"
            );
        return $"{resultado.Orden}: {(partes.Count > 0 ? string.Join("; ", partes) : "hecho")} ({duracion.TotalSeconds.ToString("0.0", Numeros)} s).";
    }

    private static string Linea(Resultado resultado, TimeSpan duracion, IReadOnlyList<(string Nombre, object? Valor)> extra)
    {
        var linea = new Dictionary<string, object?>
        {
            ["orden"] = resultado.Orden,
            ["publicacion"] = resultado.Publicacion?.Id.ToString(),
            ["listados"] = resultado.Listados.Select(listado => listado.Nombre).ToList(),
            ["renglones"] = resultado.Renglones,
            ["recibidas"] = resultado.Recibidas,
            ["rechazados"] = resultado.Rechazados,
            ["informe"] = resultado.Informe,
            ["segundos"] = Math.Round(duracion.TotalSeconds, 3),
        };
        if (resultado.SinCambios)
            linea["sin_cambios"] = true;
        foreach (var (nombre, valor) in extra)
            linea[nombre] = valor;
        return JsonSerializer.Serialize(linea, Json);
    }

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
