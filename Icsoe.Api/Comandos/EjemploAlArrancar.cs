using Icsoe.Api.Configuracion;
using Icsoe.Domain.Almacen;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Muestra;
using Microsoft.Extensions.Options;

namespace Icsoe.Api.Comandos;

/// <summary>
/// In Development, and only while there is nothing of one's own to serve, the sample's store is made before the host starts:
/// from then on the process has no code path that writes.
/// </summary>
internal static partial class EjemploAlArrancar
{
    public static async Task PrepararAsync(WebApplication app)
    {
        // Read even where there is no sample to make: wrong settings are told before the host complains at length.
        var opciones = app.Services.GetRequiredService<IOptions<IcsoeOptions>>().Value;
        // A store of another version is refused here, in one sentence, and not at the first request.
        bool hayDatos;
        using (var datos = new AlmacenPublico(opciones.RutaDatos))
            hayDatos = datos.Vigente() is not null;
        if (hayDatos || !app.Environment.IsDevelopment())
            return;
        try
        {
            await AlmacenDeMuestra.AsegurarAsync(opciones.RutaEjemplo, app.Lifetime.ApplicationStopping);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or AlmacenException)
        {
            SinEjemplo(app.Logger, opciones.RutaEjemplo, error.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No se pudo preparar el ejemplo en {Directorio}: {Motivo}")]
    private static partial void SinEjemplo(ILogger registro, string directorio, string motivo);
}
