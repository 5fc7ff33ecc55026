using Icsoe.Api.Documentacion;
using Icsoe.Api.Listados;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Calendario;

/// <summary>Body of <c>/v1/calendario</c>.</summary>
public sealed record CalendarioResponse
{
    private const string SinPublicaciones = "Todavía no hay ninguna publicación.";

    [Campo(
        "Si ya está la última versión que debía publicarse.",
        "en_tiempo",
        Nulo = SinPublicaciones,
        Valores = Enumeraciones.EstadoDeCalendario
    )]
    public required string? Estado { get; init; }

    [Campo("La versión que sigue: la de este mes mientras no llega, y después la del siguiente.")]
    public required VentanaResponse Proxima { get; init; }

    [Campo("Huso de todos los días.", "America/Mexico_City")]
    public string ZonaHoraria { get; } = "America/Mexico_City";

    [Campo("Cada cuatrimestre, de 2021-1 al que sigue al que corre.")]
    public required IReadOnlyList<PlazoResponse> Periodos { get; init; }

    [Campo("Días de publicación de cada mes, hasta el de la primera del último cuatrimestre.")]
    public required IReadOnlyList<VentanaResponse> Ventanas { get; init; }

    [Campo("Días inhábiles de esos años, además de sábados y domingos.")]
    public required IReadOnlyList<DiaInhabilResponse> DiasInhabiles { get; init; }

    [Campo("Publicación vigente o nombrada en la consulta.", "2026-06", Nulo = SinPublicaciones)]
    public required string? Publicacion { get; init; }

    public static CalendarioResponse From(CalendarioDelImss calendario, Publicacion? publicacion, DateOnly hoy)
    {
        var ventanas = calendario.Ventanas(hoy).ToList();
        return new()
        {
            Estado =
                publicacion is null ? null
                : calendario.EstaRetrasada(publicacion.Id, hoy) ? "retrasada"
                : "en_tiempo",
            Proxima = VentanaResponse.From(calendario.Proxima(publicacion?.Id, hoy)),
            Periodos = [.. CalendarioDelImss.Periodos(hoy).Select(periodo => PlazoResponse.From(periodo, calendario))],
            Ventanas = [.. ventanas.Select(VentanaResponse.From)],
            DiasInhabiles = [.. calendario.DiasInhabiles(Periodo.PrimerEjercicio, ventanas[^1].Hasta.Year).Select(DiaInhabilResponse.From)],
            Publicacion = publicacion?.Id.ToString(),
        };
    }
}

/// <summary>Days in which a version is published.</summary>
public sealed record VentanaResponse
{
    [Campo("La publicación: su año y mes.", "2026-07")]
    public required string Publicacion { get; init; }

    [Campo("Primer día hábil del mes.", "2026-07-01")]
    public required DateOnly Desde { get; init; }

    [Campo("Quinto día hábil del mes.", "2026-07-07")]
    public required DateOnly Hasta { get; init; }

    public static VentanaResponse From(VentanaDePublicacion ventana) =>
        new()
        {
            Publicacion = ventana.Publicacion.ToString(),
            Desde = ventana.Desde,
            Hasta = ventana.Hasta,
        };
}

/// <summary>When a periodo is filed and first published.</summary>
public sealed record PlazoResponse
{
    private const string SinPlazo = "No se conoce plazo de ese cuatrimestre (2021-1).";

    [Campo("Cuatrimestre, como `2026-1`.", "2026-1")]
    public required string Periodo { get; init; }

    [Campo("Año del cuatrimestre.", "2026")]
    public required int Ejercicio { get; init; }

    [Campo("Número del cuatrimestre.", "1", Valores = Enumeraciones.Cuatrimestre)]
    public required int Cuatrimestre { get; init; }

    [Campo("Primer día para presentar la informativa.", "2026-05-01", Nulo = SinPlazo)]
    public required DateOnly? PresentacionDesde { get; init; }

    [Campo("Último día para presentarla a tiempo: el 17, o el siguiente día hábil.", "2026-05-18", Nulo = SinPlazo)]
    public required DateOnly? PresentacionHasta { get; init; }

    [Campo("Días en que debe publicarse por primera vez.")]
    public required PublicacionPrevistaResponse PublicacionPrevista { get; init; }

    public static PlazoResponse From(Periodo periodo, CalendarioDelImss calendario)
    {
        var plazo = CalendarioHabil.Plazo(periodo);
        return new()
        {
            Periodo = periodo.ToString(),
            Ejercicio = periodo.Ejercicio,
            Cuatrimestre = periodo.Cuatrimestre,
            PresentacionDesde = plazo?.Desde,
            PresentacionHasta = plazo?.Hasta,
            PublicacionPrevista = PublicacionPrevistaResponse.De(calendario.Prevista(periodo)),
        };
    }
}

/// <summary>A day off.</summary>
public sealed record DiaInhabilResponse
{
    [Campo("Día.", "2026-05-01")]
    public required DateOnly Dia { get; init; }

    [Campo("Por qué es inhábil.", "Día del Trabajo")]
    public required string Nombre { get; init; }

    [Campo("Para quién es inhábil.", "federal", Valores = Enumeraciones.Ambito)]
    public required string Ambito { get; init; }

    [Campo("Quién lo dice.", "Código Fiscal de la Federación, artículo 12", Nulo = "Quien opera este servidor no lo indicó.")]
    public required string? Fuente { get; init; }

    public static DiaInhabilResponse From(DiaInhabil inhabil) =>
        new()
        {
            Dia = inhabil.Dia,
            Nombre = inhabil.Nombre,
            Ambito = inhabil.DelImss ? "imss" : "federal",
            Fuente = inhabil.Fuente,
        };
}
