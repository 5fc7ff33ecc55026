using Icsoe.Api.Documentacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Contratos;

/// <summary>A contratista or contratante as published.</summary>
public sealed record ParteResponse
{
    [Campo(
        "Nombre, denominación o razón social, tal como se publicó. Un nombre no identifica a nadie: hay homónimos.",
        "SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.",
        Nulo = "El archivo publicado no lo trae."
    )]
    public required string? Nombre { get; init; }

    [Campo("Tipo de persona (física o moral).", "moral", Nulo = "El archivo publicado no lo trae.", Valores = Enumeraciones.TipoPersona)]
    public required string? TipoPersona { get; init; }

    [Campo(
        "Clave de búsqueda que comparten las formas de escribir un mismo nombre y tipo de persona. No es un identificador oficial.",
        "k3v7q2m5x4a6b",
        Nulo = "Falta el nombre o el tipo de persona."
    )]
    public required string? Clave { get; init; }

    public static ParteResponse From(PartePublica parte) =>
        new()
        {
            Nombre = parte.Nombre,
            TipoPersona = parte.TipoPersona?.Valor(),
            Clave = parte.Clave,
        };
}
