using System.Text;
using Icsoe.Domain.Almacen.Indice;
using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Domain.Almacen.Busqueda;

/// <summary>
/// What somebody may have meant by a text that finds nothing: the same with a word or more changed for one that is written somewhere,
/// and only if so it finds something.
/// </summary>
/// <param name="hallaAlgo">Whether a question finds any row.</param>
internal sealed class Correccion(Indices indices, Pregunta pregunta, Func<Consulta, bool> hallaAlgo)
{
    private const int Propuestas = 3;
    private const int Intentos = 12;

    private readonly Consulta consulta = pregunta.Consulta;

    public List<(string Parametro, string Valor)> Proponer()
    {
        var halladas = new List<(string, string)>();
        var intentos = 0;
        foreach (var (parametro, texto, con) in Textos())
        {
            foreach (var valor in Corregidos(texto, Vocabularios(parametro)).Distinct(StringComparer.Ordinal))
            {
                if (halladas.Count == Propuestas || ++intentos > Intentos)
                    return halladas;
                if (hallaAlgo(con(valor)))
                {
                    halladas.Add((parametro, valor));
                    break;
                }
            }
        }
        return halladas;
    }

    /// <summary>Every text of the question, with the question that another in its place makes.</summary>
    private IEnumerable<(string Parametro, string Texto, Func<string, Consulta> Con)> Textos()
    {
        foreach (var texto in consulta.Q)
            yield return ("q", texto, valor => consulta with { Q = Cambiado(consulta.Q, texto, valor) });
        foreach (var texto in consulta.Contratistas)
            yield return ("contratista", texto, valor => consulta with { Contratistas = Cambiado(consulta.Contratistas, texto, valor) });
        if (pregunta.Entidad == Entidad.Informativa)
            yield break;
        foreach (var texto in consulta.Contratantes)
            yield return ("contratante", texto, valor => consulta with { Contratantes = Cambiado(consulta.Contratantes, texto, valor) });
        foreach (var texto in consulta.Servicios)
            yield return ("servicio", texto, valor => consulta with { Servicios = Cambiado(consulta.Servicios, texto, valor) });
    }

    private static List<string> Cambiado(IReadOnlyList<string> textos, string anterior, string nuevo) =>
        [.. textos.Select(texto => texto == anterior ? nuevo : texto)];

    private List<Palabras> Vocabularios(string parametro)
    {
        var vocabularios = new List<Palabras>();
        if (parametro != "servicio" && indices.Partes is { } partes)
            vocabularios.Add(partes.Palabras);
        if (parametro is "servicio" or "q" && pregunta.Entidad != Entidad.Informativa)
            vocabularios.AddRange(pregunta.Pedidos().Select(tramo => tramo.Servicios));
        return vocabularios;
    }

    /// <summary>First with every word that nobody wrote changed; then with one changed, whichever it is.</summary>
    private IEnumerable<string> Corregidos(string texto, List<Palabras> vocabularios)
    {
        var frases = TextoBuscado.Leer(texto).Alternativas is [var primera, ..] ? primera : [];
        var minusculas = texto.Any(char.IsLower);
        var mejores = frases.Select(frase => frase.Entera ? null : Mejor(frase.Palabras[0].Letras, vocabularios)).ToList();
        var desconocidas = frases
            .Select(
                (frase, i) =>
                    mejores[i] is not null && !vocabularios.Exists(v => !v.Buscar(frase.Palabras[0].Letras, entera: false).EsVacio)
            )
            .ToList();
        if (desconocidas.Contains(true))
        {
            yield return Escribir(frases, minusculas, i => desconocidas[i] ? mejores[i] : null);
            yield break;
        }
        for (var cual = 0; cual < frases.Count; cual++)
        {
            var suya = cual;
            if (mejores[cual] is not null)
                yield return Escribir(frases, minusculas, i => i == suya ? mejores[i] : null);
        }
    }

    private static string Escribir(IReadOnlyList<Frase> frases, bool minusculas, Func<int, string?> enLugarDe)
    {
        var texto = new StringBuilder();
        for (var i = 0; i < frases.Count; i++)
        {
            var suyas = enLugarDe(i) ?? string.Join(' ', frases[i].Palabras.Select(palabra => palabra.Escrita));
            texto.Append(i == 0 ? "" : " ").Append(frases[i].Entera ? $"\"{suyas}\"" : suyas);
        }
        return minusculas ? texto.ToString().ToLowerInvariant() : texto.ToString();
    }

    /// <summary>The word that looks most like some letters and, of those, the one that most texts have; as they write it.</summary>
    private string? Mejor(byte[] letras, List<Palabras> vocabularios)
    {
        var candidatas = new Dictionary<string, (int Distancia, long Apariciones)>(StringComparer.Ordinal);
        foreach (var palabras in vocabularios)
        {
            pregunta.Trabajo.Gastar(palabras.Cuantas);
            foreach (var palabra in Parecido.Buscar(palabras, letras, palabras.Buscar(letras, entera: true)))
            {
                var escrita = palabras.Escrita(palabra);
                var texto = Encoding.UTF8.GetString(escrita.IsEmpty ? palabras.Letras(palabra) : escrita);
                var distancia = Parecido.Distancia(letras, palabras.Letras(palabra), Parecido.Tolerancia(letras.Length));
                var apariciones = palabras.Apariciones(new RangoDePalabras(palabra, palabra + 1)).Length;
                candidatas[texto] = (distancia, candidatas.GetValueOrDefault(texto).Apariciones + apariciones);
            }
        }
        return candidatas
            .OrderBy(par => par.Value.Distancia)
            .ThenByDescending(par => par.Value.Apariciones)
            .ThenBy(par => par.Key, StringComparer.Ordinal)
            .Select(par => par.Key)
            .FirstOrDefault();
    }
}
