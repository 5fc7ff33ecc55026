using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;
using Icsoe.Domain.Reglas;

namespace Icsoe.Domain.Exportacion;

/// <summary>What a cell of a column holds.</summary>
public enum ClaseDeCelda
{
    /// <summary><see cref="string"/>, never empty; always a text cell, whatever it looks like.</summary>
    Texto,

    /// <summary><see cref="int"/>.</summary>
    Numero,

    /// <summary><see cref="DateOnly"/>.</summary>
    Fecha,
}

/// <summary>How a column of a workbook looks.</summary>
/// <param name="Encabezado">Its header; no other column of its sheet has the same.</param>
/// <param name="Clase">What its cells hold.</param>
/// <param name="Ancho">Width, in characters.</param>
public record ColumnaDeLibro(string Encabezado, ClaseDeCelda Clase, double Ancho);

/// <summary>A column of a workbook, and where its cells come from.</summary>
/// <param name="Encabezado">Header in the XLSX; of a listado's, exactly as in design section 8.</param>
/// <param name="Nombre">Name of the same column in the machine formats, <c>snake_case</c>.</param>
/// <param name="Clase">What <paramref name="Valor"/> gives.</param>
/// <param name="Ancho">Width in the XLSX, in characters.</param>
/// <param name="Valor">The row's value in people's words (XLSX); null is an empty cell.</param>
public sealed record ColumnaDeLibro<T>(string Encabezado, string Nombre, ClaseDeCelda Clase, double Ancho, Func<T, object?> Valor)
    : ColumnaDeLibro(Encabezado, Clase, Ancho);

/// <summary>The columns of a listado's workbook, in order (design, section 8).</summary>
public static class ColumnasDeListado
{
    private static readonly ColumnaDeLibro<RenglonPublico>[] Comunes =
    [
        Texto("Nombre, denominación o razón social del contratista", "contratista", 50, r => r.Contratista.Nombre),
        Texto("Tipo de persona del contratista", "tipo_persona_contratista", 16, r => r.Contratista.TipoPersona?.Etiqueta()),
        Texto("Nombre, denominación o razón social del contratante", "contratante", 50, r => r.Contrato?.Contratante.Nombre),
        Texto("Tipo de persona del contratante", "tipo_persona_contratante", 16, r => r.Contrato?.Contratante.TipoPersona?.Etiqueta()),
        Texto("Folio del contrato", "folio_contrato", 18, r => r.Contrato?.Folio),
        Texto("Servicio u obra especializada contratada", "servicio", 60, r => r.Contrato?.Servicio),
        Fecha("Fecha inicio", "fecha_inicio", r => r.Contrato?.FechaInicio),
        Fecha("Fecha fin", "fecha_fin", r => r.Contrato?.FechaFin),
        Numero("Número de personas trabajadoras", "personas_trabajadoras", r => r.Contrato?.PersonasTrabajadoras),
        Numero("Cuatrimestre", "cuatrimestre", r => r.Listado.Periodo.Cuatrimestre),
        Numero("Año", "ejercicio", r => r.Listado.Periodo.Ejercicio),
        Texto("Tipo de informativa", "tipo_informativa", 18, r => r.TipoInformativa?.Etiqueta()),
        Texto("Folio de la informativa", "folio_informativa", 18, r => r.FolioInformativa),
        Fecha("Fecha de presentación", "fecha_presentacion", r => r.FechaPresentacion),
    ];

    /// <summary>Columns of the Listado Público: fourteen.</summary>
    public static IReadOnlyList<ColumnaDeLibro<RenglonPublico>> Publico { get; } = Comunes;

    /// <summary>Columns of the Listado con Información Inconsistente: those of the public one and «Inconsistencia».</summary>
    public static IReadOnlyList<ColumnaDeLibro<RenglonPublico>> Inconsistente { get; } =
    [.. Comunes, Texto("Inconsistencia", "inconsistencias", 60, r => Etiquetas(r.Inconsistencias))];

    /// <summary>Columns of rows of both lists: those of the inconsistent one, and which list each is of.</summary>
    public static IReadOnlyList<ColumnaDeLibro<RenglonPublico>> DeAmbas { get; } =
    [.. Inconsistente, Texto("Lista", "lista", 24, r => r.Listado.Lista.Etiqueta())];

    /// <summary>Every column there can be, one for each field of the machine formats.</summary>
    public static IReadOnlyList<ColumnaDeLibro<RenglonPublico>> Todas { get; } =
    [
        .. DeAmbas,
        Texto("Clave del contratista", "contratista_clave", 18, r => r.Contratista.Clave),
        Texto("Clave del contratante", "contratante_clave", 18, r => r.Contrato?.Contratante.Clave),
    ];

    /// <summary>The columns of a lista.</summary>
    public static IReadOnlyList<ColumnaDeLibro<RenglonPublico>> De(Lista lista) => lista == Lista.Publico ? Publico : Inconsistente;

    /// <summary>
    /// Findings as people read them, joined by <c>; </c>. A row carries every one of its informativa, so a label may come once per contract:
    /// it is said once. Null for none.
    /// </summary>
    public static string? Etiquetas(IReadOnlyList<Hallazgo> hallazgos) =>
        hallazgos.Count switch
        {
            0 => null,
            1 => hallazgos[0].Texto,
            _ => string.Join("; ", hallazgos.Select(hallazgo => hallazgo.Texto).Distinct(StringComparer.Ordinal)),
        };

    private static ColumnaDeLibro<RenglonPublico> Texto(
        string encabezado,
        string nombre,
        double ancho,
        Func<RenglonPublico, string?> valor
    ) => new(encabezado, nombre, ClaseDeCelda.Texto, ancho, fila => valor(fila) is { Length: > 0 } texto ? texto : null);

    private static ColumnaDeLibro<RenglonPublico> Numero(string encabezado, string nombre, Func<RenglonPublico, int?> valor) =>
        new(encabezado, nombre, ClaseDeCelda.Numero, 14, fila => valor(fila));

    private static ColumnaDeLibro<RenglonPublico> Fecha(string encabezado, string nombre, Func<RenglonPublico, DateOnly?> valor) =>
        new(encabezado, nombre, ClaseDeCelda.Fecha, 14, fila => valor(fila));
}
