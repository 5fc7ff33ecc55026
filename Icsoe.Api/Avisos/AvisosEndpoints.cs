using Icsoe.Api.Configuracion;
using Icsoe.Api.Documentacion;
using Icsoe.Api.Listados;
using Icsoe.Api.Parametros;
using Icsoe.Api.Peticiones;
using Icsoe.Api.Problemas;
using Icsoe.Domain.Modelo;
using Icsoe.Domain.Publicaciones;

namespace Icsoe.Api.Avisos;

/// <summary><c>/v1/avisos/{lista}</c>: INFORMACIÓN IMPORTANTE.</summary>
public static class AvisosEndpoints
{
    public static void MapAvisos(this IEndpointRouteBuilder rutas) =>
        rutas.MapLectura(
            "/v1/avisos/{lista}",
            new("ConsultarAviso", "INFORMACIÓN IMPORTANTE de una lista.")
            {
                Seccion = Secciones.Ayuda,
                Descripcion = "El texto que la guía muestra al descargar cada lista, por partes y completo.",
                Respuesta = typeof(AvisoResponse),
                DeRuta = [RutaDeListado.Lista],
                DeConsulta = [TablaDeParametros.Publicacion],
                Problemas = [CatalogoDeProblemas.ListaInexistente],
            },
            peticion =>
                RutaDeListado.LeerLista(peticion, out var lista) is { } problema
                    ? problema
                    : peticion.Recurso(AvisoResponse.From(Aviso.De(lista), peticion.Publicacion), IcsoeJson.Actual.AvisoResponse)
        );
}

/// <summary>The notice of a list. Official words.</summary>
public sealed record AvisoResponse
{
    [Campo("Lista.", "publico", Valores = Enumeraciones.Lista)]
    public required string Lista { get; init; }

    [Campo("Título.", "INFORMACIÓN IMPORTANTE")]
    public required string Titulo { get; init; }

    [Campo(
        "Lo que va antes de la enumeración.",
        "La siguiente lista corresponde a informativas que, en los campos obligatorios, contienen inconsistencias como:",
        Nulo = "Es el Listado Público."
    )]
    public required string? Introduccion { get; init; }

    [Campo("Inconsistencias que enumera, en su orden; vacío en el Listado Público.", "[\"Contratos sin personas trabajadoras.\"]")]
    public required IReadOnlyList<string> Inconsistencias { get; init; }

    [Campo(
        "Lo que va entre la enumeración y los apartados.",
        "En caso de que te encuentres en este listado realiza lo siguiente:",
        Nulo = "Es el Listado Público."
    )]
    public required string? Instruccion { get; init; }

    [Campo("Apartados numerados.")]
    public required IReadOnlyList<ApartadoResponse> Apartados { get; init; }

    [Campo("El aviso completo, renglón por renglón, separado por saltos de línea.", "INFORMACIÓN IMPORTANTE\n1. Para contratantes…")]
    public required string Texto { get; init; }

    [Campo("Publicación vigente o nombrada en la consulta.", "2026-06", Nulo = "Todavía no hay ninguna publicación.")]
    public required string? Publicacion { get; init; }

    public static AvisoResponse From(Aviso aviso, Publicacion? publicacion) =>
        new()
        {
            Lista = aviso.Lista.Valor(),
            Titulo = aviso.Titulo,
            Introduccion = aviso.Introduccion,
            Inconsistencias = aviso.InconsistenciasEnumeradas,
            Instruccion = aviso.Instruccion,
            Apartados =
            [
                .. aviso.Apartados.Select(apartado => new ApartadoResponse
                {
                    Numero = apartado.Numero,
                    Texto = apartado.Texto,
                    Puntos = apartado.Vinetas,
                }),
            ],
            Texto = aviso.Texto,
            Publicacion = publicacion?.Id.ToString(),
        };
}

/// <summary>A numbered part of a notice.</summary>
public sealed record ApartadoResponse
{
    [Campo("Número, desde 1.", "1")]
    public required int Numero { get; init; }

    [Campo("Primer renglón, sin el número.", "Para contratantes (clientes de servicios especializados o de obras especializadas):")]
    public required string Texto { get; init; }

    [Campo("Sus puntos; vacío si no tiene.", "[\"Servicio telefónico: 800 623 2323 opción 5 y luego 6.\"]")]
    public required IReadOnlyList<string> Puntos { get; init; }
}
