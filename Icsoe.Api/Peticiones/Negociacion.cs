using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Icsoe.Api.Peticiones;

/// <summary>What a client prefers, by the q-values of its Accept headers (RFC 9110, section 12).</summary>
public static class Negociacion
{
    /// <summary><c>es</c>, unless English is asked for with more weight.</summary>
    public static string Idioma(StringValues aceptados)
    {
        if (!StringWithQualityHeaderValue.TryParseList(aceptados, out var lista))
            return "es";
        // What is not named falls under «*»; Spanish wins a tie with it, and is also what an empty wish gets.
        double? espanol = null;
        double? ingles = null;
        double? otros = null;
        foreach (var aceptado in lista)
        {
            var peso = aceptado.Quality ?? 1;
            var idioma = aceptado.Value.AsSpan();
            if (EsDeIdioma(idioma, "es"))
                espanol = Math.Max(espanol ?? 0, peso);
            else if (EsDeIdioma(idioma, "en"))
                ingles = Math.Max(ingles ?? 0, peso);
            else if (idioma is "*")
                otros = peso;
        }
        // English named first with the same weight as Spanish would also be a fair choice; the product's language decides.
        return (ingles ?? 0) > (espanol ?? otros ?? 0) ? "en" : "es";
    }

    /// <summary>Whether an answer of that media type is acceptable.</summary>
    public static bool Acepta(StringValues aceptados, string tipo) => Peso(aceptados, tipo) > 0;

    /// <summary>How much a media type is wished for, from 0 to 1. No header wishes for everything; so does one that cannot be read.</summary>
    public static double Peso(StringValues aceptados, string tipo)
    {
        if (StringValues.IsNullOrEmpty(aceptados) || !MediaTypeHeaderValue.TryParseList(aceptados, out var lista) || lista.Count == 0)
            return 1;
        var buscado = new MediaTypeHeaderValue(tipo);
        // The most specific range that covers the type decides (RFC 9110, section 12.5.1).
        var mejor = lista
            .Where(rango =>
                rango.MatchesAllTypes || (rango.Type == buscado.Type && (rango.MatchesAllSubTypes || rango.SubType == buscado.SubType))
            )
            .OrderByDescending(rango =>
                rango.MatchesAllTypes ? 0
                : rango.MatchesAllSubTypes ? 1
                : 2
            )
            .FirstOrDefault();
        return mejor is null ? 0 : mejor.Quality ?? 1;
    }

    /// <summary><c>br</c>, <c>gzip</c> or null for none.</summary>
    public static string? Codificacion(StringValues aceptadas)
    {
        if (!StringWithQualityHeaderValue.TryParseList(aceptadas, out var lista))
            return null;
        double? Peso(string codificacion) =>
            lista.FirstOrDefault(aceptada => aceptada.Value.Equals(codificacion, StringComparison.OrdinalIgnoreCase)) is { } nombrada
                ? nombrada.Quality ?? 1
                : null;
        var otras = Peso("*");
        var br = Peso("br") ?? otras ?? 0;
        var gzip = Peso("gzip") ?? Peso("x-gzip") ?? otras ?? 0;
        var mejor = Math.Max(br, gzip);
        // A client that prefers the plain body, by weight, gets it.
        if (mejor <= 0 || mejor < (Peso("identity") ?? 0))
            return null;
        return br >= gzip ? "br" : "gzip";
    }

    private static bool EsDeIdioma(ReadOnlySpan<char> etiqueta, string idioma) =>
        etiqueta.StartsWith(idioma, StringComparison.OrdinalIgnoreCase)
        && (etiqueta.Length == idioma.Length || etiqueta[idioma.Length] == '-');
}
