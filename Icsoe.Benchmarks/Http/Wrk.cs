using System.Globalization;
using System.Text.RegularExpressions;
using Icsoe.Benchmarks.Referencias;

namespace Icsoe.Benchmarks.Http;

/// <summary>What wrk saw.</summary>
/// <param name="PorSegundo">Answers in a second.</param>
/// <param name="Errores">Answers that were neither 2xx nor 3xx, and connections that failed.</param>
internal sealed record Rafaga(double PorSegundo, long Respuestas, long Errores);

/// <summary>Debian's wrk, one thread.</summary>
internal static partial class Wrk
{
    private const int Conexiones = 16;

    /// <summary>Says at once that it is not there, and not after minutes of preparing.</summary>
    /// <exception cref="FaltaUnProgramaException">It is not: in Debian, <c>apt-get install wrk</c>.</exception>
    public static void Exigir() => Proceso.Correr("wrk", ["-v"]);

    /// <summary>Asks for one address again and again.</summary>
    public static Rafaga Repetir(string direccion, int segundos) => Leer(Correr(segundos, [direccion]));

    /// <summary>Asks for each address of a list in turn, from one of them on, and from the first again after the last.</summary>
    public static Rafaga Recorrer(string servidor, string lista, long desde, int segundos)
    {
        var guion = lista + ".lua";
        File.WriteAllText(guion, Guion);
        return Leer(Correr(segundos, ["-s", guion, servidor, "--", lista, desde.ToString(CultureInfo.InvariantCulture)]));
    }

    // Requests are written out before the clock starts: Lua only hands them over.
    private const string Guion = """
        local peticiones, n = {}, 0

        function init(args)
          for ruta in io.lines(args[1]) do
            peticiones[#peticiones + 1] = wrk.format("GET", ruta)
          end
          n = tonumber(args[2])
        end

        function request()
          n = n + 1
          return peticiones[(n - 1) % #peticiones + 1]
        end
        """;

    private static string Correr(int segundos, IReadOnlyList<string> resto) =>
        Proceso.Correr("wrk", ["-t1", $"-c{Conexiones}", $"-d{segundos}s", .. resto]).Exigir().Salida;

    private static Rafaga Leer(string salida)
    {
        var errores = (long)Numero(NoVale(), salida);
        foreach (Match par in DeConexion().Matches(salida))
            errores += long.Parse(par.Groups["n"].Value);
        return new Rafaga(Numero(Tasa(), salida), (long)Numero(Cuantas(), salida), errores);
    }

    private static double Numero(Regex expresion, string salida) =>
        expresion.Match(salida) is { Success: true } hallada ? double.Parse(hallada.Groups["n"].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"Requests/sec:\s+(?<n>[0-9.]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tasa();

    [GeneratedRegex(@"(?<n>[0-9]+) requests in", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cuantas();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (?<n>[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NoVale();

    [GeneratedRegex(@"(?:connect|read|write|timeout) (?<n>[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DeConexion();
}
