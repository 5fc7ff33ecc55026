using System.CommandLine;
using Icsoe.Domain.Reglas;
using Icsoe.Domain.Sellado;

namespace Icsoe.Api.Comandos;

/// <summary>Options that every order on a store takes, and the surroundings they make.</summary>
internal sealed class OpcionesComunes
{
    private readonly Option<string> datos = new("--datos")
    {
        Description = "Directorio del almacén público (también Icsoe__Datos; si falta, datos/ aquí mismo).",
        HelpName = "DIRECTORIO",
    };

    private readonly Option<string> recepcion = new("--recepcion")
    {
        Description = "Directorio privado de lo recibido (también Icsoe__Recepcion; si falta, recepcion/ dentro del almacén).",
        HelpName = "DIRECTORIO",
    };

    /// <summary>Adds them to an order.</summary>
    public void Agregar(Command orden)
    {
        orden.Add(datos);
        orden.Add(recepcion);
    }

    /// <summary>The surroundings an order runs in.</summary>
    /// <exception cref="OrdenRechazadaException">A setting of the environment has no valid value.</exception>
    public Entorno Entorno(ParseResult orden, Consola consola, TimeProvider reloj) =>
        new()
        {
            Carpetas = Carpetas.De(orden.GetValue(datos) ?? Ajuste("Datos") ?? "datos", orden.GetValue(recepcion) ?? Ajuste("Recepcion")),
            Reloj = reloj,
            FueraDelPeriodo = Ajuste("FechaInicioFueraDelPeriodo") switch
            {
                null or "observar" => PoliticaFechaInicio.Observar,
                "mover" => PoliticaFechaInicio.Mover,
                var otro => throw new OrdenRechazadaException(
                    $"Icsoe__FechaInicioFueraDelPeriodo vale «{otro}» y debe ser observar o mover."
                ),
            },
            Limites = LimitesConfigurados.Leer(new ConfigurationBuilder().AddEnvironmentVariables().Build()),
            Avance = consola.Avance,
            AlRechazar = rechazo => consola.Error(rechazo.ToString()),
        };

    private static string? Ajuste(string nombre) =>
        Environment.GetEnvironmentVariable($"Icsoe__{nombre}") is { Length: > 0 } valor ? valor : null;
}
