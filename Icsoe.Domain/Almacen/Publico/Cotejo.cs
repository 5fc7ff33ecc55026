using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>In what a written name differs from a published one. What each weighs is in <c>docs/cotejo.md</c>.</summary>
public enum Motivo
{
    /// <summary>An accent, a diaeresis or the tilde of Ñ; in JSON <c>acentos</c>.</summary>
    Acentos,

    /// <summary>The same company suffix, spelled otherwise; in JSON <c>sufijo</c>.</summary>
    Sufijo,

    /// <summary>One has a company suffix and the other has none; in JSON <c>sin_sufijo</c>.</summary>
    SinSufijo,

    /// <summary>Another company suffix; in JSON <c>otro_sufijo</c>.</summary>
    OtroSufijo,

    /// <summary>The same words, parted otherwise; in JSON <c>espacios</c>.</summary>
    Espacios,

    /// <summary>In JSON <c>orden_de_palabras</c>.</summary>
    OrdenDePalabras,

    /// <summary>A word is an abbreviation of the other; in JSON <c>abreviatura</c>.</summary>
    Abreviatura,

    /// <summary>One letter more, less, changed, or two neighbours swapped; in JSON <c>una_letra</c>.</summary>
    UnaLetra,

    /// <summary>In JSON <c>dos_letras</c>.</summary>
    DosLetras,

    /// <summary>Three or more; in JSON <c>varias_letras</c>.</summary>
    VariasLetras,

    /// <summary>The written name has a word that the published one has not; in JSON <c>palabra_de_mas</c>.</summary>
    PalabraDeMas,

    /// <summary>The written name lacks a word of the published one; in JSON <c>palabra_de_menos</c>.</summary>
    PalabraDeMenos,

    /// <summary>A word in the place of another; in JSON <c>palabra_distinta</c>.</summary>
    PalabraDistinta,
}

/// <summary>A written name, and whom it may be of. Values inside one filter are alternatives; filters add up.</summary>
public sealed record ConsultaDeCotejo
{
    /// <summary>As somebody wrote it.</summary>
    public required string Nombre { get; init; }

    /// <summary>The publication it is read at.</summary>
    public required int Secuencia { get; init; }

    /// <summary>How many candidates at most, ≥ 1.</summary>
    public required int Limite { get; init; }

    /// <summary>Roles of which a candidate has one, at least. Empty for any.</summary>
    public IReadOnlyList<Rol> Roles { get; init; } = [];

    /// <summary>Tipos de persona a candidate may be of. Empty for any.</summary>
    public IReadOnlyList<TipoPersona> Tipos { get; init; } = [];

    /// <summary>Periodos of which one, at least, names the candidate. Empty for any.</summary>
    public IReadOnlyList<Periodo> Periodos { get; init; } = [];

    /// <summary>Whether whom an earlier publication named, and this one no longer does, is a candidate too.</summary>
    public bool ConAnteriores { get; init; }
}

/// <summary>Whom a written name may be of.</summary>
/// <param name="Candidatos">The most alike first; none when nobody is.</param>
/// <param name="Cierto">
/// Whether the only candidate is named as it was written, but for accents, capitals, signs and the spelling of its suffix. Of
/// homonyms, and of a company written without suffix where others have that name with one, none is certain, even if all but one have
/// another role or appear in other periodos; only the tipo de persona that was asked for singles one out.
/// </param>
public sealed record Cotejo(IReadOnlyList<Candidato> Candidatos, bool Cierto)
{
    public static Cotejo Ninguno { get; } = new([], Cierto: false);
}

/// <summary>A name key whose name is, or looks like, the one written.</summary>
/// <param name="Nombre">The published spelling that is most like it.</param>
/// <param name="Puntaje">1 for the same name but for accents, capitals, signs and spelling of its suffix; else below.</param>
/// <param name="Motivos">What differs, in the order of the enumeration; none when it is published letter by letter.</param>
public sealed record Candidato(string Clave, string Nombre, TipoPersona TipoPersona, double Puntaje, IReadOnlyList<Motivo> Motivos);

/// <summary>How each motivo is written in JSON.</summary>
public static class PalabrasDeCotejo
{
    /// <summary>The word of a motivo.</summary>
    public static string Valor(this Motivo motivo) =>
        motivo switch
        {
            Motivo.Acentos => "acentos",
            Motivo.Sufijo => "sufijo",
            Motivo.SinSufijo => "sin_sufijo",
            Motivo.OtroSufijo => "otro_sufijo",
            Motivo.Espacios => "espacios",
            Motivo.OrdenDePalabras => "orden_de_palabras",
            Motivo.Abreviatura => "abreviatura",
            Motivo.UnaLetra => "una_letra",
            Motivo.DosLetras => "dos_letras",
            Motivo.VariasLetras => "varias_letras",
            Motivo.PalabraDeMas => "palabra_de_mas",
            Motivo.PalabraDeMenos => "palabra_de_menos",
            Motivo.PalabraDistinta => "palabra_distinta",
            _ => throw new ArgumentOutOfRangeException(nameof(motivo), motivo, null),
        };
}
