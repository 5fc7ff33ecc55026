using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Inconsistencias;
using Icsoe.Domain.Lectura;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;
using Icsoe.Domain.Validacion;

namespace Icsoe.Api.Validaciones;

/// <summary>What sealing would make of what was sent.</summary>
public sealed record ValidacionResponse
{
    /// <summary>Findings that an answer tells in full, with what to do.</summary>
    public const int HallazgosMaximos = 5_000;

    /// <summary>What this is not, and what is done with what was sent: nothing.</summary>
    public const string Advertencia =
        "Previsión de un programa independiente: el veredicto es nuestro, no del IMSS. Lo enviado no se guarda ni se registra, y nada se presenta por ti.";

    [Campo("Lo que esta validación no es, y qué se hace con lo enviado.", Advertencia)]
    public required string Aviso { get; init; }

    [Campo("Cuentas de todo lo enviado.")]
    public required ResumenResponse Resumen { get; init; }

    [Campo("Cada informativa que se pudo leer, en el orden en que vino. La misma dos veces es una.")]
    public required IEnumerable<InformativaValidadaResponse> Informativas { get; init; }

    [Campo("Lo que no se pudo leer, o no se recibiría: a lo más mil; `resumen` dice cuántos son.")]
    public required IEnumerable<IlegibleResponse> Ilegibles { get; init; }

    [Campo("Lo que se notó sin que impida nada: a lo más mil; `resumen` dice cuántas son.")]
    public required IEnumerable<IlegibleResponse> Advertencias { get; init; }

    public static ValidacionResponse From(Prevision prevision, Formato formato)
    {
        var hallazgos = prevision.Informativas.Sum(prevista => prevista.Inconsistencias.Count + prevista.Observaciones.Count);
        return new()
        {
            Aviso = Advertencia,
            Resumen = new()
            {
                Informativas = prevision.Informativas.Count,
                Contratos = prevision.Contratos,
                Publicas = prevision.Informativas.Count(prevista => prevista.Lista == Lista.Publico),
                Inconsistentes = prevision.Informativas.Count(prevista => prevista.Lista == Lista.Inconsistente),
                NoSeListan = prevision.Informativas.Count(prevista => prevista.Lista is null),
                Ilegibles = prevision.IlegiblesEnTotal,
                Advertencias = prevision.AdvertenciasEnTotal,
                Hallazgos = hallazgos,
                HallazgosOmitidos = Math.Max(0, hallazgos - HallazgosMaximos),
            },
            Informativas = Explicar(prevision, formato),
            Ilegibles = prevision.Ilegibles.Select(rechazo => IlegibleResponse.From(rechazo, formato)),
            Advertencias = prevision.Advertencias.Select(rechazo => IlegibleResponse.From(rechazo, formato)),
        };
    }

    /// <summary>In their order, the first findings in full: past the limit, the informativas go without theirs.</summary>
    private static IEnumerable<InformativaValidadaResponse> Explicar(Prevision prevision, Formato formato)
    {
        var quedan = HallazgosMaximos;
        foreach (var prevista in prevision.Informativas)
        {
            var validada = InformativaValidadaResponse.From(prevista, formato, quedan);
            quedan -= validada.Inconsistencias.Count + validada.Observaciones.Count;
            yield return validada;
        }
    }
}

/// <summary>Totals.</summary>
public sealed record ResumenResponse
{
    [Campo("Informativas que se pudieron leer.", "2")]
    public required int Informativas { get; init; }

    [Campo("Contratos que traen.", "3")]
    public required int Contratos { get; init; }

    [Campo("Las que irían al Listado Público.", "1")]
    public required int Publicas { get; init; }

    [Campo("Las que irían al Listado con Información Inconsistente.", "1")]
    public required int Inconsistentes { get; init; }

    [Campo("Las que no irían en ninguna lista; `razon` dice por qué.", "0")]
    public required int NoSeListan { get; init; }

    [Campo("Motivos por los que algo no se pudo leer, o no se recibiría.", "0")]
    public required int Ilegibles { get; init; }

    [Campo("Advertencias.", "0")]
    public required int Advertencias { get; init; }

    [Campo("Inconsistencias y observaciones, entre todas las informativas.", "1")]
    public required int Hallazgos { get; init; }

    [Campo("Las que no se explican abajo: sólo se explican las primeras cinco mil.", "0")]
    public required int HallazgosOmitidos { get; init; }
}

