using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Api.Peticiones;

/// <summary>Maps the reads: each is a path, its contract and a handler.</summary>
public static class Lecturas
{
    // MapGet would answer HEAD with 405.
    private static readonly string[] Metodos = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps a read for GET and HEAD. The handler gets a request already checked against <paramref name="operacion"/>.</summary>
    public static void MapLectura(this IEndpointRouteBuilder rutas, string ruta, Operacion operacion, Func<Peticion, IResult> responder) =>
        rutas
            .MapMethods(ruta, Metodos, (HttpContext http) => Atender(http, operacion, responder, http.RequestAborted))
            .WithMetadata(operacion)
            .WithTags(operacion.Seccion);

    /// <summary>Checks a request, and answers it.</summary>
    /// <param name="aborto">Stops the question.</param>
    internal static IResult Atender(HttpContext http, Operacion operacion, Func<Peticion, IResult> responder, CancellationToken aborto)
    {
        if (operacion.Negocia && !operacion.Tipos.Any(tipo => Negociacion.Acepta(http.Request.Headers.Accept, tipo)))
            return Problema.De(CatalogoDeProblemas.FormatoNoDisponible);
        var (peticion, problema) = Peticion.Leer(http, operacion, aborto);
        if (problema is not null)
            return problema;
        try
        {
            return responder(peticion!);
        }
        catch (ConsultaDemasiadoAmpliaException error)
        {
            return Problema.DemasiadoAmplia(error.Acotar);
        }
    }
}
