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

/// <summary>The dictionary, read once from the answers' own <see cref="CampoAttribute"/> and from <see cref="DatosDeListado"/>.</summary>
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
        Recurso(
            "archivo",
            "xlsx",
            "Un renglón de los libros de Excel que hace este programa. Los originales del IMSS se entregan como los publica y sus columnas pueden ser otras.",
            DatosDeListado
                .Todos.Where(dato => dato.EnXlsx is not null)
                .Select(dato =>
                    Campo(dato, dato.EnXlsx!, dato.EjemploEnXlsx, dato.Clase == ClaseDeDato.Lista ? ClaseDeDato.Texto : dato.Clase)
                )
        ),
        Recurso(
            "historia",
            "parquet",
            "Un renglón de la historia completa: como estuvo, desde qué publicación y hasta cuál.",
            DatosDeListado.Todos.Select(dato => Campo(dato, dato.Nombre, dato.Ejemplo, dato.Clase))
        ),
    ];

    private static RecursoDeDiccionarioResponse De<T>(string recurso, string descripcion) =>
        Recurso(recurso, "json", descripcion, Campos(typeof(T), "").Select(campo => Completar(recurso, campo)));

    private static RecursoDeDiccionarioResponse Recurso(
        string recurso,
        string formato,
        string descripcion,
        IEnumerable<CampoDeDiccionarioResponse> campos
    ) =>
        new()
        {
            Recurso = recurso,
            Formato = formato,
            Descripcion = descripcion,
            DescripcionEn = Ingles.De(descripcion),
            Campos = [.. campos],
        };

    /// <summary>What the lists publish is told in the guide's words; what its own field says besides is a note.</summary>
    private static CampoDeDiccionarioResponse Completar(string recurso, CampoDeDiccionarioResponse campo)
    {
        if (DatosDeListado.En(recurso, campo.Nombre) is not { } dato)
            return campo;
        var agrega = campo.Descripcion != dato.Descripcion;
        return campo with
        {
            Descripcion = dato.Descripcion,
            DescripcionEn = Ingles.De(dato.Descripcion),
            Fuente = dato.Fuente,
            Nota = agrega ? campo.Descripcion : null,
            NotaEn = agrega ? campo.DescripcionEn : null,
            Formas = dato.Formas,
        };
    }

    private static CampoDeDiccionarioResponse Campo(Dato dato, string nombre, string ejemplo, ClaseDeDato clase) =>
        new()
        {
            Nombre = nombre,
            Tipo = clase switch
            {
                ClaseDeDato.Entero => "entero",
                ClaseDeDato.Fecha => "fecha",
                ClaseDeDato.Lista => "lista de textos",
                _ => "texto",
            },
            Descripcion = dato.Descripcion,
            DescripcionEn = Ingles.De(dato.Descripcion),
            Fuente = dato.Fuente,
            Nota = dato.Nota,
            NotaEn = Ingles.DeSiHay(dato.Nota),
            Nulo = dato.Nulo,
            NuloEn = Ingles.DeSiHay(dato.Nulo),
            Ejemplo = ejemplo,
            Valores = dato.Valores is { } valores ? ValoresDe(valores) : [],
            Formas = dato.Formas,
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
                DescripcionEn = Ingles.De(campo.Descripcion),
                Fuente = Dato.Nuestra,
                Nota = null,
                NotaEn = null,
                Nulo = campo.Nulo,
                NuloEn = Ingles.DeSiHay(campo.Nulo),
                Ejemplo = campo.Ejemplo,
                Valores = campo.Valores is { } valores ? ValoresDe(valores) : [],
                Formas = [],
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
                .Select(etiqueta => new ValorDeDiccionarioResponse
                {
                    Valor = etiqueta.Valor,
                    Etiqueta = etiqueta.Texto,
                    EtiquetaEn = Ingles.De(etiqueta.Texto),
                }),
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
