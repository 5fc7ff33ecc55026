using Icsoe.Benchmarks.Referencias;

namespace Icsoe.Benchmarks.Escala;

/// <summary>The shipped program, as an operator runs it.</summary>
internal sealed class Programas(string api)
{
    private const string Solucion = "Icsoe.Api.sln";

    /// <summary>The <c>Icsoe.Api.dll</c> that is measured.</summary>
    public string Api { get; } = api;

    /// <summary>Root of the repository, found upwards from this program.</summary>
    public static string Raiz { get; } = BuscarRaiz();

    /// <summary>The one built with the same configuration as this one.</summary>
    /// <exception cref="FaltaUnProgramaException">It was not built.</exception>
    public static string ApiPredeterminada()
    {
        var configuracion = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var ruta = Path.Combine(Raiz, "Icsoe.Api", "bin", configuracion, "net10.0", "Icsoe.Api.dll");
        return File.Exists(ruta)
            ? ruta
            : throw new FaltaUnProgramaException($"No está {Path.GetRelativePath(Raiz, ruta)}; compila antes Icsoe.Api.");
    }

    public Medida Importar(IReadOnlyList<string> archivos, string datos, string? publicacion) =>
        Correr(["importar", .. archivos, "--datos", datos, .. publicacion is null ? Array.Empty<string>() : ["--publicacion", publicacion]])
            .Exigir();

    public Medida Publicar(string datos, string publicacion) =>
        Correr(["publicar", "--datos", datos, "--publicacion", publicacion]).Exigir();

    public Medida Verificar(string datos) => Correr(["verificar", "--datos", datos]).Exigir();

    public Medida Validar(string archivo, string datos) => Correr(["validar", archivo, "--datos", datos]);

    /// <summary>Whatever its exit code.</summary>
    public Medida Correr(IReadOnlyList<string> argumentos, TimeSpan? plazo = null) =>
        Proceso.Correr("dotnet", [Api, .. argumentos], plazo: plazo);

    /// <summary>Two orders as if they were one.</summary>
    public static Medida Sumar(Medida una, Medida otra) =>
        una with
        {
            Reloj = una.Reloj + otra.Reloj,
            Cpu = una.Cpu + otra.Cpu,
            RssAnon = Math.Max(una.RssAnon, otra.RssAnon),
        };

    private static string BuscarRaiz()
    {
        for (var carpeta = new DirectoryInfo(AppContext.BaseDirectory); carpeta is not null; carpeta = carpeta.Parent)
        {
            if (File.Exists(Path.Combine(carpeta.FullName, Solucion)))
                return carpeta.FullName;
        }
        throw new FaltaUnProgramaException($"{Solucion} no está en ninguna carpeta por encima del programa.");
    }
}
