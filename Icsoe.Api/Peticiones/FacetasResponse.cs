using Icsoe.Api.Documentacion;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Api.Peticiones;

/// <summary>How many rows of each kind a query finds; only kinds that some row has.</summary>
public sealed record FacetasResponse
{
    [Campo("Por lista.")]
    public required IReadOnlyList<FacetaResponse> Lista { get; init; }

    [Campo("Por periodo.")]
    public required IReadOnlyList<FacetaResponse> Periodo { get; init; }

    [Campo("Por tipo de persona del contratista.")]
    public required IReadOnlyList<FacetaResponse> TipoPersonaContratista { get; init; }

    [Campo("Por tipo de persona del contratante; vacío en las informativas.")]
    public required IReadOnlyList<FacetaResponse> TipoPersonaContratante { get; init; }

    [Campo("Por tipo de informativa.")]
    public required IReadOnlyList<FacetaResponse> TipoInformativa { get; init; }

    [Campo("Por inconsistencia que señala la lista. Un resultado puede tener varias o ninguna, así que no suman el total.")]
    public required IReadOnlyList<FacetaResponse> Inconsistencia { get; init; }

    /// <param name="exacto">Whether every row was counted.</param>
    public static FacetasResponse From(Facetas facetas, bool exacto)
    {
        IReadOnlyList<FacetaResponse> De<T>(IReadOnlyList<(T Valor, long Filas)> valores, Func<T, string> escribir) =>
            [
                .. valores.Select(par => new FacetaResponse
                {
                    Valor = escribir(par.Valor),
                    Conteo = ConteoResponse.From(new Conteo(par.Filas, exacto)),
                }),
            ];
        return new()
        {
            Lista = De(facetas.Lista, valor => valor.Valor()),
            Periodo = De(facetas.Periodo, valor => valor.ToString()),
            TipoPersonaContratista = De(facetas.TipoPersonaContratista, valor => valor.Valor()),
            TipoPersonaContratante = De(facetas.TipoPersonaContratante, valor => valor.Valor()),
            TipoInformativa = De(facetas.TipoInformativa, valor => valor.Valor()),
            Inconsistencia = De(facetas.Inconsistencia, valor => valor.Valor()),
        };
    }
}

/// <summary>How many rows have a value.</summary>
public sealed record FacetaResponse
{
    [Campo("Valor, como lo acepta el filtro del mismo nombre.", "publico", Crece = true)]
    public required string Valor { get; init; }

    [Campo("Cuántos resultados lo tienen.")]
    public required ConteoResponse Conteo { get; init; }
}
