using System.Text.Json.Serialization;
using Icsoe.Api.Documentacion;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Cifras;

/// <summary>How much there is.</summary>
public record CuentaResponse
{
    [Campo("Contratos.", "356123")]
    public required long Contratos { get; init; }

    [Campo("Informativas, con o sin contratos.", "61234")]
    public required long Informativas { get; init; }

    [Campo("Informativas sin contratos.", "20123")]
    public required long InformativasSinContratos { get; init; }

    [Campo("Suma de las personas trabajadoras de cada contrato: una misma persona puede contarse varias veces.", "4567890")]
    public required long PersonasPorContratoSuma { get; init; }

    public static CuentaResponse From(Cuenta cuenta) =>
        new()
        {
            Contratos = cuenta.Contratos,
            Informativas = cuenta.Informativas,
            InformativasSinContratos = cuenta.InformativasSinContratos,
            PersonasPorContratoSuma = cuenta.PersonasPorContratoSuma,
        };
}

/// <summary>How much there is of one kind.</summary>
public sealed record CuentaPorValorResponse
{
    private const string SonDeContratos = "Sólo se cuentan contratos.";

    [Campo("De qué clase; `sin_dato` si la lista no lo dice.", "moral", Crece = true)]
    public required string Valor { get; init; }

    [Campo("La clase, en palabras.", "Moral")]
    public required string Etiqueta { get; init; }

    [Campo("Contratos.", "356123")]
    public required long Contratos { get; init; }

    [Campo("Informativas, con o sin contratos.", "61234", Nulo = SonDeContratos)]
    public required long? Informativas { get; init; }

    [Campo("Informativas sin contratos.", "20123", Nulo = SonDeContratos)]
    public required long? InformativasSinContratos { get; init; }

    [Campo("Suma de las personas trabajadoras de cada contrato: una misma persona puede contarse varias veces.", "4567890")]
    public required long PersonasPorContratoSuma { get; init; }

    /// <param name="conInformativas">Whether informativas are of a kind too, or only contracts.</param>
    public static CuentaPorValorResponse From(string valor, string etiqueta, Cuenta cuenta, bool conInformativas = true) =>
        new()
        {
            Valor = valor,
            Etiqueta = etiqueta,
            Contratos = cuenta.Contratos,
            Informativas = conInformativas ? cuenta.Informativas : null,
            InformativasSinContratos = conInformativas ? cuenta.InformativasSinContratos : null,
            PersonasPorContratoSuma = cuenta.PersonasPorContratoSuma,
        };
}

/// <summary>A periodo beside the others.</summary>
public sealed record EvolucionResponse : CuentaResponse
{
    [Campo("Año y cuatrimestre.", "2026-1"), JsonPropertyOrder(-1)]
    public required string Periodo { get; init; }

    [Campo("Año.", "2026"), JsonPropertyOrder(-1)]
    public required int Ejercicio { get; init; }

    [Campo("Cuatrimestre.", "1", Valores = Enumeraciones.Cuatrimestre), JsonPropertyOrder(-1)]
    public required int Cuatrimestre { get; init; }

    [Campo("Lo mismo, por lista."), JsonPropertyOrder(1)]
    public required IReadOnlyList<CuentaPorValorResponse> Lista { get; init; }

    [Campo("Informativas a tiempo y tardías."), JsonPropertyOrder(1)]
    public required PuntualidadResponse Puntualidad { get; init; }
}

/// <summary>Filings against their deadlines.</summary>
public sealed record PuntualidadResponse
{
    [Campo("Informativas presentadas después de la fecha límite.", "1234")]
    public required long Tardias { get; init; }

    [Campo("Informativas presentadas a tiempo.", "56789")]
    public required long ATiempo { get; init; }

    [Campo("Informativas de las que la lista no permite saberlo: las correcciones, las de 2021-1 y las que no traen fecha.", "3210")]
    public required long NoSeSabe { get; init; }

    [Campo("Tardías entre aquéllas de las que se sabe, de 0 a 1.", "0.0213", Nulo = "No se sabe de ninguna.")]
    public required double? Proporcion { get; init; }

    public static PuntualidadResponse From(long tardias, long aTiempo, long noSeSabe) =>
        new()
        {
            Tardias = tardias,
            ATiempo = aTiempo,
            NoSeSabe = noSeSabe,
            // To the same digits on every machine: what is read at a publication never changes.
            Proporcion = tardias + aTiempo == 0 ? null : Math.Round((double)tardias / (tardias + aTiempo), 6),
        };
}

/// <summary>A name among those with most contracts.</summary>
public sealed record ParteMayorResponse
{
    [Campo("Clave de búsqueda del nombre. Sus homónimos la comparten.", "k3v7q2m5x4a6b")]
    public required string Clave { get; init; }

    [Campo("La forma más frecuente de escribirlo.", "SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.")]
    public required string Nombre { get; init; }

    [Campo("Tipo de persona (física o moral).", "moral", Valores = Enumeraciones.TipoPersona)]
    public required string TipoPersona { get; init; }

    [Campo("Cuántos contratos tiene.", "1234")]
    public required long Contratos { get; init; }

    [Campo("Suma de las personas trabajadoras de cada contrato: una misma persona puede contarse varias veces.", "45678")]
    public required long PersonasPorContratoSuma { get; init; }

    public static ParteMayorResponse From(ParteMayor parte) =>
        new()
        {
            Clave = parte.Clave,
            Nombre = parte.Nombre,
            TipoPersona = parte.TipoPersona.Valor(),
            Contratos = parte.Contratos,
            PersonasPorContratoSuma = parte.PersonasPorContratoSuma,
        };
}
