using System.CommandLine;
using Icsoe.Domain.Sellado;

namespace Icsoe.Api.Comandos;

/// <summary><c>verificar</c>: re-hashes every file and checks the records; exit 1 when anything is damaged.</summary>
internal static class OrdenVerificar
{
    public static Command Crear(OpcionesComunes comunes, Consola consola, TimeProvider reloj)
    {
        var orden = new Command("verificar", "Vuelve a calcular cada SHA-256 y comprueba el almacén; no cambia nada.");
        comunes.Agregar(orden);
        orden.SetAction(
            (valores, ct) =>
                LineaDeOrdenes.GuardadaAsync(
                    consola,
                    async () =>
                    {
                        var inicio = reloj.GetTimestamp();
                        var verificacion = await Verificador.VerificarAsync(comunes.Entorno(valores, consola, reloj), ct);
                        foreach (var retirado in verificacion.Retirados)
                            consola.Error(retirado);
                        foreach (var huerfano in verificacion.Huerfanos)
                            consola.Error(huerfano);
                        foreach (var dano in verificacion.Danos)
                            consola.Error(dano);
                        var resultado = new Resultado { Orden = "verificar", Publicacion = verificacion.Publicacion };
                        consola.Resumir(
                            resultado,
                            reloj.GetElapsedTime(inicio),
                            ("archivos", verificacion.Archivos),
                            ("danados", verificacion.Danos.Count),
                            ("retirados", verificacion.Retirados.Count),
                            ("huerfanos", verificacion.Huerfanos.Count)
                        );
                        return verificacion.Danos.Count > 0 ? LineaDeOrdenes.Rechazado : LineaDeOrdenes.Hecho;
                    }
                )
        );
        return orden;
    }
}
