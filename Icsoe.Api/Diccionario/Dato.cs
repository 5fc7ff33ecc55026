using Icsoe.Api.Documentacion;
using Icsoe.Domain.Exportacion;

namespace Icsoe.Api.Diccionario;

/// <summary>What the values of a datum are, whatever the format.</summary>
public enum ClaseDeDato
{
    Texto,
    Entero,
    Fecha,

    /// <summary>Several texts.</summary>
    Lista,
}

/// <summary>Something that the lists publish of each line: the same in every format, under the name that each gives it.</summary>
/// <param name="Nombre">Its column in CSV, NDJSON, Parquet and SQLite.</param>
/// <param name="Descripcion">What it means: official words, unless <see cref="Fuente"/> says otherwise.</param>
/// <param name="Ejemplo">A value, as CSV writes it.</param>
public sealed record Dato(string Nombre, ClaseDeDato Clase, string Descripcion, string Ejemplo)
{
    public const string DeLaGuia = "guia";
    public const string Nuestra = "icsoe";

    /// <summary>Whose words the description is: <see cref="DeLaGuia"/> or <see cref="Nuestra"/>.</summary>
    public string Fuente { get; init; } = DeLaGuia;

    /// <summary>What we add to the description; null for nothing.</summary>
    public string? Nota { get; init; }

    /// <summary>When it is null; null if it never is.</summary>
    public string? Nulo { get; init; }

    /// <summary>Which of <see cref="Enumeraciones"/> its values come from; null when it is none.</summary>
    public string? Valores { get; init; }

    /// <summary>Where it is in a contract of the API; null if it is not.</summary>
    public string? EnContrato { get; init; }

    /// <summary>Where it is in an informativa of the API; null if it is not.</summary>
    public string? EnInformativa { get; init; }

    /// <summary>Whether the files of a listado have it, and not only those of the whole history.</summary>
    public bool EnListado { get; init; } = true;

    /// <summary>Its header in our workbooks; null if they do not have it.</summary>
    public string? EnXlsx => ColumnasDeListado.Inconsistente.FirstOrDefault(columna => columna.Nombre == Nombre)?.Encabezado;

    /// <summary>The example as our workbooks write it, in people's words.</summary>
    public string EjemploEnXlsx =>
        Clase != ClaseDeDato.Entero && Valores is { } valores
            ? Enumeraciones.De(valores).First(etiqueta => etiqueta.Valor == Ejemplo).Texto
            : Ejemplo;

    /// <summary>Every form it is found in.</summary>
    public IReadOnlyList<FormaDeDatoResponse> Formas =>
        [
            .. new[] { ("contrato", EnContrato), ("informativa", EnInformativa), ("renglon", EnListado ? Nombre : null) }
                .Where(lugar => lugar.Item2 is not null)
                .Select(lugar => Forma("json", lugar.Item2!, EnJson(lugar.Item2!), lugar.Item1)),
            .. EnListado ? [Forma("csv", Nombre, EnCsv), Forma("ndjson", Nombre, EnJson(Nombre))] : Array.Empty<FormaDeDatoResponse>(),
            Forma("parquet", Nombre, EnParquet),
            Forma("sqlite", Nombre, EnSqlite),
            .. EnXlsx is { } encabezado ? [Forma("xlsx", encabezado, EnCelda)] : Array.Empty<FormaDeDatoResponse>(),
        ];

    private string EnCsv =>
        Clase switch
        {
            ClaseDeDato.Entero => "integer",
            ClaseDeDato.Fecha => "date (YYYY-MM-DD)",
            ClaseDeDato.Lista => "string (;)",
            _ => "string",
        };

    private string EnParquet =>
        Clase switch
        {
            ClaseDeDato.Entero => "INT32",
            ClaseDeDato.Fecha => "DATE",
            ClaseDeDato.Lista => "LIST<STRING>",
            _ => "STRING",
        };

    private string EnSqlite =>
        Clase switch
        {
            ClaseDeDato.Entero => "INTEGER",
            ClaseDeDato.Fecha => "TEXT (YYYY-MM-DD)",
            ClaseDeDato.Lista => "TEXT (;)",
            _ => "TEXT",
        };

    private string EnCelda =>
        Clase switch
        {
            ClaseDeDato.Entero => "number",
            ClaseDeDato.Fecha => "date",
            _ => "text",
        };

    // In a resource of nested objects a list is told by its elements.
    private string EnJson(string ruta) =>
        Clase switch
        {
            ClaseDeDato.Entero => "integer",
            ClaseDeDato.Fecha => "string (YYYY-MM-DD)",
            ClaseDeDato.Lista when !ruta.Contains("[]", StringComparison.Ordinal) => "array of string",
            _ => "string",
        };

    private static FormaDeDatoResponse Forma(string formato, string nombre, string tipo, string? recurso = null) =>
        new()
        {
            Formato = formato,
            Recurso = recurso,
            Nombre = nombre,
            Tipo = tipo,
        };
}
