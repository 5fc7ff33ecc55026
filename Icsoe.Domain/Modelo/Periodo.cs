using System.Diagnostics.CodeAnalysis;

namespace Icsoe.Domain.Modelo;

/// <summary>
/// Ejercicio and cuatrimestre, written <c>2026-1</c>. The first ejercicio is 2021 (guide: «de 2021 en adelante»);
/// cuatrimestre is 1 (enero-abril), 2 (mayo-agosto) or 3 (septiembre-diciembre). <c>default</c> is no periodo.
/// </summary>
public readonly record struct Periodo : IComparable<Periodo>
{
    /// <summary>First ejercicio with listings.</summary>
    public const int PrimerEjercicio = 2021;

    /// <summary>Last ejercicio that four digits can write.</summary>
    public const int UltimoEjercicio = 9999;

    private Periodo(int ejercicio, int cuatrimestre) => (Ejercicio, Cuatrimestre) = (ejercicio, cuatrimestre);

    /// <summary>Year, 2021..9999.</summary>
    public int Ejercicio { get; }

    /// <summary>1, 2 or 3.</summary>
    public int Cuatrimestre { get; }

    /// <summary>Ejercicio × 10 + cuatrimestre: 20261. Sorts in SQL as the periodo does.</summary>
    public int Clave => (Ejercicio * 10) + Cuatrimestre;

    /// <summary>First day of the cuatrimestre.</summary>
    public DateOnly Inicio => new(Ejercicio, (Cuatrimestre * 4) - 3, 1);

    /// <summary>Last day of the cuatrimestre.</summary>
    public DateOnly Fin => Cuatrimestre == 3 ? new(Ejercicio, 12, 31) : new DateOnly(Ejercicio, (Cuatrimestre * 4) + 1, 1).AddDays(-1);

    /// <summary>The one after.</summary>
    /// <exception cref="ArgumentOutOfRangeException">This is 9999-3.</exception>
    public Periodo Siguiente() => Cuatrimestre == 3 ? De(Ejercicio + 1, 1) : De(Ejercicio, Cuatrimestre + 1);

    /// <summary>Builds a periodo; false when ejercicio or cuatrimestre is out of range.</summary>
    public static bool TryCreate(int ejercicio, int cuatrimestre, out Periodo periodo)
    {
        var vale = ejercicio is >= PrimerEjercicio and <= UltimoEjercicio && cuatrimestre is >= 1 and <= 3;
        periodo = vale ? new Periodo(ejercicio, cuatrimestre) : default;
        return vale;
    }

    /// <summary>Builds a periodo known to be valid.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Ejercicio or cuatrimestre out of range.</exception>
    public static Periodo De(int ejercicio, int cuatrimestre) =>
        TryCreate(ejercicio, cuatrimestre, out var periodo)
            ? periodo
            : throw new ArgumentOutOfRangeException(nameof(ejercicio), $"{ejercicio}-{cuatrimestre} is not a periodo.");

    /// <summary>The periodo of a stored <see cref="Clave"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The key is of no periodo.</exception>
    public static Periodo DeClave(int clave) => De(clave / 10, clave % 10);

    /// <summary>Reads <c>2026-1</c>, exactly six ASCII characters; no spaces, no other digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? texto, out Periodo periodo)
    {
        periodo = default;
        return texto is { Length: 6 }
            && texto[4] == '-'
            && texto.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0
            && texto[5] is >= '1' and <= '3'
            && TryCreate(int.Parse(texto.AsSpan(0, 4)), texto[5] - '0', out periodo);
    }

    /// <inheritdoc/>
    public int CompareTo(Periodo other) => Clave.CompareTo(other.Clave);

    /// <summary><c>2026-1</c>.</summary>
    public override string ToString() => $"{Ejercicio:D4}-{Cuatrimestre}";

    public static bool operator <(Periodo a, Periodo b) => a.CompareTo(b) < 0;

    public static bool operator >(Periodo a, Periodo b) => a.CompareTo(b) > 0;

    public static bool operator <=(Periodo a, Periodo b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Periodo a, Periodo b) => a.CompareTo(b) >= 0;
}
