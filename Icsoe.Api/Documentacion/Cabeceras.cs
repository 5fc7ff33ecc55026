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
        if (operacion.Respuesta is null)
            cabeceras["Repr-Digest"] = Texto(
                "SHA-256 del archivo completo (RFC 9530).",
                "sha-256=:n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=:"
            );
        if (!operacion.SinComprobaciones)
        {
            cabeceras["Link"] = Texto(
                "Página siguiente (`next`), la misma consulta sin fijar (`latest-version`) y el aviso de la lista (`terms-of-service`), según el caso.",
                "</v1/avisos/publico>; rel=\"terms-of-service\""
            );
        }
        return cabeceras;
    }

    private static OpenApiHeader Texto(string descripcion, string ejemplo) =>
        new()
        {
            Description = descripcion,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Example = JsonValue.Create(ejemplo),
        };
}
