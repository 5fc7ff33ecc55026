using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Parametros;

// What rows are looked for by, and how the answer comes.
public static partial class TablaDeParametros
{
    public const string Si = "si";

    /// <summary>A clave of the right form, in examples.</summary>
    internal const string ClaveDeEjemplo = "k3v7q2m5x4a6b";

    public static Parametro<string> Q { get; } =
        Texto(
            "q",
            "Texto por buscar: cada palabra, o su principio, está en el contratista, el contratante o el servicio, o es un folio. "
                + "En las informativas, en el contratista, o es un folio.",
            "mantenimiento elevadores"
        );

    public static Parametro<string> Contratista { get; } =
        Texto("contratista", "Palabras, o su principio, del nombre del contratista, en cualquier orden.", "servicios ejemplo");

    public static Parametro<string> Contratante { get; } =
        Texto("contratante", "Palabras, o su principio, del nombre del contratante, en cualquier orden.", "comercial");

    public static Parametro<string> Servicio { get; } =
        Texto("servicio", "Palabras, o su principio, del servicio u obra especializada contratada, en cualquier orden.", "elevadores");

    public static Parametro<string> ContratistaClave { get; } =
        Clave("contratista_clave", "Clave de búsqueda del contratista. Sus homónimos la comparten.");

    public static Parametro<string> ContratanteClave { get; } =
        Clave("contratante_clave", "Clave de búsqueda del contratante. Sus homónimos la comparten.");

    public static Parametro<string> ParteClave { get; } =
        Clave("parte_clave", "Clave de búsqueda del contratista o del contratante. Sus homónimos la comparten.");

    public static Parametro<TipoPersona> TipoPersonaContratista { get; } =
        Enumerado("tipo_persona_contratista", "Tipo de persona del contratista: `fisica` o `moral`.", Tipos());

    public static Parametro<TipoPersona> TipoPersonaContratante { get; } =
        Enumerado("tipo_persona_contratante", "Tipo de persona del contratante: `fisica` o `moral`.", Tipos());

    public static Parametro<DateOnly> FechaInicioDesde { get; } =
        Dia("fecha_inicio_desde", "Contratos que inician ese día o después.", "2026-01-01");

    public static Parametro<DateOnly> FechaInicioHasta { get; } =
        Dia("fecha_inicio_hasta", "Contratos que inician ese día o antes.", "2026-04-30");

    public static Parametro<DateOnly> FechaFinDesde { get; } =
        Dia("fecha_fin_desde", "Contratos que terminan ese día o después; no los que no dicen cuándo.", "2026-01-01");

    public static Parametro<DateOnly> FechaFinHasta { get; } =
        Dia("fecha_fin_hasta", "Contratos que terminan ese día o antes; no los que no dicen cuándo.", "2026-12-31");

    public static Parametro<DateOnly> FechaPresentacionDesde { get; } =
        Dia("fecha_presentacion_desde", "Informativas presentadas ese día, de la Ciudad de México, o después.", "2026-05-01");

    public static Parametro<DateOnly> FechaPresentacionHasta { get; } =
        Dia("fecha_presentacion_hasta", "Informativas presentadas ese día, de la Ciudad de México, o antes.", "2026-05-31");

    public static Parametro<DateOnly> VigenteEn { get; } =
        Dia(
            "vigente_en",
            "Contratos que ese día ya habían iniciado y no habían terminado; los que no dicen cuándo terminan siguen.",
            "2026-03-31"
        );

    public static Parametro<bool> Sin { get; } =
        Enumerado(
            "sin",
            "Contratos que no traen ese dato: `fecha_fin`.",
            new Dictionary<string, bool> { ["fecha_fin"] = true },
            multiple: false
        );

    public static Parametro<int> PersonasTrabajadorasMin { get; } =
        Personas("personas_trabajadoras_min", "Contratos con ese número de personas trabajadoras o más.", "10");

    public static Parametro<int> PersonasTrabajadorasMax { get; } =
        Personas("personas_trabajadoras_max", "Contratos con ese número de personas trabajadoras o menos.", "250");

    public static Parametro<bool> ConContratos { get; } =
        Enumerado(
            "con_contratos",
            "Sólo las informativas que traen contratos (`si`), o sólo las que no (`no`).",
            new Dictionary<string, bool> { [Si] = true, ["no"] = false },
            multiple: false
        );

