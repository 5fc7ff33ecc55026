using Icsoe.Domain.Almacen;
using Microsoft.Data.Sqlite;

namespace Icsoe.Api.Problemas;

/// <summary>Gives what the framework refuses by itself (no route, no such method, a crash) the same shape as every problem.</summary>
public static class ProblemasDelServidor
{
    public static IApplicationBuilder UseProblemas(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Fallar, StatusCodeSelector = EstadoDe });
        return app.UseStatusCodePages(contexto =>
            DeEstado(contexto.HttpContext, contexto.HttpContext.Response.StatusCode).ExecuteAsync(contexto.HttpContext)
        );
    }

    private static int EstadoDe(Exception error) =>
        error switch
        {
            BadHttpRequestException mala => mala.StatusCode,
            // Not the program's fault nor the request's: the operator must look at the store.
            AlmacenException or SqliteException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

    private static Task Fallar(HttpContext http) => DeEstado(http, http.Response.StatusCode).ExecuteAsync(http);

    /// <summary>The problem of a status that the framework answers by itself, told of what was asked for.</summary>
    public static Problema DeEstado(HttpContext http, int estado)
    {
        var tipo = CatalogoDeProblemas.DeEstado(estado);
        if (tipo == CatalogoDeProblemas.RutaInexistente)
        {
            var ruta = http.Request.Path.Value ?? "";
            var visible = ruta.Length > 100 ? ruta[..100] + "…" : ruta;
            return new(
                tipo,
                new(
                    $"No hay nada en «{visible}»; /v1 enlaza todos los recursos.",
                    $"There is nothing at `{visible}`; /v1 links to every resource."
                )
            );
        }
        return tipo == CatalogoDeProblemas.MetodoNoPermitido
            ? new(
                tipo,
                new(
                    $"{http.Request.Method} no se admite aquí; se admite {http.Response.Headers.Allow}.",
                    $"{http.Request.Method} is not taken here; {http.Response.Headers.Allow} is."
                )
            )
            : Problema.De(tipo);
    }
}
