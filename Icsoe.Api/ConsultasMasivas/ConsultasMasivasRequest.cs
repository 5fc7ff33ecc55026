using Icsoe.Api.Documentacion;

namespace Icsoe.Api.ConsultasMasivas;

/// <summary>Whom to look for, and where. It has either <c>consultas</c> or <c>nombres</c>.</summary>
public sealed record ConsultasMasivasRequest
{
    [Campo("Año y cuatrimestre por el que se pregunta.", "2026-1", Nulo = "Todos los de la publicación.")]
    public string? Periodo { get; init; }

    [Campo("Publicación en la que se lee.", "ultima", Nulo = "La vigente.")]
    public string? Publicacion { get; init; }

    [Campo("Publicación con la que se compara.", "2026-05", Nulo = "Con ninguna.")]
    public string? Contra { get; init; }

    [Campo("Lo que se pregunta, en el orden en que se responde; de 1 a 1,000. O `nombres`.", Nulo = "Se dan `nombres`.")]
    public IReadOnlyList<LineaRequest>? Consultas { get; init; }

    [Campo(
        "Sólo nombres, de 1 a 1,000: cada uno es su propia `ref`. O `consultas`.",
        "[\"Servicios Ejemplo del Bajio SA de CV\"]",
        Nulo = "Se dan `consultas`."
    )]
    public IReadOnlyList<string>? Nombres { get; init; }
}

/// <summary>A line. It has exactly one of <c>nombre</c>, <c>folio</c> and <c>clave</c>.</summary>
public sealed record LineaRequest
{
    [Campo("Referencia de quien pregunta; vuelve tal cual.", "P-001", Nulo = "Lo que se pregunta.")]
    public string? Ref { get; init; }

    [Campo(
        "Nombre, denominación o razón social, como se tenga escrito.",
        "Servicios Ejemplo del Bajio SA de CV",
        Nulo = "Se pregunta por otra cosa."
    )]
    public string? Nombre { get; init; }

    [Campo("Folio de un contrato o de una informativa, exacto.", "A26P3662382", Nulo = "Se pregunta por otra cosa.")]
    public string? Folio { get; init; }

    [Campo("Clave de búsqueda. Sus homónimos la comparten.", "ywask2ywl7ecp", Nulo = "Se pregunta por otra cosa.")]
    public string? Clave { get; init; }

    [Campo(
        "Qué es en los contratos: `contratista` o `contratante`; nada dice de un folio.",
        "contratista",
        Nulo = "Cualquiera de los dos."
    )]
    public string? Rol { get; init; }

    [Campo("Tipo de persona: `fisica` o `moral`; sólo dice de un nombre.", "moral", Nulo = "Cualquiera de los dos.")]
    public string? TipoPersona { get; init; }

    [Campo(
        "Nombre del cliente cuyos contratos se buscan; por quien se pregunta es entonces el contratista.",
        "COMERCIAL EJEMPLO, S.A. DE C.V.",
        Nulo = "No se pregunta por ninguno."
    )]
    public string? Contratante { get; init; }
}
