using System.Globalization;
using Icsoe.Api.Comandos;
using Icsoe.Api.Configuracion;
using Icsoe.Domain.Almacen;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

// Files and answers never depend on the machine's language; help and usage errors are in Spanish.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");

if (LineaDeOrdenes.EsOrden(args))
    return await LineaDeOrdenes.EjecutarAsync(args, Consola.DelProceso(), TimeProvider.System);

try
{
    var app = Servidor.Construir(args);
    await EjemploAlArrancar.PrepararAsync(app);
    await app.RunAsync();
    return LineaDeOrdenes.Hecho;
}
catch (OptionsValidationException error)
{
    foreach (var falla in error.Failures)
        await Console.Error.WriteLineAsync(falla);
    return LineaDeOrdenes.MalUso;
}
catch (AlmacenException error)
{
    await Console.Error.WriteLineAsync(error.Message);
    return LineaDeOrdenes.Rechazado;
}
catch (IOException error) when (error.InnerException is AddressInUseException)
{
    await Console.Error.WriteLineAsync(
        $"{error.Message} Otra cosa escucha en esa dirección: elige otra con --urls, como --urls http://localhost:5081."
    );
    return LineaDeOrdenes.Rechazado;
}
