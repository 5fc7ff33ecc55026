using Icsoe.Api.Paginas;
using Icsoe.Api.Reconciliacion;

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
        // Made to be shown inside another page: no frame but its own text and style.
        var vista = Politica(
            csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddStyleSrc().WithHash256(VistaPrevia.HuellaDelEstilo);
            },
            enMarcos: true
        );
        servicios.AddSecurityHeaderPolicies(
            (politicas, provision) =>
            {
                var pagina = DePagina(provision.GetRequiredService<Recursos>().HuellaDelEstilo);
                politicas.SetPolicySelector(contexto =>
                    contexto.HttpContext.GetEndpoint()?.Metadata.GetMetadata<EsDePagina>() is not null ? pagina
                    : Es(contexto.HttpContext, "/swagger") ? swagger
                    : Es(contexto.HttpContext, ReconciliacionEndpoints.RutaDeVistas) ? vista
                    : datos
                );
            }
        );
        return servicios;

        static bool Es(HttpContext http, string ruta) => http.Request.Path.StartsWithSegments(ruta, StringComparison.OrdinalIgnoreCase);
    }

    private static HeaderPolicyCollection DePagina(string huellaDelEstilo) =>
        Politica(
            csp =>
            {
                csp.AddDefaultSrc().None();
                csp.AddScriptSrc().Self();
                csp.AddStyleSrc().WithHash256(huellaDelEstilo);
                csp.AddImgSrc().Self();
                csp.AddConnectSrc().Self();
            },
            conFormularios: true
        );

    private static HeaderPolicyCollection Politica(Action<CspBuilder> fuentes, bool conFormularios = false, bool enMarcos = false) =>
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
                if (conFormularios)
                    csp.AddFormAction().Self();
                else
                    csp.AddFormAction().None();
            });
}
