using Icsoe.Api.Parametros;
using Icsoe.Api.Problemas;

namespace Icsoe.Api.Peticiones;

/// <summary>
/// One read of the API, or one question asked by POST, as the contract describes it. The same object says which parameters a request may carry and what the
/// OpenAPI document prints, so that they cannot differ.
/// </summary>
/// <param name="Nombre">operationId, in PascalCase.</param>
/// <param name="Resumen">One line.</param>
public sealed record Operacion(string Nombre, string Resumen)
{
    public const string Json = "application/json";

    /// <summary>Section of the document; one of <see cref="Documentacion.Secciones"/>.</summary>
    public required string Seccion { get; init; }

    public required string Descripcion { get; init; }

    /// <summary>Type of the 200 body; null for a file.</summary>
    public required Type? Respuesta { get; init; }

    /// <summary>Parameters of the path, in order.</summary>
    public IReadOnlyList<Parametro> DeRuta { get; init; } = [];

    /// <summary>Parameters of the query; any other is an error.</summary>
    public IReadOnlyList<Parametro> DeConsulta { get; init; } = [];

    /// <summary>Body of a question asked by POST; null for a read.</summary>
    public CuerpoDeSolicitud? Cuerpo { get; init; }

    /// <summary>Problems beyond those that any read has.</summary>
    public IReadOnlyList<TipoDeProblema> Problemas { get; init; } = [];

    /// <summary>Media type of the 200 body.</summary>
    public string TipoDeContenido { get; init; } = Json;

    /// <summary>Media types that it may have besides that one: of a stored file, or those that Accept chooses among.</summary>
    public IReadOnlyList<string> OtrosTipos { get; init; } = [];

    /// <summary>Every media type of the 200 body.</summary>
    public IEnumerable<string> Tipos => OtrosTipos.Prepend(TipoDeContenido);

    /// <summary>A 200 body, where it is no JSON whose fields carry their own.</summary>
    public string? Ejemplo { get; init; }

    /// <summary>Whether it is an export: written as it is read, it tells how many rows it has, and has no ranges.</summary>
    public bool EsExportacion { get; init; }

    /// <summary>Whether it is a file of the program's own, such as a template: neither sealed nor made of rows.</summary>
    public bool EsPropio { get; init; }

    /// <summary>
    /// Whether parameters that it does not know, or without a value, are let by: clients of a standard send what the standard tells them, and
    /// things of their own.
    /// </summary>
    public bool ToleraOtros { get; init; }

    /// <summary>Whether it is answered without looking at parameters nor at Accept: health.</summary>
    public bool SinComprobaciones { get; init; }

    /// <summary>Whether it hands out a stored file: with its digest, and by ranges.</summary>
    public bool EsArchivoSellado => Respuesta is null && !EsExportacion && !EsPropio;

    /// <summary>Whether Accept can refuse it. What a path names by its extension is always handed out, as files are.</summary>
    public bool Negocia => Respuesta is not null && TipoDeContenido == Json;

    /// <summary>Every problem it can answer with.</summary>
    public IEnumerable<TipoDeProblema> TodosLosProblemas()
    {
        if (SinComprobaciones)
        {
            // Whatever is asked, HTTP that cannot be read is refused.
            return [CatalogoDeProblemas.SolicitudInvalida, .. Problemas, CatalogoDeProblemas.ErrorInterno];
        }
        return [.. DeComprobaciones(), .. Problemas, CatalogoDeProblemas.ErrorInterno, CatalogoDeProblemas.AlmacenIlegible];
    }

    private IEnumerable<TipoDeProblema> DeComprobaciones()
    {
        if (!ToleraOtros)
            yield return CatalogoDeProblemas.ParametroDesconocido;
        if (DeConsulta.Count > 0)
        {
            yield return CatalogoDeProblemas.ParametroRepetido;
            if (!ToleraOtros)
                yield return CatalogoDeProblemas.ParametroVacio;
            yield return CatalogoDeProblemas.ParametroDemasiadoLargo;
            yield return CatalogoDeProblemas.ValorInvalido;
            yield return CatalogoDeProblemas.ParametrosInvalidos;
        }
        if (DeConsulta.Any(parametro => parametro.Obligatorio))
            yield return CatalogoDeProblemas.ParametroFaltante;
        if (DeConsulta.Any(parametro => parametro.Multiple))
            yield return CatalogoDeProblemas.DemasiadosValores;
        if (DeConsulta.Any(parametro => parametro is Parametro<int> or Parametro<Domain.Modelo.Periodo>))
            yield return CatalogoDeProblemas.ValorFueraDeRango;
        if (DeConsulta.Any(parametro => parametro is Parametro<Domain.Modelo.Periodo>))
            yield return CatalogoDeProblemas.PeriodoConfundido;
        if (DeConsulta.Any(parametro => parametro is Parametro<Cursor>))
            yield return CatalogoDeProblemas.CursorInvalido;
        if (DeConsulta.Contains(TablaDeParametros.Publicacion))
        {
            yield return CatalogoDeProblemas.PublicacionConfundida;
            yield return CatalogoDeProblemas.PublicacionInexistente;
        }
        if (Cuerpo is not null)
        {
            yield return CatalogoDeProblemas.SolicitudInvalida;
            yield return CatalogoDeProblemas.CuerpoDemasiadoGrande;
            yield return CatalogoDeProblemas.TipoDeCuerpoNoAdmitido;
            yield return CatalogoDeProblemas.DemasiadasSolicitudes;
            if (Cuerpo.Maximo > Envios.SinTurno)
                yield return CatalogoDeProblemas.CuerpoDemasiadoLento;
            if (Cuerpo.Medios.Contains(Formulario.Medio))
                yield return CatalogoDeProblemas.FormularioInvalido;
        }
        if (Cuerpo?.Tipo is not null)
            yield return CatalogoDeProblemas.JsonInvalido;
        if (Negocia)
            yield return CatalogoDeProblemas.FormatoNoDisponible;
    }
}
