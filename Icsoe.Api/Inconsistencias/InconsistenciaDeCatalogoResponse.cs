using Icsoe.Api.Documentacion;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Api.Inconsistencias;

/// <summary>An entry of the catalogue of inconsistencies.</summary>
public sealed record InconsistenciaDeCatalogoResponse
{
    [Campo("Código: no cambia nunca.", "SIN_TRABAJADORES", Valores = Enumeraciones.Inconsistencia)]
    public required string Codigo { get; init; }

    [Campo("Como la nombra la tabla de ayuda de la guía.", "Sin trabajadores.")]
    public required string Etiqueta { get; init; }

    [Campo("Como la nombra el texto de la lista.", "Contratos sin personas trabajadoras.")]
    public required string Texto { get; init; }

    [Campo("De qué se trata: de toda la informativa o de un contrato.", "contrato", Valores = Enumeraciones.Alcance)]
    public required string Alcance { get; init; }

    [Campo(
        "Cuándo la encuentra nuestra regla. La guía no define la condición.",
        "El número de personas trabajadoras de un contrato falta o es cero."
    )]
    public required string Condicion { get; init; }

    [Campo("¿Cómo solventar?")]
    public required ComoSolventarResponse ComoSolventar { get; init; }

    [Campo("Los cuatro casos de la informativa múltiple; vacío en las demás.")]
    public required IReadOnlyList<CasoResponse> Casos { get; init; }

    [Campo("Guía de apoyo.")]
    public required GuiaResponse Guia { get; init; }

    [Campo("Publicación vigente o nombrada en la consulta.", "2026-06", Nulo = "Todavía no hay ninguna publicación.")]
    public required string? Publicacion { get; init; }

    public static InconsistenciaDeCatalogoResponse From(Inconsistencia inconsistencia, Publicacion? publicacion) =>
        new()
        {
            Codigo = inconsistencia.Codigo.Valor(),
            Etiqueta = inconsistencia.Etiqueta,
            Texto = inconsistencia.Texto,
            Alcance = inconsistencia.Alcance == Domain.Reglas.Alcance.Contrato ? "contrato" : "informativa",
            Condicion = inconsistencia.Condicion,
            ComoSolventar = new()
            {
                Contratista = inconsistencia.ComoSolventarContratista,
                Contratante = inconsistencia.ComoSolventarContratante,
                Reconstruido = inconsistencia.ComoSolventarReconstruido,
            },
            Casos = [.. inconsistencia.Casos.Select(CasoResponse.From)],
            Guia = new() { Url = inconsistencia.Guia, Reconstruido = inconsistencia.GuiaReconstruida },
            Publicacion = publicacion?.Id.ToString(),
        };
}

/// <summary>«¿Cómo solventar?», by role.</summary>
public sealed record ComoSolventarResponse
{
    [Campo(
        "Lo que hace quien presta el servicio. Texto de la guía.",
        "Si eres contratista presenta una informativa complementaria de tipo \"Corrección\"; ésta se trata de una informativa sustitutiva por lo que se deberá capturar la información que se va a corregir o subsanar e incluir la que no se modificará."
    )]
    public required string Contratista { get; init; }

    [Campo(
        "Lo que hace quien lo contrata. Texto de la guía.",
        "Solicita la corrección al contratista. Una vez que la haya realizado, podrás verificarla a través de las publicaciones del listado, recuerda que la nueva versión se publica durante los primeros 5 días hábiles de cada mes."
    )]
    public required string Contratante { get; init; }

    [Campo("Si alguna palabra para el contratista es una reconstrucción de un original ilegible.", "false")]
    public required bool Reconstruido { get; init; }
}

/// <summary>One of the four cases of informativa múltiple.</summary>
public sealed record CasoResponse
{
    [Campo("Número del caso, de 1 a 4.", "2")]
    public required int Caso { get; init; }

    [Campo("Título. Texto de la guía.", "Caso 2) Tienes dos del tipo Normal")]
    public required string Titulo { get; init; }

    [Campo("Qué hacer. Texto de la guía.", "Si tienes dos informativas del tipo Sin Información, deberás dejar una sin efectos.")]
    public required string Texto { get; init; }

    [Campo("Si alguna palabra es una reconstrucción de un original ilegible.", "false")]
    public required bool Reconstruido { get; init; }

    public static CasoResponse From(CasoDeMultiple caso) =>
        new()
        {
            Caso = (int)caso.Caso,
            Titulo = caso.Titulo,
            Texto = caso.Texto,
            Reconstruido = caso.Reconstruido,
        };
}

/// <summary>«Guía de apoyo».</summary>
public sealed record GuiaResponse
{
    [Campo(
        "Dirección de la guía.",
        "http://www.imss.gob.mx/sites/all/statics/icsoe/guias/7-Guia-Registro-Informativa-Complementaria-de-Correccion.pdf"
    )]
    public required string Url { get; init; }

    [Campo("Si la dirección es una reconstrucción de un original ilegible: sí, sin comprobar.", "true")]
    public required bool Reconstruido { get; init; }
}
