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
                    "Los campos de cada recurso y de cada formato de archivo: tipo, qué significan en palabras de la guía, cuándo son nulos, un ejemplo y la etiqueta de cada valor.",
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

    [Campo("Cuándo es nulo, o está vacío en un archivo.", "No se reportó.", Nulo = "Nunca es nulo.")]
    public required string? Nulo { get; init; }

    [Campo("Un valor.", "COMERCIAL EJEMPLO", Nulo = "Es un objeto o una lista de objetos.")]
    public required string? Ejemplo { get; init; }

    [Campo("Valores conocidos, con su etiqueta; vacío si no es una enumeración. Pueden aumentar.")]
    public required IReadOnlyList<ValorDeDiccionarioResponse> Valores { get; init; }
}

/// <summary>A value of an enumeration.</summary>
public sealed record ValorDeDiccionarioResponse
{
    [Campo("Como la escriben las máquinas.", "sin_informacion")]
    public required string Valor { get; init; }

    [Campo("Como la escriben las personas.", "Sin información")]
    public required string Etiqueta { get; init; }
}
