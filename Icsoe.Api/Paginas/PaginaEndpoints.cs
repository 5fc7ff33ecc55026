using Icsoe.Api.Configuracion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Microsoft.AspNetCore.WebUtilities;

namespace Icsoe.Api.Paginas;

/// <summary>The public page: what a person sees who types the server's address.</summary>
public static class PaginaEndpoints
{
    private static readonly string[] Metodos = [HttpMethods.Get, HttpMethods.Head];

    public static IServiceCollection AddPagina(this IServiceCollection servicios) =>
        servicios.AddSingleton<Recursos>().AddSingleton<Marco>();

    public static void MapPagina(this IEndpointRouteBuilder rutas)
    {
        foreach (var lista in Enum.GetValues<Lista>())
        {
            rutas.MapUna(PaginaDeListado.RutaDe(lista), PaginaDeListado.DeConsulta, peticion => PaginaDeListado.De(peticion, lista));
            rutas.MapUna(
                Oficiales.RutaDelAviso(lista),
                [],
                _ => DeTexto($"{Aviso.De(lista).Titulo}, {lista.Etiqueta()}", Oficiales.DelAviso(lista))
            );
        }
        rutas.MapUna(Oficiales.RutaDeSolventar, [], _ => DeTexto(Oficiales.TituloDeSolventar, Oficiales.DeSolventar()));
        foreach (var viva in PaginasVivas.Todas)
        {
            rutas.MapUna(
                $"/{viva.Parte}",
                viva.DeConsulta,
                peticion => viva.De(peticion, peticion.Http.RequestServices.GetRequiredService<Recursos>())
            );
        }
        rutas.MapMethods(Recursos.Ruta, Metodos, Recurso).WithMetadata(new EsDePagina()).ExcludeFromDescription();
    }

    /// <summary>A person who types an address where there is nothing gets a page that says so; a program gets its problem.</summary>
    public static void UsePagina(this IApplicationBuilder app) =>
        app.Use(
            (http, siguiente) =>
            {
                if (http.GetEndpoint() is null && EsDePersona(http.Request))
                    http.SetEndpoint(Extravio);
                return siguiente(http);
            }
        );

    private static readonly Endpoint Extravio = new(
        http =>
            http.RequestServices.GetRequiredService<Marco>()
                .Responder(
                    http,
                    http.RequestServices.GetRequiredService<AlmacenServido>().De(http),
                    DeProblema(ProblemasDelServidor.DeEstado(http, StatusCodes.Status404NotFound))
                )
                .ExecuteAsync(http),
        new(new EsDePagina()),
        "Extravío"
    );

    private static bool EsDePersona(HttpRequest solicitud) =>
        Metodos.Contains(solicitud.Method)
        && !solicitud.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase)
        && solicitud.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    private static void MapUna(this IEndpointRouteBuilder rutas, string ruta, Parametro[] deConsulta, Func<Peticion, Contenido> escribir)
    {
        var operacion = new Operacion("Pagina", "Página")
        {
            Seccion = "",
            Descripcion = "",
            Respuesta = null,
            DeConsulta = deConsulta,
        };
        rutas
            .MapMethods(ruta, Metodos, (HttpContext http, Marco marco) => Atender(http, marco, operacion, escribir))
            .WithMetadata(new EsDePagina())
            .ExcludeFromDescription();
    }

    private static IResult Atender(HttpContext http, Marco marco, Operacion operacion, Func<Peticion, Contenido> escribir)
    {
        // Links are shared with whatever others hang on them: here a parameter that is not ours is no error.
        http.Request.QueryString = Conocidos(http.Request.QueryString, operacion.DeConsulta);
        var estado = http.RequestServices.GetRequiredService<AlmacenServido>().De(http);
        var (peticion, problema) = Peticion.Leer(http, operacion, http.RequestAborted);
        return marco.Responder(http, estado, problema is null ? escribir(peticion!) : DeProblema(problema));
    }

    private static QueryString Conocidos(QueryString cadena, IReadOnlyList<Parametro> conocidos)
    {
        var limpia = QueryString.Empty;
        foreach (var par in new QueryStringEnumerable(cadena.Value))
        {
            var nombre = par.DecodeName().ToString();
            // A form sends its empty fields too.
            var valor = par.DecodeValue().Trim();
            if (!valor.IsEmpty && conocidos.Any(conocido => conocido.Nombre == nombre))
                limpia = limpia.Add(nombre, valor.ToString());
        }
        return limpia;
    }

    private static Contenido DeTexto(string titulo, Html texto) =>
        new()
        {
            Titulo = titulo,
            Descripcion = titulo,
            Seccion = Seccion.Listados,
            Cuerpo = Html.De($"""<article class="ancho texto"><h1>{titulo}</h1>{texto}</article>"""),
        };

    private static Contenido DeProblema(Problema problema) =>
        new()
        {
            Titulo = problema.Tipo.Titulo.Es,
            Descripcion = problema.Tipo.Titulo.Es,
            Seccion = null,
            NoIndexar = true,
            Estado = problema.Tipo.Estado,
            Cuerpo = Html.De(
                $"""<article class="ancho texto"><h1>{problema.Tipo.Titulo.Es}</h1><p>{problema.Detalle.Es}</p><p><a href="/">Ir al Listado Público</a></p></article>"""
            ),
        };

    private static IResult Recurso(Recursos recursos, string huella, string? nombre)
    {
        if (recursos.Buscar(nombre ?? "") is not var (bytes, tipo))
            return Problema.De(CatalogoDeProblemas.RutaInexistente);
        // A page kept from before an update asks for what there was then.
        return new RespuestaJson(bytes, recursos.EsVigente(huella) ? Vigencia.PorDigest : Vigencia.Ninguna, tipo);
    }
}
