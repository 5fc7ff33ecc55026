using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Icsoe.Api.Documentacion;

/// <summary>Writes each field's meaning, example, nullability and known values from its <see cref="CampoAttribute"/>.</summary>
public sealed class CamposSchemaFilter : ISchemaFilter
{
    private readonly NullabilityInfoContext _nulabilidad = new();

    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema objeto)
            return;
        if (objeto.Properties is not { Count: > 0 } propiedades)
            return;
        foreach (var propiedad in context.Type.GetProperties())
        {
            var nombre = JsonNamingPolicy.SnakeCaseLower.ConvertName(propiedad.Name);
            if (propiedad.GetCustomAttribute<CampoAttribute>() is { } campo && propiedades.TryGetValue(nombre, out var esquema))
                propiedades[nombre] = campo.Alguno.Length > 0 ? UnoDe(campo, context) : Describir(esquema, campo, propiedad);
        }
        // Of an answer every property is always there: an absent datum is null. Of what is sent, nothing unknown is let through.
        var seEnvia = context.Type.Name.EndsWith("Request", StringComparison.Ordinal);
        objeto.Required = context
            .Type.GetProperties()
            .Where(propiedad => !seEnvia || !EsNulo(propiedad))
            .Select(propiedad => JsonNamingPolicy.SnakeCaseLower.ConvertName(propiedad.Name))
            .Where(propiedades.ContainsKey)
            .ToHashSet();
        objeto.AdditionalPropertiesAllowed = !seEnvia;
    }

    private static OpenApiSchema UnoDe(CampoAttribute campo, SchemaFilterContext context)
    {
        var alternativas = campo.Alguno.Select(tipo => context.SchemaGenerator.GenerateSchema(tipo, context.SchemaRepository));
        return new()
        {
            Description = DescripcionDe(campo),
            OneOf = campo.Nulo is null ? [.. alternativas] : [.. alternativas, new OpenApiSchema { Type = JsonSchemaType.Null }],
        };
    }

    private IOpenApiSchema Describir(IOpenApiSchema esquema, CampoAttribute campo, PropertyInfo propiedad)
    {
        var descripcion = DescripcionDe(campo);
        var nulo = EsNulo(propiedad);
        if (esquema is not OpenApiSchema propio)
        {
            // 3.1 lets a description stand beside a reference, but null only as an alternative to it.
            return nulo
                ? new OpenApiSchema { Description = descripcion, OneOf = [esquema, new OpenApiSchema { Type = JsonSchemaType.Null }] }
                : new OpenApiSchemaReference(((OpenApiSchemaReference)esquema).Reference.Id!) { Description = descripcion };
        }
        propio.Description = descripcion;
        propio.Type = nulo ? propio.Type | JsonSchemaType.Null : propio.Type & ~JsonSchemaType.Null;
        if (propio.Type is { } tipo && tipo.HasFlag(JsonSchemaType.Object))
            propio.AdditionalPropertiesAllowed = true;
        if (campo.Ejemplo is not null)
            propio.Examples = [EnJson(campo.Ejemplo, propiedad.PropertyType)];
        return propio;
    }

    private static string DescripcionDe(CampoAttribute campo)
    {
        var descripcion = campo.Descripcion;
        if (campo.Nulo is not null)
            descripcion += $" Nulo: {char.ToLower(campo.Nulo[0], CultureInfo.InvariantCulture)}{campo.Nulo[1..]}";
        if (campo.Valores is { } valores)
            descripcion +=
                $"\n\nValores conocidos, que pueden aumentar: {string.Join(", ", Enumeraciones.De(valores).Select(valor => $"`{valor.Valor}`"))}.";
        else if (campo.Crece)
            descripcion += "\n\nSus valores pueden aumentar.";
        return descripcion;
    }

    private bool EsNulo(PropertyInfo propiedad) =>
        Nullable.GetUnderlyingType(propiedad.PropertyType) is not null
        || _nulabilidad.Create(propiedad).ReadState == NullabilityState.Nullable;

    private static JsonNode EnJson(string ejemplo, Type tipo)
    {
        var real = Nullable.GetUnderlyingType(tipo) ?? tipo;
        var esTexto = real == typeof(string) || real == typeof(DateOnly) || real == typeof(DateTimeOffset);
        return esTexto ? JsonValue.Create(ejemplo) : JsonNode.Parse(ejemplo)!;
    }
}
