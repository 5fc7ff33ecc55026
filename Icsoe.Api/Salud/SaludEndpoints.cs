using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen;
using Microsoft.Data.Sqlite;

namespace Icsoe.Api.Salud;

/// <summary><c>/salud</c>: for whoever runs the server.</summary>
public static class SaludEndpoints
{
    private static readonly string[] Metodos = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Not as other reads: these answer even when the store cannot be read.</summary>
    public static void MapSalud(this IEndpointRouteBuilder rutas)
    {
        rutas
            .MapMethods("/salud/vivo", Metodos, () => Responder("vivo", publicacion: null))
            .WithTags(Secciones.Salud)
            .WithMetadata(
                new Operacion("ConsultarSiVive", "Si el proceso responde.")
                {
                    Seccion = Secciones.Salud,
                    Descripcion = "Siempre 200 mientras el proceso está en pie.",
                    Respuesta = typeof(SaludResponse),
                    SinComprobaciones = true,
                }
            );
        rutas
            .MapMethods("/salud/listo", Metodos, Listo)
            .WithTags(Secciones.Salud)
            .WithMetadata(
                new Operacion("ConsultarSiEstaListo", "Si hay una publicación que servir.")
                {
                    Seccion = Secciones.Salud,
                    Descripcion = "503 mientras el almacén está vacío, y dice qué orden sigue.",
                    Respuesta = typeof(SaludResponse),
                    Problemas = [CatalogoDeProblemas.SinPublicaciones, CatalogoDeProblemas.AlmacenIlegible],
                    SinComprobaciones = true,
                }
            );
    }

    private static IResult Listo(AlmacenServido almacen)
    {
        try
        {
            return almacen.Actual().Vigente() is { } vigente
                ? Responder("listo", vigente.Id.ToString())
                : Problema.De(CatalogoDeProblemas.SinPublicaciones);
        }
        catch (Exception error) when (error is AlmacenException or SqliteException or IOException or UnauthorizedAccessException)
        {
            return Problema.De(CatalogoDeProblemas.AlmacenIlegible);
        }
    }

    private static RespuestaJson Responder(string estado, string? publicacion) =>
        new(
            IcsoeJson.Serializar(new SaludResponse { Estado = estado, Publicacion = publicacion }, IcsoeJson.Actual.SaludResponse),
            Vigencia.Ninguna
        );
}

/// <summary>Health of the server.</summary>
public sealed record SaludResponse
{
    [Campo("`vivo` o `listo`.", "listo", Crece = true)]
    public required string Estado { get; init; }

    [Campo("Publicación vigente.", "2026-06", Nulo = "Sólo se preguntó si el proceso vive.")]
    public required string? Publicacion { get; init; }
}
