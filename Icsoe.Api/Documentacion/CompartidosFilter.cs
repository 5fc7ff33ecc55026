using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Icsoe.Api.Documentacion;

/// <summary>Writes each parameter, header and response that repeats once, among the components, and a reference wherever it is used.</summary>
public sealed class CompartidosFilter : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var operaciones = swaggerDoc.Paths.Values.SelectMany(ruta => ruta.Operations ?? []).Select(par => par.Value).ToList();
        var componentes = swaggerDoc.Components ??= new OpenApiComponents();
        // Headers first: two responses are the same if their headers are.
        Compartir(
            operaciones.SelectMany(operacion =>
                operacion.Responses!.Values.SelectMany(respuesta => Usos(respuesta.Headers, cabecera => cabecera, operacion))
            ),
            componentes.Headers ??= new Dictionary<string, IOpenApiHeader>(),
            nombre => new OpenApiHeaderReference(nombre, swaggerDoc)
        );
        Compartir(
            operaciones.SelectMany(operacion => Usos(operacion.Responses, estado => $"Respuesta{estado}", operacion)),
            componentes.Responses ??= new Dictionary<string, IOpenApiResponse>(),
            nombre => new OpenApiResponseReference(nombre, swaggerDoc)
        );
        Compartir(
            operaciones.SelectMany(Parametros),
            componentes.Parameters ??= new Dictionary<string, IOpenApiParameter>(),
            nombre => new OpenApiParameterReference(nombre, swaggerDoc)
        );
    }

    /// <summary>The first of each name takes it; another one adds the operation where it is first used, so that names stay as others come and go.</summary>
    private static void Compartir<T>(IEnumerable<Uso<T>> usos, IDictionary<string, T> compartidos, Func<string, T> referencia)
        where T : IOpenApiSerializable
    {
        foreach (var iguales in usos.GroupBy(uso => EnTexto(uso.Valor)).Where(grupo => grupo.Count() > 1))
        {
            var (primero, nombre) = (iguales.First(), iguales.First().Nombre);
            if (!compartidos.TryAdd(nombre, primero.Valor))
                compartidos.Add(nombre = $"{nombre}De{primero.Operacion}", primero.Valor);
            foreach (var uso in iguales)
                uso.Poner(referencia(nombre));
        }
    }

    private static List<Uso<T>> Usos<T>(IDictionary<string, T>? valores, Func<string, string> nombrar, OpenApiOperation operacion) =>
        [
            .. (valores ?? new Dictionary<string, T>()).Select(par => new Uso<T>(
                nombrar(par.Key),
                operacion.OperationId!,
                par.Value,
                otro => valores![par.Key] = otro
            )),
        ];

    private static List<Uso<IOpenApiParameter>> Parametros(OpenApiOperation operacion) =>
        [
            .. (operacion.Parameters ?? []).Select(
                (parametro, i) =>
                    new Uso<IOpenApiParameter>(parametro.Name!, operacion.OperationId!, parametro, otro => operacion.Parameters![i] = otro)
            ),
        ];

    private static string EnTexto(IOpenApiSerializable valor)
    {
        using var texto = new StringWriter();
        valor.SerializeAsV31(new OpenApiJsonWriter(texto));
        return texto.ToString();
    }

    /// <summary>Where something is written, and how to write another thing there.</summary>
    private sealed record Uso<T>(string Nombre, string Operacion, T Valor, Action<T> Poner);
}
