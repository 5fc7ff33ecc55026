using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Api.Parametros;

/// <summary>Every parameter of the API, once.</summary>
public static partial class TablaDeParametros
{
    public const int LimiteMaximo = 1000;
    public const int LimitePorOmision = 50;

    private static readonly Dictionary<string, Codigo> Codigos = Domain.Reglas.Codigos.Todos.ToDictionary(codigo => codigo.Valor());

    public static Parametro<Lista> Lista { get; } =
        Enumerado(
            "lista",
            "Lista: `publico` (Listado Público) o `inconsistente` (Listado con Información Inconsistente).",
            Enum.GetValues<Lista>().ToDictionary(lista => lista.Valor())
        );

    public static Parametro<Periodo> Periodo { get; } =
        new()
        {
            Nombre = "periodo",
            Descripcion = "Periodo al que corresponden los datos: año y cuatrimestre. No es la publicación.",
            Ejemplo = "2026-1",
            Patron = "^[0-9]{4}-[1-3]$",
            Multiple = true,
            Lector = Lectores.Periodo,
        };

    public static Parametro<int> Ejercicio { get; } =
        new()
        {
            Nombre = "ejercicio",
            Descripcion = "Año al que corresponden los datos, de 2021 al año en curso.",
            Ejemplo = "2026",
            Clase = ClaseDeValor.Entero,
            Minimo = Domain.Modelo.Periodo.PrimerEjercicio,
            Multiple = true,
            Lector = Lectores.Entero(Domain.Modelo.Periodo.PrimerEjercicio, hoy => hoy.Year),
        };

    public static Parametro<int> Cuatrimestre { get; } =
        new()
        {
            Nombre = "cuatrimestre",
            Descripcion = "Cuatrimestre: 1 (enero-abril), 2 (mayo-agosto) o 3 (septiembre-diciembre).",
            Ejemplo = "1",
            Clase = ClaseDeValor.Entero,
            Minimo = 1,
            Maximo = 3,
            Valores = ["1", "2", "3"],
            Multiple = true,
            Lector = Lectores.Entero(1, _ => 3),
        };

    public static Parametro<string> FolioContrato { get; } =
        Folio("folio_contrato", "Folio del contrato: identificador que asigna la herramienta ICSOE. Exacto.", "A26P3662382");

    public static Parametro<string> FolioInformativa { get; } =
        Folio("folio_informativa", "Folio de la informativa: identificador que asigna la herramienta ICSOE. Exacto.", "N262253432");

    public static Parametro<TipoInformativa> TipoInformativa { get; } =
        Enumerado(
            "tipo_informativa",
            "Tipo de informativa: `normal`, `sin_informacion` o `correccion`. Los demás tipos no se publican.",
            new[]
            {
                Domain.Modelo.TipoInformativa.Normal,
                Domain.Modelo.TipoInformativa.SinInformacion,
                Domain.Modelo.TipoInformativa.Correccion,
            }.ToDictionary(tipo => tipo.Valor())
        );

    public static Parametro<Codigo> Inconsistencia { get; } =
        Enumerado(
            "inconsistencia",
            "Código de una inconsistencia que señala la lista; se explican en `/v1/inconsistencias`.",
            Codigos.Where(par => par.Value != Codigo.CampoNulo).ToDictionary()
        );

    public static Parametro<Codigo> Observacion { get; } =
        Enumerado("observacion", "Código de una observación: lo que notan nuestras reglas sin mover nada de lista.", Codigos);

    public static Parametro<SeleccionDePublicacion> Publicacion { get; } =
        new()
        {
            Nombre = "publicacion",
            Descripcion =
                "Publicación en la que se lee: año y mes (`2026-06`), la segunda del mes (`2026-06.2`) o `ultima`. Sin ella, la vigente. "
                + "Lo que se lee en una publicación nombrada no cambia nunca. Una que no existe responde 404.",
            Ejemplo = "ultima",
            Patron = "^([0-9]{4}-[0-9]{2}([.][1-9][0-9]*)?|ultima)$",
            Lector = Lectores.Publicacion,
        };

    public static Parametro<int> Limite { get; } =
        new()
        {
            Nombre = "limite",
            Descripcion = $"Cuántos elementos por página, de 1 a {LimiteMaximo}.",
            Ejemplo = "50",
            Clase = ClaseDeValor.Entero,
            Minimo = 1,
            Maximo = LimiteMaximo,
            PorOmision = LimitePorOmision,
            Lector = Lectores.Entero(1, _ => LimiteMaximo),
        };

    /// <summary>Of rows.</summary>
    public static Parametro<Cursor> Cursor { get; } =
        CursorDe(new Marca(new Listado(Domain.Modelo.Periodo.De(2026, 1), Domain.Modelo.Lista.Publico).PrimeraClave + 50));

    internal static Parametro<Cursor> CursorDe<TMarca>(TMarca ejemplo)
        where TMarca : notnull =>
        new()
        {
            Nombre = "cursor",
            Descripcion = "Página siguiente: el valor de `siguiente`, tal cual y con los mismos filtros. No caduca.",
            Ejemplo = new Cursor(IdPublicacion.Parse("2026-06"), 0, ejemplo).ToString(),
            Patron = "^[A-Za-z0-9_-]+$",
            Lector = Lectores.Cursor<TMarca>,
        };

    private static Parametro<string> Folio(string nombre, string descripcion, string ejemplo) =>
        new()
        {
            Nombre = nombre,
            Descripcion = descripcion,
            Ejemplo = ejemplo,
            Multiple = true,
            Lector = Lectores.Folio,
        };

    internal static Parametro<T> Enumerado<T>(
        string nombre,
        string descripcion,
        IReadOnlyDictionary<string, T> valores,
        bool multiple = true
    ) =>
        new()
        {
            Nombre = nombre,
            Descripcion = descripcion,
            Ejemplo = valores.Keys.First(),
            Clase = ClaseDeValor.Enumeracion,
            Valores = [.. valores.Keys],
            Multiple = multiple,
            Lector = Lectores.Enumeracion(valores),
        };
}
