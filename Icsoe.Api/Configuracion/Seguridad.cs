namespace Icsoe.Api.Configuracion;

/// <summary>Security headers: answers that are data load nothing; the documentation page loads only its own files.</summary>
public static class Seguridad
{
    public static IServiceCollection AddSeguridad(this IServiceCollection servicios)
    {
        var datos = Politica(csp => csp.AddDefaultSrc().None());
        var pagina = Politica(csp =>
        {
            csp.AddDefaultSrc().None();
            csp.AddScriptSrc().Self();
            csp.AddStyleSrc().Self().UnsafeInline();
            csp.AddImgSrc().Self().Data();
            csp.AddConnectSrc().Self();
            csp.AddFontSrc().Self();
        });
        servicios
            .AddSecurityHeaderPolicies()
            .SetPolicySelector(contexto =>
                contexto.HttpContext.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase) ? pagina : datos
            );
        return servicios;
    }

    private static HeaderPolicyCollection Politica(Action<CspBuilder> fuentes) =>
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
                csp.AddFormAction().None();
            });
}
