using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Icsoe.Api.Documentacion;

/// <summary>Writes what each section is about, and puts the paths in the order of the sections.</summary>
public sealed class SeccionesFilter : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        // Said aloud: everything is anonymous.
        swaggerDoc.Security = [new OpenApiSecurityRequirement()];
        swaggerDoc.Tags = new HashSet<OpenApiTag>(
            Secciones.Todas.Select(seccion => new OpenApiTag { Name = seccion.Nombre, Description = seccion.Descripcion })
        );
        // As the explorer finds them they are in the order of the code's files.
        var orden = Secciones.Todas.Select(seccion => seccion.Nombre).ToList();
        var rutas = swaggerDoc
            .Paths.OrderBy(ruta => orden.IndexOf(SeccionDe(ruta.Value)))
            .ThenBy(ruta => ruta.Key, StringComparer.Ordinal)
            .ToList();
        swaggerDoc.Paths = [];
        foreach (var (ruta, operaciones) in rutas)
            swaggerDoc.Paths[ruta] = operaciones;
    }

    private static string SeccionDe(IOpenApiPathItem ruta) => ruta.Operations?.Values.FirstOrDefault()?.Tags?.FirstOrDefault()?.Name ?? "";
}
