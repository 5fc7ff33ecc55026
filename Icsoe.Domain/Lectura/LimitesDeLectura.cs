using System.Reflection;

namespace Icsoe.Domain.Lectura;

/// <summary>Named limits of everything that is read from outside. The defaults admit a listado of a million rows.</summary>
public sealed record LimitesDeLectura
{
    /// <summary>Characters that a cell of XLSX can hold: a limit of the format, not a setting.</summary>
    public const int CaracteresPorCelda = 32_767;

    /// <summary>Rows that a sheet of XLSX can hold: a limit of the format.</summary>
    public const int FilasPorHoja = 1_048_576;

    /// <summary>Columns that a sheet of XLSX can hold (XFD): a limit of the format.</summary>
    public const int ColumnasPorHoja = 16_384;

    /// <summary>Columns at the left of a sheet among which its header is looked for.</summary>
    public const int ColumnasDeBusqueda = 256;

    /// <summary>The limits with their defaults.</summary>
    public static LimitesDeLectura Predeterminados { get; } = new();

    /// <summary>Each limit that can be set, in the order of the README.</summary>
    public static IReadOnlyList<PropertyInfo> Nombrados { get; } =
    [.. typeof(LimitesDeLectura).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(limite => limite.CanWrite)];

    /// <summary>Bytes of one line of NDJSON, without its line end; characters of one record of CSV. 1 MiB.</summary>
    public int BytesPorLinea { get; init; } = 1 << 20;

    /// <summary>Bytes of one informativa of a flat table, all its rows together, as JSON. 16 MiB.</summary>
    public int BytesDeInformativa { get; init; } = 16 << 20;

    /// <summary>Bytes of one text file (NDJSON, CSV). 8 GiB.</summary>
    public long BytesDeTexto { get; init; } = 8L << 30;

    /// <summary>Nesting of the JSON of one line: objects and arrays. 16.</summary>
    public int ProfundidadDeJson { get; init; } = 16;

    /// <summary>Problems told of one line or informativa; the rest are only counted. 100.</summary>
    public int ProblemasPorLinea { get; init; } = 100;

    /// <summary>Characters (UTF-16) of a name of contratista or contratante. 500.</summary>
    public int CaracteresDeNombre { get; init; } = 500;

    /// <summary>Characters (UTF-16) of a servicio u obra: what a cell of XLSX can hold. 32,767.</summary>
    public int CaracteresDeServicio { get; init; } = CaracteresPorCelda;

    /// <summary>Characters of a folio. 40.</summary>
    public int CaracteresDeFolio { get; init; } = 40;

    /// <summary>Personas trabajadoras of one contract. 10,000,000.</summary>
    public int PersonasPorContrato { get; init; } = 10_000_000;

    /// <summary>Contracts that an informativa may declare. 10,000,000.</summary>
    public int ContratosDeclarados { get; init; } = 10_000_000;

    /// <summary>Bytes of one workbook as it came, compressed. 512 MiB.</summary>
    public long BytesDeLibro { get; init; } = 512L << 20;

    /// <summary>Bytes of a workbook once inflated, all its parts together. 2 GiB.</summary>
    public long BytesInflados { get; init; } = 2L << 30;

    /// <summary>Inflated bytes for each compressed byte, in a part and in the whole; real listados stay under 30. 100.</summary>
    public int RazonDeInflado { get; init; } = 100;

    /// <summary>Inflated bytes below which the ratio is not looked at: small files of blanks compress very well. 4 MiB.</summary>
    public long BytesSinRazon { get; init; } = 4L << 20;

    /// <summary>Parts (zip entries) of a workbook. 1,000.</summary>
    public int PartesDeLibro { get; init; } = 1_000;

    /// <summary>Sheets of a workbook. 64.</summary>
    public int HojasDeLibro { get; init; } = 64;

    /// <summary>Rows of all the sheets together, counting the empty ones before the last. 4,194,304.</summary>
    public long FilasDeLibro { get; init; } = 4L * FilasPorHoja;

    /// <summary>Distinct shared strings of a workbook. 4,000,000.</summary>
    public int TextosCompartidos { get; init; } = 4_000_000;

    /// <summary>Inflated bytes of the shared strings. 512 MiB.</summary>
    public long BytesDeTextosCompartidos { get; init; } = 512L << 20;

    /// <summary>Bytes of one XML tag or of one stretch of text with its entities. 512 KiB.</summary>
    public int BytesPorElemento { get; init; } = 512 << 10;

    /// <summary>Rows at the top of a sheet among which its header is looked for. 20.</summary>
    public int FilasDeBusqueda { get; init; } = 20;
}
