using System.Collections.Concurrent;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Cambios;

/// <summary>
/// The pairs found last, so that one who pages through the changes of a periodo does not have them found again for every page. Sealed
/// publications never change, and so neither do these.
/// </summary>
internal sealed class ParejasRecientes
{
    private const int Recordadas = 8;

    private readonly ConcurrentDictionary<(Periodo, Entidad, int, int), IReadOnlyList<Pareja>> halladas = new();

    public IReadOnlyList<Pareja> De((Periodo, Entidad, int, int) cuales, Func<IReadOnlyList<Pareja>> hallar)
    {
        if (halladas.TryGetValue(cuales, out var guardadas))
            return guardadas;
        // A few are kept, and too many are forgotten together.
        if (halladas.Count >= Recordadas)
            halladas.Clear();
        return halladas[cuales] = hallar();
    }
}
