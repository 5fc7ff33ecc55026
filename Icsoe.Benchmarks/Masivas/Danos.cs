using Icsoe.Benchmarks.Generador;
using Icsoe.Domain.Modelo;

namespace Icsoe.Benchmarks.Masivas;

/// <summary>A way in which names get damaged on their way to a list of suppliers.</summary>
/// <param name="Nombre">In the table.</param>
/// <param name="Aplicar">The damaged name; null where that one cannot be damaged so.</param>
internal sealed record Dano(string Nombre, Func<string, Dano.Sorteo, string?> Aplicar)
{
    private static readonly Dictionary<string, string> Abreviaturas = new(StringComparer.Ordinal)
    {
        ["SERVICIOS"] = "SERV.",
        ["GRUPO"] = "GPO.",
        ["CORPORATIVO"] = "CORP.",
        ["COMERCIALIZADORA"] = "COM.",
        ["CONSTRUCTORA"] = "CONST.",
        ["CONSTRUCCIONES"] = "CONST.",
        ["MANTENIMIENTO"] = "MTTO.",
        ["INSTALACIONES"] = "INST.",
        ["SOLUCIONES"] = "SOL.",
        ["TECNOLOGÍA"] = "TEC.",
        ["TRANSPORTES"] = "TRANSP.",
        ["INGENIERÍA"] = "ING.",
        ["PROYECTOS"] = "PROY.",
        ["OPERADORA"] = "OP.",
        ["PROMOTORA"] = "PROM.",
        ["INDUSTRIAS"] = "IND.",
        ["INDUSTRIALES"] = "IND.",
        ["INDUSTRIAL"] = "IND.",
        ["INMOBILIARIA"] = "INMOB.",
        ["DISTRIBUIDORA"] = "DIST.",
        ["LABORATORIOS"] = "LAB.",
        ["UNIVERSIDAD"] = "UNIV.",
        ["ESPECIALIZADOS"] = "ESP.",
        ["INTEGRALES"] = "INT.",
        ["PROFESIONALES"] = "PROF.",
        ["MÉXICO"] = "MEX.",
        ["MARÍA"] = "MA.",
        ["JOSÉ"] = "J.",
        ["GUADALUPE"] = "GPE.",
        ["FRANCISCO"] = "FCO.",
    };

    /// <summary>The ways that the table tells, each alone.</summary>
    public static IReadOnlyList<Dano> Todos { get; } =
    [
        new("sufijo quitado", (nombre, _) => Sufijo(nombre) is { } sufijo ? SinSufijo(nombre, sufijo) : null),
        new(
            "sufijo escrito de otro modo",
            (nombre, sorteo) => Sufijo(nombre) is { } sufijo ? $"{SinSufijo(nombre, sufijo)} {sorteo.Una(Formas(sufijo))}" : null
        ),
        new(
            "sin acentos ni eñes",
            (nombre, _) => Ortografia.SinAcentos(nombre, tambienEnes: true) is var otro && otro != nombre ? otro : null
        ),
        new("palabras en otro orden", Desordenar),
        new("una letra", (nombre, sorteo) => Errata(nombre, sorteo)),
        new("dos letras", (nombre, sorteo) => Errata(nombre, sorteo) is { } otro ? Errata(otro, sorteo) : null),
        new("abreviaturas", (nombre, _) => Abreviar(nombre)),
    ];

    private static string? Sufijo(string nombre) =>
        Palabras.Sufijos.FirstOrDefault(sufijo => nombre.EndsWith(" " + sufijo, StringComparison.Ordinal));

    private static string SinSufijo(string nombre, string sufijo) => nombre[..^(sufijo.Length + 1)].TrimEnd(',');

    private static string[] Formas(string sufijo)
    {
        var letras = sufijo.Replace(".", "", StringComparison.Ordinal);
        return
        [
            letras,
            letras.ToLowerInvariant(),
            string.Join(' ', letras.Where(char.IsLetter)),
            letras.Replace(" ", "", StringComparison.Ordinal),
            letras
                .Replace("SA DE", "SOCIEDAD ANÓNIMA DE", StringComparison.Ordinal)
                .Replace("DE CV", "DE CAPITAL VARIABLE", StringComparison.Ordinal),
        ];
    }

    /// <summary>The last word of the name, its suffix apart, comes first, or two neighbours change places.</summary>
    private static string? Desordenar(string nombre, Sorteo sorteo)
    {
        var sufijo = Sufijo(nombre);
        var palabras = (sufijo is null ? nombre : SinSufijo(nombre, sufijo)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // A suffix that is not of the list would be shuffled too.
        if (palabras.Length < 2 || (sufijo is null && Plegado.SepararSufijo(Plegado.Plegar(nombre)).Sufijo.Length > 0))
            return null;
        if (sorteo.Suerte(0.5))
            palabras = [palabras[^1], .. palabras[..^1]];
        else
        {
            var lugar = sorteo.Entero(palabras.Length - 1);
            (palabras[lugar], palabras[lugar + 1]) = (palabras[lugar + 1], palabras[lugar]);
        }
        return $"{string.Join(' ', palabras)}{(sufijo is null ? "" : $", {sufijo}")}";
    }

    /// <summary>A letter changed for any other, lost, doubled or swapped with the next, wherever it stands.</summary>
    private static string? Errata(string nombre, Sorteo sorteo)
    {
        var lugares = Enumerable.Range(0, nombre.Length).Where(i => char.IsLetter(nombre[i])).ToList();
        if (lugares.Count < 6)
            return null;
        var lugar = sorteo.Una(lugares);
        return sorteo.Entero(4) switch
        {
            0 => nombre.Remove(lugar, 1),
            1 => nombre.Insert(lugar, nombre[lugar].ToString()),
            2 when lugar + 1 < nombre.Length && char.IsLetter(nombre[lugar + 1]) =>
                $"{nombre[..lugar]}{nombre[lugar + 1]}{nombre[lugar]}{nombre[(lugar + 2)..]}",
            _ => $"{nombre[..lugar]}{(char)('A' + sorteo.Entero(26))}{nombre[(lugar + 1)..]}",
        };
    }

    private static string? Abreviar(string nombre)
    {
        var palabras = nombre.Split(' ');
        var abreviadas = palabras.Select(palabra => Abreviaturas.GetValueOrDefault(palabra, palabra)).ToList();
        return abreviadas.SequenceEqual(palabras) ? null : string.Join(' ', abreviadas);
    }

    /// <summary>What a damage draws from.</summary>
    internal sealed class Sorteo(ulong semilla, int numero)
    {
        private Azar _azar = Azar.De(semilla, Tema.Dano, numero);

        public int Entero(int hasta) => _azar.Entero(hasta);

        public bool Suerte(double probabilidad) => _azar.Suerte(probabilidad);

        public T Una<T>(IReadOnlyList<T> opciones) => _azar.Una(opciones);
    }
}
