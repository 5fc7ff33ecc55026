namespace Icsoe.Api.Documentacion;

/// <summary>Sections of the OpenAPI document, in order, with what each is about.</summary>
public static class Secciones
{
    public const string Inicio = "Inicio";
    public const string Listados = "Listados";
    public const string Contratos = "Contratos";
    public const string Informativas = "Informativas";
    public const string Partes = "Partes";
    public const string Estadisticas = "Estadísticas";
    public const string Publicaciones = "Publicaciones";
    public const string Archivos = "Archivos";
    public const string Calendario = "Calendario";
    public const string Ayuda = "Ayuda";
    public const string Salud = "Salud";

    /// <summary>Every section with its description.</summary>
    public static IReadOnlyList<(string Nombre, string Descripcion)> Todas { get; } =
    [
        (Inicio, "Punto de partida: qué es este servidor, qué publicación sirve y a dónde enlaza."),
        (
            Listados,
            "La pantalla de la guía: por lista, ejercicio y cuatrimestre, cada listado con sus archivos y su SHA-256, y sus renglones."
        ),
        (Contratos, "Contratos de servicios u obras especializados de ambas listas."),
        (Informativas, "Informativas de ambas listas, incluidas las que no traen contratos."),
        (
            Partes,
            "Contratistas y contratantes por su nombre: cómo se escribe, con quién tienen contratos y qué presentaron. Un nombre no "
                + "identifica a nadie: hay homónimos, y cada respuesta lo advierte. Y sugerencias para quien está escribiendo."
        ),
        (Estadisticas, "Cifras de los listados completos, hechas al sellar cada publicación."),
        (
            Publicaciones,
            "Cada versión publicada: una vez sellada no cambia, sólo le siguen otras; y las novedades, para quien se suscribe."
        ),
        (Archivos, "Los archivos, por su nombre, por su SHA-256 o en una publicación."),
        (Calendario, "Hasta cuándo se presenta cada cuatrimestre y cuándo se publica, también para suscribirse desde una agenda."),
        (Ayuda, "Catálogos y textos: inconsistencias y cómo solventarlas, avisos, problemas y diccionario de datos."),
        (Salud, "Para quien opera el servidor."),
    ];
}
