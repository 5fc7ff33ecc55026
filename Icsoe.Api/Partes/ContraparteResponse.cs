using Icsoe.Api.Documentacion;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Partes;

/// <summary>Somebody with whom a party has contracts, in one role.</summary>
public sealed record ContraparteResponse
{
    [Campo("Clave de búsqueda de la contraparte. Sus homónimos la comparten.", "w2n6p4r5s7t3y")]
    public required string Clave { get; init; }

    [Campo("La forma más frecuente de escribir su nombre.", "COMERCIAL EJEMPLO")]
    public required string Nombre { get; init; }

    [Campo("Tipo de persona (física o moral).", "moral", Valores = Enumeraciones.TipoPersona)]
    public required string TipoPersona { get; init; }

    [Campo("Qué es la contraparte en esos contratos.", "contratante", Valores = Enumeraciones.Rol)]
    public required string Rol { get; init; }

    [Campo("Cuántos contratos tienen entre las dos.", "4")]
    public required long Contratos { get; init; }

    [Campo("Suma de las personas trabajadoras de esos contratos: una misma persona puede contarse varias veces.", "48")]
    public required long PersonasPorContratoSuma { get; init; }

    [Campo("Primer periodo con un contrato entre las dos.", "2024-1")]
    public required string Primera { get; init; }

    [Campo("Último periodo con un contrato entre las dos.", "2026-1")]
    public required string Ultima { get; init; }

    public static ContraparteResponse From(Contraparte contraparte) =>
        new()
        {
            Clave = contraparte.Clave,
            Nombre = contraparte.Nombre,
            TipoPersona = contraparte.TipoPersona.Valor(),
            Rol = contraparte.Rol.Valor(),
            Contratos = contraparte.Contratos,
            PersonasPorContratoSuma = contraparte.PersonasPorContratoSuma,
            Primera = contraparte.Primera.ToString(),
            Ultima = contraparte.Ultima.ToString(),
        };
}
