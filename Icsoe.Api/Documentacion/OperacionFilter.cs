using System.Globalization;
using System.Text.Json.Nodes;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Icsoe.Api.Documentacion;

/// <summary>Writes each operation from the <see cref="Operacion"/> that also checks its requests.</summary>
public sealed class OperacionFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var operacion = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<Operacion>().FirstOrDefault();
        if (operacion is null)
            return;
        operation.OperationId = operacion.Nombre;
        operation.Summary = operacion.Resumen;
        operation.Description = operacion.Descripcion;
        operation.Parameters =
        [
            .. operacion.DeRuta.Select(parametro => Parametro(parametro, ParameterLocation.Path)),
            .. operacion.DeConsulta.Select(parametro => Parametro(parametro, ParameterLocation.Query)),
        ];
        operation.RequestBody = operacion.Cuerpo is { } cuerpo ? Cuerpo(cuerpo, context) : null;
        operation.Responses = Respuestas(operacion, context);
    }

    private static OpenApiRequestBody Cuerpo(CuerpoDeSolicitud cuerpo, OperationFilterContext context) =>
        new()
        {
            Description = $"Hasta {cuerpo.Maximo} bytes.",
            Required = true,
            Content = cuerpo.Medios.ToDictionary(medio => medio, IOpenApiMediaType (medio) => Cuerpo(cuerpo, medio, context)),
        };

    private static OpenApiMediaType Cuerpo(CuerpoDeSolicitud cuerpo, string medio, OperationFilterContext context)
    {
        var binario = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
        if (medio == Operacion.Json && cuerpo.Tipo is { } tipo)
            return new()
            {
                Schema = context.SchemaGenerator.GenerateSchema(tipo, context.SchemaRepository),
                Example = JsonNode.Parse(cuerpo.Ejemplo),
            };
        if (medio == Formulario.Medio)
            return new()
            {
                Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>(DeCampos(cuerpo)) { [Formulario.Campo] = binario },
                    Required = new HashSet<string> { Formulario.Campo },
                    AdditionalPropertiesAllowed = false,
                },
            };
        if (medio == Formulario.MedioSinArchivo)
            return new()
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = DeCampos(cuerpo) },
                Example = new JsonObject { [cuerpo.Campos[0].Nombre] = cuerpo.Campos[0].Ejemplo },
            };
        return cuerpo.OtrosEjemplos.TryGetValue(medio, out var ejemplo)
            ? new()
            {
                Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Example = JsonValue.Create(ejemplo),
            }
            : new() { Schema = binario };
    }

    private static Dictionary<string, IOpenApiSchema> DeCampos(CuerpoDeSolicitud cuerpo) =>
        cuerpo.Campos.ToDictionary(
            campo => campo.Nombre,
            IOpenApiSchema (campo) =>
            {
                var esquema = Esquema(campo);
                esquema.Description = campo.Descripcion;
                return esquema;
            }
        );

    private static OpenApiParameter Parametro(Parametro parametro, ParameterLocation lugar)
    {
        var elemento = Esquema(parametro);
        return new()
        {
            Name = parametro.Nombre,
            In = lugar,
            Required = lugar == ParameterLocation.Path || parametro.Obligatorio,
            // What is parted by commas says so itself, and is no alternative.
            Description =
                parametro.Multiple && !parametro.PorComas
                    ? $"{parametro.Descripcion} Se puede repetir: equivale a «o»."
                    : parametro.Descripcion,
            Schema = parametro.Multiple
                ? new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Items = elemento,
                    MaxItems = Parametros.Parametro.ValoresMaximos,
                }
                : elemento,
            Style = parametro.Multiple ? ParameterStyle.Form : null,
            Explode = !parametro.PorComas,
            Example = parametro.Multiple ? new JsonArray(Ejemplo(parametro)) : Ejemplo(parametro),
        };
    }

    private static OpenApiSchema Esquema(Parametro parametro)
    {
        var entero = parametro.Clase == ClaseDeValor.Entero;
        var esquema = new OpenApiSchema
        {
            Type = entero ? JsonSchemaType.Integer : JsonSchemaType.String,
            Format =
                entero ? "int32"
                : parametro.Clase == ClaseDeValor.Fecha ? "date"
                : null,
            Minimum = parametro.Minimo?.ToString(CultureInfo.InvariantCulture),
            Maximum = parametro.Maximo?.ToString(CultureInfo.InvariantCulture),
            Pattern = parametro.Patron,
            Default = parametro.PorOmision is { } valor ? JsonValue.Create(valor) : null,
        };
        if (parametro.Valores.Count > 0 && !entero)
            esquema.Enum = [.. parametro.Valores.Select(texto => JsonValue.Create(texto))];
        else if (parametro.Clase == ClaseDeValor.Texto)
            (esquema.MinLength, esquema.MaxLength) = (1, parametro.Largo);
        return esquema;
    }

    private static JsonValue Ejemplo(Parametro parametro) =>
        parametro.Clase == ClaseDeValor.Entero ? JsonValue.Create(int.Parse(parametro.Ejemplo)) : JsonValue.Create(parametro.Ejemplo);

    private static OpenApiResponses Respuestas(Operacion operacion, OperationFilterContext context)
    {
        var respuestas = new SortedDictionary<string, OpenApiResponse>(StringComparer.Ordinal) { ["200"] = Exito(operacion, context) };
        if (operacion is { SinComprobaciones: false, Cuerpo: null })
            respuestas["304"] = new()
            {
                Description = "No cambió desde el ETag de If-None-Match.",
                Headers = Cabeceras.DeLectura(operacion),
            };
        if (operacion.EsArchivoSellado)
        {
            respuestas["206"] = new()
            {
                Description = "La parte del archivo que pide Range.",
                Headers = Cabeceras.DeLectura(operacion),
                Content = Binario(operacion.Tipos),
            };
        }
        foreach (var porEstado in operacion.TodosLosProblemas().Distinct().GroupBy(tipo => tipo.Estado))
            respuestas[porEstado.Key.ToString(CultureInfo.InvariantCulture)] = Error(porEstado, context);

        var ordenadas = new OpenApiResponses();
        foreach (var (estado, respuesta) in respuestas)
            ordenadas[estado] = respuesta;
        return ordenadas;
    }

    private static OpenApiResponse Exito(Operacion operacion, OperationFilterContext context) =>
        new()
        {
            Description = operacion.Resumen,
            Headers = Cabeceras.DeExito(operacion),
            Content = operacion.Respuesta is { } tipo
                ? new Dictionary<string, IOpenApiMediaType>(Binario(operacion.OtrosTipos))
                {
                    [operacion.TipoDeContenido] = new OpenApiMediaType
                    {
                        Schema = context.SchemaGenerator.GenerateSchema(tipo, context.SchemaRepository),
                        Example =
                            operacion.Ejemplo is not { } ejemplo ? null
                            : tipo == typeof(JsonObject) ? JsonNode.Parse(ejemplo)
                            : JsonValue.Create(ejemplo),
                    },
                }
                : Binario(operacion.Tipos),
        };

    private static OpenApiResponse Error(IEnumerable<TipoDeProblema> tipos, OperationFilterContext context)
    {
        var lista = tipos.ToList();
        var cuerpo = lista[0] switch
        {
            { Estado: StatusCodes.Status410Gone } => typeof(RetiradoResponse),
            var tipo when tipo == CatalogoDeProblemas.ConsultaDemasiadoAmplia => typeof(DemasiadoAmpliaResponse),
            _ => typeof(ProblemaResponse),
        };
        return new()
        {
            Description = string.Join("\n\n", lista.Select(tipo => $"`{tipo.Codigo}`: {tipo.Titulo.Es}")),
            Headers = lista[0].Estado == StatusCodes.Status429TooManyRequests ? Cabeceras.DeEspera() : null,
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                ["application/problem+json"] = new OpenApiMediaType
                {
                    Schema = context.SchemaGenerator.GenerateSchema(cuerpo, context.SchemaRepository),
                },
            },
        };
    }

    private static Dictionary<string, IOpenApiMediaType> Binario(IEnumerable<string> tipos) =>
        tipos.ToDictionary(
            tipo => tipo,
            IOpenApiMediaType (_) =>
                new OpenApiMediaType
                {
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" },
                }
        );
}
