namespace Icsoe.Api.Problemas;

/// <summary>A sentence for people, in the two languages of the problems.</summary>
/// <param name="Es">Mexican Spanish, the language of everything else.</param>
/// <param name="En">English, for <c>Accept-Language: en</c>.</param>
public readonly record struct Texto(string Es, string En)
{
    /// <summary>The sentence in a language that <see cref="Peticiones.Negociacion.Idioma"/> chose.</summary>
    public string Elegir(string idioma) => idioma == "en" ? En : Es;
}
