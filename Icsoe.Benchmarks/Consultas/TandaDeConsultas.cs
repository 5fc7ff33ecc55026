using Icsoe.Benchmarks.Escala;
using Icsoe.Benchmarks.Http;
using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Benchmarks.Consultas;

/// <summary>The rows of the table of questions, by name.</summary>
internal sealed class TandaDeConsultas(
    string carpeta,
    Programas programas,
    string trabajo,
    ulong semilla,
    int cuantas,
    int vueltas,
    CancellationToken ct
)
{
    private const int MasLentas = 10;

    // What goes before must not have warmed the very rows that are asked for.
    private const ulong OtraSemilla = 0x5EED;

    private readonly List<string> _lentas = [];
    private readonly List<string> _detalle = [];

    /// <summary>In the order of the table.</summary>
    public static IReadOnlyList<string> Nombres { get; } =
    ["preguntas", "facetas", "sugerencias", "profundidad", "periodos", "publicacion", "http", "arranque"];

    /// <summary>The slowest questions, in words, so that they can be mended.</summary>
    public IReadOnlyList<string> Lentas => _lentas;

    /// <summary>Each ratio of which the table shows the worst.</summary>
    public IReadOnlyList<string> Detalle => _detalle;

    public IReadOnlyList<Renglon> Medir(string nombre)
    {
        if (nombre == "http")
            return [.. new MedidasDeHttp(carpeta, programas, trabajo, vueltas, ct).Medir(semilla)];
        if (nombre == "arranque")
            return [.. MedidasDeHttp.Arranque(carpeta, programas, vueltas)];
        using var almacen = new AlmacenPublico(carpeta);
        var acopio = Acopio.Tomar(almacen, semilla);
        var razones = new Razones(almacen, acopio, ct);
        return nombre switch
        {
            "preguntas" => [.. Preguntas(acopio)],
            "facetas" => [Facetas(acopio)],
            "sugerencias" => [Sugerencias(acopio)],
            "profundidad" => [Peor($"Página {Razones.PaginaHonda:N0} contra la primera", "la primera", razones.Profundidad(), 1.2)],
            "periodos" => [Peor($"{acopio.Periodos.Count} periodos contra uno", "uno", razones.Periodos(), 2)],
            "publicacion" => [Peor("Publicación vieja contra la vigente", "la vigente", razones.PublicacionVieja(), 1.5)],
            _ => throw new ArgumentOutOfRangeException(nameof(nombre), nombre, null),
        };
    }

    private IEnumerable<Renglon> Preguntas(Acopio acopio)
    {
        var (fria, caliente, referencia) = DosPasadas(acopio, (almacen, pregunta) => pregunta.Hacer(almacen));
        if (caliente.Tomas.Count == 0)
        {
            yield return new Renglon($"{cuantas:N0} preguntas", caliente.EnPalabras(), "", null, 20, null, "ms");
            yield break;
        }
        Anotar("una página", caliente);
        var enFrio = $"en frío, otras {fria.Tomas.Count:N0}: {fria.EnPalabras()}";
        var que = $"{caliente.Tomas.Count:N0} preguntas";
        yield return new Renglon($"{que}, mediana", caliente.EnPalabras(), referencia, caliente.Mediana, 2, null, "ms");
        yield return new Renglon($"{que}, p99", enFrio, "", caliente.P99, 20, null, "ms");
        yield return new Renglon($"{que}, la peor", "", "", caliente.Peor, 100, null, "ms");
        yield return new Renglon(
            $"{que}, demasiado amplias",
            $"{caliente.Amplias} de {caliente.Tomas.Count:N0}; en frío {fria.Amplias}",
            "",
            100.0 * caliente.Amplias / caliente.Tomas.Count,
            1,
            null,
            "%"
        );
        var conPeriodo = caliente.Tomas.Concat(fria.Tomas).Where(toma => toma.Pregunta.ConPeriodo).ToList();
        yield return new Renglon(
            "Demasiado amplias con un periodo",
            $"de {conPeriodo.Count:N0} de ambas pasadas",
            "",
            conPeriodo.Count(toma => toma.Amplia),
            0,
            null,
            ""
        );
    }

    private Renglon Facetas(Acopio acopio)
    {
        var (fria, caliente, _) = DosPasadas(
            acopio,
            (almacen, pregunta) =>
            {
                pregunta.Hacer(almacen);
                almacen.Contar(pregunta.Consulta, pregunta.Entidad, conFacetas: true, ct);
            }
        );
        if (caliente.Tomas.Count > 0)
            Anotar("con conteo y facetas", caliente);
        return new Renglon(
            $"Con conteo y facetas, {cuantas:N0} preguntas, p99",
            caliente.EnPalabras(),
            $"en frío: {fria.EnPalabras()}",
            caliente.Tomas.Count == 0 ? null : caliente.P99,
            40,
            null,
            "ms"
        );
    }

    private Renglon Sugerencias(Acopio acopio)
    {
        using var almacen = new AlmacenPublico(carpeta);
        var fria = Pasada<Tecleo>.Tomar(
            Sugeridas.Sacar(acopio, semilla ^ OtraSemilla, cuantas),
            tecleo => Sugeridas.Preguntar(almacen, tecleo),
            ct
        );
        var caliente = Pasada<Tecleo>.Tomar(Sugeridas.Sacar(acopio, semilla, cuantas), tecleo => Sugeridas.Preguntar(almacen, tecleo), ct);
        Anotar("sugerencias", caliente.Tomas, tecleo => tecleo.EnPalabras());
        return new Renglon(
            $"{cuantas:N0} sugerencias, p99",
            caliente.EnPalabras(),
            $"en frío: {fria.EnPalabras()}",
            caliente.Tomas.Count == 0 ? null : caliente.P99,
            10,
            null,
            "ms"
        );
    }

    /// <summary>
    /// Everything is drawn and walked to on a store of its own. Then one that has just been opened is asked the questions of another
    /// seed (cold: nothing of SQLite's in memory), and after them those that count.
    /// </summary>
    private (Pasada<Pregunta> Fria, Pasada<Pregunta> Caliente, string Referencia) DosPasadas(
        Acopio acopio,
        Action<AlmacenPublico, Pregunta> hacer
    )
    {
        List<Pregunta> otras;
        List<Pregunta> preguntas;
        using (var aparte = new AlmacenPublico(carpeta))
        {
            otras = Situadas(aparte, semilla ^ OtraSemilla);
            preguntas = Situadas(aparte, semilla);
        }
        using var almacen = new AlmacenPublico(carpeta);
        almacen.Vigente();
        var fria = Pasada<Pregunta>.Tomar(otras, pregunta => hacer(almacen, pregunta), ct);
        var caliente = Pasada<Pregunta>.Tomar(preguntas, pregunta => hacer(almacen, pregunta), ct);
        var pagina = new Consulta { Secuencia = acopio.Ultima, Limite = 50 };
        var paginas = Pasada<Pregunta>.Tomar(
            [.. Enumerable.Repeat(new Pregunta(0, "", Entidad.Contrato, pagina, 0), 200)],
            pregunta => pregunta.Hacer(almacen),
            ct
        );
        return (fria, caliente, $"primera página sin filtros: {paginas.Mediana:0.00} ms");

        List<Pregunta> Situadas(AlmacenPublico aparte, ulong deSemilla)
        {
            var situadas = new List<Pregunta>(cuantas);
            foreach (var pregunta in new Sorteo(acopio, deSemilla).Sacar(cuantas))
            {
                ct.ThrowIfCancellationRequested();
                situadas.Add(pregunta.Situada(aparte));
            }
            return situadas;
        }
    }

    private Renglon Peor(string que, string contra, IEnumerable<Razon> razones, double barra)
    {
        var todas = razones.ToList();
        foreach (var razon in todas)
        {
            Console.Error.WriteLine($"  {razon}");
            _detalle.Add($"{que}: {razon}");
        }
        if (todas.MaxBy(razon => razon.Veces) is not { } peor)
            return new Renglon(que, "", "", null, barra, null, "×");
        return new Renglon(
            $"{que}, la peor de {todas.Count} formas",
            $"{peor.Forma}: {peor.Nuestra:0.00} ms",
            $"{contra}: {peor.Referencia:0.00} ms",
            peor.Veces,
            barra,
            null,
            "×"
        );
    }

    private void Anotar(string que, Pasada<Pregunta> pasada) => Anotar(que, pasada.Tomas, pregunta => pregunta.EnPalabras());

    private void Anotar<T>(string que, IReadOnlyList<Toma<T>> tomas, Func<T, string> enPalabras)
    {
        foreach (var toma in tomas.OrderByDescending(toma => toma.Milisegundos).Take(MasLentas))
            _lentas.Add($"{que}, {toma.Milisegundos:0.0} ms{(toma.Amplia ? ", demasiado amplia" : "")}: {enPalabras(toma.Pregunta)}");
        foreach (var toma in tomas.Where(toma => toma.Amplia).Take(MasLentas))
            _lentas.Add($"{que}, demasiado amplia: {enPalabras(toma.Pregunta)}");
    }
}
