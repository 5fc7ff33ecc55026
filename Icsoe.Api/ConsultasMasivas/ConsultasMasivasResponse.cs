using Icsoe.Api.Documentacion;
using Icsoe.Api.Peticiones;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.ConsultasMasivas;

/// <summary>The answer to each line, in their order.</summary>
public sealed record ConsultasMasivasResponse
{
    [Campo("Aviso sobre homónimos.", Textos.AvisoHomonimia)]
    public string AvisoHomonimia { get; } = Textos.AvisoHomonimia;

    [Campo("Año y cuatrimestre por el que se preguntó.", "2026-1", Nulo = "Todos los de la publicación.")]
    public required string? Periodo { get; init; }

    [Campo("Publicación en la que se leyó todo.", "2026-06", Nulo = "Todavía no hay ninguna publicación.")]
    public required string? Publicacion { get; init; }

    [Campo("Publicación con la que se comparó.", "2026-05", Nulo = "Con ninguna.")]
    public required string? Contra { get; init; }

    [Campo("La respuesta a cada línea, en el orden en que se enviaron.")]
    public required IReadOnlyList<LineaResponse> Datos { get; init; }
}

/// <summary>The answer to a line.</summary>
public sealed record LineaResponse
{
    [Campo("La referencia que se envió o, sin ella, lo que se preguntó.", "P-001")]
    public required string Ref { get; init; }

    [Campo("Cómo está en los listados por los que se preguntó.", "publico", Valores = Enumeraciones.EstadoMasivo)]
    public required string Estado { get; init; }

    [Campo(
        "Si ahí tiene un contrato con ese contratante.",
        "si",
        Nulo = "No se preguntó por ningún contratante.",
        Valores = Enumeraciones.ConContratante
    )]
    public required string? ConContratante { get; init; }

    [Campo("Cuántos contratos suyos hay ahí, en los dos listados.", "3", Nulo = "El estado es `dudoso`: los dice cada candidato.")]
    public required int? Contratos { get; init; }

    [Campo("Puntaje del primer candidato, de 0 a 1. No es una probabilidad.", "0.967", Nulo = "No hay candidatos.")]
    public required double? Puntaje { get; init; }

    [Campo("En qué difiere lo escrito del nombre del primer candidato.", "[\"una_letra\"]", Valores = Enumeraciones.MotivoDeCotejo)]
    public required IReadOnlyList<string> Motivos { get; init; }

    [Campo("De quién puede ser, el más parecido primero; hasta cinco. De un folio, quien lo presentó.")]
    public required IReadOnlyList<CandidatoResponse> Candidatos { get; init; }

    [Campo("Lo que cambió desde la publicación con la que se compara.", Nulo = "No se comparó, o el estado es `dudoso`.")]
    public required CambioDeLineaResponse? Cambio { get; init; }

    [Campo("Las consultas de esta API que lo dicen todo, fijadas a la publicación.")]
    public required EnlacesDeLineaResponse Enlaces { get; init; }

    public static LineaResponse From(LineaPedida pedida, RespuestaMasiva respuesta, EnlacesDeLinea enlaces)
    {
        var (linea, situacion) = (pedida.Linea, respuesta.Situacion);
        var dudoso = situacion.Estado == EstadoMasivo.Dudoso;
        var primero = respuesta.Candidatos is [var uno, ..] ? uno.Candidato : null;
        return new()
        {
            Ref = pedida.Ref,
            Estado = situacion.Estado.Valor(),
            ConContratante = situacion.ConContratante?.Valor(),
            Contratos = dudoso ? null : situacion.Contratos,
            Puntaje = primero?.Puntaje,
            Motivos = [.. (primero?.Motivos ?? []).Select(motivo => motivo.Valor())],
            Candidatos = [.. respuesta.Candidatos.Select(candidato => CandidatoResponse.From(candidato, linea, enlaces))],
            Cambio = situacion.Cambio is { } cambio ? CambioDeLineaResponse.From(cambio) : null,
            Enlaces =
                linea.Folio is { } folio ? enlaces.DeFolio(folio)
                : primero is null || dudoso ? EnlacesDeLineaResponse.Ninguno
                : enlaces.DeClave(primero.Clave, linea.RolLeido, situacion.Estado),
        };
    }
}

/// <summary>Whom a line may be of.</summary>
public sealed record CandidatoResponse
{
    [Campo("Clave de búsqueda. Sus homónimos la comparten.", "ywask2ywl7ecp")]
    public required string Clave { get; init; }

    [Campo("Su nombre, en la forma publicada que más se parece a lo escrito.", "SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.")]
    public required string Nombre { get; init; }

    [Campo("Tipo de persona (física o moral).", "moral", Valores = Enumeraciones.TipoPersona)]
    public required string TipoPersona { get; init; }

    [Campo("Cuánto se parece a lo escrito, de 0 a 1. No es una probabilidad.", "0.967")]
    public required double Puntaje { get; init; }

    [Campo("En qué difiere lo escrito de su nombre.", "[\"una_letra\"]", Valores = Enumeraciones.MotivoDeCotejo)]
    public required IReadOnlyList<string> Motivos { get; init; }

    [Campo("Cómo está en los listados por los que se preguntó.", "publico", Valores = Enumeraciones.EstadoMasivo)]
    public required string Estado { get; init; }

    [Campo("Cuántos contratos suyos hay ahí, en los dos listados.", "3")]
    public required int Contratos { get; init; }

    [Campo(
        "Si ahí tiene un contrato con ese contratante.",
        "si",
        Nulo = "No se preguntó por ningún contratante.",
        Valores = Enumeraciones.ConContratante
    )]
    public required string? ConContratante { get; init; }

    [Campo("Las consultas de esta API que lo dicen todo, fijadas a la publicación.")]
    public required EnlacesDeLineaResponse Enlaces { get; init; }

    public static CandidatoResponse From(CandidatoMasivo de, LineaMasiva linea, EnlacesDeLinea enlaces) =>
        new()
        {
            Clave = de.Candidato.Clave,
            Nombre = de.Candidato.Nombre,
            TipoPersona = de.Candidato.TipoPersona.Valor(),
            Puntaje = de.Candidato.Puntaje,
            Motivos = [.. de.Candidato.Motivos.Select(motivo => motivo.Valor())],
            Estado = de.Situacion.Estado.Valor(),
            Contratos = de.Situacion.Contratos,
            ConContratante = de.Situacion.ConContratante?.Valor(),
            Enlaces = enlaces.DeClave(de.Candidato.Clave, linea.RolLeido, de.Situacion.Estado),
        };
}

/// <summary>What changed of a line between two publications.</summary>
public sealed record CambioDeLineaResponse
{
    [Campo("Cómo estaba en la otra publicación.", "inconsistente", Valores = Enumeraciones.EstadoMasivo)]
    public required string EstadoAntes { get; init; }

    [Campo("Cuántos contratos suyos había ahí.", "2")]
    public required int ContratosAntes { get; init; }

    [Campo("Contratos, por su folio, que no estaban y ahora están, en cualquiera de los dos listados.", "1")]
    public required int Aparecieron { get; init; }

    [Campo("Contratos, por su folio, que estaban y ya no están en ninguno de los dos.", "0")]
    public required int Salieron { get; init; }

    public static CambioDeLineaResponse From(CambioDeSituacion cambio) =>
        new()
        {
            EstadoAntes = cambio.Antes.Valor(),
            ContratosAntes = cambio.Contratos,
            Aparecieron = cambio.Aparecen,
            Salieron = cambio.Salen,
        };
}