/// <summary>An informativa that could be read.</summary>
public sealed record InformativaValidadaResponse
{
    [Campo("Folio de la informativa.", "N262253432")]
    public required string Folio { get; init; }

    [Campo("Tipo: `normal`, `sin_informacion`, `correccion`, `sin_efectos` o `actualizacion`.", "normal", Crece = true)]
    public required string Tipo { get; init; }

    [Campo("Año y cuatrimestre que informa.", "2026-1")]
    public required string Periodo { get; init; }

    [Campo("A qué lista iría si lo enviado fuera todo lo que se presentó.", "inconsistente", Valores = Enumeraciones.Veredicto)]
    public required string Veredicto { get; init; }

    [Campo("Por qué no iría en ninguna lista.", "sustituida", Nulo = "Iría en una.", Valores = Enumeraciones.RazonDeNoListar)]
    public required string? Razon { get; init; }

    [Campo("Inconsistencias: cualquiera mueve a toda la informativa al Listado con Información Inconsistente.")]
    public required IReadOnlyList<HallazgoValidadoResponse> Inconsistencias { get; init; }

    [Campo("Lo que notan nuestras reglas sin que cambie de lista.")]
    public required IReadOnlyList<HallazgoValidadoResponse> Observaciones { get; init; }

    [Campo(
        "Si se presentó después de la fecha límite.",
        "false",
        Nulo = "Es una corrección, no iría en ninguna lista, o ese periodo no tuvo fecha límite."
    )]
    public required bool? Tardia { get; init; }

    [Campo("Último día para presentarla a tiempo.", "2026-05-18", Nulo = "Ese periodo no tuvo fecha límite.")]
    public required DateOnly? FechaLimite { get; init; }

    [Campo("Si su `referencia` no cuenta: no está entre lo que el mismo contratista presentó antes en el cuatrimestre.", "false")]
    public required bool ReferenciaIgnorada { get; init; }

    [Campo("Dónde está en lo enviado.")]
    public required LugarEnviadoResponse Lugar { get; init; }

    /// <param name="hallazgos">How many may be told.</param>
    public static InformativaValidadaResponse From(InformativaPrevista prevista, Formato formato, int hallazgos)
    {
        var inconsistencias = prevista.Inconsistencias.Take(hallazgos).ToList();
        return new()
        {
            Folio = prevista.Informativa.Folio!,
            Tipo = prevista.Informativa.Tipo!.Value.Valor(),
            Periodo = prevista.Informativa.Periodo.ToString(),
            Veredicto = prevista.Lista?.Valor() ?? "no_se_lista",
            Razon = prevista.Razon switch
            {
                null => null,
                RazonDeNoListar.EsSinEfectos => "es_sin_efectos",
                RazonDeNoListar.EsActualizacion => "es_actualizacion",
                RazonDeNoListar.Anulada => "anulada",
                _ => "sustituida",
            },
            Inconsistencias = [.. inconsistencias.Select(hallazgo => HallazgoValidadoResponse.From(hallazgo, formato, seSolventa: true))],
            Observaciones =
            [
                .. prevista
                    .Observaciones.Take(hallazgos - inconsistencias.Count)
                    .Select(hallazgo => HallazgoValidadoResponse.From(hallazgo, formato, seSolventa: false)),
            ],
            Tardia = prevista.Tardia,
            FechaLimite = prevista.FechaLimite,
            ReferenciaIgnorada = prevista.ReferenciaIgnorada,
            Lugar = formato.Lugar(prevista.Lugar.Sitio("") with { Campo = "" }),
        };
    }
}

/// <summary>A finding with its place, why, and what to do.</summary>
public sealed record HallazgoValidadoResponse : HallazgoResponse
{
    [SetsRequiredMembers]
    private HallazgoValidadoResponse(HallazgoPrevisto previsto, Formato formato, bool seSolventa)
        : base(From(previsto.Hallazgo))
    {
        var inconsistencia = Inconsistencia.De(previsto.Hallazgo.Codigo);
        Lugar = formato.Lugar(previsto.Sitio);
        Valor = previsto.Valor is { } valor ? IlegibleResponse.Cita(valor) : null;
        PorQue = Motivos.Completo(previsto.Hallazgo);
        ComoSolventar = seSolventa ? Solucion(inconsistencia, previsto.Hallazgo.Caso) : null;
        Guia = inconsistencia.Guia;
    }

