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
        if (_ejemplo is null || _hayDatos)
            return _datos;
        if (_datos.Vigente() is not null)
        {
            // A publication is never undone, so the question need not be asked again.
            _hayDatos = true;
            return _datos;
        }
        return _ejemplo.Vigente() is null ? _datos : _ejemplo;
    }

    public void Dispose()
    {
        _datos.Dispose();
        _ejemplo?.Dispose();
    }
}
