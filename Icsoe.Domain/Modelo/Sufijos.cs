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
    private static readonly FrozenDictionary<string, string[]> Formas = (
        from tipo in Tipos
        from cola in Colas
        from escrito in new[]
        {
            tipo.Forma + cola.Forma,
            tipo.Completa + cola.Completa,
            tipo.Completa + cola.Forma,
            tipo.Forma + cola.Completa,
        }
        select (Letras: escrito.Replace(" ", "", StringComparison.Ordinal), Forma: (tipo.Forma + cola.Forma).Split(' '))
    )
        .DistinctBy(par => par.Letras)
        .ToFrozenDictionary(par => par.Letras, par => par.Forma);

    /// <summary>
    /// The words with the suffixes at their end in their own form; at least one word stays before them.
    /// The longest spelling wins, and one suffix may follow another (SA DE CV SOFOM ENR).
    /// </summary>
    public static IReadOnlyList<string> Reducir(string[] palabras)
    {
        List<string>? reducidas = null;
        var fin = palabras.Length;
        while (BuscarAntesDe(palabras, fin) is var (desde, forma) && forma is not null)
        {
            (reducidas ??= [.. palabras]).RemoveRange(desde, fin - desde);
            reducidas.InsertRange(desde, forma);
            fin = desde;
        }
        return reducidas ?? (IReadOnlyList<string>)palabras;
    }

    private static (int Desde, string[]? Forma) BuscarAntesDe(string[] palabras, int fin)
    {
        for (var desde = Math.Max(1, fin - MasPalabras); desde < fin; desde++)
        {
            if (Formas.TryGetValue(string.Concat(palabras.AsSpan(desde, fin - desde)), out var forma))
                return (desde, forma);
        }
        return (fin, null);
    }
}
