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
            "facetas" => [Facetas()],
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
        var (fria, caliente, referencia) = DosPasadas((almacen, pregunta) => pregunta.Hacer(almacen, ct));
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

    private Renglon Facetas()
    {
        var (fria, caliente, _) = DosPasadas(
            (almacen, pregunta) =>
            {
                pregunta.Hacer(almacen, ct);
                pregunta.Contar(almacen, ct);
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

    private Renglon Sugerencias()
    {
        using var almacen = new AlmacenPublico(carpeta);
        var (fria, caliente) = (Tecleos(semilla ^ OtraSemilla), Tecleos(semilla));
        Anotar("sugerencias", caliente);
        return new Renglon(
            $"{cuantas:N0} sugerencias, p99",
            caliente.EnPalabras(),
            $"en frío: {fria.EnPalabras()}",
            caliente.Tomas.Count == 0 ? null : caliente.P99,
            10,
            null,
            "ms"
        );

        Pasada Tecleos(ulong deSemilla) =>
            Pasada.Tomar(new SorteoDeNombres(Acopiado.Acopio, deSemilla).Tecleos(cuantas), pregunta => pregunta.Hacer(almacen, ct), ct);
    }

    /// <summary>
    /// Everything is drawn and walked to on a store of its own. Then one that has just been opened is asked the questions of another
    /// seed (cold: nothing of SQLite's in memory), and after them those that count.
    /// </summary>
    private (Pasada Fria, Pasada Caliente, string Referencia) DosPasadas(Action<AlmacenPublico, Pregunta> hacer)
    {
        using var almacen = new AlmacenPublico(carpeta);
        almacen.Vigente();
        var fria = Pasada.Tomar(Acopiado.Otras, pregunta => hacer(almacen, pregunta), ct);
        var caliente = Pasada.Tomar(Acopiado.Preguntas, pregunta => hacer(almacen, pregunta), ct);
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

    private Renglon Peor(string que, string contra, IEnumerable<Razon> razones, List<string> sinRespuesta, double barra)
    {
        var todas = razones.ToList();
        foreach (var razon in todas)
        {
            Console.Error.WriteLine($"  {razon}");
            _detalle.Add($"{que}: {razon}");
        }
        foreach (var motivo in sinRespuesta)
        {
            Console.Error.WriteLine($"  SIN RESPUESTA {motivo}");
            _detalle.Add($"{que}: SIN RESPUESTA {motivo}");
        }
        var faltan = sinRespuesta.Count == 0 ? "" : $"; {sinRespuesta.Count} formas sin respuesta";
        if (todas.MaxBy(razon => razon.Veces) is not { } peor)
            return new Renglon(que, faltan.TrimStart(';', ' '), "", null, barra, null, "×");
        return new Renglon(
            $"{que}, la peor de {todas.Count} formas",
            $"{peor.Forma}: {peor.Nuestra:0.00} ms{faltan}",
            $"{contra}: {peor.Referencia:0.00} ms",
            peor.Veces,
            barra,
            null,
            "×"
        );
    }

    private void Anotar(string que, Pasada pasada)
    {
        foreach (var toma in pasada.Tomas.OrderByDescending(toma => toma.Milisegundos).Take(MasLentas))
            _lentas.Add($"{que}, {toma.Milisegundos:0.0} ms{(toma.Amplia ? ", demasiado amplia" : "")}: {toma.Pregunta.EnPalabras()}");
        foreach (var toma in pasada.Tomas.Where(toma => toma.Amplia).Take(MasLentas))
            _lentas.Add($"{que}, demasiado amplia: {toma.Pregunta.EnPalabras()}");
    }
}
