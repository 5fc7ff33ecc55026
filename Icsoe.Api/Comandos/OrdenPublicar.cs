using System.CommandLine;
using Icsoe.Domain.Sellado;

namespace Icsoe.Api.Comandos;

/// <summary><c>publicar</c>: judges what was received and seals both lists.</summary>
internal static class OrdenPublicar
{
    public static Command Crear(OpcionesComunes comunes, Consola consola, TimeProvider reloj)
    {
        var publicacion = Valores.Publicacion();
        var corte = Valores.Corte();
        var periodo = Valores.Periodos("Periodos por juzgar, como 2026-1 (si falta, los que tienen informativas nuevas).");
        var forzar = Valores.Forzar();
        var orden = new Command("publicar", "Juzga las informativas recibidas y sella las dos listas.")
        {
            publicacion,
            corte,
            periodo,
            forzar,
        };
        comunes.Agregar(orden);
        orden.SetAction(
            (valores, ct) =>
                LineaDeOrdenes.GuardadaAsync(
                    consola,
                    () =>
                    {
                        var inicio = reloj.GetTimestamp();
                        var entorno = comunes.Entorno(valores, consola, reloj) with { Forzar = valores.GetValue(forzar) };
                        var resultado = Publicador.Publicar(
                            valores.GetValue(publicacion),
                            valores.GetValue(corte),
                            valores.GetValue(periodo)!,
                            entorno,
                            ct
                        );
                        consola.Resumir(resultado, reloj.GetElapsedTime(inicio));
                        return Task.FromResult(LineaDeOrdenes.Hecho);
                    }
                )
        );
        return orden;
    }
}
