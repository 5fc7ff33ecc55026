using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Icsoe.Api.Paginas;

/// <summary>A piece of HTML. What is put into it (<c>Html.De($"…{texto}…")</c>) goes in as text, unless it is HTML itself.</summary>
public readonly struct Html
{
    private readonly string? _texto;

    private Html(string texto) => _texto = texto;

    /// <summary>Nothing at all.</summary>
    public static Html Nada => default;

    /// <summary>A piece with its holes filled.</summary>
    public static Html De(EscritorDeHtml escritor) => new(escritor.Texto);

    /// <summary>What is written in our own files.</summary>
    public static Html Propio(string html) => new(html);

    /// <summary>A piece for each.</summary>
    public static Html Cada<T>(IEnumerable<T> cosas, Func<T, Html> escribir) =>
        new(string.Concat(cosas.Select(cosa => escribir(cosa)._texto)));

    /// <inheritdoc/>
    public override string ToString() => _texto ?? "";
}

/// <summary>What an interpolated string becomes when HTML is wanted. Attributes must be quoted.</summary>
[InterpolatedStringHandler]
public readonly struct EscritorDeHtml(int literales, int huecos)
{
    // Accents stay letters: only what HTML would take for its own is escaped.
    private static readonly HtmlEncoder Codificador = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _texto = new(literales + (huecos * 32));

    internal string Texto => _texto.ToString();

    public void AppendLiteral(string literal) => _texto.Append(literal);

    public void AppendFormatted(Html html) => _texto.Append(html.ToString());

    public void AppendFormatted(string? texto) => _texto.Append(texto is null ? "" : Codificador.Encode(texto));

    public void AppendFormatted(int numero) => _texto.Append(numero);
}
