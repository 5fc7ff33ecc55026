using System.Collections.Frozen;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Lectura;

/// <summary>Where each column stands in one sheet.</summary>
/// <param name="UltimaFila">1-based last row of the header; data follow.</param>
/// <param name="Posiciones">0-based column of each field; -1 when it is not there. By <see cref="Columna"/>.</param>
/// <param name="Repetidas">Fields that two columns claim.</param>
internal sealed record Encabezado(int UltimaFila, int[] Posiciones, IReadOnlyList<Columna> Repetidas)
{
    private const int LargoMaximo = 200;

    private static readonly FrozenSet<string> SinPeso = new[]
    {
        "DE",
        "DEL",
        "LA",
        "EL",
        "LOS",
        "LAS",
        "O",
        "U",
        "Y",
        "E",
        "EN",
        "A",
        "AL",
        "QUE",
        "SU",
        "DATOS",
        "INFORMACION",
        "DD",
        "MM",
        "AAAA",
        "YYYY",
    }.ToFrozenSet();

    private static readonly FrozenDictionary<string, Columna> PorLlave = CrearLlaves();

    /// <summary>How many fields were found.</summary>
    public int Puntos => Posiciones.Count(p => p >= 0);

    /// <summary>Fields of the list that are not there; cuatrimestre and año may be missing.</summary>
    public IEnumerable<Columna> Faltantes(Lista lista) =>
        Enum.GetValues<Columna>().Where(c => Posiciones[(int)c] < 0 && EsNecesaria(c, lista));

    /// <summary>Whether a listado cannot be read without this column.</summary>
    public static bool EsNecesaria(Columna columna, Lista lista) =>
        columna is not (Columna.Cuatrimestre or Columna.Ejercicio) && (columna != Columna.Inconsistencia || lista == Lista.Inconsistente);

    /// <summary>The best header among the first rows, of one row or of a row of groups over a row of fields; null when no field was found.</summary>
    public static Encabezado? Buscar(IReadOnlyList<string?[]> filas, int cuantas)
    {
        Encabezado? mejor = null;
        for (var i = 0; i < Math.Min(cuantas, filas.Count); i++)
        {
            Proponer(Medir(i + 1, filas[i], null));
            if (i + 1 < Math.Min(cuantas, filas.Count) && Array.Exists(filas[i], texto => !string.IsNullOrWhiteSpace(texto)))
                Proponer(Medir(i + 2, filas[i + 1], filas[i]));
        }
        return mejor is { Puntos: > 0 } ? mejor : null;

        void Proponer(Encabezado otro) => mejor = mejor is null || otro.Puntos > mejor.Puntos ? otro : mejor;
    }

    /// <summary>Reads a row as header. A blank cell of the group row belongs to the group at its left, as merged cells do.</summary>
    private static Encabezado Medir(int ultimaFila, string?[] campos, string?[]? grupos)
    {
        var posiciones = new int[Columnas.Todas.Length];
        Array.Fill(posiciones, -1);
        List<Columna>? repetidas = null;
        string[] grupo = [];
        for (var i = 0; i < Math.Max(campos.Length, grupos?.Length ?? 0); i++)
        {
            var campo = Palabras(i < campos.Length ? campos[i] : null);
            var arriba = Palabras(grupos is not null && i < grupos.Length ? grupos[i] : null);
            if (arriba.Length > 0)
                grupo = arriba;
            // A header merged downwards has its text in the upper row.
            var hallada = campo.Length > 0 ? Reconocer(campo, grupo) : Reconocer(arriba, []);
            if (hallada is not { } columna)
                continue;
            if (posiciones[(int)columna] >= 0)
                (repetidas ??= []).Add(columna);
            else
                posiciones[(int)columna] = i;
        }
        return new Encabezado(ultimaFila, posiciones, repetidas ?? []);
    }

    private static Columna? Reconocer(string[] campo, string[] grupo)
    {
        if (campo.Length == 0)
            return null;
        if (grupo.Length > 0 && PorLlave.TryGetValue(Llave(campo, grupo), out var enGrupo))
            return enGrupo;
        return PorLlave.TryGetValue(Llave(campo, []), out var sola) ? sola : null;
    }

    private static FrozenDictionary<string, Columna> CrearLlaves()
    {
        var llaves = new Dictionary<string, Columna>(StringComparer.Ordinal);
        foreach (var nombres in Columnas.Todas)
        {
            string[] solas = [.. nombres.Solas, nombres.Etiqueta];
            foreach (var sola in solas)
                llaves.Agregar(Llave(Palabras(sola), []), nombres.Columna);
            foreach (var grupo in nombres.Grupo)
            {
                foreach (var campo in (string[])[.. solas, .. nombres.EnGrupo])
                    llaves.Agregar(Llave(Palabras(campo), Palabras(grupo)), nombres.Columna);
            }
        }
        return llaves.ToFrozenDictionary();
    }

    private static string Llave(string[] campo, string[] grupo) =>
        string.Join(' ', campo.Concat(grupo).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>The words that carry meaning, without endings of gender and number.</summary>
    private static string[] Palabras(string? texto) =>
        texto is null || texto.Length > LargoMaximo
            ? []
            : [.. Plegado.Plegar(texto).Split(' ').Where(p => p.Length > 0 && !SinPeso.Contains(p)).Select(Raiz)];

    private static string Raiz(string palabra)
    {
        if (palabra.Length <= 3)
            return palabra;
        var singular = palabra.EndsWith('S') ? palabra[..^1] : palabra;
        return singular[^1] is 'A' or 'O' or 'E' ? singular[..^1] : singular;
    }
}

/// <summary>Keys of the map of columns.</summary>
file static class Llaves
{
    /// <summary>One key means one column: two meanings are an error of the table, found by any test.</summary>
    public static void Agregar(this Dictionary<string, Columna> llaves, string llave, Columna columna)
    {
        if (!llaves.TryAdd(llave, columna) && llaves[llave] != columna)
            throw new InvalidOperationException($"«{llave}» names both {llaves[llave]} and {columna}.");
    }
}
