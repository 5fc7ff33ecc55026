using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Publicaciones;
using Microsoft.Extensions.Options;

namespace Icsoe.Api.Configuracion;

/// <summary>
/// Which store each request reads: <c>datos/</c>; in Development, the sample beside it while <c>datos/</c> has no publication.
/// </summary>
public sealed class AlmacenServido : IDisposable
{
    private readonly AlmacenPublico _datos;
    private readonly AlmacenPublico? _ejemplo;
    private volatile bool _hayDatos;

    public AlmacenServido(IOptions<IcsoeOptions> opciones, IHostEnvironment entorno)
    {
        _datos = new AlmacenPublico(opciones.Value.RutaDatos);
        _ejemplo = entorno.IsDevelopment() ? new AlmacenPublico(opciones.Value.RutaEjemplo) : null;
    }

    /// <summary>What a request reads, worked out when first asked for: a publication sealed meanwhile is for the next one.</summary>
    public EstadoServido De(HttpContext http)
    {
        if (http.Features.Get<EstadoServido>() is { } sabido)
            return sabido;
        var almacen = Actual();
        var vigente = almacen.Vigente();
        var estado = new EstadoServido(almacen, vigente, vigente is not null && almacen.EsEjemplo);
        http.Features.Set(estado);
        return estado;
    }

    /// <summary>The store that is served now.</summary>
    public AlmacenPublico Actual()
    {
        if (_ejemplo is null || HayDatos())
            return _datos;
        return _ejemplo.Vigente() is null ? _datos : _ejemplo;
    }

    public void Dispose()
    {
        _datos.Dispose();
        _ejemplo?.Dispose();
    }

    // A publication is never undone, so once there is one the question need not be asked again.
    private bool HayDatos() => _hayDatos || (_hayDatos = _datos.Vigente() is not null);
}

/// <summary>What one request reads.</summary>
/// <param name="Vigente">The current publication; null while nothing was sealed.</param>
/// <param name="EsEjemplo">Whether it is the fictitious sample.</param>
public sealed record EstadoServido(AlmacenPublico Almacen, Publicacion? Vigente, bool EsEjemplo);
