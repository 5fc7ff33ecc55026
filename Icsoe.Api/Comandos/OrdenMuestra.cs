using System.CommandLine;
using Icsoe.Domain.Muestra;
using Icsoe.Domain.Sellado;

namespace Icsoe.Api.Comandos;

/// <summary><c>muestra</c>: writes the sample's input files, one folder per publication, to try the other orders with.</summary>
internal static class OrdenMuestra
{
    public static Command Crear(Consola consola, TimeProvider reloj)
    {
        var directorio = new Argument<string>("DIRECTORIO") { Description = "Dónde escribirlos; se crea si falta." };
        var orden = new Command("muestra", "Escribe los archivos de entrada del ejemplo ficticio.") { directorio };
        orden.SetAction(
            (valores, ct) =>
                LineaDeOrdenes.GuardadaAsync(
                    consola,
                    () =>
                    {
                        var inicio = reloj.GetTimestamp();
                        var archivos = ArchivosDeMuestra.Escribir(valores.GetValue(directorio)!, ct);
                        foreach (var archivo in archivos)
                            consola.Avance(archivo);
                        consola.Resumir(new Resultado { Orden = "muestra" }, reloj.GetElapsedTime(inicio), ("archivos", archivos));
                        return Task.FromResult(LineaDeOrdenes.Hecho);
                    }
                )
        );
        return orden;
    }
}
