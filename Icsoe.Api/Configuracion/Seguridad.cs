namespace Icsoe.Api.Configuracion;

/// <summary>Security headers: answers that are data load nothing; the pages load only their own files, and none runs what is written within it.</summary>
public static class Seguridad
{
    public static IServiceCollection AddSeguridad(this IServiceCollection servicios)
    {
        var datos = Politica(csp => csp.AddDefaultSrc().None());
        var swagger = Politica(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddScriptSrc().Self();
            csp.AddStyleSrc().Self().UnsafeInline();
            csp.AddImgSrc().Self().Data();
            csp.AddConnectSrc().Self();
            csp.AddFontSrc().Self();
        });
        var pagina = Politica(
            csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self();
                csp.AddStyleSrc().Self();
                csp.AddImgSrc().Self();
                csp.AddConnectSrc().Self();
            },
            conFormularios: true
        );
        servicios
            .AddSecurityHeaderPolicies()
            .SetPolicySelector(contexto =>
                contexto.HttpContext.GetEndpoint()?.Metadata.GetMetadata<EsDePagina>() is not null ? pagina
                : contexto.HttpContext.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase) ? swagger
                : datos
            );
        return servicios;
    }

    private static HeaderPolicyCollection Politica(Action<CspBuilder> fuentes, bool conFormularios = false) =>
        new HeaderPolicyCollection()
            .AddFrameOptionsDeny()
            .AddContentTypeOptionsNoSniff()
            .AddReferrerPolicyNoReferrer()
            // Anyone may embed the data: it is as public as its CORS says.
            .AddCrossOriginResourcePolicy(politica => politica.CrossOrigin())
            .AddCrossOriginOpenerPolicy(politica => politica.SameOrigin())
            .AddStrictTransportSecurityMaxAge()
            .RemoveServerHeader()
            .AddContentSecurityPolicy(csp =>
            {
                fuentes(csp);
                csp.AddFrameAncestors().None();
                csp.AddBaseUri().None();
                if (conFormularios)
                    csp.AddFormAction().Self();
                else
                    csp.AddFormAction().None();
            });
}
