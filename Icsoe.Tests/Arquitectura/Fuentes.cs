using System.Text.RegularExpressions;

namespace Icsoe.Tests.Arquitectura;

/// <summary>A source file, with its comments away: what the code says and nothing else.</summary>
/// <param name="Ruta">From the root of the repository, with <c>/</c>.</param>
internal sealed partial record Fuente(string Ruta, string Codigo, int Lineas)
{
    /// <summary>Found upwards from the tests: under CI the compiler's own paths are not real.</summary>
    public static string Raiz { get; } = BuscarRaiz();

    /// <summary>Every source file under a folder of the repository, generated ones left out.</summary>
    public static IReadOnlyList<Fuente> De(string carpeta) =>
        [
            .. Directory
                .GetFiles(Path.Combine(Raiz, carpeta), "*.cs", SearchOption.AllDirectories)
                .Select(ruta => (Completa: ruta, Corta: Path.GetRelativePath(Raiz, ruta).Replace('\\', '/')))
                .Where(ruta => !Generado().IsMatch(ruta.Corta))
                .OrderBy(ruta => ruta.Corta, StringComparer.Ordinal)
                .Select(ruta => Leer(ruta.Corta, File.ReadAllText(ruta.Completa))),
        ];

    /// <summary>The folder right under the project: its room.</summary>
    public string Cuarto => Ruta.Split('/') is [_, var cuarto, _, ..] ? cuarto : "";

    /// <summary>The namespaces its usings name.</summary>
    public IEnumerable<string> Usos => Using().Matches(Codigo).Select(uso => uso.Groups["espacio"].Value);

    private static Fuente Leer(string ruta, string texto) =>
        new(ruta, Comentario().Replace(texto, "${cadena}"), texto.Count(letra => letra == '\n'));

    private static string BuscarRaiz()
    {
        for (var carpeta = new DirectoryInfo(AppContext.BaseDirectory); carpeta is not null; carpeta = carpeta.Parent)
        {
            if (File.Exists(Path.Combine(carpeta.FullName, "Icsoe.Api.sln")))
                return carpeta.FullName;
        }
        throw new InvalidOperationException("Icsoe.Api.sln is nowhere above the tests.");
    }

    // A string is kept, so that what looks like a comment inside it (a URL) stays.
    [GeneratedRegex("""(?<cadena>"(?:\\.|[^"\\\n])*")|//[^\n]*|/\*.*?\*/""", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comentario();

    [GeneratedRegex(
        @"^\s*(?:global )?using (?:static )?(?:\w+ = )?(?<espacio>[\w.]+);",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Using();

    [GeneratedRegex("/(bin|obj|Migrations)/", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Generado();
}
