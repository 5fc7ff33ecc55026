using Icsoe.Api.Comandos;

if (LineaDeOrdenes.EsOrden(args))
    return await LineaDeOrdenes.EjecutarAsync(args, Consola.DelProceso(), TimeProvider.System);
return 0;
