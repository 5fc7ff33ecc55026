using System.CommandLine;
using Icsoe.Domain.Respaldo;
using Icsoe.Domain.Sellado;

namespace Icsoe.Api.Comandos;

/// <summary><c>respaldar</c>: a checked copy of the store, public and private, while it is in use.</summary>
internal static class OrdenRespaldar
{
    public static Command Crear(OpcionesComunes comunes, Consola consola, TimeProvider reloj)
    {
        var destino = Valores.Carpeta("DESTINO", "Directorio nuevo o vacío; lleva también lo recibido, en recepcion/.");
        var orden = new Command("respaldar", "Copia el almacén, aunque esté en uso, y comprueba la copia.") { destino };
        comunes.Agregar(orden);
        orden.SetAction(
            (valores, ct) =>
                LineaDeOrdenes.GuardadaAsync(
                    consola,
                    async () =>
                    {
                        var inicio = reloj.GetTimestamp();
                        var copia = await Respaldador.RespaldarAsync(
                            valores.GetValue(destino)!,
                            comunes.Entorno(valores, consola, reloj),
                            ct
                        );
                        consola.Resumir(
                            new Resultado { Orden = "respaldar", Publicacion = copia.Publicacion },
                            reloj.GetElapsedTime(inicio),
                            ("archivos", copia.Archivos)
                        );
                        return LineaDeOrdenes.Hecho;
                    }
                )
        );
        return orden;
    }
}
