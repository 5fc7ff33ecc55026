using System.Reflection;

namespace Icsoe.Api.Problemas;

/// <summary>Every problem this API answers with, once: it feeds the answers, <c>/v1/problemas</c> and the OpenAPI document.</summary>
public static partial class CatalogoDeProblemas
{
    // Read from the properties of every part of this class: nobody can add a problem and forget it here.
    private static readonly Lazy<IReadOnlyList<TipoDeProblema>> Registrados = new(() =>
        [
            .. typeof(CatalogoDeProblemas)
                .GetProperties(BindingFlags.Public | BindingFlags.Static)
                .Where(propiedad => propiedad.PropertyType == typeof(TipoDeProblema))
                .Select(propiedad => (TipoDeProblema)propiedad.GetValue(null)!)
                .OrderBy(tipo => tipo.Estado)
                .ThenBy(tipo => tipo.Codigo, StringComparer.Ordinal),
        ]
    );

    /// <summary>Every problem, by status and then by code.</summary>
    public static IReadOnlyList<TipoDeProblema> Todos => Registrados.Value;

    /// <summary>The problem of a code exactly as written; null when there is none.</summary>
    public static TipoDeProblema? Buscar(string codigo) => Todos.FirstOrDefault(tipo => tipo.Codigo == codigo);

    /// <summary>What a bare status means: for paths without a route and for what the server itself refuses.</summary>
    public static TipoDeProblema DeEstado(int estado) =>
        estado switch
        {
            404 => RutaInexistente,
            405 => MetodoNoPermitido,
            406 => FormatoNoDisponible,
            412 => PrecondicionFallida,
            413 => CuerpoDemasiadoGrande,
            415 => TipoDeCuerpoNoAdmitido,
            416 => RangoNoSatisfacible,
            422 => ContenidoInvalido,
            429 => DemasiadasSolicitudes,
            503 => AlmacenIlegible,
            >= 500 => ErrorInterno,
            _ => SolicitudInvalida,
        };
}
