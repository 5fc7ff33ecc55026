using System.Globalization;
using Icsoe.Domain.Exportacion;

namespace Icsoe.Api.Validaciones;

/// <summary>A column of the template, explained to whoever fills it in.</summary>
/// <param name="Nombre">Its header.</param>
/// <param name="Significado">What it is.</param>
/// <param name="Escritura">How it is written.</param>
/// <param name="Obligatoria">In words: whether, and when, it must be filled in.</param>
/// <param name="Ancho">In characters, as a spreadsheet counts them.</param>
/// <param name="Clase">What its cells hold.</param>
public sealed record ColumnaDePlantilla(
    string Nombre,
    string Significado,
    string Escritura,
    string Obligatoria,
    double Ancho,
    ClaseDeCelda Clase = ClaseDeCelda.Texto
);

/// <summary>The columns of the template, in order, and its example.</summary>
public static class ColumnasDePlantilla
{
    private const string Si = "Sí";
    private const string No = "No";
    private const string ConContrato = "Sí, si hay contrato";
    private const string Siempre = "Sí; se repite igual en cada contrato de la informativa";

    /// <summary>In the order in which they are written.</summary>
    public static IReadOnlyList<ColumnaDePlantilla> Todas { get; } =
    [
        new(
            "folio",
            "Folio de la informativa. Los renglones de una misma informativa llevan el mismo y van juntos.",
            "Hasta 40 caracteres. Si todavía no lo tiene, uno cualquiera, distinto del de las demás.",
            Siempre,
            16
        ),
        new("tipo", "Tipo de informativa.", "normal, sin_informacion, correccion, sin_efectos o actualizacion", Siempre, 16),
        new("ejercicio", "Año que se informa.", "Cuatro cifras, de 2021 al año en curso", Siempre, 10, ClaseDeCelda.Numero),
        new(
            "cuatrimestre",
            "Cuatrimestre que se informa.",
            "1 (enero-abril), 2 (mayo-agosto) o 3 (septiembre-diciembre)",
            Siempre,
            13,
            ClaseDeCelda.Numero
        ),
        new(
            "fecha_presentacion",
            "Cuándo se presentó, o se presentará.",
            "AAAA-MM-DD o AAAA-MM-DDThh:mm:ss; sin diferencia horaria, hora de la Ciudad de México",
            Siempre,
            28
        ),
        new("contratos_declarados", "Cuántos contratos declara la informativa.", "Número entero", No, 20, ClaseDeCelda.Numero),
        new(
            "referencia",
            "Folio de la informativa que corrige, deja sin efectos o actualiza.",
            "Hasta 40 caracteres",
            "Sólo en las de tipo sin_efectos",
            16
        ),
        new(
            "contratista_rfc",
            "RFC de quien presta los servicios o ejecuta las obras.",
            "12 caracteres (moral) o 13 (física), en mayúsculas y sin espacios",
            No,
            16
        ),
        new(
            "contratista_nombre",
            "Nombre, denominación o razón social de quien presta los servicios o ejecuta las obras.",
            "Hasta 500 caracteres",
            Siempre,
            46
        ),
        new("contratista_tipo_persona", "Tipo de persona del contratista.", "fisica o moral", Siempre, 24),
        new(
            "contrato_folio",
            "Folio del contrato. Una informativa sin contratos lleva un solo renglón, con esta columna y las siguientes vacías.",
            "Hasta 40 caracteres",
            ConContrato,
            16
        ),
        new(
            "contratante_rfc",
            "RFC de quien recibe los servicios u obras.",
            "12 caracteres (moral) o 13 (física), en mayúsculas y sin espacios",
            No,
            16
        ),
        new(
            "contratante_nombre",
            "Nombre, denominación o razón social de quien recibe los servicios u obras.",
            "Hasta 500 caracteres",
            ConContrato,
            46
        ),
        new("contratante_tipo_persona", "Tipo de persona del contratante.", "fisica o moral", ConContrato, 24),
        new(
            "servicio",
            "Servicio u obra especializada contratada.",
            "Texto. Vacío es una inconsistencia.",
            "No se rechaza, pero sin ella hay inconsistencia",
            46
        ),
        new(
            "fecha_inicio",
            "Primer día del contrato.",
            "Fecha, o AAAA-MM-DD. Vacía, ilegible o posterior a fecha_fin es una inconsistencia.",
            "No se rechaza, pero sin ella hay inconsistencia",
            13,
            ClaseDeCelda.Fecha
        ),
        new("fecha_fin", "Último día del contrato, si se conoce.", "Fecha, o AAAA-MM-DD", No, 13, ClaseDeCelda.Fecha),
        new(
            "personas_trabajadoras",
            "Número de personas trabajadoras del contrato.",
            "Número entero. Vacío o cero es una inconsistencia.",
            "No se rechaza, pero sin ella hay inconsistencia",
            22,
            ClaseDeCelda.Numero
        ),
    ];

    /// <summary>Rows in the order of <see cref="Todas"/>: an informativa of two contracts, and one without.</summary>
    public static IReadOnlyList<object?[]> Ejemplo { get; } =
    [
        DeElevadores(
            "A26P3662382",
            "COMERCIAL EJEMPLO, S.A. DE C.V.",
            "moral",
            "MANTENIMIENTO PREVENTIVO A ELEVADORES",
            new(2026, 1, 15),
            new(2026, 12, 31),
            12
        ),
        DeElevadores("A26P3662383", "MARÍA EJEMPLO MUÑOZ", "fisica", "LIMPIEZA DE INMUEBLES", new(2026, 2, 1), null, 3),
        [
            "SI262202734",
            "sin_informacion",
            2026,
            1,
            "2026-05-14",
            null,
            null,
            null,
            "JOSÉ EJEMPLO ÑÁÑEZ",
            "fisica",
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
        ],
    ];

    /// <summary>A value as text; empty for none.</summary>
    public static string Escribir(object? valor) =>
        valor is DateOnly dia ? dia.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : $"{valor}";

    /// <summary>A value of a column, for its explanation; RFC and referencia, which the example leaves empty, have one too.</summary>
    public static string UnEjemplo(int columna) =>
        Todas[columna].Nombre switch
        {
            "contratista_rfc" => "SEM180312AB1",
            "contratante_rfc" => "CEJ010101AA1",
            "referencia" => "N262253431",
            _ => Escribir(Ejemplo[0][columna]),
        };

    private static object?[] DeElevadores(
        string folio,
        string contratante,
        string tipo,
        string servicio,
        DateOnly inicio,
        DateOnly? fin,
        int personas
    ) =>
        [
            "N262253432",
            "normal",
            2026,
            1,
            "2026-05-12T10:31:00-06:00",
            2,
            null,
            null,
            "SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.",
            "moral",
            folio,
            null,
            contratante,
            tipo,
            servicio,
            inicio,
            fin,
            personas,
        ];
}
