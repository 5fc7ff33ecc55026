using Icsoe.Domain.Modelo;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>Many lines about who is listed, all read of the same store.</summary>
public sealed record ConsultaMasiva
{
    /// <summary>The publication it is read at.</summary>
    public required int Secuencia { get; init; }

    /// <summary>The publication it is compared with, by its number; null for none.</summary>
    public int? Contra { get; init; }

    /// <summary>The periodo that is asked about; null for all of them.</summary>
    public Periodo? Periodo { get; init; }

    /// <summary>In the order in which they are answered.</summary>
    public required IReadOnlyList<LineaMasiva> Lineas { get; init; }

    /// <summary>Candidates told of each line at most, ≥ 1.</summary>
    public required int Candidatos { get; init; }
}

/// <summary>Whom, or what, a line asks about: exactly one of nombre, folio and clave.</summary>
public sealed record LineaMasiva
{
    /// <summary>As somebody wrote it.</summary>
    public string? Nombre { get; init; }

    /// <summary>Of an informativa or of a contract.</summary>
    public string? Folio { get; init; }

    /// <summary>A search clave; homonyms share it.</summary>
    public string? Clave { get; init; }

    /// <summary>Null for either; it asks nothing of a folio.</summary>
    public Rol? Rol { get; init; }

    /// <summary>Null for either; it only asks of a name.</summary>
    public TipoPersona? Tipo { get; init; }

    /// <summary>The client whose contracts are looked for, as somebody wrote it; null for none.</summary>
    public string? Contratante { get; init; }

    /// <summary>The role its rows are read in: who has a contract with a client is its contratista. Null for either.</summary>
    public Rol? RolLeido => Contratante is null ? Rol : Publico.Rol.Contratista;
}

/// <summary>How a line stands in a publication.</summary>
public enum EstadoMasivo
{
    /// <summary>Only in the public list; in JSON <c>publico</c>.</summary>
    Publico,

    /// <summary>Only in the inconsistent list; in JSON <c>inconsistente</c>.</summary>
    Inconsistente,

    /// <summary>In both lists; in JSON <c>ambos</c>.</summary>
    Ambos,

    /// <summary>Only in the public list, and all it filed there says that it had no contracts; in JSON <c>sin_informacion</c>.</summary>
    SinInformacion,

    /// <summary>Not there, but in an earlier periodo or in an earlier publication; in JSON <c>solo_anteriores</c>.</summary>
    SoloAnteriores,

    /// <summary>Not there, nor before; in JSON <c>ausente</c>.</summary>
    Ausente,

    /// <summary>The name may be of several, or is only like that of somebody; in JSON <c>dudoso</c>.</summary>
    Dudoso,
}

/// <summary>Whether somebody has listed a contract with a client.</summary>
public enum ConContratante
{
    /// <summary>With one of that very name; in JSON <c>si</c>.</summary>
    Si,

    /// <summary>With nobody whose name is like it; in JSON <c>no</c>.</summary>
    No,

    /// <summary>With one whose name is like it, or it is not known who asks; in JSON <c>dudoso</c>.</summary>
    Dudoso,
}

/// <summary>How a party, or a folio, stands in a publication.</summary>
/// <param name="Contratos">Contracts listed, in both lists.</param>
/// <param name="ConContratante">Null when no client is asked about.</param>
/// <param name="Cambio">Null when it is compared with no other publication.</param>
public sealed record Situacion(EstadoMasivo Estado, int Contratos, ConContratante? ConContratante, CambioDeSituacion? Cambio);

/// <summary>What changed from the publication it is compared with.</summary>
/// <param name="Antes">How it stood there.</param>
/// <param name="Contratos">Contracts that were listed there.</param>
/// <param name="Aparecen">Contracts, by folio, that were not.</param>
/// <param name="Salen">Contracts, by folio, that no longer are.</param>
public sealed record CambioDeSituacion(EstadoMasivo Antes, int Contratos, int Aparecen, int Salen);

/// <summary>Whom a line may be of, and how each stands.</summary>
public sealed record CandidatoMasivo(Candidato Candidato, Situacion Situacion);

/// <summary>The answer to a line.</summary>
/// <param name="Situacion">
/// How it stands: of the only one it is of; <see cref="EstadoMasivo.Dudoso"/> when that is not certain, and then its contracts are 0.
/// </param>
/// <param name="Candidatos">The most alike first; of a folio, those who filed it.</param>
public sealed record RespuestaMasiva(Situacion Situacion, IReadOnlyList<CandidatoMasivo> Candidatos)
{
    /// <summary>While no listado has rows.</summary>
    public static RespuestaMasiva SinNadie(LineaMasiva linea) =>
        new(new(EstadoMasivo.Ausente, 0, linea.Contratante is null ? null : Publico.ConContratante.No, Cambio: null), []);
}

/// <summary>How each is written in JSON.</summary>
public static class PalabrasMasivas
{
    /// <summary>The word of an estado.</summary>
    public static string Valor(this EstadoMasivo estado) =>
        estado switch
        {
            EstadoMasivo.Publico => "publico",
            EstadoMasivo.Inconsistente => "inconsistente",
            EstadoMasivo.Ambos => "ambos",
            EstadoMasivo.SinInformacion => "sin_informacion",
            EstadoMasivo.SoloAnteriores => "solo_anteriores",
            EstadoMasivo.Ausente => "ausente",
            EstadoMasivo.Dudoso => "dudoso",
            _ => throw new ArgumentOutOfRangeException(nameof(estado), estado, null),
        };

    /// <summary>The word of an answer about a client.</summary>
    public static string Valor(this ConContratante respuesta) =>
        respuesta switch
        {
            ConContratante.Si => "si",
            ConContratante.No => "no",
            ConContratante.Dudoso => "dudoso",
            _ => throw new ArgumentOutOfRangeException(nameof(respuesta), respuesta, null),
        };
}
