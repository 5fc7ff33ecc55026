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

/// <summary>One column of a listado's file.</summary>
/// <param name="Encabezado">Header in the XLSX, exactly as in design section 8.</param>
/// <param name="Nombre">Name of the same column in the machine formats, <c>snake_case</c>.</param>
/// <param name="Clase">What <paramref name="Valor"/> gives.</param>
/// <param name="Ancho">Width in the XLSX, in characters.</param>
/// <param name="Valor">The row's value in people's words (XLSX); null is an empty cell.</param>
public sealed record ColumnaDeListado(
    string Encabezado,
    string Nombre,
    ClaseDeCelda Clase,
    double Ancho,
    Func<RenglonPublico, object?> Valor
);

/// <summary>The columns of a listado's file, in order (design, section 8): the one table every exporter reads.</summary>
public static class ColumnasDeListado
{
    private static readonly ColumnaDeListado[] Comunes =
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
    public static IReadOnlyList<ColumnaDeListado> Publico { get; } = Comunes;

    /// <summary>Columns of the Listado con Información Inconsistente: those of the public one and «Inconsistencia».</summary>
    public static IReadOnlyList<ColumnaDeListado> Inconsistente { get; } =
    [.. Comunes, Texto("Inconsistencia", "inconsistencias", 60, r => Inconsistencias(r.Inconsistencias))];

    /// <summary>The columns of a lista.</summary>
    public static IReadOnlyList<ColumnaDeListado> De(Lista lista) => lista == Lista.Publico ? Publico : Inconsistente;

    // A row carries every finding of its informativa, so one label may come once per contract: it is said once.
    private static string? Inconsistencias(IReadOnlyList<Hallazgo> hallazgos) =>
        hallazgos.Count switch
        {
            0 => null,
            1 => hallazgos[0].Texto,
            _ => string.Join("; ", hallazgos.Select(hallazgo => hallazgo.Texto).Distinct(StringComparer.Ordinal)),
        };

    private static ColumnaDeListado Texto(string encabezado, string nombre, double ancho, Func<RenglonPublico, string?> valor) =>
        new(encabezado, nombre, ClaseDeCelda.Texto, ancho, renglon => valor(renglon) is { Length: > 0 } texto ? texto : null);

    private static ColumnaDeListado Numero(string encabezado, string nombre, Func<RenglonPublico, int?> valor) =>
        new(encabezado, nombre, ClaseDeCelda.Numero, 14, renglon => valor(renglon));

    private static ColumnaDeListado Fecha(string encabezado, string nombre, Func<RenglonPublico, DateOnly?> valor) =>
        new(encabezado, nombre, ClaseDeCelda.Fecha, 14, renglon => valor(renglon));
}
