namespace Icsoe.Domain.Validacion;

/// <summary>
/// Unidad de Medida y Actualización, the daily value that INEGI publishes each year and that is in force from 1 February. A year that is not
/// here is not known: nothing is checked against it.
/// </summary>
public static class Uma
{
    /// <summary>Times the UMA that an SBC may be (LSS, article 28).</summary>
    private const int VecesDelTope = 25;

    private static readonly Dictionary<int, decimal> Diaria = new()
    {
        [2021] = 89.62m,
        [2022] = 96.22m,
        [2023] = 103.74m,
        [2024] = 108.57m,
        [2025] = 113.14m,
        [2026] = 117.31m,
    };

    /// <summary>Year of the UMA that is in force on a day.</summary>
    public static int Anio(DateOnly dia) => dia.Month == 1 ? dia.Year - 1 : dia.Year;

    /// <summary>What an SBC may be at most, in pesos a day, by the UMA of a year; null when that is not known.</summary>
    public static decimal? TopeDeSbc(int anio) => Diaria.TryGetValue(anio, out var uma) ? uma * VecesDelTope : null;
}
