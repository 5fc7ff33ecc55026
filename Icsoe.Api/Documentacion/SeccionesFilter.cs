using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Icsoe.Api.Documentacion;

/// <summary>Writes what each section is about.</summary>
public sealed class SeccionesFilter : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Tags = new HashSet<OpenApiTag>(
            Secciones.Todas.Select(seccion => new OpenApiTag { Name = seccion.Nombre, Description = seccion.Descripcion })
        );
    }
}
