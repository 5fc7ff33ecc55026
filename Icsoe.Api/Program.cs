using System.Globalization;
using Icsoe.Api.Comandos;
using Icsoe.Api.Configuracion;
using Icsoe.Domain.Muestra;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

if (LineaDeOrdenes.EsOrden(args))
    return await LineaDeOrdenes.EjecutarAsync(args, Consola.DelProceso(), TimeProvider.System);

var app = Servidor.Construir(args);
if (app.Services.GetRequiredService<AlmacenServido>().EjemploPorHacer() is { } carpeta)
    await AlmacenDeMuestra.AsegurarAsync(carpeta, CancellationToken.None);
await app.RunAsync();
return 0;
