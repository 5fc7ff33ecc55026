using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;

namespace Icsoe.Api.Diccionario;

/// <summary><c>/v1/diccionario</c>: every field of every resource and format.</summary>
public static class DiccionarioEndpoints
{
    public static void MapDiccionario(this IEndpointRouteBuilder rutas) =>
        rutas.MapLectura(
            "/v1/diccionario",
            new("ConsultarDiccionario", "Diccionario de datos.")
            {
                Seccion = Secciones.Ayuda,
                Descripcion =
                    "Los campos de cada recurso y de cada formato de archivo: tipo, qué significan en palabras de la guía, cuándo son nulos, un "
                    + "ejemplo y la etiqueta de cada valor, en español y en inglés. Lo que publican las listas dice además cómo se llama y de qué "
                    + "tipo es en cada formato.",
                Respuesta = typeof(Coleccion<RecursoDeDiccionarioResponse>),
                DeConsulta = [TablaDeParametros.Publicacion],
            },
            peticion => peticion.Coleccion(TablaDeDiccionario.Recursos, IcsoeJson.Actual.Diccionario)
        );
}

/// <summary>A resource of the API or a format of the files, with its fields.</summary>
public sealed record RecursoDeDiccionarioResponse
{
    [Campo("Recurso o formato.", "contrato", Crece = true)]
    public required string Recurso { get; init; }

    [Campo("Formato en que se entrega.", "json", Crece = true)]
    public required string Formato { get; init; }

    [Campo("Qué es.", "Un contrato de un listado.")]
    public required string Descripcion { get; init; }

    [Campo("Qué es, en inglés.", "A contract of a listado.")]
    public required string DescripcionEn { get; init; }

    [Campo("Sus campos, en orden.")]
    public required IReadOnlyList<CampoDeDiccionarioResponse> Campos { get; init; }
}

/// <summary>A field.</summary>
public sealed record CampoDeDiccionarioResponse
{
    [Campo("Nombre. Los de un objeto anidado llevan el del objeto y un punto; los de una lista, corchetes.", "contratista.nombre")]
    public required string Nombre { get; init; }

    [Campo("Tipo de dato.", "texto", Valores = Enumeraciones.Tipo)]
    public required string Tipo { get; init; }

    [Campo("Qué significa.", "Nombre, denominación o razón social.")]
    public required string Descripcion { get; init; }

    [Campo("Qué significa, en inglés.", "Name or corporate name.")]
    public required string DescripcionEn { get; init; }

    [Campo("De quién son las palabras de `descripcion`.", Dato.DeLaGuia, Valores = Enumeraciones.FuenteDeTexto)]
    public required string Fuente { get; init; }

    [Campo("Lo que este programa agrega a esas palabras.", "Día de la Ciudad de México.", Nulo = "No agrega nada.")]
    public required string? Nota { get; init; }

    [Campo("La nota, en inglés.", "A day of Mexico City.", Nulo = "No agrega nada.")]
    public required string? NotaEn { get; init; }

    [Campo("Cuándo es nulo, o está vacío en un archivo.", "No se reportó.", Nulo = "Nunca es nulo.")]
    public required string? Nulo { get; init; }

    [Campo("Cuándo es nulo, en inglés.", "It was not reported.", Nulo = "Nunca es nulo.")]
    public required string? NuloEn { get; init; }

    [Campo("Un valor.", "COMERCIAL EJEMPLO", Nulo = "Es un objeto o una lista de objetos.")]
    public required string? Ejemplo { get; init; }

    [Campo("Valores conocidos, con su etiqueta; vacío si no es una enumeración. Pueden aumentar.")]
    public required IReadOnlyList<ValorDeDiccionarioResponse> Valores { get; init; }

    [Campo("El mismo dato en cada formato; vacío si no es de los que publican las listas.")]
    public required IReadOnlyList<FormaDeDatoResponse> Formas { get; init; }
}

/// <summary>A datum in a format.</summary>
public sealed record FormaDeDatoResponse
{
    [Campo("Formato.", "parquet", Crece = true)]
    public required string Formato { get; init; }

    [Campo("Recurso de la API.", "contrato", Nulo = "Es un archivo.")]
    public required string? Recurso { get; init; }

    [Campo("Cómo se llama ahí: ruta en JSON, columna o encabezado.", "fecha_inicio")]
    public required string Nombre { get; init; }

    [Campo("De qué tipo es ahí, como lo dice ese formato.", "DATE")]
    public required string Tipo { get; init; }
}

/// <summary>A value of an enumeration.</summary>
public sealed record ValorDeDiccionarioResponse
{
    [Campo("Como la escriben las máquinas.", "sin_informacion")]
    public required string Valor { get; init; }

    [Campo("Como la escriben las personas.", "Sin información")]
    public required string Etiqueta { get; init; }

    [Campo("La etiqueta, en inglés.", "Nothing to report")]
    public required string EtiquetaEn { get; init; }
}
