using Icsoe.Api.Documentacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Api.Listados;

/// <summary>A line of a listado, flat, with the columns of the files (design, section 8).</summary>
public sealed record RenglonResponse
{
    [Campo("Identificador opaco y estable del renglón. No está en los archivos.", "c7rk2m4v9t3q5x8a")]
    public required string Id { get; init; }

    [Campo(
        "Nombre, denominación o razón social del contratista.",
        "SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.",
        Nulo = "El archivo publicado no lo trae."
    )]
    public required string? Contratista { get; init; }

    [Campo("Tipo de persona del contratista.", "moral", Nulo = "El archivo publicado no lo trae.", Valores = Enumeraciones.TipoPersona)]
    public required string? TipoPersonaContratista { get; init; }

    [Campo("Nombre, denominación o razón social del contratante.", "COMERCIAL EJEMPLO", Nulo = "Informativa sin contratos.")]
    public required string? Contratante { get; init; }

    [Campo("Tipo de persona del contratante.", "moral", Nulo = "Informativa sin contratos.", Valores = Enumeraciones.TipoPersona)]
    public required string? TipoPersonaContratante { get; init; }

    [Campo(
        "Folio del contrato: es un identificador que se asigna por la herramienta ICSOE.",
        "A26P3662382",
        Nulo = "Informativa sin contratos."
    )]
    public required string? FolioContrato { get; init; }

    [Campo(
        "Servicio u obra especializada contratada.",
        "MTTO PREVENTIVO A ELEVADORES",
        Nulo = "No se reportó, o informativa sin contratos."
    )]
    public required string? Servicio { get; init; }

    [Campo("Fecha de inicio del contrato.", "2026-01-15", Nulo = "No se reportó, es ilegible, o informativa sin contratos.")]
    public required DateOnly? FechaInicio { get; init; }

    [Campo("Fecha de fin del contrato.", "2026-12-31", Nulo = "No se reportó, o informativa sin contratos.")]
    public required DateOnly? FechaFin { get; init; }

    [Campo("Número de personas trabajadoras.", "12", Nulo = "No se reportó, o informativa sin contratos.")]
    public required int? PersonasTrabajadoras { get; init; }

    [Campo("Cuatrimestre al que corresponden los datos manifestados.", "1", Valores = Enumeraciones.Cuatrimestre)]
    public required int Cuatrimestre { get; init; }

    [Campo("Año al que corresponden los datos manifestados.", "2026")]
    public required int Ejercicio { get; init; }

    [Campo("Tipo de informativa.", "normal", Nulo = "El archivo publicado trae otra cosa.", Valores = Enumeraciones.TipoInformativa)]
    public required string? TipoInformativa { get; init; }

    [Campo(
        "Folio de la informativa, el cual es un identificador que se asigna por la herramienta ICSOE.",
        "N262253432",
        Nulo = "El archivo publicado no lo trae."
    )]
    public required string? FolioInformativa { get; init; }

    [Campo("Fecha de presentación: día de la Ciudad de México.", "2026-05-12", Nulo = "El archivo publicado no la trae.")]
    public required DateOnly? FechaPresentacion { get; init; }

    [Campo(
        "Códigos de las inconsistencias que señala la lista, en el orden del catálogo; vacío en el Listado Público.",
        "[\"SIN_TRABAJADORES\"]",
        Valores = Enumeraciones.Inconsistencia
    )]
    public required IReadOnlyList<string> Inconsistencias { get; init; }

    [Campo("Lista en la que está.", "publico", Valores = Enumeraciones.Lista)]
    public required string Lista { get; init; }

    [Campo(
        "Clave de búsqueda del contratista. No es un identificador oficial.",
        "k3v7q2m5x4a6b",
        Nulo = "Falta el nombre o el tipo de persona."
    )]
    public required string? ContratistaClave { get; init; }

    [Campo(
        "Clave de búsqueda del contratante. No es un identificador oficial.",
        "w2n6p4r5s7t3y",
        Nulo = "Falta el nombre o el tipo de persona."
    )]
    public required string? ContratanteClave { get; init; }

    [Campo("Si sólo se encontró por parecido, con `aproximar=si`. No está en los archivos.", "false")]
    public required bool Aproximado { get; init; }

    public static RenglonResponse From(RenglonPublico renglon)
    {
        var contrato = renglon.Contrato;
        var contratante = contrato?.Contratante ?? PartePublica.Ninguna;
        return new()
        {
            Id = renglon.Id(),
            Contratista = renglon.Contratista.Nombre,
            TipoPersonaContratista = renglon.Contratista.TipoPersona?.Valor(),
            Contratante = contratante.Nombre,
            TipoPersonaContratante = contratante.TipoPersona?.Valor(),
            FolioContrato = contrato?.Folio,
            Servicio = contrato?.Servicio,
            FechaInicio = contrato?.FechaInicio,
            FechaFin = contrato?.FechaFin,
            PersonasTrabajadoras = contrato?.PersonasTrabajadoras,
            Cuatrimestre = renglon.Listado.Periodo.Cuatrimestre,
            Ejercicio = renglon.Listado.Periodo.Ejercicio,
            TipoInformativa = renglon.TipoInformativa?.Valor(),
            FolioInformativa = renglon.FolioInformativa,
            FechaPresentacion = renglon.FechaPresentacion,
            // Two contracts of one informativa may carry the same code: in a file it stands once.
            Inconsistencias =
            [
                .. renglon.Inconsistencias.Select(hallazgo => hallazgo.Codigo).Distinct().Order().Select(codigo => codigo.Valor()),
            ],
            Lista = renglon.Listado.Lista.Valor(),
            ContratistaClave = renglon.Contratista.Clave,
            ContratanteClave = contratante.Clave,
            Aproximado = renglon.Aproximado,
        };
    }
}
