using Icsoe.Api.Configuracion;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Tiempo;
using Microsoft.Net.Http.Headers;

namespace Icsoe.Api.Problemas;

/// <summary>One thing wrong with a request.</summary>
/// <param name="Tipo">Which problem it is.</param>
/// <param name="Parametro">Its name, as sent; null when it is about no parameter.</param>
/// <param name="Valor">The value, as sent; null when there is none to show.</param>
/// <param name="Detalle">What is wrong with it.</param>
/// <param name="Sugerencia">What was probably meant; null when nothing comes near.</param>
/// <param name="Validos">What would be accepted; null when it cannot be listed.</param>
public sealed record ErrorDeSolicitud(
    TipoDeProblema Tipo,
    string? Parametro,
    string? Valor,
    Texto Detalle,
    string? Sugerencia = null,
    IReadOnlyList<string>? Validos = null
);

/// <summary>Where something that left the listings can still be read.</summary>
public sealed record UltimaAparicion(string Publicacion, string Enlace);

/// <summary>An occurrence of a problem: the one shape of every error answer (RFC 9457).</summary>
public sealed record Problema(TipoDeProblema Tipo, Texto Detalle) : IResult
{
    private const int ValorMostrado = 100;
    private const int ValorEnFrase = 60;

    /// <summary>A value as a sentence shows it: only its beginning when it is long.</summary>
    public static string Visible(string valor) => valor.Length > ValorEnFrase ? valor[..ValorEnFrase] + "…" : valor;

    /// <summary>Everything wrong with the request, at once.</summary>
    public IReadOnlyList<ErrorDeSolicitud> Errores { get; init; } = [];

    /// <summary>Only for a 410.</summary>
    public UltimaAparicion? UltimaAparicion { get; init; }

    /// <summary>Only for what was taken out of every publication.</summary>
    public RetiroResponse? Retiro { get; init; }

    /// <summary>The problem of what was taken out of every publication.</summary>
    /// <param name="nombre">What it is, with its article: «El folio».</param>
    public static Problema DeRetiro((Retiro Retiro, Publicacion Publicacion) de, string parametro, Texto nombre, string valor)
    {
        var (tipo, dia) = (CatalogoDeProblemas.InformacionRetirada, HoraDeMexico.Dia(de.Publicacion.SelladaEn));
        var visible = Visible(valor);
        return new(
            tipo,
            new(
                $"{nombre.Es} «{visible}» se retiró de todas las publicaciones el {dia:yyyy-MM-dd}, en la {de.Publicacion.Id}: {de.Retiro.Motivo}",
                $"{nombre.En} `{visible}` was taken out of every publication on {dia:yyyy-MM-dd}, in {de.Publicacion.Id}: {de.Retiro.Motivo}"
            )
        )
        {
            Errores = [new(tipo, parametro, valor, tipo.Titulo)],
            Retiro = RetiroResponse.From(de.Retiro, de.Publicacion),
        };
    }

    /// <summary>Only for a query that costs too much: parameters that would narrow it.</summary>
    public IReadOnlyList<string>? Acotar { get; init; }

    /// <summary>The problem of a query that would take more work than one request may cost.</summary>
    public static Problema DemasiadoAmplia(IReadOnlyList<string> acotar)
    {
        var tipo = CatalogoDeProblemas.ConsultaDemasiadoAmplia;
        var filtros = string.Join(", ", acotar);
        return new(
            tipo,
            acotar is []
                ? tipo.Explicacion
                : new(
                    $"Responderla costaría más trabajo del que admite una solicitud. Acótala con: {filtros}.",
                    $"Answering it would take more work than one request may cost. Narrow it with: {filtros}."
                )
        )
        {
            Acotar = acotar,
        };
    }

    /// <summary>A problem without more detail than its explanation.</summary>
    public static Problema De(TipoDeProblema tipo) => new(tipo, tipo.Explicacion);

    /// <summary>The problem of one or several errors; never of none.</summary>
    public static Problema De(IReadOnlyList<ErrorDeSolicitud> errores) =>
        errores is [var unico]
            ? new(unico.Tipo, unico.Detalle) { Errores = errores }
            : new(
                // Several errors of one kind keep its code; different kinds take the common one.
                errores.All(error => error.Tipo == errores[0].Tipo)
                    ? errores[0].Tipo
                    : CatalogoDeProblemas.ParametrosInvalidos,
                new(
                    $"La solicitud tiene {errores.Count} errores; «errores» los trae todos.",
                    $"The request has {errores.Count} errors; `errores` holds them all."
                )
            )
            {
                Errores = errores,
            };

