namespace Icsoe.Domain.Almacen.Indice;

/// <summary>
/// Contracts of each party and repetitions of each service at a publication before the last one, whose own are in the indexes: what those
/// say, less what came later, plus what has left.
/// </summary>
internal sealed class CuentasDeAntes
{
    private readonly Dictionary<Tramo, Dictionary<ulong, (int Veces, int Fila)>> textos = [];

    public CuentasDeAntes(IReadOnlyList<Tramo> renglones, int partes, int secuencia, int ultima)
    {
        (DeContratista, DeContratante) = (new int[partes], new int[partes]);
        foreach (var tramo in renglones)
        {
            tramo.ContarPorParte(secuencia, DeContratista, DeContratante);
            if (tramo.EnPublicacion(secuencia).Limite > 0)
                textos[tramo] = Diferencias(tramo, secuencia, ultima);
        }
    }

    /// <summary>Contracts of each party, by its number.</summary>
    public int[] DeContratista { get; }

    /// <inheritdoc cref="DeContratista"/>
    public int[] DeContratante { get; }

    /// <summary>
    /// By digest, how many times more than now (or fewer) a text stood in a tramo, and the first row of those that have left with it
    /// (<see cref="int.MaxValue"/> for none); null when the tramo had no rows yet.
    /// </summary>
    public IReadOnlyDictionary<ulong, (int Veces, int Fila)>? Textos(Tramo tramo) => textos.GetValueOrDefault(tramo);

    private static Dictionary<ulong, (int Veces, int Fila)> Diferencias(Tramo tramo, int secuencia, int ultima)
    {
        var diferencias = new Dictionary<ulong, (int Veces, int Fila)>();
        foreach (var fila in tramo.SoloEn(ultima, secuencia))
            Sumar(fila, -1, int.MaxValue);
        foreach (var fila in tramo.SoloEn(secuencia, ultima))
            Sumar(fila, 1, fila);
        return diferencias;

        void Sumar(int fila, int veces, int suya)
        {
            var huella = TextosFrecuentes.Huella(tramo.Servicios, fila);
            if (huella == 0)
                return;
            var (antes, primera) = diferencias.GetValueOrDefault(huella, (0, int.MaxValue));
            diferencias[huella] = (antes + veces, Math.Min(primera, suya));
        }
    }
}
