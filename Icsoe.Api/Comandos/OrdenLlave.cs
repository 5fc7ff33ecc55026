using System.CommandLine;
using Icsoe.Domain.Sellado;

namespace Icsoe.Api.Comandos;

/// <summary><c>llave nueva|rotar</c>: the key that signs the manifest of each publication.</summary>
internal static class OrdenLlave
{
    public static Command Crear(OpcionesComunes comunes, Consola consola, TimeProvider reloj)
    {
        var orden = new Command("llave", "La llave con que se firma el manifiesto de cada publicación.");
        orden.Add(Una("nueva", "Crea la llave; desde la siguiente publicación, los manifiestos se firman.", rotar: false));
        orden.Add(Una("rotar", "Retira la llave y crea otra; lo ya firmado se comprueba con la retirada.", rotar: true));
        return orden;

        Command Una(string nombre, string descripcion, bool rotar)
        {
            var suya = new Command(nombre, descripcion);
            comunes.Agregar(suya);
            suya.SetAction(
                (valores, _) =>
                    LineaDeOrdenes.GuardadaAsync(
                        consola,
                        () =>
                        {
                            var inicio = reloj.GetTimestamp();
                            var llave = CambioDeLlave.Hacer(rotar, comunes.Entorno(valores, consola, reloj));
                            consola.Resumir(new Resultado { Orden = "llave" }, reloj.GetElapsedTime(inicio), ("llave", llave.Id));
                            return Task.FromResult(LineaDeOrdenes.Hecho);
                        }
                    )
            );
            return suya;
        }
    }
}
