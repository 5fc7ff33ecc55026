using System.Text.Json.Serialization;
using Icsoe.Api.Contratos;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Informativas;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Cambios;

/// <summary>Something that changed between two publications.</summary>
public record CambioResponse
{
    [Campo("Qué pasó. No son los movimientos de personas trabajadoras ante el IMSS.", "cambia", Valores = Enumeraciones.Cambio)]
    public required string Cambio { get; init; }

    [Campo("De qué se trata.", "contrato", Valores = Enumeraciones.Entidad)]
    public required string Entidad { get; init; }

    [Campo("Identificador de la fila: el de después o, si desaparece, el que tenía.", "c7rk2m4v9t3q5x8a")]
    public required string Id { get; init; }

    [Campo("Año y cuatrimestre.", "2026-1")]
    public required string Periodo { get; init; }

    [Campo("La fila como estaba.", Nulo = "Aparece: antes no estaba.", Alguno = [typeof(ContratoResponse), typeof(InformativaResponse)])]
    public required object? Antes { get; init; }

    [Campo("La fila como quedó.", Nulo = "Desaparece: ya no está.", Alguno = [typeof(ContratoResponse), typeof(InformativaResponse)])]
    public required object? Despues { get; init; }

    [Campo(
        "Campos de la fila que son distintos; vacío si aparece o desaparece. Los de un objeto anidado llevan el del objeto y un punto.",
        "[\"fecha_fin\"]"
    )]
    public required IReadOnlyList<string> Campos { get; init; }

    public static CambioResponse From(Cambio cambio) =>
        cambio switch
        {
            CambioDeContrato contrato => new()
            {
                Cambio = Valor(cambio.Tipo),
                Entidad = "contrato",
                Id = (contrato.Despues ?? contrato.Antes)!.Id(),
                Periodo = cambio.Listado.Periodo.ToString(),
                Antes = contrato.Antes is { } antes ? ContratoResponse.From(antes) : null,
                Despues = contrato.Despues is { } despues ? ContratoResponse.From(despues) : null,
                Campos = cambio.Campos,
            },
            CambioDeInformativa informativa => new()
            {
                Cambio = Valor(cambio.Tipo),
                Entidad = "informativa",
                Id = (informativa.Despues ?? informativa.Antes)!.Id(),
                Periodo = cambio.Listado.Periodo.ToString(),
                Antes = informativa.Antes is { } antes ? InformativaResponse.From(antes) : null,
                Despues = informativa.Despues is { } despues ? InformativaResponse.From(despues) : null,
                Campos = cambio.Campos,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(cambio), cambio, null),
        };

    /// <summary>How each kind of change is written.</summary>
    public static string Valor(TipoDeCambio tipo) =>
        tipo switch
        {
            TipoDeCambio.Aparece => "aparece",
            TipoDeCambio.Desaparece => "desaparece",
            TipoDeCambio.Cambia => "cambia",
            _ => "cambia_de_lista",
        };

    /// <summary>Whether a side of it is in the inconsistent list.</summary>
    public static bool TocaInconsistente(Cambio cambio) =>
        cambio switch
        {
            CambioDeContrato contrato => EsInconsistente(contrato.Antes?.Listado) || EsInconsistente(contrato.Despues?.Listado),
            CambioDeInformativa informativa => EsInconsistente(informativa.Antes?.Listado) || EsInconsistente(informativa.Despues?.Listado),
            _ => false,
        };

    private static bool EsInconsistente(Listado? listado) => listado?.Lista == Lista.Inconsistente;
}

/// <summary>The envelope of changes.</summary>
public sealed record ColeccionDeCambios : Coleccion<CambioResponse>
{
    [Campo("Publicación con la que se compara.", "2026-05", Nulo = "Con ninguna: es la primera, y todo aparece."), JsonPropertyOrder(1)]
    public required string? Contra { get; init; }
}

/// <summary>Something that happened to a row, and when.</summary>
public sealed record HechoResponse : CambioResponse
{
    [Campo("Publicación que lo trajo.", "2026-06"), JsonPropertyOrder(1)]
    public required string Publicacion { get; init; }

    [Campo("Cuándo se selló esa publicación, en UTC.", "2026-06-03T18:00:00Z"), JsonPropertyOrder(1)]
    public required DateTimeOffset SelladaEn { get; init; }

    [
        Campo(
            "Días, de la Ciudad de México, desde que la fila entró a la lista inconsistente hasta que pasó a la pública.",
            "31",
            Nulo = "No es el paso de la lista inconsistente a la pública."
        ),
        JsonPropertyOrder(1)
    ]
    public required int? DiasInconsistente { get; init; }

    public static HechoResponse From(Cambio cambio, Publicacion publicacion, int? diasInconsistente) =>
        new(CambioResponse.From(cambio))
        {
            Publicacion = publicacion.Id.ToString(),
            SelladaEn = publicacion.SelladaEn,
            DiasInconsistente = diasInconsistente,
        };

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    private HechoResponse(CambioResponse cambio)
        : base(cambio) => (Publicacion, SelladaEn, DiasInconsistente) = ("", default, null);
}
