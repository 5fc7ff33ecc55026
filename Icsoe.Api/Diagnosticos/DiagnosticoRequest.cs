using System.Text.Json;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Clasificacion;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Diagnosticos;

/// <summary>What a contratista filed for a cuatrimestre.</summary>
public sealed record DiagnosticoRequest
{
    [Campo("Año y cuatrimestre; sólo para los borradores.", "2026-1", Nulo = "Queda en blanco en los borradores.")]
    public string? Periodo { get; init; }

    [Campo("Todas las informativas que presentó el contratista en el cuatrimestre, en el orden en que las presentó; hasta 20.")]
    public required IReadOnlyList<PresentadaRequest> Presentadas { get; init; }
}

/// <summary>A filing.</summary>
public sealed record PresentadaRequest
{
    /// <summary>Characters of a folio at most.</summary>
    public const int LargoDeFolio = 64;

    [Campo("Folio de la informativa, distinto del de las demás.", "N262253432")]
    public required string Folio { get; init; }

    [Campo("Tipo de informativa: `normal`, `sin_informacion`, `correccion`, `sin_efectos` o `actualizacion`.", "normal")]
    public required string Tipo { get; init; }

    [Campo("Día en que se presentó, de la Ciudad de México. Las de un mismo día cuentan en el orden de la lista.", "2026-05-12")]
    public required DateOnly FechaPresentacion { get; init; }

    [Campo(
        "Folio de la informativa a la que se refiere; un `sin_efectos` siempre lo lleva.",
        "N262253431",
        Nulo = "No se refiere a ninguna."
    )]
    public string? Referencia { get; init; }
}

/// <summary>Reads the request. The members of its records are its members.</summary>
public static class LectorDeDiagnostico
{
    // Whose they are does not matter: they are all of one contratista, and what they hold is not looked at.
    private static readonly Parte Alguien = new(Nombre: null, TipoPersona: null);

    private static readonly Lector<TipoInformativa> Tipos = Lectores.Enumeracion(
        Enum.GetValues<TipoInformativa>().ToDictionary(tipo => tipo.Valor())
    );

    /// <summary>The periodo, null when it is not said, and what was filed, in order of reception.</summary>
    public static Presentado Leer(CuerpoJson cuerpo, JsonElement raiz, DateOnly hoy)
    {
        var objeto = cuerpo.Objeto(raiz, "", "periodo", "presentadas");
        var periodo = cuerpo.Texto<Periodo?>(objeto, "periodo", LeerPeriodo, obligatorio: false);
        var presentadas = new List<Informativa>();
        // Where each folio was first seen.
        var lugares = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var elemento in cuerpo.Lista(objeto, "presentadas", Planificador.MaximoDePresentadas))
        {
            var lugar = $"presentadas[{presentadas.Count}]";
            var presentada = Una(cuerpo, elemento, lugar, hoy) with { Periodo = periodo ?? Domain.Modelo.Periodo.De(hoy.Year, 1) };
            presentadas.Add(presentada);
            if (presentada.Folio is { } folio && !lugares.TryAdd(folio, lugar))
                cuerpo.Rechazar(
                    CatalogoDeProblemas.ValorInvalido,
                    $"{lugar}.folio",
                    folio,
                    new($"Ese folio ya es el de «{lugares[folio]}».", $"That folio is already the one of `{lugares[folio]}`.")
                );
        }
        return new(periodo, presentadas);
    }

    private static Informativa Una(CuerpoJson cuerpo, JsonElement elemento, string lugar, DateOnly hoy)
    {
        var objeto = cuerpo.Objeto(elemento, lugar, "folio", "tipo", "fecha_presentacion", "referencia");
        var tipo = cuerpo.Texto(objeto, "tipo", Tipos, obligatorio: true);
        var fecha = cuerpo.Texto<DateOnly>(objeto, "fecha_presentacion", LectoresDeBusqueda.Dia, obligatorio: true);
        if (fecha > hoy)
            cuerpo.Rechazar(
                CatalogoDeProblemas.ValorFueraDeRango,
                $"{lugar}.fecha_presentacion",
                $"{fecha:yyyy-MM-dd}",
                new($"Hoy es {hoy:yyyy-MM-dd}: todavía no se presenta.", $"Today is {hoy:yyyy-MM-dd}: it is not filed yet.")
            );
        return new()
        {
            Folio = cuerpo.Texto<string>(objeto, "folio", Lectores.Folio, obligatorio: true, PresentadaRequest.LargoDeFolio),
            Tipo = tipo,
            Periodo = default,
            FechaPresentacion = fecha,
            Referencia = cuerpo.Texto<string>(
                objeto,
                "referencia",
                Lectores.Folio,
                obligatorio: tipo == TipoInformativa.SinEfectos,
                PresentadaRequest.LargoDeFolio
            ),
            Contratista = Alguien,
        };
    }

    private static Periodo? LeerPeriodo(string texto, DateOnly hoy, out Fallo? fallo) => Lectores.Periodo(texto, hoy, out fallo);
}

/// <summary>What was filed, as read.</summary>
public sealed record Presentado(Periodo? Periodo, IReadOnlyList<Informativa> Presentadas);
