using Icsoe.Domain.Exportacion;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Exportaciones;

/// <summary>The columns of exported informativas in a workbook: the fields of <see cref="CampoDeInformativa"/>, in people's words.</summary>
public static class ColumnasDeInformativas
{
    public static IReadOnlyList<ColumnaDeLibro<InformativaPublica>> Todas { get; } =
    [
        Texto("Identificador", "id", 18, i => i.Id()),
        Texto("Folio de la informativa", "folio", 18, i => i.Folio),
        Texto("Tipo de informativa", "tipo", 18, i => i.Tipo?.Etiqueta()),
        Texto("Lista", "lista", 24, i => i.Listado.Lista.Etiqueta()),
        Numero("Año", "ejercicio", i => i.Listado.Periodo.Ejercicio),
        Numero("Cuatrimestre", "cuatrimestre", i => i.Listado.Periodo.Cuatrimestre),
        Texto("Periodo", "periodo", 14, i => i.Listado.Periodo.ToString()),
        new("Fecha de presentación", "fecha_presentacion", ClaseDeCelda.Fecha, 14, i => i.FechaPresentacion),
        Texto("Presentada después del plazo", "tardia", 14, Tardia),
        Texto("Nombre, denominación o razón social del contratista", "contratista", 50, i => i.Contratista.Nombre),
        Texto("Tipo de persona del contratista", "tipo_persona_contratista", 16, i => i.Contratista.TipoPersona?.Etiqueta()),
        Texto("Clave del contratista", "contratista_clave", 18, i => i.Contratista.Clave),
        Numero("Número de contratos", "contratos", i => i.Contratos),
        Texto("Inconsistencia", "inconsistencias", 60, i => ColumnasDeListado.Etiquetas(i.Inconsistencias)),
        Texto("Observación", "observaciones", 60, i => ColumnasDeListado.Etiquetas(i.Observaciones)),
    ];

    private static string? Tardia(InformativaPublica informativa) =>
        CalendarioHabil.Tardia(informativa.Listado.Periodo, informativa.Tipo, informativa.FechaPresentacion) switch
        {
            true => "Sí",
            false => "No",
            null => null,
        };

    private static ColumnaDeLibro<InformativaPublica> Texto(
        string encabezado,
        string nombre,
        double ancho,
        Func<InformativaPublica, string?> valor
    ) => new(encabezado, nombre, ClaseDeCelda.Texto, ancho, valor);

    private static ColumnaDeLibro<InformativaPublica> Numero(string encabezado, string nombre, Func<InformativaPublica, int> valor) =>
        new(encabezado, nombre, ClaseDeCelda.Numero, 14, informativa => valor(informativa));
}
