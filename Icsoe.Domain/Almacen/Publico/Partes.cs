using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Domain.Almacen.Publico;

/// <summary>What a party is in a contract.</summary>
public enum Rol
{
    /// <summary>Who renders the service or carries out the work; in JSON <c>contratista</c>.</summary>
    Contratista,

    /// <summary>Who contracts it; in JSON <c>contratante</c>.</summary>
    Contratante,
}

/// <summary>A question about parties, by their name. Values inside one filter are alternatives; filters add up.</summary>
public sealed record ConsultaDePartes
{
    /// <summary>The publication it is read at.</summary>
    public required int Secuencia { get; init; }

    /// <summary>How many at most, ≥ 1.</summary>
    public required int Limite { get; init; }

    /// <summary>Only what comes after that party; null from the first.</summary>
    public MarcaDeParte? DespuesDe { get; init; }

    /// <summary>Text of which each word is in the name; null for every party.</summary>
    public string? Q { get; init; }

    public IReadOnlyList<Rol> Roles { get; init; } = [];

    public IReadOnlyList<TipoPersona> Tipos { get; init; } = [];

    /// <summary>Periodos of which one, at least, names the party.</summary>
    public IReadOnlyList<Periodo> Periodos { get; init; } = [];

    /// <summary>Whether words that nobody wrote stand for those that look like them.</summary>
    public bool Aproximar { get; init; }
}

/// <summary>Where a page of parties ended: exact spellings come first, and each tier in the order of the claves.</summary>
/// <param name="Nivel">0 while exact spellings come, 1 after them.</param>
public sealed record MarcaDeParte(string Clave, int Nivel = 0);

/// <summary>Parties in order, and where the next page starts; null when there is none.</summary>
public sealed record PaginaDePartes(IReadOnlyList<FichaDeParte> Filas, MarcaDeParte? Siguiente);

/// <summary>One name key at a publication. Homonyms share it: it is not a person nor a company.</summary>
/// <param name="Nombre">Its commonest spelling.</param>
/// <param name="Variantes">Every spelling, the commonest first.</param>
/// <param name="Roles">What it is in some contract or informativa, in order.</param>
/// <param name="Periodos">Periodos that name it, in order; at least one.</param>
/// <param name="Listas">Lists that name it, in order; at least one.</param>
/// <param name="Aproximado">Whether only words that look alike found it.</param>
public sealed record FichaDeParte(
    string Clave,
    string Nombre,
    TipoPersona TipoPersona,
    IReadOnlyList<string> Variantes,
    IReadOnlyList<Rol> Roles,
    IReadOnlyList<Periodo> Periodos,
    IReadOnlyList<Lista> Listas,
    long ContratosComoContratista,
    long ContratosComoContratante,
    bool Aproximado = false
);

/// <summary>A question about those with whom a party has contracts.</summary>
public sealed record ConsultaDeContrapartes
{
    /// <summary>The publication it is read at.</summary>
    public required int Secuencia { get; init; }

    /// <summary>How many at most, ≥ 1.</summary>
    public required int Limite { get; init; }

    /// <summary>Only what comes after that counterpart; null from the first.</summary>
    public MarcaDeContraparte? DespuesDe { get; init; }

    /// <summary>Whose counterparts they are.</summary>
    public required string Clave { get; init; }

    /// <summary>What the counterpart is in the contracts.</summary>
    public IReadOnlyList<Rol> Roles { get; init; } = [];

    /// <summary>Periodos whose contracts count.</summary>
    public IReadOnlyList<Periodo> Periodos { get; init; } = [];
}

/// <summary>Where a page of counterparts ended: more contracts come first, then the claves in order, then the roles.</summary>
public sealed record MarcaDeContraparte(long Contratos, string Clave, Rol Rol);

/// <summary>Counterparts in order, and where the next page starts; null when there is none.</summary>
public sealed record PaginaDeContrapartes(IReadOnlyList<Contraparte> Filas, MarcaDeContraparte? Siguiente);

/// <summary>A name key with which a party has contracts, in one role.</summary>
/// <param name="Rol">What the counterpart is in them.</param>
/// <param name="Contratos">How many the two have, ≥ 1.</param>
/// <param name="PersonasPorContratoSuma">Sum of the workers of those contracts: one person may be counted several times.</param>
/// <param name="Primera">First periodo with such a contract.</param>
/// <param name="Ultima">Last periodo with such a contract.</param>
public sealed record Contraparte(
    string Clave,
    string Nombre,
    TipoPersona TipoPersona,
    Rol Rol,
    long Contratos,
    long PersonasPorContratoSuma,
    Periodo Primera,
    Periodo Ultima
);

/// <summary>An informativa of a party in the story of its periodo: since when it is listed, and what it took the place of.</summary>
/// <param name="Desde">First publication, by its number, at which it stood like this.</param>
/// <param name="Hasta">Last publication at which it stood like this; null while it stands.</param>
/// <param name="ReemplazaA">Folio of the informativa it took the place of; null for none.</param>
/// <param name="ReemplazadaPor">Folio of the one that took its place; null for none.</param>
/// <param name="Declarado">
/// Whether the filing itself named the other (true) or we infer it (false), or one of both where it has two; null without another.
/// </param>
public sealed record PresentacionEnHistoria(
    InformativaPublica Informativa,
    int Desde,
    int? Hasta,
    string? ReemplazaA,
    string? ReemplazadaPor,
    bool? Declarado
);

/// <summary>What a suggestion completes.</summary>
public enum TipoDeSugerencia
{
    /// <summary>A name; in JSON <c>parte</c>.</summary>
    Parte,

    /// <summary>The text of a service; in JSON <c>servicio</c>.</summary>
    Servicio,
}

/// <summary>A text somebody is still writing.</summary>
public sealed record ConsultaDeSugerencias
{
    /// <summary>The publication it is read at.</summary>
    public required int Secuencia { get; init; }

    /// <summary>How many at most, ≥ 1.</summary>
    public required int Limite { get; init; }

    public required string Q { get; init; }

    /// <summary>With any, only names, in one of those roles.</summary>
    public IReadOnlyList<Rol> Roles { get; init; } = [];

    /// <summary>With any, only names of one of those.</summary>
    public IReadOnlyList<TipoPersona> Tipos { get; init; } = [];

    public IReadOnlyList<Periodo> Periodos { get; init; } = [];
}

/// <summary>A text that completes what was written.</summary>
/// <param name="Texto">As published.</param>
/// <param name="Clave">Null for a service.</param>
/// <param name="TipoPersona">Null for a service.</param>
/// <param name="Contratos">How many contracts it is in.</param>
/// <param name="Coincide">Where the words stand in <paramref name="Texto"/>, in order, in UTF-16 units, the end left out.</param>
public sealed record Sugerencia(
    TipoDeSugerencia Tipo,
    string Texto,
    string? Clave,
    TipoPersona? TipoPersona,
    long Contratos,
    IReadOnlyList<(int Inicio, int Fin)> Coincide
);
