using System.Text.Json.Serialization;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Partes;

/// <summary>A name and tipo de persona, in whatever spelling. Not a person nor a company: homonyms share it.</summary>
public record FichaDeParteResponse
{
    [Campo("Clave de búsqueda que comparten las formas de escribir un mismo nombre y tipo de persona.", "k3v7q2m5x4a6b")]
    public required string Clave { get; init; }

    [Campo("La forma más frecuente de escribirlo.", "SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.")]
    public required string Nombre { get; init; }

    [Campo("Tipo de persona (física o moral).", "moral", Valores = Enumeraciones.TipoPersona)]
    public required string TipoPersona { get; init; }

    [Campo(
        "Todas las formas en que aparece escrito, la más frecuente primero.",
        "[\"SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.\",\"SERVICIOS EJEMPLO DEL BAJIO SA DE CV\"]"
    )]
    public required IReadOnlyList<string> Variantes { get; init; }

    [Campo("Qué es en los listados.", "[\"contratista\"]", Valores = Enumeraciones.Rol)]
    public required IReadOnlyList<string> Roles { get; init; }

    [Campo("Primer periodo en que aparece.", "2024-1")]
    public required string Primera { get; init; }

    [Campo("Último periodo en que aparece.", "2026-1")]
    public required string Ultima { get; init; }

    [Campo("En cuántos contratos aparece.")]
    public required ContratosDeParteResponse Contratos { get; init; }
}

/// <summary>A party that a query found.</summary>
public sealed record ParteHalladaResponse : FichaDeParteResponse
{
    [Campo("Si sólo se encontró por parecido, con `aproximar=si`.", "false"), JsonPropertyOrder(1)]
    public required bool Aproximado { get; init; }

    public static ParteHalladaResponse From(FichaDeParte ficha) =>
        new()
        {
            Clave = ficha.Clave,
            Nombre = ficha.Nombre,
            TipoPersona = ficha.TipoPersona.Valor(),
            Variantes = ficha.Variantes,
            Roles = [.. ficha.Roles.Select(Palabras.Valor)],
            Primera = ficha.Periodos[0].ToString(),
            Ultima = ficha.Periodos[^1].ToString(),
            Contratos = ContratosDeParteResponse.From(ficha),
            Aproximado = ficha.Aproximado,
        };
}

/// <summary>The party of a clave.</summary>
public sealed record ParteConsultadaResponse : FichaDeParteResponse
{
    [Campo("Publicación en la que se leyó.", "2026-06", Nulo = "Todavía no hay ninguna publicación."), JsonPropertyOrder(1)]
    public required string? Publicacion { get; init; }

    [Campo("Aviso sobre homónimos.", Textos.AvisoHomonimia), JsonPropertyOrder(1)]
    public string AvisoHomonimia { get; } = Textos.AvisoHomonimia;

    public static ParteConsultadaResponse From(FichaDeParte ficha, Peticion peticion) =>
        new()
        {
            Clave = ficha.Clave,
            Nombre = ficha.Nombre,
            TipoPersona = ficha.TipoPersona.Valor(),
            Variantes = ficha.Variantes,
            Roles = [.. ficha.Roles.Select(Palabras.Valor)],
            Primera = ficha.Periodos[0].ToString(),
            Ultima = ficha.Periodos[^1].ToString(),
            Contratos = ContratosDeParteResponse.From(ficha),
            Publicacion = peticion.Publicacion?.Id.ToString(),
        };
}

/// <summary>In how many contracts a party is, by role.</summary>
public sealed record ContratosDeParteResponse
{
    [Campo("Contratos en que presta el servicio o ejecuta la obra.", "12")]
    public required long ComoContratista { get; init; }

    [Campo("Contratos en que contrata el servicio o la obra.", "3")]
    public required long ComoContratante { get; init; }

    public static ContratosDeParteResponse From(FichaDeParte ficha) =>
        new() { ComoContratista = ficha.ContratosComoContratista, ComoContratante = ficha.ContratosComoContratante };
}

/// <summary>The envelope of found parties.</summary>
public sealed record ColeccionDePartes : ColeccionConAviso<ParteHalladaResponse>
{
    [
        Campo("Cuando no hay resultados: textos parecidos que sí los dan, el más cercano primero. Vacío si no viene al caso."),
        JsonPropertyOrder(1)
    ]
    public required IReadOnlyList<CorreccionResponse> QuizaQuisoDecir { get; init; }
}
