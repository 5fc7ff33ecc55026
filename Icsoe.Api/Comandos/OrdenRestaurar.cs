using System.CommandLine;
using Icsoe.Domain.Respaldo;
using Icsoe.Domain.Sellado;

namespace Icsoe.Api.Comandos;

/// <summary><c>restaurar</c>: brings back what <c>respaldar</c> copied, where nothing is published.</summary>
internal static class OrdenRestaurar
{
    public static Command Crear(OpcionesComunes comunes, Consola consola, TimeProvider reloj)
    {
        var origen = Valores.Carpeta("ORIGEN", "Directorio que escribió respaldar.");
        var orden = new Command("restaurar", "Comprueba un respaldo y lo pone donde no hay publicaciones.") { origen };
        comunes.Agregar(orden);
        orden.SetAction(
            (valores, ct) =>
                LineaDeOrdenes.GuardadaAsync(
                    consola,
                    async () =>
                    {
                        var inicio = reloj.GetTimestamp();
                        var copia = await Restaurador.RestaurarAsync(
                            valores.GetValue(origen)!,
                            comunes.Entorno(valores, consola, reloj),
                            ct
                        );
                        consola.Resumir(
                            new Resultado { Orden = "restaurar", Publicacion = copia.Publicacion },
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
