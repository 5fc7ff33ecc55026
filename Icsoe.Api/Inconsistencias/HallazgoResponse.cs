using Icsoe.Api.Documentacion;
using Icsoe.Domain.Reglas;

namespace Icsoe.Api.Inconsistencias;

/// <summary>Which of the guide's cases an INFORMATIVA_MULTIPLE is.</summary>
/// <param name="Numero">1 to 4; null for another.</param>
public readonly record struct Caso(int? Numero)
{
    public static Caso? From(CasoMultiple? caso) =>
        caso switch
        {
            null => null,
            CasoMultiple.Otro => new Caso(null),
            { } numerado => new Caso((int)numerado),
        };
}

/// <summary>An inconsistencia or observación of a row.</summary>
public record HallazgoResponse
{
    [Campo("Código, explicado en `/v1/inconsistencias`.", "SIN_TRABAJADORES", Valores = Enumeraciones.Inconsistencia)]
    public required string Codigo { get; init; }

    [Campo("Etiqueta de la guía; en una lista del IMSS, como se publicó.", "Sin trabajadores.")]
    public required string Texto { get; init; }

    [Campo("De qué se trata: de toda la informativa o de un contrato.", "contrato", Valores = Enumeraciones.Alcance)]
    public required string Alcance { get; init; }

    [Campo("Folio del contrato que la causa.", "A26P3662382", Nulo = "Es de toda la informativa, o el contrato no tiene folio.")]
    public required string? Contrato { get; init; }

    [Campo(
        "Por qué la fecha de inicio es incorrecta.",
        "posterior_al_fin",
        Nulo = "El código no es FECHA_INICIO.",
        Valores = Enumeraciones.Motivo
    )]
    public required string? Motivo { get; init; }

    [Campo(
        "Cuál de los cuatro casos de informativa múltiple es (1 a 4), u «otro».",
        "1",
        Nulo = "El código no es INFORMATIVA_MULTIPLE.",
        Valores = Enumeraciones.Caso
    )]
    public required Caso? Caso { get; init; }

    [Campo(
        "Folios de las otras informativas con las que se relaciona, en orden; cuando pasan de cien, las primeras cien.",
        "[\"N262253433\"]"
    )]
    public required IReadOnlyList<string> Relacionadas { get; init; }

    [Campo("Contratos que declaró la informativa.", "3", Nulo = "El código no es CONTEO_CONTRATOS.")]
    public required int? Declarados { get; init; }

    [Campo("Contratos que trae la informativa.", "2", Nulo = "El código no es CONTEO_CONTRATOS.")]
    public required int? Presentados { get; init; }

    [Campo("«baja» si sólo descansa en un nombre.", "baja", Nulo = "No depende de un nombre.", Valores = Enumeraciones.Confianza)]
    public required string? Confianza { get; init; }

    public static IReadOnlyList<HallazgoResponse> From(IReadOnlyList<Hallazgo> hallazgos) =>
        hallazgos.Count == 0 ? [] : [.. hallazgos.Select(From)];

    protected static HallazgoResponse From(Hallazgo hallazgo) =>
        new()
        {
            Codigo = hallazgo.Codigo.Valor(),
            Texto = hallazgo.Texto,
            Alcance = hallazgo.Alcance == Domain.Reglas.Alcance.Contrato ? "contrato" : "informativa",
            Contrato = hallazgo.Contrato,
            Motivo = hallazgo.Motivo switch
            {
                null => null,
                MotivoFechaInicio.Ausente => "ausente",
                MotivoFechaInicio.Ilegible => "ilegible",
                MotivoFechaInicio.PosteriorAlFin => "posterior_al_fin",
                _ => "fuera_del_periodo",
            },
            Caso = Inconsistencias.Caso.From(hallazgo.Caso),
            Relacionadas = hallazgo.Relacionadas,
            Declarados = hallazgo.Declarados,
            Presentados = hallazgo.Presentados,
            Confianza = hallazgo.ConfianzaBaja ? "baja" : null,
        };
}
