using System.Buffers;
using System.Collections.Frozen;

namespace Icsoe.Domain.Modelo;

/// <summary>
/// Company suffixes of Mexican law and how people write them: <c>S.A. DE C.V.</c>, <c>SA DE CV</c>, <c>S A DE C V</c>
/// and <c>SOCIEDAD ANONIMA DE CAPITAL VARIABLE</c> are one; <c>S.C.</c> is another. Part of fold spec 1: frozen.
/// </summary>
internal static class Sufijos
{
    private const int MasPalabras = 14;

    private static readonly (string Forma, string Completa)[] Tipos =
    [
        ("SA", "SOCIEDAD ANONIMA"),
        ("SAB", "SOCIEDAD ANONIMA BURSATIL"),
        ("SAPI", "SOCIEDAD ANONIMA PROMOTORA DE INVERSION"),
        ("SAPIB", "SOCIEDAD ANONIMA PROMOTORA DE INVERSION BURSATIL"),
        ("SAS", "SOCIEDAD POR ACCIONES SIMPLIFICADA"),
        ("S DE RL", "SOCIEDAD DE RESPONSABILIDAD LIMITADA"),
        ("SPR DE RL", "SOCIEDAD DE PRODUCCION RURAL DE RESPONSABILIDAD LIMITADA"),
        ("SPR DE RI", "SOCIEDAD DE PRODUCCION RURAL DE RESPONSABILIDAD ILIMITADA"),
        ("SC DE RL", "SOCIEDAD COOPERATIVA DE RESPONSABILIDAD LIMITADA"),
        ("SPR", "SOCIEDAD DE PRODUCCION RURAL"),
        ("SC", "SOCIEDAD CIVIL"),
        ("AC", "ASOCIACION CIVIL"),
        ("SNC", "SOCIEDAD NACIONAL DE CREDITO"),
        ("S EN C", "SOCIEDAD EN COMANDITA SIMPLE"),
        ("S EN C POR A", "SOCIEDAD EN COMANDITA POR ACCIONES"),
        ("S EN NC", "SOCIEDAD EN NOMBRE COLECTIVO"),
        ("IAP", "INSTITUCION DE ASISTENCIA PRIVADA"),
        ("SOFOM ENR", "SOCIEDAD FINANCIERA DE OBJETO MULTIPLE ENTIDAD NO REGULADA"),
        ("SOFOM ER", "SOCIEDAD FINANCIERA DE OBJETO MULTIPLE ENTIDAD REGULADA"),
    ];

    private static readonly (string Forma, string Completa)[] Colas =
    [
        ("", ""),
        (" DE CV", " DE CAPITAL VARIABLE"),
        (" MI", " MICROINDUSTRIAL"),
        (" MI DE CV", " MICROINDUSTRIAL DE CAPITAL VARIABLE"),
        (" DE CV MI", " DE CAPITAL VARIABLE MICROINDUSTRIAL"),
    ];

    /// <summary>From the letters of each spelling without spaces to the suffix's own form.</summary>
    private static readonly FrozenDictionary<string, string> Formas = (
        from tipo in Tipos
        from cola in Colas
        from escrito in new[]
        {
            tipo.Forma + cola.Forma,
            tipo.Completa + cola.Completa,
            tipo.Completa + cola.Forma,
            tipo.Forma + cola.Completa,
        }
        select (Letras: escrito.Replace(" ", "", StringComparison.Ordinal), Forma: tipo.Forma + cola.Forma)
    )
        .DistinctBy(par => par.Letras)
        .ToFrozenDictionary(par => par.Letras, par => par.Forma);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> PorLetras = Formas.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private static readonly int MasLetras = Formas.Keys.Max(letras => letras.Length);

    private static readonly SearchValues<char> Iniciales = SearchValues.Create([.. Formas.Keys.Select(letras => letras[0]).Distinct()]);

