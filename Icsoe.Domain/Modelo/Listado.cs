using System.Diagnostics.CodeAnalysis;

namespace Icsoe.Domain.Modelo;

/// <summary>One lista in one periodo: what IMSS publishes as one workbook.</summary>
public readonly record struct Listado(Periodo Periodo, Lista Lista) : IComparable<Listado>
{
    private const string Letras = "PST";

    /// <summary>Periodo key × 2 + lista: the upper half of the keys of its rows (design, section 4).</summary>
    public int Clave => (Periodo.Clave * 2) + (int)Lista;

    /// <summary>First row key of this listado; the last is <c>PrimeraClave + uint.MaxValue</c>.</summary>
    public long PrimeraClave => (long)Clave << 32;

    /// <summary>Last row key that can belong to this listado.</summary>
    public long UltimaClave => PrimeraClave + uint.MaxValue;

    /// <summary>IMSS's name without extension: <c>LPP2026</c>, <c>LIIT2025</c>.</summary>
    public string Nombre => $"{(Lista == Lista.Publico ? "LP" : "LII")}{Letras[Periodo.Cuatrimestre - 1]}{Periodo.Ejercicio:D4}";

    /// <summary>The listado of a stored <see cref="Clave"/>.</summary>
    public static Listado DeClave(int clave) => new(Periodo.DeClave(clave / 2), (Lista)(clave & 1));

    /// <summary>The listado a row key belongs to.</summary>
    public static Listado DeRenglon(long claveDeRenglon) => DeClave((int)(claveDeRenglon >> 32));

    /// <summary>Reads IMSS's name, <c>LPP2026</c>, case-sensitive and without extension.</summary>
    public static bool TryParseNombre([NotNullWhen(true)] string? nombre, out Listado listado)
    {
        listado = default;
        if (nombre is null)
            return false;
        var lista = nombre.StartsWith("LII", StringComparison.Ordinal) ? Lista.Inconsistente : Lista.Publico;
        var prefijo = lista == Lista.Inconsistente ? "LII" : "LP";
        if (!nombre.StartsWith(prefijo, StringComparison.Ordinal))
            return false;
        var resto = nombre.AsSpan(prefijo.Length);
        if (resto.Length != 5 || resto[1..].IndexOfAnyExceptInRange('0', '9') >= 0)
            return false;
        if (!Periodo.TryCreate(int.Parse(resto[1..]), Letras.IndexOf(resto[0], StringComparison.Ordinal) + 1, out var periodo))
            return false;
        listado = new Listado(periodo, lista);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Listado other) => Clave.CompareTo(other.Clave);

    /// <inheritdoc cref="Nombre"/>
    public override string ToString() => Nombre;

    public static bool operator <(Listado a, Listado b) => a.CompareTo(b) < 0;

    public static bool operator >(Listado a, Listado b) => a.CompareTo(b) > 0;

    public static bool operator <=(Listado a, Listado b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Listado a, Listado b) => a.CompareTo(b) >= 0;
}
