namespace Icsoe.Domain.Reglas;

/// <summary>The cells «¿Cómo solventar?» and «Guía de apoyo» of the guide's help table, word for word.</summary>
internal static class TextosOficiales
{
    /// <summary>One cell, shared by the first six inconsistencies.</summary>
    public const string PresentaCorreccion =
        "Si eres contratista presenta una informativa complementaria de tipo \"Corrección\"; ésta se trata de una informativa sustitutiva por lo que se deberá capturar la información que se va a corregir o subsanar e incluir la que no se modificará.";

    /// <summary>Notice of the inconsistent list, 1, first point.</summary>
    public const string SolicitaCorreccion =
        "Solicita la corrección al contratista. Una vez que la haya realizado, podrás verificarla a través de las publicaciones del listado, recuerda que la nueva versión se publica durante los primeros 5 días hábiles de cada mes.";

    public const string Guia =
        "http://www.imss.gob.mx/sites/all/statics/icsoe/guias/7-Guia-Registro-Informativa-Complementaria-de-Correccion.pdf";

    public static IReadOnlyList<CasoDeMultiple> Casos { get; } =
    [
        new(
            CasoMultiple.NormalYCorreccion,
            "Caso 1) Presentaste una Normal y una Complementaria de Corrección",
            "Si primero presentaste una informativa Normal y posteriormente una Complementaria de Corrección, deberás dejar sin efectos la informativa Normal; los contratos de la informativa normal tendrás que informarlos mediante otra Complementaria de Corrección a la Complementaria de Corrección previa.",
            Reconstruido: true
        ),
        new(
            CasoMultiple.DosNormales,
            "Caso 2) Tienes dos del tipo Normal",
            "Si presentaste dos informativas del tipo Normal, deberás dejar una sin efectos y presentar una Complementaria de Corrección sobre la otra informativa Normal; en la Complementaria de Corrección deberás informar los contratos de la Normal que dejaste sin efectos.",
            Reconstruido: false
        ),
        new(
            CasoMultiple.SinInformacionYNormal,
            "Caso 3) Presentaste una Sin Información y una Normal",
            "Si primero presentaste una informativa del tipo Sin Información y después una Normal, deberás dejar sin efectos la del tipo Sin Información.",
            Reconstruido: false
        ),
        new(
            CasoMultiple.DosSinInformacion,
            "Caso 4) Tienes dos informativas del tipo Sin Información",
            "Si tienes dos informativas del tipo Sin Información, deberás dejar una sin efectos.",
            Reconstruido: false
        ),
    ];
}
