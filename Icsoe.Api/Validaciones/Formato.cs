using Icsoe.Domain.Validacion;

namespace Icsoe.Api.Validaciones;

/// <summary>How a place is told, which depends on what was sent.</summary>
public abstract record Formato
{
    /// <param name="sitio">With an empty field when it is the whole line, row or informativa.</param>
    public abstract LugarEnviadoResponse Lugar(Sitio sitio);

    /// <summary>One JSON document.</summary>
    /// <param name="Lista">Name of the member that has the informativas; empty when they are the document.</param>
    public sealed record Json(string Lista) : Formato
    {
        public override LugarEnviadoResponse Lugar(Sitio sitio) =>
            En(ruta: $"{Lista}[{sitio.Linea - 1}]{(sitio.Campo.Length == 0 ? "" : ".")}{sitio.Campo}");
    }

    /// <summary>One JSON object a line.</summary>
    public sealed record Ndjson : Formato
    {
        public override LugarEnviadoResponse Lugar(Sitio sitio) => En(ruta: Algo(sitio.Campo), linea: sitio.Linea);
    }

    /// <summary>One row per contract.</summary>
    public sealed record Tabla : Formato
    {
        public override LugarEnviadoResponse Lugar(Sitio sitio) => En(hoja: sitio.Hoja, fila: sitio.Linea, columna: Algo(sitio.Campo));
    }

    private static string? Algo(string campo) => campo.Length == 0 ? null : campo;

    private static LugarEnviadoResponse En(
        string? ruta = null,
        int? linea = null,
        string? hoja = null,
        int? fila = null,
        string? columna = null
    ) =>
        new()
        {
            Ruta = ruta,
            Linea = linea,
            Hoja = hoja,
            Fila = fila,
            Columna = columna,
        };
}
