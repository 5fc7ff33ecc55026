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

    /// <summary>What is asked, drawn when first needed: walking to deep pages takes its time.</summary>
    private (Acopio Acopio, IReadOnlyList<Pregunta> Otras, IReadOnlyList<Pregunta> Preguntas) Acopiado { get; set; }

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
        Acopiado = Acopiado.Acopio is null ? Acopiar() : Acopiado;
        using var almacen = new AlmacenPublico(carpeta);
        var razones = new Razones(almacen, Acopiado.Acopio, ct);
        return nombre switch
        {
            "preguntas" => [.. Preguntas()],
            "facetas" => [.. Facetas()],
            "sugerencias" => [Sugerencias()],
            "profundidad" =>
            [
                Peor($"Página {Razones.PaginaHonda:N0} contra la primera", "la primera", razones.Profundidad(), razones.SinRespuesta, 1.2),
            ],
            "periodos" =>
            [
                Peor($"{Acopiado.Acopio.Periodos.Count} periodos contra uno", "uno", razones.Periodos(), razones.SinRespuesta, 2),
            ],
            "publicacion" =>
            [
                Peor("Publicación vieja contra la vigente", "la vigente", razones.PublicacionVieja(), razones.SinRespuesta, 1.5),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(nombre), nombre, null),
        };
    }

    private IEnumerable<Renglon> Preguntas()
    {
        var (fria, caliente, referencia) = DosPasadas(
            Acopiado.Otras,
            Acopiado.Preguntas,
            (almacen, pregunta) => pregunta.Hacer(almacen, ct)
        );
        Anotar("una página", caliente);
        var que = $"{cuantas:N0} preguntas";
        yield return EnMilisegundos($"{que}, mediana", caliente.EnPalabras(), referencia, caliente.SiCompleta(p => p.Mediana), 2);
        yield return EnMilisegundos($"{que}, p99", $"en frío, otras tantas: {fria.EnPalabras()}", "", caliente.SiCompleta(p => p.P99), 20);
        yield return EnMilisegundos($"{que}, la peor", "", "", caliente.SiCompleta(p => p.Peor), 100);
        yield return new Renglon(
            $"{que}, demasiado amplias",
            $"{caliente.Amplias} de {caliente.Tomas.Count:N0}; en frío {fria.Amplias}",
            "",
            caliente.SiCompleta(p => 100.0 * p.Amplias / p.Tomas.Count),
            1,
            null,
            "%"
        );
        var conPeriodo = caliente.Tomas.Concat(fria.Tomas).Where(toma => toma.Pregunta.ConPeriodo).ToList();
        yield return new Renglon(
            "Demasiado amplias con un periodo",
            $"de {conPeriodo.Count:N0} de ambas pasadas",
            "",
            caliente.SiCompleta(_ => conPeriodo.Count(toma => toma.Amplia)),
            0,
            null,
            ""
        );
    }

    private IEnumerable<Renglon> Facetas()
    {
        // Names have no facets, and would only make the figure look better.
        var (fria, caliente, _) = DosPasadas(
            [.. Acopiado.Otras.OfType<PreguntaDeFilas>()],
            [.. Acopiado.Preguntas.OfType<PreguntaDeFilas>()],
            (almacen, pregunta) => pregunta.HacerYContar(almacen, ct)
        );
        Anotar("con conteo y facetas", caliente);
        const string Que = "Con conteo y facetas, las mismas";
        yield return EnMilisegundos(
            $"{Que}, p99",
            caliente.EnPalabras(),
            $"en frío: {fria.EnPalabras()}",
            caliente.SiCompleta(p => p.P99),
            40
        );
        yield return EnMilisegundos($"{Que}, la peor", "", "", caliente.SiCompleta(p => p.Peor), 100);
    }

    private Renglon Sugerencias()
    {
        using var almacen = new AlmacenPublico(carpeta);
        var (fria, caliente) = (Tecleos(semilla ^ OtraSemilla), Tecleos(semilla));
        Anotar("sugerencias", caliente);
        return EnMilisegundos(
            $"{cuantas:N0} sugerencias, p99",
            caliente.EnPalabras(),
            $"en frío: {fria.EnPalabras()}",
            caliente.SiCompleta(p => p.P99),
            10
        );

        Pasada Tecleos(ulong deSemilla) =>
            Pasada.Tomar(new SorteoDeNombres(Acopiado.Acopio, deSemilla).Tecleos(cuantas), pregunta => pregunta.Hacer(almacen, ct), ct);
    }

    /// <summary>
    /// Everything is drawn and walked to on a store of its own. Then one that has just been opened is asked the questions of another
    /// seed (cold: nothing of SQLite's in memory), and after them those that count.
    /// </summary>
    private (Pasada Fria, Pasada Caliente, string Referencia) DosPasadas(
        IReadOnlyList<Pregunta> otras,
        IReadOnlyList<Pregunta> preguntas,
        Action<AlmacenPublico, Pregunta> hacer
    )
    {
        using var almacen = new AlmacenPublico(carpeta);
        almacen.Vigente();
        var fria = Pasada.Tomar(otras, pregunta => hacer(almacen, pregunta), ct);
        var caliente = Pasada.Tomar(preguntas, pregunta => hacer(almacen, pregunta), ct);
        var pagina = new PreguntaDeFilas(0, "", Entidad.Contrato, new Consulta { Secuencia = Acopiado.Acopio.Ultima, Limite = 50 }, 0);
        var paginas = Pasada.Tomar([.. Enumerable.Repeat(pagina, 200)], pregunta => pregunta.Hacer(almacen, ct), ct);
        return (fria, caliente, $"primera página sin filtros: {paginas.Mediana:0.00} ms");
    }

    private (Acopio, IReadOnlyList<Pregunta>, IReadOnlyList<Pregunta>) Acopiar()
    {
        Console.Error.WriteLine("  sorteando las preguntas, y avanzando hasta su página…");
        using var aparte = new AlmacenPublico(carpeta);
        var acopio = Acopio.Tomar(aparte, semilla);
        return (acopio, Situadas(semilla ^ OtraSemilla), Situadas(semilla));

        List<Pregunta> Situadas(ulong deSemilla) =>
            [.. new Sorteo(acopio, deSemilla).Sacar(cuantas).Select(pregunta => pregunta.Situada(aparte, ct))];
    }

    private Renglon Peor(string que, string contra, IEnumerable<Razon> razones, List<string> sinRespuesta, double barra) =>
        Razon.Peor(que, contra, [.. razones], sinRespuesta, barra, _detalle);

    private static Renglon EnMilisegundos(string que, string nuestra, string referencia, double? medido, double barra) =>
        new(que, nuestra, referencia, medido, barra, null, "ms");

    private void Anotar(string que, Pasada pasada)
    {
        foreach (var toma in pasada.Tomas.OrderByDescending(toma => toma.Milisegundos).Take(MasLentas))
            _lentas.Add($"{que}, {toma.Milisegundos:0.0} ms{(toma.Amplia ? ", demasiado amplia" : "")}: {toma.Pregunta.EnPalabras()}");
        foreach (var toma in pasada.Tomas.Where(toma => toma.Amplia).Take(MasLentas))
            _lentas.Add($"{que}, demasiado amplia: {toma.Pregunta.EnPalabras()}");
    }
}
