using Icsoe.Api.Configuracion;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Tiempo;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Icsoe.Api.Peticiones;

/// <summary>
/// Answers that were asked for more than once, ready to be sent again, in bounded memory. Each is kept under the publication it was
/// made at, so that a new one makes the old ones forgotten without anything being told.
/// </summary>
public sealed class RespuestasGuardadas(IOptions<IcsoeOptions> opciones, TimeProvider reloj) : IDisposable
{
    /// <summary>What an answer takes beyond its body: its key, its headers and its place.</summary>
    private const int Aparte = 1024;

    /// <summary>Larger ones are seldom asked for twice and would push out many.</summary>
    private const int CuerpoMaximo = 256 * 1024;

    private readonly MemoryCache _guardadas = new(new MemoryCacheOptions { SizeLimit = opciones.Value.MemoriaDeRespuestas });

    /// <summary>Digests of what was asked for lately, by place: what was never asked for again is not worth keeping.</summary>
    private readonly int[] _vistas = new int[1 << 14];

    /// <summary>What tells an answer from any other; null when this request's cannot be kept.</summary>
    public string? Clave(HttpContext http, AlmacenPublico almacen)
    {
        // Of what else may change an answer: the day, by the calendar, and the coding.
        var solicitud = http.Request;
        var codificacion = Negociacion.Codificacion(solicitud.Headers.AcceptEncoding);
        return almacen.Vigente() is { } vigente
            ? $"{(almacen.EsEjemplo ? 'e' : 'd')}{vigente.Secuencia}/{reloj.Hoy().DayNumber}/{codificacion}{solicitud.PathBase}{solicitud.Path}{solicitud.QueryString}"
            : null;
    }

    /// <summary>The answer kept under a key; null when there is none.</summary>
    public RespuestaLista? Buscar(string clave) => _guardadas.TryGetValue(clave, out RespuestaLista? guardada) ? guardada : null;

    /// <summary>Keeps an answer, the second time that it is asked for.</summary>
    public void Guardar(string clave, RespuestaLista respuesta)
    {
        var huella = string.GetHashCode(clave, StringComparison.Ordinal);
        ref var vista = ref _vistas[huella & (_vistas.Length - 1)];
        if (vista != huella)
        {
            vista = huella;
            return;
        }
        if (respuesta.Cuerpo.Length <= CuerpoMaximo)
            _guardadas.Set(clave, respuesta, new MemoryCacheEntryOptions { Size = respuesta.Cuerpo.Length + (clave.Length * 2) + Aparte });
    }

    public void Dispose() => _guardadas.Dispose();
}
