using System.Diagnostics.CodeAnalysis;

namespace Icsoe.Domain.Publicaciones;

/// <summary>
/// Id of a publication: <c>2026-06</c>; the second of the month is <c>2026-06.2</c> (<c>2026-06</c> stays the first).
/// Ordered by year, month, number.
/// </summary>
public readonly record struct IdPublicacion : IComparable<IdPublicacion>
{
    private IdPublicacion(int anio, int mes, int numero) => (Anio, Mes, Numero) = (anio, mes, numero);

    public int Anio { get; }

    public int Mes { get; }

    /// <summary>1 for the first of the month, which is not written.</summary>
    public int Numero { get; }

    /// <summary>First day of its month.</summary>
    public DateOnly PrimerDia => new(Anio, Mes, 1);

    /// <summary>The next id of the same month.</summary>
    public IdPublicacion Siguiente => new(Anio, Mes, Numero + 1);

    /// <summary>The first id of the month a day falls in.</summary>
    public static IdPublicacion DelMes(DateOnly dia) => new(dia.Year, dia.Month, 1);

    /// <summary>Reads <c>2026-06</c> or <c>2026-06.2</c>; nothing else (no <c>.1</c>, no leading zeros, years 2021..9999, numbers ≤ 9999).</summary>
    public static bool TryParse([NotNullWhen(true)] string? texto, out IdPublicacion id)
    {
        id = default;
        if (texto is not { Length: >= 7 and <= 12 } || texto[4] != '-')
            return false;
        if (!Digitos(texto.AsSpan(0, 4), out var anio) || !Digitos(texto.AsSpan(5, 2), out var mes))
            return false;
        var numero = 1;
        if (texto.Length > 7 && (texto[7] != '.' || texto[8..] is [] or ['0', ..] || !Digitos(texto.AsSpan(8), out numero) || numero == 1))
            return false;
        if (anio < 2021 || mes is < 1 or > 12)
            return false;
        id = new IdPublicacion(anio, mes, numero);
        return true;
    }

    /// <summary>Reads an id known to be valid.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static IdPublicacion Parse(string texto) =>
        TryParse(texto, out var id) ? id : throw new FormatException($"'{texto}' is not a publication id.");

    /// <inheritdoc/>
    public int CompareTo(IdPublicacion other) => (Anio, Mes, Numero).CompareTo((other.Anio, other.Mes, other.Numero));

    /// <summary><c>2026-06</c> or <c>2026-06.2</c>.</summary>
    public override string ToString() => Numero == 1 ? $"{Anio:D4}-{Mes:D2}" : $"{Anio:D4}-{Mes:D2}.{Numero}";

    public static bool operator <(IdPublicacion a, IdPublicacion b) => a.CompareTo(b) < 0;

    public static bool operator >(IdPublicacion a, IdPublicacion b) => a.CompareTo(b) > 0;

    public static bool operator <=(IdPublicacion a, IdPublicacion b) => a.CompareTo(b) <= 0;

    public static bool operator >=(IdPublicacion a, IdPublicacion b) => a.CompareTo(b) >= 0;

    private static bool Digitos(ReadOnlySpan<char> texto, out int valor)
    {
        valor = 0;
        return texto.IndexOfAnyExceptInRange('0', '9') < 0 && int.TryParse(texto, out valor);
    }
}
