using Icsoe.Api.Contratos;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Inconsistencias;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Informativas;

/// <summary>A filing of a listado, with or without contracts.</summary>
public sealed record InformativaResponse
{
    [Campo("Identificador opaco y estable de la informativa en su periodo.", "q5x8ac7rk2m4v9t3")]
    public required string Id { get; init; }

    [Campo(
        "Folio de la informativa, el cual es un identificador que se asigna por la herramienta ICSOE.",
        "N262253432",
        Nulo = "El archivo publicado no lo trae."
    )]
    public required string? Folio { get; init; }

    [Campo("Tipo de informativa.", "normal", Nulo = "El archivo publicado trae otra cosa.", Valores = Enumeraciones.TipoInformativa)]
    public required string? Tipo { get; init; }

    [Campo("Lista en la que está.", "publico", Valores = Enumeraciones.Lista)]
    public required string Lista { get; init; }

    [Campo("Año al que corresponden los datos manifestados.", "2026")]
    public required int Ejercicio { get; init; }

    [Campo("Cuatrimestre al que corresponden los datos manifestados.", "1", Valores = Enumeraciones.Cuatrimestre)]
    public required int Cuatrimestre { get; init; }

    [Campo("Año y cuatrimestre.", "2026-1")]
    public required string Periodo { get; init; }

    [Campo(
        "Fecha de presentación, refleja el momento en que fue cumplida la obligación ante el Instituto. Día de la Ciudad de México.",
        "2026-05-12",
        Nulo = "El archivo publicado no la trae."
    )]
    public required DateOnly? FechaPresentacion { get; init; }

    [Campo(
        "Si se presentó después de la fecha límite.",
        "false",
        Nulo = "La lista no permite saberlo: es una corrección, es de 2021-1 o no trae fecha."
    )]
    public required bool? Tardia { get; init; }

    [Campo("Quien presta el servicio o ejecuta la obra.")]
    public required ParteResponse Contratista { get; init; }

    [Campo("Cuántos contratos se listan en ella.", "3")]
    public required int Contratos { get; init; }

    [Campo("Lo que señala la lista: todas sus inconsistencias, en el orden del catálogo.")]
    public required IReadOnlyList<HallazgoResponse> Inconsistencias { get; init; }

    [Campo("Lo que notan nuestras reglas sin mover nada de lista. No forman parte de la publicación oficial.")]
    public required IReadOnlyList<HallazgoResponse> Observaciones { get; init; }

    [Campo("Si sólo se encontró por parecido, con `aproximar=si`.", "false")]
    public required bool Aproximado { get; init; }

    public static InformativaResponse From(InformativaPublica informativa)
    {
        var periodo = informativa.Listado.Periodo;
        return new()
        {
            Id = informativa.Id(),
            Folio = informativa.Folio,
            Tipo = informativa.Tipo?.Valor(),
            Lista = informativa.Listado.Lista.Valor(),
            Ejercicio = periodo.Ejercicio,
            Cuatrimestre = periodo.Cuatrimestre,
            Periodo = periodo.ToString(),
            FechaPresentacion = informativa.FechaPresentacion,
            Tardia = CalendarioHabil.Tardia(periodo, informativa.Tipo, informativa.FechaPresentacion),
            Contratista = ParteResponse.From(informativa.Contratista),
            Contratos = informativa.Contratos,
            Inconsistencias = HallazgoResponse.From(informativa.Inconsistencias),
            Observaciones = HallazgoResponse.From(informativa.Observaciones),
            Aproximado = informativa.Aproximado,
        };
    }
}
