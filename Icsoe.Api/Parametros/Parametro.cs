using Icsoe.Api.Problemas;

namespace Icsoe.Api.Parametros;

/// <summary>What kind of value a parameter takes, for the OpenAPI document.</summary>
public enum ClaseDeValor
{
    Texto,
    Entero,
    Enumeracion,
    Fecha,
}

/// <summary>Why a value was not taken.</summary>
public sealed record Fallo(TipoDeProblema Tipo, Texto Detalle, string? Sugerencia = null, IReadOnlyList<string>? Validos = null);

/// <summary>
/// Definition of a query or path parameter: the one place that validation, the errors' <c>validos</c> and the OpenAPI document read.
/// </summary>
public abstract record Parametro
{
    /// <summary>Characters of a value at most, unless it says otherwise.</summary>
    public const int LongitudMaxima = 512;

    /// <summary>A parameter that repeats is given no more values than these.</summary>
    public const int ValoresMaximos = 500;

    public required string Nombre { get; init; }

    /// <summary>Meaning, in Spanish.</summary>
    public required string Descripcion { get; init; }

    /// <summary>A value that is accepted.</summary>
    public required string Ejemplo { get; init; }

    public ClaseDeValor Clase { get; init; }

    /// <summary>Whether repeating it means «or».</summary>
    public bool Multiple { get; init; }

    /// <summary>Whether a comma parts its values too.</summary>
    public bool PorComas { get; init; }

    /// <summary>Whether a request without it is an error.</summary>
    public bool Obligatorio { get; init; }

    /// <summary>The one form of a value that can be written in several; null when it is taken as it comes.</summary>
    public Func<string, string>? Normalizar { get; init; }

    /// <summary>Every accepted value, of an enumeration or a short range; else empty.</summary>
    public IReadOnlyList<string> Valores { get; init; } = [];

    /// <summary>Characters of a value at most.</summary>
    public int Largo { get; init; } = LongitudMaxima;

    /// <summary>Regular expression of a text.</summary>
    public string? Patron { get; init; }

    public int? Minimo { get; init; }

    public int? Maximo { get; init; }

    /// <summary>Value when it is not given; null for none.</summary>
    public int? PorOmision { get; init; }

    /// <summary>Checks one non-empty value of allowed length. Years go up to that of <paramref name="hoy"/>.</summary>
    public abstract object? Leer(string texto, DateOnly hoy, out Fallo? fallo);
}

/// <summary>A parameter whose values are of type <typeparamref name="T"/>.</summary>
public sealed record Parametro<T> : Parametro
{
    /// <summary>Reads a value, or says why not.</summary>
    public required Lector<T> Lector { get; init; }

    /// <inheritdoc/>
    public override object? Leer(string texto, DateOnly hoy, out Fallo? fallo) => Lector(texto, hoy, out fallo);

    /// <summary>The same parameter under another name, as part of a path.</summary>
    public Parametro<T> Como(string nombre, string descripcion) =>
        this with
        {
            Nombre = nombre,
            Descripcion = descripcion,
            Multiple = false,
        };

    /// <summary>The same parameter where it takes a single value.</summary>
    public Parametro<T> Uno() => this with { Multiple = false };
}

/// <summary>Reads a value of type <typeparamref name="T"/>; the result only counts when <paramref name="fallo"/> is null.</summary>
public delegate T? Lector<T>(string texto, DateOnly hoy, out Fallo? fallo);
