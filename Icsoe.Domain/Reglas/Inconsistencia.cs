namespace Icsoe.Domain.Reglas;

/// <summary>
/// An entry of the catalogue of inconsistencies: the seven rows of the guide's help table «¿Cómo solventar la inconsistencia?».
/// Every text that says so is official and is served as written.
/// </summary>
public sealed class Inconsistencia
{
    private Inconsistencia(Codigo codigo, Alcance alcance, string etiqueta, string texto, string condicion, bool multiple = false)
    {
        (Codigo, Alcance, Etiqueta, Texto, Condicion) = (codigo, alcance, etiqueta, texto, condicion);
        Casos = multiple ? TextosOficiales.Casos : [];
        ComoSolventarContratista = multiple
            ? string.Join("\n\n", Casos.Select(caso => $"{caso.Titulo}\n{caso.Texto}"))
            : TextosOficiales.PresentaCorreccion;
        ComoSolventarReconstruido = Casos.Any(caso => caso.Reconstruido);
    }

    /// <summary>The code, for ever.</summary>
    public Codigo Codigo { get; }

    /// <summary>Whether a finding of it names one contract or the whole informativa.</summary>
    public Alcance Alcance { get; }

    /// <summary>Label of the guide's help table. Official.</summary>
    public string Etiqueta { get; }

    /// <summary>The same one as the text of the inconsistent list words it. Official.</summary>
    public string Texto { get; }

    /// <summary>When our rule finds it, in Spanish. Ours: the guide defines no condition.</summary>
    public string Condicion { get; }

    /// <summary>
    /// «¿Cómo solventar?» for a contratista. Official; for INFORMATIVA_MULTIPLE its four cases, each a title line and its text,
    /// with an empty line between them.
    /// </summary>
    public string ComoSolventarContratista { get; }

    /// <summary>Whether words of <see cref="ComoSolventarContratista"/> are a reconstruction of an unreadable scan.</summary>
    public bool ComoSolventarReconstruido { get; }

    /// <summary>What a contratante does: only the contratista can correct. Official (notice of the inconsistent list, 1).</summary>
    public string ComoSolventarContratante { get; } = TextosOficiales.SolicitaCorreccion;

    /// <summary>The guide's four cases, for INFORMATIVA_MULTIPLE; else empty.</summary>
    public IReadOnlyList<CasoDeMultiple> Casos { get; }

    /// <summary>«Guía de apoyo»: its address, the same in every row.</summary>
    public string Guia { get; } = TextosOficiales.Guia;

    /// <summary>The scan broke the address over four lines: its hyphens and joins are a reconstruction.</summary>
    public bool GuiaReconstruida { get; } = true;

    public static Inconsistencia ServicioNulo { get; } =
        new(
            Codigo.ServicioNulo,
            Alcance.Contrato,
            "Campos obligatorios nulos (Servicio u obra especializados).",
            "Informativas de los tipos Normal y Corrección, sin descripción del servicio u obra especializados contratados.",
            "La informativa es de tipo Normal o Corrección y un contrato no describe el servicio u obra: el campo falta o solo tiene espacios."
        );

    public static Inconsistencia MismoContratante { get; } =
        new(
            Codigo.MismoContratante,
            Alcance.Contrato,
            "Contratista y contratante es el mismo.",
            "Contratista y contratante son el mismo.",
            "El RFC del contratista y el del contratante son iguales. Si alguno falta o es genérico se compara el nombre junto con el tipo de persona, y el hallazgo lleva confianza baja porque hay homónimos."
        );

    public static Inconsistencia FechaInicio { get; } =
        new(
            Codigo.FechaInicio,
            Alcance.Contrato,
            "Fecha de inicio de contrato incorrecta.",
            "Sin fecha de inicio del servicio o fecha inconsistente.",
            "La fecha de inicio de un contrato falta (ausente), no se puede leer (ilegible) o es posterior a su fecha fin (posterior_al_fin). Que caiga fuera del cuatrimestre (fuera_del_periodo) es una observación y no cambia de lista a la informativa, salvo que quien publica decida lo contrario; en el ejercicio 2021 se acepta un inicio anterior al periodo."
        );

    public static Inconsistencia SinContratos { get; } =
        new(
            Codigo.SinContratos,
            Alcance.Informativa,
            "Informativa sin contratos presentados.",
            "Informativas presentadas sin información de contratos.",
            "La informativa no es de tipo Sin información y no tiene ningún contrato."
        );

    public static Inconsistencia ConteoContratos { get; } =
        new(
            Codigo.ConteoContratos,
            Alcance.Informativa,
            "Número de contratos presentados diferente al número de contratos en la informativa.",
            "Número de contratos presentados diferente al número de contratos en la informativa.",
            "El número de contratos que declaró el contratista es distinto del número de contratos que contiene la informativa. Si no declaró ninguno, no hay hallazgo."
        );

    public static Inconsistencia SinTrabajadores { get; } =
        new(
            Codigo.SinTrabajadores,
            Alcance.Contrato,
            "Sin trabajadores.",
            "Contratos sin personas trabajadoras.",
            "El número de personas trabajadoras de un contrato falta o es cero."
        );

    public static Inconsistencia InformativaMultiple { get; } =
        new(
            Codigo.InformativaMultiple,
            Alcance.Informativa,
            "Informativa múltiple (Sólo debe existir una informativa por cuatrimestre).",
            "Informativas múltiples (más de una informativa por periodo).",
            "El contratista tiene más de una informativa vigente en el mismo cuatrimestre: ni sustituidas por una Corrección ni dejadas sin efectos.",
            multiple: true
        );

    /// <summary>The seven, in the order of the guide's help table.</summary>
    public static IReadOnlyList<Inconsistencia> Catalogo { get; } =
    [ServicioNulo, MismoContratante, FechaInicio, SinContratos, ConteoContratos, SinTrabajadores, InformativaMultiple];

    /// <summary>The entry of one of the seven codes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A code outside the catalogue (OTRA, CAMPO_NULO).</exception>
    public static Inconsistencia De(Codigo codigo) =>
        (int)codigo >= 0 && (int)codigo < Catalogo.Count
            ? Catalogo[(int)codigo]
            : throw new ArgumentOutOfRangeException(nameof(codigo), codigo, "The catalogue does not hold it.");

    /// <summary>A finding of this inconsistency; the folio is kept only when it concerns a contract.</summary>
    public Hallazgo Hallar(string? folioContrato = null) =>
        new()
        {
            Codigo = Codigo,
            Texto = Etiqueta,
            Alcance = Alcance,
            Contrato = Alcance == Alcance.Contrato ? folioContrato : null,
        };
}

/// <summary>One of the guide's four cases of informativa múltiple. Official texts.</summary>
/// <param name="Caso">1 to 4.</param>
/// <param name="Titulo">As printed: «Caso 1) Presentaste una Normal y…».</param>
/// <param name="Texto">What to do.</param>
/// <param name="Reconstruido">Whether words of it are a reconstruction of an unreadable scan.</param>
public sealed record CasoDeMultiple(CasoMultiple Caso, string Titulo, string Texto, bool Reconstruido);
