using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Icsoe.Api.Calendario;
using Icsoe.Api.Cambios;
using Icsoe.Api.Cifras;
using Icsoe.Api.Contratos;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Inconsistencias;
using Icsoe.Api.Informativas;
using Icsoe.Api.Listados;
using Icsoe.Api.Partes;
using Icsoe.Api.Publicaciones;
using Icsoe.Api.Sugerencias;

namespace Icsoe.Api.Diccionario;

/// <summary>The dictionary, read once from the answers' own <see cref="CampoAttribute"/> and from <see cref="ColumnasDeXlsx"/>.</summary>
public static class TablaDeDiccionario
{
    public static IReadOnlyList<RecursoDeDiccionarioResponse> Recursos { get; } =
    [
        De<ListadoResponse>("listado", "Un listado: una lista en un cuatrimestre."),
        De<ContratoResponse>("contrato", "Un contrato de un listado."),
        De<InformativaResponse>("informativa", "Una informativa de un listado, con o sin contratos."),
        De<RenglonResponse>("renglon", "Un renglón de un listado, con las columnas de los archivos."),
        De<ParteConsultadaResponse>("parte", "Un nombre y tipo de persona, en cualquiera de sus formas de escribirse."),
        De<ContraparteResponse>("contraparte", "Alguien con quien una parte tiene contratos."),
        De<PresentacionResponse>("presentacion", "Una informativa en la historia de su contratista y periodo."),
        De<SugerenciaResponse>("sugerencia", "Un texto que completa lo que se lleva escrito."),
        De<EstadisticasResponse>("estadisticas", "Cifras de los listados completos."),
        De<CambioResponse>("cambio", "Lo que cambió de una publicación a otra."),
        De<HechoResponse>("hecho", "Lo que le pasó a un contrato o a una informativa, y en qué publicación."),
        De<PublicacionResponse>("publicacion", "Una versión publicada."),
        De<CalidadResponse>("calidad", "El informe de calidad de una publicación."),
        De<FirmaResponse>("firma", "La firma del manifiesto de una publicación."),
        De<LlavesResponse>("llaves", "Las llaves públicas con que se firma."),
        De<CalendarioResponse>("calendario", "Plazos de presentación y días de publicación."),
        De<InconsistenciaDeCatalogoResponse>("inconsistencia", "Una entrada del catálogo de inconsistencias."),
        ColumnasDeXlsx.Recurso,
    ];

    private static RecursoDeDiccionarioResponse De<T>(string recurso, string descripcion) =>
        new()
        {
            Recurso = recurso,
            Formato = "json",
            Descripcion = descripcion,
            Campos = [.. Campos(typeof(T), "")],
        };

    private static IEnumerable<CampoDeDiccionarioResponse> Campos(Type tipo, string prefijo)
    {
        // In the order of the answers: what a derived type adds comes after what it inherits.
        var propiedades = tipo.GetProperties()
            .OrderBy(propiedad => propiedad.GetCustomAttribute<JsonPropertyOrderAttribute>()?.Order ?? 0)
            .ThenBy(propiedad => propiedad.MetadataToken);
        foreach (var propiedad in propiedades)
        {
            if (propiedad.GetCustomAttribute<CampoAttribute>() is not { } campo)
                continue;
            var nombre = prefijo + JsonNamingPolicy.SnakeCaseLower.ConvertName(propiedad.Name);
            yield return new()
            {
                Nombre = nombre,
                Tipo = TipoDe(propiedad.PropertyType),
                Descripcion = campo.Descripcion,
                Nulo = campo.Nulo,
                Ejemplo = campo.Ejemplo,
                Valores = campo.Valores is { } valores ? ValoresDe(valores) : [],
            };
            var elemento = ElementoDe(propiedad.PropertyType);
            if (EsObjeto(elemento ?? propiedad.PropertyType))
            {
                foreach (var interior in Campos(elemento ?? propiedad.PropertyType, nombre + (elemento is null ? "." : "[].")))
                    yield return interior;
            }
        }
    }

    /// <summary>Known values of an enumeration, as the dictionary gives them.</summary>
    public static IReadOnlyList<ValorDeDiccionarioResponse> ValoresDe(string enumeracion) =>
        [
            .. Enumeraciones
                .De(enumeracion)
                .Select(etiqueta => new ValorDeDiccionarioResponse { Valor = etiqueta.Valor, Etiqueta = etiqueta.Texto }),
        ];

    private static string TipoDe(Type tipo)
    {
        var real = Nullable.GetUnderlyingType(tipo) ?? tipo;
        return real switch
        {
            _ when real == typeof(string) => "texto",
            _ when real == typeof(bool) => "booleano",
            _ when real == typeof(DateOnly) => "fecha",
            _ when real == typeof(DateTimeOffset) => "instante",
            _ when real == typeof(int) || real == typeof(long) => "entero",
            _ when real == typeof(double) => "número",
            _ when real == typeof(Caso) => "entero o texto",
            _ when ElementoDe(real) is { } elemento => EsObjeto(elemento) ? "lista de objetos"
            : ElementoDe(elemento) is null ? "lista de textos"
            : "lista de pares",
            _ => "objeto",
        };
    }

    private static Type? ElementoDe(Type tipo) =>
        tipo != typeof(string) && typeof(IEnumerable).IsAssignableFrom(tipo) ? tipo.GetGenericArguments()[0] : null;

    private static bool EsObjeto(Type tipo) => TipoDe(tipo) == "objeto";
}
