using Icsoe.Api.Documentacion;

namespace Icsoe.Api.Validaciones;

// Only described here: these bodies are read by the readers of `importar`, whatever their format.

/// <summary>Informativas to be judged.</summary>
public sealed record ValidacionRequest
{
    [Campo("Las informativas, hasta 20,000 contratos entre todas.")]
    public required IReadOnlyList<InformativaRequest> Informativas { get; init; }
}

/// <summary>An informativa as filed.</summary>
public sealed record InformativaRequest
{
    [Campo("Folio de la informativa. Si todavía no lo tiene, uno cualquiera, distinto del de las demás.", "N262253432")]
    public required string Folio { get; init; }

    [Campo("Tipo: `normal`, `sin_informacion`, `correccion`, `sin_efectos` o `actualizacion`.", "normal")]
    public required string Tipo { get; init; }

    [Campo("Año que se informa, de 2021 al actual.", "2026")]
    public required int Ejercicio { get; init; }

    [Campo("Cuatrimestre que se informa: 1, 2 o 3.", "1")]
    public required int Cuatrimestre { get; init; }

    [Campo("Cuándo se presentó, o se presentará. Sin diferencia horaria, es hora de la Ciudad de México.", "2026-05-12T10:31:00-06:00")]
    public required string FechaPresentacion { get; init; }

    [Campo("Cuántos contratos declara la informativa.", "1", Nulo = "No lo dice, y no se compara.")]
    public int? ContratosDeclarados { get; init; }

    [Campo(
        "Folio de la informativa que corrige, deja sin efectos o actualiza; un `sin_efectos` siempre lo lleva.",
        "N262253431",
        Nulo = "No se refiere a ninguna."
    )]
    public string? Referencia { get; init; }

    [Campo("Quien presta los servicios o ejecuta las obras.")]
    public required ParteRequest Contratista { get; init; }

    [Campo("Sus contratos.", Nulo = "Ninguno.")]
    public IReadOnlyList<ContratoRequest>? Contratos { get; init; }
}

/// <summary>A contratista or a contratante.</summary>
public sealed record ParteRequest
{
    [Campo(
        "RFC. Sirve para saber si dos son el mismo; nunca se repite en la respuesta.",
        "SEM180312AB1",
        Nulo = "No se dice; se comparan los nombres."
    )]
    public string? Rfc { get; init; }

    [Campo("Nombre, denominación o razón social.", "SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.")]
    public required string Nombre { get; init; }

    [Campo("Tipo de persona: `fisica` o `moral`.", "moral")]
    public required string TipoPersona { get; init; }
}

/// <summary>A contract.</summary>
public sealed record ContratoRequest
{
    [Campo("Folio del contrato.", "A26P3662382")]
    public required string Folio { get; init; }

    [Campo("Quien recibe los servicios u obras.")]
    public required ParteRequest Contratante { get; init; }

    [Campo("Servicio u obra especializada contratada.", "MTTO PREVENTIVO A ELEVADORES", Nulo = "No se dice.")]
    public string? Servicio { get; init; }

    [Campo("Primer día, AAAA-MM-DD.", "2026-01-15", Nulo = "No se dice.")]
    public string? FechaInicio { get; init; }

    [Campo("Último día, AAAA-MM-DD.", "2026-12-31", Nulo = "No se conoce.")]
    public string? FechaFin { get; init; }

    [Campo("Número de personas trabajadoras.", "12", Nulo = "No se dice.")]
    public int? PersonasTrabajadoras { get; init; }
}
