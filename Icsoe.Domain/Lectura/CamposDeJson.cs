using System.Buffers;
using System.Text;
using System.Text.Json;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Lectura;

/// <summary>
/// Reads one value of JSON as one kind of field. What cannot be read is rejected at once and comes back as
/// <see cref="Ilegible"/> (or <see cref="EnteroIlegible"/>), so that it is not reported as missing too.
/// </summary>
internal sealed class CamposDeJson(Problemas problemas, LimitesDeLectura limites)
{
    public const int EnteroIlegible = int.MinValue;

    /// <summary>Compared by reference: no text that was read is this one.</summary>
    public static readonly string Ilegible = new('\0', 1);

    /// <summary>A text as written; null when the value is null.</summary>
    public string? Crudo(ref Utf8JsonReader json, ReadOnlySpan<byte> linea, string campo)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType == JsonTokenType.String)
            return TextoDeJson.Leer(ref json);
        problemas.Rechazar(campo, "debe ser un texto.");
        TextoDeJson.Saltar(ref json, linea, campo, problemas);
        return Ilegible;
    }

    /// <summary>A text without what XML forbids; null when it is null or nothing but blanks.</summary>
    public string? Texto(ref Utf8JsonReader json, ReadOnlySpan<byte> linea, string campo, int maximo)
    {
        var crudo = Crudo(ref json, linea, campo);
        if (ReferenceEquals(crudo, Ilegible))
            return Ilegible;
        if (string.IsNullOrWhiteSpace(crudo))
            return null;
        if (crudo.Length <= maximo)
            return Limpio(crudo, campo);
        problemas.Rechazar(campo, $"tiene {crudo.Length:N0} caracteres; el máximo es {maximo:N0}.", crudo);
        return Ilegible;
    }

    /// <summary>An opaque identifier; null when it is null or nothing but blanks.</summary>
    public string? Folio(ref Utf8JsonReader json, ReadOnlySpan<byte> linea, string campo)
    {
        var crudo = Crudo(ref json, linea, campo);
        if (ReferenceEquals(crudo, Ilegible))
            return Ilegible;
        if (string.IsNullOrWhiteSpace(crudo))
            return null;
        if (crudo.Length > limites.CaracteresDeFolio)
            problemas.Rechazar(campo, $"un folio tiene de 1 a {limites.CaracteresDeFolio} caracteres.", crudo);
        else if (LlevaControles(crudo) || !ReferenceEquals(TextoLimpio.Limpiar(crudo, out _), crudo))
            problemas.Rechazar(campo, "un folio no lleva caracteres de control.", crudo);
        else if (char.IsWhiteSpace(crudo[0]) || char.IsWhiteSpace(crudo[^1]))
            problemas.Rechazar(campo, "un folio no empieza ni termina con espacios.", crudo);
        else
            return crudo;
        return Ilegible;
    }

    /// <summary>An integer within bounds; null when the value is null.</summary>
    public int? Entero(ref Utf8JsonReader json, ReadOnlySpan<byte> linea, string campo, int minimo, int maximo)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        if (json.TokenType == JsonTokenType.Number && json.TryGetInt32(out var entero) && entero >= minimo && entero <= maximo)
            return entero;
        var escrito =
            json.TokenType == JsonTokenType.String ? TextoDeJson.Leer(ref json) : TextoDeJson.Saltar(ref json, linea, campo, problemas);
        problemas.Rechazar(campo, $"debe ser un número entero de {minimo} a {maximo}.", escrito);
        return EnteroIlegible;
    }

    /// <summary>A start date that cannot be read is a finding, never a rejection: its text comes back beside it.</summary>
    public (DateOnly? Dia, string? Ilegible) FechaInicio(ref Utf8JsonReader json, ReadOnlySpan<byte> linea, string campo)
    {
        if (json.TokenType == JsonTokenType.Null)
            return default;
        if (EsIso(ref json, out var dia))
            return (dia, null);
        var texto =
            json.TokenType == JsonTokenType.String
                ? TextoDeJson.Leer(ref json)
                : TextoDeJson.Saltar(ref json, linea, campo, problemas, LargoDeIlegible);
        if (string.IsNullOrWhiteSpace(texto))
            return default;
        if (FechaEscrita.TryIso(texto, out dia))
            return (dia, null);
        return (null, Limpio(texto.Length > LargoDeIlegible ? texto[..LargoDeIlegible] : texto, campo));
    }

    /// <summary>A day that may be absent.</summary>
    public DateOnly? FechaFin(ref Utf8JsonReader json, ReadOnlySpan<byte> linea, string campo)
    {
        if (EsIso(ref json, out var dia))
            return dia;
        var texto = Crudo(ref json, linea, campo);
        if (texto is null || ReferenceEquals(texto, Ilegible))
            return null;
        if (FechaEscrita.TryIso(texto, out dia))
            return dia;
        problemas.Rechazar(campo, $"«{Problemas.Cita(texto)}» no es una fecha; se espera AAAA-MM-DD o null.", texto);
        return null;
    }

    /// <summary>Says that a field is needed, unless it was already rejected.</summary>
    public void Exigir(string? valor, string campo, string motivo)
    {
        if (valor is null)
            problemas.Rechazar(campo, motivo);
    }

    /// <summary>The value, or null when it could not be read.</summary>
    public static string? Legible(string? valor) => ReferenceEquals(valor, Ilegible) ? null : valor;

    /// <summary>The tipo de persona; null, with its rejection, when it is not one.</summary>
    public TipoPersona? TipoPersona(string? valor, string campo)
    {
        if (Valores.TryParse(valor, out TipoPersona tipo))
            return tipo;
        if (!ReferenceEquals(valor, Ilegible))
            problemas.Rechazar(
                campo,
                valor is null
                    ? "falta; es «fisica» o «moral»."
                    : $"«{Problemas.Cita(valor)}» no es un tipo de persona; es «fisica» o «moral».",
                valor
            );
        return null;
    }

    /// <summary>The day as nearly every one is written: read without making a text of it.</summary>
    private static bool EsIso(ref Utf8JsonReader json, out DateOnly dia)
    {
        dia = default;
        if (json.TokenType != JsonTokenType.String || json.ValueIsEscaped || json.ValueSpan.Length != LargoDeIso)
            return false;
        Span<char> texto = stackalloc char[LargoDeIso];
        return Ascii.ToUtf16(json.ValueSpan, texto, out _) == OperationStatus.Done && FechaEscrita.TryIso(texto, out dia);
    }

    private const int LargoDeIso = 10;

    private const int LargoDeIlegible = 200;

    private static bool LlevaControles(string texto)
    {
        foreach (var c in texto)
        {
            if (char.IsControl(c))
                return true;
        }
        return false;
    }

    private string Limpio(string texto, string campo)
    {
        var limpio = TextoLimpio.Limpiar(texto, out var sustituidos);
        if (sustituidos > 0)
            problemas.Advertir(campo, $"caracteres que XML prohíbe, sustituidos por U+FFFD: {sustituidos}.");
        return limpio;
    }
}
