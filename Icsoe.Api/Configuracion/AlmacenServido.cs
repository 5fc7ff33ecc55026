using Icsoe.Domain.Almacen.Publico;
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

    /// <summary>The store of this request: ask once and keep it.</summary>
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
