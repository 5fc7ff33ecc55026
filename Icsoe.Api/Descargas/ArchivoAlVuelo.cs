using System.Globalization;
using System.IO.Hashing;
using System.Text;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;
using Microsoft.Net.Http.Headers;

namespace Icsoe.Api.Descargas;

/// <summary>
/// A file that is written as it is read, a few rows at a time, so that no read of the store lasts long and memory does not grow with it. One
/// that fails half way breaks the connection: it can never pass for whole.
/// </summary>
public abstract class ArchivoAlVuelo(Peticion peticion) : IResult
{
    // What a reader must take within the patience of a turn: some 2 kB a second.
    private const int Trozo = 64 * 1024;

    protected Peticion Peticion { get; } = peticion;

    /// <summary>Name that a person saves it under.</summary>
    protected abstract string Nombre { get; }

    /// <summary>Media type.</summary>
    protected abstract string Tipo { get; }

    /// <summary>What else its bytes follow from, beside the address: the way its rows are written.</summary>
    protected abstract string Version { get; }

    /// <summary>Lists whose rows it may have.</summary>
    protected abstract IEnumerable<Lista> Listas { get; }

    /// <summary>How much of it is written, from 0 to 1; 0 while nobody knows.</summary>
    protected virtual double Avance => 0;

    /// <summary>Looks at the question before the first byte; what is wrong with it, or null.</summary>
    protected abstract Problema? Empezar(HttpResponse respuesta);

    /// <summary>Writes the next rows, with what comes before the first; false after the last.</summary>
    protected abstract bool Seguir(EscritorDeJson salida);

    /// <summary>After the last byte.</summary>
    protected virtual void Terminar(HttpResponse respuesta) { }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var respuesta = httpContext.Response;
        var listas = Listas.ToList();
        // What was taken out of the store changes what an address says.
        var version = $"{Peticion.Permanente}#{Version}#{Peticion.Almacen.UltimoRetiro}";
        respuesta.Headers.ETag = $"\"{Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(version)))}\"";
        respuesta.Headers.CacheControl = Peticion.Fijada ? Vigencia.Fijada : Vigencia.Actual;
        respuesta.Headers.ContentDisposition = $"attachment; filename=\"{Nombre}\"";
        respuesta.Headers.Append(HeaderNames.Link, Peticion.EnlacesDeAviso(listas).ToArray());
        if (listas.Contains(Lista.Inconsistente) || Peticion.EsEstadoAnterior)
            respuesta.Headers["X-Robots-Tag"] = "noindex";
        if (httpContext.Request.Headers.IfNoneMatch.ToString().Contains(respuesta.Headers.ETag.ToString(), StringComparison.Ordinal))
        {
            respuesta.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var turnos = httpContext.RequestServices.GetRequiredService<TurnosDeArchivos>();
        using var turno = turnos.Tomar(() => Avance);
        if (turno is null)
        {
            respuesta.Headers.RetryAfter = Math.Ceiling(turnos.Espera().TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await EnLugarDelArchivo(httpContext, Problema.De(CatalogoDeProblemas.DemasiadasSolicitudes));
            return;
        }
        respuesta.ContentType = Tipo;
        if (Empezar(respuesta) is { } problema)
        {
            await EnLugarDelArchivo(httpContext, problema);
            return;
        }
        if (HttpMethods.IsHead(httpContext.Request.Method))
            return;
        try
        {
            using var bufer = new EscritorDeJson();
            using var prisa = CancellationTokenSource.CreateLinkedTokenSource(Peticion.Aborto);
            bool quedan;
            do
            {
                quedan = Seguir(bufer);
                for (var enviados = 0; enviados < bufer.Escritos; enviados += Trozo)
                {
                    prisa.CancelAfter(turnos.Paciencia);
                    await respuesta.Body.WriteAsync(bufer.Entre(enviados, Math.Min(enviados + Trozo, bufer.Escritos)), prisa.Token);
                }
                prisa.CancelAfter(Timeout.InfiniteTimeSpan);
                bufer.Vaciar();
            } while (quedan);
            Terminar(respuesta);
        }
        // What was sent is no whole file, and must not end as one. That somebody left, or stood still, is nobody's failure.
        catch (OperationCanceledException) when (respuesta.HasStarted)
        {
            httpContext.Abort();
        }
        catch when (respuesta.HasStarted)
        {
            httpContext.Abort();
            throw;
        }
    }

    private static Task EnLugarDelArchivo(HttpContext http, Problema problema)
    {
        foreach (var propia in (string[])[HeaderNames.ContentDisposition, HeaderNames.ETag, "X-Robots-Tag"])
            http.Response.Headers.Remove(propia);
        return problema.ExecuteAsync(http);
    }
}
