using System.CommandLine;
using Icsoe.Domain.Almacen;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Sellado;

namespace Icsoe.Api.Comandos;

/// <summary>The operator's half of the program: every order of design section 6 but serving. Nothing of it is reachable from the web.</summary>
internal static class LineaDeOrdenes
{
    /// <summary>Done.</summary>
    public const int Hecho = 0;

    /// <summary>Refused: nothing changed.</summary>
    public const int Rechazado = 1;

    /// <summary>Wrong usage.</summary>
    public const int MalUso = 2;

    /// <summary>Done, with rejected lines.</summary>
    public const int HechoConRechazos = 3;

    /// <summary>Whether these arguments ask for an order; else they are ASP.NET Core's and the program serves.</summary>
    public static bool EsOrden(string[] args) =>
        args is [var primero, ..] && (!primero.StartsWith('-') || primero is "-h" or "--help" or "-?" or "--version");

    /// <summary>Runs an order to its exit code. On SIGTERM or Ctrl+C it stops within seconds and nothing half done stays.</summary>
    public static async Task<int> EjecutarAsync(string[] args, Consola consola, TimeProvider reloj)
    {
        var raiz = Construir(consola, reloj);
        var orden = raiz.Parse(args);
        if (orden.Errors.Count > 0)
        {
            foreach (var error in orden.Errors)
                consola.Error(error.Message);
            consola.Error("Usa --help para ver las órdenes y sus opciones.");
            return MalUso;
        }
        return await orden.InvokeAsync(
            new InvocationConfiguration
            {
                Output = consola.Salida,
                Error = consola.Errores,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeSpan.FromSeconds(4),
            }
        );
    }

    /// <summary>Runs the body of an order and turns what can go wrong into a sentence and an exit code.</summary>
    public static Task<int> GuardadaAsync(Consola consola, Func<Task<int>> cuerpo) =>
        // Off the caller's thread, so that a signal is heard while rows are being read.
        Task.Run(async () =>
        {
            try
            {
                return await cuerpo();
            }
            catch (Exception error) when (error is LecturaException or OrdenRechazadaException or AlmacenException)
            {
                consola.Error(error.Message);
                return Rechazado;
            }
            catch (Exception error) when (FallaDeDisco.Frase(error) is { } frase)
            {
                consola.Error(frase);
                return Rechazado;
            }
            catch (IOException error)
            {
                consola.Error($"{error.Message} Nada cambió.");
                return Rechazado;
            }
            catch (OperationCanceledException)
            {
                consola.Error("Interrumpida: nada cambió.");
                return Rechazado;
            }
            catch (Exception error)
            {
                // What was half written is undone by the next writer; the operator needs the whole trace to report it.
                consola.Error($"Error inesperado; nada cambió. {error}");
                return Rechazado;
            }
        });

    private static RootCommand Construir(Consola consola, TimeProvider reloj)
    {
        var comunes = new OpcionesComunes();
        var deRespaldo = new OrdenesDeRespaldo(comunes, consola, reloj);
        var raiz = new RootCommand(
            "Icsoe.Api: el listado público del ICSOE como API. Sin orden, sirve la API (--urls, --environment y demás opciones de ASP.NET Core)."
        )
        {
            OrdenImportar.Crear(comunes, consola, reloj),
            OrdenPublicar.Crear(comunes, consola, reloj),
            OrdenValidar.Crear(comunes, consola, reloj),
            OrdenVerificar.Crear(comunes, consola, reloj),
            deRespaldo.Respaldar(),
            deRespaldo.Restaurar(),
            OrdenRetirar.Crear(comunes, consola, reloj),
            OrdenLlave.Crear(comunes, consola, reloj),
            OrdenMuestra.Crear(consola, reloj),
        };
        return raiz;
    }
}
