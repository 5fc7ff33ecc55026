using System.Globalization;
using Icsoe.Api.Comandos;
using Icsoe.Api.Configuracion;

// Files and answers never depend on the machine's language; help and usage errors are in Spanish.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");

if (LineaDeOrdenes.EsOrden(args))
    return await LineaDeOrdenes.EjecutarAsync(args, Consola.DelProceso(), TimeProvider.System);

var app = Servidor.Construir(args);
await EjemploAlArrancar.PrepararAsync(app);
await app.RunAsync();
return 0;
