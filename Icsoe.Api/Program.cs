using Icsoe.Api.Configuracion;

Servidor.Construir(args).Run();
