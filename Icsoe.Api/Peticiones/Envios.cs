using System.Globalization;
using Icsoe.Api.Parametros;
using Icsoe.Api.Problemas;
using Microsoft.Net.Http.Headers;

namespace Icsoe.Api.Peticiones;

/// <summary>The body that a question asked by POST takes.</summary>
/// <param name="Maximo">Bytes at most.</param>
/// <param name="Medios">Media types, the first the usual one; a form brings one of the others as a file.</param>
public sealed record CuerpoDeSolicitud(int Maximo, IReadOnlyList<string> Medios)
{
    /// <summary>Type that describes its JSON; null when it takes none.</summary>
    public required Type? Tipo { get; init; }

    /// <summary>One of the first media type that is answered with a 200.</summary>
    public required string Ejemplo { get; init; }

    /// <summary>Fields that a form may bring, beside its file when it has one: what an address should not carry.</summary>
    public IReadOnlyList<Parametro> Campos { get; init; } = [];

    /// <summary>One of each other media type that is text.</summary>
    public IReadOnlyDictionary<string, string> OtrosEjemplos { get; init; } = new Dictionary<string, string>();
}

/// <summary>The body of a request.</summary>
/// <param name="Medio">Its media type, as <see cref="CuerpoDeSolicitud.Medios"/> writes it; of a form, that of its file.</param>
/// <param name="Bytes">All of it, and only in memory.</param>
/// <param name="Nombre">How the sender calls the file; null for a body that is no form.</param>
/// <param name="Campos">The other fields of its form, as a query string has them; empty when there are none.</param>
public sealed record Envio(string Medio, ReadOnlyMemory<byte> Bytes, string? Nombre = null, string Campos = "");

/// <summary>
/// Maps the questions asked by POST. What is sent with them lives as long as its request: it is never stored, logged nor put on disk, and
/// no answer to it may be kept.
/// </summary>
public static class Envios
{
    /// <summary>Bytes that are received without a turn, so that who sends little does not wait for who sends much and slowly.</summary>
    public const int SinTurno = 64 * 1024;

    private const int Trozo = 16 * 1024;

    /// <summary>Maps a POST. The handler gets a request already checked against <paramref name="operacion"/>, with its body.</summary>
    public static void MapEnvio(
        this IEndpointRouteBuilder rutas,
        string ruta,
        Operacion operacion,
        Func<Peticion, Envio, IResult> responder
    ) =>
        rutas
            // Not a RequestDelegate, which would drop the result.
            .MapPost(ruta, (Delegate)((HttpContext http) => AtenderAsync(http, operacion, responder)))
            .WithMetadata(operacion)
            .WithTags(operacion.Seccion);

    /// <summary>Maps a read that, with a query, costs as much as a question asked by POST: then it takes a turn as those do.</summary>
    public static void MapPregunta(this IEndpointRouteBuilder rutas, string ruta, Operacion operacion, Func<Peticion, IResult> responder) =>
        rutas
            .MapMethods(
                ruta,
                [HttpMethods.Get, HttpMethods.Head],
                (Delegate)(
                    (HttpContext http) =>
                        http.Request.QueryString.HasValue
                            ? PreguntarAsync(http, operacion, responder)
                            : Task.FromResult(Lecturas.Atender(http, operacion, responder, http.RequestAborted))
                )
            )
            .WithMetadata(operacion)
            .WithTags(operacion.Seccion);

    private static async Task<IResult> AtenderAsync(HttpContext http, Operacion operacion, Func<Peticion, Envio, IResult> responder)
    {
        var cuerpo = operacion.Cuerpo!;
        if (MedioDe(http.Request, cuerpo) is not { } medio)
            return TipoNoAdmitido(http.Request.ContentType, cuerpo);
        if (http.Request.ContentLength > cuerpo.Maximo)
            return DemasiadoGrande(cuerpo);
        var turnos = http.RequestServices.GetRequiredService<TurnosDeEnvios>();
        using var turno = turnos.Nuevo();
        var (bytes, problema) = await RecibirAsync(http, cuerpo, turnos, turno);
        if (problema is not null)
            return problema;
        return await TrabajarAsync(
            http,
            turnos,
            turno,
            fin =>
            {
                var (envio, mal) =
                    medio == Formulario.Medio
                        ? Formulario.Leer(http.Request.ContentType, bytes, cuerpo, fin)
                        : (new Envio(medio, bytes), null);
                return mal ?? Lecturas.Atender(http, operacion, peticion => responder(peticion, envio!), fin);
            }
        );
    }

