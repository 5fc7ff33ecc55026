using Icsoe.Api.Configuracion;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Icsoe.Api.Peticiones;

/// <summary>
/// Answers that were asked for more than once, ready to be sent again, in bounded memory. Each is kept under the publication it was
/// made at, so that a new one makes the old ones forgotten without anything being told.
/// </summary>
public sealed class RespuestasGuardadas(IOptions<IcsoeOptions> opciones) : IDisposable
{
    /// <summary>What an answer takes beyond its body: its key, its headers and its place.</summary>
    private const int Aparte = 1024;

    /// <summary>Larger ones are seldom asked for twice and would push out many.</summary>
    private const int CuerpoMaximo = 256 * 1024;

    private readonly MemoryCache _guardadas = new(new MemoryCacheOptions { SizeLimit = opciones.Value.MemoriaDeRespuestas });

    /// <summary>Digests of what was asked for lately, by place: what was never asked for again is not worth keeping.</summary>
    private readonly int[] _vistas = new int[1 << 14];

    /// <summary>The answer kept under a key; null when there is none.</summary>
    public RespuestaGuardada? Buscar(string clave) => _guardadas.TryGetValue(clave, out RespuestaGuardada? guardada) ? guardada : null;

    /// <summary>Keeps an answer with the headers it was sent with, the second time that it is asked for.</summary>
    public void Guardar(string clave, CuerpoListo cuerpo, IHeaderDictionary cabeceras)
    {
        var huella = string.GetHashCode(clave, StringComparison.Ordinal);
        ref var vista = ref _vistas[huella & (_vistas.Length - 1)];
        if (vista != huella)
        {
            vista = huella;
            return;
        }
        if (cuerpo.Cuerpo.Length <= CuerpoMaximo)
            _guardadas.Set(
                clave,
                new RespuestaGuardada(cuerpo with { Cuerpo = cuerpo.Cuerpo.ToArray() }, cabeceras),
                new MemoryCacheEntryOptions { Size = cuerpo.Cuerpo.Length + (clave.Length * 2) + Aparte }
            );
    }

    public void Dispose() => _guardadas.Dispose();
}

/// <summary>An answer with every header that it was sent with.</summary>
public sealed class RespuestaGuardada(CuerpoListo cuerpo, IHeaderDictionary cabeceras)
{
    /// <summary>What is said anew each time: by the connection, or with the body.</summary>
    private static readonly HashSet<string> DeCadaVez = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Date,
        HeaderNames.Connection,
        HeaderNames.TransferEncoding,
        HeaderNames.ContentLength,
        HeaderNames.ContentType,
        HeaderNames.ContentEncoding,
    };

    private readonly KeyValuePair<string, StringValues>[] _cabeceras = [.. cabeceras.Where(cabecera => !DeCadaVez.Contains(cabecera.Key))];

    /// <inheritdoc cref="CuerpoListo.Tipo"/>
    public string Tipo => cuerpo.Tipo;

    public Task EnviarAsync(HttpContext http)
    {
        foreach (var (nombre, valor) in _cabeceras)
            http.Response.Headers[nombre] = valor;
        return cuerpo.EnviarAsync(http);
    }
}
