using Icsoe.Api.Documentacion;
using Icsoe.Api.Inconsistencias;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Contratos;

/// <summary>A contract of a listado.</summary>
public sealed record ContratoResponse
{
    [Campo("Identificador opaco y estable del contrato dentro de su informativa y periodo.", "c7rk2m4v9t3q5x8a")]
    public required string Id { get; init; }

    [Campo(
        "Folio del contrato: es un identificador que se asigna por la herramienta ICSOE.",
        "A26P3662382",
        Nulo = "El archivo publicado no lo trae."
    )]
    public required string? Folio { get; init; }

    [Campo("Lista en la que está.", "publico", Valores = Enumeraciones.Lista)]
    public required string Lista { get; init; }

    [Campo("Año al que corresponden los datos manifestados.", "2026")]
    public required int Ejercicio { get; init; }

    [Campo("Cuatrimestre al que corresponden los datos manifestados.", "1", Valores = Enumeraciones.Cuatrimestre)]
    public required int Cuatrimestre { get; init; }

    [Campo("Año y cuatrimestre.", "2026-1")]
    public required string Periodo { get; init; }

    [Campo("Quien presta el servicio o ejecuta la obra.")]
    public required ParteResponse Contratista { get; init; }

    [Campo("Quien contrata el servicio o la obra.")]
    public required ParteResponse Contratante { get; init; }

    [Campo(
        "Servicio u obra especializada contratada: conceptos por los que las personas obligadas celebran transacciones de tal tipo.",
        "MTTO PREVENTIVO A ELEVADORES",
        Nulo = "No se reportó."
    )]
    public required string? Servicio { get; init; }

    [Campo("Si en el texto del servicio se ocultó un dato personal.", "false")]
    public required bool ServicioEnmascarado { get; init; }

    [Campo("Fecha de inicio del contrato.", "2026-01-15", Nulo = "No se reportó o es ilegible.")]
    public required DateOnly? FechaInicio { get; init; }

    [Campo("Fecha de fin del contrato.", "2026-12-31", Nulo = "No se reportó; es opcional.")]
    public required DateOnly? FechaFin { get; init; }

    [Campo(
        "Número de personas trabajadoras: dato con el que se observa el personal experto para brindar el propósito del contrato.",
        "12",
        Nulo = "No se reportó."
    )]
    public required int? PersonasTrabajadoras { get; init; }

    [Campo("Informativa en la que se reportó.")]
    public required InformativaDeContratoResponse Informativa { get; init; }

    [Campo("Lo que señala la lista: todas las inconsistencias de su informativa, en el orden del catálogo.")]
    public required IReadOnlyList<HallazgoResponse> Inconsistencias { get; init; }

    [Campo("Lo que notan nuestras reglas sin mover nada de lista. No forman parte de la publicación oficial.")]
    public required IReadOnlyList<HallazgoResponse> Observaciones { get; init; }

    [Campo("Si sólo se encontró por parecido, con `aproximar=si`.", "false")]
    public required bool Aproximado { get; init; }

    public static ContratoResponse From(RenglonPublico renglon)
    {
        var contrato = renglon.Contrato ?? throw new ArgumentException("A row without a contract.", nameof(renglon));
        var periodo = renglon.Listado.Periodo;
        return new()
        {
            Id = renglon.Id(),
            Folio = contrato.Folio,
            Lista = renglon.Listado.Lista.Valor(),
            Ejercicio = periodo.Ejercicio,
            Cuatrimestre = periodo.Cuatrimestre,
            Periodo = periodo.ToString(),
            Contratista = ParteResponse.From(renglon.Contratista),
            Contratante = ParteResponse.From(contrato.Contratante),
            Servicio = contrato.Servicio,
            ServicioEnmascarado = contrato.ServicioEnmascarado,
            FechaInicio = contrato.FechaInicio,
            FechaFin = contrato.FechaFin,
            PersonasTrabajadoras = contrato.PersonasTrabajadoras,
            Informativa = new()
            {
                Folio = renglon.FolioInformativa,
                Tipo = renglon.TipoInformativa?.Valor(),
                FechaPresentacion = renglon.FechaPresentacion,
            },
            Inconsistencias = HallazgoResponse.From(renglon.Inconsistencias),
            Observaciones = HallazgoResponse.From(renglon.Observaciones),
            Aproximado = renglon.Aproximado,
        };
    }
}

/// <summary>The filing of a contract, in short.</summary>
public sealed record InformativaDeContratoResponse
{
    [Campo(
        "Folio de la informativa, el cual es un identificador que se asigna por la herramienta ICSOE.",
        "N262253432",
        Nulo = "El archivo publicado no lo trae."
    )]
    public required string? Folio { get; init; }

    [Campo("Tipo de informativa.", "normal", Nulo = "El archivo publicado trae otra cosa.", Valores = Enumeraciones.TipoInformativa)]
    public required string? Tipo { get; init; }

    [Campo(
        "Fecha de presentación, refleja el momento en que fue cumplida la obligación ante el Instituto. Día de la Ciudad de México.",
        "2026-05-12",
        Nulo = "El archivo publicado no la trae."
    )]
    public required DateOnly? FechaPresentacion { get; init; }
}
