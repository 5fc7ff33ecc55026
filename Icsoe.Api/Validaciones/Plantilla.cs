using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Exportacion;
using Microsoft.Net.Http.Headers;

namespace Icsoe.Api.Validaciones;

/// <summary>A file to be filled in with informativas, with an example of each thing: it is valid as it is. The same bytes each time.</summary>
public sealed class Plantilla : IResult
{
    private const string HojaDeAyuda = "Columnas";

    private static readonly Lazy<IReadOnlyList<Plantilla>> Hechas = new(() =>
        [
            new(
                "xlsx",
                "Xlsx",
                Medios.Xlsx,
                "Un renglón por contrato en la primera hoja, con un ejemplo; en la segunda, qué es cada columna, cómo se escribe y si es obligatoria. "
                    + "Se puede enviar tal cual a `Validar`.",
                EnXlsx()
            ),
            new(
                "csv",
                "Csv",
                Medios.Csv,
                "El encabezado y un ejemplo, un renglón por contrato, en UTF-8 con BOM para que las hojas de cálculo muestren los acentos. Las columnas "
                    + "se explican en la plantilla XLSX, a donde enlaza `Link` (`describedby`). Se puede enviar tal cual a `Validar`.",
                [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(EnCsv)]
            ),
            new(
                "ndjson",
                "Ndjson",
                Medios.Ndjson,
                "Una informativa por línea, con un ejemplo de una con contratos y de una sin ellos. Los campos se explican en el cuerpo de `Validar` y "
                    + "en la plantilla XLSX. Se puede enviar tal cual a `Validar`.",
                Encoding.UTF8.GetBytes(EnNdjson)
            ),
        ]
    );

    private readonly byte[] _bytes;
    private readonly EntityTagHeaderValue _etag;

    private Plantilla(string extension, string nombre, string medio, string descripcion, byte[] bytes)
    {
        (Extension, Nombre, Medio, Descripcion, _bytes) = (extension, nombre, medio, descripcion, bytes);
        _etag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"");
    }

    /// <summary>One of each format.</summary>
    public static IReadOnlyList<Plantilla> Todas => Hechas.Value;

    /// <summary>Of its file, without the dot.</summary>
    public string Extension { get; }

    /// <summary>In PascalCase.</summary>
    public string Nombre { get; }

    /// <summary>Its media type.</summary>
    public string Medio { get; }

    /// <summary>What it holds, in Spanish, for the documentation.</summary>
    public string Descripcion { get; }

    /// <summary>The example, one informativa a line.</summary>
    public const string EnNdjson = """
        {"folio":"N262253432","tipo":"normal","ejercicio":2026,"cuatrimestre":1,"fecha_presentacion":"2026-05-12T10:31:00-06:00","contratos_declarados":2,"referencia":null,"contratista":{"rfc":null,"nombre":"SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.","tipo_persona":"moral"},"contratos":[{"folio":"A26P3662382","contratante":{"rfc":null,"nombre":"COMERCIAL EJEMPLO, S.A. DE C.V.","tipo_persona":"moral"},"servicio":"MANTENIMIENTO PREVENTIVO A ELEVADORES","fecha_inicio":"2026-01-15","fecha_fin":"2026-12-31","personas_trabajadoras":12},{"folio":"A26P3662383","contratante":{"rfc":null,"nombre":"MARÍA EJEMPLO MUÑOZ","tipo_persona":"fisica"},"servicio":"LIMPIEZA DE INMUEBLES","fecha_inicio":"2026-02-01","fecha_fin":null,"personas_trabajadoras":3}]}
        {"folio":"SI262202734","tipo":"sin_informacion","ejercicio":2026,"cuatrimestre":1,"fecha_presentacion":"2026-05-14","contratos_declarados":null,"referencia":null,"contratista":{"rfc":null,"nombre":"JOSÉ EJEMPLO ÑÁÑEZ","tipo_persona":"fisica"},"contratos":[]}

        """;

    /// <summary>The same example, one row per contract.</summary>
    public static string EnCsv => Csv();

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.CacheControl = Vigencia.Actual;
        if (Extension != "xlsx")
            httpContext.Response.Headers.Append(HeaderNames.Link, "</v1/validaciones/plantilla.xlsx>; rel=\"describedby\"");
        return TypedResults.Bytes(_bytes, Medio, $"plantilla.{Extension}", entityTag: _etag).ExecuteAsync(httpContext);
    }

    private static string Csv()
    {
        var salida = new ArrayBufferWriter<byte>();
        var csv = new EscritorCsv(salida);
        foreach (var fila in ColumnasDePlantilla.Ejemplo.Prepend([.. ColumnasDePlantilla.Todas.Select(columna => columna.Nombre)]))
        {
            foreach (var valor in fila)
                csv.Campo(ColumnasDePlantilla.Escribir(valor));
            csv.Fin();
        }
        return Encoding.UTF8.GetString(salida.WrittenSpan);
    }

    private static byte[] EnXlsx()
    {
        using var salida = new MemoryStream();
        LibroDeTablas.Escribir(
            salida,
            new(
                "Informativas",
                [.. ColumnasDePlantilla.Todas.Select(columna => new ColumnaDeLibro(columna.Nombre, columna.Clase, columna.Ancho))],
                ColumnasDePlantilla.Ejemplo
            ),
            new(
                HojaDeAyuda,
                [
                    new("Columna", ClaseDeCelda.Texto, 26),
                    new("Qué es", ClaseDeCelda.Texto, 70),
                    new("Cómo se escribe", ClaseDeCelda.Texto, 70),
                    new("Obligatoria", ClaseDeCelda.Texto, 30),
                    new("Ejemplo", ClaseDeCelda.Texto, 44),
                ],
                [
                    .. ColumnasDePlantilla.Todas.Select(
                        (columna, lugar) =>
                            new object?[]
                            {
                                columna.Nombre,
                                columna.Significado,
                                columna.Escritura,
                                columna.Obligatoria,
                                ColumnasDePlantilla.UnEjemplo(lugar),
                            }
                    ),
                ]
            )
        );
        return salida.ToArray();
    }
}
