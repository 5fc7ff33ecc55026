using Icsoe.Benchmarks.Escala;
using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Benchmarks.Consultas;

/// <summary>What one question took.</summary>
/// <param name="Amplia">It was refused as too wide, which takes time as well.</param>
internal sealed record Toma(Pregunta Pregunta, double Milisegundos, bool Amplia);

/// <summary>One pass over many questions, one after another on one thread.</summary>
/// <param name="SinRespuesta">Questions that this program cannot answer yet: they are in no figure.</param>
internal sealed record Pasada(IReadOnlyList<Toma> Tomas, int SinRespuesta)
{
    public double Mediana => Tiempos.Percentil(50);

    public double P99 => Tiempos.Percentil(99);

    public double Peor => Tiempos.Max();

    /// <summary>A bar is of all the questions: while some have no answer, there is nothing to hold against it.</summary>
    public double? SiCompleta(Func<Pasada, double> cifra) => SinRespuesta == 0 && Tomas.Count > 0 ? cifra(this) : null;

    public int Amplias => Tomas.Count(toma => toma.Amplia);

    private IEnumerable<double> Tiempos => Tomas.Select(toma => toma.Milisegundos);

    public static Pasada Tomar(IReadOnlyList<Pregunta> preguntas, Action<Pregunta> hacer, CancellationToken ct)
    {
        // What was left by others is collected now, not on the clock of the first question.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var tomas = new List<Toma>(preguntas.Count);
        var sinRespuesta = 0;
        foreach (var pregunta in preguntas)
        {
            ct.ThrowIfCancellationRequested();
            var inicio = TimeProvider.System.GetTimestamp();
            var amplia = false;
            try
            {
                hacer(pregunta);
            }
            catch (ConsultaDemasiadoAmpliaException)
            {
                amplia = true;
            }
            catch (NotSupportedException)
            {
                sinRespuesta++;
                continue;
            }
            tomas.Add(new Toma(pregunta, TimeProvider.System.GetElapsedTime(inicio).TotalMilliseconds, amplia));
        }
        return new Pasada(tomas, sinRespuesta);
    }

    public string EnPalabras() =>
        Tomas.Count == 0
            ? "sin medir"
            : $"mediana {Mediana:0.00}, p99 {P99:0.0}, peor {Peor:0.0} ms{(SinRespuesta == 0 ? "" : $"; {SinRespuesta} aún sin respuesta")}";
}
