using Icsoe.Api.Parametros;
using Icsoe.Domain.Exportacion;

namespace Icsoe.Api.Exportaciones;

/// <summary>How the rows of an export are written.</summary>
public static class ParametrosDeExportacion
{
    private const string DeCampos = "Columnas que se quieren, separadas con coma, en ese orden. Sin él, todas.";

    public static Parametro<CampoDeArchivo> CamposDeRenglones { get; } =
        TablaDeParametros.Enumerado("campos", DeCampos, CamposDeArchivo.Todos.ToDictionary(campo => campo.Nombre)) with
        {
            PorComas = true,
        };

    public static Parametro<CampoDeInformativa> CamposDeInformativas { get; } =
        TablaDeParametros.Enumerado("campos", DeCampos, CampoDeInformativa.Todos.ToDictionary(campo => campo.Nombre)) with
        {
            PorComas = true,
        };

    public static Parametro<bool> Para { get; } =
        TablaDeParametros.Enumerado(
            "para",
            "Con `excel`, el CSV lleva BOM, y un apóstrofo antes de los textos que una hoja de cálculo tomaría por fórmula.",
            new Dictionary<string, bool> { ["excel"] = true },
            multiple: false
        );
}
