using Icsoe.Api.Catalogo;
using Icsoe.Api.Documentacion;

namespace Icsoe.Api.Inicio;

/// <summary>Body of <c>/v1</c>.</summary>
public sealed record InicioResponse
{
    [Campo("Nombre de lo que se publica.", "Listado público de contratos de servicios u obras especializados reportados al IMSS")]
    public required string Nombre { get; init; }

    [Campo("Versión del programa.", "0.1.0")]
    public required string Version { get; init; }

    [Campo("Quién opera este servidor.")]
    public required EditorResponse Editor { get; init; }

    [Campo("Si es el sitio oficial del IMSS: nunca.", "false")]
    public required bool Oficial { get; init; }

    [Campo("Si los datos son ficticios, de ejemplo.", "false")]
    public required bool Ejemplo { get; init; }

    [Campo("Publicación vigente, o la nombrada en la consulta.", "2026-06", Nulo = "Todavía no hay ninguna publicación.")]
    public required string? Publicacion { get; init; }

    [Campo("Licencia de los datos.")]
    public required LicenciaResponse Licencia { get; init; }

    [Campo("Límites de las consultas.")]
    public required LimitesResponse Limites { get; init; }

    [Campo("Dirección de cada recurso.")]
    public required EnlacesResponse Enlaces { get; init; }
}

/// <summary>Who runs this server.</summary>
public sealed record EditorResponse
{
    [Campo("Nombre.", "Editor de ejemplo", Nulo = "Quien lo opera no lo indicó.")]
    public required string? Nombre { get; init; }

    [Campo("Correo electrónico.", "contacto@ejemplo.mx", Nulo = "Quien lo opera no lo indicó.")]
    public required string? Correo { get; init; }

    [Campo("Sitio.", "https://ejemplo.mx/", Nulo = "Quien lo opera no lo indicó.")]
    public required string? Url { get; init; }
}

/// <summary>Limits of the queries.</summary>
public sealed record LimitesResponse
{
    [Campo("Valor más grande de `limite`.", "1000")]
    public required int LimiteMaximo { get; init; }

    [Campo("Valor de `limite` cuando no se da.", "50")]
    public required int LimitePorOmision { get; init; }

    [Campo("Caracteres que admite un valor.", "512")]
    public required int TextoMaximo { get; init; }

    [Campo("Veces que se puede repetir un parámetro.", "500")]
    public required int ValoresPorParametro { get; init; }
}

/// <summary>Where everything is.</summary>
public sealed record EnlacesResponse
{
    [Campo("Listados, por lista, ejercicio y cuatrimestre.", "/v1/listados")]
    public string Listados { get; } = "/v1/listados";

    [Campo("Contratos de ambas listas.", "/v1/contratos")]
    public string Contratos { get; } = "/v1/contratos";

    [Campo("Informativas de ambas listas.", "/v1/informativas")]
    public string Informativas { get; } = "/v1/informativas";

    [Campo("Contratistas y contratantes por su nombre.", "/v1/partes")]
    public string Partes { get; } = "/v1/partes";

    [Campo("Sugerencias para quien está escribiendo; necesita `q`.", "/v1/sugerencias")]
    public string Sugerencias { get; } = "/v1/sugerencias";

    [Campo("Cifras de los listados.", "/v1/estadisticas")]
    public string Estadisticas { get; } = "/v1/estadisticas";

    [Campo("Publicaciones.", "/v1/publicaciones")]
    public string Publicaciones { get; } = "/v1/publicaciones";

    [Campo("Si un folio está o no en una publicación; necesita `folio` o `clave`.", "/v1/comprobantes")]
    public string Comprobantes { get; } = "/v1/comprobantes";

    [Campo("Una entrada por publicación, en Atom.", "/v1/novedades.atom")]
    public string NovedadesAtom { get; } = "/v1/novedades.atom";

    [Campo("Una entrada por publicación, en JSON Feed.", "/v1/novedades.json")]
    public string NovedadesJson { get; } = "/v1/novedades.json";

    [Campo("Plazos de presentación y días de publicación.", "/v1/calendario")]
    public string Calendario { get; } = "/v1/calendario";

    [Campo("El calendario, para suscribirse desde una agenda.", "/v1/calendario.ics")]
    public string CalendarioIcs { get; } = "/v1/calendario.ics";

    [Campo("Catálogo de inconsistencias y cómo solventarlas.", "/v1/inconsistencias")]
    public string Inconsistencias { get; } = "/v1/inconsistencias";

    [Campo("Qué hacer cuando hay más de una informativa; se pregunta por POST.", "/v1/diagnosticos")]
    public string Diagnosticos { get; } = "/v1/diagnosticos";

    [Campo("A qué lista iría cada informativa antes de presentarla; se pregunta por POST.", "/v1/validaciones")]
    public string Validaciones { get; } = "/v1/validaciones";

    [Campo("Cómo está cada proveedor de una lista y si reportó su contrato; se pregunta por POST.", "/v1/consultas-masivas")]
    public string ConsultasMasivas { get; } = "/v1/consultas-masivas";

    [Campo("Servicio de reconciliación de nombres, para OpenRefine y otros programas.", "/v1/reconciliacion")]
    public string Reconciliacion { get; } = "/v1/reconciliacion";

    [Campo("INFORMACIÓN IMPORTANTE del Listado Público.", "/v1/avisos/publico")]
    public string AvisoPublico { get; } = "/v1/avisos/publico";

    [Campo("INFORMACIÓN IMPORTANTE del Listado con Información Inconsistente.", "/v1/avisos/inconsistente")]
    public string AvisoInconsistente { get; } = "/v1/avisos/inconsistente";

    [Campo("Diccionario de datos.", "/v1/diccionario")]
    public string Diccionario { get; } = "/v1/diccionario";

    [Campo("Todo lo que hay para descargar, descrito para catálogos de datos.", "/v1/catalogo")]
    public string Catalogo { get; } = "/v1/catalogo";

    [Campo("Problemas con que puede responder esta API.", "/v1/problemas")]
    public string Problemas { get; } = "/v1/problemas";

    [Campo("Documento OpenAPI 3.1.", "/openapi.json")]
    public string Openapi { get; } = "/openapi.json";

    [Campo("Documentación interactiva.", "/swagger")]
    public string Documentacion { get; } = "/swagger";
}
