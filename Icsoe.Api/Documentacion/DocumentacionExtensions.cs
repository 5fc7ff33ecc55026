using System.Text;
using System.Text.Json.Nodes;
using Icsoe.Api.Configuracion;
using Icsoe.Api.Inconsistencias;
using Icsoe.Api.Inicio;
using Icsoe.Api.Peticiones;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Icsoe.Api.Documentacion;

/// <summary>The OpenAPI 3.1 document at <c>/openapi.json</c> and its page at <c>/swagger</c>.</summary>
public static class DocumentacionExtensions
{
    private const string Documento = "v1";
    private const string Ruta = "/openapi.json";

    private static readonly string[] Metodos = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddDocumentacion(this IServiceCollection servicios)
    {
        servicios.AddEndpointsApiExplorer();
        // Also for the command «swagger tofile», which does not pass through MapDocumentacion.
        servicios.Configure<SwaggerOptions>(opciones => opciones.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        servicios.AddTransient<ISerializerDataContractResolver>(_ => new JsonSerializerDataContractResolver(IcsoeJson.Actual.Options));
        servicios.AddSwaggerGen(opciones =>
        {
            opciones.SwaggerDoc(Documento, Informacion());
            opciones.AddServer(new OpenApiServer { Url = "/", Description = "Este servidor." });
            // HEAD is answered wherever GET is; printing it would double the document.
            opciones.DocInclusionPredicate((_, descripcion) => descripcion.HttpMethod != HttpMethods.Head);
            opciones.CustomSchemaIds(NombreDeEsquema);
            opciones.SupportNonNullableReferenceTypes();
            opciones.NonNullableReferenceTypesAsRequired();
            // A number or the word «otro»: without a type, since of several the generators of C# clients keep one and choke on the other.
            opciones.MapType<Caso>(() => new OpenApiSchema());
            opciones.MapType<Caso?>(() => new OpenApiSchema());
            // The documents of other standards, which say themselves what they hold.
            opciones.MapType<JsonObject>(() => new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalPropertiesAllowed = true });
            opciones.SchemaFilter<CamposSchemaFilter>();
            opciones.OperationFilter<OperacionFilter>();
            opciones.DocumentFilter<SeccionesFilter>();
            opciones.DocumentFilter<CompartidosFilter>();
        });
        servicios.AddSingleton<DocumentoOpenApi>();
        return servicios;
    }

    public static void UseDocumentacion(this WebApplication app) =>
        app.UseSwaggerUI(opciones =>
        {
            opciones.RoutePrefix = "swagger";
            opciones.DocumentTitle = "API de los listados ICSOE";
            opciones.SwaggerEndpoint(Ruta, "API de los listados ICSOE");
        });

    public static void MapDocumentacion(this IEndpointRouteBuilder rutas) =>
        rutas
            .MapMethods(Ruta, Metodos, (DocumentoOpenApi documento) => new RespuestaJson(documento.Bytes, Vigencia.Actual))
            .ExcludeFromDescription();

    private static OpenApiInfo Informacion() =>
        new()
        {
            Title = "API de los listados ICSOE",
            Version = InicioEndpoints.Version,
            Description =
                "Listado público de contratos de servicios u obras especializados reportados al IMSS, y Listado con Información Inconsistente, "
                + "hoy y como estaban en cualquier publicación anterior. No es un sitio oficial del IMSS.\n\n"
                + "Cada respuesta dice en qué publicación se leyó (`Icsoe-Publicacion`) y `permanente` es la misma consulta fijada a ella. "
                + "Los datos ausentes son nulos, nunca textos vacíos. Las enumeraciones de las respuestas pueden aumentar.\n\n"
                + "Los errores siguen el RFC 9457 (`application/problem+json`), en español, o en inglés con `Accept-Language: en`; "
                + "cada código se explica en `/v1/problemas`.",
            License = new() { Name = "MIT", Identifier = "MIT" },
        };

    // «Response» says nothing to a reader of the contract.
    private static string NombreDeEsquema(Type tipo)
    {
        var nombre = tipo.Name.Split('`')[0];
        if (nombre.EndsWith("Response", StringComparison.Ordinal))
            nombre = nombre[..^"Response".Length];
        return tipo.IsGenericType ? $"{nombre}De{string.Concat(tipo.GetGenericArguments().Select(NombreDeEsquema))}" : nombre;
    }
}

/// <summary>The document as served, made once.</summary>
public sealed class DocumentoOpenApi(IServiceScopeFactory ambitos)
{
    private readonly Lazy<byte[]> _bytes = new(() =>
    {
        using var ambito = ambitos.CreateScope();
        var documento = ambito.ServiceProvider.GetRequiredService<ISwaggerProvider>().GetSwagger("v1");
        using var texto = new StringWriter { NewLine = "\n" };
        documento.SerializeAsV31(new OpenApiJsonWriter(texto));
        return Encoding.UTF8.GetBytes(texto + "\n");
    });

    /// <summary>UTF-8 JSON, indented, with a final newline.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes.Value;
}