    private static async Task<IResult> PreguntarAsync(HttpContext http, Operacion operacion, Func<Peticion, IResult> responder)
    {
        var turnos = http.RequestServices.GetRequiredService<TurnosDeEnvios>();
        using var turno = turnos.Nuevo();
        return await TrabajarAsync(http, turnos, turno, fin => Lecturas.Atender(http, operacion, responder, fin));
    }

    /// <summary>Works with a turn and within its time, on a thread of its own: reads take those of the pool.</summary>
    private static async Task<IResult> TrabajarAsync(
        HttpContext http,
        TurnosDeEnvios turnos,
        TurnosDeEnvios.Turno turno,
        Func<CancellationToken, IResult> trabajo
    )
    {
        if (!turno.Trabajar())
            return SinTurnos(http, turnos, turno);
        using var fin = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, turno.Vencido);
        IResult respuesta;
        try
        {
            respuesta = await Task.Factory.StartNew(
                () => trabajo(fin.Token),
                fin.Token,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            );
        }
        catch (OperationCanceledException) when (turno.Vencido.IsCancellationRequested && !http.RequestAborted.IsCancellationRequested)
        {
            return Problema.DemasiadoAmplia([]);
        }
        // Who does not take an answer would keep it in memory without a turn.
        turno.Enviar();
        await using var corte = turno.Vencido.Register(http.Abort);
        await respuesta.ExecuteAsync(http);
        return Results.Empty;
    }

    private static async Task<(ReadOnlyMemory<byte> Bytes, Problema? Problema)> RecibirAsync(
        HttpContext http,
        CuerpoDeSolicitud cuerpo,
        TurnosDeEnvios turnos,
        TurnosDeEnvios.Turno turno
    )
    {
        var recibido = new MemoryStream();
        using var prisa = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, turno.Vencido);
        var trozo = new byte[Trozo];
        var conTurno = false;
        try
        {
            int leidos;
            while ((leidos = await http.Request.Body.ReadAsync(trozo, prisa.Token)) > 0)
            {
                if (recibido.Length + leidos > cuerpo.Maximo)
                    return (default, DemasiadoGrande(cuerpo));
                if (!conTurno && recibido.Length + leidos > SinTurno && !(conTurno = turno.Recibir()))
                    return (default, SinTurnos(http, turnos, turno));
                recibido.Write(trozo, 0, leidos);
            }
            return (recibido.GetBuffer().AsMemory(0, (int)recibido.Length), null);
        }
        // Too slow, or cut short: no fault of the program's, so it is not logged as one.
        catch (BadHttpRequestException error)
        {
            return (default, Problema.De(CatalogoDeProblemas.DeEstado(error.StatusCode)));
        }
        catch (OperationCanceledException) when (!http.RequestAborted.IsCancellationRequested)
        {
            return (default, Problema.De(CatalogoDeProblemas.CuerpoDemasiadoLento));
        }
    }

    private static Problema SinTurnos(HttpContext http, TurnosDeEnvios turnos, TurnosDeEnvios.Turno turno)
    {
        http.Response.Headers.RetryAfter = turnos.Espera(turno.Grande).ToString(CultureInfo.InvariantCulture);
        return Problema.De(CatalogoDeProblemas.DemasiadasSolicitudes);
    }

    private static string? MedioDe(HttpRequest solicitud, CuerpoDeSolicitud cuerpo) =>
        MediaTypeHeaderValue.TryParse(solicitud.ContentType, out var tipo)
        && (!tipo.Charset.HasValue || HeaderUtilities.RemoveQuotes(tipo.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        && solicitud.Headers.ContentEncoding is [] or ["identity"]
            ? cuerpo.Medios.FirstOrDefault(medio => tipo.MediaType.Equals(medio, StringComparison.OrdinalIgnoreCase))
            : null;

    /// <summary>The problem of a body, or of a file in a form, that is of none of the media types that are taken.</summary>
    internal static Problema TipoNoAdmitido(string? dicho, CuerpoDeSolicitud cuerpo)
    {
        var (tipo, medios) = (CatalogoDeProblemas.TipoDeCuerpoNoAdmitido, string.Join(", ", cuerpo.Medios));
        var detalle = new Texto(
            $"El cuerpo se envía como {medios}, en UTF-8 y sin comprimir; Content-Type lo dice.",
            $"The body is sent as {medios}, in UTF-8 and uncompressed; Content-Type says so."
        );
        return new(tipo, detalle) { Errores = [new(tipo, HeaderNames.ContentType, dicho, detalle, Validos: cuerpo.Medios)] };
    }

    private static Problema DemasiadoGrande(CuerpoDeSolicitud cuerpo) =>
        new(
            CatalogoDeProblemas.CuerpoDemasiadoGrande,
            new($"El cuerpo admite hasta {cuerpo.Maximo} bytes.", $"The body takes up to {cuerpo.Maximo} bytes.")
        );
}
