using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;

namespace Icsoe.Api.Problemas;

/// <summary><c>/v1/problemas</c>: each error of this API explained.</summary>
public static class ProblemasEndpoints
{
    private static readonly Parametro<string> Codigo = new()
    {
        Nombre = "codigo",
        Descripcion = "Código del problema.",
        Ejemplo = CatalogoDeProblemas.ParametroDesconocido.Codigo,
        Lector = Lectores.Folio,
    };

    public static void MapProblemas(this IEndpointRouteBuilder rutas)
    {
        rutas.MapLectura(
            "/v1/problemas",
            new("ConsultarProblemas", "Los problemas con que puede responder esta API.")
            {
                Seccion = Secciones.Ayuda,
                Descripcion = "Cada código con su estado HTTP, su título y qué hacer, en español y en inglés.",
                Respuesta = typeof(Coleccion<TipoDeProblemaResponse>),
                DeConsulta = [TablaDeParametros.Publicacion],
            },
            peticion =>
                peticion.Coleccion(
                    [.. CatalogoDeProblemas.Todos.Select(tipo => TipoDeProblemaResponse.From(tipo, peticion))],
                    IcsoeJson.Actual.Problemas
                )
        );
        rutas.MapLectura(
            "/v1/problemas/{codigo}",
            new("ConsultarProblema", "Un problema explicado.")
            {
                Seccion = Secciones.Ayuda,
                Descripcion = "Es la dirección que cada error lleva en `type`.",
                Respuesta = typeof(TipoDeProblemaResponse),
                DeRuta = [Codigo],
                DeConsulta = [TablaDeParametros.Publicacion],
                Problemas = [CatalogoDeProblemas.ProblemaInexistente],
            },
            PorCodigo
        );
    }

    private static IResult PorCodigo(Peticion peticion)
    {
        var codigo = peticion.DeRuta("codigo");
        if (CatalogoDeProblemas.Buscar(codigo) is { } tipo)
            return peticion.Recurso(TipoDeProblemaResponse.From(tipo, peticion), IcsoeJson.Actual.TipoDeProblemaResponse);
        var validos = CatalogoDeProblemas.Todos.Select(conocido => conocido.Codigo).Order(StringComparer.Ordinal).ToList();
        return Problema.De([
            new(
                CatalogoDeProblemas.ProblemaInexistente,
                "codigo",
                codigo,
                CatalogoDeProblemas.ProblemaInexistente.Titulo,
                Distancia.MasParecido(codigo, validos),
                validos
            ),
        ]);
    }
}

/// <summary>A kind of problem, explained.</summary>
public sealed record TipoDeProblemaResponse
{
    [Campo("Código: no cambia nunca.", "PARAMETRO_DESCONOCIDO", Crece = true)]
    public required string Codigo { get; init; }

    [Campo("Dirección de esta explicación; la que cada error lleva en `type`.", "/v1/problemas/PARAMETRO_DESCONOCIDO")]
    public required string Url { get; init; }

    [Campo("Estado HTTP con que se responde.", "400")]
    public required int Estado { get; init; }

    [Campo("Título.")]
    public required TextoResponse Titulo { get; init; }

    [Campo("Por qué pasa y qué hacer.")]
    public required TextoResponse Explicacion { get; init; }

    [Campo("Publicación vigente o nombrada en la consulta.", "2026-06", Nulo = "Todavía no hay ninguna publicación.")]
    public required string? Publicacion { get; init; }

    public static TipoDeProblemaResponse From(TipoDeProblema tipo, Peticion peticion) =>
        new()
        {
            Codigo = tipo.Codigo,
            Url = tipo.Url,
            Estado = tipo.Estado,
            Titulo = new() { Es = tipo.Titulo.Es, En = tipo.Titulo.En },
            Explicacion = new() { Es = tipo.Explicacion.Es, En = tipo.Explicacion.En },
            Publicacion = peticion.Publicacion?.Id.ToString(),
        };
}

/// <summary>A sentence in two languages.</summary>
public sealed record TextoResponse
{
    [Campo("En español.", "La solicitud trae un parámetro que no existe.")]
    public required string Es { get; init; }

    [Campo("En inglés.", "The request has a parameter that does not exist.")]
    public required string En { get; init; }
}
