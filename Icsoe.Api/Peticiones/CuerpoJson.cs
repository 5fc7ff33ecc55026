using System.Text.Json;
using System.Text.Unicode;
using Icsoe.Api.Parametros;
using Icsoe.Api.Problemas;

namespace Icsoe.Api.Peticiones;

/// <summary>
/// Reads a JSON body member by member. What is no JSON is one problem, with its line and byte; everything else that is wrong is told at
/// once, each error with its place, as <c>presentadas[2].tipo</c>. No member is ignored.
/// </summary>
public sealed class CuerpoJson
{
    /// <summary>How deep objects and arrays may nest.</summary>
    public const int ProfundidadMaxima = 16;

    /// <summary>Names, values and brackets: each takes memory, and a body of nothing but brackets would take twenty times its own.</summary>
    public const int PiezasMaximas = 2_000_000;

    /// <summary>Errors an answer tells.</summary>
    public const int ErroresMaximos = 100;

    /// <summary>What can be wrong with the members of a body.</summary>
    public static IReadOnlyList<TipoDeProblema> Problemas { get; } =
    [
        CatalogoDeProblemas.ParametroRepetido,
        CatalogoDeProblemas.ParametroFaltante,
        CatalogoDeProblemas.ParametroVacio,
        CatalogoDeProblemas.ParametroDemasiadoLargo,
        CatalogoDeProblemas.DemasiadosValores,
        CatalogoDeProblemas.ValorInvalido,
        CatalogoDeProblemas.ValorFueraDeRango,
        CatalogoDeProblemas.PeriodoConfundido,
        CatalogoDeProblemas.ParametrosInvalidos,
    ];

    private readonly List<ErrorDeSolicitud> _errores = [];

    private const int LargoDeNombre = 64;

    private CuerpoJson(DateOnly hoy) => Hoy = hoy;

    /// <summary>Today in Mexico City.</summary>
    public DateOnly Hoy { get; }

