using System.Text.Json.Nodes;
using Icsoe.Api.Peticiones;
using Microsoft.OpenApi;

namespace Icsoe.Api.Documentacion;

/// <summary>Response headers worth a line in the document.</summary>
public static class Cabeceras
{
    public static IDictionary<string, IOpenApiHeader> DeLectura(Operacion operacion)
    {
        var cabeceras = new Dictionary<string, IOpenApiHeader>
        {
            ["Icsoe-Publicacion"] = Texto("Publicación en la que se leyó; falta mientras no hay ninguna.", "2026-06"),
            ["ETag"] = Texto("Versión exacta de esta respuesta, para If-None-Match.", "\"2b1f0c9d8e7a6b5c4d3e2f1a0b9c8d7e\""),
            ["Cache-Control"] = Texto("Cuánto se puede guardar.", operacion.Cuerpo is null ? Vigencia.Actual : Vigencia.Ninguna),
        };
        if (operacion.Cuerpo is not null)
            return cabeceras;
        if (operacion.EsArchivoSellado)
        {
            cabeceras["Accept-Ranges"] = Texto("Que se puede pedir sólo una parte, con Range.", "bytes");
            cabeceras["Repr-Digest"] = Texto(
                "SHA-256 del archivo completo, también cuando sólo va una parte (RFC 9530).",
                "sha-256=:n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=:"
            );
        }
        if (operacion.EsArchivoSellado || operacion.EsExportacion || operacion.EsPropio)
            cabeceras["Content-Disposition"] = Texto("Nombre con que se guarda.", "attachment; filename=LPP2026.xlsx");
        if (!operacion.SinComprobaciones)
        {
            cabeceras["Link"] = Texto(
                "Página siguiente (`next`), la misma consulta sin fijar (`latest-version`) y el aviso de la lista (`terms-of-service`), según el caso.",
                "</v1/avisos/publico>; rel=\"terms-of-service\""
            );
        }
        return cabeceras;
    }

    /// <summary>Those of an answer with its body.</summary>
    public static IDictionary<string, IOpenApiHeader> DeExito(Operacion operacion)
    {
        var cabeceras = DeLectura(operacion);
        if (operacion.EsExportacion)
            cabeceras["Icsoe-Filas"] = Entero(
                "Cuántas filas trae, sin el encabezado; falta si contarlas antes costaría mucho, y entonces va al final (trailer) donde HTTP lo permite.",
                356095
            );
        return cabeceras;
    }

    /// <summary>Of a 429.</summary>
    public static IDictionary<string, IOpenApiHeader> DeEspera() =>
        new Dictionary<string, IOpenApiHeader> { ["Retry-After"] = Entero("En cuántos segundos volver a pedirlo.", 12) };

    private static OpenApiHeader Entero(string descripcion, int ejemplo) =>
        new()
        {
            Description = descripcion,
            Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
            Example = JsonValue.Create(ejemplo),
        };

    private static OpenApiHeader Texto(string descripcion, string ejemplo) =>
        new()
        {
            Description = descripcion,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = JsonValue.Create(ejemplo),
        };
}
