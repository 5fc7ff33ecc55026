using System.Text;
using System.Text.RegularExpressions;
using Icsoe.Domain.Modelo;

namespace Icsoe.Tests.Almacen.Busqueda;

/// <summary>A word folded and as it was written: upper case with its marks.</summary>
internal readonly record struct Letra(string Plegada, string Escrita);

/// <summary>Words that a row must have: one, or how it begins; or several whole ones in a row, if they came in quotes.</summary>
internal sealed record Pedazo(IReadOnlyList<Letra> Palabras, bool EntreComillas);

/// <summary>The oracle's own way from texts to words: <see cref="Plegado.Plegar(string)"/>, and nothing else of the engine.</summary>
internal static partial class Letras
{
    /// <summary>The words of a text, in its order.</summary>
    public static List<Letra> De(string? texto)
    {
        if (texto is null)
            return [];
        var plegadas = Plegado.Plegar(texto).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var escritas = Palabra()
            .Matches(Invisibles().Replace(Componer(texto), "").Replace("&", " Y ", StringComparison.Ordinal))
            .Select(hallada => hallada.Value.ToUpperInvariant())
            .ToList();
        // From the first word that is no longer the one written (a company suffix in its own form), as folded.
        var iguales = plegadas.Zip(escritas).TakeWhile(par => Plegado.Plegar(par.Second) == par.First).Count();
        return [.. plegadas.Select((plegada, i) => new Letra(plegada, i < iguales ? escritas[i] : plegada))];
    }

    /// <summary>The words of a field and, apart, the same with every suffix in its own form.</summary>
    public static List<Letra> DeCampo(string? texto)
    {
        var palabras = De(texto);
        var reducidas = Reducir(palabras);
        return reducidas.SequenceEqual(palabras) ? palabras : [.. palabras, new Letra("\n", "\n"), .. reducidas];
    }

    /// <summary>What a text asks for: all the pieces of some alternative. None when it has no words.</summary>
    public static List<List<Pedazo>> Buscadas(string texto)
    {
        var trozos = texto.Split('"').ToList();
        // A quote that nobody closes is as good as a space.
        if (trozos.Count % 2 == 0)
        {
            trozos[^2] = $"{trozos[^2]} {trozos[^1]}";
            trozos.RemoveAt(trozos.Count - 1);
        }
        return [.. new[] { Alternativa(trozos, reducir: false), Alternativa(trozos, reducir: true) }.Where(pedazos => pedazos.Count > 0)];
    }

    public static bool Esta(Pedazo pedazo, List<Letra> campo, bool exacto)
    {
        for (var inicio = 0; inicio + pedazo.Palabras.Count <= campo.Count; inicio++)
        {
            if (pedazo.Palabras.Zip(campo.Skip(inicio)).All(par => Es(par.First, par.Second, pedazo.EntreComillas, exacto)))
                return true;
        }
        return false;
    }

    private static bool Es(Letra buscada, Letra suya, bool entera, bool exacto) =>
        entera
            ? suya.Plegada == buscada.Plegada && (!exacto || suya.Escrita == buscada.Escrita)
            : suya.Plegada.StartsWith(buscada.Plegada, StringComparison.Ordinal)
                && (!exacto || suya.Escrita.StartsWith(buscada.Escrita, StringComparison.Ordinal));

    private static List<Pedazo> Alternativa(List<string> trozos, bool reducir)
    {
        var pedazos = new List<Pedazo>();
        for (var i = 0; i < trozos.Count; i++)
        {
            var palabras = reducir ? Reducir(De(trozos[i])) : De(trozos[i]);
            if (i % 2 == 1 && palabras.Count > 0)
                pedazos.Add(new(palabras, EntreComillas: true));
            else
                pedazos.AddRange(palabras.Select(palabra => new Pedazo([palabra], EntreComillas: false)));
        }
        return pedazos;
    }

    /// <summary>Every company suffix in its own form, wherever it stands: the longest first, from left to right.</summary>
    private static List<Letra> Reducir(List<Letra> palabras)
    {
        var reducidas = new List<Letra>();
        for (var i = 0; i < palabras.Count; )
        {
            var cuantas = palabras.Count - i;
            while (cuantas > 1 && !EsSufijo(palabras.GetRange(i, cuantas)))
                cuantas--;
            var tramo = palabras.GetRange(i, cuantas);
            var forma = Forma(tramo);
            reducidas.AddRange(
                forma.SequenceEqual(tramo.Select(letra => letra.Plegada)) ? tramo : forma.Select(palabra => new Letra(palabra, palabra))
            );
            i += cuantas;
        }
        return reducidas;
    }

    /// <summary>Some words are one suffix when after another word, together or apart, they fold to the same.</summary>
    private static bool EsSufijo(List<Letra> palabras) =>
        Plegado.Plegar("Q " + string.Concat(palabras.Select(letra => letra.Plegada))) == "Q " + string.Join(' ', Forma(palabras));

    private static string[] Forma(List<Letra> palabras) =>
        Plegado.Plegar("Q " + string.Join(' ', palabras.Select(letra => letra.Plegada)))[2..].Split(' ');

    /// <summary>Lone surrogates are replaced, as UTF-8 does.</summary>
    private static string Componer(string texto) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(texto)).Normalize(NormalizationForm.FormC);

    [GeneratedRegex(@"[\p{L}\p{Nd}][\p{L}\p{Nd}\p{M}]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Palabra();

    [GeneratedRegex(@"\p{Cf}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Invisibles();
}