    /// <summary>The problem of a file that is refused whole, with its row and column; without the name of a file that nobody gave one.</summary>
    public static Problema De(LecturaException error)
    {
        var (fila, columna) = (
            error.Fila is { } numero ? $"fila {numero}" : null,
            error.Columna is { } nombre ? $"columna «{nombre}»" : null
        );
        var lugar = string.Join(", ", new[] { fila, columna }.OfType<string>());
        // It may quote what was written.
        var motivo = Enmascarado.Enmascarar(error.Motivo, out _);
        var detalle = new Texto(
            $"{(lugar.Length == 0 ? "" : $"En la {lugar}: ")}{motivo}",
            $"The file is refused whole. In Spanish: {(lugar.Length == 0 ? "" : $"{lugar}: ")}{motivo}"
        );
        var tipo = CatalogoDeProblemas.ArchivoIlegible;
        return new(tipo, detalle) { Errores = [new(tipo, lugar.Length == 0 ? null : lugar, null, detalle)] };
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var respuesta = httpContext.Response;
        var idioma = Negociacion.Idioma(httpContext.Request.Headers.AcceptLanguage);
        ReadOnlyMemory<byte> cuerpo = EnBytes(idioma);

        respuesta.StatusCode = Tipo.Estado;
        respuesta.ContentType = "application/problem+json";
        if (cuerpo.Length > Compresion.Umbral && Negociacion.Codificacion(httpContext.Request.Headers.AcceptEncoding) is { } codificacion)
        {
            cuerpo = Compresion.Comprimir(cuerpo.Span, codificacion);
            respuesta.Headers.ContentEncoding = codificacion;
        }
        respuesta.ContentLength = cuerpo.Length;
        respuesta.Headers.ContentLanguage = idioma;
        respuesta.Headers.CacheControl = "no-store";
        respuesta.Headers.Append(HeaderNames.Vary, $"{HeaderNames.AcceptLanguage}, {HeaderNames.AcceptEncoding}");
        respuesta.Headers.Remove(HeaderNames.ETag);
        if (UltimaAparicion is { } ultima)
            respuesta.Headers.Append(HeaderNames.Link, $"<{ultima.Enlace}>; rel=\"predecessor-version\"");
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await respuesta.Body.WriteAsync(cuerpo, httpContext.RequestAborted);
    }

    private byte[] EnBytes(string idioma)
    {
        var errores = Errores
            .Select(error => new ErrorResponse
            {
                Codigo = error.Tipo.Codigo,
                Parametro = Recortar(error.Parametro),
                Valor = Recortar(error.Valor),
                Detalle = error.Detalle.Elegir(idioma),
                Sugerencia = error.Sugerencia,
                Validos = error.Validos,
            })
            .ToList();
        var (titulo, detalle) = (Tipo.Titulo.Elegir(idioma), Detalle.Elegir(idioma));
        if (UltimaAparicion is not null || Retiro is not null)
        {
            return IcsoeJson.Serializar(
                new RetiradoResponse
                {
                    Type = Tipo.Url,
                    Title = titulo,
                    Status = Tipo.Estado,
                    Detail = detalle,
                    Codigo = Tipo.Codigo,
                    Errores = errores,
                    UltimaPublicacion = UltimaAparicion?.Publicacion,
                    Enlace = UltimaAparicion?.Enlace,
                    Retiro = Retiro,
                },
                IcsoeJson.Actual.RetiradoResponse
            );
        }
        if (Acotar is { } acotar)
        {
            return IcsoeJson.Serializar(
                new DemasiadoAmpliaResponse
                {
                    Type = Tipo.Url,
                    Title = titulo,
                    Status = Tipo.Estado,
                    Detail = detalle,
                    Codigo = Tipo.Codigo,
                    Errores = errores,
                    Acotar = acotar,
                },
                IcsoeJson.Actual.DemasiadoAmpliaResponse
            );
        }
        return IcsoeJson.Serializar(
            new ProblemaResponse
            {
                Type = Tipo.Url,
                Title = titulo,
                Status = Tipo.Estado,
                Detail = detalle,
                Codigo = Tipo.Codigo,
                Errores = errores,
            },
            IcsoeJson.Actual.ProblemaResponse
        );
    }

    // An answer does not echo half a megabyte back, nor cut an emoji in two.
    private static string? Recortar(string? valor) =>
        valor is not { Length: > ValorMostrado }
            ? valor
            : string.Concat(valor.AsSpan(0, char.IsHighSurrogate(valor[ValorMostrado - 1]) ? ValorMostrado - 1 : ValorMostrado), "…");
}
