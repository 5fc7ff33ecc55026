using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Partes;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Almacen.Publico;
using Icsoe.Domain.Modelo;

namespace Icsoe.Api.Sugerencias;

/// <summary><c>/v1/sugerencias</c>: what completes a text somebody is still writing.</summary>
public static class SugerenciasEndpoints
{
    public static void MapSugerencias(this IEndpointRouteBuilder rutas) =>
        rutas.MapLectura(
            "/v1/sugerencias",
            new("ConsultarSugerencias", "Nombres y servicios que completan lo que se lleva escrito.")
            {
                Seccion = Secciones.Partes,
                Descripcion =
                    "Para escribir y ver resultados a la vez. `coincide` dice qué resaltar de `texto`: pares [inicio, fin) en unidades UTF-16, "
                    + "como los índices de las cadenas de JavaScript. Con `rol` o `tipo_persona`, sólo nombres.",
                Respuesta = typeof(ColeccionConAviso<SugerenciaResponse>),
                DeConsulta =
                [
                    ParametrosDePartes.PorCompletar,
                    ParametrosDePartes.Rol,
                    ParametrosDePartes.TipoPersona,
                    TablaDeParametros.Periodo,
                    TablaDeParametros.Publicacion,
                    ParametrosDePartes.LimiteDeSugerencias,
                ],
                Problemas = [CatalogoDeProblemas.ConsultaDemasiadoAmplia],
            },
            Listar
        );

    private static RespuestaJson Listar(Peticion peticion)
    {
        var sugerencias = peticion.Almacen.Sugerencias(
            new()
            {
                Secuencia = peticion.Secuencia,
                Limite = peticion.Limite,
                Q = peticion.Valores.Uno(ParametrosDePartes.PorCompletar)!,
                Roles = peticion.Valores.Todos(ParametrosDePartes.Rol),
                Tipos = peticion.Valores.Todos(ParametrosDePartes.TipoPersona),
                Periodos = peticion.Valores.Todos(TablaDeParametros.Periodo),
            },
            peticion.Aborto
        );
        return PartesEndpoints.ConAviso(peticion, [.. sugerencias.Select(SugerenciaResponse.From)], IcsoeJson.Actual.Sugerencias);
    }
}

/// <summary>A text that completes what was written.</summary>
public sealed record SugerenciaResponse
{
    [Campo("Si es un nombre o un servicio.", "parte", Valores = Enumeraciones.TipoDeSugerencia)]
    public required string Tipo { get; init; }

    [Campo("El texto, como se publicó.", "SERVICIOS EJEMPLO DEL BAJÍO, S.A. DE C.V.")]
    public required string Texto { get; init; }

    [Campo("Clave de búsqueda del nombre. Sus homónimos la comparten.", "k3v7q2m5x4a6b", Nulo = "Es un servicio.")]
    public required string? Clave { get; init; }

    [Campo("Tipo de persona (física o moral).", "moral", Nulo = "Es un servicio.", Valores = Enumeraciones.TipoPersona)]
    public required string? TipoPersona { get; init; }

    [Campo("En cuántos contratos aparece.", "12")]
    public required long Contratos { get; init; }

    [Campo(
        "Qué partes de `texto` coinciden con lo escrito: pares de inicio y fin, el fin sin incluir, en unidades UTF-16.",
        "[[0,9],[10,17]]"
    )]
    public required IReadOnlyList<IReadOnlyList<int>> Coincide { get; init; }

    public static SugerenciaResponse From(Sugerencia sugerencia) =>
        new()
        {
            Tipo = sugerencia.Tipo.Valor(),
            Texto = sugerencia.Texto,
            Clave = sugerencia.Clave,
            TipoPersona = sugerencia.TipoPersona?.Valor(),
            Contratos = sugerencia.Contratos,
            Coincide = [.. sugerencia.Coincide.Select(tramo => (IReadOnlyList<int>)[tramo.Inicio, tramo.Fin])],
        };
}