    [Campo("Dónde está en lo enviado.")]
    [JsonPropertyOrder(1)]
    public required LugarEnviadoResponse Lugar { get; init; }

    [Campo("Lo que dice ahí; si es largo, su principio.", "0", Nulo = "No dice nada, o es un RFC.")]
    [JsonPropertyOrder(1)]
    public required string? Valor { get; init; }

    [Campo("Por qué se encontró.", "El número de personas trabajadoras de un contrato falta o es cero.")]
    [JsonPropertyOrder(1)]
    public required string PorQue { get; init; }

    [Campo("¿Cómo solventar? De una informativa múltiple, según su caso.", Nulo = "Es una observación: no hay nada que solventar.")]
    [JsonPropertyOrder(1)]
    public required ComoSolventarResponse? ComoSolventar { get; init; }

    [Campo(
        "Guía de apoyo.",
        "http://www.imss.gob.mx/sites/all/statics/icsoe/guias/7-Guia-Registro-Informativa-Complementaria-de-Correccion.pdf"
    )]
    [JsonPropertyOrder(1)]
    public required string Guia { get; init; }

    public static HallazgoValidadoResponse From(HallazgoPrevisto previsto, Formato formato, bool seSolventa) =>
        new(previsto, formato, seSolventa);

    private static ComoSolventarResponse Solucion(Inconsistencia inconsistencia, CasoMultiple? caso)
    {
        var suyo = inconsistencia.Casos.FirstOrDefault(uno => uno.Caso == caso);
        return new()
        {
            Contratista = suyo is null ? inconsistencia.ComoSolventarContratista : $"{suyo.Titulo}\n{suyo.Texto}",
            Contratante = inconsistencia.ComoSolventarContratante,
            Reconstruido = suyo?.Reconstruido ?? inconsistencia.ComoSolventarReconstruido,
        };
    }
}

/// <summary>Something that could not be read, or was only noticed.</summary>
public sealed record IlegibleResponse
{
    [Campo("Dónde está en lo enviado.")]
    public required LugarEnviadoResponse Lugar { get; init; }

    [Campo("Campo: ruta en JSON o nombre de la columna; «línea» o «renglón» si es por completo.", "contratos[0].folio")]
    public required string Campo { get; init; }

    [Campo("Lo que dice ahí; si es largo, su principio.", "31/11/2026", Nulo = "No dice nada, no es un solo valor, o es un RFC.")]
    public required string? Valor { get; init; }

    [Campo("Qué está mal y qué estaría bien.", "falta el folio del contrato.")]
    public required string Motivo { get; init; }

    /// <summary>What was written, without what is personal in it.</summary>
    internal static string Cita(string texto) => Enmascarado.Enmascarar(texto, out _);

    public static IlegibleResponse From(Rechazo rechazo, Formato formato)
    {
        var sitio = new Sitio(rechazo.Hoja, rechazo.Linea, rechazo.Campo is "línea" or "renglón" ? "" : Cita(rechazo.Campo));
        return new()
        {
            Lugar = formato.Lugar(sitio),
            Campo = Cita(rechazo.Campo),
            Valor = rechazo.Valor is { } valor ? Cita(valor) : null,
            Motivo = Cita(rechazo.Motivo),
        };
    }
}

/// <summary>A place in what was sent.</summary>
public sealed record LugarEnviadoResponse
{
    [Campo(
        "En JSON y NDJSON, la ruta: `informativas[0].contratos[1].servicio`; en NDJSON, dentro de su línea.",
        "informativas[0].contratos[1].servicio",
        Nulo = "Es una tabla, o toda la línea."
    )]
    public required string? Ruta { get; init; }

    [Campo("En NDJSON, la línea, desde 1.", "12", Nulo = "No es NDJSON.")]
    public required int? Linea { get; init; }

    [Campo("En XLSX, la hoja.", "Informativas", Nulo = "No es XLSX.")]
    public required string? Hoja { get; init; }

    [Campo("En CSV y XLSX, la fila como la numera una hoja de cálculo: el encabezado es la 1.", "12", Nulo = "No es una tabla.")]
    public required int? Fila { get; init; }

    [Campo("En CSV y XLSX, el encabezado de la columna.", "servicio", Nulo = "No es una tabla, o es toda la fila.")]
    public required string? Columna { get; init; }
}
