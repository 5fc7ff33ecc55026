using Icsoe.Api.Reconciliacion;

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
        // Made to be shown inside another page: no frame but its own text and style.
        var vista = Politica(
            csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddStyleSrc().WithHash256(VistaPrevia.HuellaDelEstilo);
            },
            enMarcos: true
        );
        servicios
            .AddSecurityHeaderPolicies()
            .SetPolicySelector(contexto =>
                Es(contexto.HttpContext, "/swagger") ? pagina
                : Es(contexto.HttpContext, ReconciliacionEndpoints.RutaDeVistas) ? vista
                : datos
            );
        return servicios;

        static bool Es(HttpContext http, string ruta) => http.Request.Path.StartsWithSegments(ruta, StringComparison.OrdinalIgnoreCase);
    }

    private static HeaderPolicyCollection Politica(Action<CspBuilder> fuentes, bool enMarcos = false) =>
        (enMarcos ? new HeaderPolicyCollection() : new HeaderPolicyCollection().AddFrameOptionsDeny())
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
                if (enMarcos)
                    csp.AddFrameAncestors().From("*");
                else
                    csp.AddFrameAncestors().None();
                csp.AddBaseUri().None();
                csp.AddFormAction().None();
            });
}