    public static Parametro<bool> Aproximar { get; } =
        Enumerado(
            "aproximar",
            "Con `si`, una palabra también encuentra las que se le parecen, y cada resultado dice si es aproximado. Sin él, nada se adivina.",
            new Dictionary<string, bool> { [Si] = true },
            multiple: false
        );

    public static Parametro<Inclusion> Incluir { get; } =
        Enumerado(
            "incluir",
            "Lo que la respuesta trae además: `conteo`, cuántos resultados hay; `facetas`, cuántos de cada clase. "
                + "Se separan con coma o se repite. Puede cambiar de una página a otra.",
            new Dictionary<string, Inclusion> { ["conteo"] = Inclusion.Conteo, ["facetas"] = Inclusion.Facetas }
        ) with
        {
            PorComas = true,
        };

    public static Parametro<Orden> OrdenDeContratos { get; } =
        EnOrden(
            new()
            {
                ["periodo"] = Criterio.Periodo,
                ["fecha_inicio"] = Criterio.FechaInicio,
                ["fecha_fin"] = Criterio.FechaFin,
                ["fecha_presentacion"] = Criterio.FechaPresentacion,
                ["personas_trabajadoras"] = Criterio.PersonasTrabajadoras,
                ["contratista"] = Criterio.Contratista,
                ["contratante"] = Criterio.Contratante,
            }
        );

    public static Parametro<Orden> OrdenDeInformativas { get; } =
        EnOrden(
            new()
            {
                ["periodo"] = Criterio.Periodo,
                ["fecha_presentacion"] = Criterio.FechaPresentacion,
                ["contratista"] = Criterio.Contratista,
                ["contratos"] = Criterio.Contratos,
            }
        );

    internal static Parametro<string> Texto(string nombre, string descripcion, string ejemplo) =>
        new()
        {
            Nombre = nombre,
            Descripcion =
                $"{descripcion} No importan mayúsculas, acentos ni puntuación; entre comillas, una frase. Cualquier otro signo es sólo un signo.",
            Ejemplo = ejemplo,
            Multiple = true,
            Normalizar = LectoresDeBusqueda.EnNfc,
            Lector = LectoresDeBusqueda.Texto,
        };

    /// <summary>Every tipo de persona by how it is written.</summary>
    internal static Dictionary<string, TipoPersona> Tipos() => Enum.GetValues<TipoPersona>().ToDictionary(tipo => tipo.Valor());

    private static Parametro<string> Clave(string nombre, string descripcion) =>
        new()
        {
            Nombre = nombre,
            Descripcion = descripcion,
            Ejemplo = ClaveDeEjemplo,
            Patron = LectoresDeBusqueda.PatronDeClave,
            Multiple = true,
            Lector = LectoresDeBusqueda.Clave,
        };

    private static Parametro<DateOnly> Dia(string nombre, string descripcion, string ejemplo) =>
        new()
        {
            Nombre = nombre,
            Descripcion = $"{descripcion} Se escribe AAAA-MM-DD.",
            Ejemplo = ejemplo,
            Clase = ClaseDeValor.Fecha,
            Lector = LectoresDeBusqueda.Dia,
        };

    private static Parametro<int> Personas(string nombre, string descripcion, string ejemplo) =>
        new()
        {
            Nombre = nombre,
            Descripcion = descripcion,
            Ejemplo = ejemplo,
            Clase = ClaseDeValor.Entero,
            Minimo = 0,
            Maximo = int.MaxValue,
            Lector = Lectores.Entero(0, _ => int.MaxValue),
        };

    private static Parametro<Orden> EnOrden(Dictionary<string, Criterio> criterios) =>
        Enumerado(
            "orden",
            "En qué orden vienen; con `-` delante, de mayor a menor. Los que no traen el dato van al final. "
                + "Sin él, el de los listados; al buscar un texto, antes los que lo escriben igual.",
            criterios
                .SelectMany(par =>
                    new[]
                    {
                        (Valor: par.Key, Orden: new Orden(par.Value, Descendente: false)),
                        (Valor: $"-{par.Key}", Orden: new Orden(par.Value, Descendente: true)),
                    }
                )
                .ToDictionary(par => par.Valor, par => par.Orden),
            multiple: false
        );
}

/// <summary>What an answer may carry beside its rows.</summary>
public enum Inclusion
{
    Conteo,
    Facetas,
}
