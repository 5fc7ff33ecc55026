using Icsoe.Api.Documentacion;
using Icsoe.Api.Inconsistencias;
using Icsoe.Domain.Clasificacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Reglas;

namespace Icsoe.Api.Diagnosticos;

/// <summary>What was filed comes to, and how to be left with one valid informativa.</summary>
public sealed record DiagnosticoResponse
{
    /// <summary>What is done with what was sent: nothing.</summary>
    public const string Advertencia =
        "Orientación de un programa independiente; no es documento del IMSS. Lo enviado no se guarda ni se registra, y nada se presenta por ti.";

    [Campo("Lo que este diagnóstico no es, y qué se hace con lo enviado.", Advertencia)]
    public required string Aviso { get; init; }

    [Campo("En qué queda lo presentado.", "multiple", Valores = Enumeraciones.EstadoDeExpediente)]
    public required string Estado { get; init; }

    [Campo(
        "Cuál de los cuatro casos de informativa múltiple es (1 a 4), u «otro».",
        "2",
        Nulo = "No hay más de una vigente.",
        Valores = Enumeraciones.Caso
    )]
    public required Caso? Caso { get; init; }

    [Campo("Lo que dice la guía de ese caso.", Nulo = "La guía no lo trata.")]
    public required CasoResponse? ComoSolventar { get; init; }

    [Campo("Informativas vigentes: ni sustituidas por una Corrección ni dejadas sin efectos.")]
    public required IReadOnlyList<VigenteResponse> Vigentes { get; init; }

    [Campo("Folios de las que se refieren a una que no está entre las presentadas antes: esa referencia no cuenta.", "[\"C262253440\"]")]
    public required IReadOnlyList<string> ReferenciasIgnoradas { get; init; }

    [Campo("Lo que hay que presentar, en orden, para quedar con una sola informativa válida; vacío si ya es así.")]
    public required IReadOnlyList<PasoResponse> Pasos { get; init; }

    [Campo("Tipo de la informativa que queda.", "correccion", Valores = Enumeraciones.TipoInformativa)]
    public required string Queda { get; init; }

    [Campo("Cuántas complementarias son, de las cuatro que se admiten por cuatrimestre.")]
    public required ComplementariasResponse Complementarias { get; init; }

    [Campo("Textos para pedir o aclarar; nadie los envía.", Nulo = "No hay nada que corregir.")]
    public required BorradoresResponse? Borradores { get; init; }

    public static DiagnosticoResponse From(Diagnostico diagnostico, Presentado presentado)
    {
        var pasos = diagnostico.Pasos.Select((paso, lugar) => PasoResponse.From(paso, lugar + 1)).ToList();
        return new()
        {
            Aviso = Advertencia,
            Estado = diagnostico.Vivas.Count switch
            {
                0 => "sin_informativa",
                1 => "unica",
                _ => "multiple",
            },
            Caso = Inconsistencias.Caso.From(diagnostico.Caso),
            ComoSolventar = Inconsistencia.InformativaMultiple.Casos.FirstOrDefault(caso => caso.Caso == diagnostico.Caso) is { } caso
                ? CasoResponse.From(caso)
                : null,
            Vigentes = [.. diagnostico.Vivas.Select(VigenteResponse.From)],
            ReferenciasIgnoradas = diagnostico.ReferenciasIgnoradas,
            Pasos = pasos,
            Queda = diagnostico.Queda.Valor(),
            Complementarias = ComplementariasResponse.From(diagnostico),
            Borradores = pasos.Count == 0 ? null : Diagnosticos.Borradores.De(diagnostico, presentado, pasos),
        };
    }
}

/// <summary>An informativa that stands.</summary>
public sealed record VigenteResponse
{
    [Campo("Folio de la informativa.", "N262253432")]
    public required string Folio { get; init; }

    [Campo("Tipo de informativa.", "normal", Valores = Enumeraciones.TipoInformativa)]
    public required string Tipo { get; init; }

    public static VigenteResponse From(Informativa informativa) =>
        new() { Folio = informativa.Folio!, Tipo = informativa.Tipo!.Value.Valor() };
}

/// <summary>Something to file.</summary>
public sealed record PasoResponse
{
    [Campo("Número de orden, desde 1.", "1")]
    public required int Numero { get; init; }

    [Campo("Qué se presenta: `normal`, `sin_efectos` o `correccion`.", "sin_efectos", Crece = true)]
    public required string Tipo { get; init; }

    [Campo("Folio de la informativa sobre la que se presenta.", "N262253433", Nulo = "No es complementaria.")]
    public required string? Sobre { get; init; }

    [Campo(
        "Folios de las informativas dejadas sin efectos cuyos contratos debe llevar, además de los de la informativa sobre la que se presenta.",
        "[\"N262253433\"]"
    )]
    public required IReadOnlyList<string> IncluyeContratosDe { get; init; }

    [Campo("El paso en una frase.", "Presenta una complementaria «Sin efectos» sobre la informativa N262253433.")]
    public required string Texto { get; init; }

    public static PasoResponse From(Paso paso, int numero) =>
        new()
        {
            Numero = numero,
            Tipo = paso.Tipo.Valor(),
            Sobre = paso.Sobre,
            IncluyeContratosDe = paso.Incluye,
            Texto = paso.Tipo switch
            {
                TipoInformativa.SinEfectos => $"Presenta una complementaria «Sin efectos» sobre la informativa {paso.Sobre}.",
                TipoInformativa.Correccion =>
                    $"Presenta una complementaria de «Corrección» sobre la informativa {paso.Sobre}. Es sustitutiva: debe llevar los contratos de "
                        + $"{paso.Sobre} y también los de {string.Join(", ", paso.Incluye)}.",
                _ => "Presenta una informativa Normal con los contratos del cuatrimestre o, si no celebraste ninguno, una Sin Información.",
            },
        };
}

/// <summary>How many complementarias are used.</summary>
public sealed record ComplementariasResponse
{
    [Campo("Las presentadas hasta ahora: correcciones y sin efectos. Las actualizaciones no cuentan.", "0")]
    public required int Usadas { get; init; }

    [Campo("Las que habrá con los pasos.", "2")]
    public required int ConLosPasos { get; init; }

    [Campo("Las que se admiten por contratista y cuatrimestre.", "4")]
    public required int Maximo { get; init; }

    [Campo("Si los pasos caben en ellas. Si no, conviene pedir orientación al IMSS antes de presentar nada.", "true")]
    public required bool Alcanzan { get; init; }

    public static ComplementariasResponse From(Diagnostico diagnostico) =>
        new()
        {
            Usadas = diagnostico.Complementarias,
            ConLosPasos = diagnostico.ComplementariasAlFinal,
            Maximo = Clasificado.MaximoDeComplementarias,
            Alcanzan = diagnostico.Alcanzan,
        };
}

/// <summary>Drafts, never sent.</summary>
public sealed record BorradoresResponse
{
    [Campo("Del contratista, para su Buzón IMSS. Lo que va entre corchetes se completa a mano.", "BORRADOR: nadie lo ha enviado.\n…\n")]
    public required string Aclaracion { get; init; }

    [Campo(
        "De quien lo contrata, para el contratista. Lo que va entre corchetes se completa a mano.",
        "BORRADOR: nadie lo ha enviado.\n…\n"
    )]
    public required string SolicitudAContratista { get; init; }
}
