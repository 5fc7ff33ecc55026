using System.CommandLine;
using System.Globalization;
using Icsoe.Benchmarks.Comandos;

namespace Icsoe.Benchmarks;

/// <summary>Where it begins. Not named Program: the tests know the other one by that name.</summary>
internal static class Arranque
{
    private static Task<int> Main(string[] args)
    {
        // What is generated and printed never depends on the machine's language.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");
        var raiz = new RootCommand("Icsoe.Benchmarks: datos de tamaño real y las medidas que defendemos.")
        {
            OrdenGenerar.Crear(),
            OrdenEscala.Crear(),
            OrdenConsultas.Crear(),
            OrdenMeses.Crear(),
            OrdenArchivos.Crear(),
            OrdenMasivas.Crear(),
            OrdenFuzz.Crear(),
            OrdenFallas.Crear(),
            OrdenMedir.Crear(),
        };
        return raiz.Parse(args).InvokeAsync();
    }
}
