using System.Text.Json.Serialization;
using Icsoe.Api.Documentacion;
using Icsoe.Domain.Almacen.Publico;

namespace Icsoe.Api.Peticiones;

/// <summary>The envelope of rows that a query found: also how many there are, and what to do when there are none.</summary>
public sealed record ColeccionDeFilas<T> : Coleccion<T>
{
    [Campo("Cuántos resultados hay en total.", Nulo = "No se pidió con `incluir=conteo`."), JsonPropertyOrder(1)]
    public required ConteoResponse? Conteo { get; init; }

    [Campo("Cuántos resultados hay de cada clase.", Nulo = "No se pidieron con `incluir=facetas`."), JsonPropertyOrder(1)]
    public required FacetasResponse? Facetas { get; init; }

    [
        Campo("Cuando no hay resultados: textos parecidos que sí los dan, el más cercano primero. Vacío si no viene al caso."),
        JsonPropertyOrder(1)
    ]
    public required IReadOnlyList<CorreccionResponse> QuizaQuisoDecir { get; init; }

    [
        Campo(
            "Informativas sin contratos que sí nombran a quien se busca.",
            Nulo = "Hay contratos, no se busca a nadie, o tampoco hay informativas."
        ),
        JsonPropertyOrder(1)
    ]
    public required InformativasSinContratosResponse? InformativasSinContratos { get; init; }

    [Campo("Aviso sobre homónimos.", Textos.AvisoHomonimia, Nulo = "La consulta no nombra a nadie."), JsonPropertyOrder(1)]
    public required string? AvisoHomonimia { get; init; }
}

/// <summary>How many. A count that stopped at its limit says so.</summary>
public sealed record ConteoResponse
{
    [Campo("Cuántos se contaron.", "1234")]
    public required long Valor { get; init; }

    [Campo("Si son exactamente ésos o al menos ésos.", "exacto", Valores = Enumeraciones.Relacion)]
    public required string Relacion { get; init; }

    public static ConteoResponse From(Conteo conteo) => new() { Valor = conteo.Valor, Relacion = conteo.Exacto ? "exacto" : "al_menos" };
}

/// <summary>A text that does find something.</summary>
public sealed record CorreccionResponse
{
    [Campo("Parámetro de que se trata.", "contratista")]
    public required string Parametro { get; init; }

    [Campo("Valor que sí da resultados.", "servicios ejemplo")]
    public required string Valor { get; init; }
}

/// <summary>Filings without contracts of those somebody looks for.</summary>
public sealed record InformativasSinContratosResponse
{
    [Campo("Cuántas hay.")]
    public required ConteoResponse Conteo { get; init; }

    [Campo("Dirección donde se consultan.", "/v1/informativas?contratista=servicios%20ejemplo&con_contratos=no")]
    public required string Url { get; init; }
}