    /// <summary>Reads a whole body.</summary>
    /// <param name="bytes">UTF-8; a byte order mark is let through.</param>
    /// <param name="hoy">Today in Mexico City.</param>
    /// <param name="leer">What it says; its result only counts when nothing was wrong.</param>
    public static (T? Valor, Problema? Problema) Leer<T>(ReadOnlyMemory<byte> bytes, DateOnly hoy, Func<CuerpoJson, JsonElement, T> leer)
        where T : class
    {
        if (bytes.Span.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        if (Ilegible(bytes.Span) is { } problema)
            return (null, problema);
        using var documento = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = ProfundidadMaxima });
        var cuerpo = new CuerpoJson(hoy);
        var valor = leer(cuerpo, documento.RootElement);
        return cuerpo._errores.Count == 0 ? (valor, null) : (null, Problema.De(cuerpo._errores));
    }

    /// <summary>The members of an object; null, which asks for nothing more of it, when it is none.</summary>
    /// <param name="lugar">Where it is; empty for the whole body.</param>
    /// <param name="admitidos">Every member it may have.</param>
    public ObjetoJson? Objeto(JsonElement valor, string lugar, params string[] admitidos)
    {
        var miembros = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (valor.ValueKind != JsonValueKind.Object)
        {
            Rechazar(
                CatalogoDeProblemas.ValorInvalido,
                lugar,
                null,
                new($"{Nombre(lugar, "El cuerpo")} debe ser un objeto.", $"{Nombre(lugar, "The body")} must be an object.")
            );
            return null;
        }
        foreach (var miembro in valor.EnumerateObject())
        {
            var suyo = Dentro(lugar, miembro.Name);
            if (!admitidos.Contains(miembro.Name))
            {
                var parecido = Distancia.MasParecido(Corto(miembro.Name), admitidos, siempre: true);
                Rechazar(
                    CatalogoDeProblemas.ParametroDesconocido,
                    suyo,
                    null,
                    new(
                        $"No existe el miembro «{Problema.Visible(suyo)}». ¿Quisiste escribir «{parecido}»?",
                        $"There is no member `{Problema.Visible(suyo)}`. Did you mean `{parecido}`?"
                    ),
                    parecido,
                    admitidos
                );
            }
            else if (!miembros.TryAdd(miembro.Name, miembro.Value))
                Repetido(suyo);
        }
        return new(lugar, miembros);
    }

    /// <summary>The members of an object whose names are the sender's own, until one more than a number; none when it is no object.</summary>
    /// <param name="lugar">Where it is; empty for the whole body.</param>
    /// <param name="maximo">As many as are wanted.</param>
    public IReadOnlyList<(string Nombre, JsonElement Valor)> Mapa(JsonElement valor, string lugar, int maximo)
    {
        if (valor.ValueKind != JsonValueKind.Object)
        {
            Objeto(valor, lugar);
            return [];
        }
        var miembros = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var miembro in valor.EnumerateObject())
        {
            if (!miembros.TryAdd(miembro.Name, miembro.Value))
                Repetido(Dentro(lugar, miembro.Name));
            if (miembros.Count > maximo)
                break;
        }
        return [.. miembros.Select(par => (par.Key, par.Value))];
    }

    /// <summary>A whole number between two, both included; null when it is absent, null or wrong.</summary>
    public int? Entero(ObjetoJson? objeto, string nombre, int minimo, int maximo)
    {
        if (objeto is null || !objeto.Miembros.TryGetValue(nombre, out var valor) || valor.ValueKind == JsonValueKind.Null)
            return null;
        if (valor.ValueKind == JsonValueKind.Number && valor.TryGetInt32(out var numero) && numero >= minimo && numero <= maximo)
            return numero;
        var suyo = Dentro(objeto.Lugar, nombre);
        Rechazar(
            CatalogoDeProblemas.ValorInvalido,
            suyo,
            valor.GetRawText(),
            new(
                $"«{suyo}» debe ser un número entero, de {minimo} a {maximo}.",
                $"`{suyo}` must be a whole number, from {minimo} to {maximo}."
            )
        );
        return null;
    }

    /// <summary>The elements of an array that must be there; empty when it is not.</summary>
    /// <param name="maximo">Elements at most.</param>
    public IReadOnlyList<JsonElement> Lista(ObjetoJson? objeto, string nombre, int maximo)
    {
        if (objeto is not (var lugar, var miembros))
            return [];
        var suyo = Dentro(lugar, nombre);
        if (!miembros.TryGetValue(nombre, out var valor))
            Falta(suyo);
        else if (valor.ValueKind != JsonValueKind.Array)
            Rechazar(CatalogoDeProblemas.ValorInvalido, suyo, null, new($"«{suyo}» debe ser una lista.", $"`{suyo}` must be an array."));
        else if (valor.GetArrayLength() > maximo)
            Rechazar(
                CatalogoDeProblemas.DemasiadosValores,
                suyo,
                null,
                new(
                    $"«{suyo}» trae {valor.GetArrayLength()} elementos; el máximo es {maximo}.",
                    $"`{suyo}` has {valor.GetArrayLength()} elements; the maximum is {maximo}."
                )
            );
        else
            return [.. valor.EnumerateArray()];
        return [];
    }

    /// <summary>A text, read as a parameter of the query would be; the default when it is absent, null or wrong.</summary>
    /// <param name="maximo">Characters at most.</param>
    public T? Texto<T>(ObjetoJson? objeto, string nombre, Lector<T> lector, bool obligatorio, int maximo = Parametro.LongitudMaxima)
    {
        if (objeto is not (var lugar, var miembros))
            return default;
        var suyo = Dentro(lugar, nombre);
        if (!miembros.TryGetValue(nombre, out var valor) || valor.ValueKind == JsonValueKind.Null)
        {
            if (obligatorio)
                Falta(suyo);
            return default;
        }
        return Texto(valor, suyo, lector, maximo);
    }

    /// <summary>The same of an element of an array, which must be there.</summary>
    /// <param name="suyo">Where it is.</param>
    /// <param name="maximo">Characters at most.</param>
    public T? Texto<T>(JsonElement valor, string suyo, Lector<T> lector, int maximo = Parametro.LongitudMaxima)
    {
        if (valor.ValueKind != JsonValueKind.String)
        {
            Rechazar(CatalogoDeProblemas.ValorInvalido, suyo, null, new($"«{suyo}» debe ser un texto.", $"`{suyo}` must be a text."));
            return default;
        }
        var texto = valor.GetString()!;
        if (string.IsNullOrWhiteSpace(texto))
            Rechazar(CatalogoDeProblemas.ParametroVacio, suyo, texto, new($"«{suyo}» viene vacío.", $"`{suyo}` is empty."));
        else if (texto.Length > maximo)
            Rechazar(
                CatalogoDeProblemas.ParametroDemasiadoLargo,
                suyo,
                texto,
                new(
                    $"«{suyo}» tiene {texto.Length} caracteres; el máximo es {maximo}.",
                    $"`{suyo}` has {texto.Length} characters; the maximum is {maximo}."
                )
            );
        else
        {
            var leido = lector(texto, Hoy, out var fallo);
            if (fallo is null)
                return leido;
            Rechazar(
                fallo.Tipo,
                suyo,
                texto,
                new($"«{suyo}»: {fallo.Detalle.Es}", $"`{suyo}`: {fallo.Detalle.En}"),
                fallo.Sugerencia,
                fallo.Validos
            );
        }
        return default;
    }

    private void Repetido(string lugar) =>
        Rechazar(
            CatalogoDeProblemas.ParametroRepetido,
            lugar,
            null,
            new($"El miembro «{lugar}» está repetido.", $"The member `{lugar}` is repeated.")
        );

    private void Falta(string lugar) =>
        Rechazar(CatalogoDeProblemas.ParametroFaltante, lugar, null, new($"Falta «{lugar}».", $"`{lugar}` is missing."));

    /// <summary>Says that something is wrong; past <see cref="ErroresMaximos"/>, it is enough.</summary>
    public void Rechazar(
        TipoDeProblema tipo,
        string lugar,
        string? valor,
        Texto detalle,
        string? sugerencia = null,
        IReadOnlyList<string>? validos = null
    )
    {
        if (_errores.Count < ErroresMaximos)
            _errores.Add(new(tipo, lugar.Length == 0 ? null : lugar, valor, detalle, sugerencia, validos));
    }

    /// <summary>A name of the sender's own as a place shows it: every error repeats it.</summary>
    public static string Corto(string nombre) => nombre.Length > LargoDeNombre ? nombre[..LargoDeNombre] + "…" : nombre;

    private static string Dentro(string lugar, string nombre) => lugar.Length == 0 ? Corto(nombre) : $"{lugar}.{Corto(nombre)}";

    private static string Nombre(string lugar, string todo) => lugar.Length == 0 ? todo : $"«{lugar}»";

    /// <summary>The problem of what no document can be made of; null when one can, and every text in it is text.</summary>
    private static Problema? Ilegible(ReadOnlySpan<byte> bytes)
    {
        if (!Utf8.IsValid(bytes))
            return NoEsJson(new("No está en UTF-8.", "It is not UTF-8."));
        var json = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = ProfundidadMaxima });
        try
        {
            for (var piezas = 0; json.Read(); piezas++)
            {
                if (piezas == PiezasMaximas)
                    return DemasiadasPiezas();
                // Half an emoji can be written as an escape, and is no text.
                if (json.ValueIsEscaped)
                    json.GetString();
            }
            return null;
        }
        catch (JsonException error)
        {
            var (linea, columna) = (error.LineNumber + 1, error.BytePositionInLine + 1);
            return NoEsJson(new($"No es JSON en la línea {linea}, byte {columna}.", $"It is no JSON at line {linea}, byte {columna}."));
        }
        catch (InvalidOperationException)
        {
            var lugar = json.TokenStartIndex + 1;
            return NoEsJson(new($"El texto del byte {lugar} no es Unicode.", $"The text at byte {lugar} is not Unicode."));
        }
    }

    private static Problema DemasiadasPiezas() =>
        new(
            CatalogoDeProblemas.CuerpoDemasiadoGrande,
            new(
                $"El JSON tiene más de {PiezasMaximas} nombres, valores y signos; divídelo.",
                $"The JSON has more than {PiezasMaximas} names, values and brackets; split it."
            )
        );

    private static Problema NoEsJson(Texto detalle) => new(CatalogoDeProblemas.JsonInvalido, detalle);
}

/// <summary>An object of a body.</summary>
/// <param name="Lugar">Where it is; empty for the whole body.</param>
/// <param name="Miembros">Its members by name.</param>
public sealed record ObjetoJson(string Lugar, IReadOnlyDictionary<string, JsonElement> Miembros);
