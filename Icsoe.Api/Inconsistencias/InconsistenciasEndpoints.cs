using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Reglas;

namespace Icsoe.Api.Inconsistencias;

/// <summary><c>/v1/inconsistencias</c>: the guide's help table, «¿Cómo solventar la inconsistencia?».</summary>
public static class InconsistenciasEndpoints
{
    private static readonly Parametro<string> Codigo = new()
    {
        Nombre = "codigo",
        Descripcion = "Código de la inconsistencia.",
        Ejemplo = Inconsistencia.SinTrabajadores.Codigo.Valor(),
        Clase = ClaseDeValor.Enumeracion,
        Valores = [.. Inconsistencia.Catalogo.Select(inconsistencia => inconsistencia.Codigo.Valor())],
        Lector = Lectores.Folio,
    };

    public static void MapInconsistencias(this IEndpointRouteBuilder rutas)
    {
        rutas.MapLectura(
            "/v1/inconsistencias",
            new("ConsultarInconsistencias", "Catálogo de inconsistencias y cómo solventarlas.")
            {
                Seccion = Secciones.Ayuda,
                Descripcion =
                    "La tabla de ayuda «¿Cómo solventar la inconsistencia?» de la guía: cada inconsistencia, cómo solventarla y la guía de apoyo.",
                Respuesta = typeof(Coleccion<InconsistenciaDeCatalogoResponse>),
                DeConsulta = [TablaDeParametros.Publicacion],
            },
            peticion =>
                peticion.Coleccion(
                    [
                        .. Inconsistencia.Catalogo.Select(inconsistencia =>
                            InconsistenciaDeCatalogoResponse.From(inconsistencia, peticion.Publicacion)
                        ),
                    ],
                    IcsoeJson.Actual.Inconsistencias
                )
        );
        rutas.MapLectura(
            "/v1/inconsistencias/{codigo}",
            new("ConsultarInconsistencia", "Una inconsistencia y cómo solventarla.")
            {
                Seccion = Secciones.Ayuda,
                Descripcion = "Las siete de la guía. OTRA y CAMPO_NULO, que sólo aparecen en listas importadas, no están en ella.",
                Respuesta = typeof(InconsistenciaDeCatalogoResponse),
                DeRuta = [Codigo],
                DeConsulta = [TablaDeParametros.Publicacion],
                Problemas = [CatalogoDeProblemas.InconsistenciaInexistente],
            },
            PorCodigo
        );
    }

    private static IResult PorCodigo(Peticion peticion)
    {
        var codigo = peticion.DeRuta("codigo");
        if (Inconsistencia.Catalogo.FirstOrDefault(inconsistencia => inconsistencia.Codigo.Valor() == codigo) is { } hallada)
        {
            return peticion.Recurso(
                InconsistenciaDeCatalogoResponse.From(hallada, peticion.Publicacion),
                IcsoeJson.Actual.InconsistenciaDeCatalogoResponse
            );
        }
        return Problema.De([
            new(
                CatalogoDeProblemas.InconsistenciaInexistente,
                "codigo",
                codigo,
                CatalogoDeProblemas.InconsistenciaInexistente.Titulo,
                Distancia.MasParecido(codigo, Codigo.Valores),
                Codigo.Valores
            ),
        ]);
    }
}
