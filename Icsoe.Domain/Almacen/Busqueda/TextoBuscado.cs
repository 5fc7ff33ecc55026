using System.Text;
using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>A word somebody looks for: its folded letters and how they wrote it, both UTF-8.</summary>
internal sealed record PalabraBuscada(string Plegada, string Escrita)
{
    public byte[] Letras { get; } = Encoding.UTF8.GetBytes(Plegada);

    public byte[] Escritura { get; } = Encoding.UTF8.GetBytes(Escrita);
}

/// <summary>Words that must follow one another, each whole, if they came in quotes; else one word, or how one begins.</summary>
internal sealed record Frase(IReadOnlyList<PalabraBuscada> Palabras, bool Entera);

/// <summary>
/// What somebody looks for, and nothing but that: quotes mark a phrase, and any other sign only parts words. All the phrases of one of
/// the alternatives must be there: a company suffix is looked for both as it was written and in its own form.
/// </summary>
internal sealed class TextoBuscado
{
    private TextoBuscado(IReadOnlyList<IReadOnlyList<Frase>> alternativas) => Alternativas = alternativas;

    /// <summary>None when there is no word in the text: it finds nothing.</summary>
    public IReadOnlyList<IReadOnlyList<Frase>> Alternativas { get; }

    public static TextoBuscado Leer(string texto)
    {
        var comoSeEscribio = Frases(texto, reducir: false);
        var reducidas = Frases(texto, reducir: true);
        if (comoSeEscribio.Count == 0)
            return new([]);
        return new(Iguales(comoSeEscribio, reducidas) ? [comoSeEscribio] : [comoSeEscribio, reducidas]);
    }

    /// <summary>A text of one phrase.</summary>
    public static TextoBuscado De(Frase frase) =>
        new([
            [frase],
        ]);

    private static List<Frase> Frases(string texto, bool reducir)
    {
        var frases = new List<Frase>();
        var trozos = texto.Split('"');
        // A quote that nobody closed is only a sign.
        if (trozos.Length % 2 == 0)
            trozos = [.. trozos[..^2], $"{trozos[^2]} {trozos[^1]}"];
        for (var i = 0; i < trozos.Length; i++)
        {
            var entera = i % 2 == 1;
            var palabras = Palabras(trozos[i], reducir);
            if (entera && palabras.Count > 0)
                frases.Add(new(palabras, Entera: true));
            else
                frases.AddRange(palabras.Distinct().Select(palabra => new Frase([palabra], Entera: false)));
        }
        return frases;
    }

    private static List<PalabraBuscada> Palabras(string texto, bool reducir)
    {
        var (plegado, escrito) = Plegado.PlegarConEscritura(texto);
        if (plegado.Length == 0)
            return [];
        if (reducir && Plegado.ReducirSufijos(plegado, escrito) is { } reducidas)
            (plegado, escrito) = reducidas;
        return [.. plegado.Split(' ').Zip(escrito.Split(' '), (una, otra) => new PalabraBuscada(una, otra))];
    }

    private static bool Iguales(List<Frase> unas, List<Frase> otras) =>
        unas.SelectMany(frase => frase.Palabras)
            .Select(palabra => palabra.Plegada)
            .SequenceEqual(otras.SelectMany(frase => frase.Palabras).Select(palabra => palabra.Plegada), StringComparer.Ordinal);
}