    /// <summary>
    /// The words with the suffixes at their end in their own form, or null when there are none; at least one word stays before them.
    /// The longest spelling wins, and one suffix may follow another (SA DE CV SOFOM ENR).
    /// </summary>
    /// <param name="palabras">With one space between them and none around.</param>
    public static string? Reducir(ReadOnlySpan<char> palabras)
    {
        string? cola = null;
        var resto = palabras;
        while (Buscar(resto) is var (desde, forma) && forma is not null)
        {
            cola = cola is null ? forma : $"{forma} {cola}";
            resto = palabras[..(desde - 1)];
        }
        return cola is null ? null : $"{resto} {cola}";
    }

    /// <summary>How long some words are without the suffixes at their end, and without the space before them.</summary>
    /// <inheritdoc cref="Reducir" path="/param"/>
    public static int LargoSinSufijo(ReadOnlySpan<char> palabras)
    {
        while (Buscar(palabras) is var (desde, forma) && forma is not null)
            palabras = palabras[..(desde - 1)];
        return palabras.Length;
    }

    /// <summary>
    /// The words with every suffix among them in its own form, and beside them how they are written; null when that changes nothing.
    /// </summary>
    public static (string Palabras, string Escritas)? ReducirTodos(string palabras, string escritas)
    {
        if (!HayPorReducir(palabras))
            return null;
        var partidas = palabras.Split(' ');
        var comoSeEscriben = escritas.Split(' ');
        var reducidas = new List<string>();
        var escritasReducidas = new List<string>();
        for (var i = 0; i < partidas.Length; )
        {
            var cuantas = Math.Min(MasPalabras, partidas.Length - i);
            string? forma = null;
            while (cuantas > 0 && !Formas.TryGetValue(string.Concat(partidas.AsSpan(i, cuantas)), out forma))
                cuantas--;
            reducidas.Add(forma ?? partidas[i]);
            escritasReducidas.Add(forma ?? comoSeEscriben[i]);
            i += Math.Max(cuantas, 1);
        }
        var reducido = string.Join(' ', reducidas);
        return reducido == palabras ? null : (reducido, string.Join(' ', escritasReducidas));
    }

    /// <summary>Whether some of the words, together, are a suffix that is not in its own form: of nearly every text, none.</summary>
    private static bool HayPorReducir(ReadOnlySpan<char> palabras)
    {
        Span<char> letras = stackalloc char[MasLetras];
        for (var inicio = 0; inicio < palabras.Length; inicio++)
        {
            if ((inicio > 0 && palabras[inicio - 1] != ' ') || !Iniciales.Contains(palabras[inicio]))
                continue;
            var cuantas = 0;
            for (var i = inicio; i < palabras.Length && cuantas < letras.Length; i++)
            {
                if (palabras[i] != ' ')
                    letras[cuantas++] = palabras[i];
                var acaba = i + 1 == palabras.Length || palabras[i + 1] == ' ';
                if (
                    acaba
                    && palabras[i] != ' '
                    && PorLetras.TryGetValue(letras[..cuantas], out var forma)
                    && !palabras[inicio..(i + 1)].SequenceEqual(forma)
                )
                    return true;
            }
        }
        return false;
    }

    /// <summary>The longest suffix that ends the words, and where it begins.</summary>
    private static (int Desde, string? Forma) Buscar(ReadOnlySpan<char> palabras)
    {
        // Letters without spaces fill it from its end; where a word begins may be where the suffix does.
        Span<char> letras = stackalloc char[MasLetras];
        Span<(int Palabra, int Letra)> inicios = stackalloc (int, int)[MasPalabras];
        var cuantos = 0;
        var libre = letras.Length;
        for (var i = palabras.Length - 1; i > 0 && cuantos < MasPalabras; i--)
        {
            if (palabras[i] == ' ')
                continue;
            if (libre == 0)
                break;
            letras[--libre] = palabras[i];
            if (palabras[i - 1] == ' ')
                inicios[cuantos++] = (i, libre);
        }
        while (--cuantos >= 0)
        {
            var (palabra, letra) = inicios[cuantos];
            if (Iniciales.Contains(letras[letra]) && PorLetras.TryGetValue(letras[letra..], out var forma))
                return (palabra, forma);
        }
        return (0, null);
    }
}
