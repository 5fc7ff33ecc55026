using Icsoe.Api.Configuracion;
using Icsoe.Api.Peticiones;

namespace Icsoe.Api.ConsultasMasivas;

/// <summary>How an answer may be written.</summary>
/// <param name="Nombre">In <c>formato</c>, and the extension of its file.</param>
public sealed record FormatoDeRespuesta(string Nombre, string Medio)
{
    public static FormatoDeRespuesta Json { get; } = new("json", Operacion.Json);

    public static FormatoDeRespuesta Csv { get; } = new("csv", Medios.Csv);

    public static FormatoDeRespuesta Xlsx { get; } = new("xlsx", Medios.Xlsx);

    /// <summary>The one that is preferred first.</summary>
    public static IReadOnlyList<FormatoDeRespuesta> Todos { get; } = [Json, Csv, Xlsx];

    /// <summary>What the query says or, without it, the one that Accept wishes for most; the first of several.</summary>
    public static FormatoDeRespuesta De(Peticion peticion) =>
        peticion.Valores.Uno(ParametrosDeConsultasMasivas.Formato) is { } pedido
            ? Todos.First(formato => formato.Nombre == pedido)
            : Todos.MaxBy(formato => Negociacion.Peso(peticion.Http.Request.Headers.Accept, formato.Medio))!;

    /// <summary>The answer in this format; nobody may keep it.</summary>
    public RespuestaJson Responder(Peticion peticion, ConsultasMasivasResponse respuesta)
    {
        if (this == Json)
            return peticion.SinGuardar(respuesta, IcsoeJson.Actual.ConsultasMasivasResponse);
        peticion.Http.Response.Headers.ContentDisposition = $"attachment; filename=\"consultas-masivas.{Nombre}\"";
        var bytes = this == Csv ? LineasEnArchivo.EnCsv(respuesta) : LineasEnArchivo.EnXlsx(respuesta);
        return new(bytes, Vigencia.Ninguna, Medio);
    }
}
