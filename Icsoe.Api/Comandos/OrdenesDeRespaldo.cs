using System.CommandLine;
using Icsoe.Domain.Respaldo;
using Icsoe.Domain.Sellado;

namespace Icsoe.Api.Comandos;

/// <summary>
/// <c>respaldar</c>: a checked copy of the store, public and private, while it is in use. <c>restaurar</c>: brings it back where nothing is
/// published.
/// </summary>
internal sealed class OrdenesDeRespaldo(OpcionesComunes comunes, Consola consola, TimeProvider reloj)
{
    public Command Respaldar() =>
        Crear(
            "respaldar",
            "Copia el almacén, aunque esté en uso, y comprueba la copia.",
            Valores.Carpeta("DESTINO", "Directorio nuevo o vacío; lleva también lo recibido, en recepcion/."),
            Respaldador.RespaldarAsync
        );

    public Command Restaurar() =>
        Crear(
            "restaurar",
            "Comprueba un respaldo y lo pone donde no hay publicaciones.",
            Valores.Carpeta("ORIGEN", "Directorio que escribió respaldar."),
            Restaurador.RestaurarAsync
        );

    private Command Crear(
        string nombre,
        string descripcion,
        Argument<string> carpeta,
        Func<string, Entorno, CancellationToken, Task<Verificacion>> copiar
    )
    {
        var orden = new Command(nombre, descripcion) { carpeta };
        comunes.Agregar(orden);
        orden.SetAction(
            (valores, ct) =>
                LineaDeOrdenes.GuardadaAsync(
                    consola,
                    async () =>
                    {
                        var inicio = reloj.GetTimestamp();
                        var copia = await copiar(valores.GetValue(carpeta)!, comunes.Entorno(valores, consola, reloj), ct);
                        consola.Resumir(
                            new Resultado { Orden = nombre, Publicacion = copia.Publicacion },
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
